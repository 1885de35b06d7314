"""Periods whose end is before their beginning, or whose length is not the stated number of years."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.periods import Period, find_date_ranges
from thidua_check.ruleset.model import Hit, Kind


@frozen
class Params:
    """``leads`` are the words before a period that leave no doubt that years are meant."""

    leads: tuple[str, ...] = ()


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report reversed periods, reversed ranges of dates, and periods of a wrong length."""
    for period in draft.facts.periods:
        sure = period.lead.startswith(params.leads) or period.years is not None
        if period.first > period.last and sure:
            right = f"{period.last}-{period.first}"
            yield Hit(period.passage, {"repair": right})
        elif period.years is not None and not _fits(period, period.years):
            values = {"years": str(period.years), "found": str(period.last - period.first + 1)}
            yield Hit(period.passage, values, variant="length")
    for first, last in find_date_ranges(draft.facts.dates):
        if first.value is not None and last.value is not None and first.value > last.value:
            whole = Passage(first.passage.paragraph, first.passage.start, last.passage.end)
            yield Hit(whole, variant="dates")


def _fits(period: Period, years: int) -> bool:
    """2021-2025 are five years counted by the year; a term 2020-2025 is five from congress to congress."""
    return period.last - period.first in (years, years - 1)


KIND = Kind(
    "reversed_period",
    check,
    Params,
    {"default": frozenset({"repair"}), "length": frozenset({"years", "found"}), "dates": frozenset()},
)
