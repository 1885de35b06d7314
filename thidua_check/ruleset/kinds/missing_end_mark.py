"""The end mark ``./.`` that the templates of NĐ 30/2020/NĐ-CP (Phụ lục III, Mẫu 1.4) print after the last word."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.frame import NO_END, ending, has_end
from thidua_check.ruleset.model import Hit, Kind, NotApplicable


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report the last words of the content where no end mark was found in a draft that has a closing block."""
    anatomy = draft.anatomy
    if anatomy.end_mark:
        return []
    if not (anatomy.recipients_label or anatomy.signature) or not has_end(draft):
        return NO_END
    last = ending(draft)
    return [Hit(last, absent=True)] if last else []


KIND = Kind("missing_end_mark", check, Params, {"default": frozenset()})
