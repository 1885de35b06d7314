"""Items of the outline of which it is not clear whether and where the draft answers them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.outline.choose import GIVEN_FIT
from thidua_check.outline.model import ItemMatch, OutlineMap, Verdict
from thidua_check.ruleset.kinds.anchors import last_words, opening
from thidua_check.ruleset.model import Hit, Kind, NotApplicable


@frozen
class Params:
    """``deepest`` is the deepest level of items that are worth a look."""

    deepest: int = 2


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Ask for a look at unclear items, or at the outline itself where it does not fit the draft."""
    maps = [m for m in draft.outlines if m.how in ("given", "chosen")]
    if not maps:
        return NotApplicable(
            Words("không có đề cương để đối chiếu", "there is no outline to hold the draft against")
        )
    return [hit for found in maps for hit in _unclear(draft, found, params)]


def _unclear(draft: Draft, found: OutlineMap, params: Params) -> Iterator[Hit]:
    if found.score < GIVEN_FIT:
        passage = opening(draft)
        if passage is not None:
            values = {"outline": found.outline.id, "why": found.why}
            yield Hit(passage, values, variant="misfit", outcome="review")
        return
    unclear = {m.item.id for m in found.matches if m.verdict is Verdict.UNCLEAR}
    for match in found.matches:
        if match.verdict is not Verdict.UNCLEAR or match.item.parent in unclear or not match.item.is_heading:
            continue
        passage = _passage(draft, match)
        if match.item.level <= params.deepest and passage is not None:
            name = f"{match.item.label} {match.item.title}".strip()
            yield Hit(passage, {"item": name, "why": match.evidence}, outcome="review")


def _passage(draft: Draft, match: ItemMatch) -> Passage | None:
    """Return the title of the nearest section, else the words that the item should follow."""
    if match.nearest is not None:
        return match.nearest.heading.title_passage
    return last_words(draft.anatomy.sections, match.after) if match.after else opening(draft)


KIND = Kind(
    "unclear_item",
    check,
    Params,
    {"default": frozenset({"item", "why"}), "misfit": frozenset({"outline", "why"})},
)
