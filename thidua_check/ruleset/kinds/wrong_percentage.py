"""Percentages that the two numbers beside them contradict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.closing import as_printed
from thidua_check.extract.numbers import round_half_up
from thidua_check.findings import Confidence, Level, Words
from thidua_check.ruleset.model import Hit, Kind


@frozen
class Params:
    """``of`` names the relations that are looked at: ``ratio`` (n of m) or ``growth`` (from A to B)."""

    of: Literal["ratio", "growth"] = "ratio"


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report each percentage that is wrong, and as its own variant each that was cut off instead of rounded."""
    for relation in draft.facts.relations:
        if relation.kind == params.of and relation.standing in ("off", "truncated"):
            yield _hit(relation)


def _hit(relation: Relation) -> Hit:
    whole, expected = relation.whole, relation.expected
    assert expected is not None  # only such a relation is off or truncated
    first, second = relation.parts
    right = as_printed(round_half_up(expected, max(whole.decimals, 0)), whole, whole.decimals)
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
