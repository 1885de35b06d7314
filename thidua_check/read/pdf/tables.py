"""From the ruled tables of pages to tables of a document, put where they stand among the paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import define, frozen

from thidua_check.document import Cell, Paragraph, Table
from thidua_check.read.assemble import Group, make_paragraph
from thidua_check.read.lines import Line, split_lines
from thidua_check.read.old_fonts import Typing, to_unicode
from thidua_check.read.pdf.grids import Grid, GridCell
from thidua_check.read.pdf.rows import Row
from thidua_check.read.rejoin import has_label, seam
from thidua_check.read.wrapping import study

_NEAR: Final = 5.0
_ENDED: Final = (".", ";", ":", "!", "?")


@frozen
class Placed:
    """A table with its page and the number of the line that follows it."""

    grid: Grid
    page: int
    before: int


@define
class _Count:
    """The numbers of the next table and of the next paragraph in a table."""

    table: int = 0
    block: int = 0


def with_tables(
    body: Sequence[Paragraph | Table], placed: Sequence[Placed], typing: Typing | None
) -> tuple[Paragraph | Table, ...]:
    """Return the paragraphs with the tables between them; a table goes on over a page break."""
    out: list[Paragraph | Table] = []
    count = _Count()
    waiting = _runs(placed)
    for block in body:
        while waiting and isinstance(block, Paragraph) and block.lines[0][1] >= waiting[0][0].before:
            out.append(_table(waiting.pop(0), count, typing))
        out.append(block)
    out.extend(_table(run, count, typing) for run in waiting)
    return tuple(out)


def _runs(placed: Sequence[Placed]) -> list[list[Placed]]:
    """Return the tables, those that are one over several pages together."""
    out: list[list[Placed]] = []
    for item in placed:
        last = out[-1][-1] if out else None
        if (
            last
            and last.before == item.before
            and last.page + 1 == item.page
            and _alike(last.grid, item.grid)
        ):
            out[-1].append(item)
        else:
            out.append([item])
    return out


def _alike(a: Grid, b: Grid) -> bool:
    same = len(a.columns) == len(b.columns)
    return same and all(abs(x - y) <= _NEAR for x, y in zip(a.columns, b.columns, strict=True))


def _table(run: Sequence[Placed], count: _Count, typing: Typing | None) -> Table:
    """Return a table; the head that is printed again on a further page stands once."""
    index, rows = count.table, list[tuple[Cell, ...]]()
    count.table += 1
    head = _words(run[0].grid)
    for number, item in enumerate(run):
        repeated = number > 0 and _words(item.grid) == head
        for line in _by_row(item.grid)[1 if repeated else 0 :]:
            row = len(rows)
            rows.append(
                tuple(
                    Cell(
                        row,
                        c.col,
                        c.rowspan,
                        c.colspan,
                        _content(c, (index, row, c.col), item.page, count, typing),
                    )
                    for c in line
                )
            )
    return Table(index, tuple(rows), boxed=True)


def _by_row(grid: Grid) -> list[list[GridCell]]:
    height = max(cell.row + cell.rowspan for cell in grid.cells)
    out: list[list[GridCell]] = [[] for _ in range(height)]
    for cell in grid.cells:
        out[cell.row].append(cell)
    return out


def _words(grid: Grid) -> list[str]:
    return [" ".join(row.text for row in cell.rows) for cell in grid.cells if cell.row == 0]


def _content(
    cell: GridCell, place: tuple[int, int, int], page: int, count: _Count, typing: Typing | None
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a cell, one that is empty where nothing stands in it."""
    groups: list[Group] = []
    for line in _lines(cell.rows, page, typing):
        if groups and not _begins(groups[-1][-1][0], line):
            how = seam(groups[-1][-1][0], line, study(()))
            groups[-1].append((line, " " if how == "space" else ""))
        else:
            groups.append([(line, "")])
    first = count.block
    count.block += max(1, len(groups))
    if not groups:
        return (Paragraph("", "table", first, cell=place, page=page),)
    return tuple(make_paragraph(group, "table", first + i, place) for i, group in enumerate(groups))


def _lines(rows: Sequence[Row], page: int, typing: Typing | None) -> list[Line]:
    text = "\n".join(row.text for row in rows)
    lines = split_lines(to_unicode(text, typing) if typing else text)
    return [Line(x.text, x.number, x.start, x.origin, page) for x in lines]


def _begins(last: Line, line: Line) -> bool:
    """Tell whether a line of a cell begins a new paragraph."""
    if line.text.startswith(("- ", "+ ", "• ")) or has_label(line.text):
        return True
    return last.text.endswith(_ENDED) and line.text[0].isupper()
