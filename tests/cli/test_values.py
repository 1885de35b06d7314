"""Values of options."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_check.cli import values
from thidua_check.errors import UsageError
from thidua_check.findings import Level


@pytest.mark.parametrize("word", ["2025-03-31", "31/3/2025", "31-03-2025", "31.3.2025"])
def test_dates_as_people_write_them(word: str) -> None:
    """ISO and Vietnamese forms give the same day."""
    assert values.day(word) == date(2025, 3, 31)


@pytest.mark.parametrize("word", ["31/4/2025", "2025-02-30", "hôm nay", "3/2025", "", "1/1/0000"])
def test_wrong_dates_are_refused(word: str) -> None:
    """What is no day of the calendar is refused with a sentence that repeats it."""
    with pytest.raises(UsageError, match="--as-of") as caught:
        values.day(word)

    assert word in caught.value.vi


@given(st.dates())
def test_every_iso_day_is_read(value: date) -> None:
    """Reading an ISO date gives the date back."""
    assert values.day(value.isoformat()) == value


def test_outputs() -> None:
    """A format alone goes to the screen, with = to a file, whose name may hold more of them."""
    assert values.output("json") == values.Output("json", None)
    assert values.output("text=a=b.txt") == values.Output("text", "a=b.txt")


@pytest.mark.parametrize("word", ["xml", "json=", "=a", ""])
def test_wrong_outputs_are_refused(word: str) -> None:
    """An unknown format or an empty file name is refused."""
    with pytest.raises(UsageError):
        values.output(word)


def test_levels() -> None:
    """Levels have their names; only --fail-on knows never."""
    assert values.fail_on("warning") is Level.WARNING
    assert values.fail_on("never") == "never"
    with pytest.raises(
        UsageError, match="--min-level nhận một trong: error, warning, info; không có “never”"
    ):
        values.min_level("never")


def test_ids() -> None:
    """Ids come with commas or spaces, in any case."""
    assert values.ids("nt01,SL, bc") == ("NT01", "SL", "BC")
