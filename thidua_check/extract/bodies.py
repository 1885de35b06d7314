"""Issuing bodies as citations name them, in one form for comparison."""

from __future__ import annotations

import re

from attrs import frozen

from thidua_check.text import fold

# Names that are written short and long; the long one stands for both.
_SHORT = (("ubnd", "uỷ ban nhân dân"), ("hđnd", "hội đồng nhân dân"), ("bch", "ban chấp hành"))
# The head of a body before its name: "Chủ tịch UBND tỉnh", "Giám đốc Sở Nội vụ", "Bộ trưởng Bộ Nội vụ".
_HEAD = re.compile(
    r"(?:(?:phó )?(?:chủ tịch|giám đốc|trưởng)|bộ trưởng|trưởng ban)(?: (?=uỷ|ubnd|hđnd|hội|sở|bộ|ban|phòng)|$)"
)
_TERM = re.compile(r"\s+khoá\s.*$")


@frozen
class Body:
    """A body's folded long name, and whether its head is named instead of the body itself."""

    name: str
    head: bool = False

    def same(self, other: Body) -> bool:
        """Return whether two names may be of one body: one of them begins the other, word for word."""
        first, second = sorted((self.name.split(), other.name.split()), key=len)
        return second[: len(first)] == first


def body_of(issuer: str) -> Body:
    """Return an issuer as written in the form for comparing.

    >>> body_of("Chủ tịch UBND tỉnh")
    Body(name='uỷ ban nhân dân tỉnh', head=True)
    >>> body_of("Uỷ ban nhân dân tỉnh Quảng Ngãi").same(body_of("UBND tỉnh"))
    True
    """
    words = _TERM.sub("", fold(issuer))
    match = _HEAD.match(words)
    if match and match.end() < len(words):
        words = words[match.end() :]
    for short, long in _SHORT:
        if words.startswith(short + " ") or words == short:
            words = long + words[len(short) :]
    return Body(words, match is not None)
