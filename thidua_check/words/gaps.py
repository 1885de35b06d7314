"""Words that fell out: ``trật an toàn`` for ``trật tự an toàn``, ``phong trào đua`` for ``phong trào thi đua``.

Two neighbours that hardly meet, while a third word stands between them in a set phrase and belongs to one of them,
which has no other word to belong to: ``tự`` to ``trật``, ``thi`` to ``đua``. Words that seldom stand alone in prose may
do so in reports ("xây nhà"): without a set phrase nothing is said. Second halves do so more often than first ones
("chống rét", "tổng phí"), so that those which never do must be named.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from attrs import frozen

from thidua_check.words.evidence import bond, expected, numbered
from thidua_check.words.lexicon import Lexicon
from thidua_check.words.stretches import Stretch, Wording

# How much likelier (logarithm) the three words must be than the two.
_LIKELIER = 1.5
# A word whose outer pair is less close than this may still lack its other half.
_FREE = 1.0
# The least share of a word's occurrences that stand beside the missing one.
_SHARE = 0.05


@frozen
class Gap:
    """The word ``missing`` (folded) behind the word ``index`` of a stretch."""

    stretch: Stretch
    index: int
    missing: str


# A noun of its own that is also the first half of a common verb: "tổ cơ điện", "tổ sản xuất" lack no "chức".
_NOUNS = frozenset({"tổ"})


@frozen
class _Meeting:
    """Two neighbours ``first`` and ``second``, and what stands around them (None: unknown, or a border)."""

    before: int | None
    first: int
    second: int
    behind: int | None


def gaps(words: Wording, lexicon: Lexicon, halves: frozenset[str]) -> Iterator[Gap]:
    """Yield the places where a word fell out, in reading order.

    ``halves`` are the folded words that stand only behind the other half of a compound.
    """
    for stretch, ids in numbered(words, lexicon):
        wide = (None, *ids, None)
        for i, (before, first, second, behind) in enumerate(
            zip(wide, wide[1:], wide[2:], wide[3:], strict=False)
        ):
            if first is None or second is None or (first, second) not in lexicon.middles:
                continue
            if lexicon.words[first] in _NOUNS:
                continue
            found = _missing(lexicon, _Meeting(before, first, second, behind), halves)
            if found is not None and _plain(words, stretch, i):
                yield Gap(stretch, i, lexicon.words[found])


def _missing(lexicon: Lexicon, at: _Meeting, halves: frozenset[str]) -> int | None:
    """Return the likeliest word between two in a set phrase."""
    if lexicon.pair(at.first, at.second):
        return None
    likely = []
    half = lexicon.words[at.second] in halves
    for word in lexicon.middles[at.first, at.second]:
        gain = _gain(lexicon, at, word)
        if gain >= _LIKELIER and (
            _completes_first(lexicon, at, word) or (half and _completes_second(lexicon, at, word))
        ):
            likely.append((gain, word))
    return max(likely)[1] if likely else None


def _gain(lexicon: Lexicon, at: _Meeting, word: int) -> float:
    """Return how much likelier (logarithm) two neighbours are with a word between them."""
    beside = lexicon.pair(at.first, word) * lexicon.pair(word, at.second)
    if not beside:
        return -math.inf
    return math.log(beside / lexicon.arrays["counts"][word] / expected(lexicon, at.first, at.second))


def _completes_first(lexicon: Lexicon, at: _Meeting, word: int) -> bool:
    """Return whether a word belongs to the first neighbour, which lacks it: ``trật [tự] an toàn``."""
    first = at.first
    common = lexicon.pair(first, word) >= _SHARE * lexicon.arrays["counts"][first]
    free = bond(lexicon, at.before, first) < _FREE or (at.before, first, word) in lexicon.triples
    return common and free and bond(lexicon, word, at.second) <= bond(lexicon, first, word)


def _completes_second(lexicon: Lexicon, at: _Meeting, word: int) -> bool:
    """Return whether a word belongs to the second neighbour, which lacks it: ``phong trào [thi] đua``."""
    second = at.second
    common = lexicon.pair(word, second) >= _SHARE * lexicon.arrays["counts"][second]
    free = bond(lexicon, second, at.behind) < _FREE or (word, second, at.behind) in lexicon.triples
    return common and free and bond(lexicon, at.first, word) < bond(lexicon, word, second)


def _plain(words: Wording, stretch: Stretch, i: int) -> bool:
    """Return whether the two words are no names and stand side by side only once in the draft."""
    printed = stretch.printed[i : i + 2]
    small = stretch.capitals or printed[1][0].islower()
    return small and words.counts[stretch.words[i : i + 2]] == 1
