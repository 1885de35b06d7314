"""Totals that a number of things and the amount for each of them contradict."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.closing import as_printed
from thidua_check.findings import Confidence, Words
from thidua_check.ruleset.model import Hit, Kind


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report each total that is not so much for each times how many; these two are the related places."""
    for relation in draft.facts.relations:
        if relation.kind == "product" and relation.standing == "off":
            yield _hit(relation)


def _hit(relation: Relation) -> Hit:
    whole, expected = relation.whole, relation.expected
    assert whole.value is not None
    assert expected is not None  # a relation that is off has both
    count, each = (part.extent or part.passage for part in relation.parts)
    more = expected > whole.value
    return Hit(
        whole.extent or whole.passage,
        values={
            "things": count.text,
            "each": each.text,
            "product": as_printed(expected, whole),
            "relation": Words("lớn hơn", "more than") if more else Words("nhỏ hơn", "less than"),
        },
        confidence=None if relation.sure else Confidence.MEDIUM,
        related=(
            (count, Words("số lượng", "how many")),
            (each, Words("mức của từng phần", "how much for each")),
        ),
    )


KIND = Kind("wrong_product", check, Params, {"default": frozenset({"things", "each", "product", "relation"})})
