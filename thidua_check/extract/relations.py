"""Arithmetic relations between quantities that the text states."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.extract.quantities import Quantity

RelationKind = Literal["sum", "ratio", "growth", "count", "footing"]


@frozen
class Relation:
    """A relation that should hold: ``whole`` against ``parts``.

    - ``sum``: parts add up to whole; ``exhaustive`` False where ``trong đó`` may list only some parts.
    - ``ratio``: parts (n, m), whole the percentage p = 100 n / m.
    - ``growth``: parts (from, to), whole the percentage of change.
    - ``count``: whole the stated count, ``names`` the listed names.
    - ``footing``: whole the total cell of a table, parts the cells above or beside it.

    ``expected`` is what whole should be, ``tolerance`` how far it may be off given the printed decimals, both None
    where the relation was seen but not understood.
    """

    kind: RelationKind
    passage: Passage
    whole: Quantity
    parts: tuple[Quantity, ...] = ()
    names: tuple[Passage, ...] = ()
    exhaustive: bool = True
    expected: Decimal | None = None
    tolerance: Decimal | None = None

    @property
    def understood(self) -> bool:
        """Whether the expected value could be worked out."""
        return self.expected is not None
