"""Names of organs by the initials of their words, so that a name written short is known again."""

from __future__ import annotations

import re

from thidua_check.words.syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
_SKIPPED = ("và", "của", "về")
_FEWEST = 3


def initials(name: str) -> str:
    """Return the initials of a name's words; what is no syllable is a short form and stays whole.

    >>> initials("Sở Giáo dục và Đào tạo"), initials("Sở GD&ĐT")
    ('SGDĐT', 'SGDĐT')
    >>> initials("LIÊN ĐOÀN LAO ĐỘNG TỈNH"), initials("LĐLĐ tỉnh")
    ('LĐLĐT', 'LĐLĐT')
    """
    words = (word for word in _WORD.findall(name) if word.lower() not in _SKIPPED)
    return "".join(w if w.isupper() and not is_syllable(w) else w[0].upper() for w in words)


def same_initials(one: str, other: str) -> bool:
    """Return whether one name may be the other written short, with or without the place that it is of.

    >>> same_initials("LĐLĐ tỉnh", "Liên đoàn Lao động tỉnh Hương Giang"), same_initials("Sở Y tế", "Sở Nội vụ")
    (True, False)
    """
    first, second = sorted((initials(one), initials(other)), key=len)
    return len(first) >= _FEWEST and second.startswith(first)
