"""Repeated properties read once: Word writes the same ``w:rPr`` and ``w:pPr`` hundreds of times.

Each different one is parsed once; its copies are replaced by a numbered empty element before the part is parsed, so
that there is a third of the XML to build and to walk. This is done only where it cannot change the meaning (see
``_plain``); a part that is anything but plain is parsed as it is.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from attrs import field, frozen
from lxml.etree import _Element

from thidua_check.errors import UnreadableError
from thidua_check.read.docx import names as n
from thidua_check.read.docx.package import parse_xml, transitional
from thidua_check.read.docx.properties import (
    ParagraphProps,
    RunProps,
    read_paragraph_props,
    read_run_props,
    switched_on,
)

KEY: Final = "k"

Mark = Literal["shown", "deleted", "hidden"]


class Saying(NamedTuple):
    """What a ``w:pPr`` says, what became of the paragraph's mark, and the section that ends with it."""

    props: ParagraphProps
    mark: Mark = "shown"
    section: _Element | None = None


@frozen
class Repeats:
    """What the numbered elements stand for. ``marks`` tells those of deleted and hidden marks."""

    runs: dict[str, RunProps] = field(factory=dict)
    marks: dict[str, Mark] = field(factory=dict)
    paragraphs: dict[str, Saying] = field(factory=dict)

    def run_props(self, element: _Element) -> RunProps:
        """Return what a ``w:rPr`` says, numbered or written out."""
        return self.runs.get(element.get(KEY, "")) or read_run_props(element)

    def paragraph_props(self, element: _Element) -> Saying:
        """Return what a ``w:pPr`` says, numbered or written out."""
        return self.paragraphs.get(element.get(KEY, "")) or Saying(
            read_paragraph_props(element),
            self._mark(element.find(n.R_PR)),
            element.find(n.SECT_PR),
        )

    def _mark(self, look: _Element | None) -> Mark:
        if look is None:
            return "shown"
        return self.marks.get(look.get(KEY, "")) or _mark(look)


def _mark(look: _Element) -> Mark:
    """Return what became of a paragraph's mark: where it was deleted or is hidden, what follows runs on from it."""
    tags = {
        child.tag for child in look if child.tag in _GONE and (child.tag in _DELETED or switched_on(child))
    }
    if tags & _DELETED:
        return "deleted"
    return "hidden" if tags else "shown"


def parse_repeating(data: bytes) -> tuple[_Element, Repeats]:
    """Return the root of a part with its repeated properties numbered, and what the numbers stand for."""
    data = transitional(data)
    opening = _opening(data)
    if opening is None:
        return parse_xml(data), Repeats()
    try:
        less, runs = _number(data, b"w:rPr")
        looks = _parsed(opening, b"w:rPr", runs)
        read_runs = Repeats(
            runs={str(i): read_run_props(e) for i, e in enumerate(looks)},
            marks={str(i): _mark(e) for i, e in enumerate(looks)},
        )
        least, shapes = _number(less, b"w:pPr")
        paragraphs = {
            str(i): read_runs.paragraph_props(e) for i, e in enumerate(_parsed(opening, b"w:pPr", shapes))
        }
        return parse_xml(least), Repeats(read_runs.runs, read_runs.marks, paragraphs)
    except UnreadableError:
        # Whatever is wrong is told by the part as it stands.
        return parse_xml(data), Repeats()


def _opening(data: bytes) -> bytes | None:
    """Return the start tag of the root with its namespaces, None for a part that is not plain.

    Plain: UTF-8, ``w`` bound once and at the root, and no comment, CDATA section, DOCTYPE or processing instruction
    in which the letters ``<w:rPr>`` could be anything but a start tag.
    """
    match = _HEAD.match(data)
    if match is None or _WORD not in match.group(1) or data.count(b"xmlns:w=") != 1:
        return None
    if _tags(data, b"!") or _tags(data, b"?") > 1 or b"<w:rPr k=" in data or b"<w:pPr k=" in data:
        return None
    return match.group(1)


def _tags(data: bytes, sign: bytes) -> int:
    """Return how often ``<`` stands before a sign; splitting at the rarer character is what makes it quick."""
    return sum(piece.endswith(b"<") for piece in data.split(sign)[:-1])


def _number(data: bytes, name: bytes) -> tuple[bytes, list[bytes]]:
    """Replace each ``<name>inside</name>`` that holds no element of that name by a numbered one.

    Section ends stay written out: they are read as elements.
    """
    start, end = b"<" + name + b">", b"</" + name + b">"
    numbered: dict[bytes, bytes] = {}
    first, *pieces = data.split(start)
    out = [first]
    for piece in pieces:
        inside, found, rest = piece.partition(end)
        element = numbered.get(inside)
        if element is None and found and b"<w:sectPr" not in inside:
            element = numbered[inside] = b'<%b %b="%d"/>' % (name, KEY.encode(), len(numbered))
        out += (element, rest) if found and element else (start, piece)
    return b"".join(out), list(numbered)


def _parsed(opening: bytes, name: bytes, insides: list[bytes]) -> list[_Element]:
    """Return the elements with these insides, parsed by themselves under the namespaces of the part."""
    whole = b"".join(b"<%b>%b</%b>" % (name, inside, name) for inside in insides)
    return list(parse_xml(b"%b%b</w:document>" % (opening, whole)))


# '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:document xmlns:w="...">'
_HEAD: Final = re.compile(
    rb"""(?:\xef\xbb\xbf)?(?:<\?xml\ version="1\.0"(?:\ encoding="(?:utf-8|UTF-8)")?[^>]{0,40}\?>)?\s*
    (<w:document\b[^>]*[^>/]>)""",
    re.VERBOSE,
)
_WORD: Final = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_DELETED: Final = frozenset({n.DEL, n.MOVE_FROM})
_GONE: Final = _DELETED | {n.VANISH, n.SPEC_VANISH}
