"""What was found and understood in one draft, counted once for every renderer."""

from __future__ import annotations

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Coverage
from thidua_check.outline.model import OutlineMap
from thidua_check.report import Checked


def coverage(checked: Checked) -> dict[str, Coverage]:
    """Return found and understood for headings and for each kind of fact.

    A heading is understood when it answers an item of an outline; without any outline every heading counts as
    understood.
    """
    draft = checked.draft
    found = len(draft.anatomy.sections)
    understood = len(_mapped(draft.outlines)) if draft.outlines else found
    return {"headings": Coverage(found, understood), **draft.facts.coverage()}


def not_understood(draft: Draft) -> dict[str, tuple[Passage, ...]]:
    """Return the facts of each kind that no rule could use; an impossible date is none of them, NT01 speaks of it."""
    facts = draft.facts
    return {
        "dates": tuple(d.passage for d in facts.dates if d.problem == "blank"),
        "citations": tuple(c.passage for c in facts.citations if not c.understood),
        "quantities": tuple(q.passage for q in facts.quantities if q.value is None),
        "relations": tuple(r.passage for r in facts.relations if not r.understood),
    }


def unmapped(draft: Draft) -> tuple[Passage, ...]:
    """Return the titles of the headings that answer no item of any outline; none where there is no outline."""
    if not draft.outlines:
        return ()
    mapped = _mapped(draft.outlines)
    return tuple(s.heading.title_passage for s in draft.anatomy.sections if s.index not in mapped)


def _mapped(outlines: tuple[OutlineMap, ...]) -> set[int]:
    return {s.index for outline in outlines for match in outline.matches for s in match.sections}
