"""The place-date line with blanks, or absent (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.forms import IS_FORM, is_form
from thidua_check.ruleset.kinds.frame import NO_HEAD, absence, has_head, opening
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold

_MINUTES: Final = NotApplicable(
    Words("mẫu biên bản không có dòng địa danh, ngày tháng", "the template of minutes has no place-date line")
)


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report which of day, month and year are blank, or a head without the line."""
    if is_form(draft):
        return IS_FORM
    line = draft.anatomy.place_date
    if line is None:
        if draft.anatomy.type and fold(draft.anatomy.type.text) == "biên bản":
            return _MINUTES
        place = opening(draft)
        if place is None or not has_head(draft):
            return NO_HEAD
        return [Hit(place, {"blank": ""}, variant="missing", outcome=absence(draft))]
    parts = ((line.day, "ngày", "day"), (line.month, "tháng", "month"), (line.year, "năm", "year"))
    blank = [("địa danh", "place")] if line.place is None and not line.passage.text[:1].isalpha() else []
    blank += [(vi, en) for value, vi, en in parts if value is None]
    if not blank:
        return []
    words = Words(", ".join(vi for vi, _ in blank), ", ".join(en for _, en in blank))
    return [Hit(line.passage, {"blank": words})]


PROVIDES = frozenset({"blank"})
KIND = Kind("blank_place_date", check, Params, {"default": PROVIDES, "missing": PROVIDES})
