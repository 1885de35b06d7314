"""Lists: the visible labels of their items (ISO/IEC 26300-1, 5.3 and 19.880)."""

from __future__ import annotations

import re
from typing import Final

from attrs import define, field
from lxml.etree import _Element

from thidua_check.read.docx.labels import bullet, format_number
from thidua_check.read.odt import names as n
from thidua_check.read.odt.styles import Sheet

_LEVELS: Final = 10
_FORMATS: Final = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
# Where a number goes in a label of LibreOffice: "%1%.%2%)"
_PLACE: Final = re.compile(r"%(\d{1,2})%")


@define
class Running:
    """The numbers of one list by level (0 is the outermost); None where no item was yet."""

    style: str | None
    numbers: list[int | None] = field(factory=lambda: [None] * _LEVELS)


@define
class Lists:
    """The lists of a document: those that were read, by their id and, the last one, by their style."""

    sheet: Sheet
    by_id: dict[str, Running] = field(factory=dict)
    by_style: dict[str | None, Running] = field(factory=dict)
    headings: Running = field(factory=lambda: Running(None))

    def enter(self, element: _Element) -> Running:
        """Return the numbers with which an outermost list begins: new ones, or those that it continues."""
        style = element.get(n.STYLE_NAME)
        follows = self.by_id.get(element.get(n.text("continue-list"), ""))
        if follows is None and element.get(n.text("continue-numbering")) == "true":
            follows = self.by_style.get(style)
        running = follows or Running(style)
        self.by_style[style] = running
        name = element.get(n.XML_ID)
        if name:
            self.by_id[name] = running
        return running

    def label(self, running: Running, style: str | None, level: int, start: str | None = None) -> str:
        """Count one more item of a level and return its label."""
        return self._next(running, self.sheet.lists.get(style or ""), level, start)

    def heading_label(self, level: int) -> str:
        """Count one more heading of an outline level (0 is the outermost) and return its label."""
        return self._next(self.headings, self.sheet.outline, level, None)

    def _next(self, running: Running, style: _Element | None, level: int, start: str | None) -> str:
        level = min(level, _LEVELS - 1)
        levels = _levels(style)
        shape = levels.get(level)
        before = running.numbers[level]
        if start and start.isdecimal():
            number = int(start[:6])
        else:
            number = _start(shape) if before is None else before + 1
        running.numbers[level] = number
        running.numbers[level + 1 :] = [None] * (_LEVELS - level - 1)
        return "" if shape is None else _label(levels, running.numbers, level)


def _levels(style: _Element | None) -> dict[int, _Element]:
    """Return the shapes of a list style by level, counted from 0."""
    out: dict[int, _Element] = {}
    for element in style if style is not None else ():
        level = element.get(n.text("level"), "")
        if level.isdecimal():
            out[int(level[:3]) - 1] = element
    return out


def _start(shape: _Element | None) -> int:
    value = shape.get(n.text("start-value"), "1") if shape is not None else "1"
    return int(value[:6]) if value.isdecimal() else 1


def _label(levels: dict[int, _Element], numbers: list[int | None], level: int) -> str:
    """Return the label of the item that was counted last."""
    shape = levels[level]
    if shape.tag == n.text("list-level-style-bullet"):
        char = shape.get(n.text("bullet-char")) or ""
        props = next(shape.iterchildren(n.style("text-properties")), None)
        return bullet(char, (props.get(n.style("font-name")) if props is not None else None) or None)
    if shape.tag == n.text("list-level-style-image"):
        return "•"
    if not shape.get(n.style("num-format")):
        return (shape.get(n.style("num-prefix")) or "") + (shape.get(n.style("num-suffix")) or "")
    pattern = shape.get(n.LIST_FORMAT)
    if pattern:
        return _PLACE.sub(lambda m: _number(levels, numbers, int(m[1]) - 1), pattern)
    shown = shape.get(n.text("display-levels"), "1")
    first = max(0, level + 1 - (int(shown[:2]) if shown.isdecimal() else 1))
    joined = ".".join(filter(None, (_number(levels, numbers, at) for at in range(first, level + 1))))
    return (shape.get(n.style("num-prefix")) or "") + joined + (shape.get(n.style("num-suffix")) or "")


def _number(levels: dict[int, _Element], numbers: list[int | None], level: int) -> str:
    """Return the number of a level as it is printed; a level that was skipped counts as its start."""
    shape = levels.get(level)
    if shape is None or not 0 <= level < _LEVELS:
        return ""
    number = numbers[level]
    form = _FORMATS.get(shape.get(n.style("num-format"), ""))
    return format_number(_start(shape) if number is None else number, form) if form else ""
