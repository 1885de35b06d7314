"""The year in a normative document's symbol against the year of its date."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.ruleset.model import Hit, Kind


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report a cited ``.../2002/...`` whose date is of another year: the number is given in the year of issue."""
    for citation in draft.facts.citations:
        mention = citation.date
        if (
            citation.year is None
            or mention is None
            or len(mention.written[2]) != len("2002")
            or mention.problem == "impossible"
        ):
            continue
        if mention.year != citation.year:
            values = {"document": citation.passage.text, "year": str(citation.year)}
            yield Hit(mention.passage, values)


KIND = Kind("symbol_year", check, Params, {"default": frozenset({"document", "year"})})
