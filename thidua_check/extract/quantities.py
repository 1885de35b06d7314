"""Quantities: a number with its unit, scale, counted noun and printed precision."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from thidua_check.document import Passage


@frozen
class Quantity:
    """A number as written. ``value`` is in ``unit`` with ``scale`` applied; None where it cannot be read surely.

    ``passage`` covers the digits alone, ``extent`` digits, unit and noun. ``unit`` is the unit word or symbol
    (``%``, ``tấn``, ``đồng``, ``ha``), ``noun`` the counted noun (``hộ nghèo``), ``decimals`` the printed decimals,
    ``scale`` the power-of-ten word applied (``triệu`` = 1000000). ``problem`` names a deviation from the Vietnamese
    way of printing numbers: ``decimal-point``, ``no-grouping``, ``ambiguous``.
    """

    passage: Passage
    value: Decimal | None
    unit: str = ""
    noun: str = ""
    scale: Decimal = Decimal(1)
    decimals: int = 0
    extent: Passage | None = None
    problem: str | None = None
