"""Totals that their own parts contradict: in a sentence or at the foot of a table."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.closing import as_printed, closing_values
from thidua_check.extract.quantities import Quantity
from thidua_check.findings import Confidence, Level, Words
from thidua_check.ruleset.model import Hit, Kind

# Sums with more parts than this are told without writing every term out.
_MOST_TERMS = 8


@frozen
class Params:
    """``of`` names the relations that are looked at: ``sum`` in sentences, ``footing`` in tables."""

    of: Literal["sum", "footing"] = "sum"


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report each total whose parts add up to something else; the parts are the related places."""
    for relation in draft.facts.relations:
        if relation.kind == params.of and relation.standing == "off":
            yield _hit(relation)


def _hit(relation: Relation) -> Hit:
    whole, expected = relation.whole, relation.expected
    assert whole.value is not None
    assert expected is not None  # a relation that is off has both
    parts = zip(relation.parts, closing_values(relation), strict=True)
    return Hit(
        _written(whole),
        values={
            "sum": as_printed(expected, whole),
            "terms": _terms(relation.parts),
            "difference": as_printed(abs(whole.value - expected), whole),
            "relation": Words("lớn hơn", "more than")
            if expected > whole.value
            else Words("nhỏ hơn", "less than"),
        },
        variant=_variant(relation),
        level=None if relation.sure else Level.WARNING,
        confidence=None if relation.sure else Confidence.MEDIUM,
        related=tuple((_written(part), _note(part, value)) for part, value in parts),
    )


def _variant(relation: Relation) -> Literal["default", "single"]:
    return "single" if len(relation.parts) == 1 else "default"


def _terms(parts: tuple[Quantity, ...]) -> Words:
    if len(parts) > _MOST_TERMS:
        return Words(f"{len(parts)} số", f"{len(parts)} figures")
    return Words(" + ".join(_written(part).text for part in parts))


def _written(quantity: Quantity) -> Passage:
    return quantity.extent or quantity.passage


def _note(part: Quantity, value: Decimal | None) -> Words:
    if value is None:
        return Words("thành phần", "part")
    closing = as_printed(value, part)
    return Words(
        f"thành phần; nếu chỉ số này sai thì số khớp với tổng là {closing}",
        f"part; if this figure alone is wrong, {closing} would fit the total",
    )


_PROVIDED = frozenset({"sum", "terms", "difference", "relation"})
KIND = Kind("wrong_total", check, Params, {"default": _PROVIDED, "single": _PROVIDED})
