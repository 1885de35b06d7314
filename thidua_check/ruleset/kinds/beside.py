"""What stands directly beside a phrase: the words that it may have as neighbours, and those that make it another."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import frozen

from thidua_check.strict_yaml import Node

BESIDE_KEYS = ("not_after", "only_after", "not_before", "only_before")
# The first word behind a phrase, with no sign before it: " đề ra" has one, ", viên chức" has none.
_NEXT = re.compile(r"\s*[^\W_]+")
_REACH = 24
_SPACES = str.maketrans("\n\t\u00a0", "   ")


@frozen
class Beside:
    """The words beside a phrase, lower case; ``""`` is the end of the paragraph or a sign."""

    not_after: tuple[str, ...] = ()
    only_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    only_before: tuple[str, ...] = ()

    def fits(self, low: str, start: int, end: int) -> bool:
        """Whether the words beside a stretch of lower-case text are those that the phrase may have.

        >>> Beside(not_after=("lịch",)).fits("lịch sử lý luận", 5, 10)
        False
        >>> Beside(only_before=("", "án")).fits("thi hàng.", 0, 8)
        True
        """
        before = low[max(0, start - _REACH) : start].rstrip()
        after = low[end : end + _REACH].lstrip() if _NEXT.match(low, end) else ""
        if any(_ends(before, word) for word in self.not_after):
            return False
        if self.only_after and not any(_ends(before, word) for word in self.only_after):
            return False
        if any(_begins(after, word) for word in self.not_before):
            return False
        return not self.only_before or any(_begins(after, word) for word in self.only_before)


def beside(table: Mapping[str, Node]) -> Beside:
    """Return the neighbours that a row of a registry names."""
    return Beside(**{key: table[key].texts() for key in BESIDE_KEYS if key in table})


def spaced(text: str) -> str:
    """Return a text in lower case with plain spaces, each letter in its place; empty where the lengths differ.

    >>> spaced("Thi đua\\nkhen thưởng")
    'thi đua khen thưởng'
    """
    low = text.lower().translate(_SPACES)
    return low if len(low) == len(text) else ""


def is_whole(low: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends with whole words."""
    return not (low[start - 1 : start].isalnum() or low[end : end + 1].isalnum())


def _ends(before: str, word: str) -> bool:
    return before.endswith(word) and not before[: -len(word)][-1:].isalnum()


def _begins(after: str, word: str) -> bool:
    return after == "" if word == "" else after.startswith(word) and not after[len(word) :][:1].isalnum()
