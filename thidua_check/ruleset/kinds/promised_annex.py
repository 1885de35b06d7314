"""Annexes that the text points to and that the file does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.frame import absence
from thidua_check.ruleset.kinds.own_words import running_text
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold_same_length

# "(Có Phụ lục đính kèm)", "(chi tiết tại Phụ lục kèm theo)", "(biểu tổng hợp kèm theo)", "(có danh sách kèm theo)".
_PROMISE = re.compile(
    r"\((?:[^()\d]{0,40}?\s)?(?P<what>phụ lục|phụ biểu|biểu(?!\s?(?:dương|quyết))|danh sách|bảng tổng hợp|biểu mẫu)"
    r"(?:\s[^()]{0,40}?)?\s(?:kèm theo|đính kèm|gửi kèm|kèm)(?:\s[^()]{0,40})?\)"
    r"|\((?:chi tiết|xem|theo|số liệu|cụ thể)(?:\s(?:chi tiết|cụ thể))?(?:\s(?:tại|ở|theo|trong|xem))?\s(?:các\s)?phụ lục(?:\s[^()]{0,30})?\)"
)
# An annex that belongs to another document: "(phụ lục kèm theo Quyết định số ...)".
_OF_ANOTHER = re.compile(
    r"(?:kèm theo|của|tại)\s(?:quyết định|nghị|thông tư|kế hoạch|công văn|hướng dẫn|văn bản)"
)
_ANNEX_HEAD = re.compile(r"\W*(?:phụ lục|phụ biểu|biểu|danh sách|bảng tổng hợp|mẫu số)(?!\w)")
_SHORT = 90


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report the promises of a draft without any annex; a text file may simply have lost them."""
    promises = list(_promises(draft))
    if not promises:
        return ()
    if _has_annex(draft):
        return ()
    last = _last_table(draft)
    order = {(p.part, p.block): place for place, p in enumerate(draft.anatomy.main)}
    return [
        Hit(passage, outcome=absence(draft), fold="annex")
        for passage in promises
        if order.get((passage.paragraph.part, passage.paragraph.block), 0) > last
    ]


def _promises(draft: Draft) -> Iterator[Passage]:
    for passage in running_text(draft):
        if "kèm" not in passage.text and "lục" not in passage.text:
            continue
        for match in _PROMISE.finditer(fold_same_length(passage.text)):
            if not _OF_ANOTHER.search(match.group()):
                start = passage.start + match.start()
                yield Passage(passage.paragraph, start, passage.start + match.end())


def _has_annex(draft: Draft) -> bool:
    """Tell whether anything is there that may be an annex: an attachment, or a short line that heads one."""
    if draft.anatomy.attachments:
        return True
    main = {(p.part, p.block) for p in draft.anatomy.main}
    rest = [p for p in draft.document.paragraphs if (p.part, p.block) not in main and p.text.strip()]
    heads = [*rest, *(p for p in draft.anatomy.main if len(p.text) <= _SHORT)]
    return any(_ANNEX_HEAD.match(fold_same_length(p.text)) for p in heads)


def _last_table(draft: Draft) -> int:
    """Return the place of the last cell in the content, which may be what a sentence before it promises; -1 for none."""
    return max((place for place, p in enumerate(draft.anatomy.main) if p.cell is not None), default=-1)


KIND = Kind("promised_annex", check, Params, {"default": frozenset()})
