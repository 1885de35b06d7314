"""Running text is justified (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6, điểm e)."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.looks import NO_BODY, NO_LAYOUT, opening_words, running_text, shared
from thidua_check.ruleset.model import Hit, Kind, NotApplicable


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report paragraphs of more than a line that are not justified; lines broken by hand are left alone."""
    if not draft.document.has_layout:
        return NO_LAYOUT
    paragraphs = [p for p in running_text(draft) if "\n" not in p.text.strip()]
    if not paragraphs:
        return NO_BODY
    ragged = [p for p in paragraphs if p.layout.alignment != "both"]
    return shared([(opening_words(p), {}) for p in ragged], len(paragraphs))


KIND = Kind("body_alignment", check, Params, {"default": frozenset({"number", "total"})})
