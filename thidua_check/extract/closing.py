"""Figures in words of their own: a value printed like a quantity, and the values that would close a wrong total."""

from __future__ import annotations

from decimal import Decimal

from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.numbers import format_number
from thidua_check.extract.quantities import Quantity


def as_printed(value: Decimal, like: Quantity, decimals: int | None = None) -> str:
    """Return a value in the scale and unit of a quantity, with as many decimals as it needs (or the given number).

    >>> from thidua_check.document import Paragraph
    >>> from thidua_check.extract.quantities import find_quantities
    >>> like, = find_quantities(Paragraph("đạt 43,068 tỷ đồng"))
    >>> as_printed(Decimal("42500000000"), like)
    '42,5 tỷ đồng'
    """
    number = format_number(value / like.scale, decimals)
    after = (like.extent or like.passage).text[len(like.passage.text) :] if like.pair != "n" else ""
    return number + after


def closing_values(relation: Relation) -> tuple[Decimal | None, ...]:
    """Return for each part the value that would make the parts add up to the whole, None where none is possible.

    A value is possible if it is above zero (an empty part would not have been printed) and can be printed in the
    finest place of the relation's figures.
    """
    whole, expected = relation.whole.value, relation.expected
    if whole is None or expected is None:
        return (None,) * len(relation.parts)
    step = min(quantity.step for quantity in (relation.whole, *relation.parts))
    values = (None if part.value is None else part.value + whole - expected for part in relation.parts)
    return tuple(value if value and value > 0 and value % step == 0 else None for value in values)
