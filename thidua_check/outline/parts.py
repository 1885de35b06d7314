"""The parts of a report that repeats its outline once per movement, one upper heading each."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from thidua_check.anatomy.model import Section
from thidua_check.outline.movements import movement_key, same_movement

# A heading with fewer headings under it is a section on a movement, not a part that repeats the outline.
_FEWEST = 3


@frozen
class Part:
    """One part: its label as in ``II``, the key of its movement, and the sections to hold an outline against.

    ``scope`` are indices of sections: the part's own, and the upper sections that belong to no part.
    """

    label: str
    movement: str
    scope: tuple[int, ...]


def parts_of(sections: Sequence[Section]) -> tuple[Part, ...]:
    """Return the parts of a draft, none unless at least two upper headings name different movements."""
    top = min((s.heading.level for s in sections), default=1)
    heads = [s for s in sections if s.heading.level == top]
    named = [
        (s, key) for s in heads if (key := movement_key(s.heading.title)) and _size(sections, s) > _FEWEST
    ]
    if len(named) < 2 or any(
        same_movement(a, b) for n, (_, a) in enumerate(named) for _, b in named[n + 1 :]
    ):
        return ()
    own = {s.index for s, _ in named}
    shared = [i for s in heads if s.index not in own for i in _under(sections, s)]
    return tuple(
        Part(
            s.heading.path[-1] if s.heading.path else "", key, tuple(sorted([*_under(sections, s), *shared]))
        )
        for s, key in named
    )


def _under(sections: Sequence[Section], section: Section) -> list[int]:
    """Return the index of a section and of all under it."""
    return [section.index, *(i for c in section.children for i in _under(sections, sections[c]))]


def _size(sections: Sequence[Section], section: Section) -> int:
    return len(_under(sections, section))
