"""From lines that belong together to paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import evolve

from thidua_check.document import Cell, Paragraph, Part, Run, Table
from thidua_check.read.lines import Line
from thidua_check.read.markdown import is_separator, split_row

Group = list[tuple[Line, str]]
"""The lines of one paragraph, each with what stands before it: nothing, a space, or nothing at a glued seam."""

Homes = dict[int, tuple[Paragraph, int]]
"""For each line of the body (by its ``id``), its paragraph and the offset where it begins."""


def build(groups: Iterable[Group | list[Line]]) -> tuple[tuple[Paragraph | Table, ...], Homes]:
    """Return the blocks of the body and where each line came to stand."""
    body: list[Paragraph | Table] = []
    homes: Homes = {}
    blocks = tables = cells = 0
    for group in groups:
        if group and isinstance(group[0], Line):
            table, cells = _table([line for line in group if isinstance(line, Line)], tables, cells)
            body.append(table)
            tables += 1
            continue
        pairs = [pair for pair in group if not isinstance(pair, Line)]
        paragraph = make_paragraph(pairs, "body", blocks)
        body.append(paragraph)
        blocks += 1
        for (line, _), (offset, _) in zip(pairs, paragraph.lines, strict=False):
            homes[id(line)] = (paragraph, offset)
    return tuple(body), homes


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


def _table(rows: Sequence[Line], index: int, block: int) -> tuple[Table, int]:
    """Return a pipe table, and the number of the next paragraph in a table."""
    out: list[tuple[Cell, ...]] = []
    for line in rows:
        if is_separator(line):
            continue
        cells: list[Cell] = []
        for column, piece in enumerate(split_row(line)):
            place = (index, len(out), column)
            content = (make_paragraph([(piece, "")], "table", block, place),)
            block += 1
            cells.append(Cell(len(out), column, 1, 1, content))
        out.append(tuple(cells))
    return Table(index, tuple(out)), block
