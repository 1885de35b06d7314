"""Paper size and orientation of the pages (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 1 and 2)."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.frame import opening
from thidua_check.ruleset.kinds.looks import NO_LAYOUT, millimetres
from thidua_check.ruleset.model import Hit, Kind, NotApplicable


@frozen
class Params:
    """The short and the long side of the paper, and by how much they may differ, in twips."""

    short: int = 11906
    long: int = 16838
    tolerance: int = 28


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report once the first section on other paper; landscape sections have the sides exchanged."""
    place = opening(draft)
    if not draft.document.has_layout or not draft.document.sections or place is None:
        return NO_LAYOUT
    right = (params.short, params.long)
    for page in draft.document.sections:
        sides = sorted((page.width, page.height))
        if any(abs(a - b) > params.tolerance for a, b in zip(sides, right, strict=True)):
            found = f"{millimetres(page.width)} x {millimetres(page.height)} mm"
            return [Hit(place, {"found": found})]
    first = draft.document.sections[0]
    if first.width > first.height and draft.anatomy.type is not None:
        return [Hit(place, {"found": Words("khổ ngang", "landscape")}, variant="landscape")]
    return []


PROVIDES = frozenset({"found"})
KIND = Kind("page_size", check, Params, {"default": PROVIDES, "landscape": PROVIDES})
