"""The text layer: the rows of all pages as one text with form feeds, indents, empty lines and looks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import Final

from attrs import define, evolve, field, frozen

from thidua_check.read.encoding import typing_of
from thidua_check.read.lines import Line, Mark, split_lines
from thidua_check.read.old_fonts import Typing, to_unicode
from thidua_check.read.pdf.columns import Column, columns, opens_recipients
from thidua_check.read.pdf.process import Page
from thidua_check.read.pdf.rows import Row
from thidua_check.read.pdf.tables import Placed

_PARTED: Final = 1.45  # of the usual distance of two rows: an empty line between them
_CHARACTER: Final = 0.45  # the width of a character of prose, as a share of its size
_MOST_INDENT: Final = 40


@define
class _Text:
    """A text that grows; ``looks`` has one number for each of its characters."""

    pieces: list[str] = field(factory=list)
    looks: bytearray = field(factory=bytearray)
    line: int = 1

    def add(self, text: str, looks: bytes = b"") -> None:
        self.pieces.append(text)
        self.looks += looks or bytes(len(text))
        self.line += text.count("\n")


@frozen
class Layer:
    """The lines with their pages (their numbers mean nothing), the tables, and the fonts of the letters.

    ``typing`` is None for Unicode.
    """

    lines: list[Line]
    tables: list[Placed]
    typing: Typing | None


def read_layer(pages: Sequence[Page]) -> Layer:
    """Return the text layer of a file."""
    text = _Text()
    pitch = _pitch(page.rows for page in pages)
    margin = _margin(page.rows for page in pages)
    tables: list[Placed] = []
    closing = False
    for number, page in enumerate(pages):
        if number:
            text.add("\f")
        last: Row | None = None
        grids = list(page.grids)
        for item in columns(page.rows, pitch, closing=closing):
            height = item.rows[0].y if isinstance(item, Column) else item.y
            while grids and grids[0].top > height:
                tables.append(Placed(grids.pop(0), number + 1, text.line))
                last = None
            if isinstance(item, Column):
                text.add("\n")
                for row in item.rows:
                    _add(text, row, margin, parted=True)
                last = None
            else:
                _add(text, item, margin, parted=last is None or last.y - item.y > pitch * _PARTED)
                last = item
        closing = closing or opens_recipients(page.rows)
        tables.extend(Placed(grid, number + 1, text.line) for grid in grids)
    whole = "".join(text.pieces)
    typing = typing_of(whole)
    if typing is not None:
        whole = to_unicode(whole, typing)
    lines = [_marked(line, text.looks) for line in split_lines(whole)]
    paged = len(pages) > 1
    return Layer(lines if paged else [evolve(line, page=1) for line in lines], tables, typing)


def _add(text: _Text, row: Row, margin: float, *, parted: bool) -> None:
    """Take up a row as a line, behind an empty one where it stands apart."""
    if parted:
        text.add("\n")
    indent = int(max(0.0, row.pieces[0].x0 - margin) / (_CHARACTER * row.size))
    text.add(" " * min(indent, _MOST_INDENT))
    for index, piece in enumerate(row.pieces):
        if index:
            text.add("    ")
        text.add(piece.text, piece.looks)
    text.add("\n")


def _pitch(pages: Iterable[Sequence[Row]]) -> float:
    """Return the usual distance of two rows."""
    gaps = sorted(a.y - b.y for page in pages for a, b in pairwise(page) if a.y > b.y)
    return gaps[len(gaps) // 3] if gaps else 18.0


def _margin(pages: Iterable[Sequence[Row]]) -> float:
    """Return where most rows begin that stand farthest left."""
    starts = sorted(row.pieces[0].x0 for page in pages for row in page)
    return starts[len(starts) // 20] if starts else 0.0


def _marked(line: Line, looks: bytearray) -> Line:
    """Return a line with the stretches of it that are bold or italic."""
    marks: list[Mark] = []
    at = 0
    for look, group in groupby(line.origin, key=lambda place: looks[place]):
        length = sum(1 for _ in group)
        if look:
            marks.append(Mark(at, at + length, bool(look & 1), bool(look & 2)))
        at += length
    return evolve(line, marks=tuple(marks)) if marks else line
