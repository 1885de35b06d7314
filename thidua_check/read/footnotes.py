"""Footnotes of a text: notes that stand between the lines of the body, and the marks glued to words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from thidua_check.read.lines import Line
from thidua_check.read.markdown import cut
from thidua_check.read.rejoin import has_label
from thidua_check.read.wrapping import Wrapping

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# How a note begins: "¹ Kế hoạch", "1 Kế hoạch", "2Tính", "[3] Theo", "(4) Quyết định".
_START = re.compile(r"(?P<mark>[⁰¹²³⁴-⁹]{1,3}|\[\d{1,3}\]|\d{1,3})\s?(?=[^\W\d_]|[“\"(])")
_REACH = 80
_LONGEST = 40


@frozen
class FoundNote:
    """A note: its mark, its lines (without the mark), and the line and offset where the mark stood."""

    mark: str
    lines: tuple[Line, ...]
    anchor: tuple[int, int] | None


@frozen
class Separated:
    """The lines of the body without the notes and their marks, and the notes."""

    body: list[Line]
    notes: list[FoundNote]


def separate(lines: Sequence[Line], wrapping: Wrapping) -> Separated:
    """Take the footnotes out of the flow of lines."""
    body: list[Line] = []
    notes: list[FoundNote] = []
    index = 0
    while index < len(lines):
        found = _start(lines, index, body)
        if found is None:
            body.append(lines[index])
            index += 1
            continue
        end = _end(lines, index, wrapping)
        for mark, part in _parts(lines[index:end], found):
            notes.append(FoundNote(mark, tuple(part), _take_mark(body, mark)))
        index = end
        if index < len(lines):
            body.append(evolve(lines[index], feed=True))
            index += 1
    return Separated(body, notes)


def _start(lines: Sequence[Line], index: int, body: Sequence[Line]) -> re.Match[str] | None:
    """Return how a note begins at a line, None if none does."""
    line = lines[index]
    first = line.text[0]
    if not (first.isdigit() or first == "["):
        return None
    found = _START.match(line.text)
    if not found or not body:
        return None
    if found["mark"][0] == "[":
        return found if line.rule or line.blanks else None
    if found["mark"][0] in "⁰¹²³⁴⁵⁶⁷⁸⁹":
        return found
    if not line.text[found.end() : found.end() + 1].isupper() and line.text[found.end()] not in '“"(':
        return None
    if has_label(line.text):
        return None
    if line.rule:
        return found
    return found if line.blanks and _mark_place(body, _plain(found["mark"])) is not None else None


def _plain(mark: str) -> str:
    return mark.translate(_RAISED).strip("[]()")


def _end(lines: Sequence[Line], index: int, wrapping: Wrapping) -> int:
    """Return the index of the first line behind the notes that begin at a line."""
    if not wrapping.wrapped:
        return index + 1
    stop = min(len(lines), index + _LONGEST)
    if not wrapping.spaced:
        return _end_of_blocks(lines, index, stop)
    for at in range(index + 1, stop):
        if _begins_page(lines[at], wrapping):
            return at
    for at in range(index, stop):
        if lines[at].text.rstrip('”")').endswith((".", ";")) and not (
            at + 1 < len(lines) and _START.match(lines[at + 1].text)
        ):
            return at + 1
    return index + 1


def _end_of_blocks(lines: Sequence[Line], index: int, stop: int) -> int:
    """Return the end of the notes where empty lines part paragraphs: the next block that is not the next note."""
    found = _START.match(lines[index].text)
    mark = _plain(found["mark"]) if found else ""
    for at in range(index + 1, stop):
        if not lines[at].blanks and not lines[at].feed and not lines[at].text.startswith("|"):
            continue
        found = _START.match(lines[at].text)
        if not found or not mark.isdigit() or _plain(found["mark"]) != str(int(mark) + 1):
            return at
        mark = _plain(found["mark"])
    return stop


def _begins_page(line: Line, wrapping: Wrapping) -> bool:
    """Tell whether a page begins with a line: a form feed, or a loose line end as pages glued together leave it."""
    if line.feed or line.blanks >= 3:
        return True
    return wrapping.spaced and line.blanks == 0 and line.indent > wrapping.margin


def _parts(lines: Sequence[Line], first: re.Match[str]) -> list[tuple[str, list[Line]]]:
    """Part the lines of a foot of a page into its notes: numbers follow one another."""
    mark = _plain(first["mark"])
    parts = [(mark, [cut(lines[0], first.end(), len(lines[0].text))])]
    for line in lines[1:]:
        found = _START.match(line.text) if line.text[0].isdigit() else None
        following = str(int(mark) + 1) if mark.isdigit() else ""
        if found and _plain(found["mark"]) == following and line.text[found.end()].isupper():
            mark = following
            parts.append((mark, [cut(line, found.end(), len(line.text))]))
        else:
            parts[-1][1].append(line)
    return parts


# A mark behind a word: "chính trị1", "hoạch¹", "tử”2", "tỉnh[3]"; not "m2", "km2", "CO2", "80%".
_GLUED = re.compile(
    r"""(?<=\w)(?P<raised>[⁰¹²³⁴-⁹]{1,2})(?![⁰¹²³⁴-⁹])
      | (?<=\w)\[(?P<boxed>[0-9]{1,2})\]
      | (?:(?<=[a-zà-ỹđ]{2})(?<!km)(?<!dm)(?<!cm)(?<!mm)|(?<=[”)]))(?P<plain>[0-9]{1,2})(?![\w%])""",
    re.VERBOSE,
)


def _mark_place(body: Sequence[Line], mark: str) -> tuple[int, int, int] | None:
    """Return line, start and end of the last mark of a note in the lines before it."""
    for index in range(len(body) - 1, max(-1, len(body) - 1 - _REACH), -1):
        places = [m.span() for m in _GLUED.finditer(body[index].text) if _number(m) == mark]
        if places:
            return index, *places[-1]
    return None


def _number(found: re.Match[str]) -> str:
    """Return the number of a mark in plain digits."""
    return (found["raised"] or found["boxed"] or found["plain"]).translate(_RAISED)


def _take_mark(body: list[Line], mark: str) -> tuple[int, int] | None:
    """Take a note's mark out of the lines before it; return the source line and the offset where it stood."""
    place = _mark_place(body, mark)
    if place is None:
        return None
    index, start, end = place
    line = body[index]
    marks = tuple(
        evolve(
            m, start=m.start - max(0, min(end, m.start) - start), end=m.end - max(0, min(end, m.end) - start)
        )
        for m in line.marks
    )
    body[index] = evolve(
        line,
        text=line.text[:start] + line.text[end:],
        origin=[*line.origin[:start], *line.origin[end:]],
        marks=marks,
    )
    return index, start
