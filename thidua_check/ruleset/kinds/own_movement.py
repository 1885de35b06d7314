"""The movement of the title against the one that the opening and the closing sentence name."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.outline.movements import identify
from thidua_check.ruleset.kinds.own_office import reporting_end
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.ruleset.movement_names import Quoted, quoted_names


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report another wording of the title's movement where the report says what it is about."""
    subject = draft.anatomy.subject
    if subject is None:
        return
    titled = [q for passage in subject.passages for q in _within(passage)]
    if len(titled) != 1 or not identify(titled[0].words):
        return
    own = titled[0]
    for quoted in _own_words(draft):
        if quoted.words != own.words and identify(quoted.words) == identify(own.words):
            note = Words("tên ở trích yếu", "the name in the title")
            values = {"title": " ".join(own.passage.text.split())}
            yield Hit(quoted.passage, values, fold=quoted.words, related=((own.passage, note),))


def _within(passage: Passage) -> Iterator[Quoted]:
    return (q for q in quoted_names(passage.paragraph) if q.passage.within(passage))


def _own_words(draft: Draft) -> Iterator[Quoted]:
    """Yield the names behind the words by which the office reports, and those of the closing sentence."""
    for paragraph in draft.anatomy.main[:_OPENING]:
        end = reporting_end(paragraph)
        if end is not None:
            stop = min(len(paragraph.text), end + _REACH)
            yield from _within(Passage(paragraph, end, stop))
            break
    if draft.anatomy.closing is not None:
        yield from _within(draft.anatomy.closing)


_OPENING, _REACH = 6, 220
KIND = Kind("own_movement", check, Params, {"default": frozenset({"title"})})
