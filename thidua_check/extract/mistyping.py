"""Figures that differ from the right one by a slip of the hand: a comma, a digit, two digits that changed places."""

from __future__ import annotations

from decimal import Decimal

from thidua_check.extract.numbers import round_half_up
from thidua_check.extract.quantities import Quantity

_FEWEST = 3


def is_slip(printed: Quantity, right: Decimal) -> bool:
    """Return whether a printed figure is the right one ten times too large or small, or one slip of a digit away.

    Figures of fewer than three digits resemble each other by chance and are judged by their comma alone.

    >>> from thidua_check.document import Paragraph
    >>> from thidua_check.extract.quantities import find_quantities
    >>> tenfold, slip, other = find_quantities(Paragraph("8,0%, 27,2%, 8,15%"))
    >>> is_slip(tenfold, Decimal("0.7999")), is_slip(slip, Decimal("17.192")), is_slip(other, Decimal("48.722"))
    (True, True, False)
    """
    value = printed.value
    if value is None or not value or not right:
        return False
    half = printed.step / 2
    if abs(value / 10 - right) <= half / 10 or abs(value * 10 - right) <= half * 10:
        return True
    one, two = (
        _digits(value, printed.decimals),
        _digits(round_half_up(right, printed.decimals), printed.decimals),
    )
    return len(one) == len(two) >= _FEWEST and _one_slip(one, two)


def _digits(value: Decimal, decimals: int) -> str:
    return str(int(value.scaleb(decimals)))


def _one_slip(one: str, two: str) -> bool:
    """Return whether two rows of digits differ in one place, or in two neighbours that changed places."""
    apart = [place for place, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    if len(apart) == 1:
        return True
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and one[apart[0] : apart[1] + 1] == two[apart[0] : apart[1] + 1][::-1]
    )
