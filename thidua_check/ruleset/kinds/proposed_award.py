"""Proposals that stand among the awards which were given."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.clauses import frame_of
from thidua_check.ruleset.kinds.folding import folded as fold_text
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.text import fold


@frozen
class Params:
    """``headings`` tell a section on awards that were given; ``proposals`` are words of a request.

    ``awards`` are what may be asked for; ``given`` words show that the request was granted.
    """

    headings: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    awards: tuple[str, ...] = ()
    given: tuple[str, ...] = ()


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Ask about clauses that propose an award in a section on results of commendation."""
    for section in draft.anatomy.sections:
        title = fold(section.heading.title)
        if any(heading in title for heading in params.headings):
            for passage in section.content:
                yield from _proposals(passage, params)


def _proposals(passage: Passage, params: Params) -> Iterator[Hit]:
    text = passage.paragraph.text
    folded = fold_text(text)
    at = min(
        (found for word in params.proposals if (found := folded.find(word, passage.start, passage.end)) >= 0),
        default=-1,
    )
    if at < 0:
        return
    start, end = frame_of(text).sentence(at)
    clause, _, _ = folded[at : min(end, passage.end)].partition(";")
    asked = next((award for award in params.awards if award in clause), None)
    if asked and not any(given in folded[start:end] for given in params.given):
        stop = at + clause.index(asked) + len(asked)
        yield Hit(Passage(passage.paragraph, at, stop), {}, outcome="review", fold="proposal")


KIND = Kind("proposed_award", check, Params, {"default": frozenset()})
