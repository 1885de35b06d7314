"""How much a pair of neighbours speaks against a word as written and for one that differs a little.

A noisy channel over two pairs: what stands (left, word, right) is weighed against (left, other, right) by how often
each pair occurs in prose. A pair that was never counted is taken to occur as often as two syllables meet that make no
known pair, so that a word which likes to stand alone may stand anywhere and one that lives in compounds may not.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal

from attrs import frozen

from thidua_check.text import strip_marks
from thidua_check.words.edits import edits
from thidua_check.words.lexicon import UNSEEN, Lexicon
from thidua_check.words.syllables import TONES, split_tone

Change = Literal["tone", "mark", "mark and tone", "letter"]

# How often a pair that is not counted occurs at least and at most; pairs are counted from ten.
_LEAST, _MOST = 0.05, 9.0


@frozen
class Choice:
    """A word that may have been meant, with the pairs that speak for and against it.

    ``gain`` is the logarithm of how much likelier the neighbours make it than what is written. ``hold`` is the
    closeness of the better pair of the written word, ``pull`` how much of the better neighbour's occurrences stand
    beside the meant word; these are logarithms. ``both`` tells whether it makes a known pair on both sides.
    """

    meant: int
    change: Change
    gain: float
    hold: float
    pull: float
    both: bool


@lru_cache(maxsize=1 << 16)
def bond(lexicon: Lexicon, first: int | None, second: int | None) -> float:
    """Return the closeness of a pair: the logarithm of its count against chance, -9.0 for one that is not counted."""
    count = lexicon.pair(first, second) if first is not None and second is not None else 0.0
    if first is None or second is None or not count:
        return -9.0
    counts = lexicon.arrays["counts"]
    return math.log(count * lexicon.total / (counts[first] * counts[second]))


@lru_cache(maxsize=8192)
def neighbours(lexicon: Lexicon, word: str) -> Mapping[int, Change]:
    """Return the known syllables that differ from a folded word by one change, with the change.

    Letter and mark, or mark and tone, count together as one change; a changed letter keeps the tone.
    """
    bare, mark, _ = split_tone(word)
    tone = TONES.find(mark) + 1 if mark else 0
    tones = lexicon.arrays["tones"]
    own, marks, letters = _skeletons(lexicon, word, bare)
    out: dict[int, Change] = {}
    for number in letters:
        for i in lexicon.of_skeleton(number):
            if tones[i] == tone:
                out[i] = "letter"
    for number in marks:
        for i in lexicon.of_skeleton(number):
            out[i] = "mark" if tones[i] == tone else "mark and tone"
    for i in lexicon.of_skeleton(own) if own is not None else ():
        if lexicon.words[i] != word:
            out[i] = "tone"
    return out


def _skeletons(lexicon: Lexicon, word: str, bare: str) -> tuple[int | None, list[int], list[int]]:
    """Return the skeleton of a word and those one mark and one letter away."""
    known = lexicon.ids.get(word)
    if known is not None:
        own = bisect_right(lexicon.arrays["skeleton_starts"], known) - 1
        return own, list(lexicon.near(own, "mark")), list(lexicon.near(own, "letter"))
    numbers = lexicon.skeletons
    found = {numbers[other] for other in edits(bare) if other in numbers and other != bare}
    plain = strip_marks(bare)
    starts = lexicon.arrays["skeleton_starts"]
    marks = [k for k in found if strip_marks(split_tone(lexicon.words[starts[k]])[0]) == plain]
    return numbers.get(bare), marks, [k for k in found if k not in marks]


def choices(lexicon: Lexicon, left: int | None, word: str, right: int | None) -> Iterator[Choice]:
    """Yield the words that may have been meant between two neighbours (None: unknown, or a border)."""
    near = neighbours(lexicon, word)
    found: set[int] = set()
    if left is not None:
        found |= near.keys() & _close_followers(lexicon, left)
    if right is not None:
        found |= near.keys() & _close_leaders(lexicon, right)
    for meant in sorted(found):
        yield _weighed(lexicon, left, word, meant, near[meant], right)


@lru_cache(maxsize=8192)
def _close_followers(lexicon: Lexicon, first: int) -> frozenset[int]:
    return frozenset(lexicon.followers(first))


@lru_cache(maxsize=8192)
def _close_leaders(lexicon: Lexicon, second: int) -> frozenset[int]:
    return frozenset(lexicon.leaders(second))


def _weighed(
    lexicon: Lexicon, left: int | None, word: str, meant: int, change: Change, right: int | None
) -> Choice:
    written = lexicon.ids.get(word)
    counts = lexicon.arrays["counts"]
    gain, pull, known = 0.0, -20.0, 0
    if left is not None:
        gain += math.log(expected(lexicon, left, meant) / expected(lexicon, left, written))
        count = lexicon.pair(left, meant)
        known += count > 0
        pull = max(pull, math.log(max(count, 0.7) / counts[left]))
    if right is not None:
        gain += math.log(expected(lexicon, meant, right) / expected(lexicon, written, right))
        count = lexicon.pair(meant, right)
        known += count > 0
        pull = max(pull, math.log(max(count, 0.7) / counts[right]))
    if left is not None and right is not None:
        gain += math.log((counts[written] if written is not None else UNSEEN) / counts[meant])
    hold = max(bond(lexicon, left, written), bond(lexicon, written, right))
    return Choice(meant, change, gain, hold, pull, known == 2)


def expected(lexicon: Lexicon, first: int | None, second: int | None) -> float:
    """Return how often a pair stands side by side: counted, or guessed (None: a word that is not counted)."""
    if first is not None and second is not None:
        count = lexicon.pair(first, second)
        if count:
            return count
    ahead = lexicon.arrays["lone_right"][first] if first is not None else UNSEEN
    behind = lexicon.arrays["lone_left"][second] if second is not None else UNSEEN
    return min(max(ahead * behind / lexicon.lone_total, _LEAST), _MOST)
