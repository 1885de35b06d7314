"""Markdown marks turned into formatting: bold, italic, headings, hard line ends, escapes, pipe tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve, frozen

from thidua_check.read.lines import Line, Mark

# Sure signs: "## Title", "**bold**" on one line or over two, a law portal's lone "|", "| --- | --- |".
_SIGN = re.compile(
    r"""^[ ]{0,3}\#{1,6}[ ]+\S
      | \*\*(?=[^\s*])[^*\n]{1,300}(?:\n[^*\n]{1,300})?\*\*
      | ^\|[ \t]*$
      | ^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*\|[-:| \t]*$
    """,
    re.VERBOSE | re.MULTILINE,
)
# Italics on one line with nothing but space, quotes or brackets outside: "(*nêu số liệu*)", "“*Vì người nghèo*”".
_ITALIC = re.compile(
    r"(?:^|(?<=[\s(“\"‘'\[]))\*(?=[^\W_])[^*\n]{2,2000}(?<=[\w.,;:!?…”\")])\*(?=[\s)”\"’'\].,;:]|$)",
    re.MULTILINE,
)
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_HEADING_END = re.compile(r"\s#+$")
_QUOTE = re.compile(r"(?:>\s?)+(?=\S)")
# A run of marks, or an escaped sign.
_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])|(?P<stars>\*{1,5})|(?<![^\W_])(?P<under>_{1,2})(?=\S)|(?<=\S)(?P<close>_{1,2})(?![^\W_])"
)
_SEPARATOR = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$")
_BULLET_STAR = re.compile(r"\*\s+(?=[^\s*])")


def is_markdown(text: str) -> bool:
    """Tell whether a text is written with Markdown marks.

    >>> is_markdown("## **ĐỀ CƯƠNG**"), is_markdown("* Nêu gương một số tập thể:\\n(*) Ghi chú")
    (True, False)
    """
    return bool(_SIGN.search(text) or _ITALIC.search(text))


def is_wall(line: Line) -> bool:
    """Tell whether a line is a lone cell wall of a law portal's table."""
    return line.text.strip("| ") == ""


def is_row(line: Line) -> bool:
    """Tell whether a line is a row of a pipe table."""
    return line.text.startswith("|") and line.text.count("|") >= 2 and not is_wall(line)


def is_separator(line: Line) -> bool:
    """Tell whether a line is the row of dashes under a pipe table's head."""
    return "|" in line.text and bool(_SEPARATOR.match(line.text))


