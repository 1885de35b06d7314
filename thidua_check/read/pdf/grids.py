"""Tables with drawn lines: where lines cross, a grid; where none parts two places of it, one cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from attrs import frozen

from thidua_check.read.pdf.glyphs import Glyph
from thidua_check.read.pdf.rows import Row, rows_of
from thidua_check.read.pdf.rules import Rules

_NEAR: Final = 3.0
_FEWEST_CELLS: Final = 4
_MOST_CELLS: Final = 4_000
_MOST_LINES: Final = 400
_WORD_GAP: Final = 0.1  # of the type size: letters of one word stand less apart
_MOST_CUTS: Final = 2

Line = tuple[float, float, float]


@frozen
class GridCell:
    """A cell: place and span in the grid, and the rows of text in it."""

    row: int
    col: int
    rowspan: int
    colspan: int
    rows: tuple[Row, ...]


@frozen
class Grid:
    """A table of one page: the height of its upper edge, the places of its upright lines, its cells."""

    top: float
    columns: tuple[float, ...]
    cells: tuple[GridCell, ...]


@frozen
class _Frame:
    """The lines of one table; ``xs`` ascend, ``ys`` descend."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    level: tuple[Line, ...]
    upright: tuple[Line, ...]


def take_grids(glyphs: Sequence[Glyph], rules: Rules) -> tuple[list[Grid], list[Glyph]]:
    """Return the tables of a page, and the characters outside of them."""
    left = list(glyphs)
    grids: list[Grid] = []
    for frame in _frames(rules):
        spans = _spans(frame)
        homes = {
            (row + r, col + c): index
            for index, (row, col, down, across) in enumerate(spans)
            for r in range(down)
            for c in range(across)
        }
        cells = [homes.get(place) if (place := _place(frame, glyph)) else None for glyph in left]
        if not _holds(frame, left, cells):
            continue
        inside: list[list[Glyph]] = [[] for _ in spans]
        for glyph, cell in zip(left, cells, strict=True):
            if cell is not None:
                inside[cell].append(glyph)
        made = (GridCell(*span, tuple(rows_of(own))) for span, own in zip(spans, inside, strict=True))
        grids.append(Grid(frame.ys[0], frame.xs, tuple(made)))
        left = [glyph for glyph, cell in zip(left, cells, strict=True) if cell is None]
    return grids, left


def _holds(frame: _Frame, glyphs: Sequence[Glyph], cells: Sequence[int | None]) -> bool:
    """Tell whether there is text in a table and its lines cut through no words, as those of a drawing do."""
    if all(cell is None for cell in cells):
        return False
    near = sorted(
        (-round(glyph.y), glyph.x0, index)
        for index, glyph in enumerate(glyphs)
        if frame.ys[-1] <= glyph.y <= frame.ys[0] and not glyph.char.isspace()
    )
    cuts = 0
    for (height, _, a), (other, _, b) in pairwise(near):
        first, second = glyphs[a], glyphs[b]
        touching = height == other and second.x0 - first.x1 < _WORD_GAP * second.size
        cuts += touching and cells[a] != cells[b]
    return cuts < _MOST_CUTS


def _frames(rules: Rules) -> Iterable[_Frame]:
    """Yield the sets of lines that hang together and make at least a few cells, from the top."""
    level, upright = rules.level[:_MOST_LINES], rules.upright[:_MOST_LINES]
    groups = _groups(level, upright)
    frames = []
    for own_level, own_upright in groups:
        xs = _positions(own_upright)
        ys = _positions(own_level)[::-1]
        cells = (len(xs) - 1) * (len(ys) - 1)
        if len(xs) > 1 and len(ys) > 1 and _FEWEST_CELLS <= cells <= _MOST_CELLS:
            frames.append(_Frame(xs, ys, tuple(own_level), tuple(own_upright)))
    return sorted(frames, key=lambda frame: -frame.ys[0])


def _groups(level: Sequence[Line], upright: Sequence[Line]) -> list[tuple[list[Line], list[Line]]]:
    """Return level and upright lines in groups that cross one another."""
    parent = list(range(len(level) + len(upright)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, (y, x0, x1) in enumerate(level):
        for j, (x, y0, y1) in enumerate(upright, len(level)):
            if x0 - _NEAR <= x <= x1 + _NEAR and y0 - _NEAR <= y <= y1 + _NEAR:
                parent[root(j)] = root(i)
    out: dict[int, tuple[list[Line], list[Line]]] = {}
    for i, line in enumerate((*level, *upright)):
        out.setdefault(root(i), ([], []))[i >= len(level)].append(line)
    return list(out.values())


def _positions(lines: Iterable[Line]) -> tuple[float, ...]:
    """Return the positions of lines, those that are nearly the same as one."""
    out: list[float] = []
    for position, *_ in sorted(lines):
        if not out or position - out[-1] > _NEAR:
            out.append(position)
    return tuple(out)


def _place(frame: _Frame, glyph: Glyph) -> tuple[int, int] | None:
    """Return row and column of a character, None outside of the table."""
    x, y = (glyph.x0 + glyph.x1) / 2, glyph.y + glyph.size * 0.3
    if not (frame.xs[0] < x < frame.xs[-1] and frame.ys[-1] < y < frame.ys[0]):
        return None
    col = bisect_right(frame.xs, x) - 1
    row = bisect_right([-place for place in frame.ys], -y) - 1
    return row, col


def _spans(frame: _Frame) -> list[tuple[int, int, int, int]]:
    """Return row, column, height and width of the cells, row by row; a merged one stands once."""
    out: list[tuple[int, int, int, int]] = []
    taken: set[tuple[int, int]] = set()
    height, width = len(frame.ys) - 1, len(frame.xs) - 1
    for row in range(height):
        for col in range(width):
            if (row, col) in taken:
                continue
            across = down = 1
            while col + across < width and not _parted_upright(frame, row, col + across):
                across += 1
            while row + down < height and not _parted_level(frame, row + down, col):
                down += 1
            taken.update((r, c) for r in range(row, row + down) for c in range(col, col + across))
            out.append((row, col, down, across))
    return out


def _parted_upright(frame: _Frame, row: int, col: int) -> bool:
    """Tell whether a line stands left of a place."""
    x, y = frame.xs[col], (frame.ys[row] + frame.ys[row + 1]) / 2
    return any(abs(line[0] - x) <= _NEAR and line[1] <= y <= line[2] for line in frame.upright)


def _parted_level(frame: _Frame, row: int, col: int) -> bool:
    """Tell whether a line runs above a place."""
    x, y = (frame.xs[col] + frame.xs[col + 1]) / 2, frame.ys[row]
    return any(abs(line[0] - y) <= _NEAR and line[1] <= x <= line[2] for line in frame.level)
