"""How a text is wrapped: whether its lines are parts of paragraphs, and how wide they were allowed to be."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from attrs import frozen

from thidua_check.read.lines import Line

Measure = Callable[[str], float]


@frozen
class Wrapping:
    """How the lines of a text hang together.

    ``wrapped``: lines are parts of paragraphs. ``spaced``: an empty line between two lines says nothing.
    ``limit``: a line that with the next word stays below it was ended on purpose, by ``measure``.
    ``trailing``: the lines keep the space they were broken at. ``indented``: first lines are indented.
    """

    wrapped: bool
    spaced: bool
    limit: float
    measure: Measure
    trailing: bool
    margin: int = 0
    indented: bool = False

    def fits(self, line: str, word: str) -> bool:
        """Tell whether the next word would have had room on the line, so that the line was ended on purpose."""
        return self.measure(line) + self.measure(" " + word) < self.limit

    def short(self, line: str, word: str) -> bool:
        """Tell whether the next word would have had much room."""
        return self.measure(line) + self.measure(" " + word) < self.limit * 0.85


def _widths() -> dict[str, float]:
    """Return widths of letters in a common serif face, in thousandths of its size."""
    table: dict[str, float] = {}
    for chars, width in (
        (" .,;:|/\\'’‘()[]!il jtf", 0.28),
        ("-–rs", 0.36),
        ("“”\"*zce", 0.44),
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
_ENDS = ".;:!?…”\"’)]/"


def study(lines: Sequence[Line], *, blocks: bool = False) -> Wrapping:
    """Return how a text is wrapped, judged by the lines that plainly go on in the next one.

    ``blocks`` says that empty lines part paragraphs whatever the lines look like (Markdown).
    """
    pairs = [
        (a, b)
        for a, b in zip(lines, lines[1:], strict=False)
        if b.text[0].islower() and a.text[-1] not in ".;:!?" and b.text[1:2] not in (")", ".") and not b.rule
    ]
    joints = max(1, len(lines) - 1)
    lengths = sorted(len(line.text) for line in lines)
    long = lengths[len(lengths) * 19 // 20] if lengths else 0
    wrapped = len(pairs) * 100 >= joints * 12 and len(pairs) >= 2 and long <= _LONG
    near = [pair for pair in pairs if pair[1].blanks == 0]
    spaced = wrapped and not blocks and len(near) * 2 < len(pairs)
    limit, measure = _limit(pairs) if wrapped else (0.0, characters)
    trailing = sum(line.trail > 0 for line in lines) * 10 >= len(lines) * 9
    indents = sorted(b.indent for _, b in pairs)
    margin = indents[len(indents) // 2] if indents else 0
    deep = sum(line.indent >= margin + 3 for line in lines)
    indented = wrapped and len(lines) // 50 + 2 <= deep <= len(lines) // 2
    return Wrapping(wrapped, spaced, limit, measure, trailing, margin, indented)


def _limit(pairs: Sequence[tuple[Line, Line]]) -> tuple[float, Measure]:
    """Return the width below which a line was ended on purpose, in the measure that draws it more sharply."""
    best: tuple[float, float, Measure] | None = None
    for measure in (characters, printed_width):
        have = sorted(measure(a.text) for a, _ in pairs)
        need = sorted(measure(a.text) + measure(" " + first_word(b.text)) for a, b in pairs)
        low, high = need[len(need) // 25], have[-1 - len(have) // 50]
        blur = (high - low) / max(high, 1.0)
        limit = min(low, high + measure("a"))
        if best is None or blur < best[0]:
            best = (blur, limit, measure)
    return (best[1], best[2]) if best else (0.0, characters)


def first_word(text: str) -> str:
    """Return the text up to its first space."""
    end = text.find(" ")
    return text if end < 0 else text[:end]
