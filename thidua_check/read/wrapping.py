"""How a text is wrapped: whether its lines are parts of paragraphs, and how wide they were allowed to be."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from itertools import pairwise

from attrs import frozen

from thidua_check.read.lines import Line

Measure = Callable[[str], float]


@frozen
class Wrapping:
    """How the lines of a text hang together.

    ``wrapped``: lines are parts of paragraphs. ``spaced``: an empty line between two lines says nothing.
    ``limit``: a line that with the next word stays below it was ended on purpose, by ``measure``; ``first_limit`` is
    the same for the first line of a paragraph, which is often indented or bold (None: nothing is known).
    ``edge`` is the length of a long line where ``limit`` is None. ``trailing``: the lines keep the space they were broken at. ``indented``: first lines stand ``margin`` + 3 in.
    """

    wrapped: bool
    spaced: bool
    measure: Measure
    limit: float | None
    first_limit: float | None
    trailing: bool
    edge: int = 0
    margin: int = 0
    indented: bool = False

    def room(self, line: str, word: str, *, first: bool) -> float:
        """Return the width of a line with the next word as a share of the limit; 1 and more: it had no room.

        1 where nothing is known of the width.
        """
        limit = self.first_limit if first else self.limit
        return (self.measure(line) + self.measure(" " + word)) / limit if limit else 1.0

    def starts(self, line: Line, after: Line | None) -> bool:
        """Tell whether a line looks like the indented first line of a paragraph: narrower, though it goes on."""
        if not self.limit or not self.first_limit or self.first_limit > self.limit * 0.97 or after is None:
            return False
        goes_on = after.text[0].islower() and line.text[-1] not in ".;:!?"
        return goes_on and self.room(line.text, first_word(after.text), first=False) < 0.99


def _widths() -> dict[str, float]:
    """Return widths of letters in a common serif face, in thousandths of its size."""
    table: dict[str, float] = {}
    for chars, width in (
        (" .,;:|/\\'’‘()[]!il jtf", 0.28),
        ("-–rs", 0.36),
        ('“”"*zce', 0.44),
        ("abdghknopquvxyđ0123456789$_?", 0.5),
        ("ABCDEFGHKLNOPQRTUVXYZĐw+<>=", 0.68),
        ("IJS", 0.42),
        ("mMWw%&@…—", 0.84),
    ):
        for char in chars:
            table[char] = width
    for code in range(0x00C0, 0x1F00):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base in table and chr(code) not in table:
            table[chr(code)] = table[base]
    return table


_WIDTH = _widths()
_SPACE = 0.25


def printed_width(text: str) -> float:
    """Return about how wide a text is in print, in units of the type size."""
    get = _WIDTH.get
    return sum([get(c, 0.5) for c in text])


def characters(text: str) -> float:
    """Return the number of characters."""
    return float(len(text))


_LONG = 170
_SHARE = 12


def study(lines: Sequence[Line], *, blocks: bool = False) -> Wrapping:
    """Return how a text is wrapped, judged by the lines that plainly go on in the next one.

    ``blocks`` says that empty lines part paragraphs whatever the lines look like (Markdown).
    """
    lengths = sorted(len(line.text) for line in lines)
    long = lengths[len(lengths) * 19 // 20] if lengths else 0
    pairs = _going_on(lines)
    if len(pairs) * 100 < len(lines) * _SHARE:
        pairs = _filled(lines, long)
    wrapped = len(pairs) * 100 >= (len(lines) - 1) * _SHARE and len(pairs) >= 2 and long <= _LONG
    near = sum(b.blanks == 0 for _, b in pairs)
    spaced = wrapped and not blocks and near * 2 < len(pairs)
    measure, limit, first_limit = _limits(pairs) if wrapped and not blocks else (characters, None, None)
    trailing = sum(line.trail > 0 for line in lines) * 10 >= len(lines) * 9
    indents = sorted(b.indent for _, b in pairs)
    margin = indents[len(indents) // 2] if indents else 0
    deep = sum(line.indent >= margin + 3 for line in lines)
    indented = wrapped and len(lines) // 50 + 2 <= deep <= len(lines) // 2
    edge = long if wrapped and blocks else 0
    return Wrapping(wrapped, spaced, measure, limit, first_limit, trailing, edge, margin, indented)


def _going_on(lines: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Return the neighbours of which the second begins in lower case and the first is not finished."""
    return [
        (a, b)
        for a, b in pairwise(lines)
        if b.text[0].islower() and a.text[-1] not in ".;:!?" and b.text[1:2] not in (")", ".") and not b.rule
    ]


def _filled(lines: Sequence[Line], long: int) -> list[tuple[Line, Line]]:
    """Return the neighbours of which the first has no end and no room for the next word."""
    return [
        (a, b)
        for a, b in pairwise(lines)
        if a.text[-1] not in ".;:!?”"
        and b.text[0] not in "-+"
        and len(a.text) + len(first_word(b.text)) >= long
    ]


def _limits(pairs: Sequence[tuple[Line, Line]]) -> tuple[Measure, float | None, float | None]:
    """Return the measure that draws the right edge more sharply, and the widths below which a line was ended.

    Lines in mid-sentence show the width of the page; lines that begin with a capital, a label or a dash show that of
    first lines.
    """
    measure: Measure
    inner = [(a, b) for a, b in pairs if a.text[0].islower()]
    first = [(a, b) for a, b in pairs if not a.text[0].islower()]
    best: tuple[float, float, Measure] | None = None
    for measure in (characters, printed_width):
        have = sorted(measure(a.text) for a, _ in inner or pairs)
        need = _needs(inner or pairs, measure)
        low, high = need[len(need) // 40], have[-1 - len(have) // 40]
        blur = (high - low) / max(high, 1.0)
        if best is None or blur < best[0]:
            best = (blur, min(low, high + measure("a")), measure)
    if best is None:
        return characters, None, None
    _, limit, measure = best
    starts = _needs(first, measure)
    shown = starts[len(starts) // 40] if len(starts) >= _ENOUGH else limit * _INDENT
    return measure, limit, max(min(limit, shown), limit * _NARROWEST)


def _needs(pairs: Sequence[tuple[Line, Line]], measure: Measure) -> list[float]:
    """Return the widths that the lines would have had with the next word, ascending."""
    return sorted(measure(a.text) + measure(" " + first_word(b.text)) for a, b in pairs)


_ENOUGH = 8
_INDENT = 0.92
_NARROWEST = 0.86


def first_word(text: str) -> str:
    """Return the text up to its first space."""
    end = text.find(" ")
    return text if end < 0 else text[:end]
