"""Amounts that differ by exactly a thousand: ``triệu`` here and ``tỷ`` there."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.quantities import Quantity
from thidua_check.extract.statements import Statement, scope_of
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.said import statements_of
from thidua_check.ruleset.model import Hit, Kind

_THOUSAND = Decimal(1000)
# Fewer digits than this may agree by chance: "hỗ trợ 5 triệu đồng", "tổng 5 tỷ đồng".
_LEAST_DIGITS = 3
_LEAST_WORDS = 2
# Scale words change places at "nghìn", "triệu", "tỷ".
_SCALES = tuple(Decimal(10) ** power for power in (3, 6, 9))


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Ask about one thing's amount in two scales with the same digits, and a part that fits its sum in another scale."""
    for relation in draft.facts.relations:
        if relation.kind == "sum" and relation.standing == "off":
            yield from _in_sum(relation)
    alike: dict[tuple[object, ...], list[Statement]] = {}
    for statements in statements_of(draft, least=1, word="đồng"):
        for said in statements:
            if len(said.words) >= _LEAST_WORDS and _is_money(said.quantity) and _is_rare(said.quantity):
                alike.setdefault((said.words, said.quantity.unit, _digits(said.quantity)), []).append(said)
    for group in alike.values():
        yield from _apart(group)


def _is_money(quantity: Quantity) -> bool:
    return quantity.unit == "đồng" and quantity.scale in _SCALES


def _is_rare(quantity: Quantity) -> bool:
    """Tell whether an amount has enough digits to be known again."""
    return len(_digits(quantity)) >= _LEAST_DIGITS


def _digits(quantity: Quantity) -> str:
    """Return the digits that mean something: of 1.250 and of 1,25 these are 125."""
    return "".join(c for c in quantity.passage.text if c.isdigit()).strip("0")


def _apart(group: list[Statement]) -> Iterator[Hit]:
    for index, one in enumerate(group):
        for other in group[:index]:
            if _is_slip(one.quantity, other.quantity) and _is_same(one, other):
                yield _hit(one.quantity, other.quantity)
                return


def _is_same(one: Statement, other: Statement) -> bool:
    return one.same_thing(other) and scope_of(one).fits(scope_of(other))


def _is_slip(one: Quantity, other: Quantity) -> bool:
    """Tell whether two amounts are printed with the same value before scale words a thousand apart."""
    if one.value is None or other.value is None:
        return False
    low, high = sorted((one, other), key=lambda q: q.scale)
    return high.scale == low.scale * _THOUSAND and high.value == (low.value or 0) * _THOUSAND


def _in_sum(relation: Relation) -> Iterator[Hit]:
    """Yield the one part with which the sum would be right if its scale word were the next one."""
    whole, expected = relation.whole, relation.expected
    if whole.value is None or expected is None:
        return
    fits = [
        part
        for part in relation.parts
        if part.value is not None
        and _is_money(part)
        and any(
            part.scale * factor in _SCALES and expected - part.value + part.value * factor == whole.value
            for factor in (_THOUSAND, 1 / _THOUSAND)
        )
    ]
    if len(fits) == 1:
        yield _hit(fits[0], whole, variant="part")


def _hit(this: Quantity, other: Quantity, variant: str = "default") -> Hit:
    values = {"this": _written(this).text, "other": _written(other).text}
    note = Words("con số kia", "the other figure")
    return Hit(_written(this), values, variant=variant, outcome="review", related=((_written(other), note),))


def _written(quantity: Quantity) -> Passage:
    return quantity.extent or quantity.passage


_PROVIDED = frozenset({"this", "other"})
KIND = Kind("scale_slip", check, Params, {"default": _PROVIDED, "part": _PROVIDED})
