"""Names of movements without the quotation marks that they have elsewhere in the draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.outline.movements import identify
from thidua_check.ruleset.kinds.folding import folded as fold_text
from thidua_check.ruleset.kinds.prose import covered
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.ruleset.movement_names import quoted_names


@frozen
class Params:
    """``least``: how often the name must stand in quotes elsewhere."""

    least: int = 2


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report, as one finding, names that stand letter for letter as in quotes, but without them."""
    paragraphs = draft.document.everything
    quoted = [q for paragraph in paragraphs for q in quoted_names(paragraph)]
    spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
    counts: Counter[str] = Counter()
    for one in quoted:
        paragraph = one.passage.paragraph
        spans.setdefault((paragraph.part, paragraph.block), []).append(
            (one.passage.start - 2, one.passage.end + 2)
        )
        if identify(one.words):
            counts[" ".join(one.passage.text.strip("*").split())] += 1
    names = [fold_text(name) for name, times in counts.items() if times >= params.least]
    for paragraph in paragraphs if names else ():
        folded = fold_text(paragraph.text)
        for name in names:
            at = folded.find(name)
            taken = spans.get((paragraph.part, paragraph.block), [])
            while at >= 0:
                end = at + len(name)
                if not covered(taken, at, end) and paragraph.text[at].isupper():
                    yield Hit(Passage(paragraph, at, end), {}, fold="quotes")
                at = folded.find(name, end)


KIND = Kind("unquoted_name", check, Params, {"default": frozenset()})
