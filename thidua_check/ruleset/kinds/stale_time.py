"""Times that have gone by, or are not over yet: a forecast for last year, an average over years still to come."""

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
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

# "dự kiến đến cuối năm 2024", "dự kiến trong quý IV/2024", "dự kiến hoàn thành vào tháng 6/2024".
_FORECAST = re.compile(r"(?i)(?<!\w)dự kiến(?:\s[^\W\d_]+){0,5}\s?$")
# A forecast that is itself told as past: "theo dự kiến", "đã dự kiến", "vượt dự kiến".
_TOLD = re.compile(r"(?i)(?<!\w)(?:theo|đã|vượt|như|so với|chưa|lúc đầu|ban đầu)\s$")
# "tăng trưởng bình quân ngành công nghiệp - xây dựng giai đoạn" before the years.
_AVERAGE = re.compile(
    r"(?i)(?<!\w)(?:bình quân|trung bình)(?:\s[^\W\d_]+(?:\s?-\s?[^\W\d_]+)?,?){0,10}\s(?:giai đoạn|thời kỳ|nhiệm kỳ|5 năm \()?\s?$"
)
_IS = re.compile(r"\)?,?\s(?:là|đạt|đạt được|tăng|bằng)\s(?=\d)|\s?:\s?(?=\d)")
_PLANNED = re.compile(r"(?i)(?<!\w)(?:ước|dự kiến|phấn đấu|mục tiêu|kế hoạch|chỉ tiêu|đến nay|hết năm)(?!\w)")
_REACH, _LAST_MONTH = 60, 12


@frozen
class Params:
    """``of``: ``forecast`` for forecasts whose time is over, ``average`` for averages over a period that is not."""

    of: Literal["forecast", "average"] = "forecast"


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report such times against the draft's own date, else the date of the latest document that it cites."""
    if not is_report(draft):
        return NO_REPORT
    today = draft.as_of.date or _latest(draft)
    if today is None:
        return NotApplicable(Words("không rõ thời điểm viết báo cáo", "the time of writing is not known"))
    find = _averages if params.of == "average" else _forecasts
    return list(find(draft, today))


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
KIND = Kind("stale_time", check, Params, {"default": _PROVIDED})
