"""Stated counts that the list of names behind them contradicts."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.findings import Confidence, Level, Words
from thidua_check.ruleset.model import Hit, Kind


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report each count that is followed by more or fewer names; the names are the related places."""
    for relation in draft.facts.relations:
        if relation.kind != "count" or relation.standing != "off":
            continue
        yield Hit(
            relation.whole.extent or relation.whole.passage,
            values={
                "found": str(len(relation.names)),
                "names": ", ".join(name.text for name in relation.names),
            },
            level=None if relation.sure else Level.WARNING,
            confidence=None if relation.sure else Confidence.MEDIUM,
            related=tuple((name, Words("tên được nêu", "name listed")) for name in relation.names),
        )


KIND = Kind("wrong_count", check, Params, {"default": frozenset({"found", "names"})})
