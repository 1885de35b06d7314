"""A signature block without the signer's name (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7)."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.forms import IS_FORM, is_form
from thidua_check.ruleset.kinds.frame import NO_BLOCK, has_end
from thidua_check.ruleset.model import Hit, Kind, NotApplicable


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report the last line of a signature block that names nobody."""
    if is_form(draft):
        return IS_FORM
    signature = draft.anatomy.signature
    if signature is None or not has_end(draft):
        return NO_BLOCK
    if signature.name is not None:
        return []
    return [Hit((*signature.authority, *signature.titles)[-1], absent=True)]


KIND = Kind("signer_name", check, Params, {"default": frozenset()})
