"""Lines for a terminal: display width, wrapping, and colours laid over wrapped text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Literal

from attrs import frozen

Style = Literal["error", "warning", "info", "review", "good", "strong", "faint"]

# ANSI "select graphic rendition" codes (ECMA-48, 8.3.117).
_CODES: dict[Style, str] = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "review": "1;35",
    "good": "1;32",
    "strong": "1",
    "faint": "2",
}
_WORD = re.compile(r"\S+")


@frozen
class Mark:
    """A stretch of a line's text (half-open offsets) to be coloured."""

    start: int
    end: int
    style: Style


@frozen
class Styled:
    """Text with the stretches to be coloured, in order and not overlapping."""

    text: str
    marks: tuple[Mark, ...] = ()


# Plain text, or text with a style.
Piece = str | tuple[str, Style]


def styled(*pieces: Piece) -> Styled:
    """Join plain pieces and (text, style) pieces.

    >>> styled("a ", ("b", "strong"))
    Styled(text='a b', marks=(Mark(start=2, end=3, style='strong'),))
    """
    text, marks = "", []
    for piece in pieces:
        words = piece if isinstance(piece, str) else piece[0]
        if not isinstance(piece, str) and words:
            marks.append(Mark(len(text), len(text) + len(words), piece[1]))
        text += words
    return Styled(text, tuple(marks))


def display_width(text: str) -> int:
    """Return how many columns a terminal gives the text: marks none, wide East Asian characters two.

    >>> display_width("đường"), display_width("a\\u0301"), display_width("中")
    (5, 1, 2)
    """
    if text.isascii():
        return len(text)
    return sum(_char_width(char) for char in text)


def _char_width(char: str) -> int:
    if char < "\u0300":
        return 1
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def wrap(content: Styled, width: int, *, first: str = "", rest: str = "", color: bool = False) -> list[str]:
    """Return the text wrapped to a width in columns, after ``first`` and, on further lines, ``rest``.

    A line has room for 12 columns of text at least.

    >>> wrap(styled("một hai ba bốn năm"), 15, first="- ", rest="  ")
    ['- một hai ba', '  bốn năm']
    """
    room = max(12, width - display_width(rest))
    lines = [_paint(content, start, end, color) for start, end in _breaks(content.text, room)]
    return [(first if not n else rest) + line for n, line in enumerate(lines)] or [first.rstrip()]


def _breaks(text: str, room: int) -> Iterator[tuple[int, int]]:
    """Yield the offsets of each line: words that fit, longer ones cut."""
    start: int | None = None
    end = used = 0
    for word_start, word_end in _pieces(text, room):
        gap, wide = display_width(text[end:word_start]), display_width(text[word_start:word_end])
        if start is not None and used + gap + wide > room:
            yield start, end
            start = None
        if start is None:
            start, used, gap = word_start, 0, 0
        used += gap + wide
        end = word_end
    if start is not None:
        yield start, end


def _pieces(text: str, room: int) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the words, those wider than a line in pieces that fit."""
    for match in _WORD.finditer(text):
        start, end = match.span()
        if display_width(match.group()) <= room:
            yield start, end
            continue
        used, cut = 0, start
        for index in range(start, end):
            step = _char_width(text[index])
            if used + step > room:
                yield cut, index
                cut, used = index, 0
            used += step
        yield cut, end


def _paint(content: Styled, start: int, end: int, color: bool) -> str:
    if not color:
        return content.text[start:end]
    out, at = [], start
    for mark in content.marks:
        first, last = max(mark.start, start), min(mark.end, end)
        if first < last:
            out += [content.text[at:first], paint(content.text[first:last], mark.style)]
            at = last
    return "".join(out) + content.text[at:end]


def paint(text: str, style: Style) -> str:
    """Return the text in a colour."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m"


def columns(
    rows: Sequence[tuple[str, Styled]], width: int, *, indent: str, color: bool, least: int = 0
) -> list[str]:
    """Return rows of a label and a text, the texts aligned and wrapped; labels get at least ``least`` columns."""
    wide = max((display_width(label) for label, _ in rows), default=0)
    wide = max(wide, least) + 2
    out: list[str] = []
    for label, content in rows:
        first = indent + label + " " * (wide - display_width(label))
        out += wrap(content, width, first=first, rest=indent + " " * wide, color=color)
    return out
