"""Outlines that a report must follow, and how a draft was mapped onto one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import Literal, get_args

from attrs import frozen

from thidua_check.anatomy.model import Section

How = Literal["given", "chosen", "derived", "parallel"]
Demand = Literal[
    "count", "name", "topic", "attachment", "citation", "share", "money", "comparison", "figures"
]
DEMANDS: tuple[Demand, ...] = get_args(Demand)


@frozen
class Requirement:
    """One thing that a bracketed instruction asks a section to give; ``text`` is the instruction's own wording.

    ``count``: a number of any of the ``nouns`` (not below ``low`` and not above ``high`` where they are given);
    ``name``: names of the nouns; ``topic``: words on any of the nouns; ``attachment``: something to enclose;
    ``citation``: documents with the fields that the nouns name (``số``, ``ngày``, ``trích yếu``, ``nơi ban hành``);
    ``share``: a share in percent; ``money``: an amount; ``comparison``: with another year or a target; ``figures``: any.
    """

    kind: Demand
    nouns: tuple[str, ...]
    text: str = ""
    low: int | None = None
    high: int | None = None

    @property
    def bounded(self) -> bool:
        """Whether it asks for so many of something ("từ 02 - 03 mô hình"), not for a figure."""
        return self.low is not None or self.high is not None


@frozen
class OutlineItem:
    """One required item.

    ``id`` is the outline's id, a slash and the labels from the top without punctuation (``VNN/II.2.b``; an
    unlabelled child gets a slug of its title). ``level`` counts from 1. ``notes`` are the bracketed instructions,
    without brackets. ``applies_to`` names who must answer: ``all`` or a unit level (``district``). ``is_heading`` is
    False for an instruction that stands as an item but is no heading of a report; ``optional`` is set where the
    outline says ``nếu có``. ``unchecked`` are the words of the instructions that no requirement was read from.
    ``defines`` is the short name that the title gives (``gọi tắt là ...``). ``lines`` are the source lines.
    """

    id: str
    label: str
    title: str
    level: int
    parent: str | None = None
    alternatives: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    applies_to: str = "all"
    is_heading: bool = True
    optional: bool = False
    requires: tuple[Requirement, ...] = ()
    unchecked: tuple[str, ...] = ()
    defines: str | None = None
    lines: tuple[int, int] | None = None


def child_id(above: str, bare: str) -> str:
    """Return the id of an item under an outline or item; a label such as ``2.1`` under ``2`` holds its parent's already.

    >>> child_id("VNN", "II"), child_id("VNN/II", "2"), child_id("DC1/II.2", "2.1")
    ('VNN/II', 'VNN/II.2', 'DC1/II.2.1')
    """
    if "/" not in above:
        return f"{above}/{bare}"
    parts = above.rpartition("/")[2].split(".")
    heads = (f"{'.'.join(parts[n:])}." for n in range(len(parts)))
    own = next((bare[len(head) :] for head in heads if bare.startswith(head)), bare)
    return f"{above}.{own}"


def not_judged(item: OutlineItem) -> tuple[str, ...]:
    """Return the words of an item's instructions that no rule judges: matters to speak of, and what was not understood."""
    return (*(r.text for r in item.requires if r.kind == "topic"), *item.unchecked)


@frozen
class Letter:
    """What the guidance letter says of itself: who asks, whom, by when.

    ``deadline_strict`` is set where the report must come before that day (``trước ngày``), not on it at the latest.
    ``cited`` are the documents that it names with their dates, as written ("Quyết định số 12/QĐ-UBND ngày 17/6/2022").
    """

    issuer: str | None = None
    number: str | None = None
    symbol: str | None = None
    date: dt.date | None = None
    subject: str | None = None
    deadline: dt.date | None = None
    deadline_strict: bool = False
    requester: str | None = None
    addressees: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()


@frozen
class Outline:
    """A required outline: ``items`` in reading order, parents before children.

    ``kind`` is the word the letter heads it with (``ĐỀ CƯƠNG BÁO CÁO``).

    ``derived`` marks one drawn from drafts rather than from a guidance letter; such an outline judges at info only.
    ``movement`` is the movement's name (without quotes and period) if the title names one. ``signs`` are words that a
    draft's title or opening must hold for the outline to be chosen unasked; ``a | b`` asks for one of the two.
    ``requires`` and ``unchecked`` come from the closing lines, which speak of the report as a whole.
    """

    id: str
    title: str
    items: tuple[OutlineItem, ...]
    source: str = ""
    kind: str = "ĐỀ CƯƠNG BÁO CÁO"
    document_type: str = "BÁO CÁO"
    movement: str | None = None
    movement_aliases: tuple[str, ...] = ()
    period: tuple[int, int] | None = None
    signs: tuple[str, ...] = ()
    derived: bool = False
    letter: Letter | None = None
    requires: tuple[Requirement, ...] = ()
    unchecked: tuple[str, ...] = ()

    def children(self, item: OutlineItem | None) -> Iterator[OutlineItem]:
        """Yield the items directly under an item (None: the top)."""
        parent = item.id if item else None
        return (i for i in self.items if i.parent == parent)

    def item(self, item_id: str) -> OutlineItem:
        """Return the item with an id; raise KeyError if there is none."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)


class Verdict(StrEnum):
    """What became of a required item in the draft."""

    MATCHED = "matched"
    RENAMED = "renamed"
    REORDERED = "reordered"
    MOVED = "moved"
    MERGED = "merged"
    SPLIT = "split"
    COVERED = "covered"
    MISSING = "missing"
    UNCLEAR = "unclear"
    NOT_APPLICABLE = "not_applicable"


@frozen
class ItemMatch:
    """The verdict on one item. Scores run from 0 to 1; ``sections`` are the draft's sections that answer it.

    ``nearest`` is the closest section where the item is missing or unclear; ``evidence`` says in Vietnamese words
    why the verdict was given.
    """

    item: OutlineItem
    verdict: Verdict
    score: float = 0.0
    runner_up: float = 0.0
    sections: tuple[Section, ...] = ()
    nearest: Section | None = None
    after: Section | None = None
    evidence: str = ""


@frozen
class OutlineMap:
    """One outline held against the draft, or against one part of it (``part`` is the part's label, as ``II``).

    ``extra`` are the sections that answer no item; ``score`` is how well the outline fits as a whole, 0 to 1, and
    ``why`` says how it was chosen.
    """

    outline: Outline
    how: How
    part: str | None
    matches: tuple[ItemMatch, ...]
    extra: tuple[Section, ...]
    score: float = 0.0
    why: str = ""


@frozen
class Profile:
    """What kind of document the draft was taken for: ``how`` is ``given``, ``chosen`` or ``none``; score 0 to 1."""

    id: str | None
    how: Literal["given", "chosen", "none"]
    score: float = 0.0
