"""What is written at a place to repair it, and whether it can be: plain text of the paragraph itself and no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import frozen
from lxml.etree import _Element

from thidua_check.findings import Place
from thidua_check.read.docx import names as n
from thidua_check.read.docx.inline import Piece
from thidua_check.render.word.differences import differences
from thidua_check.render.word.draft_file import DraftFile
from thidua_check.render.word.runs import first_content
from thidua_check.render.word.spots import Trace, chain


@frozen
class Portion:
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
class Stroke:
    """One change: the characters to strike out, and the text put behind the first of them.

    For an insertion alone ``portions`` is the one character it stands beside, and ``beside`` whether behind it.
    """

    text: str
    portions: tuple[Portion, ...]
    beside: bool | None = None


@frozen
class Repair:
    """What is written at a place."""

    place: Place
    strokes: tuple[Stroke, ...]

    @property
    def portions(self) -> Iterator[Portion]:
        """Yield the characters it touches."""
        return (portion for stroke in self.strokes for portion in stroke.portions)

    def overlaps(self, done: Iterable[Repair]) -> bool:
        """Return whether the words at the place are among those that are repaired already."""
        mine = self.place.location
        return any(
            (mine.part, mine.block) == (its.part, its.block) and mine.start < its.end and its.start < mine.end
            for its in (other.place.location for other in done)
        )


def plan(place: Place, file: DraftFile) -> Repair | None:
    """Return what is to be written at a place, None where it cannot be."""
    trace = file.trace(place.location)
    if trace is None or place.repair is None or trace.paragraph.boxed:
        return None
    location = place.location
    old = trace.paragraph.text[location.start : location.end]
    if len(old) < location.end - location.start or old != place.excerpt or old == place.repair:
        return None
    changes = differences(old, place.repair)
    if changes is None:
        return None
    strokes = tuple(
        _stroke(trace, location.start + start, location.start + end, text, location.end)
        for start, end, text in changes
    )
    plain = all(_is_plain(stroke.portions, trace) for stroke in strokes)
    return Repair(place, strokes) if plain else None


def _stroke(trace: Trace, start: int, end: int, text: str, last: int) -> Stroke:
    """Return a change of the text of a paragraph; ``last`` is the end of the words it belongs to."""
    beside: bool | None = None
    if start == end:
        # An insertion takes the look of the character behind it, at the end of the words of the one before.
        beside = start == last
        start, end = (start - 1, end) if beside else (start, end + 1)
    portions = trace.portions(*trace.raw(start, end))
    return Stroke(text, tuple(Portion(*portion) for portion in portions), beside)


def _is_plain(portions: Sequence[Portion], trace: Trace) -> bool:
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
