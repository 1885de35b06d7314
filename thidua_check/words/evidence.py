"""How much a pair of neighbours speaks against a word as written and for one that differs a little.

A noisy channel over two pairs: what stands (left, word, right) is weighed against (left, other, right) by how often
each pair occurs in prose. A pair that was never counted is taken to occur as often as two syllables meet that make no
known pair, so that a word which likes to stand alone may stand anywhere and one that lives in compounds may not.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal

from attrs import frozen

from thidua_check.text import strip_marks
from thidua_check.words.edits import edits
from thidua_check.words.lexicon import UNSEEN, Lexicon
from thidua_check.words.stretches import Stretch, Wording
from thidua_check.words.syllables import TONES, split_tone

Change = Literal["tone", "mark", "mark and tone", "letter"]

# How often a pair that is not counted occurs at least and at most; pairs are counted from ten.
_LEAST, _MOST = 0.05, 9.0
# How many times as common as the written word a word of grammar must be.
_FAR_COMMONER = 300


@frozen
class Choice:
    """A word that may have been meant, with the pairs that speak for and against it.

    ``gain`` is the logarithm of how much likelier the neighbours make it than what is written. ``hold`` is the
    closeness of the better pair of the written word, ``closeness`` that of the meant one, ``pull`` how much of the
    better neighbour's occurrences stand beside the meant word; these are logarithms. ``both`` tells whether it makes a known
    pair on both sides.
    """

    meant: int
    change: Change
    gain: float
    hold: float
    pull: float
    closeness: float
    both: bool


@lru_cache(maxsize=1 << 16)
def bond(lexicon: Lexicon, first: int | None, second: int | None) -> float:
    """Return the closeness of a pair: the logarithm of its count against chance, -9.0 for one that is not counted."""
    count = lexicon.pair(first, second) if first is not None and second is not None else 0.0
    if first is None or second is None or not count:
        return -9.0
    counts = lexicon.arrays["counts"]
    return math.log(count * lexicon.total / (counts[first] * counts[second]))


@lru_cache(maxsize=2)
def numbered(words: Wording, lexicon: Lexicon) -> tuple[tuple[Stretch, tuple[int | None, ...]], ...]:
    """Return the stretches with the ids of their words (None: a word that is not counted)."""
    ids = lexicon.ids
    return tuple((stretch, tuple(map(ids.get, stretch.words))) for stretch in words.stretches)


def neighbours(lexicon: Lexicon, word: str) -> dict[int, Change]:
    """Return the known syllables that differ from a folded word by one change, with the change.

    Letter and mark, or mark and tone, count together as one change; a changed letter keeps the tone.
    """
    near = _near(lexicon, word)
    found = {i: _change(lexicon, near, word, i) for number in near for i in lexicon.of_skeleton(number)}
    return {i: change for i, change in found.items() if change is not None}


def _change(lexicon: Lexicon, near: Mapping[int, str], word: str, other: int) -> Change | None:
    """Return the change from a word to another of a near skeleton, None if it is none or more than one."""
    mark = split_tone(word)[1]
    same = lexicon.arrays["tones"][other] == (TONES.find(mark) + 1 if mark else 0)
    kind = near[lexicon.arrays["skeleton"][other]]
    if kind == "own":
        return None if lexicon.words[other] == word else "tone"
    if kind == "mark":
        return "mark" if same else "mark and tone"
    return "letter" if same else None


@lru_cache(maxsize=8192)
def _near(lexicon: Lexicon, word: str) -> Mapping[int, str]:
    """Return the skeletons of a word and around it: its ``own``, those one ``mark`` and one ``letter`` away."""
    known = lexicon.ids.get(word)
    if known is not None:
        own = lexicon.arrays["skeleton"][known]
        out = dict.fromkeys(lexicon.near(own, "letter"), "letter")
        return {**out, **dict.fromkeys(lexicon.near(own, "mark"), "mark"), own: "own"}
    bare = split_tone(word)[0]
    plain = strip_marks(bare)
    around: dict[int, str] = {}
    for other in {*edits(bare), bare}:
        number = lexicon.skeletons.get(other)
        if number is not None:
            around[number] = "own" if other == bare else "mark" if strip_marks(other) == plain else "letter"
    return around


def choices(lexicon: Lexicon, left: int | None, word: str, right: int | None) -> Iterator[Choice]:
    """Yield the words that may have been meant between two neighbours (None: unknown, or a border)."""
    near = _near(lexicon, word)
    skeleton = lexicon.arrays["skeleton"]
    found: set[int] = set()
    if left is not None:
        found.update(i for i in lexicon.followers(left) if skeleton[i] in near)
    if right is not None:
        found.update(i for i in lexicon.leaders(right) if skeleton[i] in near)
    found.update(_of_grammar(lexicon, left, word, right, near))
    for meant in sorted(found):
        change = _change(lexicon, near, word, meant)
        if change is not None:
            yield _weighed(lexicon, left, word, meant, change, right)


def _of_grammar(
    lexicon: Lexicon, left: int | None, word: str, right: int | None, near: Mapping[int, str]
) -> Iterator[int]:
    """Yield the far commoner words that differ by a tone or mark and stand on both sides, where the written one does not."""
    written = lexicon.ids.get(word)
    if left is None or right is None or written is None:
        return
    if lexicon.pair(left, written) or lexicon.pair(written, right):
        return
    common = _FAR_COMMONER * lexicon.arrays["counts"][written]
    for meant in (i for number in near for i in lexicon.commonest.get(number, ())):
        alike = _change(lexicon, near, word, meant) in ("tone", "mark")
        paired = lexicon.pair(left, meant) and lexicon.pair(meant, right)
        if alike and paired and lexicon.arrays["counts"][meant] > common:
            yield meant


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
    closeness = max(bond(lexicon, left, meant), bond(lexicon, meant, right))
    return Choice(meant, change, gain, hold, pull, closeness, known == 2)


def expected(lexicon: Lexicon, first: int | None, second: int | None) -> float:
    """Return how often a pair stands side by side: counted, or guessed (None: a word that is not counted)."""
    if first is not None and second is not None:
        count = lexicon.pair(first, second)
        if count:
            return count
    ahead = lexicon.arrays["lone_right"][first] if first is not None else UNSEEN
    behind = lexicon.arrays["lone_left"][second] if second is not None else UNSEEN
    return min(max(ahead * behind / lexicon.lone_total, _LEAST), _MOST)
