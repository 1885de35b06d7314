"""The lines drawn on a page, level and upright, as (position, start, end); lengths are points."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from typing import Any, Final

from attrs import frozen

MAX_OBJECTS: Final = 20_000  # drawn things of one page that are looked at
MAX_POINTS: Final = 400  # of one path; a drawing has more, a grid of cells fewer
_THIN: Final = 2.5
_SHORT: Final = 4.0
_NEAR: Final = 2.0


@frozen
class Rules:
    """Level lines as (y, from x, to x), upright ones as (x, from y, to y), both in ascending order."""

    level: tuple[tuple[float, float, float], ...]
    upright: tuple[tuple[float, float, float], ...]


def read_rules(page: Any) -> Rules:
    """Return the lines of a page, pieces of one line joined."""
    import pypdfium2.raw as raw

    level: list[tuple[float, float, float]] = []
    upright: list[tuple[float, float, float]] = []
    for index in range(min(raw.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        thing = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(thing) != raw.FPDF_PAGEOBJ_PATH:
            continue
        for x0, y0, x1, y1 in _edges(thing):
            if y1 - y0 <= _THIN and x1 - x0 >= _SHORT:
                level.append(((y0 + y1) / 2, x0, x1))
            elif x1 - x0 <= _THIN and y1 - y0 >= _SHORT:
                upright.append(((x0 + x1) / 2, y0, y1))
    return Rules(tuple(_joined(level)), tuple(_joined(upright)))


def _edges(path: Any) -> Iterator[tuple[float, float, float, float]]:
    """Yield the boxes of the lines in a path: a thin path is one, a stroked one has its straight stretches."""
    import pypdfium2.raw as raw

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not (fill.value or stroke.value) or not raw.FPDFPageObj_GetBounds(path, left, bottom, right, top):
        return
    if right.value - left.value <= _THIN or top.value - bottom.value <= _THIN:
        yield left.value, bottom.value, right.value, top.value
        return
    count = raw.FPDFPath_CountSegments(path)
    if not stroke.value or count > MAX_POINTS:
        return
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(path, matrix)
    yield from _stretches(path, count, matrix)


def _stretches(path: Any, count: int, matrix: Any) -> Iterator[tuple[float, float, float, float]]:
    """Yield the boxes between neighbouring points of a path."""
    import pypdfium2.raw as raw

    x, y = ctypes.c_float(), ctypes.c_float()
    last = start = (0.0, 0.0)
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        here = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = here
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield _box(last, here)
        if raw.FPDFPathSegment_GetClose(segment):
            yield _box(here, start)
        last = here


def _box(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float, float, float]:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


def _joined(lines: Iterable[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Join lines that are one: at the same position (within a little), touching."""
    rows: list[list[tuple[float, float, float]]] = []
    for line in sorted(lines):
        if rows and line[0] - rows[-1][0][0] <= _NEAR:
            rows[-1].append(line)
        else:
            rows.append([line])
    out: list[tuple[float, float, float]] = []
    for row in rows:
        position = row[0][0]
        start, end = 0.0, -1.0
        for _, low, high in sorted(row, key=lambda line: line[1:]):
            if end < start:
                start, end = low, high
            elif low <= end + _NEAR:
                end = max(end, high)
            else:
                out.append((position, start, end))
                start, end = low, high
        out.append((position, start, end))
    return out
