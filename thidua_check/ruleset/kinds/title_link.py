"""How the title of a cited document is joined to its number and date."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.citations import Citation
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.text import fold


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report titles that repeat the type instead of ``về``, and bodies that stand before the number."""
    for citation in draft.facts.citations:
        between, repeated = _body_first(citation), _type_again(citation)
        if between is not None:
            yield Hit(between, variant="order", fold="order")
        if repeated is not None:
            yield Hit(repeated, {"type": fold(citation.types[-1])})


def _type_again(citation: Citation) -> Passage | None:
    """Return the words from the type to where it stands again instead of ``về``: ``Kế hoạch số 1/KH ngày ... Kế hoạch``."""
    title, passage = citation.title, citation.title_passage
    if not (title and passage and citation.date and citation.types):
        return None
    again = fold(title).startswith(fold(citation.types[-1]) + " ")
    if not again or citation.date.passage.end + 1 < passage.start:
        return None
    end = passage.start + len(citation.types[-1])
    return Passage(passage.paragraph, citation.passage.start, end)


def _body_first(citation: Citation) -> Passage | None:
    """Return the words where the body stands between type and number: ``Kế hoạch của UBND tỉnh số 22/KH-UBND``."""
    type_passage = citation.type_passage
    if citation.adjacent or citation.listed or type_passage is None or not citation.has_so:
        return None
    between = citation.passage.paragraph.text[type_passage.end : citation.passage.start]
    if not between.startswith(" của ") or len(between) > _REACH or any(c in between for c in ',;(“"'):
        return None
    if any(word in fold(between) for word in _CLAUSE_WORDS):
        return None
    return Passage(citation.passage.paragraph, type_passage.start, citation.passage.end)


_REACH = 60
_CLAUSE_WORDS = (" về ", " theo ", " tại ", " ban hành", " kèm", " và ", " phê duyệt")
KIND = Kind("title_link", check, Params, {"default": frozenset({"type"}), "order": frozenset()})
