"""What differs between two texts that say the same: their spaces, dashes, marks and quotes."""

from __future__ import annotations

import unicodedata
from itertools import takewhile
from typing import Final


def differences(old: str, new: str) -> list[tuple[int, int, str]] | None:
    """Return what differs between the words of two texts as (start, end in the old one, new text).

    None where the words themselves differ: letters, figures, signs of measure.

    >>> differences("Tự do – Hạnh phúc –", "Tự do - Hạnh phúc -")
    [(6, 7, '-'), (18, 19, '-')]
    """
    olds, news = _said(old), _said(new)
    if [old[i] for i in olds] != [new[i] for i in news]:
        return None
    out = []
    at = there = 0
    for stop, halt in zip((*olds, len(old)), (*news, len(new)), strict=True):
        gap, filling = old[at:stop], new[there:halt]
        if gap != filling:
            same, tail = _common(gap, filling)
            out.append((at + same, stop - tail, filling[same : len(filling) - tail]))
        at, there = stop + 1, halt + 1
    return out


def _said(text: str) -> list[int]:
    """Return where a text has letters, figures and signs of measure: what no repair made unseen touches."""
    return [i for i, c in enumerate(text) if c.isalnum() or unicodedata.combining(c) or c in _SIGNS]


def _common(old: str, new: str) -> tuple[int, int]:
    """Return how many characters two texts have in common at the beginning and at the end."""
    head_size = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    rest, other = old[head_size:], new[head_size:]
    tail = zip(reversed(rest), reversed(other), strict=False)
    return head_size, sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], tail))


_SIGNS: Final = frozenset("%‰°+")
