"""The text layer: the rows of all pages as one text with form feeds, indents, empty lines and looks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import Final

from attrs import define, evolve, field

from thidua_check.read.encoding import typing_of
from thidua_check.read.lines import Line, Mark, split_lines
from thidua_check.read.old_fonts import Typing, to_unicode
from thidua_check.read.pdf.columns import Column, columns
from thidua_check.read.pdf.rows import Row

_PARTED: Final = 1.45  # of the usual distance of two rows: an empty line between them
_CHARACTER: Final = 0.45  # the width of a character of prose, as a share of its size
_MOST_INDENT: Final = 40


@define
class _Text:
    """A text that grows; ``looks`` has one number for each of its characters."""

    pieces: list[str] = field(factory=list)
    looks: bytearray = field(factory=bytearray)

    def add(self, text: str, looks: bytes = b"") -> None:
        self.pieces.append(text)
        self.looks += looks or bytes(len(text))


def lines_of(pages: Sequence[Sequence[Row]]) -> tuple[list[Line], Typing | None]:
    """Return the lines of a text layer, each with its page, and the fonts it was typed for (None: Unicode).

    The numbers of the lines mean nothing.
    """
    text = _Text()
    pitch = _pitch(pages)
    margin = _margin(pages)
    for number, page in enumerate(pages):
        if number:
            text.add("\f")
        last: Row | None = None
        for item in columns(page, pitch):
            if isinstance(item, Column):
                text.add("\n")
                for row in item.rows:
                    _add(text, row, margin, parted=True)
                last = None
            else:
                _add(text, item, margin, parted=last is None or last.y - item.y > pitch * _PARTED)
                last = item
    whole = "".join(text.pieces)
    typing = typing_of(whole)
    if typing is not None:
        whole = to_unicode(whole, typing)
    lines = [_marked(line, text.looks) for line in split_lines(whole)]
    paged = len(pages) > 1
    return (lines if paged else [evolve(line, page=1) for line in lines]), typing


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
