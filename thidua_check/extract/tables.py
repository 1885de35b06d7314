"""Totals of data tables against the cells above, below or beside them.

A table in which half of what can be checked disagrees was misread, and nothing of it is judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import evolve

from thidua_check.document import Table
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.grid import TOTAL_LEVEL, Grid, GridRow, grid_of
from thidua_check.extract.nouns import may_overlap
from thidua_check.extract.quantities import Quantity
from thidua_check.text import fold

_NUMBERED, _DETAIL = 2, 3
# "Trong đó:", "Trong đó: nữ", "- Gồm:"
_AMONG = re.compile(r"\W*(?:trong đó|gồm|bao gồm|chia ra)(?!\w)")


def find_table_relations(table: Table) -> tuple[Relation, ...]:
    """Return the footings of a table: its total rows and its group rows, column by column, then its total columns."""
    grid = grid_of(table)
    if grid is None:
        return ()
    flat = not any(row.level in (1, 3) for row in grid.rows)
    down = [relation for whole, parts in _blocks(grid) for relation in _columns(grid, whole, parts)]
    across = list(_total_columns(grid))
    details = [
        evolve(relation, exhaustive=False)
        for whole, parts in _details(grid)
        for relation in _columns(grid, whole, parts)
    ]
    return (*_trusted(down, flat), *_trusted(across, flat), *_trusted(details, flat=False))


def _blocks(grid: Grid) -> Iterator[tuple[GridRow, tuple[GridRow, ...]]]:
    """Yield each total or group row with the rows that make it up."""
    rows = grid.rows
    totals = [i for i, row in enumerate(rows) if row.level == TOTAL_LEVEL]
    if len(totals) == 1:
        place = totals[0]
        parts = rows[1:] if place == 0 else rows[:place] if place == len(rows) - 1 else ()
        top = min((row.level for row in parts), default=2)
        yield rows[place], tuple(row for row in parts if row.level == top)
    elif len(totals) > 2 and totals[-1] == len(rows) - 1:
        yield from _subtotals(rows, totals)
    for index, row in enumerate(rows):
        if row.level == 1:
            end = next((i for i in range(index + 1, len(rows)) if rows[i].level <= 1), len(rows))
            below = tuple(r for r in rows[index + 1 : end] if r.level == 2)
            yield row, below


def _subtotals(
    rows: Sequence[GridRow], totals: Sequence[int]
) -> Iterator[tuple[GridRow, tuple[GridRow, ...]]]:
    """Yield each "Cộng" with the rows since the one before it, and the last total with the others."""
    start = 0
    for place in totals[:-1]:
        parts = rows[start:place]
        top = min((row.level for row in parts if row.level > 1), default=2)
        yield rows[place], tuple(row for row in parts if row.level == top)
        start = place + 1
    if start == len(rows) - 1:
        yield rows[-1], tuple(rows[place] for place in totals[:-1])


def _details(grid: Grid) -> Iterator[tuple[GridRow, tuple[GridRow, ...]]]:
    """Yield each row with the rows of "Trong đó" or of the next level right below it; these may be only some."""
    rows = grid.rows
    for index, row in enumerate(rows[:-2]):
        if row.level != _NUMBERED or not row.figures:
            continue
        start = index + 1
        announced = _AMONG.match(fold(rows[start].label)) is not None
        if announced and not any(figure.quantity for figure in rows[start].figures.values()):
            start += 1
        end = next((i for i in range(start, len(rows)) if rows[i].level < _DETAIL), len(rows))
        if end - start > 1 and not may_overlap([fold(r.label) for r in rows[start:end]]):
            yield row, tuple(rows[start:end])


def _columns(grid: Grid, whole: GridRow, parts: Sequence[GridRow]) -> Iterator[Relation]:
    """Yield the footing of each column that holds a figure in the total row and in every part."""
    for column, figure in whole.figures.items():
        if figure.quantity is None or not grid.adds_up(column) or len(parts) < 2:
            continue
        cells = [row.figures.get(column) for row in parts]
        if any(cell is None or (cell.quantity is None and not cell.blank) for cell in cells):
            continue
        quantities = [cell.quantity for cell in cells if cell is not None and cell.quantity is not None]
        if len(quantities) >= 2:
            footing = _footing(figure.quantity, quantities, grid.is_rounded(column))
            yield _over_time(footing) if all(row.by_year for row in parts) else footing


def _total_columns(grid: Grid) -> Iterator[Relation]:
    """Yield the footing of each row whose header says "Tổng số" with its parts under "Trong đó" or "Chia ra"."""
    totals = [
        c for c, head in grid.heads.items() if head.split(" ")[-2:] in (["tổng", "số"], ["tổng", "cộng"])
    ]
    shared = [
        c for c, head in grid.heads.items() if ("trong đó" in head or "chia ra" in head) and grid.adds_up(c)
    ]
    if len(totals) != 1 or len(shared) < 2 or totals[0] in shared:
        return
    for row in grid.rows:
        whole = row.figures.get(totals[0])
        cells = [row.figures.get(column) for column in shared]
        if (
            whole is None
            or whole.quantity is None
            or any(c is None or not (c.quantity or c.blank) for c in cells)
        ):
            continue
        quantities = [cell.quantity for cell in cells if cell is not None and cell.quantity is not None]
        if len(quantities) >= 2:
            yield evolve(
                _footing(whole.quantity, quantities, grid.is_rounded(totals[0])),
                exhaustive="chia ra" in grid.heads[shared[0]],
            )


def _footing(whole: Quantity, parts: Sequence[Quantity], rounded: bool) -> Relation:
    relation = Relation("footing", whole.passage, whole, tuple(parts))
    if whole.value is None or any(part.value is None for part in parts):
        return relation
    total = sum((part.value for part in parts if part.value is not None), Decimal(0))
    exact = not rounded and all(q.decimals == 0 for q in (whole, *parts))
    return evolve(
        relation, expected=total, tolerance=Decimal(0) if exact else whole.step * (len(parts) + 1) / 2
    )


def _over_time(relation: Relation) -> Relation:
    """Return the relation of years: what is counted anew at each year's end may be repeated instead of added up."""
    values = [part.value for part in relation.parts if part.value is not None]
    if relation.expected is None:
        return relation
    return evolve(relation, also=(values[0], values[-1], max(values), relation.expected / len(values)))


def _trusted(relations: Sequence[Relation], flat: bool) -> list[Relation]:
    """Return the relations, none of them understood where half of them disagree."""
    judged = [relation for relation in relations if relation.standing != "unknown"]
    off = sum(relation.standing == "off" for relation in judged)
    misread = 2 * off > len(judged) if flat and len(judged) != 1 else 2 * off >= len(judged)
    if len(judged) == 1 and flat:
        misread = False
    sure = len(judged) > 2 and 4 * off <= len(judged)
    if misread:
        return [evolve(relation, expected=None, tolerance=None) for relation in relations]
    return [evolve(relation, sure=sure) for relation in relations]
