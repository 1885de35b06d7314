"""Words that exist but do not stand there: ``banh hành`` for ``ban hành``, ``năng cao`` for ``nâng cao``.

Each word whose neighbours do not hold it is weighed against the words one change away (:mod:`evidence`), with the
document's own wording: a pair that the document repeats is meant so, a word that stands rightly elsewhere is likelier.
The score is the logarithm of the odds that it is a slip.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from attrs import frozen

from thidua_check.words.evidence import Choice, bond, choices, numbered
from thidua_check.words.lexicon import FIRST_WHOLE, LAST_WHOLE, UNSEEN, Lexicon
from thidua_check.words.stretches import Stretch, Wording
from thidua_check.words.syllables import is_syllable

# Fitted by logistic regression on slips planted by seed into official prose, against the same prose unplanted; only
# two weights were chosen by hand. "phrase": between two words of a set phrase hardly anything else is meant. "loose": a
# word that exists in its own right ("cột", "kho") is not taken for one of grammar ("một", "khi") that makes no compound.
WEIGHTS = {
    "gain": 0.84,
    "tone": 1.16,
    "mark": 1.18,
    "mark and tone": -1.23,
    "letter": -1.07,
    "no left": 0.08,
    "no right": -0.09,
    "frequency": -0.31,
    "both": 0.51,
    "repeated": -4.06,
    "elsewhere": 3.3,
    "triple repeated": -1.63,
    "capital": -2.84,
    "name": -0.66,
    "pull": 0.14,
    "known pair": -0.49,
    "alone": 0.25,
    "phrase": 8.0,
    "loose": -3.0,
}
BIAS = 0.06
# A word whose pair is this close (logarithm against chance) is held by it and is not looked at.
HELD = 2.0
# The closeness from which a pair is a compound, and the count from which a word is one in its own right.
_COMPOUND = 3.0
_EXISTS = 100
# The most that the document's own signs can add.
_DOCUMENT_AT_MOST = WEIGHTS["elsewhere"] + WEIGHTS["phrase"]


@frozen
class Slip:
    """A word of a stretch that was hardly meant: ``index`` is its place, ``meant`` the folded word for it.

    ``signs`` are what spoke for and against, by the names of ``WEIGHTS``.
    """

    stretch: Stretch
    index: int
    meant: str
    score: float
    signs: Mapping[str, float]


def slips(words: Wording, lexicon: Lexicon, least: float) -> Iterator[Slip]:
    """Yield the slips with a score of at least ``least``, in reading order."""
    for stretch, ids in numbered(words, lexicon):
        bonds = [-9.0, *(bond(lexicon, *pair) for pair in pairwise(ids)), -9.0]
        for i, word in enumerate(stretch.words):
            left = ids[i - 1] if i else None
            right = ids[i + 1] if i + 1 < len(ids) else None
            only: tuple[int, ...] | None = None
            if bonds[i] > HELD or bonds[i + 1] > HELD:
                only = lexicon.middles.get((left, right), ())
                if not only:
                    continue
            written = ids[i]
            if written is not None and _in_phrase(lexicon, ids, i, written):
                continue
            likely = _likely(lexicon, left, word, right, only, least - _DOCUMENT_AT_MOST)
            slip = _likeliest(words, lexicon, stretch, i, ids, likely, least) if likely else None
            if slip:
                yield slip


def _likeliest(
    words: Wording,
    lexicon: Lexicon,
    stretch: Stretch,
    i: int,
    ids: Sequence[int | None],
    likely: Iterable[tuple[float, int, Mapping[str, float]]],
    least: float,
) -> Slip | None:
    """Return the likeliest slip for the word ``i``, None if no choice reaches ``least``."""
    best: Slip | None = None
    for score, meant, signs in likely:
        phrase = float("letter" not in signs and _in_phrase(lexicon, ids, i, meant))
        score += WEIGHTS["phrase"] * phrase
        if score + WEIGHTS["elsewhere"] < least or stretch.left_open(i) or i in stretch.abbreviations:
            continue
        own = document_signs(words, stretch, i, lexicon.words[meant])
        if signs["known pair"] and (signs["no left"] or signs["no right"]):
            own["elsewhere"] = 0.0  # "mỗi trường" is right, although "môi trường" stands elsewhere
        score += weigh(own)
        if score >= (best.score if best else least):
            best = Slip(stretch, i, lexicon.words[meant], score, {**signs, **own, "phrase": phrase})
    return best


def weigh(signs: Mapping[str, float]) -> float:
    """Return the sum of signs by their weights."""
    return sum(WEIGHTS[name] * value for name, value in signs.items())


@lru_cache(maxsize=1 << 16)
def _likely(
    lexicon: Lexicon,
    left: int | None,
    word: str,
    right: int | None,
    only: tuple[int, ...] | None,
    least: float,
) -> tuple[tuple[float, int, Mapping[str, float]], ...]:
    """Return the words that may have been meant between two neighbours: score by prose alone, word, signs.

    ``only`` holds the words that alone may be meant, where a neighbour holds the written one.
    """
    if (left is None and right is None) or not is_syllable(word):
        return ()
    known = lexicon.ids.get(word)
    out = []
    for choice in choices(lexicon, left, word, right):
        if only is None or choice.meant in only:
            signs = prose_signs(lexicon, left, known, right, choice)
            score = BIAS + weigh(signs)
            if score >= least:
                out.append((score, choice.meant, signs))
    return tuple(out)


def prose_signs(
    lexicon: Lexicon, left: int | None, known: int | None, right: int | None, choice: Choice
) -> dict[str, float]:
    """Return what the counts of prose say about a choice; ``known`` is the written word's id."""
    count = lexicon.arrays["counts"][known] if known is not None else UNSEEN
    alone = lexicon.arrays["lone_right"][known] if known is not None else UNSEEN
    return {
        "gain": choice.gain,
        choice.change: 1.0,
        "no left": float(left is None),
        "no right": float(right is None),
        "frequency": math.log(count),
        "both": float(choice.both),
        "pull": choice.pull,
        "known pair": float(choice.hold > -9),
        "alone": math.log(alone / count) if right is not None else 0.0,
        "loose": min(1.0, max(0.0, _COMPOUND - choice.closeness)) if count >= _EXISTS else 0.0,
    }


