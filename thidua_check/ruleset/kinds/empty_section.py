"""Headings with nothing under them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from thidua_check.anatomy.model import Section
from thidua_check.document import Paragraph, Table
from thidua_check.draft import Draft
from thidua_check.findings import Level, Words
from thidua_check.outline.case import ANSWERED
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold_same_length

_BULLETS = ("dash", "plus", "star", "plain")
# A "heading" that ends like a sentence or a list item carries its content itself.
_SENTENCE_END = (".", ";", ",")
# A title that points to where its content is: "(chi tiết Phụ lục đính kèm)", "(có biểu kèm theo)"; or is left open.
_POINTS = re.compile(r"(?:kèm theo|đính kèm|phụ lục|biểu)[^()]*\)\W*$|(?:…|\.\.\.)\W*$")


@frozen
class Params:
    """``longest`` is how many words a title may have; a longer one is a sentence and carries its content."""

    longest: int = 60


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report headings without text, table or further headings before the next one of their level."""
    sections = draft.anatomy.sections
    if not sections:
        return NotApplicable(Words("văn bản không có đề mục", "the draft has no headings"))
    before_table = _before_tables(draft)
    answers, asked = _answers(draft), _asked(draft)
    return [
        Hit(s.heading.title_passage, level=None if s.index in asked else Level.WARNING)
        for s in sections
        if _is_empty(s)
        and _is_title(s, params, s.index in answers)
        and _key(s) not in before_table
        and _has_full_sibling(draft, s)
    ]


def _is_empty(section: Section) -> bool:
    return (
        not section.children
        and not section.heading.run_in
        and not any(p.text.strip() for p in section.content)
    )


def _is_title(section: Section, params: Params, answers: bool) -> bool:
    """Whether a heading is one beyond doubt; a bullet is only if it answers an item of the outline."""
    heading = section.heading
    title = heading.title.rstrip()
    if heading.paragraph.cell is not None or (heading.scheme in _BULLETS and not answers):
        return False
    if heading.scheme == "letter" and title.endswith(_SENTENCE_END):
        return False
    if _POINTS.search(fold_same_length(title)):
        return False
    return len(title.split()) <= params.longest and not (title.endswith(";") or ": " in title)


def _has_full_sibling(draft: Draft, section: Section) -> bool:
    """Whether a neighbour of the same kind has content: in a plain list none has."""
    sections, scheme = draft.anatomy.sections, section.heading.scheme
    siblings = [s for s in sections if s.parent == section.parent and s.heading.scheme == scheme]
    return any(not _is_empty(s) for s in siblings) or (
        len(siblings) == 1 and section.heading.scheme == "roman"
    )


def _answers(draft: Draft) -> set[int]:
    """Return the sections that answer an item of some outline."""
    return {s.index for found in draft.outlines for match in found.matches for s in match.sections}


def _asked(draft: Draft) -> set[int]:
    """Return the sections that answer an item of an outline that was given."""
    return {
        s.index
        for found in draft.outlines
        if found.how == "given"
        for match in found.matches
        if match.verdict in ANSWERED and match.item.level <= 2
        for s in match.sections
    }


def _before_tables(draft: Draft) -> set[tuple[str, int]]:
    """Return the paragraphs that a table follows directly."""
    out: set[tuple[str, int]] = set()
    last: Paragraph | None = None
    for block in draft.document.body:
        if isinstance(block, Table):
            if last is not None:
                out.add((last.part, last.block))
        elif block.text.strip():
            last = block
    return out


def _key(section: Section) -> tuple[str, int]:
    paragraph = section.heading.passages[-1].paragraph
    return paragraph.part, paragraph.block


KIND = Kind("empty_section", check, Params, {"default": frozenset()})
