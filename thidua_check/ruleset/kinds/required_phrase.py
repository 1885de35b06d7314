"""A phrase that an office wants in a place of its documents: one of several wordings must stand there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.frame import absence, last_of
from thidua_check.ruleset.kinds.places import PLACES, Where, listed, passages_in, whole_words
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold


@frozen
class Params:
    """``phrases`` are the wordings, of which one must stand in the place ``where``.

    Letters are compared without case, and words as wholes.
    """

    phrases: tuple[str, ...]
    where: Where = "everywhere"


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report the last words of the place where none of the wordings stands in it; a place that is not there says nothing."""
    passages = passages_in(draft, params.where)
    place = PLACES[params.where]
    if not passages:
        return NotApplicable(Words(f"không tìm thấy {place.vi}", f"{place.en} was not found"))
    text = _joined(passages, params.where)
    if any(whole_words(phrase).search(text) for phrase in params.phrases):
        return []
    end = draft.anatomy.ending if params.where in ("everywhere", "main") else None
    values = {"phrases": listed(params.phrases), "place": place}
    return [Hit(last_of(end or passages[-1]), values, outcome=absence(draft), absent=True)]


def _joined(passages: Sequence[Passage], where: Where) -> str:
    """Return the folded words of a place: a title runs on from line to line, other paragraphs stand alone."""
    return (" " if where == "title" else "\n").join(fold(passage.text) for passage in passages)


KIND = Kind("required_phrase", check, Params, {"default": frozenset({"phrases", "place"})})
