"""The order of the components on the page (NĐ 30/2020/NĐ-CP, Điều 8 and Phụ lục I, Mục IV)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.looks import NO_COMPONENT, NO_LAYOUT, component
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

_NAMES: Final = {
    "national": Words("Quốc hiệu", "the national name"),
    "motto": Words("Tiêu ngữ", "the motto"),
    "parent": Words("cơ quan chủ quản", "the parent body"),
    "issuer": Words("cơ quan ban hành", "the issuing body"),
    "number_line": Words("số, ký hiệu", "the number line"),
    "place_date": Words("địa danh, ngày tháng", "the place-date line"),
    "type": Words("tên loại", "the type"),
    "subject": Words("trích yếu", "the subject"),
    "to": Words("Kính gửi", "the addressee"),
}
# What stands above what; the two columns of the head are free between themselves.
_ABOVE: Final = (
    ("national", "motto"),
    ("motto", "place_date"),
    ("parent", "issuer"),
    ("issuer", "number_line"),
    ("number_line", "type"),
    ("place_date", "type"),
    ("type", "subject"),
    ("subject", "to"),
)


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report a component that stands below one that belongs under it."""
    if not draft.document.has_layout:
        return NO_LAYOUT
    everything = (*draft.document.headers, *draft.document.paragraphs)
    order = {(p.part, p.block): i for i, p in enumerate(everything)}
    places: dict[str, tuple[tuple[int, int], Passage]] = {}
    for name in _NAMES:
        for passage in component(draft.anatomy, name)[:1]:
            paragraph = passage.paragraph
            places[name] = ((order[paragraph.part, paragraph.block], passage.start), passage)
    if len(places) < 2:
        return NO_COMPONENT
    return [
        Hit(places[above][1], {"this": _NAMES[above], "other": _NAMES[below]}, fold=above)
        for above, below in _ABOVE
        if above in places and below in places and places[above][0] > places[below][0]
    ]


KIND = Kind("component_order", check, Params, {"default": frozenset({"this", "other"})})
