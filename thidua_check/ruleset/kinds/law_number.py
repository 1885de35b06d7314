"""Laws cited with number and symbol (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold


@frozen
class Params:
    """``types`` are the types that are cited by name and date alone."""

    types: tuple[str, ...] = ()


def check(draft: Draft, params: Params) -> Iterator[Hit] | NotApplicable:
    """Report, as one finding, laws with their number in administrative documents."""
    if draft.anatomy.symbol_year is not None:
        return NotApplicable(
            Words(
                "văn bản quy phạm pháp luật viện dẫn theo quy định khác",
                "normative documents follow other rules",
            )
        )
    return _hits(draft, params)


def _hits(draft: Draft, params: Params) -> Iterator[Hit]:
    for citation in draft.facts.citations:
        if (
            citation.adjacent
            and citation.year
            and citation.types
            and fold(citation.types[-1]) in params.types
        ):
            yield Hit(citation.passage, {}, fold="law")


KIND = Kind("law_number", check, Params, {"default": frozenset()})