def read_marks(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without their marks, formatted as the marks say; a line of marks alone disappears."""
    out: list[Line] = []
    block: list[Line] = []
    for line in lines:
        if block and (line.blanks or is_wall(line) or is_separator(line) or _HEADING.match(line.text)):
            out.extend(_read_block(block))
            block = []
        if is_wall(line) or is_separator(line):
            out.append(line)
        else:
            block.append(_read_head(line))
            if line.heading is not None:
                out.extend(_read_block(block))
                block = []
    out.extend(_read_block(block))
    return _carry_gaps(lines, out)


def _carry_gaps(before: Sequence[Line], after: list[Line]) -> list[Line]:
    """Give the empty lines before a line that disappeared to the next one."""
    if len(before) == len(after):
        return after
    kept = {line.number for line in after}
    waiting, owed = 0, {}
    for line in before:
        waiting += line.blanks
        if line.number in kept:
            owed[line.number] = waiting
            waiting = 0
        else:
            waiting += 1
    return [evolve(line, blanks=owed.get(line.number, line.blanks)) for line in after]


def _read_head(line: Line) -> Line:
    """Take off the heading and quotation marks, and a backslash that ends the line."""
    hard = line.trail >= 2
    if line.text.endswith("\\"):
        line, hard = cut(line, 0, len(line.text) - 1), True
    quote = _QUOTE.match(line.text)
    if quote:
        line = cut(line, quote.end(), len(line.text))
    found = _HEADING.match(line.text)
    if not found:
        return evolve(line, hard=hard)
    end = _HEADING_END.search(line.text)
    line = cut(line, found.end(), end.start() if end else len(line.text))
    return evolve(line, hard=True, heading=len(found[1]) - 1)


def cut(line: Line, start: int, end: int) -> Line:
    """Return a stretch of a line without the space at its ends."""
    piece = line.text[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    marks = tuple(
        Mark(max(m.start, start) - start, min(m.end, end) - start, m.bold, m.italic)
        for m in line.marks
        if m.start < end and m.end > start
    )
    return evolve(line, text=line.text[start:end], origin=line.origin[start:end], marks=marks)


@frozen
class _Token:
    line: int
    start: int
    end: int
    stars: int


def _read_block(block: Sequence[Line]) -> list[Line]:
    """Take the marks out of the lines of one block; bold and italic reach over line ends."""
    if not any(c in line.text for line in block for c in "*_\\"):
        return list(block)
    tokens = _tokens(block)
    bold = italic = False
    out: list[Line] = []
    at = 0
    for index, line in enumerate(block):
        own: list[_Token] = []
        while at < len(tokens) and tokens[at].line == index:
            own.append(tokens[at])
            at += 1
        clean, bold, italic = _read_line(line, own, bold, italic)
        if clean is not None:
            out.append(clean)
    return out


def _tokens(block: Sequence[Line]) -> list[_Token]:
    """Return the marks of a block: paired ones, and with ``stars`` 0 what is only left out.

    A lone ``*`` is a sign of the text; a lone ``**`` is what an editor left behind.
    """
    found: list[_Token] = []
    for index, line in enumerate(block):
        bullet = _BULLET_STAR.match(line.text)
        for m in _TOKEN.finditer(line.text):
            if m["escaped"]:
                found.append(_Token(index, m.start(), m.start() + 1, 0))
            elif not (bullet and m.start() == 0) and not _is_sign(line.text, m):
                found.append(_Token(index, m.start(), m.end(), min(len(m[0]), 4)))
    for bit in (1, 2):
        members = [i for i, token in enumerate(found) if token.stars & bit and token.stars < 4]
        if len(members) % 2:
            last = members[-1]
            found[last] = evolve(found[last], stars=found[last].stars ^ bit)
            if bit == 1 and not found[last].stars:
                del found[last]
    return found


def _is_sign(text: str, m: re.Match[str]) -> bool:
    """Tell whether stars stand for themselves: ``(*)``, ``5*3``, underscores in a row of blanks."""
    before, after = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
    if m["stars"]:
        return (before == "(" and after == ")") or (before.isdigit() and after.isdigit() and len(m[0]) == 1)
    return before == "_" or after == "_" or not before + after


def _read_line(
    line: Line, tokens: Sequence[_Token], bold: bool, italic: bool
) -> tuple[Line | None, bool, bool]:
    """Return one line without its marks, and the formatting at its end."""
    if not tokens:
        marks = (Mark(0, len(line.text), bold, italic),) if bold or italic else ()
        return evolve(line, marks=marks), bold, italic
    pieces: list[str] = []
    origin: list[int] = []
    marks_: list[Mark] = []
    last = length = 0
    for token in (*tokens, _Token(0, len(line.text), len(line.text), 0)):
        piece = line.text[last : token.start]
        if piece and (bold or italic):
            marks_.append(Mark(length, length + len(piece), bold, italic))
        pieces.append(piece)
        origin.extend(line.origin[last : token.start])
        length += len(piece)
        last = token.end
        bold ^= bool(token.stars & 2)
        italic ^= bool(token.stars & 1)
    text = "".join(pieces)
    if not text.strip():
        return None, bold, italic
    whole = evolve(line, text=text, origin=origin, marks=tuple(marks_))
    return _one_space(cut(whole, 0, len(text))), bold, italic


def _one_space(line: Line) -> Line:
    """Close the double spaces that marks leave behind."""
    if "  " not in line.text:
        return line
    keep = [i for i, c in enumerate(line.text) if c != " " or line.text[i - 1 : i] != " "]
    new = {old: place for place, old in enumerate(keep)}
    new[len(line.text)] = len(keep)

    def at(offset: int) -> int:
        while offset not in new:
            offset += 1
        return new[offset]

    marks = tuple(
        Mark(at(m.start), at(m.end), m.bold, m.italic) for m in line.marks if at(m.start) < at(m.end)
    )
    return evolve(
        line, text="".join(line.text[i] for i in keep), origin=[line.origin[i] for i in keep], marks=marks
    )


def split_row(line: Line) -> list[Line]:
    """Return the cells of a row of a pipe table, empty ones as empty lines of text."""
    text = line.text
    walls = [i for i, c in enumerate(text) if c == "|" and text[i - 1 : i] != "\\"]
    edges = walls if text.startswith("|") else [-1, *walls]
    if edges[-1] != len(text) - 1:
        edges = [*edges, len(text)]
    return [cut(line, a + 1, b) for a, b in pairwise(edges)]
