"""Tone marks placed in two ways in one draft: ``hoà, uỷ`` beside ``hòa, ủy``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.prose import matches, prose
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.text import fold_same_length

# The end of a syllable in oa, oe, uy with a tone: on the second vowel ("hoà", "khoẻ", "uỷ", not "quý") or on the first.
_SECOND = re.compile(r"(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU](?<![qQ][uU])[ỳýỷỹỵỲÝỶỸỴ])(?!\w)")
_FIRST = re.compile(r"(?:[òóỏõọÒÓỎÕỌ][aeAE]|[ùúủũụÙÚỦŨỤ](?<![qQ].)[yY])(?!\w)")


@frozen
class Params:
    """``shown`` is how many odd places are shown at most."""

    shown: int = 8


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report, as one finding, the syllables written in the way that is rarer in this draft."""
    paragraphs = prose(draft)
    second = list(matches(paragraphs, _SECOND))
    first = list(matches(paragraphs, _FIRST))
    if not first or not second:
        return
    odd, usual, new = (second, first, True) if len(second) <= len(first) else (first, second, False)
    if len(odd) * 2 > len(usual):
        return
    for paragraph, match in odd[: params.shown]:
        passage = _syllable(paragraph, *match.span())
        repair = first_vowel(passage.text) if new else second_vowel(passage.text)
        values = {"repair": repair, "odd": str(len(odd)), "usual": str(len(usual))}
        yield Hit(passage, values, fold="tone", replacement=repair, safe=True)


def _syllable(paragraph: Paragraph, start: int, end: int) -> Passage:
    text = paragraph.text
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    return Passage(paragraph, start, end)


def second_vowel(word: str) -> str:
    """Return a syllable with the tone on its second vowel.

    >>> second_vowel("Hòa")
    'Hoà'
    """
    folded = fold_same_length(word)
    return "".join(b.upper() if a.isupper() else b for a, b in zip(word, folded, strict=True))


def first_vowel(word: str) -> str:
    """Return a syllable with the tone on its first vowel.

    >>> first_vowel("Uỷ")
    'Ủy'
    """
    lower = word.lower()
    moved = lower[:-2] + _MOVED[lower[-2:]]
    return "".join(b.upper() if a.isupper() else b for a, b in zip(word, moved, strict=True))


_PAIRS = (
    ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
    ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
)
_MOVED = dict(zip(_PAIRS[1], _PAIRS[0], strict=True))
KIND = Kind("mixed_tone", check, Params, {"default": frozenset({"repair", "odd", "usual"})})
