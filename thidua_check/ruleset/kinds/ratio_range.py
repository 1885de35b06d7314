"""A whole's percentage that lies outside those of all its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.extract.grid import TOTAL_LEVEL, Grid, GridRow, grid_of
from thidua_check.extract.numbers import format_number
from thidua_check.extract.quantities import Quantity
from thidua_check.ruleset.model import Hit, Kind

# Columns of rates whose whole is a mean of its parts: "Tỷ lệ (%)", "Đạt %", "Bình quân".
_RATE = re.compile(r"tỷ lệ|tỉ lệ|%|bình quân")
# Columns of shares and ranks, whose whole is no mean: "Cơ cấu", "Tỷ trọng", "So với tổng số".
_NO_MEAN = re.compile(r"cơ cấu|tỷ trọng|tỉ trọng|tổng|xếp|tăng|giảm|so với")
_FEWEST = 3


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report the rate in a table's one total row where all rates below or above it are on one side of it."""
    for table in draft.document.tables:
        grid = grid_of(table)
        if grid is not None:
            yield from _outside(grid)


def _outside(grid: Grid) -> Iterator[Hit]:
    totals = [row for row in grid.rows if row.level == TOTAL_LEVEL]
    parts = [row for row in grid.rows if row.level != TOTAL_LEVEL]
    top = min((row.level for row in parts), default=0)
    parts = [row for row in parts if row.level == top]
    if len(totals) != 1 or len(parts) < _FEWEST:
        return
    for column, head in grid.heads.items():
        if not _RATE.search(head) or _NO_MEAN.search(head):
            continue
        figure = totals[0].figures.get(column)
        whole = figure.quantity if figure else None
        rates = _rates(parts, column)
        if whole is None or whole.value is None or rates is None:
            continue
        low, high = min(rates), max(rates)
        adds_up = abs(sum(rates, Decimal(0)) - whole.value) <= len(rates)
        if not adds_up and not low - whole.step <= whole.value <= high + whole.step:
            yield _hit(whole, low, high)


def _rates(rows: Sequence[GridRow], column: int) -> list[Decimal] | None:
    """Return the rates of a column, None where a row has none."""
    figures = [row.figures.get(column) for row in rows]
    values = [f.quantity.value for f in figures if f and f.quantity and f.quantity.value is not None]
    return values if len(values) == len(rows) else None


def _hit(whole: Quantity, low: Decimal, high: Decimal) -> Hit:
    return Hit(whole.passage, {"low": format_number(low), "high": format_number(high)})


KIND = Kind("ratio_range", check, Params, {"default": frozenset({"low", "high"})})
