"""Percentages that the two numbers beside them contradict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.closing import as_printed
from thidua_check.extract.numbers import format_number, round_half_up
from thidua_check.extract.quantities import Quantity
from thidua_check.findings import Confidence, Level, Words
from thidua_check.ruleset.model import Hit, Kind


@frozen
class Params:
    """``of`` names the relations that are looked at: ``ratio`` (n of m) or ``growth`` (from A to B)."""

    of: Literal["ratio", "growth"] = "ratio"


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report each percentage that is wrong, and as its own variant each that was cut off instead of rounded."""
    usual = usual_decimals(draft.facts.quantities)
    for relation in draft.facts.relations:
        if relation.kind == params.of and relation.standing in ("off", "truncated"):
            yield _hit(relation, usual)


def usual_decimals(quantities: Sequence[Quantity]) -> int:
    """Return the fewest decimals of the draft's percentages that have any, 0 where none has."""
    return min((q.decimals for q in quantities if q.unit == "%" and q.decimals), default=0)


def _right(relation: Relation, usual: int) -> str:
    """Return what the figure should be, printed as the draft prints such figures."""
    whole, expected, first = relation.whole, relation.expected, relation.parts[0]
    assert expected is not None  # only such a relation is off or truncated
    if whole.unit == "lần":
        return f"{format_number(_rounded(expected, whole.decimals or 1))} lần"
    if whole.unit not in ("%", "điểm %"):
        return as_printed(expected, whole)
    finer = whole.decimals == 0 and relation.standing == "off" and expected != round_half_up(expected, 0)
    decimals = usual if finer else whole.decimals
    if whole.unit == "%" and first.unit == "%" and abs(_apart(relation)) == expected:
        return f"{format_number(round_half_up(expected, decimals), decimals)} điểm phần trăm"
    return as_printed(round_half_up(expected, decimals), whole, decimals)


def _rounded(value: Decimal, decimals: int) -> Decimal:
    """Return a value rounded, a whole number without decimals."""
    rounded = round_half_up(value, decimals)
    return round_half_up(rounded, 0) if rounded == round_half_up(rounded, 0) else rounded


def _apart(relation: Relation) -> Decimal:
    first, last = (part.value or Decimal(0) for part in relation.parts)
    return last - first


def _hit(relation: Relation, usual: int) -> Hit:
    whole = relation.whole
    first, second = relation.parts
    right = _right(relation, usual)
    return Hit(
        whole.extent or whole.passage,
        values={
            "first": (first.extent or first.passage).text,
            "second": (second.extent or second.passage).text,
            "right": right,
        },
        variant="truncated" if relation.standing == "truncated" else "default",
        level=None if relation.sure else Level.WARNING,
        confidence=None if relation.sure else Confidence.MEDIUM,
        related=tuple(
            (part.extent or part.passage, Words("số để tính", "figure it is worked out from"))
            for part in relation.parts
        ),
    )


_PROVIDED = frozenset({"first", "second", "right"})
KIND = Kind("wrong_percentage", check, Params, {"default": _PROVIDED, "truncated": _PROVIDED})
