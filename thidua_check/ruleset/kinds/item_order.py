"""Sections that stand out of the outline's order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from thidua_check.anatomy.model import Section
from thidua_check.draft import Draft
from thidua_check.findings import Confidence, Level, Words
from thidua_check.outline.case import quoted
from thidua_check.outline.model import ItemMatch, OutlineMap, Verdict
from thidua_check.ruleset.model import Hit, Kind, NotApplicable


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report each section that would have to move for the outline's order."""
    if not draft.outlines:
        return NotApplicable(
            Words("không có đề cương để đối chiếu", "there is no outline to hold the draft against")
        )
    return [hit for found in draft.outlines for hit in _misplaced(found)]


def _misplaced(found: OutlineMap) -> Iterator[Hit]:
    for n, match in enumerate(found.matches):
        if match.verdict is not Verdict.REORDERED:
            continue
        section = match.sections[0]
        yield Hit(
            section.heading.title_passage,
            {"item": f"{match.item.label} {match.item.title}".strip(), "place": _place(found, n)},
            level=None if found.how == "given" else Level.INFO,
            confidence=None if found.how == "given" else Confidence.LOW,
        )


def _place(found: OutlineMap, n: int) -> Words:
    """Say before or after which section the item belongs."""
    item = found.matches[n].item
    siblings = [m for m in found.matches if m.item.parent == item.parent and m.sections]
    at = siblings.index(found.matches[n])
    if at:
        after = _section(siblings[at - 1])
        return Words(f"sau mục {quoted(after)}", f"after {quoted(after)}")
    before = _section(siblings[at + 1])
    return Words(f"trước mục {quoted(before)}", f"before {quoted(before)}")


def _section(match: ItemMatch) -> Section:
    return match.sections[0]


KIND = Kind("item_order", check, Params, {"default": frozenset({"item", "place"})})
