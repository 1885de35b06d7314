"""An outline held against a draft, or against one part of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from thidua_check.anatomy.model import Section
from thidua_check.outline.case import ANSWERED
from thidua_check.outline.explain import explain, unused
from thidua_check.outline.model import How, ItemMatch, Outline, OutlineMap, Verdict
from thidua_check.outline.scene import Scene, make_scene
from thidua_check.outline.settle import settle

# What an item of level 1, 2, 3 and below counts for in the fit of an outline.
_LEVEL_WEIGHT = {1: 1.0, 2: 0.6}
_DEEPER = 0.2
_VERDICT_WORTH = {Verdict.MERGED: 0.7, Verdict.COVERED: 0.5, Verdict.UNCLEAR: 0.2}


def map_outline(
    outline: Outline,
    sections: Sequence[Section],
    *,
    scope: Iterable[int] | None = None,
    how: How = "given",
    part: str | None = None,
    unit: str | None = None,
    movement: str | None = None,
    why: str = "",
) -> OutlineMap:
    """Hold an outline against a draft's sections, or against those in ``scope`` (indices).

    ``unit`` is the level of the reporting office (see :mod:`thidua_check.outline.offices`), None if it is not known.
    ``movement`` is the key of the part's own movement where it is not the outline's.
    """
    scene = make_scene(outline, sections, scope, movement)
    matches = explain(scene, settle(scene), unit)
    return OutlineMap(
        outline=outline,
        how=how,
        part=part,
        matches=matches,
        extra=tuple(unused(scene, matches)),
        score=round(fit(scene, matches), 3),
        why=why,
    )


def glance(outline: Outline, sections: Sequence[Section], scope: Iterable[int] | None = None) -> float:
    """Return the share of an outline's upper headings that a draft has, without a look at its text."""
    scene = make_scene(outline, sections, scope)
    rows = settle(scene).rows
    asked = [i for i, item in enumerate(scene.items) if item.is_heading and item.applies_to == "all"]
    total = sum(_counts_for(scene.items[i].level) for i in asked)
    return sum(_counts_for(scene.items[i].level) for i in asked if i in rows) / total if total else 0.0


def fit(scene: Scene, matches: Sequence[ItemMatch]) -> float:
    """Return how well an outline fits, 0 to 1: the mean of what it finds answered and what of the draft it explains."""
    asked = [m for m in matches if m.item.is_heading and m.verdict is not Verdict.NOT_APPLICABLE]
    total = sum(_counts_for(m.item.level) for m in asked)
    met = sum(_counts_for(m.item.level) * _worth(m) for m in asked)
    used = {s.index for m in matches for s in m.sections}
    upper = [row for row in scene.rows if row.level - min((r.level for r in scene.rows), default=1) < 2]
    known = sum(_counts_for(row.level) for row in upper if row.section.index in used)
    present = sum(_counts_for(row.level) for row in upper)
    if not total or not present:
        return 0.0
    return 0.5 * met / total + 0.5 * known / present


def _counts_for(level: int) -> float:
    return _LEVEL_WEIGHT.get(level, _DEEPER)


def _worth(match: ItemMatch) -> float:
    if match.verdict in _VERDICT_WORTH:
        return _VERDICT_WORTH[match.verdict]
    return match.score if match.verdict in ANSWERED else 0.0
