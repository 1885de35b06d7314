"""Strings one change away."""

from __future__ import annotations

from collections.abc import Iterator

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"


def edits(bare: str) -> Iterator[str]:
    """Yield the strings that differ by a letter left out, put in, replaced, or by two letters exchanged.

    >>> {"ban", "bah", "banhs", "bahn"} <= set(edits("banh"))
    True
    """
    for i in range(len(bare) + 1):
        head, tail = bare[:i], bare[i:]
        for letter in LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
