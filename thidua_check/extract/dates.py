"""Dates as people write them in reports."""

from __future__ import annotations

from datetime import date
from typing import Literal

from attrs import frozen

from thidua_check.document import Passage

DateForm = Literal["long", "slash", "month", "quarter"]


@frozen
class DateMention:
    """A date as written. ``day``, ``month``, ``year`` are the numbers as read, None where blank or absent.

    ``value`` is the date if day, month and year make one; ``first`` of the month or quarter for those forms; None
    where a part is blank or the date cannot exist. ``problem`` is ``blank`` or ``impossible``; ``repairs`` are the
    likeliest dates that were meant, best first.
    """

    passage: Passage
    form: DateForm
    day: int | None
    month: int | None
    year: int | None
    value: date | None
    problem: Literal["blank", "impossible"] | None = None
    repairs: tuple[date, ...] = ()
