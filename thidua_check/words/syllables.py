"""The phonology of Vietnamese as it is spelled: which strings of letters can be a syllable.

A syllable is an onset, a rhyme (glide, nucleus, coda) and one of six tones. Sources: the spelling of quốc ngữ as
schoolbooks teach it; own tables, held against counts of prose.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from attrs import frozen

# Combining marks of the tones: huyền, sắc, ngã, hỏi, nặng.
TONES = "\u0300\u0301\u0303\u0309\u0323"
_VOWELS = frozenset("aăâeêioôơuưy")


def _table(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Onsets, the longest first; "gi" and "q" are looked at apart.
_ONSETS = (
    *("ngh", "ng", "nh", "gh", "kh", "ph", "th", "tr", "ch"),
    *"bcdđghklmnprstvx",
)
# Rhymes without tone, by their first letter.
_RHYMES = _table(
    """
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăm ăn ăng ăp ăt
    âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et
    ê êch êm ên êng ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
    oc oe oem oen oeo oet oi om on ong ooc oong op ot
    ô ôc ôi ôm ôn ông ôp ôt
    ơ ơi ơm ơn ơng ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uêt uêu
    uôc uôi uôm uôn uông uôt uơ uơn uơt uy uya uych uyên uyêt uyn uynh uyp uyt uyu
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    """
)
# Rhymes behind "qu", without the u.
_AFTER_QU = _table(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât âu ây
    e ec en eng eo et ê êch ên ênh êt êu i ia it ich in inh y yên yêt ych ynh yt yp yn yêu ơ ơi ơn ơt ôc ôi
    """
)
# Rhymes behind g whose i is both onset and vowel.
_GI = _table("i in im ip iêc iêm iên iêng iêt")
# Rhymes that stand without an onset and begin with y: "ý", "yêu", "y" for "i".
_WITH_Y = _table("y yêm yên yêng yêt yêu")
# Onsets behind which a lone "i" may be written "y": "lý", "kỹ", "mỹ".
_Y_FOR_I = frozenset(("h", "k", "l", "m", "s", "t", "v"))
_FRONT = frozenset("eêi")
_STOPS = ("p", "t", "c", "ch")
# Rhymes whose tone may stand on either vowel: "hòa" and "hoà", "khỏe" and "khoẻ", "thủy" and "thuỷ".
_TWO_PLACES = frozenset(("oa", "oe", "uy"))


@frozen
class Syllable:
    """A syllable taken apart: ``onset`` as spelled, ``rhyme`` without tone, ``tone`` as a combining mark or empty."""

    onset: str
    rhyme: str
    tone: str


@lru_cache(maxsize=16384)
def split_tone(word: str) -> tuple[str, str, int]:
    """Return the word without its tone, the tone, and the index of the letter that bore it (-1 without).

    With two tones in one word the tone is both marks, which no syllable has.

    >>> split_tone("việc") == ("viêc", TONES[4], 2)
    True
    """
    if word.isascii():
        return word, "", -1
    letters: list[str] = []
    tone, place = "", -1
    for letter in unicodedata.normalize("NFC", word):
        parts = unicodedata.normalize("NFD", letter)
        marks = "".join(mark for mark in parts if mark in TONES)
        if marks:
            tone, place = tone + marks, len(letters)
            letter = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in TONES))
        letters.append(letter)
    return "".join(letters), tone, place


@lru_cache(maxsize=16384)
def parse(word: str) -> Syllable | None:
    """Return the parts of a lower-case syllable, None if there can be no such syllable.

    >>> parse("nghiệm") == Syllable("ngh", "iêm", TONES[4])
    True
    >>> parse("săc") is None  # a stopped syllable has sắc or nặng
    True
    """
    bare, tone, place = split_tone(word)
    if len(tone) > 1 or not 1 <= len(bare) <= 7:
        return None
    parts = parse_bare(bare)
    if parts is None:
        return None
    onset, rhyme = parts
    if rhyme.endswith(_STOPS) and tone not in (TONES[1], TONES[4]):
        return None
    if tone and place - len(onset) not in _tone_places(onset, rhyme, len(bare) - len(onset)):
        return None
    return Syllable(onset, rhyme, tone)


def is_syllable(word: str) -> bool:
    """Return whether a word, in either case, can be a syllable of Vietnamese.

    >>> [w for w in ("hoà", "Hòa", "kéoo", "buru", "ngành", "nghành", "qúy") if is_syllable(w)]
    ['hoà', 'Hòa', 'ngành']
    """
    return parse(word.lower()) is not None


def parse_bare(bare: str) -> tuple[str, str] | None:
    """Return onset and rhyme of letters without tone, None if no tone makes them a syllable.

    >>> parse_bare("sac"), parse_bare("buru")
    (('s', 'ac'), None)
    """
    if bare.startswith("qu"):
        return ("qu", bare[2:]) if bare[2:] in _AFTER_QU else None
    if bare.startswith("gi"):
        rest = bare[2:]
        if rest in _RHYMES and not rest.startswith("i"):
            return "gi", rest
        # "gì", "gìn", "giếng": the i is both onset and rhyme
        return ("g", bare[1:]) if bare[1:] in _GI else None
    if bare in _WITH_Y:
        return "", bare
    onset = next((o for o in _ONSETS if bare.startswith(o)), "")
    rhyme = bare[len(onset) :]
    if rhyme == "y" and onset in _Y_FOR_I:
        return onset, rhyme
    if rhyme not in _RHYMES or not _agree(onset, rhyme):
        return None
    return onset, rhyme


def _agree(onset: str, rhyme: str) -> bool:
    """Return whether the spelling of the onset fits the vowel: k, gh, ngh before e, ê, i; c, g, ng before the others."""
    front = rhyme[0] in _FRONT
    if onset in ("k", "gh", "ngh"):
        return front or (onset == "k" and rhyme in ("y", "uy"))
    if onset in ("c", "g", "ng"):
        return not front
    return bool(onset) or not rhyme.startswith("iê")


def _tone_places(onset: str, rhyme: str, length: int) -> tuple[int, ...]:
    """Return the indices in a rhyme of ``length`` letters on which the tone may stand."""
    vowels = [i for i, letter in enumerate(rhyme[:length]) if letter in _VOWELS]
    if rhyme in _TWO_PLACES and onset != "qu":
        return (0, 1)
    marked = [i for i in vowels if rhyme[i] in "ăâêôơư"]
    if marked and rhyme not in ("ưa", "ưi", "ưu"):
        return (marked[-1],)
    if len(vowels) == 1:
        return (vowels[0],)
    if vowels[-1] != len(rhyme) - 1:
        return (vowels[-1],)
    # two or three vowels at the end: the one before the last, "ai", "ua", "oai", "uya"
    return (vowels[-2],)
