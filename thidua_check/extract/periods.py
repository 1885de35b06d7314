"""Periods of years: ``giai đoạn 2021-2025``, ``2020 -2025``, ``5 năm (2021 - 2025)``."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.extract.dates import DateMention
from thidua_check.text import fold, fold_same_length


@frozen
class Period:
    """A span of years as written; ``last`` may be before ``first``.

    ``passage`` covers the years alone (``2021 - 2025``, ``2022 đến năm 2024``). ``lead`` is the folded word before
    it (``giai đoạn``, ``nhiệm kỳ``, ``năm học``, ``từ năm``), empty where there is none. ``attached`` is the name it
    belongs to as written: the quoted name that stands directly before it, around it or after it, or else the phrase
    from the last word such as ``Chương trình`` or ``Kế hoạch`` before it; None where nothing is named.

    >>> [p] = find_periods(Paragraph("Phong trào “Cùng nhau học tập” giai đoạn 2021 - 2025"))
    >>> p.first, p.last, p.lead, p.attached
    (2021, 2025, 'giai đoạn', 'Cùng nhau học tập')
    """

    passage: Passage
    first: int
    last: int
    lead: str = ""
    attached: str | None = None
    quoted: bool = False

    @property
    def school_year(self) -> bool:
        """Whether it is a school year (``năm học 2023 - 2024``), which is no period of a movement."""
        return self.lead.startswith(("năm học", "niên"))

    @property
    def years(self) -> int | None:
        """The stated number of years (``5 năm (2021 - 2025)``), None where none is stated."""
        number = self.lead.partition(" ")[0]
        return int(number) if number.isdigit() else None


def find_periods(paragraph: Paragraph, dates: Sequence[DateMention] = ()) -> tuple[Period, ...]:
    """Return the periods of a paragraph in reading order; years inside one of ``dates`` belong to the date.

    >>> [(p.first, p.last) for p in find_periods(Paragraph("giai đoạn 2016-2020 và 2021-2025"))]
    [(2016, 2020), (2021, 2025)]
    >>> find_periods(Paragraph("bán 2000 - 2050 kg"))
    ()
    """
    text = paragraph.text
    if "20" not in text and "19" not in text:
        return ()
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = fold_same_length(text)
    busy = [(d.passage.start, d.passage.end) for d in dates if d.form in ("long", "slash")]
    out: list[Period] = []
    for match in _YEARS.finditer(lowered):
        start, end = match.span("first")[0], match.end()
        if any(a < end and start < b for a, b in busy):
            continue
        period = _period(paragraph, lowered, match, out[-1] if out else None)
        if period is not None:
            out.append(period)
    return tuple(out)


def find_date_ranges(dates: Sequence[DateMention]) -> Iterator[tuple[DateMention, DateMention]]:
    """Yield the dates joined by ``từ ngày ... đến ngày ...`` among the dates of a draft in reading order."""
    for first, last in pairwise(dates):
        paragraph = first.passage.paragraph
        if paragraph is not last.passage.paragraph or first.passage.end > last.passage.start:
            continue
        start, end, text = first.passage.start, first.passage.end, paragraph.text
        if _TO.fullmatch(text, end, last.passage.start) and _FROM.search(text, max(0, start - 12), start):
            yield first, last


def _period(paragraph: Paragraph, lowered: str, match: re.Match[str], before: Period | None) -> Period | None:
    start = match.start("first")
    lead_match = _LEAD.search(lowered, max(0, start - 30), start)
    lead = fold(lead_match[1]) if lead_match else ""
    if match["short"] and not lead:
        return None
    if match["slash"] and not lead.startswith(("năm học", "niên")):
        return None
    if not lead and _UNIT.match(lowered, match.end()):
        return None
    first, last = int(match["first"]), int(match["last"] or match["first"][:2] + match["short"])
    passage = Passage(paragraph, start, match.end())
    if before is not None and _LISTED.fullmatch(lowered, before.passage.end, start):
        return Period(passage, first, last, lead or before.lead, before.attached, before.quoted)
    name, quoted = _attached(
        paragraph.text, lowered, lead_match.start() if lead_match else start, match.end()
    )
    return Period(passage, first, last, lead, name, quoted)


def _attached(text: str, lowered: str, start: int, end: int) -> tuple[str | None, bool]:
    """Return the name a period belongs to and whether it is quoted; ``start`` is before the lead word."""
    floor = max(0, start - _REACH)
    closing = _CLOSED.search(text, floor, start)
    opening = max(text.rfind(quote, floor, start) for quote in _OPENING)
    if closing:
        return _quoted(text, closing.start(), floor)
    if opening >= 0 and not any(quote in text[opening + 1 : start] for quote in _CLOSING):
        stop = min(
            (i for i in (text.find(quote, end, end + _REACH) for quote in _CLOSING) if i >= 0), default=-1
        )
        if stop >= 0:
            return text[opening + 1 : stop].strip(), True
    behind = _NAMED_BEHIND.match(text, end)
    if behind:
        return behind[1].strip(), True
    words = deque(_PROGRAMME.finditer(lowered, floor, start), maxlen=1)
    if not words or _SENTENCE_END.search(text, words[0].end(), start):
        return None, False
    return text[words[0].start() : end].strip(), False


def _quoted(text: str, closing: int, floor: int) -> tuple[str | None, bool]:
    """Return the quoted name that ends at ``closing``."""
    opening = max(text.rfind(quote, floor, closing) for quote in _OPENING)
    return (text[opening + 1 : closing].strip(), True) if opening >= 0 else (None, False)


# "từ ngày" before the first date of a range, "đến hết ngày" between the two.
_FROM = re.compile(r"\b[Tt]ừ\s+(?:ngày\s+)?$")
_TO = re.compile(r"\s+đến\s+(?:hết\s+)?(?:ngày\s+)?")
_REACH = 220
_OPENING, _CLOSING = '“"«', '”"»'

# 2021-2025, 2020 -2025, 2021 – 2025, 2022 đến năm 2024, 2021 đến hết năm 2025; giai đoạn 2021-25; năm học 2022/2023
_YEARS = re.compile(
    r"(?<![\w/.,-])(?P<first>(?:19|20)\d\d)"
    r"(?:\s?[-–—]\s?|(?P<slash>/)|\s+đến\s+(?:hết\s+)?(?:năm\s+)?)"
    r"(?:(?P<last>(?:19|20)\d\d)|(?P<short>\d\d))(?![\w/%]|[.,-]\d)"
)
# "giai đoạn", "nhiệm kỳ", "năm học mới", "5 năm (" before the first year.
_LEAD = re.compile(
    r"(giai đoạn|thời kỳ|thời kì|nhiệm kỳ|nhiệm kì|năm học(?:\s+mới)?|niên khóa|niên khoá|niên học|khóa|khoá"
    r"|từ năm|từ|trong năm|các năm|\d+\s+năm|năm năm|năm)[\s(:,]*$"
)
# Between the periods of a list: "2016-2020 và 2021-2025".
_LISTED = re.compile(r"\s*(?:,|;|và|đến|sang)\s*(?:giai đoạn\s+)?")
# What is counted behind a range of numbers that look like years: "2000 - 2050 kg".
_UNIT = re.compile(
    r"\s*(?:đồng|triệu|tỷ|kg|g|tấn|tạ|ha|m|m2|m3|km|lít|con|cây|hộ|người|lượt|suất|giờ|giống|mét|%)(?!\w)"
)
# A closing quote directly before the lead word: "” giai đoạn", "”, (".
_CLOSED = re.compile(r"[”\"»][\s,(]*$")
# A quoted name behind: "2021 - 2025 của Phong trào “...”" is too far; directly: "2021-2025 “...”".
_NAMED_BEHIND = re.compile(r"[\s)]*[“«]([^”»]{3,200})[”»]")
_PROGRAMME = re.compile(
    r"\b(?:phong trào(?: thi đua)?|chương trình|kế hoạch|đề án|dự án|chiến lược|cuộc vận động|quy hoạch|bộ tiêu chí"
    r"|nghị quyết|chuẩn nghèo|chỉ thị|đại hội)\b"
)
_SENTENCE_END = re.compile(r"[;!?]|\.\s")
