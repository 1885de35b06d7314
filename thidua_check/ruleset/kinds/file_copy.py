"""The last recipient: ``- Lưu: VT, <đơn vị>.`` (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9, điểm d)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold

_FILED = re.compile(r"\W*lưu\b")
# "Lưu: VT", "Lưu: Văn thư": the colon stands right behind the word.
_COLON = re.compile(r"\W*lưu\s?:")
_OFFICE = re.compile(r"\bvt|\bvăn thư|\bvp|\bvăn phòng|\bhs\b|\bhồ sơ")


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report recipients without a file copy, and a file copy without its colon or its full stop."""
    recipients = draft.anatomy.recipients
    if not recipients:
        return NotApplicable(Words("không có nơi nhận để xét", "there are no recipients to judge"))
    filed = [p for p in recipients if _FILED.match(fold(p.text))]
    if not filed:
        return [Hit(recipients[-1], variant="missing")]
    passage = filed[-1]
    if not _COLON.match(fold(passage.text)):
        word = re.search(r"\w+", passage.text)
        end = passage.start + (word.end() if word else 0)
        begin = passage.start + (word.start() if word else 0)
        return [Hit(Passage(passage.paragraph, begin, end), {"right": "Lưu:"}, replacement="Lưu:")]
    if not _OFFICE.search(fold(passage.text)):
        return [Hit(passage, {"right": "Lưu: VT"}, variant="office")]
    if passage == recipients[-1] and passage.text.endswith((";", ",")):
        return [Hit(passage, {"right": passage.text[:-1] + "."}, variant="stop")]
    return []


PROVIDES = frozenset({"right"})
KIND = Kind(
    "file_copy",
    check,
    Params,
    {**dict.fromkeys(("default", "office", "stop"), PROVIDES), "missing": frozenset()},
)
