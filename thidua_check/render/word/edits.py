"""What is put into the main part: gathered place by place, then made into bytes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from attrs import define, field
from lxml.etree import _Element

from thidua_check.render.word.runs import Cuts, Deletion, cut
from thidua_check.render.word.spans import Span, Splice, spliced
from thidua_check.render.word.spots import Spot

# At one place the ranges that end come first, then the marks of their comments, then the ranges that begin.
CLOSES, MARKS, OPENS = range(3)


@define
class Edits:
    """Insertions between elements and cuts of runs in one part."""

    data: bytes
    spans: Mapping[_Element, Span]
    gaps: dict[int, list[tuple[int, bytes]]] = field(factory=lambda: defaultdict(list))
    cuts: dict[_Element, Cuts] = field(factory=lambda: defaultdict(Cuts))

    def put(self, spot: Spot, rank: int, xml: str) -> None:
        """Put XML at a place."""
        if spot.position is not None:
            self.cuts[spot.element].at[spot.position].append((rank, xml.encode()))
        else:
            span = self.spans[spot.element]
            self.gaps[span.end if spot.after else span.start].append((rank, xml.encode()))

    def strike(self, run: _Element, deletion: Deletion) -> None:
        """Strike out a stretch of a run; its ends become cuts."""
        cuts = self.cuts[run]
        cuts.deletions.append(deletion)
        for position in (deletion.start, deletion.end):
            cuts.at[position] += ()

    def result(self) -> bytes:
        """Return the part with everything put in."""
        splices = [
            Splice(at, at, b"".join(text for _, text in sorted(pieces, key=lambda pair: pair[0])))
            for at, pieces in self.gaps.items()
        ]
        for run, cuts in self.cuts.items():
            span = self.spans[run]
            splices.append(Splice(span.start, span.end, cut(self.data, run, self.spans, cuts)))
        return spliced(self.data, splices)
