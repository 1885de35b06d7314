"""The draft's own number: left blank, or without its line (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3)."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.forms import IS_FORM, is_form
from thidua_check.ruleset.kinds.frame import NO_HEAD, absence, has_head, opening
from thidua_check.ruleset.model import Hit, Kind, NotApplicable


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report a number line without its number, or a head without a number line."""
    if is_form(draft):
        return IS_FORM
    anatomy = draft.anatomy
    if anatomy.number_line is not None:
        return [] if anatomy.number else [Hit(anatomy.number_line)]
    place = opening(draft)
    if place is None or not has_head(draft):
        return NO_HEAD
    return [Hit(place, variant="missing", outcome=absence(draft))]


KIND = Kind("blank_number_line", check, Params, {"default": frozenset(), "missing": frozenset()})
