"""What the mapper looks at: the items of an outline beside the headings of a draft, and how much they are alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from attrs import frozen

from thidua_check.anatomy.model import Section
from thidua_check.outline.model import Outline, OutlineItem
from thidua_check.outline.movements import movement_key
from thidua_check.outline.titles import (
    Title,
    likeness,
    make_title,
    mend,
    misspelt,
    misspelt_beginning,
    pair_index,
    weights,
)

# Pairs less alike than this are not looked at any further.
FAINT = 0.3
_TELLING = 0.9
# What a short title with a slip is worth, whole or cut short, and how many letters "short" is.
_SLIP, _SLIP_CUT = 0.88, 0.7
_SHORT = 25
_MOST_ROWS = 60
_MOVEMENT_LEAD = 'phong trào thi đua "{}"'


@frozen
class Row:
    """One heading of the draft: its place among the rows, its section, its title and its parent's place."""

    place: int
    section: Section
    title: Title
    level: int
    parent: int | None


@frozen(slots=False)
class Scene:
    """Items and rows with the likeness of each pair that has any; ``sections`` are all of the draft's."""

    outline: Outline
    items: tuple[OutlineItem, ...]
    titles: tuple[Title, ...]
    rows: tuple[Row, ...]
    sections: tuple[Section, ...]
    like: dict[tuple[int, int], float]
    weight: Callable[[str], float]

    @cached_property
    def place(self) -> dict[str, int]:
        """The place of each item by its id."""
        return {item.id: i for i, item in enumerate(self.items)}

    @cached_property
    def parents(self) -> tuple[int | None, ...]:
        """The place of each item's parent."""
        return tuple(self.place.get(item.parent) if item.parent else None for item in self.items)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The places of each item's children."""
        out: list[list[int]] = [[] for _ in self.items]
        for i, parent in enumerate(self.parents):
            if parent is not None:
                out[parent].append(i)
        return tuple(map(tuple, out))

    @cached_property
    def row_of(self) -> dict[int, int]:
        """The place of each row by the index of its section."""
        return {row.section.index: row.place for row in self.rows}

    @cached_property
    def shift(self) -> int:
        """How many levels the draft stands below the outline as a whole, told by the headings that are surely alike."""
        best: Counter[int] = Counter()
        for (i, r), score in self.like.items():
            if score >= _TELLING:
                best[self.rows[r].level - self.items[i].level] += 1
        return min(best, key=lambda d: (-best[d], abs(d))) if best else 0

    def ancestors(self, row: int) -> Iterator[int]:
        """Yield the rows above a row, the nearest first."""
        parent = self.rows[row].parent
        while parent is not None:
            yield parent
            parent = self.rows[parent].parent

    def siblings(self, item: int) -> tuple[int, ...]:
        """Return the places of the items under the same parent, the item's own included."""
        parent = self.parents[item]
        if parent is not None:
            return self.children[parent]
        return tuple(i for i, p in enumerate(self.parents) if p is None)

    def subtree(self, section: Section) -> Iterator[Section]:
        """Yield a section and all under it in reading order."""
        yield section
        for child in section.children:
            yield from self.subtree(self.sections[child])


def make_scene(
    outline: Outline,
    sections: Sequence[Section],
    scope: Iterable[int] | None = None,
    movement: str | None = None,
) -> Scene:
    """Return the scene of an outline beside the sections in ``scope`` (indices; None: all).

    ``movement`` is the key of the movement that this part of the draft is on, if it is not the outline's own.
    """
    chosen = list(range(len(sections))) if scope is None else sorted(scope)
    own = movement_key(_MOVEMENT_LEAD.format(outline.movement)) if outline.movement else None
    titles = tuple(_item_title(item, own) for item in outline.items)
    index = pair_index(titles)
    place = {section: i for i, section in enumerate(chosen)}
    rows = tuple(
        Row(
            place=i,
            section=sections[s],
            title=mend(make_title(sections[s].heading.title, movement or own), index),
            level=sections[s].heading.level,
            parent=_parent(sections, s, place),
        )
        for s, i in place.items()
    )
    weight = weights([*titles, *(row.title for row in rows)])
    like = _likenesses(outline.items, titles, rows, weight, own)
    return Scene(outline, outline.items, titles, rows, tuple(sections), like, weight)


def _parent(sections: Sequence[Section], section: int, place: dict[int, int]) -> int | None:
    parent = sections[section].parent
    while parent is not None and parent not in place:
        parent = sections[parent].parent
    return None if parent is None else place[parent]


def _item_title(item: OutlineItem, own: str | None) -> Title:
    return make_title(item.title, own)


def _likenesses(
    items: Sequence[OutlineItem],
    titles: Sequence[Title],
    rows: Sequence[Row],
    weight: Callable[[str], float],
    own: str | None,
) -> dict[tuple[int, int], float]:
    """Return the likeness of every pair that shares a word, alternatives of an item counted too."""
    by_feature: dict[str, list[int]] = {}
    for row in rows:
        for feature in row.title.features:
            by_feature.setdefault(feature, []).append(row.place)
    out: dict[tuple[int, int], float] = {}
    for i, item in enumerate(items):
        if not item.is_heading:
            continue
        for title in (titles[i], *(make_title(other, own) for other in item.alternatives)):
            near = {r for feature in title.features for r in by_feature.get(feature, ())}
            for r in near:
                score = likeness(rows[r].title, title, weight)
                if score >= FAINT:
                    out[i, r] = max(score, out.get((i, r), 0.0))
    out.update(_slips(items, titles, rows, out))
    return _nearest(out)


def _nearest(like: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """Return the pairs of each item with the rows that are most like it, so that a hostile draft stays cheap."""
    by_item: dict[int, list[tuple[float, int]]] = {}
    for (i, r), score in like.items():
        by_item.setdefault(i, []).append((-score, r))
    return {(i, r): -score for i, pairs in by_item.items() for score, r in sorted(pairs)[:_MOST_ROWS]}


def _slips(
    items: Sequence[OutlineItem],
    titles: Sequence[Title],
    rows: Sequence[Row],
    known: Mapping[tuple[int, int], float],
) -> dict[tuple[int, int], float]:
    """Return the pairs that a typing slip keeps apart, for short headings that are like nothing else."""
    like = {r for (_, r), score in known.items() if score >= _SLIP}
    odd = [row for row in rows if row.place not in like and len(row.title.plain) <= _SHORT]
    out: dict[tuple[int, int], float] = {}
    for row in odd:
        for i, title in enumerate(titles):
            if not items[i].is_heading:
                continue
            if misspelt(row.title, title):
                out[i, row.place] = _SLIP
            elif misspelt_beginning(row.title, title):
                out[i, row.place] = max(_SLIP_CUT, known.get((i, row.place), 0.0))
    return out
