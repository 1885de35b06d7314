"""The assignment of headings to items: titles first, then level, parent and order, until nothing changes."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from thidua_check.outline.assign import assign
from thidua_check.outline.scene import Scene

# A pair worth less than this is no answer; the figures below shift a likeness of 0 to 1.
FLOOR = 0.58
_ROUNDS = 5
_LEVEL_SAME, _LEVEL_FAR = 0.06, -0.08
_PARENT_SAME, _PARENT_OTHER, _PARENT_UNKNOWN = 0.12, -0.14, -0.03
_CHILDREN = 0.10
_ORDER = 0.04
_LABEL = 0.02


@frozen
class Settled:
    """Which row answers which item, and the value of every pair in the last round."""

    rows: Mapping[int, int]
    values: Mapping[tuple[int, int], float]

    def item_of(self, row: int) -> int | None:
        """Return the item that a row answers."""
        return next((i for i, r in self.rows.items() if r == row), None)


def settle(scene: Scene) -> Settled:
    """Assign rows to items one to one."""
    values = {
        (i, r): score + _level(scene, i, r) + _label(scene, i, r) for (i, r), score in scene.like.items()
    }
    current = assign(values, FLOOR)
    for _ in range(_ROUNDS):
        values = _judge(scene, current)
        fresh = assign(values, FLOOR)
        if fresh == current:
            break
        current = fresh
    return Settled(current, values)


def _judge(scene: Scene, current: Mapping[int, int]) -> dict[tuple[int, int], float]:
    """Return the value of every pair in the light of an assignment."""
    taken = {r: i for i, r in current.items()}
    order = sorted(current.items())
    return {
        (i, r): score
        + _level(scene, i, r)
        + _label(scene, i, r)
        + _parentage(scene, i, r, current, taken)
        + _offspring(scene, i, r, current)
        + _sequence(i, r, order)
        for (i, r), score in scene.like.items()
    }


def _level(scene: Scene, item: int, row: int) -> float:
    off = scene.rows[row].level - scene.shift - scene.items[item].level
    if off == 0:
        return _LEVEL_SAME
    return 0.0 if abs(off) == 1 else _LEVEL_FAR


def _label(scene: Scene, item: int, row: int) -> float:
    own, other = scene.items[item].label, scene.rows[row].section.heading.label
    return _LABEL if own.strip(" .)(") == other.strip(" .)(") and own.strip(" .)(-+") else 0.0


def _parentage(
    scene: Scene, item: int, row: int, current: Mapping[int, int], taken: Mapping[int, int]
) -> float:
    above = next((taken[r] for r in scene.ancestors(row) if r in taken), None)
    parent = scene.parents[item]
    if parent == above:
        return _PARENT_SAME
    if parent is None or parent not in current:
        return _PARENT_UNKNOWN
    return 0.0 if above is not None and above == scene.parents[parent] else _PARENT_OTHER


def _offspring(scene: Scene, item: int, row: int, current: Mapping[int, int]) -> float:
    """The share of the item's answered children whose headings stand under the row."""
    rows = [current[c] for c in scene.children[item] if c in current]
    if not rows:
        return 0.0
    return _CHILDREN * sum(row in scene.ancestors(r) for r in rows) / len(rows)


def _sequence(item: int, row: int, order: list[tuple[int, int]]) -> float:
    """Whether the row stands between the rows of the answered items just before and just after the item."""
    before = max(((i, r) for i, r in order if i < item), default=None)
    after = min(((i, r) for i, r in order if i > item), default=None)
    good = (before is None or before[1] < row) + (after is None or after[1] > row)
    return _ORDER * (good - 1)
