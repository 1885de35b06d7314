"""One run cut into several of the same formatting, from its own bytes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import define, field, frozen
from lxml.etree import _Element

from thidua_check.read.docx import names as n
from thidua_check.render.word.spans import Span

# A place in a run: the index of a child and the number of characters of it that stand before.
Position = tuple[int, int]


@frozen
class Deletion:
    """A stretch of a run that is struck out: ``opening`` and ``closing`` are the tags put around it."""

    start: Position
    end: Position
    opening: bytes
    closing: bytes


@define
class Cuts:
    """Where one run is cut and what is put there, by rank; and what of it is struck out."""

    at: dict[Position, list[tuple[int, bytes]]] = field(factory=lambda: defaultdict(list))
    deletions: list[Deletion] = field(factory=list)


@frozen
class _Atom:
    """A child of a run, or a part of a ``w:t``: where it begins and its bytes."""

    position: Position
    text: bytes


def first_content(run: _Element) -> int:
    """Return the index of the first child of a run that is not its formatting."""
    return int(len(run) > 0 and run[0].tag == n.R_PR)


def head(data: bytes, run: _Element, spans: Mapping[_Element, Span]) -> bytes:
    """Return the start tag of a run and its formatting."""
    inner = spans[run[0]].end if first_content(run) else spans[run].inner
    return data[spans[run].start : inner]


def cut(data: bytes, run: _Element, spans: Mapping[_Element, Span], cuts: Cuts) -> bytes:
    """Return the bytes of a run cut in pieces, with what is put between them."""
    opening, closing = head(data, run, spans), data[spans[run].stop : spans[run].end]
    out: list[bytes] = []
    pending: list[bytes] = []
    deletion: Deletion | None = None

    def close() -> None:
        if pending:
            body = opening + b"".join(pending) + closing
            out.append(_struck(body, deletion) if deletion else body)
            pending.clear()

    for atom in _atoms(data, run, spans, cuts):
        anchors = cuts.at.get(atom.position)
        if anchors is not None:
            close()
            out += [text for _, text in sorted(anchors, key=lambda pair: pair[0])]
            deletion = next((d for d in cuts.deletions if d.start <= atom.position < d.end), None)
        pending.append(atom.text)
    close()
    return b"".join(out)


def _struck(run: bytes, deletion: Deletion) -> bytes:
    """Return a run as deleted under tracking: its text is ``w:delText``."""
    body = _TEXT_TAG.sub(rb"<\1\2delText", run)
    return deletion.opening + body + deletion.closing


def _atoms(data: bytes, run: _Element, spans: Mapping[_Element, Span], cuts: Cuts) -> Iterator[_Atom]:
    inside: dict[int, list[int]] = defaultdict(list)
    for child, chars in cuts.at:
        if chars:
            inside[child].append(chars)
    first = first_content(run)
    at = spans[run[0]].end if first else spans[run].inner
    for index in range(first, len(run)):
        end = spans[run].stop if index == len(run) - 1 else spans[run[index]].end
        if inside[index]:
            yield from _divided(data, run[index], spans[run[index]], index, sorted(inside[index]))
        else:
            yield _Atom((index, 0), data[at:end])
        at = end


def _divided(data: bytes, element: _Element, span: Span, index: int, chars: Sequence[int]) -> Iterator[_Atom]:
    """Yield the parts of a ``w:t`` that is cut after so many characters."""
    tag, closing = data[span.start : span.inner], data[span.stop : span.end]
    raw = data[span.inner : span.stop].decode()
    preserved = element.get(n.SPACE) == "preserve"
    places = _places(raw, chars)
    for number, (start, end) in enumerate(zip((0, *places), (*places, len(raw)), strict=True)):
        part = raw[start:end]
        loose = not preserved and (number > 0 or part != part.strip())
        own = tag[:-1] + b' xml:space="preserve">' if loose else tag
        yield _Atom((index, chars[number - 1] if number else 0), own + part.encode() + closing)


def _places(raw: str, chars: Sequence[int]) -> list[int]:
    """Return the offsets in XML text of places counted in characters: a reference and a line end are one each."""
    if "&" not in raw and "\r" not in raw:
        return list(chars)
    ends = [0, *(match.end() for match in _CHARACTER.finditer(raw))]
    return [ends[min(count, len(ends) - 1)] for count in chars]


# "&amp;", "&#x1EA1;", a line end of two characters, any other character
_CHARACTER: Final = re.compile(r"&[^;]*;|\r\n|.", re.DOTALL)
# "<w:t", "</w:t" before a space or the end of the tag
_TEXT_TAG: Final = re.compile(rb"<(/?)((?:[\w.-]+:)?)t(?=[\s/>])")
