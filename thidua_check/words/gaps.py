"""Words that fell out: ``trật an toàn`` for ``trật tự an toàn``, ``trên địa huyện`` for ``trên địa bàn huyện``.

Two neighbours that hardly meet, while a third word stands between them in a set phrase, or belongs to the first so
closely that the first hardly ever stands without.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from attrs import frozen

from thidua_check.words.evidence import bond, expected, numbered
from thidua_check.words.lexicon import Lexicon
from thidua_check.words.slips import HELD
from thidua_check.words.stretches import Stretch, Wording

# How much likelier (logarithm) the three words must be than the two.
_LIKELIER = 1.5
# A word whose left pair is less close than this may still begin a compound.
_FREE = 1.0
# The least share of a word's occurrences that stand beside the missing one.
_SHARE = 0.05
# The share from which a word needs no set phrase to miss its other half: "xây hạ tầng" for "xây dựng hạ tầng".
_INSEPARABLE = 0.92


@frozen
class Gap:
    """The word ``missing`` (folded) behind the word ``index`` of a stretch; ``phrase`` if a set phrase asks for it."""

    stretch: Stretch
    index: int
    missing: str
    phrase: bool


def gaps(words: Wording, lexicon: Lexicon) -> Iterator[Gap]:
    """Yield the places where a word fell out, in reading order."""
    for stretch, ids in numbered(words, lexicon):
        for i, (first, second) in enumerate(pairwise(ids)):
            if first is None or second is None:
                continue
            wanted = lexicon.middles.get((first, second), ()) + _inseparable(lexicon, first)
            if not wanted:
                continue
            found = _missing(lexicon, ids[i - 1] if i else None, first, second, wanted)
            if found and _plain(words, stretch, i):
                yield Gap(stretch, i, lexicon.words[found[0]], found[1])


@lru_cache(maxsize=1 << 16)
def _missing(
    lexicon: Lexicon, before: int | None, first: int, second: int, wanted: tuple[int, ...]
) -> tuple[int, bool] | None:
    """Return the likeliest word between two, and whether a set phrase asks for it."""
    if bond(lexicon, first, second) > HELD:
        return None
    counts = lexicon.arrays["counts"]
    best: tuple[float, int, bool] | None = None
    for word in wanted:
        beside = lexicon.pair(first, word), lexicon.pair(word, second)
        if not all(beside) or beside[0] < _SHARE * counts[first]:
            continue
        gain = math.log(beside[0] * beside[1] / counts[word] / expected(lexicon, first, second))
        free = bond(lexicon, before, first) < _FREE or (before, first, word) in lexicon.triples
        if gain < _LIKELIER or not free or bond(lexicon, word, second) > bond(lexicon, first, word):
            continue
        if best is None or gain > best[0]:
            best = gain, word, (first, word, second) in lexicon.triples
    return best[1:] if best else None


@lru_cache(maxsize=4096)
def _inseparable(lexicon: Lexicon, first: int) -> tuple[int, ...]:
    """Return the word without which another hardly ever stands, if there is one."""
    count = lexicon.arrays["counts"][first]
    least = _INSEPARABLE * count
    if lexicon.arrays["lone_right"][first] > count - least:
        return ()
    return tuple(word for word in lexicon.followers(first) if lexicon.pair(first, word) > least)


def _plain(words: Wording, stretch: Stretch, i: int) -> bool:
    """Return whether the two words are no names and stand side by side only once in the draft."""
    printed = stretch.printed()[i : i + 2]
    small = stretch.capitals or printed[1][0].islower()
    return small and words.count(*stretch.words[i : i + 2]) == 1
