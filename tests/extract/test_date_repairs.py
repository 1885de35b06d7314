"""What was meant by a date that cannot exist."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_check.extract.date_repairs import rank_repairs


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (("15", "9", "25022"), date(2022, 9, 15)),
        (("12", "9", "20222"), date(2022, 9, 12)),
        (("15", "9", "202"), date(2022, 9, 15)),
        (("31", "4", "2024"), date(2024, 4, 30)),
        (("31", "11", "2023"), date(2023, 11, 30)),
        (("29", "02", "2023"), date(2023, 2, 28)),
        (("15", "13", "2024"), date(2024, 12, 15)),
        (("5", "20", "2024"), date(2024, 5, 20)),
        (("115", "9", "2024"), date(2024, 9, 15)),
        (("", "13", "2024"), date(2024, 12, 1)),
    ],
)
def test_likeliest(written: tuple[str, str, str], meant: date) -> None:
    """The commonest slip comes first: a digit hit twice, one day past the month's end, month before day."""
    assert rank_repairs(*written)[0] == meant


def test_neighbours_decide_between_equal_slips() -> None:
    """A missing digit of the year is taken from the dates beside it."""
    near = [date(2025, 3, 1), date(2025, 4, 2)]

    assert rank_repairs("15", "9", "202", near)[0] == date(2025, 9, 15)


def test_near_months_come_first() -> None:
    """The last day of the month, then the months beside it, before one with a digit less."""
    found = rank_repairs("31", "11", "2024")

    assert found[:3] == (date(2024, 11, 30), date(2024, 12, 31), date(2024, 10, 31))


def test_every_repair_exists_and_is_near() -> None:
    """At most five repairs, all different."""
    found = rank_repairs("32", "8", "2024")

    assert found[:3] == (date(2024, 8, 31), date(2024, 8, 22), date(2024, 8, 23))
    assert len(found) == len(set(found)) == 5


def test_nothing_without_a_year() -> None:
    """Without a year no date can be named."""
    assert rank_repairs("31", "4", "") == ()
