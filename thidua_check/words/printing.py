"""Words as they are to be printed: in the case of the draft, with the tone where this age puts it."""

from __future__ import annotations

import unicodedata

from thidua_check.words.syllables import parse

# Rhymes that folding writes with the tone on the second vowel, print on the first: "hòa", "khỏe", "thủy".
_ON_THE_FIRST = frozenset(("oa", "oe", "uy"))


def printed_like(words: str, model: str) -> str:
    """Return folded words in the case of a model, with tones placed as official texts of today place them.

    >>> printed_like("uỷ", "Uy"), printed_like("sắc", "SĂC"), printed_like("hợp với", "hợpvới")
    ('Ủy', 'SẮC', 'hợp với')
    """
    shown = " ".join(map(modern, words.split()))
    if model.isupper() and len(model) > 1:
        return shown.upper()
    return shown[:1].upper() + shown[1:] if model[:1].isupper() else shown


def modern(word: str) -> str:
    """Return a syllable with its tone on the first vowel of an open oa, oe, uy.

    >>> modern("hoà"), modern("quý"), modern("thuỷ")
    ('hòa', 'quý', 'thủy')
    """
    parts = parse(word)
    if parts is None or parts.rhyme not in _ON_THE_FIRST or not parts.tone or parts.onset == "qu":
        return word
    return unicodedata.normalize("NFC", parts.onset + parts.rhyme[0] + parts.tone + parts.rhyme[1])
