"""Times that do not suit the day of writing: forecasts and aims for last year, acts told as done at a later date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.dates import DateMention
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.reports import NO_REPORT, is_report
from thidua_check.ruleset.kinds.said import blocks_of_plans
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

# "dự kiến đến cuối năm 2024", "dự kiến trong quý IV/2024", "dự kiến hoàn thành vào tháng 6/2024".
_FORECAST = re.compile(r"(?i)(?<!\w)dự kiến(?:\s[^\W\d_]+){0,5}\s?$")
# A forecast that is itself told as past: "theo dự kiến", "đã dự kiến", "vượt dự kiến".
_TOLD = re.compile(r"(?i)(?<!\w)(?:theo|đã|vượt|như|so với|chưa|lúc đầu|ban đầu)\s$")
# An aim of a section on what is to be done: "phấn đấu đến cuối năm 2024", "Phấn đấu năm 2022".
_AIM = re.compile(r"(?i)(?<!\w)phấn đấu(?:\s[^\W\d_]+){0,5}\s?$")
# An act told as done at a date: "đã được trao vào ngày", "đã tổ chức trong tháng"; not what was only set or asked for.
_DONE = re.compile(
    r"(?i)(?<!\w)đã(?:\s(?!(?:kế|dự|thống|chọn|ấn|đăng|yêu|giao|trước|đến|hạn|trình|đề|hẹn|lịch|hiệu|thông|ký|quyết|chốt|hết|cho|sẽ)(?!\w))"
    r"[^\W\d_]+){1,8}\s(?:(?:vào|trong|từ)\s)?(?:ngày\s)?$"
)
# "tăng trưởng bình quân ngành công nghiệp - xây dựng giai đoạn" before the years.
_AVERAGE = re.compile(
    r"(?i)(?<!\w)(?:bình quân|trung bình)(?:\s[^\W\d_]+(?:\s?-\s?[^\W\d_]+)?,?){0,10}\s(?:giai đoạn|thời kỳ|nhiệm kỳ|5 năm \()?\s?$"
)
_IS = re.compile(r"\)?,?\s(?:là|đạt|đạt được|tăng|bằng)\s(?=\d)|\s?:\s?(?=\d)")
_PLANNED = re.compile(r"(?i)(?<!\w)(?:ước|dự kiến|phấn đấu|mục tiêu|kế hoạch|chỉ tiêu|đến nay|hết năm)(?!\w)")
_REACH, _LAST_MONTH = 60, 12


@frozen
class Params:
    """``of``: ``forecast`` for times that do not suit the words, ``average`` for averages over a period not yet over."""

    of: Literal["forecast", "average"] = "forecast"


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report such times against the draft's own date, else the date of the latest document that it cites."""
    if not is_report(draft):
        return NO_REPORT
    today = draft.as_of.date or _latest(draft)
    if today is None:
        return NotApplicable(Words("không rõ thời điểm viết báo cáo", "the time of writing is not known"))
    if params.of == "average":
        return list(_averages(draft, today))
    done = _done(draft, draft.as_of.date) if draft.as_of.date else ()
    return [*_forecasts(draft, today), *_aims(draft, today), *done]


def _latest(draft: Draft) -> date | None:
    dates = [
        c.date.value
        for c in draft.facts.citations
        if c.date and c.date.value and c.date.form in ("long", "slash")
    ]
    return max(dates, default=None)


def _forecasts(draft: Draft, today: date) -> Iterator[Hit]:
    for mention in draft.facts.dates:
        end = _end(mention)
        if end is None or end >= today:
            continue
        passage = mention.passage
        text = passage.paragraph.text
        match = _FORECAST.search(text, max(0, passage.start - _REACH), passage.start)
        if match and not _TOLD.search(text, max(0, match.start() - 12), match.start()):
            yield Hit(Passage(passage.paragraph, match.start(), passage.end), {"today": f"{today:%d/%m/%Y}"})


def _aims(draft: Draft, today: date) -> Iterator[Hit]:
    """Yield the aims of a section on what is to be done whose year is over."""
    plans = blocks_of_plans(draft)
    for mention in draft.facts.dates:
        passage, end = mention.passage, _end(mention)
        if end is None or end >= today or passage.paragraph.block not in plans:
            continue
        match = _AIM.search(passage.paragraph.text, max(0, passage.start - _REACH), passage.start)
        if match:
            told = Passage(passage.paragraph, match.start(), passage.end)
            yield Hit(told, {"today": f"{today:%d/%m/%Y}"}, variant="aim")


def _done(draft: Draft, today: date) -> Iterator[Hit]:
    """Yield the acts that are told as done at a date after the report's own."""
    for mention in draft.facts.dates:
        passage = mention.passage
        if mention.value is None or mention.month is None or mention.value <= today:
            continue
        match = _DONE.search(passage.paragraph.text, max(0, passage.start - _REACH), passage.start)
        if match:
            told = Passage(passage.paragraph, match.start(), passage.end)
            yield Hit(told, {"today": f"{today:%d/%m/%Y}"}, variant="done")


def _end(mention: DateMention) -> date | None:
    """Return the last day of a year, quarter, month or day that is mentioned."""
    if mention.value is None or mention.year is None:
        return None
    if mention.day is not None:
        return mention.value
    month = mention.month or 12
    month += 2 if mention.form == "quarter" else 0
    return date(mention.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _averages(draft: Draft, today: date) -> Iterator[Hit]:
    for period in draft.facts.periods:
        passage = period.passage
        if period.last < today.year or (period.last == today.year and today.month == _LAST_MONTH):
            continue
        text = passage.paragraph.text
        low = max(0, passage.start - 2 * _REACH)
        clause = max(text.rfind(sign, low, passage.start) for sign in ".;") + 1
        average = _AVERAGE.search(text, max(low, clause), passage.start)
        if (
            average
            and _IS.match(text, passage.end)
            and not _PLANNED.search(text, max(low, clause), passage.start)
        ):
            yield Hit(passage, {"today": f"{today:%d/%m/%Y}"}, fold="average")


_PROVIDED = frozenset({"today"})
KIND = Kind("stale_time", check, Params, {"default": _PROVIDED, "aim": _PROVIDED, "done": _PROVIDED})
