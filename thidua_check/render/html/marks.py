"""The stretches of a paragraph to be marked, and the paragraph cut at their ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from thidua_check.document import Paragraph, Run
from thidua_check.render.context import Key
from thidua_check.render.html.places import Sheet
from thidua_check.render.words import GRADES, Grade


@frozen
class Mark:
    """One place of a finding in a paragraph: half-open offsets, the finding's number, and which of its places it is.

    ``absent`` is set where something is missing; such a mark has no words of its own.
    """

    start: int
    end: int
    number: int
    nth: int
    grade: Grade
    absent: bool = False


@frozen
class Piece:
    """A stretch without a cut inside; ``opening`` are the marks that begin with it, ``inside`` all that cover it."""

    start: int
    end: int
    opening: tuple[Mark, ...]
    inside: tuple[Mark, ...]
    run: Run | None

    @property
    def grade(self) -> Grade:
        """The gravest grade of the marks that cover the piece."""
        return min((m.grade for m in self.inside), key=GRADES.index)


def marks(sheet: Sheet) -> dict[Key, tuple[Mark, ...]]:
    """Return the marks of a draft by part and block, in order of their starts."""
    out: dict[Key, list[Mark]] = {}
    for entry in sheet.entries:
        for nth, spot in enumerate(entry.locations, 1):
            paragraph = sheet.atlas.paragraphs.get((spot.part, spot.block))
            if paragraph is None:
                continue
            start = min(max(spot.start, 0), len(paragraph.text))
            end = min(max(spot.end, start), len(paragraph.text))
            absent = entry.finding.absent
            mark = Mark(end if absent else start, end, entry.number, nth, entry.grade, absent)
            out.setdefault((spot.part, spot.block), []).append(mark)
    return {key: tuple(sorted(found, key=lambda m: (m.start, m.number, m.nth))) for key, found in out.items()}


def pieces(paragraph: Paragraph, found: Sequence[Mark], cuts: Sequence[int] = ()) -> Iterator[Piece]:
    """Yield a paragraph's text in pieces, cut at marks, at changes of formatting and at further offsets.

    A mark without words of its own opens the piece at its offset; at the end of the text that is an empty piece.
    """
    size = len(paragraph.text)
    ends = {0, *cuts, *(e for m in found for e in (m.start, m.end))}
    ends.update(e for run in paragraph.runs for e in (run.start, run.end) if e <= size)
    edges = sorted(ends | {size})
    runs = iter(paragraph.runs)
    run = next(runs, None)
    after = 0
    inside: list[Mark] = []
    for start, end in zip(edges, [*edges[1:], size], strict=True):
        while run is not None and run.end <= start:
            run = next(runs, None)
        first = after
        while after < len(found) and found[after].start == start:
            after += 1
        opening = found[first:after]
        inside = [m for m in (*inside, *opening) if m.end > start]
        if start < end or opening or start in cuts:
            shown = run if run is not None and run.start <= start else None
            yield Piece(start, end, tuple(opening), tuple(inside), shown)
