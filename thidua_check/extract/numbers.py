"""Numbers as Vietnamese offices print them: the dot groups thousands, the comma is the decimal sign.

Sources: NĐ 86/2012/NĐ-CP, Phụ lục V (decimal comma); Luật Kế toán, Điều 11 (thousands dot). No text binds the
thousands dot in ordinary administrative prose, so a deviation is a fact here and never an error by itself.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from attrs import frozen

Problem = Literal["decimal-point", "no-grouping", "comma-grouping", "ambiguous"]

# A number as printed: "9638", "2.586,2", "1.499.400.000", "99.02".
NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")

# "1.499.400.000", "2.308,61"
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
# "34,68", "0,5", "12345,6"
_COMMA = re.compile(r"\d+,\d+")
# "1,234,567", "1,234,567.8", "1,234.5": the English way
_ENGLISH = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?|[1-9]\d{0,2}(?:,\d{3})+\.\d+")
# "99.02", "0.125"
_POINT = re.compile(r"\d+\.\d+")
# "22,656": a decimal or a grouped thousand, the unit decides
_EITHER = re.compile(r"[1-9]\d{0,2},\d{3}")

# Longer tokens are codes, and more digits than Decimal's context keeps.
_LONGEST = 24


@frozen
class Number:
    """A number read from its digits: ``value`` None where two readings are open.

    >>> read_number("2.586,2")
    Number(value=Decimal('2586.2'), decimals=1, problem=None)
    >>> read_number("99.02").problem
    'decimal-point'
    >>> read_number("9638").problem
    'no-grouping'
    >>> read_number("22,656"), read_number("22,656", fractional=True).value
    (Number(value=None, decimals=0, problem='ambiguous'), Decimal('22.656'))
    """

    value: Decimal | None
    decimals: int = 0
    problem: Problem | None = None


_UNREAD = Number(None, 0, "ambiguous")


def read_number(token: str, *, fractional: bool = False) -> Number:
    """Return the number that a token of digits, dots and commas stands for.

    ``fractional`` says that the unit behind it is one that takes decimals (``tỷ``, ``%``, ``ha``), which settles
    ``22,656``; before a counted noun that form stays open.
    """
    if len(token) > _LONGEST:
        return _UNREAD
    if token.isdigit():
        return Number(Decimal(token), 0, "no-grouping" if len(token.lstrip("0")) > 3 else None)
    if _GROUPED.fullmatch(token):
        return _decimal(token.replace(".", ""), ",", None)
    if _EITHER.fullmatch(token) and not fractional:
        return _UNREAD
    if _COMMA.fullmatch(token):
        return _decimal(token, ",", None)
    if _ENGLISH.fullmatch(token):
        return _decimal(token.replace(",", ""), ".", "decimal-point" if "." in token else "comma-grouping")
    if _POINT.fullmatch(token):
        return _decimal(token, ".", "decimal-point")
    return _UNREAD


def _decimal(token: str, sign: str, problem: Problem | None) -> Number:
    whole, _, fraction = token.partition(sign)
    return Number(
        Decimal(f"{whole}.{fraction or '0'}") if fraction else Decimal(whole), len(fraction), problem
    )


def format_number(value: Decimal, decimals: int | None = None) -> str:
    """Return the Vietnamese form of a number, rounded half up to ``decimals`` (None: as many as it has).

    >>> format_number(Decimal("2308.61")), format_number(Decimal("0.5"), 2), format_number(Decimal(1499400000))
    ('2.308,61', '0,50', '1.499.400.000')
    """
    if decimals is None:
        exponent = value.normalize().as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    whole, _, fraction = f"{round_half_up(value, decimals):,f}".partition(".")
    return whole.replace(",", ".") + ("," + fraction if fraction else "")


def round_half_up(value: Decimal, decimals: int) -> Decimal:
    """Return the value rounded to a number of decimals, halves away from zero.

    >>> round_half_up(Decimal("78.955"), 2)
    Decimal('78.96')
    """
    return value.quantize(Decimal(1).scaleb(-decimals), rounding="ROUND_HALF_UP")


def truncate(value: Decimal, decimals: int) -> Decimal:
    """Return the value cut off after a number of decimals.

    >>> truncate(Decimal("78.957"), 2)
    Decimal('78.95')
    """
    return value.quantize(Decimal(1).scaleb(-decimals), rounding="ROUND_DOWN")
