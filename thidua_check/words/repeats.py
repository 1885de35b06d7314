"""Words written twice: ``của của``, ``phát triển triển hạ tầng``, ``có thể có thể``."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from thidua_check.words.evidence import bond
from thidua_check.words.lexicon import Lexicon
from thidua_check.words.stretches import Stretch, Wording

# A word that makes compounds on both sides stands twice rightly: "phân công công việc", "hành vi vi phạm".
_COMPOUND = 1.2
# A word of which this share of all occurrences stands beside one neighbour belongs to it: "triển" to "phát".
_TIED = 0.6
# Words that are often doubled for their meaning are this close to themselves: "luôn luôn", "song song".
_REDUPLICATED = 1.0
# How often a word must occur in prose to be judged.
_COMMON = 1000
_LONGEST = 4


@frozen
class Repeat:
    """``length`` words of a stretch from ``first`` that stand twice; ``sure`` unless a meaning can be found."""

    stretch: Stretch
    first: int
    length: int
    sure: bool


def repeats(
    words: Wording, lexicon: Lexicon, tools: frozenset[str], doubled: frozenset[str]
) -> Iterator[Repeat]:
    """Yield the repeats; ``tools`` are folded words of grammar, ``doubled`` those that may be said twice."""
    for stretch in words.stretches:
        said = stretch.words
        i = 0
        while i < len(said) - 1:
            if said[i] not in said[i + 1 : i + 1 + _LONGEST]:
                i += 1
                continue
            length = _length(said, i)
            found = _judge(stretch, i, length, lexicon, tools, doubled) if length else None
            if found:
                yield found
            i += 2 * length if found else 1


def _length(said: tuple[str, ...], i: int) -> int:
    """Return how many words from ``i`` stand twice in a row, 0 if none."""
    return next((n for n in range(1, _LONGEST + 1) if said[i : i + n] == said[i + n : i + 2 * n]), 0)


def _judge(
    stretch: Stretch, i: int, length: int, lexicon: Lexicon, tools: frozenset[str], doubled: frozenset[str]
) -> Repeat | None:
    twice = stretch.words[i : i + length]
    printed = stretch.printed[i : i + 2 * length]
    first, again = " ".join(printed[:length]), " ".join(printed[length:])
    if first[0].isupper() and not stretch.capitals:
        # "Vai trò vai trò" at the beginning, not "ông Được được": a capital inside is a name's
        if i or (length == 1 and twice[0] not in tools):
            return None
        first = first[0].lower() + first[1:]
    if first != again:
        return None
    if length > 1:
        return Repeat(stretch, i, length, bool(tools.intersection(twice)))
    word = twice[0]
    if word in tools:
        return Repeat(stretch, i, 1, True)
    known = lexicon.ids.get(word)
    if known is None or word in doubled or lexicon.arrays["counts"][known] < _COMMON:
        return None
    if i == 0 or i + 2 >= len(stretch.words) or bond(lexicon, known, known) > _REDUPLICATED:
        return None
    left, right = lexicon.ids.get(stretch.words[i - 1]), lexicon.ids.get(stretch.words[i + 2])
    compounds = bond(lexicon, left, known) > _COMPOUND, bond(lexicon, known, right) > _COMPOUND
    tied = _tied(lexicon, left, known, right)
    # without the second word the others would have to be neighbours that prose knows
    if (all(compounds) and not tied) or not _known(lexicon, left, known) or not _known(lexicon, known, right):
        return None
    return Repeat(stretch, i, 1, tied and not compounds[1])


def _known(lexicon: Lexicon, first: int | None, second: int | None) -> bool:
    return first is not None and second is not None and lexicon.pair(first, second) > 0


def _tied(lexicon: Lexicon, left: int | None, word: int, right: int | None) -> bool:
    """Return whether a word stands beside one of its neighbours nearly always."""
    before = lexicon.pair(left, word) if left is not None else 0.0
    after = lexicon.pair(word, right) if right is not None else 0.0
    return max(before, after) > _TIED * lexicon.arrays["counts"][word]
