"""Words that no syllable of Vietnamese can be: ``săc``, ``kéoo``, ``buru``, ``hợpvới``, ``qu y``, ``UIBND``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from thidua_check.words.evidence import bond, choices, neighbours, numbered
from thidua_check.words.lexicon import Lexicon
from thidua_check.words.loanwords import Loanwords
from thidua_check.words.slips import BIAS, HELD, prose_signs, weigh
from thidua_check.words.stretches import Stretch, Wording
from thidua_check.words.syllables import is_syllable

# How much likelier a slip is where the written word does not exist at all.
_NO_WORD = 4.0
# How much likelier it is that a letter was struck twice than that another was meant: "Ttên", "kéoo".
_DOUBLED = 6.0
# The score from which a repair is offered.
_SURE = 4.0
# A name with a capital in the middle of a sentence may be spelled in any way, and a word without marks may be of
# another language: they want more.
_SURE_OF_NAME = 12.0
_SURE_OF_PLAIN = 9.0
# No word of two syllables and no abbreviation is longer; what is, is no slip of the pen.
_LONGEST = 16
# An abbreviation that stands more often in a draft is meant so.
_SELDOM = 2
# How often both halves of a word must occur in prose for it to be two words without a space.
_COMMON = 100
# How often a word must occur for its two halves to be it.
_WHOLE = 500
# How many times as frequent as any other word the meant one must be, where the neighbours do not tell.
_FAR_MORE = 5
# What a scanner makes of a letter with a horn: "buru" for "bưu".
_MISREAD = (("ur", "ư"), ("or", "ơ"), ("uu", "ưu"))
# Signs that make a word part of an address, a symbol or a code: "sonv.gov.vn", "02/HD", "a@b", "H5N1".
_CODE = frozenset("/@_&\\0123456789")
# Inside a word of a minority language or a name: "tân’tung", "H'Mông".
_APOSTROPHES = ("'", "’", "ʼ")
_MARKED = re.compile(r"[^\W\d_a-zđ]")
_CONSONANTS = re.compile(r"[bcdđghklmnpqrstvx]+")

_FOUR_CAPITALS = re.compile(r"[A-ZĐ]{4}")
_TWICE = re.compile(r"(\w)\1")

Fault = Literal["repair", "unknown", "joined", "broken"]


@frozen
class Nonword:
    """Words of a stretch, ``first`` to ``last``, that are none, and the folded words that were meant (None: unknown)."""

    stretch: Stretch
    first: int
    last: int
    meant: str | None
    fault: Fault


def nonwords(words: Wording, lexicon: Lexicon, loanwords: Loanwords) -> Iterator[Nonword]:
    """Yield the words that cannot be Vietnamese, in reading order; names and foreign words are left alone."""
    for stretch, ids in numbered(words, lexicon):
        if None not in ids:
            continue
        done = -1
        for i, word in enumerate(stretch.words):
            if ids[i] is not None or i <= done or word in loanwords.words or word in lexicon.foreign:
                continue
            found = _broken(stretch, i, ids, lexicon) or _alone(stretch, i, ids, lexicon)
            if found:
                done = found.last
                yield found


def _broken(stretch: Stretch, i: int, ids: tuple[int | None, ...], lexicon: Lexicon) -> Nonword | None:
    """Return a word with a space in it: ``qu y``, ``th ực``."""
    printed = stretch.printed
    for first in (i - 1, i):
        if first < 0 or first + 2 > len(ids) or printed[first + 1][0].isupper() or printed[first].isupper():
            continue
        whole = stretch.words[first] + stretch.words[first + 1]
        known = lexicon.ids.get(whole)
        if known is None or lexicon.arrays["counts"][known] < _WHOLE or not is_syllable(whole):
            continue
        if not any(
            _CONSONANTS.fullmatch(w) or not lexicon.ids.get(w) for w in stretch.words[first : first + 2]
        ):
            continue
        left = ids[first - 1] if first else None
        right = ids[first + 2] if first + 2 < len(ids) else None
        if max(bond(lexicon, left, known), bond(lexicon, known, right)) > HELD / 2:
            return Nonword(stretch, first, first + 1, whole, "broken")
    return None


def _alone(stretch: Stretch, i: int, ids: tuple[int | None, ...], lexicon: Lexicon) -> Nonword | None:
    word, printed = stretch.words[i], stretch.printed[i]
    if (
        is_syllable(word)
        or not (3 if word.isascii() else 2) <= len(word) <= _LONGEST
        or _in_code(stretch, i)
        or not _judged(stretch, i, printed)
    ):
        return None
    left = ids[i - 1] if i else None
    right = ids[i + 1] if i + 1 < len(ids) else None
    parts = _parted(word, lexicon)
    if parts:
        return Nonword(stretch, i, i, parts, "joined")
    score, meant = max(_meant(lexicon, left, word, right), default=(0.0, None))
    name = printed[0].isupper() and i > 0 and not stretch.capitals
    plain = word.isascii() and meant != _undoubled(word)
    if meant is not None and score >= (_SURE_OF_NAME if name else _SURE_OF_PLAIN if plain else _SURE):
        return Nonword(stretch, i, i, meant, "repair")
    meant = None if name or word.isascii() else _meant_anywhere(lexicon, word)
    if meant is not None:
        return Nonword(stretch, i, i, meant, "repair")
    if printed.islower() and _MARKED.search(word) and len(word) <= 8:
        return Nonword(stretch, i, i, None, "unknown")
    return None


def _judged(stretch: Stretch, i: int, printed: str) -> bool:
    """Return whether a word may be judged by its letters: no abbreviation, no trade name."""
    if printed[1:].islower():
        return True
    return printed.isupper() and stretch.capitals and bool(_MARKED.search(stretch.words[i]))


def _in_code(stretch: Stretch, i: int) -> bool:
    text = stretch.paragraph.text
    start, end = stretch.places[i]
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    if _CODE.intersection(before + after[:1]):
        return True
    if (before in _APOSTROPHES and start > 1 and text[start - 2].isalpha()) or (
        after[:1] in _APOSTROPHES and after[1:].isalpha()
    ):
        return True
    inside = before == "." and not text[max(0, start - 2) : start - 1].isspace()
    return inside or (after[:1] == "." and after[1:].isalpha())


def _meant(lexicon: Lexicon, left: int | None, word: str, right: int | None) -> Iterator[tuple[float, str]]:
    """Yield the words that may stand for one that is none, with their scores."""
    variants = {word.replace(seen, real) for seen, real in _MISREAD if seen in word} | {word}
    for variant in variants:
        for choice in choices(lexicon, left, variant, right):
            signs = prose_signs(lexicon, left, None, right, choice)
            doubled = _DOUBLED * (lexicon.words[choice.meant] == _undoubled(word))
            yield BIAS + _NO_WORD + doubled + weigh(signs), lexicon.words[choice.meant]
        known = lexicon.ids.get(variant)
        if known is not None and max(bond(lexicon, left, known), bond(lexicon, known, right)) > HELD:
            yield _NO_WORD + HELD + 3 * bond(lexicon, known, right), variant


def _meant_anywhere(lexicon: Lexicon, word: str) -> str | None:
    """Return the one frequent word that differs by its tone, a mark or a doubled letter, whatever the neighbours are."""
    single = lexicon.ids.get(_undoubled(word))
    if single is not None:
        return lexicon.words[single]
    counts = lexicon.arrays["counts"]
    near = [i for i, change in neighbours(lexicon, word).items() if change in ("tone", "mark")]
    by_count = sorted(near, key=lambda i: counts[i], reverse=True)
    if not by_count or counts[by_count[0]] < _WHOLE:
        return None
    if len(by_count) > 1 and counts[by_count[0]] < _FAR_MORE * counts[by_count[1]]:
        return None
    return lexicon.words[by_count[0]]


def _undoubled(word: str) -> str:
    """Return a word without the second of two equal letters.

    >>> _undoubled("kéoo")
    'kéo'
    """
    return _TWICE.sub(r"\1", word)


def _parted(word: str, lexicon: Lexicon) -> str | None:
    """Return a word as the two it is made of, None if it is no such word."""
    best, found = 0.0, None
    for k in range(1, len(word)):
        first, second = lexicon.ids.get(word[:k]), lexicon.ids.get(word[k:])
        if first is None or second is None or word.isascii():
            continue
        counts, pair = lexicon.arrays["counts"], lexicon.pair(first, second)
        if min(counts[first], counts[second]) >= _COMMON and pair > best:
            best, found = pair, f"{word[:k]} {word[k:]}"
    return found


@frozen
class Abbreviation:
    """An abbreviation as printed that is hardly right, and the known one it differs from by a key."""

    stretch: Stretch
    index: int
    meant: str


def odd_abbreviations(words: Wording, known: frozenset[str]) -> list[Abbreviation]:
    """Return the words in capitals, seldom in the draft, that a slip of the keyboard makes of a known abbreviation."""
    found: list[Abbreviation] = []
    for stretch in words.stretches:
        if not _FOUR_CAPITALS.search(stretch.paragraph.text, stretch.start, stretch.end):
            continue
        for i in sorted(stretch.abbreviations):
            printed = stretch.printed[i]
            if not 4 <= len(printed) <= _LONGEST or printed in known or _in_code(stretch, i):
                continue
            meant = next((name for name in sorted(known) if len(name) > 3 and _mistyped(printed, name)), None)
            if meant:
                found.append(Abbreviation(stretch, i, meant))
    often = Counter(odd.stretch.printed[odd.index] for odd in found)
    return [odd for odd in found if often[odd.stretch.printed[odd.index]] <= _SELDOM]


def _mistyped(printed: str, name: str) -> bool:
    """Return whether one is the other with a letter doubled, a vowel put in, two letters exchanged or a D for a Đ.

    >>> [_mistyped(w, "UBND") for w in ("UIBND", "UBBND", "UBDN", "UBNĐ", "UBCK")]
    [True, True, True, True, False]
    """
    if len(printed) == len(name):
        if printed.replace("Đ", "D") == name.replace("Đ", "D"):
            return True
        off = [i for i in range(len(name)) if printed[i] != name[i]]
        return (
            len(off) == 2
            and off[1] == off[0] + 1
            and printed[off[0]] == name[off[1]]
            and printed[off[1]] == name[off[0]]
        )
    if len(printed) != len(name) + 1:
        return False
    return any(
        printed[:i] + printed[i + 1 :] == name
        and (printed[i] in "AEIOUY" or printed[i] in printed[max(0, i - 1) : i])
        for i in range(len(printed))
    )
