"""Margins of the pages (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from thidua_check.document import PageSetup
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.frame import opening
from thidua_check.ruleset.kinds.looks import NO_LAYOUT, millimetres, of_section
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

_SIDES: Final = {
    "top": Words("lề trên", "the top margin"),
    "bottom": Words("lề dưới", "the bottom margin"),
    "left": Words("lề trái", "the left margin"),
    "right": Words("lề phải", "the right margin"),
}
_WHOLE: Final = Words("", "")
_THIS_SECTION: Final = Words("; ô Apply to chọn This section", "; Apply to: This section")


@frozen
class Params:
    """The least and the most of each margin and the tolerance, in twips.

    A page number in the top margin does not move it, so that headers are not looked at.
    """

    least_top: int = 1134
    most_top: int = 1417
    least_left: int = 1701
    most_left: int = 1984
    least_right: int = 850
    most_right: int = 1134
    tolerance: int = 28


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report once the first upright page whose margins lie outside the ranges, with all of them."""
    place = opening(draft)
    if not draft.document.has_layout or place is None:
        return NO_LAYOUT
    for index, page in enumerate(draft.document.sections):
        if page.landscape or page.width > page.height:
            continue
        wrong = list(_wrong(page, params))
        if wrong:
            vi = "; ".join(
                f"{_SIDES[side].vi} {found} mm (quy định {right} mm)" for side, found, right in wrong
            )
            en = "; ".join(
                f"{_SIDES[side].en} {found} mm (should be {right} mm)" for side, found, right in wrong
            )
            opening_of, where = of_section(draft.document, index)
            apply = _THIS_SECTION if opening_of else _WHOLE
            return [Hit(opening_of or place, {"found": Words(vi, en), "where": where, "apply": apply})]
    return []


def _wrong(page: PageSetup, params: Params) -> Iterator[tuple[str, str, str]]:
    """Yield the sides that are outside, what they are and what they should be, in millimetres."""
    ranges = {
        "top": (params.least_top, params.most_top),
        "bottom": (params.least_top, params.most_top),
        "left": (params.least_left, params.most_left),
        "right": (params.least_right, params.most_right),
    }
    for side, (least, most) in ranges.items():
        found = abs(getattr(page, side))
        if not least - params.tolerance <= found <= most + params.tolerance:
            yield side, millimetres(found), f"{millimetres(least)}-{millimetres(most)}"


KIND = Kind("page_margins", check, Params, {"default": frozenset({"found", "where", "apply"})})
