"""Comments with the threads they stand in (ISO 29500-1, 17.13.4; [MS-DOCX] 2.5.1 for the answers)."""

from __future__ import annotations

import unicodedata
from typing import Final

from lxml.etree import _Element

from thidua_check.document import Comment
from thidua_check.errors import UnreadableError
from thidua_check.read.docx import names as n
from thidua_check.read.docx.package import Package


def read_comments(package: Package) -> tuple[Comment, ...]:
    """Return the comments in the order of their part; none where the part does not read: they are no part of the draft."""
    try:
        root = package.related("comments")
        if root is None:
            return ()
        extended = package.related("commentsExtended")
        spans = _spans(package.xml(package.main))
    except UnreadableError:
        return ()
    elements = list(root.iterchildren(n.COMMENT))
    places = {
        paragraph.get(_PARA_ID, ""): index
        for index, element in enumerate(elements)
        for paragraph in element.iter(n.P)
    }
    parents = _parents(extended, places)
    return tuple(
        Comment(
            element.get(n.AUTHOR) or "",
            comment_text(element),
            parents.get(index),
            spans.get(element.get(n.ID)),
        )
        for index, element in enumerate(elements)
    )


def comment_text(element: _Element) -> str:
    """Return the NFC text of a comment, its paragraphs and line breaks as lines."""
    lines = [
        "".join(_CHARACTERS.get(str(e.tag), e.text or "") for e in p.iter(*_TEXT)) for p in element.iter(n.P)
    ]
    return unicodedata.normalize("NFC", "\n".join(lines))


def _parents(extended: _Element | None, places: dict[str, int]) -> dict[int, int]:
    """Return for each answer the place of the comment it answers."""
    out: dict[int, int] = {}
    for entry in extended if extended is not None else ():
        own = places.get(entry.get(_W15 + "paraId", ""))
        parent = places.get(entry.get(_W15 + "paraIdParent", "-"))
        if own is not None and parent is not None and own != parent:
            out[own] = parent
    return out


def _spans(main: _Element | None) -> dict[str | None, tuple[int, int]]:
    """Return the ranges of comments by their id."""
    length = 0
    starts: dict[str | None, int] = {}
    out: dict[str | None, tuple[int, int]] = {}
    for element in main.iter(n.T, n.COMMENT_RANGE_START, n.COMMENT_RANGE_END) if main is not None else ():
        number = element.get(n.ID)
        if element.tag == n.T:
            length += len(element.text or "")
        elif element.tag == n.COMMENT_RANGE_START:
            starts[number] = length
        elif number in starts:
            out[number] = (starts[number], length)
    return out


_W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_PARA_ID: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_TEXT: Final = (n.T, n.TAB, n.BR, n.CR)
_CHARACTERS: Final = {n.TAB: "\t", n.BR: "\n", n.CR: "\n"}
