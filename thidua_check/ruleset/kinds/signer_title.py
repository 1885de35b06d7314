"""A signature block without the signer's post (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7)."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.forms import IS_FORM, is_form
from thidua_check.ruleset.kinds.frame import NO_BLOCK, has_end
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold


@frozen
class Params:
    """``enough`` are the folded beginnings of authority lines that name the signer's own post or have a rule of their own."""

    enough: tuple[str, ...] = ("q.", "kt", "k/t", "tuq")


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report the last authority line that no post follows."""
    if is_form(draft):
        return IS_FORM
    signature = draft.anatomy.signature
    if signature is None or not has_end(draft):
        return NO_BLOCK
    if signature.titles or any(fold(p.text).startswith(params.enough) for p in signature.authority):
        return []
    passage = (*signature.authority, signature.name)[
        -1 if not signature.authority else len(signature.authority) - 1
    ]
    return [Hit(passage)] if passage is not None else []


KIND = Kind("signer_title", check, Params, {"default": frozenset()})
