"""The lines of a text: NFC, clean of invisible characters, each character with its place in the source."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from thidua_check.text import compose


@frozen
class Mark:
    """Formatting of a stretch of a line, from Markdown."""

    start: int
    end: int
    bold: bool
    italic: bool


@frozen
class Line:
    """One visible source line.

    ``origin`` has one source offset for each character of ``text``; ``start`` is the source offset of the line.
    ``blanks`` counts the empty lines before it; ``rule`` tells that one of them was a drawn or blank footnote rule;
    ``feed`` that a page begins here. ``indent`` and ``trail`` count the spaces cut off at the ends.
    """

    text: str
    number: int
    start: int
    origin: Sequence[int]
    page: int | None = None
    blanks: int = 0
    rule: bool = False
    feed: bool = False
    indent: int = 0
    trail: int = 0
    marks: tuple[Mark, ...] = ()
    hard: bool = False
    heading: int | None = None


# Line ends; the last four end a line without starting a new source line.
_BREAK = re.compile(r"\r\n|[\n\r\f\v\u2028\u2029]")
# What makes a line need more than cutting spaces off its ends: controls, runs of spaces, anything beyond Latin
# letters that may be decomposed, invisible, or a space of another kind.
_ODD = re.compile(
    r"[\x00-\x1f\x7f-\xa0\xad\u0300-\u036f\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufe00-\ufe0f\ufeff\uf900-\ufaff\u212a\u212b\u2126\u0340-\u037e\u1f71-\u1fff]|  "
)
# Invisible: soft hyphen, zero-width characters, direction marks, stray control characters.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_SPACE = re.compile(r"\s+")
_WIDE = 4
# A label that a gap may follow: "1.", "1.2.", "IV.", "a)", "(d)", "-", "+", "*", "•".
LABEL_END = re.compile(r"^\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVXLC]{1,6}|[a-zđ])?[.)/:]?$|^[-–+*•●▪]$")
# A field left blank: "ngày    tháng    năm 2025", "Số:      /BC-UBND".
_BLANK_BEFORE = re.compile(r"(?:ngày|tháng|năm|[Ss]ố:?|SỐ:?)$")
_BLANK_AFTER = re.compile(r"(?:tháng|năm|/|-[A-ZĐ]|\d)")
# What drawn rules are made of: "-------", "________", "* * *".
_RULE_MARKS = "-_=~—–* "
_RULE_SPACES = 20


def split_lines(text: str) -> list[Line]:
    """Return the visible lines of a text in order; empty lines are only counted."""
    lines: list[Line] = []
    number, page, start, line_start = 1, 1, 0, 0
    blanks, rule, feed = 0, False, False
    paged = "\f" in text
    while start <= len(text):
        found = _BREAK.search(text, start)
        end = found.start() if found else len(text)
        line = _clean(text[start:end], start, number, line_start)
        if line is None:
            blanks += 1
            rule = rule or _is_rule(text[start:end])
        else:
            lines.append(_placed(line, page if paged else None, blanks, rule, feed))
            blanks, rule, feed = 0, False, False
        if found is None:
            break
        start = found.end()
        if found.group() in ("\n", "\r", "\r\n"):
            number, line_start = number + 1, start
        elif found.group() == "\f":
            page, feed = page + 1, True
    return lines


def _placed(line: Line, page: int | None, blanks: int, rule: bool, feed: bool) -> Line:
    return Line(
        line.text, line.number, line.start, line.origin, page, blanks, rule, feed, line.indent, line.trail
    )


def _is_rule(raw: str) -> bool:
    return bool(raw.strip()) or len(raw) >= _RULE_SPACES


def is_drawn(bare: str) -> bool:
    """Tell whether a line without its outer spaces is a drawn rule.

    >>> is_drawn("-------"), is_drawn("* * *"), is_drawn("- a"), is_drawn("....")
    (True, True, False, False)
    """
    return bare[0] in _RULE_MARKS and len(bare) >= 3 and not bare.strip(_RULE_MARKS)


def _clean(raw: str, start: int, number: int, line_start: int) -> Line | None:
    """Return a line in its clean form, None if nothing is visible in it."""
    bare = raw.strip()
    if not bare or is_drawn(bare):
        return None
    origin: Sequence[int]
    indent, trail = len(raw) - len(raw.lstrip()), len(raw) - len(raw.rstrip())
    if _ODD.search(bare):
        text, origin = _slow(bare, start + indent)
    else:
        text, origin = bare, range(start + indent, start + indent + len(bare))
    if not text:
        return None
    return Line(text, number, line_start, origin, indent=indent, trail=trail)


def _slow(raw: str, start: int) -> tuple[str, list[int]]:
    """Drop what is invisible, compose, and put one space or one tab for each run of spaces."""
    kept, places = raw, list(range(start, start + len(raw)))
    if _INVISIBLE.search(raw):
        keep = [i for i, c in enumerate(raw) if not _INVISIBLE.match(c)]
        kept, places = "".join(raw[i] for i in keep), [places[i] for i in keep]
    composed = compose(kept)
    if composed.origin is not None:
        places = [places[i] for i in composed.origin[:-1]]
    pieces: list[str] = []
    origin: list[int] = []
    last = 0
    text = composed.text
    for found in _SPACE.finditer(text):
        pieces.append(text[last : found.start()])
        origin.extend(places[last : found.start()])
        if found.start() > 0 and found.end() < len(text):
            pieces.append(_gap(text, found))
            origin.append(places[found.start()])
        last = found.end()
    pieces.append(text[last:])
    origin.extend(places[last:])
    return "".join(pieces), origin


def _gap(text: str, found: re.Match[str]) -> str:
    """Return a tab for the wide gap between two columns, a space for any other run of spaces."""
    width = sum(_WIDE if c == "\t" else 1 for c in found.group())
    if width < _WIDE:
        return " "
    before, after = text[max(0, found.start() - 12) : found.start()], text[found.end() : found.end() + 12]
    if found.start() <= 12 and LABEL_END.match(before):
        return " "
    return " " if _BLANK_BEFORE.search(before) and _BLANK_AFTER.match(after) else "\t"
