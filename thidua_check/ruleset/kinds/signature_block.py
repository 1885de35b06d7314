"""A draft whose end holds no signature block (NĐ 30/2020/NĐ-CP, Điều 8 and Phụ lục I, Phần I, Mục II, khoản 7)."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.forms import IS_FORM, is_form
from thidua_check.ruleset.kinds.frame import NO_END, absence, ending, has_end
from thidua_check.ruleset.model import Hit, Kind, NotApplicable


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report the last words of a draft that nobody signs; a text file may have lost the block."""
    if is_form(draft):
        return IS_FORM
    anatomy = draft.anatomy
    if anatomy.signature is not None:
        return []
    if not has_end(draft):
        return NO_END
    last = ending(draft)
    return [Hit(last, outcome=absence(draft), absent=True)] if last else NO_END


KIND = Kind("signature_block", check, Params, {"default": frozenset()})
