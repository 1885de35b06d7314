"""The work in hand while verdicts are given: what was settled, what was said so far, and where things stand."""

from __future__ import annotations

from attrs import define, field

from thidua_check.anatomy.model import Section
from thidua_check.outline.model import ItemMatch, Verdict
from thidua_check.outline.scene import Scene
from thidua_check.outline.settle import Settled

_SHOWN_WORDS = 14
ANSWERED = frozenset(
    {Verdict.MATCHED, Verdict.RENAMED, Verdict.REORDERED, Verdict.MOVED, Verdict.MERGED, Verdict.SPLIT}
)


@define
class Case:
    """The work in hand: the scene, what was settled, the unit's level, and the verdicts given so far by place."""

    scene: Scene
    settled: Settled
    unit: str | None
    given: dict[int, ItemMatch] = field(factory=dict)
    taken: dict[int, int] = field(factory=dict)

    def section(self, row: int) -> Section:
        """Return the section of a row."""
        return self.scene.rows[row].section

    def like(self, item: int, row: int) -> float:
        """Return how alike an item and a row are."""
        return self.scene.like.get((item, row), 0.0)


def quoted(section: Section) -> str:
    """Return a section's heading as a message shows it: label and the beginning of the title, in quotes."""
    heading = section.heading
    words = heading.title.split()
    short = " ".join(words[:_SHOWN_WORDS]) + ("…" if len(words) > _SHOWN_WORDS else "")
    return f"“{heading.label} {short}”" if heading.label else f"“{short}”"


def rows_of(case: Case, i: int | None) -> list[int]:
    """Return the rows that answer an item so far."""
    if i is None:
        return []
    if i in case.given:
        return [case.scene.row_of[s.index] for s in case.given[i].sections if s.index in case.scene.row_of]
    return [case.settled.rows[i]] if i in case.settled.rows else []


def rows_under(case: Case, i: int) -> list[int]:
    """Return the rows that answer an item or anything under it."""
    return rows_of(case, i) + [r for c in case.scene.children[i] for r in rows_under(case, c)]


def region_of(case: Case, i: int) -> tuple[tuple[Section, ...], bool]:
    """Return where the item's text would stand, and whether that is its parent's own section (else the whole part)."""
    rows = rows_of(case, case.scene.parents[i])
    if rows:
        rows += [case.settled.rows[s] for s in case.scene.siblings(i) if s in case.settled.rows]
        sections = {s.index: s for r in rows for s in case.scene.subtree(case.section(r))}
        return tuple(sections[n] for n in sorted(sections)), True
    return tuple(row.section for row in case.scene.rows), False


def make_match(
    case: Case,
    i: int,
    verdict: Verdict,
    sections: tuple[Section, ...],
    score: float,
    evidence: str,
    nearest: Section | None = None,
) -> ItemMatch:
    own = {case.scene.row_of.get(s.index) for s in sections}
    others = [score for (j, r), score in case.scene.like.items() if j == i and r not in own]
    return ItemMatch(
        item=case.scene.items[i],
        verdict=verdict,
        score=round(score, 3),
        runner_up=round(max(others, default=0.0), 3),
        sections=sections,
        nearest=nearest,
        evidence=evidence,
    )
