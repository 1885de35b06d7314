"""The same heading twice under one parent."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from thidua_check.anatomy.model import Section
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.outline.case import quoted
from thidua_check.outline.movements import bare
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

_BULLETS = ("dash", "plus", "star")


@frozen
class Params:
    """``shortest`` is how many words a title must have for its repetition to be told."""

    shortest: int = 2


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report the second and further sections with a title that a sister section has."""
    sections = draft.anatomy.sections
    if not sections:
        return NotApplicable(Words("văn bản không có đề mục", "the draft has no headings"))
    first: dict[tuple[int | None, int, str], Section] = {}
    hits: list[Hit] = []
    for section in sections:
        heading = section.heading
        words = bare(heading.title)
        if (
            heading.scheme in _BULLETS
            or heading.paragraph.cell is not None
            or len(words.split()) < params.shortest
        ):
            continue
        other = first.setdefault((section.parent, heading.level, words), section)
        if other is not section:
            note = (other.heading.title_passage, Words("mục có cùng tên", "the heading of the same name"))
            hits.append(Hit(heading.title_passage, {"other": quoted(other)}, related=(note,)))
    return hits


KIND = Kind("repeated_heading", check, Params, {"default": frozenset({"other"})})
