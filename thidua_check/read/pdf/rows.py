"""Rows of a page: the characters on one baseline, from left to right, in pieces where a wide gap parts them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from attrs import frozen

from thidua_check.read.pdf.glyphs import Glyph

# Shares of the type size.
_SAME_LINE: Final = 0.45  # a raised figure stands 0.33 above its line; the next line 1.0 and more below
_WORD_GAP: Final = 0.13  # letters stand less apart, words 0.17 and more
_WIDE_GAP: Final = 1.3  # a justified line stretches its spaces by less
_SAME_PLACE: Final = 0.12  # a letter printed twice, to look bold
_RAISED: Final = 0.8
_FIGURES: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@frozen
class Piece:
    """Some text of a row between two wide gaps; ``looks`` has one number for each character: 1 bold, 2 italic."""

    x0: float
    x1: float
    text: str
    looks: bytes


@frozen
class Row:
    """The pieces on one baseline; ``size`` is the type size of most of it."""

    y: float
    size: float
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The text, its pieces four spaces apart."""
        return "    ".join(piece.text for piece in self.pieces)


def rows_of(glyphs: Iterable[Glyph]) -> list[Row]:
    """Return the rows of a page from the top."""
    lines: list[list[Glyph]] = []
    top, tallest = 0.0, 0.0
    for glyph in sorted(glyphs, key=lambda g: -g.y):
        if lines and top - glyph.y <= _SAME_LINE * max(tallest, glyph.size):
            lines[-1].append(glyph)
            tallest = max(tallest, glyph.size)
        else:
            lines.append([glyph])
            top, tallest = glyph.y, glyph.size
    return [row for line in lines if (row := _row(line)).pieces]


def _row(line: list[Glyph]) -> Row:
    """Return the row that the characters of a line make."""
    line.sort(key=lambda g: g.x0)
    size = sorted(g.size for g in line)[len(line) // 2]
    bases = [g.y for g in line if g.size >= size * _RAISED]
    base = sorted(bases)[len(bases) // 2] if bases else line[0].y
    pieces: list[Piece] = []
    start = 0
    last: Glyph | None = None
    for index, glyph in enumerate(line):
        if glyph.char.isspace():
            continue
        if last is not None and _gap(line, index) > _WIDE_GAP * size:
            pieces.append(_piece(line[start:index], size, base))
            start = index
        last = glyph
    pieces.append(_piece(line[start:], size, base))
    return Row(base, size, tuple(piece for piece in pieces if piece.text))


def _gap(line: Sequence[Glyph], index: int) -> float:
    """Return the width between a character and the one before it, a space being one."""
    return line[index].x0 - max((g.x1 for g in line[max(0, index - 3) : index]), default=line[index].x0)


def _piece(glyphs: Sequence[Glyph], size: float, base: float) -> Piece:
    """Return the text of neighbouring characters, with one space where they are a word apart."""
    chars: list[str] = []
    looks: list[int] = []
    last: Glyph | None = None
    spaced = False
    for glyph in glyphs:
        if glyph.char.isspace():
            spaced = last is not None
            continue
        if last is not None:
            if glyph.char == last.char and glyph.x0 - last.x0 < _SAME_PLACE * size:
                continue
            if spaced or glyph.x0 - last.x1 > _WORD_GAP * size:
                chars.append(" ")
                looks.append(looks[-1])
        raised = glyph.size < size * _RAISED and glyph.y > base + size * 0.15
        chars.append(glyph.char.translate(_FIGURES) if raised else glyph.char)
        looks.append(glyph.bold + 2 * glyph.italic)
        last, spaced = glyph, False
    visible = [g for g in glyphs if not g.char.isspace()]
    x0, x1 = (visible[0].x0, visible[-1].x1) if visible else (0.0, 0.0)
    return Piece(x0, x1, "".join(chars), bytes(looks))
