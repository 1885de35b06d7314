"""The assignment is the best of all one-to-one assignments."""

from __future__ import annotations

from itertools import combinations, permutations

from hypothesis import given
from hypothesis import strategies as st

from thidua_check.outline.assign import assign

FLOOR = 0.4
_PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 3)), st.floats(0, 1, allow_nan=False), max_size=12
)


def best(values: dict[tuple[int, int], float]) -> float:
    """Return the greatest total by trying every assignment."""
    lefts, rights = {a for a, _ in values}, {b for _, b in values}
    totals = [0.0]
    for size in range(1, min(len(lefts), len(rights)) + 1):
        for some in combinations(sorted(lefts), size):
            for others in permutations(sorted(rights), size):
                pairs = list(zip(some, others, strict=True))
                if all(p in values for p in pairs):
                    totals.append(sum(values[p] - FLOOR for p in pairs))
    return max(totals)


@given(_PAIRS)
def test_total_is_the_greatest(values: dict[tuple[int, int], float]) -> None:
    """No other assignment is worth more."""
    found = assign(values, FLOOR)

    assert abs(sum(values[p] - FLOOR for p in found.items()) - best(values)) < 1e-9


@given(_PAIRS)
def test_each_side_is_used_once(values: dict[tuple[int, int], float]) -> None:
    """Neither side stands twice, and only possible pairs above the floor are taken."""
    found = assign(values, FLOOR)

    assert len(set(found.values())) == len(found)
    assert all(values[p] > FLOOR for p in found.items())


def test_best_pair_gives_way_to_the_best_total() -> None:
    """The best single pair is given up where both sides have better use."""
    assert assign({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8}, floor=0.5) == {0: 1, 1: 0}


def test_worthless_pairs_stay_alone() -> None:
    """A pair at the floor is not taken."""
    assert assign({(0, 0): 0.5}, floor=0.5) == {}
