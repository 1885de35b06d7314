"""The end mark ``./.`` that the templates of NĐ 30/2020/NĐ-CP (Phụ lục III, Mẫu 1.4) print after the last word."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.model import Hit, Kind, NotApplicable


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report the last words of the content where no end mark was found in a draft that has a closing block."""
    anatomy = draft.anatomy
    if anatomy.end_mark:
        return []
    if not anatomy.main or not (anatomy.recipients_label or anatomy.signature):
        return NotApplicable(
            Words("không thấy phần kết của văn bản", "the end of the document was not found")
        )
    last = Passage.whole(anatomy.main[-1])
    words = last.text.rsplit(None, 3)
    start = last.end - len(" ".join(words[1:])) if len(words) == 4 else last.start
    return [Hit(Passage(last.paragraph, max(start, last.start), last.end))]


KIND = Kind("missing_end_mark", check, Params, {"default": frozenset()})
