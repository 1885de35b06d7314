"""Where the comment on a finding is put."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen
from lxml.etree import _Element

from thidua_check.document import Location, Passage
from thidua_check.read.docx import names as n
from thidua_check.render.word.draft_file import DraftFile
from thidua_check.render.word.edits import CLOSES, MARKS, OPENS, Edits
from thidua_check.render.word.spots import Spot, Trace, before, behind, beside, chain, sealed


@frozen
class Anchor:
    """A stretch of a paragraph's own characters, or the mark of a note; ``exact`` where it is the words themselves."""

    trace: Trace
    start: int
    end: int
    exact: bool
    mark: _Element | None = None


def anchor(location: Location, file: DraftFile) -> Anchor | None:
    """Return where to put a comment on a location; None for a file without characters in its main part.

    Words of a note are anchored at its mark, those of a text box at the box, those of a header or footer and
    whatever has no characters of its own at the paragraph before, or the first one.
    """
    trace = file.trace(location)
    if trace is not None:
        start, end = trace.raw(location.start, location.end)
        return Anchor(trace, start, end, exact=not _in_sealed(trace, start))
    passage = _note_anchor(location, file) if location.part == "note" else None
    if passage is not None:
        host = file.traces.get((passage.paragraph.part, passage.paragraph.block))
        if host is not None:
            return _at_mark(host, passage)
    nearest = _nearest(location, file)
    return Anchor(nearest, 0, nearest.ends[-1], exact=False) if nearest else None


def _in_sealed(trace: Trace, start: int) -> bool:
    return sealed(trace.at(start)[0].element) is not None


def _note_anchor(location: Location, file: DraftFile) -> Passage | None:
    return next((x.anchor for x in file.notes if any(p.block == location.block for p in x.paragraphs)), None)


def _at_mark(host: Trace, passage: Passage) -> Anchor:
    """Return the anchor on the mark of a note; on the character before where the mark is not found."""
    start, _ = host.raw(passage.start, passage.start + 1)
    at = start if passage.start < len(host.paragraph.text) else host.ends[-1]
    mark = next((e for offset, e in _note_marks(host) if offset == at), None)
    before_mark = max(at - 1, 0)
    return Anchor(host, before_mark, before_mark + 1, exact=False, mark=mark)


def _note_marks(host: Trace) -> Iterator[tuple[int, _Element]]:
    """Yield the marks of notes in a paragraph with the number of its own characters before them."""
    sizes = {piece.element: len(piece.text) for piece in host.traced.pieces}
    offset = 0
    for paragraph in host.traced.elements:
        for element in paragraph.iter("*"):
            offset += sizes.get(element, 0)
            if element.tag in _NOTE_MARKS:
                yield offset, element


def _nearest(location: Location, file: DraftFile) -> Trace | None:
    """Return the nearest paragraph of the same part that has characters, the one before first; else the first of all."""
    same = [trace for (part, _), trace in file.traces.items() if part == location.part]
    before_it = [t for t in same if t.paragraph.block <= location.block]
    if before_it:
        return before_it[-1]
    return next(iter(same or file.traces.values()), None)


def place(at: Anchor, number: int, edits: Edits, file: DraftFile) -> None:
    """Put the range and the mark of a comment into the text."""
    first, last = _ends(at, edits, file)
    d, key = file.dialect, {"id": str(number)}
    edits.put(first, OPENS, d.element("commentRangeStart", key))
    edits.put(last, CLOSES, d.element("commentRangeEnd", key))
    look = d.element("rPr", inner=d.element("sz", {"val": "16"}) + d.element("szCs", {"val": "16"}))
    mark = d.element("r", inner=look + d.element("commentReference", key))
    edits.put(_outside(last), MARKS, mark)


def _ends(at: Anchor, edits: Edits, file: DraftFile) -> tuple[Spot, Spot]:
    if at.mark is not None:
        return beside(at.mark, False), beside(at.mark, True)
    piece, chars = at.trace.at(at.start)
    last, behind_it = at.trace.at(at.end - 1)
    return (
        before(piece, chars, edits.spans, file.main),
        behind(last, behind_it + 1, edits.spans, file.main),
    )


def _outside(last: Spot) -> Spot:
    """Return the place for the mark of a comment: where its range ends, but behind a link, a control or an insertion."""
    top = chain(last.element)[-1]
    return last if top is last.element else Spot(top, None, True)


_NOTE_MARKS: Final = (n.FOOTNOTE_REFERENCE, n.ENDNOTE_REFERENCE)
