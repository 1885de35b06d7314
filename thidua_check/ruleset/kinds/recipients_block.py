"""The recipients (Nơi nhận) at the end of the draft (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9)."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.frame import NO_END, absence, ending, has_end
from thidua_check.ruleset.model import Hit, Kind, NotApplicable


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report a label without recipients or without its colon, or an end without the block."""
    anatomy = draft.anatomy
    if anatomy.recipients_label is not None:
        label = anatomy.recipients_label
        if not anatomy.recipients:
            return [Hit(label, variant="empty", absent=True)]
        bare = all(c.isalpha() or c.isspace() for c in label.text)
        return [Hit(label, variant="colon", absent=True)] if bare else []
    last = ending(draft)
    if last is None or not has_end(draft):
        return NO_END
    return [Hit(last, outcome=absence(draft), absent=True)]


KIND = Kind(
    "recipients_block", check, Params, {"default": frozenset(), "empty": frozenset(), "colon": frozenset()}
)
