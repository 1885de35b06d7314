"""Dates that are not in the calendar, with the likeliest that were meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.extract.date_repairs import rank_repairs
from thidua_check.extract.dates import DateMention, print_like
from thidua_check.findings import Words
from thidua_check.ruleset.model import Hit, Kind


@frozen
class Params:
    """``repairs`` is how many likely dates a message names at most."""

    repairs: int = 3


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report each date that cannot exist; the dates beside it and the draft's own decide between equal slips."""
    dates = draft.facts.dates
    for index, mention in enumerate(dates):
        if mention.problem != "impossible":
            continue
        likely = rank_repairs(*mention.written, near=_near(dates, index, draft.as_of.date))[: params.repairs]
        shown = [print_like(mention, day) for day in likely]
        if shown:
            values = {"repair": Words(" hoặc ".join(shown), " or ".join(shown))}
            yield Hit(mention.passage, values, replacement=shown[0] if len(shown) == 1 else None)
        else:
            yield Hit(mention.passage, variant="unknown")


def _near(dates: Sequence[DateMention], index: int, as_of: date | None) -> list[date]:
    """Return the whole dates among the three mentions on either side, or else the draft's own date."""
    beside = dates[max(0, index - _BESIDE) : index + _BESIDE + 1]
    found = [d.value for d in beside if d.value is not None and d.form in ("long", "slash")]
    return found or ([as_of] if as_of else [])


_BESIDE = 3

KIND = Kind("impossible_date", check, Params, {"default": frozenset({"repair"}), "unknown": frozenset()})
