"""Planting by saying something more: a sentence that a report may well hold, put behind one of its own."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.support.editing import key, replaced
from tests.support.planting.model import Plant, Planted
from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft

OPEN, CLOSE = "⟦", "⟧"
Said = Callable[[Draft, random.Random], str | None]


def is_report(draft: Draft) -> bool:
    """Return whether the draft is a report, as far as its type tells."""
    return draft.anatomy.type is None or draft.anatomy.type.text.upper() == "BÁO CÁO"


def running(draft: Draft) -> list[Paragraph]:
    """Return the content's paragraphs of whole sentences: no heading, no cell, no closing sentence."""
    headings = {key(p.paragraph) for s in draft.anatomy.sections for p in s.heading.passages}
    ending = {key(p.paragraph) for p in (draft.anatomy.ending, draft.anatomy.closing) if p}
    return [
        p
        for p in draft.anatomy.main
        if p.cell is None
        and p.text.rstrip().endswith(".")
        and not p.text.rstrip().endswith("/.")
        and key(p) not in headings | ending
        and p.part == "body"
        and len(p.text) > 40
    ]


def added(
    draft: Draft, rng: random.Random, said: str, *, late: bool = False
) -> tuple[Planted, Passage] | None:
    """Put a sentence behind a paragraph (``late``: behind the last table); no rule is named yet.

    Its words between ⟦ and ⟧ are to be marked.
    """
    places = running(draft)
    if late:
        cells = [n for n, p in enumerate(draft.anatomy.main) if p.cell is not None]
        behind = {key(p) for p in draft.anatomy.main[max(cells, default=-1) + 1 :]}
        places = [p for p in places if key(p) in behind]
    if not places:
        return None
    paragraph = rng.choice(places)
    end = len(paragraph.text.rstrip())
    words = said.partition(OPEN)[2].partition(CLOSE)[0]
    text = " " + said.replace(OPEN, "").replace(CLOSE, "")
    spot = Passage(paragraph, end, end)
    return Planted(replaced(draft.document, spot, text), (), words, (key(paragraph),)), spot


def sentence(
    *rules: str, said: Said, also: tuple[str, ...] = (), late: bool = False, reports: bool = False
) -> Plant:
    """Return the plant that says a sentence of which some words break a rule; ``reports``: only in reports."""

    def plant(draft: Draft, rng: random.Random) -> Planted | None:
        text = said(draft, rng) if is_report(draft) or not reports else None
        made = added(draft, rng, text, late=late) if text else None
        if made is None:
            return None
        planted, _ = made
        return Planted(planted.document, rules, planted.words, planted.where, also)

    return plant


def one_of(*sentences: str) -> Said:
    """Return a choice among sentences; ``{a}`` to ``{d}`` in them become rising whole numbers."""

    def said(draft: Draft, rng: random.Random) -> str:
        numbers = sorted(rng.sample(range(11, 99), 4))
        names = dict(zip("abcd", map(str, numbers), strict=True))
        text = rng.choice(sentences)
        for name, number in names.items():
            text = text.replace("{" + name + "}", number)
        return text

    return said
