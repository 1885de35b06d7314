"""Signs of the recipients: a dash before and ``;`` behind each (NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II, khoản 9, điểm d)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.looks import NO_COMPONENT
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

_DASHES: Final = "-–—"
# "Sở Nội vụ; (báo cáo)": the semicolon stands before the purpose.
_MARKED: Final = re.compile(r";(?:\s*\([^()]*\))?$")
_OPEN: Final = (":", ",", "-", "–", "và")


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report items without ``;`` before another item, and a last one without a full stop."""
    recipients = draft.anatomy.recipients
    if len(recipients) < 2:
        return NO_COMPONENT
    return list(_hits(recipients))


def _hits(recipients: Sequence[Passage]) -> Iterator[Hit]:
    for passage, following in pairwise(recipients):
        text = passage.text.rstrip()
        if not _begins(following) or text.endswith(_OPEN):
            continue
        if following.paragraph.block - passage.paragraph.block <= 1 and not _MARKED.search(text):
            yield Hit(_end(passage), {"right": ";"}, fold="semicolon")
    last = recipients[-1]
    if _begins(last) and last.text.rstrip()[-1:].isalnum():
        yield Hit(_end(last), {"right": "."}, variant="stop")


def _begins(passage: Passage) -> bool:
    """Tell whether an item begins here and not the second line of one."""
    return bool(passage.paragraph.label) or passage.text.lstrip()[:1] in _DASHES


def _end(passage: Passage) -> Passage:
    """Return the last word of an item, behind which the sign belongs."""
    text = passage.text.rstrip()
    start = max(text.rfind(" "), text.rfind("\u00a0")) + 1
    return Passage(passage.paragraph, passage.start + start, passage.start + len(text))


PROVIDES = frozenset({"right"})
KIND = Kind("recipient_marks", check, Params, {"default": PROVIDES, "stop": PROVIDES})
