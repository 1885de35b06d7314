"""Where elements of a parsed part lie in its bytes, so that a part can be changed without being written anew."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterable
from typing import Final
from xml.parsers import expat

from attrs import frozen
from lxml.etree import _Element

from thidua_check.read.refusals import refuse


@frozen
class Span:
    """Byte offsets of an element: its start tag, what follows it, its end tag, and what follows that."""

    start: int
    inner: int
    stop: int
    end: int


@frozen
class Splice:
    """Bytes to put in the place of a stretch; an empty stretch is an insertion."""

    start: int
    end: int
    text: bytes


def locate(data: bytes, root: _Element, wanted: Collection[_Element]) -> dict[_Element, Span]:
    """Return the spans of some elements of the tree of ``root``, which was parsed from the UTF-8 bytes ``data``."""
    numbers = {number: element for number, element in enumerate(root.iter("*")) if element in wanted}
    return {numbers[number]: span for number, span in _spans(data, numbers).items()}


def root_span(data: bytes) -> Span:
    """Return the span of the root element of a part."""
    return _spans(data, {0})[0]


def _spans(data: bytes, wanted: Collection[int]) -> dict[int, Span]:
    """Return the spans of elements by their number in document order."""
    out: dict[int, Span] = {}
    open_numbers: list[int] = []
    starts: dict[int, int] = {}
    seen = 0
    parser = expat.ParserCreate()

    def start(name: str, attributes: list[str]) -> None:
        nonlocal seen
        if seen in wanted:
            starts[seen] = parser.CurrentByteIndex
        open_numbers.append(seen)
        seen += 1

    def end(name: str) -> None:
        number = open_numbers.pop()
        begin = starts.get(number)
        if begin is not None:
            out[number] = _span(data, begin, parser.CurrentByteIndex)

    parser.ordered_attributes = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise refuse("damaged-xml") from error
    return out


def _span(data: bytes, begin: int, at: int) -> Span:
    """Return a span; ``at`` is the end tag, or for an element without one the end of its only tag."""
    tag = _TAG.match(data, begin)
    if tag is None:
        raise refuse("damaged-xml")
    if tag.group().endswith(b"/>"):
        return Span(begin, tag.end(), tag.end(), tag.end())
    return Span(begin, tag.end(), at, data.index(b">", at) + 1)


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """Return the bytes with stretches replaced; no two stretches may overlap."""
    out: list[bytes] = []
    at = 0
    for splice in sorted(splices, key=lambda s: (s.start, s.end)):
        out += (data[at : splice.start], splice.text)
        at = splice.end
    out.append(data[at:])
    return b"".join(out)


def append_child(data: bytes, child: bytes) -> bytes:
    """Return a part with XML put at the end of its root element."""
    span = root_span(data)
    if span.inner == span.end:
        tag = data[span.start : span.end]
        name = tag[1:-2].split(None, 1)[0]
        return spliced(data, [Splice(span.end - 2, span.end, b">" + child + b"</" + name + b">")])
    return spliced(data, [Splice(span.stop, span.stop, child)])


def as_utf8(data: bytes) -> bytes:
    """Return a part in UTF-8; Word writes nothing else, the standard allows UTF-16 too."""
    for mark, code in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(code, "strict")
            return _DECLARED.sub('encoding="UTF-8"', text, count=1).encode()
    declared = _DECLARED_BYTES.match(data)
    if declared is None or declared[2].lower() in (b"utf-8", b"us-ascii", b"ascii"):
        return data
    try:
        text = data.decode(declared[2].decode())
    except (LookupError, UnicodeDecodeError) as error:
        raise refuse("damaged-xml") from error
    return _DECLARED.sub('encoding="UTF-8"', text, count=1).encode()


# A start tag whose attribute values may hold ">": '<w:t xml:space="preserve">', '<a b=">"/>'
_TAG: Final = re.compile(rb"""<[^<>"']+(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>""")
_MARKS: Final = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED: Final = re.compile(r"""encoding\s*=\s*["'][A-Za-z0-9._-]+["']""")
_DECLARED_BYTES: Final = re.compile(
    rb"""(?:\xef\xbb\xbf)?<\?xml[^>]{0,60}?encoding\s*=\s*(["'])([A-Za-z0-9._-]+)\1"""
)
