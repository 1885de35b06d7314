"""Citations without the word ``số`` between type and number."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.symbol_form import printed
from thidua_check.ruleset.model import Hit, Kind


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report, as one finding, the citations whose type stands directly before the number."""
    for citation in draft.facts.citations:
        if citation.has_so or citation.in_title or not citation.adjacent:
            continue
        if not citation.understood or citation.type is None:
            continue
        yield Hit(citation.passage, {"repair": f"số {printed(citation)}"}, fold="so")


KIND = Kind("missing_so", check, Params, {"default": frozenset({"repair"})})
