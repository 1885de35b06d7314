"""Changes whose figures go the other way than the word: ``tăng từ 34.546 tấn lên 28.995 tấn``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.growths import Turn, find_turns, told_turn
from thidua_check.extract.quantities import Quantity
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.said import figures_by_paragraph
from thidua_check.ruleset.model import Hit, Kind


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report each change from A to B that is called a rise and falls, or the other way round."""
    seen: set[tuple[Quantity, Quantity]] = set()
    for turn in (*_worded(draft), *_told(draft.facts.relations)):
        if turn.is_contrary and (turn.first, turn.last) not in seen:
            seen.add((turn.first, turn.last))
            yield _hit(turn)


def _worded(draft: Draft) -> Iterator[Turn]:
    """Yield the turns that the text words as "from A to B"."""
    for quantities in figures_by_paragraph(draft):
        paragraph = quantities[0].passage.paragraph
        if len(quantities) > 1 and "từ " in paragraph.text.lower():
            yield from find_turns(paragraph, quantities)


def _told(relations: Sequence[Relation]) -> Iterator[Turn]:
    """Yield the turns of changes that are as large as the text says, so that only the word can be wrong."""
    for relation in relations:
        if relation.kind == "growth" and relation.standing in ("holds", "truncated"):
            turn = told_turn(relation)
            if turn is not None:
                yield turn


def _hit(turn: Turn) -> Hit:
    first, last = (q.extent or q.passage for q in (turn.first, turn.last))
    values = {"verb": turn.verb, "first": first.text, "last": last.text}
    return Hit(
        turn.passage, values, related=((first, Words("số đầu", "first")), (last, Words("số cuối", "last")))
    )


KIND = Kind("wrong_direction", check, Params, {"default": frozenset({"verb", "first", "last"})})
