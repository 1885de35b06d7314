"""With ``Kính gửi`` the recipients begin with ``Như trên`` (NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II, khoản 9, điểm b)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.looks import NO_COMPONENT
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold

# "- Như trên;", "- Như kính gửi;", "Nơi nhận: Như trên"
_ABOVE: Final = re.compile(r"\bnhư (?:trên|kính gửi|điều|đề gửi)\b")


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report the first recipient where the document is addressed to someone and none is ``Như trên``."""
    anatomy = draft.anatomy
    if anatomy.to is None or not anatomy.recipients:
        return NO_COMPONENT
    listed = [*anatomy.recipients, *([anatomy.recipients_label] if anatomy.recipients_label else [])]
    if any(_ABOVE.search(fold(p.paragraph.text)) for p in listed):
        return []
    return [Hit(anatomy.recipients[0])]


KIND = Kind("as_above", check, Params, {"default": frozenset()})
