"""From a passage of a paragraph to the places in the XML before its first and behind its last character.

Comments are only put where a program may keep them: never inside a text box, a formula, one branch of alternative
content, or a control that is filled in from data. There the place is the whole of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import accumulate
from typing import Final

from attrs import frozen
from lxml.etree import _Element

from thidua_check.document import Paragraph
from thidua_check.read.docx import names as n
from thidua_check.read.docx.inline import Piece
from thidua_check.read.docx.story import Traced
from thidua_check.render.word.runs import Position, first_content
from thidua_check.render.word.spans import Span


@frozen
class Spot:
    """A place beside an element, or inside a run where ``position`` is given."""

    element: _Element
    position: Position | None
    after: bool


@frozen(slots=False)
class Trace:
    """A paragraph with its own characters piece by piece."""

    traced: Traced

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """For each piece the number of characters up to its end."""
        return tuple(accumulate(len(piece.text) for piece in self.traced.pieces))

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph as it was read."""
        return self.traced.paragraph

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Return offsets in the text as offsets in the paragraph's own characters, within bounds."""
        origin, last = self.paragraph.origin, self.ends[-1]
        if origin is not None:
            start, end = origin[min(start, len(origin) - 1)], origin[min(end, len(origin) - 1)]
        start = min(max(start, 0), last - 1)
        return start, min(max(end, start + 1), last)

    def at(self, offset: int) -> tuple[Piece, int]:
        """Return the piece with the character at an own offset, and its number in the piece."""
        index = bisect_right(self.ends, offset)
        begin = self.ends[index - 1] if index else 0
        return self.traced.pieces[index], offset - begin

    def portions(self, start: int, end: int) -> Iterator[tuple[Piece, int, int]]:
        """Yield the pieces of a stretch of own characters, each with the part of it that lies in the stretch."""
        while start < end:
            piece, at = self.at(start)
            size = min(len(piece.text) - at, end - start)
            yield piece, at, at + size
            start += size


def before(piece: Piece, chars: int, spans: Mapping[_Element, Span], data: bytes) -> Spot:
    """Return the place before a character of a piece."""
    return _spot(piece, chars, False, spans, data)


def behind(piece: Piece, chars: int, spans: Mapping[_Element, Span], data: bytes) -> Spot:
    """Return the place behind the first ``chars`` characters of a piece."""
    return _spot(piece, chars, True, spans, data)


def chain(element: _Element) -> list[_Element]:
    """Return an element and what holds it up to, without it, the paragraph of the story: not one in a text box."""
    above = [element, *element.iterancestors()]
    outermost = max((i for i, e in enumerate(above) if e.tag == n.P), default=len(above))
    return above[:outermost]


def sealed(element: _Element) -> _Element | None:
    """Return the outermost holder of an element (or itself) that must not be opened, None where there is none."""
    return next((e for e in reversed(chain(element)) if e.tag in _SEALED or _is_bound(e)), None)


def _is_bound(element: _Element) -> bool:
    """Return whether an element is a control that Word fills in from data when the file is opened."""
    return element.tag == n.SDT and element.find(f"{n.SDT_PR}/{n.DATA_BINDING}") is not None


def _spot(piece: Piece, chars: int, after: bool, spans: Mapping[_Element, Span], data: bytes) -> Spot:
    """Return the place behind so many characters of a piece; one that may not be opened is left or kept whole."""
    outer = sealed(piece.element)
    if outer is not None:
        return beside(outer, after)
    node, whole = piece.element, length(piece.element)
    count = chars + unseen(node) if node.tag == n.T else int(after)
    if not is_open(node, spans, data) and 0 < count < whole:
        count = whole if after else 0
    return _at(node, count, after)


def beside(node: _Element, after: bool) -> Spot:
    """Return the place before or behind an element of a paragraph."""
    return _at(node, length(node) if after else 0, after)


def _at(node: _Element, count: int, after: bool) -> Spot:
    """Return the place in an element behind so many of its characters, as a place in its run if it has one."""
    whole = length(node)
    parent = node.getparent()
    if parent is None or parent.tag != n.R:
        return Spot(node, None, after)
    index = parent.index(node)
    position = (index + 1, 0) if count >= whole else (index, count)
    if position <= (first_content(parent), 0):
        return Spot(parent, None, False)
    if position >= (len(parent), 0):
        return Spot(parent, None, True)
    return Spot(parent, position, after)


def length(node: _Element) -> int:
    """Return how many places an element has: a ``w:t`` its characters, everything else is one."""
    return len(node.text or "") if node.tag == n.T else 1


def unseen(node: _Element) -> int:
    """Return how many spaces stand in a ``w:t`` before the first that counts."""
    text = node.text or ""
    if node.tag != n.T or node.get(n.SPACE) == "preserve":
        return 0
    return len(text) - len(text.lstrip(" "))


def is_open(node: _Element, spans: Mapping[_Element, Span], data: bytes) -> bool:
    """Return whether an element is a ``w:t`` that can be cut: plain characters, no outer space that does not count."""
    text = node.text or ""
    if node.tag != n.T or (node.get(n.SPACE) != "preserve" and text != text.strip()):
        return False
    span = spans[node]
    return b"<" not in data[span.inner : span.stop]


_SEALED: Final = frozenset(
    {n.ALTERNATE, n.O_MATH, n.O_MATH_PARA, n.RUBY, n.DRAWING, n.PICT, n.OBJECT, n.TXBX_CONTENT}
)
