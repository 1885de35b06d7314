"""Averages that total and number beside them contradict: ``156 triệu đồng cho 312 lượt, bình quân 600.000 đồng/lượt``."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.closing import as_printed
from thidua_check.extract.numbers import round_half_up
from thidua_check.findings import Words
from thidua_check.ruleset.model import Hit, Kind


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report each average whose total and number give another one."""
    for relation in draft.facts.relations:
        if relation.kind == "average" and relation.standing == "off" and relation.expected is not None:
            yield _hit(relation, relation.expected)


def _hit(relation: Relation, expected: Decimal) -> Hit:
    total, count = (part.extent or part.passage for part in relation.parts)
    whole = relation.whole
    right = round_half_up(expected / whole.scale, whole.decimals or 1) * whole.scale
    values = {"total": total.text, "number": count.text, "right": as_printed(right.normalize() + 0, whole)}
    related = ((total, Words("tổng", "total")), (count, Words("số lượng", "number")))
    return Hit(whole.extent or whole.passage, values, related=related)


KIND = Kind("wrong_average", check, Params, {"default": frozenset({"total", "number", "right"})})