def document_signs(words: Wording, stretch: Stretch, i: int, other: str) -> dict[str, float]:
    """Return what the document itself says about a choice for the word ``i`` of a stretch."""
    word, left, right = stretch.words[i], stretch.words[max(0, i - 1) : i], stretch.words[i + 1 : i + 2]
    printed = stretch.printed
    capital = printed[i][0].isupper() and not stretch.capitals
    beside = [printed[j] for j in (i - 1, i + 1) if 0 <= j < len(printed)]
    pairs = [(*left, word)] * len(left) + [(word, *right)] * len(right)
    others = [(*left, other)] * len(left) + [(other, *right)] * len(right)
    return {
        "repeated": float(any(words.counts[pair] > 1 for pair in pairs)),
        "elsewhere": float(any(words.counts[pair] > 0 for pair in others)),
        "triple repeated": float(len(pairs) == 2 and words.counts[*left, word, *right] > 1),
        "capital": float(capital and i > 0),
        "name": float(capital and any(w[0].isupper() for w in beside)),
    }


def _in_phrase(lexicon: Lexicon, ids: Sequence[int | None], i: int, meant: int) -> bool:
    """Return whether a word in place of the word ``i`` completes three words of a set phrase, two of them a compound."""
    if meant not in lexicon.phrase_words:
        return False
    wide = (*(None, None, *ids[:i])[-2:], meant, *(*ids[i + 1 : i + 3], None, None)[:2])
    triples = lexicon.triples
    ends = triples.get(wide[:3], 0) & LAST_WHOLE or triples.get(wide[2:], 0) & FIRST_WHOLE
    if not ends and wide[1:4] not in triples:
        return False
    left, right = wide[1], wide[3]
    return max(bond(lexicon, left, meant), bond(lexicon, meant, right)) > HELD
