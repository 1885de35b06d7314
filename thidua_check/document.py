"""The document as frozen values: what every reader produces and all that the later stages know of a file.

Offsets everywhere are code points in the paragraph's NFC text. Numbers of blocks, tables, rows and columns count
from 0; source lines and pages count from 1.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from attrs import field, frozen

Part = Literal["header", "body", "table", "note", "footer"]
Alignment = Literal["left", "center", "right", "both"]


@frozen
class Run:
    """A stretch of a paragraph's text in one resolved formatting (ISO 29500-1, 17.3.2).

    ``size`` is in points; ``color`` is RRGGBB or None for automatic; ``caps`` is set where lower-case letters are
    shown as capitals.
    """

    start: int
    end: int
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    size: float | None = None
    font: str | None = None
    color: str | None = None


@frozen
class Layout:
    """Paragraph formatting after styles and document defaults (ISO 29500-1, 17.3.1); lengths are twips (1/20 pt).

    ``line`` is in 240ths of a line when ``line_rule`` is ``auto``, in twips otherwise. ``first_line`` is negative
    for a hanging indent. ``contextual`` drops the space between paragraphs of the same style.
    ``in_characters`` marks an indent that is given in widths of characters, so that its length is not known.
    """

    alignment: Alignment | None = None
    left: int = 0
    right: int = 0
    first_line: int = 0
    before: int = 0
    after: int = 0
    line: int | None = None
    line_rule: str | None = None
    page_break_before: bool = False
    contextual: bool = False
    in_characters: bool = False


@frozen
class Paragraph:
    """One paragraph: NFC text without its automatic label, with where it stands and how it looks.

    ``label`` is the visible label of automatic numbering (``w:numPr``), which is not in ``text``; a typed label is
    in ``text``. ``block`` counts the paragraphs of the same ``part``. ``cell`` is (table, row, column) for a
    paragraph in a table. ``lines`` holds (offset, source line) pairs, ascending, for text formats. ``origin`` maps
    each offset of ``text`` (and its end) to the offset in the source's own characters; None when the two agree.
    """

    text: str
    part: Part = "body"
    block: int = 0
    label: str = ""
    list_level: int | None = None
    runs: tuple[Run, ...] = ()
    layout: Layout = Layout()
    style: str | None = None
    outline_level: int | None = None
    cell: tuple[int, int, int] | None = None
    boxed: bool = False
    lines: tuple[tuple[int, int], ...] = ()
    page: int | None = None
    origin: tuple[int, ...] | None = field(default=None, repr=False)

    def line_at(self, offset: int) -> int | None:
        """Return the 1-based source line of an offset, None where the format has no lines."""
        if not self.lines:
            return None
        index = bisect_right(self.lines, (offset, 1 << 60)) - 1
        return self.lines[max(index, 0)][1]

    def share(self, flag: Literal["bold", "italic", "underline", "caps"]) -> float:
        """Return the share (0 to 1) of the visible characters whose run has the flag set."""
        total = sum(not c.isspace() for c in self.text)
        if not total:
            return 0.0
        hit = sum(
            sum(not c.isspace() for c in self.text[run.start : run.end])
            for run in self.runs
            if getattr(run, flag)
        )
        return hit / total


@frozen
class Passage:
    """A stretch of one paragraph: the offsets are half-open."""

    paragraph: Paragraph
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words of the passage."""
        return self.paragraph.text[self.start : self.end]

    @property
    def shown(self) -> str:
        """The words as they are seen: small letters are capitals in a run that shows them so."""
        text = self.text
        for run in self.paragraph.runs:
            if run.caps and run.start < self.end and run.end > self.start:
                first, last = max(run.start - self.start, 0), run.end - self.start
                text = text[:first] + text[first:last].upper() + text[last:]
        return text

    def within(self, other: Passage) -> bool:
        """Return whether the passage lies in another one of the same paragraph."""
        mine, its = self.paragraph, other.paragraph
        same = mine is its or (mine.part, mine.block) == (its.part, its.block)
        return same and other.start <= self.start and self.end <= other.end

    @classmethod
    def whole(cls, paragraph: Paragraph) -> Passage:
        """Return the paragraph's text without the space around it."""
        text = paragraph.text
        start = len(text) - len(text.lstrip())
        return cls(paragraph, start, max(start, len(text.rstrip())))


@frozen
class Cell:
    """A table cell: the place of its top left corner and how many rows and columns it spans."""

    row: int
    col: int
    rowspan: int
    colspan: int
    content: tuple[Paragraph | Table, ...]

    @property
    def text(self) -> str:
        """The text of the cell's own paragraphs, one a line."""
        return "\n".join(p.text for p in self.content if isinstance(p, Paragraph))


