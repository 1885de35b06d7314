"""Dates as people write them in reports: one pass over a paragraph.

What is a date is decided by its words (``ngày``, ``tháng``, ``quý``, ``năm``) or by the shape day/month/year with at
least two plausible parts. Fractions (``19/19 xã``), citations (``98/2023/NĐ-CP``) and ``24/7`` are none.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Literal

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.extract.date_patterns import (
    AFTER_SO,
    COUNTED,
    DATE,
    EVERY,
    FILLER,
    LEAD,
    NEXT_YEAR,
    NUMBER,
    SHARED_DAYS,
    SOME_DAYS,
    WORD,
)
from thidua_check.extract.date_repairs import FIRST_YEAR, LAST_YEAR, rank_repairs
from thidua_check.text import fold_same_length

DateForm = Literal["long", "slash", "month", "quarter", "year"]
Problem = Literal["blank", "impossible"]


@frozen
class DateMention:
    """A date as written. ``day``, ``month``, ``year`` are the numbers as read, None where blank or absent.

    ``form`` is ``long`` (``ngày 05 tháng 02 năm 2026``, the word ``ngày`` belongs to the passage), ``slash``
    (``15/9/2022``, without the word before it), ``month`` (``tháng 12/2024``), ``quarter`` (``quý III/2024``) or
    ``year`` (``năm 2024``). ``value`` is the date if day, month and year make one; the first day of the month,
    quarter or year for those forms; None where a part is blank or absent or the date cannot exist. ``problem`` is
    ``blank`` or ``impossible``; ``repairs`` are the likeliest dates that were meant, best first. ``written`` holds
    day, month (or quarter) and year as printed, empty where blank or absent.

    >>> text = "Quyết định số 12/QĐ-UBND ngày 5/02/2024"
    >>> [found] = find_dates(Paragraph(text))
    >>> found.passage.text, found.value, found.written
    ('5/02/2024', datetime.date(2024, 2, 5), ('5', '02', '2024'))
    """

    passage: Passage
    form: DateForm
    day: int | None
    month: int | None
    year: int | None
    value: date | None
    problem: Problem | None = None
    repairs: tuple[date, ...] = ()
    written: tuple[str, str, str] = ("", "", "")

    @property
    def understood(self) -> bool:
        """Whether what is written could be read; a day and month without a year are."""
        return self.value is not None or self.problem is None


def find_dates(paragraph: Paragraph) -> tuple[DateMention, ...]:
    """Return the dates of a paragraph in reading order.

    >>> [d.passage.text for d in find_dates(Paragraph("từ ngày 01/3 đến ngày 15/4/2025, đạt 19/19 xã"))]
    ['01/3', '15/4/2025']
    >>> find_dates(Paragraph("ngày   tháng 3 năm 2025"))[0].problem
    'blank'
    """
    text = paragraph.text
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = fold_same_length(text)
    if "/" not in lowered and not WORD.search(lowered):
        return ()
    return tuple(_mentions(paragraph, lowered))


def print_like(mention: DateMention, day: date) -> str:
    """Return a date printed in the form of a mention, with the zeros of NĐ 30/2020/NĐ-CP.

    >>> [wrong] = find_dates(Paragraph("ngày 31 tháng 4 năm 2024"))
    >>> print_like(wrong, wrong.repairs[0])
    'ngày 30 tháng 4 năm 2024'
    """
    shown, month = f"{day.day:02}", f"{day.month:02}" if day.month < 3 else str(day.month)
    if mention.form == "long":
        return f"ngày {shown} tháng {month} năm {day.year}"
    if mention.form == "slash":
        return f"{shown}/{month}/{day.year}"
    if mention.form == "month":
        return f"tháng {day.month}/{day.year}"
    return f"năm {day.year}"


def with_zeros(mention: DateMention) -> str:
    """Return a mention's own words with a zero before a day under 10 and before the months 1 and 2.

    >>> [found] = find_dates(Paragraph("ngày 5 tháng 2 năm 2024"))
    >>> with_zeros(found)
    'ngày 05 tháng 02 năm 2024'
    """
    day, month, _ = mention.written
    text = mention.passage.text
    if month in ("1", "2"):
        at = text.index(month, text.index(day) + len(day))
        text = f"{text[:at]}0{text[at:]}"
    return text.replace(day, f"0{day}", 1) if len(day) == 1 else text


def _mentions(paragraph: Paragraph, lowered: str) -> Iterator[DateMention]:
    for match in DATE.finditer(lowered):
        mention = _READERS[match.lastgroup or ""](paragraph, lowered, match)
        if mention is None:
            continue
        if mention.form == "slash" and mention.problem is None:
            yield from _days_before(mention, lowered)
        yield mention
        if mention.form == "year":
            yield from _years_behind(mention, lowered)


def _read_long(paragraph: Paragraph, lowered: str, match: re.Match[str]) -> DateMention | None:
    day, month, year = match["d1"], match["m1"], match["y1"] or ""
    filled = FILLER.search(match.group()) is not None
    if not filled and (
        not (day or month or year) or SOME_DAYS.search(lowered, max(0, match.start() - 7), match.start())
    ):
        return None
    if year == "20" or (len(year) < 4 and (match["dots"] or filled)):
        year = ""
    elif len(year) == 2:
        year = _century(year)
    end = match.end() - (len(match["dots"] or "") if len(year) >= 4 else 0)
    blank = not (day and month and (year or match["y1"] is None))
    return _dated(paragraph, "long", (match.start(), end), (day, month, year), blank=blank)


def _read_slash(paragraph: Paragraph, lowered: str, match: re.Match[str]) -> DateMention | None:
    day, month, year, start = match["d2"], match["m2"], match["y2"], match.start()
    if AFTER_SO.search(lowered, max(0, start - 6), start):
        return None
    led = LEAD.search(lowered, max(0, start - 24), start) is not None
    if len(year) == 2:
        year = _century(year)
        return (
            _dated(paragraph, "slash", match.span(), (day, month, year))
            if led and _real(day, month, year)
            else None
        )
    if match["s2"] != "/":
        chained = lowered[max(0, start - 1) : start] == "-" or lowered[match.end() : match.end() + 1] == "-"
        plain = match["s2"] == "-" and len(year) == 4 and not chained
        if not (led or plain) or not _real(day, month, year):
            return None
    if not led and not _shaped(day, month, year):
        return None
    return _dated(paragraph, "slash", match.span(), (day, month, year))


def _read_day_month(paragraph: Paragraph, lowered: str, match: re.Match[str]) -> DateMention | None:
    """Read ``ngày 01/3``: a day and a month without a year."""
    if match["s3"] == "-" and not _real(match["d3"], match["m3"], "2024"):
        return None
    return _dated(paragraph, "slash", (match.start("d3"), match.end()), (match["d3"], match["m3"], ""))


def _read_blank(paragraph: Paragraph, lowered: str, match: re.Match[str]) -> DateMention | None:
    """Read ``ngày …/11/2023``."""
    written = (match["d4"] or "", match["m4"] or "", match["y4"] or match["y9"] or "")
    if not any(written) and not FILLER.search(match.group()):
        return None
    return _dated(paragraph, "slash", match.span(), written, blank=True)


def _read_month(paragraph: Paragraph, lowered: str, match: re.Match[str]) -> DateMention | None:
    month, year = match["m5"], match["y5"] or ""
    if not year and (
        EVERY.search(lowered, max(0, match.start() - 8), match.start()) or not 1 <= int(month) <= 12
    ):
        return None
    if year and not _year_shaped(year):
        return None
    return _dated(paragraph, "month", match.span(), ("", month, year))


def _read_bare_month(paragraph: Paragraph, lowered: str, match: re.Match[str]) -> DateMention | None:
    """Read ``từ 01/2024 đến 12/2024``: the passage is the numbers alone."""
    if not (1 <= int(match["m6"]) <= 12 and FIRST_YEAR <= int(match["y6"]) <= LAST_YEAR):
        return None
    return _dated(paragraph, "month", (match.start("m6"), match.end()), ("", match["m6"], match["y6"]))


def _read_quarter(paragraph: Paragraph, lowered: str, match: re.Match[str]) -> DateMention | None:
    written = paragraph.text[match.start("q7") : match.end("q7")]
    number = _QUARTERS.get(match["q7"])
    passage = Passage(paragraph, *match.span())
    year = int(match["y7"])
    shown = ("", written, match["y7"])
    if number is None or not 1900 <= year <= _LAST_REAL_YEAR:
        return DateMention(passage, "quarter", None, None, year, None, "impossible", (), shown)
    first = date(year, 3 * number - 2, 1)
    return DateMention(passage, "quarter", None, first.month, year, first, None, (), shown)


def _read_year(paragraph: Paragraph, lowered: str, match: re.Match[str]) -> DateMention | None:
    """Read ``năm 2024``; five digits that begin like a year are an impossible one."""
    year = match["y8"]
    if len(year) == 4 and not 1900 <= int(year) <= _LAST_REAL_YEAR:
        return None
    if len(year) == 5 and (
        not _year_shaped(year) or COUNTED.search(lowered, max(0, match.start() - 6), match.start())
    ):
        return None
    return _dated(paragraph, "year", match.span(), ("", "", year))


def _days_before(mention: DateMention, lowered: str) -> Iterator[DateMention]:
    """Yield the days that share month and year with a date: ``ngày 15, 16 và 17/6/2024``."""
    start = mention.passage.start
    shared = SHARED_DAYS.search(lowered, max(0, start - 40), start)
    if shared is None:
        return
    for number in NUMBER.finditer(lowered, shared.start(1), start):
        written = (number.group(), mention.written[1], mention.written[2])
        yield _dated(mention.passage.paragraph, "slash", number.span(), written)


def _years_behind(mention: DateMention, lowered: str) -> Iterator[DateMention]:
    """Yield the years that follow in a list: ``năm 2021, 2022 và 2023``."""
    end = mention.passage.end
    while match := NEXT_YEAR.match(lowered, end):
        yield _dated(mention.passage.paragraph, "year", match.span(1), ("", "", match[1]))
        end = match.end()


_READERS = {
    "long": _read_long,
    "slash": _read_slash,
    "daymonth": _read_day_month,
    "blank": _read_blank,
    "month": _read_month,
    "baremonth": _read_bare_month,
    "quarter": _read_quarter,
    "year": _read_year,
}


def _dated(
    paragraph: Paragraph,
    form: DateForm,
    span: tuple[int, int],
    written: tuple[str, str, str],
    *,
    blank: bool = False,
) -> DateMention:
    """Build the mention of day, month and year as printed, and judge whether the date exists."""
    day, month, year = (int(part) if part else None for part in written)
    passage = Passage(paragraph, *span)
    if blank:
        return DateMention(passage, form, day, month, year, None, "blank", (), written)
    if not _exists(form, day, month, year):
        return DateMention(
            passage, form, day, month, year, None, "impossible", rank_repairs(*written), written
        )
    value = date(year, month or 1, day or 1) if year is not None else None
    return DateMention(passage, form, day, month, year, value, None, (), written)


def _exists(form: DateForm, day: int | None, month: int | None, year: int | None) -> bool:
    if year is not None and not _FIRST_REAL_YEAR <= year <= _LAST_REAL_YEAR:
        return False
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    # 2024 is a leap year: a day and month without a year may be 29 February.
    return 1 <= day <= monthrange(year if year is not None else 2024, month or 1)[1]


def _real(day: str, month: str, year: str) -> bool:
    return _exists("slash", int(day), int(month), int(year))


def _shaped(day: str, month: str, year: str) -> bool:
    """Tell whether three numbers that no word introduces are meant as a date: at most one part is off."""
    off = (not 1 <= int(day) <= 31) + (not 1 <= int(month) <= 12)
    return off <= 1 and _year_shaped(year) and (len(year) == 4 or not off)


def _year_shaped(year: str) -> bool:
    """Tell whether digits are a year, or a year with one digit too many or too few."""
    if len(year) == 4:
        return _FIRST_REAL_YEAR <= int(year) <= _LAST_REAL_YEAR
    return len(year) in (3, 5) and any(_one_apart(year, str(y)) for y in range(FIRST_YEAR, LAST_YEAR + 1))


def _one_apart(a: str, b: str) -> bool:
    """Tell whether dropping one character of the longer string gives the shorter one."""
    long, short = (a, b) if len(a) > len(b) else (b, a)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _century(two_digits: str) -> str:
    return ("20" if int(two_digits) < 50 else "19") + two_digits


_FIRST_REAL_YEAR, _LAST_REAL_YEAR = 1000, 2150
_QUARTERS = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "01": 1,
    "02": 2,
    "03": 3,
    "04": 4,
}
