"""One-to-one assignment of the greatest total value over sparse pairs (Kuhn 1955, Munkres 1957)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

Pair = tuple[int, int]


def assign(values: Mapping[Pair, float], floor: float) -> dict[int, int]:
    """Return for each left side its right side so that the sum of values is greatest; each side is used once.

    ``values`` holds the pairs that are possible at all; a pair at or below ``floor`` is never worth taking.

    >>> assign({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8}, floor=0.5)
    {0: 1, 1: 0}
    """
    gains = {pair: value - floor for pair, value in values.items() if value > floor}
    out: dict[int, int] = {}
    for lefts, rights in _components(gains):
        out.update(_solve(lefts, rights, gains))
    return dict(sorted(out.items()))


def _components(gains: Mapping[Pair, float]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the connected parts of the graph of pairs."""
    by_left: dict[int, list[int]] = {}
    by_right: dict[int, list[int]] = {}
    for left, right in sorted(gains):
        by_left.setdefault(left, []).append(right)
        by_right.setdefault(right, []).append(left)
    seen: set[int] = set()
    for start in by_left:
        if start in seen:
            continue
        seen.add(start)
        lefts, rights, queue = [start], [], [start]
        while queue:
            for right in by_left[queue.pop()]:
                if right in rights:
                    continue
                rights.append(right)
                fresh = [left for left in by_right[right] if left not in seen]
                seen.update(fresh)
                lefts.extend(fresh)
                queue.extend(fresh)
        yield sorted(lefts), sorted(rights)


def _solve(lefts: list[int], rights: list[int], gains: Mapping[Pair, float]) -> dict[int, int]:
    """Solve one part by shortest augmenting paths; each left side has a column of its own for staying alone."""
    rows, width = len(lefts), len(rights) + len(lefts)
    cost = [
        [-gains.get((left, right), -1e6) for right in rights] + [0.0 if j == i else 1e6 for j in range(rows)]
        for i, left in enumerate(lefts)
    ]
    lift_row, lift_col = [0.0] * (rows + 1), [0.0] * (width + 1)
    owner = [0] * (width + 1)
    for row in range(1, rows + 1):
        _augment(row, cost, lift_row, lift_col, owner)
    return {lefts[owner[j] - 1]: rights[j - 1] for j in range(1, len(rights) + 1) if owner[j]}


def _augment(
    row: int, cost: list[list[float]], lift_row: list[float], lift_col: list[float], owner: list[int]
) -> None:
    """Give one more row a column at least cost, moving earlier rows where that pays (1-based, 0 is the start)."""
    width = len(owner) - 1
    best, back, used = [float("inf")] * (width + 1), [0] * (width + 1), [False] * (width + 1)
    owner[0], here = row, 0
    while True:
        used[here] = True
        current, step, after = owner[here], float("inf"), 0
        for j in range(1, width + 1):
            if used[j]:
                continue
            reduced = cost[current - 1][j - 1] - lift_row[current] - lift_col[j]
            if reduced < best[j]:
                best[j], back[j] = reduced, here
            if best[j] < step:
                step, after = best[j], j
        for j in range(width + 1):
            if used[j]:
                lift_row[owner[j]] += step
                lift_col[j] -= step
            else:
                best[j] -= step
        here = after
        if owner[here] == 0:
            break
    while here:
        owner[here] = owner[back[here]]
        here = back[here]
