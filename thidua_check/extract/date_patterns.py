"""The patterns by which dates are found; :mod:`thidua_check.extract.dates` reads what they match."""

from __future__ import annotations

import re

# A word without which (and without a slash) there is no date.
WORD = re.compile(r"ngày|tháng|năm\s+\d|qu[ýí]\s|\d-\d{1,2}-\d")
# Words that introduce a date: "ngày 15-9-2022", "(từ 12/9/22".
LEAD = re.compile(r"(?:ngày|từ|đến|trước|sau|hết)[\s:(]*$")
# "Số 15/9/2022" is a number, not a date.
AFTER_SO = re.compile(r"số\s*:?\s*$")
# "mỗi tháng 02 lần", "6 tháng 3 xã": the number behind counts something.
EVERY = re.compile(r"(?:mỗi|hằng|hàng|một|các|vài|từng|nhiều|\d|/)\s*$")
# "5 năm 20222": a span of years, not a year.
COUNTED = re.compile(r"(?:\d|các|nhiều|mỗi|hằng|hàng)\s*$")
# "những ngày tháng 4 năm 1975" lacks no day.
SOME_DAYS = re.compile(r"(?:những|các|từng|bao)\s+$")
# What stands for a number to be filled in: dots, an ellipsis, underscores, or a wide gap.
FILLER = re.compile(r"[…_]|\.\.|\s{3}|\t")
# "ngày 15, 16 và " before "17/6/2024", "ngày 15-" before "17/6/2024".
SHARED_DAYS = re.compile(r"ngày\s+((?:\d{1,2}\s?(?:,|-|–|và|đến)\s?){1,6})$")
# ", 2022" or " và 2023" after a year; not "2.024" or "2022/".
NEXT_YEAR = re.compile(r"(?:\s?[,;]\s?|\s(?:và|hoặc|đến)\s)((?:19|20)\d\d)(?![\w/]|[.,-]\d)")
NUMBER = re.compile(r"\d+")

# Room to be filled in: spaces, underscores, an ellipsis, two dots or more. Possessive: no stretch is tried twice.
_ROOM = r"(?:[…_\s]|\.{2,}|(?<=…)\.)*+"
_ROOM_LAZY = r"(?:[…_\s]|\.{2,}|(?<=…)\.)*?"

DATE = re.compile(
    rf"""
    # ngày 05 tháng 02 năm 2026; ngày   tháng 3 năm 2025; ngày … tháng … năm 20…; ngày 5 tháng 9/2024; ngày 5 tháng 9; ngày 5 tháng 9 tháng 2024
    (?P<long>\bngày{_ROOM}(?P<d1>\d{{0,3}}+){_ROOM}tháng\b{_ROOM}(?P<m1>\d{{0,3}}+)
        (?:{_ROOM},?\s*+(?:năm\b|/|tháng\b(?=\s+\d{{4}})){_ROOM}(?P<y1>\d{{0,6}}+)(?P<dots>(?:[…_]|\.{{2,}})*+))?+(?![\d/]))
    # ngày …/11/2023, ngày     /11/2023, ngày .../.../2025, ngày 15/…/2025
    |(?P<blank>\bngày{_ROOM}(?:
        /{_ROOM}(?P<m4>\d{{0,2}}+){_ROOM}/{_ROOM_LAZY}(?P<y4>\d{{0,4}}+)
        |(?P<d4>\d{{1,2}}+){_ROOM}/{_ROOM}/{_ROOM_LAZY}(?P<y9>\d{{0,4}}+))(?:[…_]|\.{{2,}})*+(?![\w/]))
    # 15/9/2022, 15 / 9 / 2022, 15-9-2022, ngày 15.9.2022, 15/9/25022; not 98/2023/NĐ-CP, 1/2/3/4
    |(?P<slash>(?<![\w/.,])(?P<d2>\d{{1,3}})\s?(?P<s2>[/.-])\s?(?P<m2>\d{{1,3}})\s?(?P=s2)\s?(?P<y2>\d{{2,6}})(?![\w/]|[.,]\d))
    # ngày 01/3, ngày 27-7; not ngày 12/2024, ngày 15-17/6/2024
    |(?P<daymonth>\bngày\s+(?P<d3>\d{{1,2}})(?P<s3>[/-])(?P<m3>\d{{1,2}})(?![\w/%]|[.,-]\d))
    # tháng 12/2024, Tháng 12 năm 2024, tháng 9-2022, tháng 7
    |(?P<month>\btháng\s+(?P<m5>\d{{1,2}})(?:(?:\s?[/-]\s?|,?\s+năm\s+)(?P<y5>\d{{3,5}}))?+(?![\w/%]|[.,-]\d))
    # từ 01/2024 đến 12/2024, tháng 7-9/2024
    |(?P<baremonth>\b(?:từ|đến|hết|trước|sau|ngày|tháng\s+\d{{1,2}}\s?[-–])\s*(?P<m6>\d{{1,2}})/(?P<y6>\d{{4}})(?![\w/]|[.,-]\d))
    # quý III/2024, quý I năm 2025, Quý 4-2023
    |(?P<quarter>\bqu[ýí]\s+(?P<q7>[ivx]{{1,4}}|\d{{1,2}})(?:\s?[/-]\s?|,?\s+năm\s+)(?P<y7>\d{{4}})(?![\w/]))
    # năm 2024, năm 20244; not năm 2021 - 2025
    |(?P<year>\bnăm\s+(?P<y8>\d{{4,5}})(?![\w/]|[.,]\d|\s?[-–]\s?\d))
    """,
    re.VERBOSE,
)
