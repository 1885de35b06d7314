"""The inside of one paragraph: its visible characters with their looks, its notes and its boxes.

White space counts as in ISO/IEC 26300-1, 6.1.2: a run of it is one space, none at the start of a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import define, field
from lxml.etree import _Element

from thidua_check.read.docx.styles import Format
from thidua_check.read.odt import names as n
from thidua_check.read.odt.styles import Sheet

_WHITE: Final = re.compile(r"[ \t\r\n]+")
_MOST_SPACES: Final = 500


@define
class Inline:
    """What has been collected of one paragraph; ``notes`` with the offset of their marks."""

    sheet: Sheet
    style: str | None
    pieces: list[str] = field(factory=list)
    formats: list[Format] = field(factory=list)
    length: int = 0
    notes: list[tuple[int, _Element]] = field(factory=list)
    boxes: list[_Element] = field(factory=list)
    open: bool = True  # the start of the paragraph, or behind a space: more white space says nothing

    def add(self, text: str, spans: tuple[str, ...], *, literal: bool = False) -> None:
        """Take up some text; white space that is not written as such (``literal``) is joined."""
        look = self.sheet.format(self.style, spans)
        if not literal:
            text = _WHITE.sub(" ", text)
            text = text[1:] if self.open and text.startswith(" ") else text
        if not text or look.hidden:
            return
        self.pieces.append(text)
        self.formats.append(look)
        self.length += len(text)
        self.open = text.endswith(" ") and not literal


def collect(parent: _Element, into: Inline, spans: tuple[str, ...] = ()) -> None:
    """Take up the text of a paragraph, or of an element in it, in reading order."""
    into.add(parent.text or "", spans)
    for child in parent:
        _element(child, into, spans)
        into.add(child.tail or "", spans)


def _element(element: _Element, into: Inline, spans: tuple[str, ...]) -> None:
    tag = str(element.tag)
    if tag == n.SPAN:
        name = element.get(n.STYLE_NAME)
        collect(element, into, (*spans, name) if name else spans)
    elif tag in _CHARACTERS:
        into.add(_CHARACTERS[tag], spans, literal=True)
    elif tag == n.SPACES:
        count = element.get(n.text("c"), "1")
        into.add(" " * (min(int(count), _MOST_SPACES) if count.isdecimal() else 1), spans, literal=True)
    elif tag == n.NOTE:
        into.notes.append((into.length, element))
    elif tag in _DRAWN:
        into.boxes.extend(_outer_boxes(element))
    elif tag not in _SILENT:
        collect(element, into, spans)


def _outer_boxes(element: _Element) -> Iterator[_Element]:
    """Yield the text boxes of a drawing; a box in a box is read with the outer one."""
    for child in element:
        if child.tag == n.TEXT_BOX:
            yield child
        elif child.tag in (n.draw("g"), n.draw("frame"), n.draw("a")):
            yield from _outer_boxes(child)
    if element.tag in _SHAPES and any(
        child.tag == n.P and len(child) + len(child.text or "") for child in element
    ):
        yield element


_CHARACTERS: Final = {n.TAB: "\t", n.LINE_BREAK: "\n"}
_SHAPES: Final = frozenset(
    n.draw(name) for name in ("custom-shape", "rect", "line", "ellipse", "polygon", "path", "connector")
)
_DRAWN: Final = frozenset({n.draw("frame"), n.draw("g"), n.draw("a"), *_SHAPES})
# What stands in a paragraph and is not its text: comments, deleted text, the reading of a ruby, hidden text.
_SILENT: Final = frozenset(
    {
        n.office("annotation"),
        n.office("annotation-end"),
        n.text("ruby-text"),
        n.text("hidden-text"),
        n.text("tracked-changes"),
        n.text("change"),
    }
)
