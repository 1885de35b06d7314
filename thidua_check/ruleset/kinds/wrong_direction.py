"""Changes whose figures go the other way than the word: ``tăng từ 34.546 tấn lên 28.995 tấn``."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.extract.growths import find_turns
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.said import figures_by_paragraph
from thidua_check.ruleset.model import Hit, Kind


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report each change from A to B that is called a rise and falls, or the other way round."""
    for quantities in figures_by_paragraph(draft):
        paragraph = quantities[0].passage.paragraph
        if len(quantities) < 2 or " từ " not in paragraph.text:
            continue
        for turn in find_turns(paragraph, quantities):
            if turn.is_contrary:
                first, last = (q.extent or q.passage for q in (turn.first, turn.last))
                values = {"verb": turn.verb, "first": first.text, "last": last.text}
                related = ((first, Words("số đầu", "first")), (last, Words("số cuối", "last")))
                yield Hit(turn.passage, values, related=related)


KIND = Kind("wrong_direction", check, Params, {"default": frozenset({"verb", "first", "last"})})
