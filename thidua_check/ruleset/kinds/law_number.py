"""Laws cited with number and symbol (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.text import fold


@frozen
class Params:
    """``types`` are the types that are cited by name and date alone."""

    types: tuple[str, ...] = ()


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report, as one finding, laws with their number in administrative documents."""
    for citation in draft.facts.citations:
        if (
            citation.adjacent
            and citation.year
            and citation.types
            and fold(citation.types[-1]) in params.types
        ):
            yield Hit(citation.passage, {}, fold="law")


KIND = Kind("law_number", check, Params, {"default": frozenset()})
