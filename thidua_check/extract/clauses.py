"""Where a sentence begins and ends, and which brackets belong together: the frame in which numbers are related."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache

from attrs import frozen

from thidua_check.extract.letters import CAPITALS

# A full stop, question or exclamation mark before a new sentence; not the dot of a number or of "v.v".
_SENTENCE_END = re.compile(r"[.!?…](?=\s+[-+*(“\"‘]?\s?[" + CAPITALS + r"0-9]|\s*$)|\./\.|\n")
_BRACKETS = re.compile(r"[()\[\]]")


@frozen(slots=False)
class Frame:
    """The sentences and brackets of a text.

    ``ends`` are the offsets where sentences end, ascending; ``brackets`` are (opening, closing) pairs in the order of
    their openings; a bracket that is never closed ends with its sentence.

    >>> frame = frame_of("Có 11 sản phẩm (03 và 08). Hết")
    >>> frame.ends, frame.brackets
    ((26, 30), ((15, 24),))
    """

    ends: tuple[int, ...]
    brackets: tuple[tuple[int, int], ...]

    def sentence(self, offset: int) -> tuple[int, int]:
        """Return the half-open bounds of the sentence that holds an offset."""
        index = bisect_right(self.ends, offset)
        start = self.ends[index - 1] if index else 0
        return start, self.ends[min(index, len(self.ends) - 1)]

    @cached_property
    def _parents(self) -> tuple[int, ...]:
        """For each bracket the index of the one around it, -1 for none."""
        out: list[int] = []
        open_ones: list[int] = []
        for index, (opening, _) in enumerate(self.brackets):
            while open_ones and self.brackets[open_ones[-1]][1] < opening:
                open_ones.pop()
            out.append(open_ones[-1] if open_ones else -1)
            open_ones.append(index)
        return tuple(out)

    def enclosing(self, offset: int) -> tuple[int, int] | None:
        """Return the innermost bracket pair around an offset, None outside any."""
        index = bisect_left(self.brackets, (offset, -1)) - 1
        while index >= 0 and self.brackets[index][1] < offset:
            index = self._parents[index]
        return self.brackets[index] if index >= 0 else None

    def inner(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the outermost bracket pairs that lie wholly between two offsets."""
        out: list[tuple[int, int]] = []
        for opening, closing in self.brackets[bisect_left(self.brackets, (start, -1)) :]:
            if opening >= end:
                break
            if closing <= end and (not out or opening > out[-1][1]):
                out.append((opening, closing))
        return out


@lru_cache(maxsize=1024)
def frame_of(text: str) -> Frame:
    """Return the frame of a text; kept for a while, as several kinds of facts are read from one paragraph."""
    brackets: dict[int, int] = {}
    stack: list[int] = []
    for match in _BRACKETS.finditer(text):
        if match.group() in "([":
            stack.append(match.start())
        elif stack:
            brackets[stack.pop()] = match.start()
    ends = _outside([m.end() for m in _SENTENCE_END.finditer(text)], sorted(brackets.items()))
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    for opening in stack:
        brackets[opening] = ends[min(bisect_right(ends, opening), len(ends) - 1)]
    return Frame(tuple(ends), tuple(sorted(brackets.items())))


def _outside(offsets: list[int], spans: list[tuple[int, int]]) -> list[int]:
    """Return the offsets that lie in none of the spans (sorted by start)."""
    out: list[int] = []
    place, reach = 0, -1
    for offset in offsets:
        while place < len(spans) and spans[place][0] < offset:
            reach = max(reach, spans[place][1])
            place += 1
        if offset > reach:
            out.append(offset)
    return out
