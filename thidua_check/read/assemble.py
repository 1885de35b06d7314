"""From lines that belong together to paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from thidua_check.document import Cell, Paragraph, Part, Run, Table
from thidua_check.read.lines import Line

Group = list[tuple[Line, str]]
"""The lines of one paragraph, each with what stands before it: nothing, a space, or nothing at a glued seam."""


@frozen
class Rows:
    """The rows of one table: for each cell the groups of lines of its paragraphs."""

    rows: Sequence[Sequence[Sequence[Group]]]


Homes = dict[int, tuple[Paragraph, int]]
"""For each line of the body (by its ``id``), its paragraph and the offset where it begins."""


def build(groups: Iterable[Group | Rows]) -> tuple[tuple[Paragraph | Table, ...], Homes]:
    """Return the blocks of the body and where each line came to stand."""
    body: list[Paragraph | Table] = []
    homes: Homes = {}
    blocks = tables = cells = 0
    for group in groups:
        if isinstance(group, Rows):
            table, cells = _table(group, tables, cells, homes)
            body.append(table)
            tables += 1
            continue
        paragraph = make_paragraph(group, "body", blocks)
        body.append(paragraph)
        blocks += 1
        _settle(group, paragraph, homes)
    return tuple(body), homes


def _settle(group: Group, paragraph: Paragraph, homes: Homes) -> None:
    for (line, _), (offset, _) in zip(group, paragraph.lines, strict=False):
        homes[id(line)] = (paragraph, offset)


def make_paragraph(
    group: Group, part: Part, block: int, cell: tuple[int, int, int] | None = None
) -> Paragraph:
    """Return the paragraph that a group of lines makes."""
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    origin: list[int] = []
    runs: list[Run] = []
    first = group[0][0]
    length = 0
    for line, seam in group:
        if seam:
            origin.append(line.origin[0] if not origin else origin[-1] + 1)
        length += len(seam)
        places.append((length, line.number))
        runs.extend(Run(length + m.start, length + m.end, m.bold, m.italic) for m in line.marks)
        pieces += (seam, line.text)
        origin.extend(line.origin)
        length += len(line.text)
    text = "".join(pieces)
    return Paragraph(
        text=text,
        part=part,
        block=block,
        runs=_complete(runs, length),
        outline_level=first.heading,
        cell=cell,
        lines=tuple(places),
        page=first.page,
        origin=_relative(origin, first.start),
    )


def _relative(origin: list[int], start: int) -> tuple[int, ...] | None:
    """Return the map with its end, counted from the first line; None where it says nothing."""
    if origin and origin[0] == start and origin[-1] == start + len(origin) - 1 and _steady(origin):
        return None
    end = origin[-1] + 1 if origin else start
    return tuple(place - start for place in (*origin, end))


def _steady(origin: Sequence[int]) -> bool:
    return all(b - a == 1 for a, b in pairwise(origin))


def _complete(runs: Sequence[Run], length: int) -> tuple[Run, ...]:
    """Fill the stretches between formatted runs with plain ones, and join neighbours that look the same."""
    if not runs:
        return ()
    out: list[Run] = []
    last = 0
    for run in runs:
        if run.start > last:
            plain = (
                out and out[-1].bold == run.bold and out[-1].italic == run.italic and run.start == last + 1
            )
            out.append(Run(last, run.start, run.bold, run.italic) if plain else Run(last, run.start))
        out.append(run)
        last = run.end
    if last < length:
        out.append(Run(last, length))
    joined: list[Run] = []
    for run in out:
        if joined and (joined[-1].bold, joined[-1].italic) == (run.bold, run.italic):
            joined[-1] = evolve(joined[-1], end=run.end)
        else:
            joined.append(run)
    return tuple(joined)


def _table(grid: Rows, index: int, block: int, homes: Homes) -> tuple[Table, int]:
    """Return a table, and the number of the next paragraph in a table."""
    out: list[tuple[Cell, ...]] = []
    for row, line in enumerate(grid.rows):
        cells: list[Cell] = []
        for column, groups in enumerate(line):
            content: list[Paragraph] = []
            for group in groups:
                content.append(make_paragraph(group, "table", block, (index, row, column)))
                _settle(group, content[-1], homes)
                block += 1
            cells.append(Cell(row, column, 1, 1, tuple(content)))
        out.append(tuple(cells))
    return Table(index, tuple(out)), block
