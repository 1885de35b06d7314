"""A year in the symbol of an administrative document, and normative symbols without one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from thidua_check.draft import Draft
from thidua_check.extract.citations import Citation
from thidua_check.ruleset.document_types import load_document_types
from thidua_check.ruleset.issuers import organ_codes
from thidua_check.ruleset.kinds.symbol_form import printed
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.text import fold


@frozen
class Params:
    """``administrative`` are type codes, ``normative`` the codes of normative types by folded name; organs that begin
    with ``organs`` issue nothing normative.

    ``letters`` are types whose symbol begins with the organ. ``since`` is the year from which documents are judged:
    before it other rules held.
    """

    administrative: tuple[str, ...] = ()
    normative: Mapping[str, str] = field(factory=dict)
    organs: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    since: int = 2012


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report administrative symbols with a year and normative ones without."""
    for citation in draft.facts.citations:
        if citation.party or not citation.understood or not _recent(citation, params.since):
            continue
        right = printed(citation)
        if citation.year is not None and _administrative(citation, params):
            right = right.replace(f"/{citation.year}/", "/", 1)
            yield Hit(citation.symbol_passage or citation.passage, {"repair": right}, fold=right)
        elif citation.year is None and _normative(citation, params):
            yield Hit(citation.symbol_passage or citation.passage, variant="normative", fold=right)


def _recent(citation: Citation, since: int) -> bool:
    year = citation.year or (citation.date.year if citation.date else None)
    return year is None or year >= since


def _normative(citation: Citation, params: Params) -> bool:
    """Whether the type and its code both say that the symbol should hold a year."""
    if not citation.adjacent or not citation.types or "-" not in citation.symbol:
        return False
    return params.normative.get(fold(citation.types[-1])) == citation.code


def _administrative(citation: Citation, params: Params) -> bool:
    if citation.code in params.administrative:
        return True
    if citation.adjacent and citation.types and fold(citation.types[-1]) in params.letters:
        return not load_document_types().known(citation.code)
    organs = organ_codes(citation.symbol)
    return citation.code == "QĐ" and len(organs) == 1 and organs[0].startswith(params.organs)


PROVIDES = frozenset({"repair"})
KIND = Kind("symbol_regime", check, Params, {"default": PROVIDES, "normative": frozenset()})
