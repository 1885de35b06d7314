"""Text in one form: NFC with a way back, and one folding for comparison.

Readers call :func:`compose` once; everything after them works on NFC. Comparisons go through :func:`fold`, searches
that must give offsets back through :func:`fold_same_length`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from attrs import frozen


@frozen
class Composed:
    """NFC text and, for each of its offsets and its end, the offset in the text it came from (None: the same).

    >>> compose("Ho\\u0300a").origin
    (0, 1, 3, 4)
    """

    text: str
    origin: tuple[int, ...] | None


def compose(raw: str) -> Composed:
    """Return the NFC form of a text with the map back to it.

    >>> compose("Hòa") == Composed("Hòa", None)
    True
    """
    if unicodedata.is_normalized("NFC", raw):
        return Composed(raw, None)
    pieces: list[str] = []
    origin: list[int] = []
    at = 0
    for match in _CLUSTER.finditer(raw):
        start, at = _plain(raw, at, match.start(), pieces, origin), match.end()
        piece = unicodedata.normalize("NFC", match.group())
        pieces.append(piece)
        # A cluster that stays several characters (a letter with a mark that has no composed form) keeps its start.
        origin.extend(start + min(i, at - start - 1) for i in range(len(piece)))
    origin.append(_plain(raw, at, len(raw), pieces, origin))
    return Composed("".join(pieces), tuple(origin))


def _plain(raw: str, start: int, end: int, pieces: list[str], origin: list[int]) -> int:
    """Take up a stretch without combining marks; return its end."""
    stretch = raw[start:end]
    if unicodedata.is_normalized("NFC", stretch):
        pieces.append(stretch)
        origin.extend(range(start, end))
        return end
    for index, char in enumerate(stretch, start):
        piece = unicodedata.normalize("NFC", char)
        pieces.append(piece)
        origin.extend([index] * len(piece))
    return end


# A base character with the combining marks behind it: "o" + U+0300.
_CLUSTER = re.compile(r".[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+", re.DOTALL)

# Characters that a comparison does not tell apart; each maps to one character, so that offsets stay.
_SAME = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u0060\u00b4", "'"),
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t\n\r\v\f",
            " ",
        ),
    }
)

_TONES = {"\u0300": 0, "\u0301": 1, "\u0303": 2, "\u0309": 3, "\u0323": 4}
_OLD_STYLE = {
    unicodedata.normalize("NFC", first + tone + second): unicodedata.normalize("NFC", first + second + tone)
    for tone in _TONES
    for first, second in (("o", "a"), ("o", "e"), ("u", "y"))
}
# The tone on the first of two vowels that end a syllable: "hòa", "khỏe", "ủy" against "hoà", "khoẻ", "uỷ".
_OPEN_GLIDE = re.compile("(" + "|".join(_OLD_STYLE) + r")(?![^\W\d_])")


def fold_same_length(text: str) -> str:
    """Return the text folded for searching, character for character: case, dashes, quotes, spaces and tone placement.

    >>> fold_same_length("Uỷ ban – “Hoà”")
    'uỷ ban - "hoà"'
    >>> fold_same_length("Ủy ban") == fold_same_length("Uỷ ban")
    True
    """
    return fold_letters(text).translate(_SAME)


def fold_letters(text: str) -> str:
    """Return the text with its letters folded, character for character: case and tone placement alone.

    >>> fold_letters("Uỷ ban – “Hòa”")
    'uỷ ban – “hoà”'
    """
    lowered = "".join(low if len(low := c.lower()) == 1 else c for c in text) if "İ" in text else text.lower()
    return _OPEN_GLIDE.sub(lambda m: _OLD_STYLE[m.group(1)], lowered)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return the text folded for comparing: as :func:`fold_same_length`, with spaces joined and trimmed.

    >>> fold("  Hội đồng  Thi đua –  Khen thưởng ")
    'hội đồng thi đua - khen thưởng'
    """
    return " ".join(fold_same_length(text).split())


def strip_marks(text: str) -> str:
    """Return the text without Vietnamese marks, for codes and slugs.

    >>> strip_marks("Với Trung ương đó")
    'Voi Trung uong do'
    """
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return unicodedata.normalize("NFC", "".join(c for c in bare if not unicodedata.combining(c)))


def slug(text: str) -> str:
    """Return a short ASCII name for an identifier.

    >>> slug("Với Trung ương:")
    'voi-trung-uong'
    """
    return "-".join(re.findall(r"[a-z0-9]+", strip_marks(text).lower()))
