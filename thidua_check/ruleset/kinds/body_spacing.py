"""At least 6 pt between paragraphs of running text (NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II, khoản 6, điểm e)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from attrs import frozen

from thidua_check.document import Paragraph
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.looks import NO_BODY, NO_LAYOUT, opening_words, points, running_text, shared
from thidua_check.ruleset.model import Hit, Kind, NotApplicable


@frozen
class Params:
    """The least distance and the tolerance, in twips."""

    least: int = 120
    tolerance: int = 5


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report the second of two neighbouring paragraphs that stand closer."""
    if not draft.document.has_layout:
        return NO_LAYOUT
    pairs = [(a, b) for a, b in pairwise(running_text(draft)) if b.block == a.block + 1]
    if not pairs:
        return NO_BODY
    close = [(b, gap) for a, b in pairs if (gap := _gap(a, b)) < params.least - params.tolerance]
    return shared([(opening_words(p), {"found": points(gap / 20)}) for p, gap in close], len(pairs))


def _gap(above: Paragraph, below: Paragraph) -> int:
    """Return the space between two paragraphs; between those of one style it may be dropped on either side."""
    same = above.style == below.style
    after = 0 if same and above.layout.contextual else above.layout.after
    before = 0 if same and below.layout.contextual else below.layout.before
    return after + before


KIND = Kind("body_spacing", check, Params, {"default": frozenset({"number", "total", "found"})})
