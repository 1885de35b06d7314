"""Whether a draft reports what was done: other documents plan, order or regulate."""

from __future__ import annotations

import re

from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.model import NotApplicable

NO_REPORT = NotApplicable(Words("chỉ xét báo cáo", "only for reports"))
# Where the title is lost, the opening tells: "UBND huyện báo cáo kết quả ... như sau".
_OPENING = re.compile(r"(?i)\bbáo cáo\b(?:\s[^\n]{0,400})?\bnhư sau")
_FIRST_PARAGRAPHS = 4


def is_report(draft: Draft) -> bool:
    """Tell whether the draft is a report by its type, else by its symbol or its opening sentence."""
    anatomy = draft.anatomy
    if anatomy.type is not None:
        return anatomy.type.text.upper().endswith("BÁO CÁO") and "ĐỀ CƯƠNG" not in anatomy.type.text.upper()
    if anatomy.symbol:
        return anatomy.symbol.upper().startswith("BC")
    return any(_OPENING.search(p.text) for p in anatomy.main[:_FIRST_PARAGRAPHS])
