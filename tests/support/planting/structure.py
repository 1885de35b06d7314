"""Mistakes planted in the sections: taken out, emptied, exchanged, numbered wrongly."""

from __future__ import annotations

import random
from collections.abc import Mapping
from itertools import pairwise

from attrs import evolve

from tests.support.editing import Key, changed, key, replaced, without
from tests.support.planting.model import Plant, Planted
from thidua_check.anatomy.model import Section
from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.outline.model import OutlineItem


def _leaves(draft: Draft, level: int) -> list[Section]:
    sections = draft.anatomy.sections
    return [
        s
        for s in sections
        if not s.children
        and s.heading.level == level
        and not s.heading.run_in
        and s.content
        and s.heading.paragraph.cell is None
    ]


def _keys_of(section: Section, *, with_heading: bool) -> set[Key]:
    passages = (*section.heading.passages, *section.content) if with_heading else section.content
    return {key(p.paragraph) for p in passages}


def _answered(draft: Draft) -> dict[int, OutlineItem]:
    """Return the items of a given outline that one section surely answers, by the section's index."""
    return {
        match.sections[0].index: match.item
        for outline in draft.outlines
        if outline.how == "given"
        for match in outline.matches
        if match.verdict in ("matched", "renamed") and len(match.sections) == 1
    }


def removed_heading(draft: Draft, rng: random.Random) -> Planted | None:
    """A section of the second level taken out, heading and text."""
    answered = _answered(draft)
    leaves = [s for s in _leaves(draft, 2) if s.index in answered and s.index > 0]
    if not leaves:
        return None
    chosen = rng.choice(leaves)
    sections = draft.anatomy.sections
    before = sections[chosen.index - 1]
    where = _keys_of(before, with_heading=True)
    if chosen.parent is not None:
        where |= _keys_of(sections[chosen.parent], with_heading=True)
    return Planted(
        without(draft.document, _keys_of(chosen, with_heading=True)),
        ("BC01",),
        "",
        tuple(where),
        ("BC04", "SL01", "TT10"),
        says=answered[chosen.index].title[:30],
    )


def emptied_heading(draft: Draft, rng: random.Random) -> Planted | None:
    """A section whose text is gone."""
    leaves = [
        s
        for s in (*_leaves(draft, 2), *_leaves(draft, 3))
        if s.index + 1 < len(draft.anatomy.sections) and all(p.paragraph.cell is None for p in s.content)
    ]
    if not leaves:
        return None
    chosen = rng.choice(leaves)
    kept = without(draft.document, _keys_of(chosen, with_heading=False))
    return Planted(kept, ("BC02",), chosen.heading.title, (key(chosen.heading.paragraph),), ("BC01",))


def swapped_headings(draft: Draft, rng: random.Random) -> Planted | None:
    """The titles of two neighbours exchanged, so that their order is not the outline's."""
    answered = _answered(draft)
    parents = {item.parent for outline in draft.outlines for item in outline.outline.items}
    leaves = [s for s in _leaves(draft, 2) if s.index in answered and answered[s.index].id not in parents]
    pairs = [(a, b) for a, b in pairwise(leaves) if a.parent == b.parent]
    if not pairs:
        return None
    first, second = rng.choice(pairs)
    one, two = first.heading.title_passage, second.heading.title_passage
    document = replaced(replaced(draft.document, two, one.text), one, two.text)
    return Planted(document, ("BC03",), one.text, (key(one.paragraph), key(two.paragraph)), ("ND01",))


def wrong_number(draft: Draft, rng: random.Random) -> Planted | None:
    """A heading numbered one too high."""
    headings = [
        h
        for h in draft.anatomy.headings
        if h.scheme == "arabic" and h.label[:-1].isdigit() and not h.paragraph.label and int(h.label[:-1]) > 1
    ]
    if not headings:
        return None
    chosen = rng.choice(headings)
    start = chosen.passages[0].start
    wrong = f"{int(chosen.label[:-1]) + rng.randint(2, 4)}."
    spot = Passage(chosen.paragraph, start, start + len(chosen.label))
    document = replaced(draft.document, spot, wrong)
    return Planted(document, ("BC04",), wrong, tuple(key(h.paragraph) for h in draft.anatomy.headings), ())


def repeated_title(draft: Draft, rng: random.Random) -> Planted | None:
    """A section with the title of another one under the same heading."""
    sections = [
        s
        for s in draft.anatomy.sections
        if s.parent is not None and not s.heading.run_in and not s.children and s.heading.scheme != "dash"
    ]
    pairs = [
        (a, b) for a, b in pairwise(sections) if a.parent == b.parent and len(a.heading.title.split()) > 1
    ]
    if not pairs:
        return None
    first, second = rng.choice(pairs)
    title = first.heading.title_passage.text
    document = replaced(draft.document, second.heading.title_passage, title)
    where = (key(first.heading.paragraph), key(second.heading.paragraph))
    return Planted(document, ("BC07",), title, where, ("BC01", "BC03", "ND01", "ND02"))


def heading_as_line(draft: Draft, rng: random.Random) -> Planted | None:
    """A heading typed as a line of a list, all of it or its beginning: whether it answers the item is open."""
    answered = _answered(draft)
    leaves = [
        s
        for s in _leaves(draft, 2)
        if s.index in answered and len(s.heading.passages) == 1 and len(s.heading.title.split()) > 3
    ]
    if not leaves:
        return None
    chosen = rng.choice(leaves)
    words = chosen.heading.title.split()
    text = "- " + " ".join(words[: rng.choice([max(3, len(words) // 2), len(words)])])
    target = key(chosen.heading.paragraph)
    document = changed(draft.document, lambda p: _as_line(p, text) if key(p) == target else p)
    says = answered[chosen.index].title[:30]
    return Planted(document, ("BC06",), "", (), ("BC01", "BC02", "BC04", "TT51", "TT58", "ND01"), says)


def _as_line(paragraph: Paragraph, text: str) -> Paragraph:
    """Return the paragraph with other words, neither numbered nor bold."""
    runs = tuple(evolve(run, start=0, end=len(text), bold=False) for run in paragraph.runs[:1])
    return evolve(paragraph, text=text, label="", runs=runs, lines=paragraph.lines[:1], origin=None)


PLANTS: Mapping[str, Plant] = {
    "removed-heading": removed_heading,
    "emptied-heading": emptied_heading,
    "swapped-headings": swapped_headings,
    "wrong-number": wrong_number,
    "repeated-title": repeated_title,
    "heading-as-line": heading_as_line,
}
