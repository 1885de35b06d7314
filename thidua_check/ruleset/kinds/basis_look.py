"""The lines ``Căn cứ ...;`` that open a document are in italics (NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II, khoản 6, điểm a)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.looks import NO_COMPONENT, NO_LAYOUT, deviating, opening_words, shared
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report lines of the legal basis that stand upright; a sentence that only begins with the words is no such line."""
    if not draft.document.has_layout:
        return NO_LAYOUT
    sections = draft.anatomy.sections
    first = sections[0].heading.paragraph.block if sections else None
    opening = takewhile(lambda p: p.part == "body" and p.block != first, draft.anatomy.main)
    lines = [p for p in opening if fold(p.text[:20]).startswith("căn cứ ") and p.text.rstrip().endswith(";")]
    if not lines:
        return NO_COMPONENT
    upright = [p for p in lines if deviating(Passage.whole(p), lambda run: not run.italic) is not None]
    return shared([(opening_words(p), {}) for p in upright], len(lines))


KIND = Kind("basis_look", check, Params, {"default": frozenset({"number", "total"})})
