"""Words that fell out: ``trật an toàn`` for ``trật tự an toàn``, ``trên địa huyện`` for ``trên địa bàn huyện``.

Two neighbours that hardly meet, while a third word stands between them in a set phrase and belongs to the first, which
has no other word to belong to. Words that seldom stand alone in prose may do so in reports ("xây nhà"): without a set
phrase nothing is said.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from thidua_check.words.evidence import bond, expected, numbered
from thidua_check.words.lexicon import Lexicon
from thidua_check.words.stretches import Stretch, Wording

# How much likelier (logarithm) the three words must be than the two.
_LIKELIER = 1.5
# A word whose left pair is less close than this may still begin a compound.
_FREE = 1.0
# The least share of a word's occurrences that stand beside the missing one.
_SHARE = 0.05


@frozen
class Gap:
    """The word ``missing`` (folded) behind the word ``index`` of a stretch."""

    stretch: Stretch
    index: int
    missing: str


def gaps(words: Wording, lexicon: Lexicon) -> Iterator[Gap]:
    """Yield the places where a word fell out, in reading order."""
    for stretch, ids in numbered(words, lexicon):
        for i, (first, second) in enumerate(pairwise(ids)):
            if first is None or second is None:
                continue
            if (first, second) not in lexicon.middles:
                continue
            found = _missing(lexicon, ids[i - 1] if i else None, first, second)
            if found is not None and _plain(words, stretch, i):
                yield Gap(stretch, i, lexicon.words[found])


def _missing(lexicon: Lexicon, before: int | None, first: int, second: int) -> int | None:
    """Return the likeliest word between two in a set phrase."""
    if lexicon.pair(first, second):
        return None
    counts = lexicon.arrays["counts"]
    best: tuple[float, int] | None = None
    for word in lexicon.middles[first, second]:
        beside = lexicon.pair(first, word), lexicon.pair(word, second)
        if beside[0] < _SHARE * counts[first]:
            continue
        gain = math.log(beside[0] * beside[1] / counts[word] / expected(lexicon, first, second))
        free = bond(lexicon, before, first) < _FREE or (before, first, word) in lexicon.triples
        if gain < _LIKELIER or not free or bond(lexicon, word, second) > bond(lexicon, first, word):
            continue
        if best is None or gain > best[0]:
            best = gain, word
    return best[1] if best else None


def _plain(words: Wording, stretch: Stretch, i: int) -> bool:
    """Return whether the two words are no names and stand side by side only once in the draft."""
    printed = stretch.printed[i : i + 2]
    small = stretch.capitals or printed[1][0].islower()
    return small and words.counts[stretch.words[i : i + 2]] == 1
