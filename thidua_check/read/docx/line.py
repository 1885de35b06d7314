"""A paragraph's characters, as they stand in its runs, made one NFC line with runs and the way back."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from attrs import frozen

from thidua_check.document import Run
from thidua_check.read.docx.styles import Format
from thidua_check.text import compose


@frozen
class Line:
    """A paragraph's text in NFC with the way back to its own characters, and its runs."""

    text: str
    origin: tuple[int, ...] | None
    runs: tuple[Run, ...]

    def offset(self, raw: int) -> int:
        """Return the offset in the text of an offset in the paragraph's own characters."""
        return _offset(self.origin, raw)


def line_of(own: Sequence[str], formats: Sequence[Format]) -> Line:
    """Return a paragraph's own pieces and their formatting as NFC text with runs, neighbours of one look joined."""
    raw = "".join(own)
    text, origin = _normal(raw)
    runs: list[Run] = []
    start = at = 0
    for index, piece in enumerate(own):
        at += len(piece)
        look = formats[index]
        if index + 1 < len(formats) and formats[index + 1] is look:
            continue
        end = _offset(origin, at)
        if end > start:
            runs.append(_document_run(start, end, look))
            start = end
    return Line(text, origin, tuple(runs))


def _document_run(start: int, end: int, look: Format) -> Run:
    return Run(
        start, end, look.bold, look.italic, look.underline, look.caps, look.size, look.font, look.color
    )


def _normal(raw: str) -> tuple[str, tuple[int, ...] | None]:
    """Return the text in NFC without characters that nobody sees, and the map back (None: the same)."""
    if not _INVISIBLE.search(raw):
        composed = compose(raw)
        return composed.text, composed.origin
    kept = [i for i, char in enumerate(raw) if not _INVISIBLE.match(char)]
    composed = compose("".join(raw[i] for i in kept))
    places = (*kept, len(raw))
    return composed.text, tuple(places[i] for i in composed.origin or range(len(places)))


def _offset(origin: tuple[int, ...] | None, raw: int) -> int:
    """Return the offset in NFC text of an offset in the raw text; inside a cluster, the end of the cluster."""
    if origin is None:
        return raw
    return bisect_left(origin, raw)


# Soft hyphen, zero-width spaces and joiners, word joiner, byte order mark
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
