"""What became of each item of an outline: one verdict each, with its evidence and its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from thidua_check.anatomy.model import Section
from thidua_check.outline.answered import answered, doubtful
from thidua_check.outline.case import ANSWERED, Case, rows_of, rows_under
from thidua_check.outline.hypotheses import HYPOTHESES
from thidua_check.outline.model import ItemMatch, Verdict
from thidua_check.outline.scene import Scene
from thidua_check.outline.settle import Settled

_NEAREST = 0.35


def explain(scene: Scene, settled: Settled, unit: str | None) -> tuple[ItemMatch, ...]:
    """Return the verdict on every item, in the outline's order."""
    case = Case(scene, settled, unit, taken={r: i for i, r in settled.rows.items()})
    for i in range(len(scene.items)):
        case.given[i] = _verdict(case, i)
    _lift(case)
    return tuple(_place(case, i, case.given[i]) for i in range(len(scene.items)))


def _verdict(case: Case, i: int) -> ItemMatch:
    if i in case.settled.rows:
        return doubtful(case, i) or answered(case, i)
    return next(found for hypothesis in HYPOTHESES if (found := hypothesis(case, i)) is not None)


def _lift(case: Case) -> None:
    """A missing item of which a part is there after all is not missing."""
    for i in reversed(range(len(case.scene.items))):
        if case.given[i].verdict is not Verdict.MISSING:
            continue
        verdicts = {case.given[c].verdict for c in case.scene.children[i]}
        if verdicts & ANSWERED or Verdict.COVERED in verdicts:
            case.given[i] = evolve(
                case.given[i],
                verdict=Verdict.UNCLEAR,
                evidence="thiếu tiêu đề nhưng có một phần nội dung ở mục con",
            )


def _place(case: Case, i: int, match: ItemMatch) -> ItemMatch:
    """Add the closest heading and the section it should follow to an item that has no heading."""
    if match.verdict not in (Verdict.MISSING, Verdict.UNCLEAR, Verdict.COVERED):
        return match
    near = match.nearest or _nearest(case, i)
    return evolve(match, nearest=near, after=_before(case, i))


def _nearest(case: Case, i: int) -> Section | None:
    best = max(((score, -r) for (j, r), score in case.scene.like.items() if j == i), default=(0.0, 0))
    return case.section(-best[1]) if best[0] >= _NEAREST else None


def _before(case: Case, i: int) -> Section | None:
    """Return the section after which the item belongs: its answered elder sibling's, else its parent's, and so on up."""
    here: int | None = i
    while here is not None:
        for elder in reversed([s for s in case.scene.siblings(here) if s < here]):
            if rows := rows_under(case, elder):
                return _holding(case, rows_of(case, elder), max(rows))
        here = case.scene.parents[here]
        if rows := rows_of(case, here):
            return case.section(rows[0])
    return None


def _holding(case: Case, own: list[int], last: int) -> Section:
    """Return the item's own section if its last part stands under it, else the section of that part."""
    above = {last, *case.scene.ancestors(last)}
    return case.section(next((row for row in own if row in above), last))


def unused(scene: Scene, matches: Sequence[ItemMatch]) -> Iterator[Section]:
    """Yield the headings that answer no item, bullets left out."""
    used = {s.index for m in matches for s in m.sections}
    for row in scene.rows:
        if row.section.index not in used and row.section.heading.scheme not in ("dash", "plus", "star"):
            yield row.section
