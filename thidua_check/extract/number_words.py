"""Numbers in words: ``hai mươi lăm triệu đồng``, every usual variant; None for what can be read in two ways."""

from __future__ import annotations

import re
from decimal import Decimal

from thidua_check.text import fold

_DIGITS = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "nhăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_ZERO_TENS = ("linh", "lẻ")
_WORD = re.compile(r"[^\W_]+")


def read_number_words(text: str) -> Decimal | None:
    """Return the number that words begin with; the unit behind it is left aside.

    >>> read_number_words("Một tỷ hai trăm linh năm triệu đồng chẵn")
    Decimal('1205000000')
    >>> read_number_words("hai mươi mốt"), read_number_words("ba nghìn tỷ"), read_number_words("mười lăm triệu rưỡi")
    (Decimal('21'), Decimal('3000000000000'), Decimal('15500000'))
    >>> read_number_words("một trăm năm đồng") is read_number_words("hai mươi năm") is read_number_words("mặt") is None
    True
    """
    total, below, scale = 0, 0, 0
    words = _WORD.findall(fold(text))
    place = 0
    while place < len(words):
        group, after = _group(words, place)
        if group is None:
            return None
        word = words[after] if after < len(words) else ""
        if word == "rưỡi" and after == place and scale:
            return Decimal(total + below) + Decimal(scale) / 2
        if after == place and word not in _SCALES:
            break
        if word not in _SCALES:
            below, place = below + group, after
            break
        scale = _SCALES[word]
        if scale == 10**9:
            total, below = total + (below + group) * scale, 0
        else:
            below += group * scale
        place = after + 1
    return Decimal(total + below) if place else None


def _group(words: list[str], place: int) -> tuple[int | None, int]:
    """Return the number below a thousand at a place and where it ends; None where its last digit may be of two ranks."""
    value, rank = 0, 1000
    start = place
    while place < len(words):
        word = words[place]
        follows = words[place + 1] if place + 1 < len(words) else ""
        if word in _ZERO_TENS and rank == 100:
            rank, place = 10, place + 1
        elif word == "mười" and rank > 10:
            value, rank, place = value + 10, 10, place + 1
        elif word in _DIGITS and follows == "trăm" and rank == 1000:
            value, rank, place = value + 100 * _DIGITS[word], 100, place + 2
        elif word in _DIGITS and follows in ("mươi", "chục") and rank > 10:
            value, rank, place = value + 10 * _DIGITS[word], 10, place + 2
        elif word in _DIGITS and rank != 1:
            open_five = word == "năm" and rank == 10 and words[place - 1] in ("mươi", "mười", "chục")
            if rank == 100 or open_five or (start and rank == 1000 and words[start - 1] in _SCALES):
                return None, place
            value, rank, place = value + _DIGITS[word], 1, place + 1
        else:
            break
    return value, place
