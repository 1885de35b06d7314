"""A copy of a draft with the safe repairs as tracked changes, for the clerk to accept one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import count
from typing import Final

from attrs import frozen

from thidua_check.findings import Finding, Place
from thidua_check.read.docx import names as n
from thidua_check.read.reading import Source
from thidua_check.render.word.annotate import findings_of
from thidua_check.render.word.dialect import Dialect
from thidua_check.render.word.draft_file import DraftFile, open_draft
from thidua_check.render.word.edits import CLOSES, Edits
from thidua_check.render.word.parts import AUTHOR, moment
from thidua_check.render.word.repairs import Portion, Repair, Stroke, plan
from thidua_check.render.word.runs import Deletion, head
from thidua_check.render.word.spots import Spot, before, behind, is_open, length, unseen
from thidua_check.report import Report


@frozen
class Fixed:
    """A copy with repairs: its bytes (None where nothing was repaired), the places that were and that were not."""

    data: bytes | None
    done: tuple[Place, ...]
    left: tuple[Place, ...]


@frozen
class _Pen:
    """What every tracked change is written with."""

    dialect: Dialect
    edits: Edits
    date: str
    ids: Iterator[int]

    def attributes(self) -> dict[str, str | None]:
        """Return the attributes of the next change."""
        return {"id": str(next(self.ids)), "author": AUTHOR, "date": self.date}


def fix(source: Source, findings: Report | Iterable[Finding], *, date: datetime | None = None) -> Fixed:
    """Return a copy of a .docx with its safe repairs as tracked changes (ISO 29500-1, 17.13.5).

    Only what a rule calls safe at a place is written, and only where every letter and figure stays what it is. A
    place that touches tracked changes, fields, links or anything but plain text is left. Arguments and errors are
    those of ``annotate``.
    """
    file = open_draft(source)
    wanted = [p for finding in findings_of(findings, file) for p in finding.places if p.repair is not None]
    planned = [(place, plan(place, file)) for place in wanted]
    spans = file.spans(p.piece.element for _, repair in planned if repair for p in repair.portions)
    edits = Edits(file.main, spans)
    pen = _Pen(file.dialect, edits, moment(date), count(_first_id(file)))
    done: list[Repair] = []
    left: list[Place] = []
    for place, repair in planned:
        if repair and not repair.overlaps(done) and _all_open(repair, edits):
            for stroke in repair.strokes:
                _write(stroke, pen)
            done.append(repair)
        else:
            left.append(place)
    data = file.written(edits.result(), {}) if done else None
    return Fixed(data, tuple(repair.place for repair in done), tuple(left))


def _all_open(repair: Repair, edits: Edits) -> bool:
    return all(is_open(p.piece.element, edits.spans, edits.data) for p in repair.portions)


def _write(stroke: Stroke, pen: _Pen) -> None:
    """Strike out what goes and put what comes behind the first of it, in its formatting."""
    edits, first = pen.edits, stroke.portions[0]
    if stroke.beside is None:
        for portion in stroke.portions:
            opening, closing = pen.dialect.tags("del", pen.attributes())
            edits.strike(portion.run, Deletion(*_stretch(portion), opening.encode(), closing.encode()))
    if stroke.text:
        span = edits.spans[first.run]
        run = head(edits.data, first.run, edits.spans) + pen.dialect.text(stroke.text).encode()
        run += edits.data[span.stop : span.end]
        opening, closing = pen.dialect.tags("ins", pen.attributes())
        edits.put(_insertion(stroke, edits), CLOSES, opening + run.decode() + closing)


def _insertion(stroke: Stroke, edits: Edits) -> Spot:
    """Return the place for new text: behind the first characters that go, or beside the one character."""
    first = stroke.portions[0]
    if stroke.beside is False:
        return before(first.piece, first.start, edits.spans, edits.data)
    return behind(first.piece, first.end, edits.spans, edits.data)


def _stretch(portion: Portion) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return where a portion begins and ends in its run."""
    element = portion.piece.element
    index, skipped = portion.run.index(element), unseen(element)
    end = portion.end + skipped
    behind_it = (index + 1, 0) if end >= length(element) else (index, end)
    return (index, portion.start + skipped), behind_it


def _first_id(file: DraftFile) -> int:
    """Return the first id above those of the tracked changes in the text."""
    used = (e.get(n.ID) for e in file.root.iter(*_CHANGES))
    return max((int(i) for i in used if i and i.isdecimal()), default=0) + 1


_CHANGES: Final = (n.INS, n.DEL, n.MOVE_FROM, n.MOVE_TO, n.R_PR_CHANGE)
