"""A copy of a draft with the safe repairs as tracked changes, for the clerk to accept one by one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import count, takewhile
from typing import Final

from attrs import frozen
from lxml.etree import _Element

from thidua_check.findings import Finding, Place
from thidua_check.read.docx import names as n
from thidua_check.read.docx.inline import Piece
from thidua_check.read.reading import Source
from thidua_check.render.word.annotate import findings_of
from thidua_check.render.word.dialect import Dialect
from thidua_check.render.word.draft_file import DraftFile, open_draft
from thidua_check.render.word.edits import CLOSES, Edits
from thidua_check.render.word.parts import AUTHOR, moment
from thidua_check.render.word.runs import Deletion, first_content, head
from thidua_check.render.word.spots import Spot, Trace, before, behind, chain, is_open, length, unseen
from thidua_check.report import Report


@frozen
class Fixed:
    """A copy with repairs: its bytes (None where nothing was repaired), the places that were and that were not."""

    data: bytes | None
    done: tuple[Place, ...]
    left: tuple[Place, ...]


@frozen
class _Portion:
    """Characters of one ``w:t`` of one run."""

    piece: Piece
    start: int
    end: int

    @property
    def run(self) -> _Element:
        """The run they stand in."""
        run = self.piece.element.getparent()
        if run is None:
            raise ValueError("a w:t stands in a run")
        return run


@frozen
class _Repair:
    """What is written at a place: the characters to strike out, and the text put behind the first of them.

    For an insertion alone ``portions`` is the one character it stands beside, and ``beside`` whether behind it.
    """

    place: Place
    text: str
    portions: tuple[_Portion, ...]
    beside: bool | None = None


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
    planned = [(place, _plan(place, file)) for place in wanted]
    spans = file.spans(p.piece.element for _, repair in planned if repair for p in repair.portions)
    edits = Edits(file.main, spans)
    pen = _Pen(file.dialect, edits, moment(date), count(_first_id(file)))
    done: list[_Repair] = []
    left: list[Place] = []
    for place, repair in planned:
        if repair and not _overlaps(repair, done) and _all_open(repair, edits):
            _write(repair, pen)
            done.append(repair)
        else:
            left.append(place)
    data = file.written(edits.result(), {}) if done else None
    return Fixed(data, tuple(repair.place for repair in done), tuple(left))


def _said(text: str) -> str:
    """Return what a text says, its letters, figures and signs of measure: what no repair made unseen touches."""
    return "".join(c for c in text if c.isalnum() or unicodedata.combining(c) or c in _SIGNS)


def _plan(place: Place, file: DraftFile) -> _Repair | None:
    """Return what is to be written at a place, None where it cannot be."""
    trace = file.trace(place.location)
    if trace is None or place.repair is None or trace.paragraph.boxed:
        return None
    if _said(place.repair) != _said(place.excerpt):
        return None
    location = place.location
    old = trace.paragraph.text[location.start : location.end]
    if len(old) < location.end - location.start or old != place.excerpt or old == place.repair:
        return None
    before_it, after_it = _common(old, place.repair)
    text = place.repair[before_it : len(place.repair) - after_it]
    start, end = location.start + before_it, location.end - after_it
    beside: bool | None = None
    if start == end:
        # An insertion takes the look of the character behind it, at the end of the words of the one before.
        beside = start == location.end
        start, end = (start - 1, end) if beside else (start, end + 1)
    portions = tuple(_Portion(*portion) for portion in trace.portions(*trace.raw(start, end)))
    return _Repair(place, text, portions, beside) if _is_plain(portions, trace) else None


def _common(old: str, new: str) -> tuple[int, int]:
    """Return how many characters two texts have in common at the beginning and at the end."""
    head_size = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    rest, other = old[head_size:], new[head_size:]
    tail = zip(reversed(rest), reversed(other), strict=False)
    return head_size, sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], tail))


def _is_plain(portions: Sequence[_Portion], trace: Trace) -> bool:
    """Return whether characters are plain text of runs that stand side by side in the paragraph itself."""
    runs: list[_Element] = []
    for portion in portions:
        element, run = portion.piece.element, portion.piece.element.getparent()
        if portion.piece.in_field or element.tag != n.T or run is None or chain(element) != [element, run]:
            return False
        if first_content(run) and run[0].find(n.R_PR_CHANGE) is not None:
            return False
        if not runs or runs[-1] is not run:
            runs.append(run)
    if any(run.getparent() is not trace.traced.elements[0] for run in runs):
        return False
    return _side_by_side(runs)


def _side_by_side(runs: Sequence[_Element]) -> bool:
    """Return whether nothing but marks without content stands between runs."""
    following = runs[0]
    for run in runs[1:]:
        while (element := following.getnext()) is not None and element is not run:
            if element.tag not in _MARKS:
                return False
            following = element
        following = run
    return True


def _all_open(repair: _Repair, edits: Edits) -> bool:
    return all(is_open(p.piece.element, edits.spans, edits.data) for p in repair.portions)


def _overlaps(repair: _Repair, done: Iterable[_Repair]) -> bool:
    """Return whether the words at a place are among those that are repaired already."""
    mine = repair.place.location
    return any(
        (mine.part, mine.block) == (its.part, its.block) and mine.start < its.end and its.start < mine.end
        for its in (other.place.location for other in done)
    )


def _write(repair: _Repair, pen: _Pen) -> None:
    """Strike out what goes and put what comes behind the first of it, in its formatting."""
    edits, first = pen.edits, repair.portions[0]
    if repair.beside is None:
        for portion in repair.portions:
            opening, closing = pen.dialect.tags("del", pen.attributes())
            edits.strike(portion.run, Deletion(*_stretch(portion), opening.encode(), closing.encode()))
    if repair.text:
        span = edits.spans[first.run]
        run = head(edits.data, first.run, edits.spans) + pen.dialect.text(repair.text).encode()
        run += edits.data[span.stop : span.end]
        opening, closing = pen.dialect.tags("ins", pen.attributes())
        edits.put(_insertion(repair, edits), CLOSES, opening + run.decode() + closing)


def _insertion(repair: _Repair, edits: Edits) -> Spot:
    """Return the place for new text: behind the first characters that go, or beside the one character."""
    first = repair.portions[0]
    if repair.beside is False:
        return before(first.piece, first.start, edits.spans, edits.data)
    return behind(first.piece, first.end, edits.spans, edits.data)


def _stretch(portion: _Portion) -> tuple[tuple[int, int], tuple[int, int]]:
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
_MARKS: Final = frozenset(
    n.w(name)
    for name in (
        "proofErr",
        "bookmarkStart",
        "bookmarkEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "permStart",
        "permEnd",
    )
)
_SIGNS: Final = frozenset("%‰°+")
