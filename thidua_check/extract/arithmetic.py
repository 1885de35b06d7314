"""Arithmetic relations between quantities, and how exactly each must hold."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.extract.numbers import round_half_up, truncate
from thidua_check.extract.quantities import Quantity
from thidua_check.extract.units import EXACT_UNITS

RelationKind = Literal["sum", "ratio", "growth", "count", "footing", "average", "product"]
Standing = Literal["holds", "truncated", "off", "unknown"]


@frozen
class Relation:
    """A relation that should hold: ``whole`` against ``parts``.

    - ``sum``: parts add up to whole; ``exhaustive`` False where ``trong đó`` may list only some parts.
    - ``ratio``: parts (n, m), whole the percentage p = 100 n / m.
    - ``growth``: parts (from, to), whole the percentage of change.
    - ``average``: parts (total, count), whole the average of one.
    - ``count``: whole the stated count, ``names`` the listed names.
    - ``footing``: whole the total cell of a table, parts the cells above or beside it.
    - ``product``: parts (how many, how much for each), whole the total amount.

    ``expected`` is what whole should be, ``tolerance`` how far it may be off given the printed decimals, both None
    where the relation was seen but not understood. ``also`` are values that another fair reading gives (percentage
    points; of a sum, the second number of a pair, which the parts may make as well). ``sure`` is False where the words leave some room for another reading.
    ``lead`` is the word that announces the relation.
    """

    kind: RelationKind
    passage: Passage
    whole: Quantity
    parts: tuple[Quantity, ...] = ()
    names: tuple[Passage, ...] = ()
    exhaustive: bool = True
    expected: Decimal | None = None
    tolerance: Decimal | None = None
    also: tuple[Decimal, ...] = ()
    sure: bool = True
    lead: str = ""

    @property
    def understood(self) -> bool:
        """Whether the expected value could be worked out."""
        return self.expected is not None

    @property
    def standing(self) -> Standing:
        """Whether the relation holds; ``truncated`` is a percentage cut off instead of rounded."""
        value = self.whole.value
        if self.expected is None or self.tolerance is None or value is None:
            return "unknown"
        if self._holds(value, self.expected, self.tolerance):
            return "holds"
        if self.kind in ("sum", "footing") and not self.exhaustive and self.expected < value:
            return "holds"
        if self.kind in ("ratio", "growth") and self._is_cut_off(value):
            return "truncated"
        return "off"

    def _holds(self, value: Decimal, expected: Decimal, tolerance: Decimal) -> bool:
        if self.kind == "sum":  # the parts may be those of another whole
            return any(_near(whole, expected, tolerance) for whole in (value, *self.also))
        return any(_near(value, target, tolerance) for target in (expected, *self.also))

    def _is_cut_off(self, value: Decimal) -> bool:
        decimals = self.whole.decimals
        return any(
            value == truncate(target, decimals)
            for target in (self.expected, *self.also)
            if target is not None
        )


def _near(value: Decimal, target: Decimal, tolerance: Decimal) -> bool:
    return abs(value - target) <= tolerance


def slack(quantities: Sequence[Quantity]) -> Decimal:
    """Return how far a total of quantities may be off through rounding: half a printed place of each.

    With k parts and d decimals throughout that is (k+1)·½·10^-d. Counted things are whole numbers and have no slack.
    """
    if all(q.unit.partition("/")[0] in EXACT_UNITS and q.scale == 1 and q.decimals == 0 for q in quantities):
        return Decimal(0)
    return sum((q.step for q in quantities), Decimal(0)) / 2


def percentage(n: Quantity, m: Quantity, whole: Quantity) -> tuple[Decimal, Decimal] | None:
    """Return 100 n / m and how far the printed percentage may be off, None where it cannot be worked out.

    The room is half a printed place of the percentage, and what rounding of n and m themselves adds.
    """
    if n.value is None or not m.value:
        return None
    exact = 100 * n.value / m.value
    room = (
        (exact * (_rounding(m) / abs(m.value)) + 100 * _rounding(n) / abs(m.value)) if m.value else Decimal(0)
    )
    return exact, whole.step / 2 + room


def _rounding(quantity: Quantity) -> Decimal:
    return slack([quantity])


def cut_off(value: Decimal, decimals: int) -> tuple[Decimal, Decimal]:
    """Return the value rounded and the value truncated at a number of decimals.

    >>> cut_off(Decimal("78.957"), 2)
    (Decimal('78.96'), Decimal('78.95'))
    """
    return round_half_up(value, decimals), truncate(value, decimals)
