"""Printed lines of the blocks around the text: paragraphs cut at tabs, line breaks and between two columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.text import fold

# Between two columns of one line: a tab, a line break, the bar of a table typed as text, or a wide gap.
_GAP = re.compile(r"[\t\n]+|[ \u00a0]?\|[ \u00a0]?|[ \u00a0]{3,}")
# What begins a right-hand column although only a space stands before it:
# "UBND TỈNH X CỘNG HÒA XÃ HỘI ...", "SỞ NỘI VỤ Độc lập - Tự do", "Số: 5/BC-SNV Quảng Ngãi, ngày 05 tháng 02 năm 2026",
# "Nơi nhận: KT. GIÁM ĐỐC".
_COLUMN = re.compile(
    r"(?<=\s)(?:CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI"
    r"|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT"
    r"|Độc\s+lập\s*[-–—]\s*Tự\s+do"
    r"|(?:TM|KT|TL|TUQ)\s?\.\s?(?=[A-ZĐÀ-Ỹ]{2}))"
)
# What stands behind the motto is another line: "Độc lập - Tự do - Hạnh phúc Quảng Ngãi, ngày 05 tháng 02 năm 2026".
_MOTTO = re.compile(r"Độc\s+lập\s*[-–—]\s*Tự\s+do\s*[-–—]\s*Hạnh\s+phúc\s+")
_NUMBER_THEN_DATE = re.compile(
    r"^\s*Số\s*:?[^,\n]{0,40}?/[^\s,]*(?P<gap>\s+)(?=[^\d\s][^,]{1,40},?\s*ngày\b)", re.IGNORECASE
)
# A gap that only stands for a blank: "Số:      /BC", "ngày     tháng     năm", "..., ngày".
_BEFORE_BLANK = re.compile(r"(?:số\s*:?|ngày|tháng|năm|[,…/_-]|\.\.)\s*$", re.IGNORECASE)
_AFTER_BLANK = re.compile(r"\s*(?:[/…._]|tháng\b|năm\b|ngày\b)", re.IGNORECASE)
# "------", "______", "* * *", "-o0o-", "⎯⎯⎯": drawn lines.
_RULE = re.compile(r"[\s_*=~.…⎯─━—–-]*(?:[oO0]{2,3})?[\s_*=~.…⎯─━—–-]*")


@frozen
class Line:
    """One printed line: its place, its words as shown with single spaces, and the index of its paragraph."""

    passage: Passage
    text: str
    index: int

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph it is printed in."""
        return self.passage.paragraph

    @property
    def cell(self) -> tuple[int, int, int] | None:
        """The table cell it stands in."""
        return self.passage.paragraph.cell

    @property
    def folded(self) -> str:
        """The words folded for comparing."""
        return fold(self.text)

    @property
    def is_rule(self) -> bool:
        """Whether it is only a drawn line."""
        return _RULE.fullmatch(self.text) is not None

    @property
    def bold(self) -> bool:
        """Whether most of it is bold."""
        inside = [
            (min(r.end, self.passage.end) - max(r.start, self.passage.start), r.bold)
            for r in self.paragraph.runs
            if r.start < self.passage.end and r.end > self.passage.start
        ]
        return sum(n for n, bold in inside if bold) * 2 > sum(n for n, _ in inside) > 0


def lines_of(paragraph: Paragraph, index: int) -> Iterator[Line]:
    """Yield the printed lines of a paragraph, blank ones left out.

    >>> [line.text for line in lines_of(Paragraph("SỞ NỘI VỤ\\tĐộc lập - Tự do - Hạnh phúc"), 0)]
    ['SỞ NỘI VỤ', 'Độc lập - Tự do - Hạnh phúc']
    >>> [line.text for line in lines_of(Paragraph("| SỞ NỘI VỤ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |"), 0)]
    ['SỞ NỘI VỤ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']
    """
    text = paragraph.text
    for start, end in _pieces(text):
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            passage = Passage(paragraph, start, end)
            yield Line(passage, " ".join(passage.shown.split()), index)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _GAP.finditer(text):
        barred = "|" in match.group()
        if not text[start : match.start()].strip():
            start = match.end() if barred else start
            continue
        broken = barred or "\n" in match.group()
        if not broken and (
            _BEFORE_BLANK.search(text, start, match.start()) or _AFTER_BLANK.match(text, match.end())
        ):
            continue
        yield from _columns(text, start, match.start())
        start = match.end()
    yield from _columns(text, start, len(text))


def _columns(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the columns that stand in one line with only a space between them."""
    if end - start > _LONGEST:
        yield start, end
        return
    cuts = [match.start() for match in _COLUMN.finditer(text, start, end)]
    cuts += [match.end() for match in _MOTTO.finditer(text, start, end)]
    edges = [start, *sorted(cut for cut in cuts if text[start:cut].strip() and text[cut:end].strip()), end]
    for first, last in pairwise(edges):
        dated = _NUMBER_THEN_DATE.match(text[first:last])
        if dated is not None:
            yield first, first + dated.start("gap")
            yield first + dated.end("gap"), last
        else:
            yield first, last


_LONGEST = 300
