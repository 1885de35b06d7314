"""Numbers as printed: dots, commas, and the forms that stay open."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_check.extract.numbers import format_number, read_number, round_half_up, truncate


@pytest.mark.parametrize(
    ("token", "value", "decimals"),
    [
        ("03", "3", 0),
        ("2.586,2", "2586.2", 1),
        ("1.499.400.000", "1499400000", 0),
        ("34,68", "34.68", 2),
        ("0,125", "0.125", 3),
        ("28.995,43", "28995.43", 2),
    ],
)
def test_reads_the_vietnamese_form(token: str, value: str, decimals: int) -> None:
    """A dot groups thousands, a comma opens the decimals, and nothing is remarked."""
    number = read_number(token)

    assert (number.value, number.decimals, number.problem) == (Decimal(value), decimals, None)


@pytest.mark.parametrize(
    ("token", "value", "problem"),
    [
        ("99.02", "99.02", "decimal-point"),
        ("0.125", "0.125", "decimal-point"),
        ("9638", "9638", "no-grouping"),
        ("1,234,567", "1234567", "comma-grouping"),
        ("1,234.5", "1234.5", "decimal-point"),
    ],
)
def test_understands_other_forms_and_names_the_deviation(token: str, value: str, problem: str) -> None:
    """A number in a foreign form has its value, and the deviation is a fact."""
    number = read_number(token)

    assert (number.value, number.problem) == (Decimal(value), problem)


@pytest.mark.parametrize("token", ["1,234", "1.23.456", "12.3456.7", "9" * 30])
def test_leaves_open_what_has_no_sure_reading(token: str) -> None:
    """No value is made up for a number that may be read in two ways, or in none."""
    assert read_number(token).value is None


def test_unit_settles_three_decimals() -> None:
    """Before a unit that takes decimals, "22,656" is a decimal."""
    assert read_number("22,656", fractional=True).value == Decimal("22.656")


@given(st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False))
def test_reads_back_what_it_prints(value: Decimal) -> None:
    """Parsing the printed form of a decimal gives the decimal."""
    printed = format_number(value, 2)

    assert read_number(printed).value == value


@given(st.integers(min_value=0, max_value=10**15))
def test_reads_back_whole_numbers(value: int) -> None:
    """Parsing the printed form of a whole number gives the number, without any remark."""
    number = read_number(format_number(Decimal(value)))

    assert (number.value, number.problem) == (value, None)


@given(st.decimals(min_value=0, max_value=10**6, places=6, allow_nan=False), st.integers(0, 3))
def test_rounding_and_cutting_differ_by_at_most_one_place(value: Decimal, decimals: int) -> None:
    """The rounded value is the cut-off one or one printed place above it."""
    step = Decimal(1).scaleb(-decimals)

    assert round_half_up(value, decimals) - truncate(value, decimals) in (0, step)
