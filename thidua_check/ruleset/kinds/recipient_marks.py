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
# "Lưu: VT, CN (2). nvv": behind the full stop, who typed it or how many copies there are.
_TYPIST: Final = re.compile(r"\.\s+[\w.()]{1,8}$")
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
            yield Hit(_end(passage), {"line": _line(passage)}, fold="semicolon")
    last = recipients[-1]
    text = last.text.rstrip()
    if _begins(last) and text[-1:].isalnum() and not _TYPIST.search(text):
        yield Hit(_end(last), {"line": _line(last)}, variant="stop")


def _begins(passage: Passage) -> bool:
    """Tell whether an item begins here and not the second line of one."""
    return bool(passage.paragraph.label) or passage.text.lstrip()[:1] in _DASHES


def _line(passage: Passage) -> str:
    """Return the item for the message, its dash left out, cut where it is long."""
    text = " ".join(passage.text.split()).lstrip(_DASHES + " ")
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"


_SHOWN: Final = 60


def _end(passage: Passage) -> Passage:
    """Return the last word of an item, behind which the sign belongs."""
    text = passage.text.rstrip()
    start = max(text.rfind(" "), text.rfind("\u00a0")) + 1
    return Passage(passage.paragraph, passage.start + start, passage.start + len(text))


PROVIDES = frozenset({"line"})
KIND = Kind("recipient_marks", check, Params, {"default": PROVIDES, "stop": PROVIDES})