@frozen
class Table:
    """A table in reading order; nested tables stand in their cells. ``index`` counts the document's tables.

    ``boxed`` is set where a line is drawn at the top or a side of a cell; None where the format shows no lines.
    """

    index: int
    rows: tuple[tuple[Cell, ...], ...]
    boxed: bool | None = None

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the paragraphs row by row, nested tables where they stand."""
        for row in self.rows:
            for cell in row:
                for block in cell.content:
                    if isinstance(block, Table):
                        yield from block.paragraphs()
                    else:
                        yield block


@frozen
class Note:
    """A footnote or endnote with the passage of its reference mark (None if the mark was not found)."""

    mark: str
    kind: Literal["footnote", "endnote"]
    paragraphs: tuple[Paragraph, ...]
    anchor: Passage | None = None


@frozen
class Comment:
    """A comment in the margin; ``parent`` is the place of the comment it answers among the document's comments.

    ``span`` tells which comments stand on the same words: the characters of the file before and up to the end of
    its range, None for a comment without a range.
    """

    author: str
    text: str
    parent: int | None = None
    span: tuple[int, int] | None = None


@frozen
class PageSetup:
    """Page of one section (ISO 29500-1, 17.6); lengths in twips. ``opens`` is the first paragraph with words."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    landscape: bool = False
    title_page: bool = False
    opens: Paragraph | None = field(default=None, eq=False, repr=False)


@frozen
class PageNumber:
    """A running page number (ISO 29500-1, 17.16.5.44) in a header or footer that is shown.

    ``paragraph`` holds it; ``alignment`` is None where its place cannot be told (a frame, a tab). ``first`` tells
    whether it shows on the first page of the document, None where that depends on a condition. ``section`` counts
    the first section that shows it, ``arabic`` is unset for roman numerals and letters.
    """

    paragraph: Paragraph
    alignment: Alignment | None
    first: bool | None
    section: int = 0
    arabic: bool = True


@frozen(slots=False)
class Document:
    """A whole draft. ``body`` holds paragraphs and tables in reading order; notes, headers and footers are apart.

    ``format`` is ``docx``, ``odt``, ``doc``, ``rtf``, ``xml`` (Word 2003), ``html``, ``pdf``, ``txt`` or ``md``;
    ``has_layout`` tells whether the format shows page layout, so that what is absent is really absent.
    ``converted`` names what the letters were typed for when that was not Unicode: ``TCVN3`` or ``VNI``.
    """

    path: str
    sha256: str
    format: str
    body: tuple[Paragraph | Table, ...]
    notes: tuple[Note, ...] = ()
    headers: tuple[Paragraph, ...] = ()
    footers: tuple[Paragraph, ...] = ()
    sections: tuple[PageSetup, ...] = ()
    page_numbers: tuple[PageNumber, ...] = ()
    has_layout: bool = False
    comments: tuple[Comment, ...] = ()
    converted: str | None = None

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Body and table paragraphs in reading order."""
        out: list[Paragraph] = []
        for block in self.body:
            if isinstance(block, Table):
                out.extend(block.paragraphs())
            else:
                out.append(block)
        return tuple(out)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Every table, nested ones after the table that holds them."""
        out: list[Table] = []

        def visit(blocks: tuple[Paragraph | Table, ...]) -> None:
            for block in blocks:
                if isinstance(block, Table):
                    out.append(block)
                    for row in block.rows:
                        for cell in row:
                            visit(cell.content)

        visit(self.body)
        return tuple(out)

    @cached_property
    def everything(self) -> tuple[Paragraph, ...]:
        """Body and tables in reading order, then the paragraphs of the notes."""
        return self.paragraphs + tuple(p for note in self.notes for p in note.paragraphs)


@frozen
class Location:
    """Where a passage stands, as the report says it; ``section`` holds the labels from the top, bare (``I``, ``3``)."""

    part: Part
    block: int
    start: int
    end: int
    cell: tuple[int, int, int] | None = None
    line: int | None = None
    line_end: int | None = None
    page: int | None = None
    section: tuple[str, ...] = ()

    @classmethod
    def of(cls, passage: Passage, section: tuple[str, ...] = ()) -> Location:
        """Return the location of a passage that stands in the given section."""
        paragraph = passage.paragraph
        return cls(
            part=paragraph.part,
            block=paragraph.block,
            start=passage.start,
            end=passage.end,
            cell=paragraph.cell,
            line=paragraph.line_at(passage.start),
            line_end=paragraph.line_at(max(passage.start, passage.end - 1)),
            page=paragraph.page,
            section=section,
        )
