"""Numbers against the Vietnamese way: a decimal point, a thousands comma, or no dot where the draft itself has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.closing import as_printed
from thidua_check.extract.numbers import format_number
from thidua_check.extract.quantities import Quantity
from thidua_check.findings import Level
from thidua_check.ruleset.model import Hit, Kind


@frozen
class Params:
    """``point_units`` are the units before which a point is surely meant as the decimal sign, next to scaled amounts."""

    point_units: tuple[str, ...] = (
        "%",
        "ha",
        "km",
        "m2",
        "m3",
        "m",
        "tấn",
        "tạ",
        "kg",
        "lần",
        "điểm %",
        "km2",
        "lít",
    )


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report decimal points, thousands commas and missing thousands dots, each fault once with all its places."""
    quantities = draft.facts.quantities
    yield from _points(quantities, params)
    yield from _commas(quantities)
    yield from _ungrouped(quantities)


def _points(quantities: Sequence[Quantity], params: Params) -> Iterator[Hit]:
    commas = sum(q.decimals > 0 and q.problem is None for q in quantities)
    pointed = [q for q in quantities if q.problem == "decimal-point" and _is_amount(q, params)]
    for quantity in pointed:
        assert quantity.value is not None  # a decimal point was read as one
        yield Hit(
            _with_unit(quantity),
            values={"right": as_printed(quantity.value, quantity, quantity.decimals)},
            variant="default",
            level=None if commas else Level.INFO,
            fold="decimal-point",
        )


def _is_amount(quantity: Quantity, params: Params) -> bool:
    return quantity.scale > 1 or quantity.unit.partition("/")[0] in params.point_units


def _with_unit(quantity: Quantity) -> Passage:
    return quantity.extent if quantity.extent and quantity.unit else quantity.passage


def _commas(quantities: Sequence[Quantity]) -> Iterator[Hit]:
    """Yield what is counted in whole numbers and has a thousands comma where other numbers have the dot."""
    grouped = sum("." in q.passage.text and q.problem is None for q in quantities)
    parted = [q for q in quantities if q.problem in ("ambiguous", "comma-grouping") and (q.unit or q.noun)]
    parted = [q for q in parted if "." not in q.passage.text]
    if not grouped:
        return
    for quantity in parted:
        yield Hit(
            quantity.passage,
            values={"right": quantity.passage.text.replace(",", ".")},
            variant="comma",
            level=None if grouped > len(parted) else Level.INFO,
            fold="comma-grouping",
        )


def _ungrouped(quantities: Sequence[Quantity]) -> Iterator[Hit]:
    grouped = sum("." in q.passage.text and q.problem is None for q in quantities)
    plain = [
        q for q in quantities if q.problem == "no-grouping" and (q.unit or q.noun or q.pair in ("n", "m"))
    ]
    if not grouped:
        return
    for quantity in plain:
        assert quantity.value is not None  # digits alone are always read
        yield Hit(
            quantity.passage,
            values={"right": format_number(quantity.value / quantity.scale)},
            variant="ungrouped",
            level=None if grouped > len(plain) else Level.INFO,
            fold="no-grouping",
        )


KIND = Kind(
    "number_form", check, Params, dict.fromkeys(("default", "comma", "ungrouped"), frozenset({"right"}))
)
