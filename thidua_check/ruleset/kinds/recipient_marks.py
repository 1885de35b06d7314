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
from thidua_check.text import fold

_DASHES: Final = "-–—"
# "Sở Nội vụ; (báo cáo)": the semicolon stands before the purpose.
_MARKED: Final = re.compile(r";(?:\s*\([^()]*\))?$")
# "Lưu: VT, CN (2). nvv": behind the full stop, who typed it or how many copies there are.
_TYPIST: Final = re.compile(r"\.\s+[\w.()]{1,8}$")
# "- Lưu: VT", "Lưu VT"
_FILED: Final = re.compile(r"\W*lưu\b")
_OPEN: Final = (":", ",", "-", "–", "và")


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report items without dash or ``;``, a stop in the place of ``;``, a file copy that is not last or has no stop."""
    recipients = draft.anatomy.recipients
    if len(recipients) < 2:
        return NO_COMPONENT
    return list(_hits(recipients))


def _hits(recipients: Sequence[Passage]) -> Iterator[Hit]:
    last = recipients[-1]
    early = None if _FILED.match(fold(last.text)) else _last_filed(recipients)
    if early is not None and _begins(last):
        yield Hit(early, {"line": _line(early)}, variant="order")
    first = recipients[0]
    if (
        _lacks_dash(first, recipients[1])
        and not _begins(first)
        and not first.paragraph.text[: first.start].strip()
    ):
        yield Hit(_start(first), {"line": _line(first)}, variant="dash", fold="dash")
    for passage, following in pairwise(recipients):
        text = passage.text.rstrip()
        if _lacks_dash(passage, following):
            yield Hit(_start(following), {"line": _line(following)}, variant="dash", fold="dash")
        if not _begins(following) or text.endswith(_OPEN) or passage is early:
            continue
        if following.paragraph.block - passage.paragraph.block <= 1 and not _MARKED.search(text):
            dotted = text.endswith(".") and not text.endswith("..")
            variant = "dot" if dotted else "default"
            yield Hit(_end(passage), {"line": _line(passage)}, variant=variant, fold=variant)
    text = last.text.rstrip()
    if _begins(last) and text[-1:].isalnum() and not _TYPIST.search(text):
        yield Hit(_end(last), {"line": _line(last)}, variant="stop")


def _begins(passage: Passage) -> bool:
    """Tell whether an item begins here and not the second line of one."""
    return bool(passage.paragraph.label) or passage.text.lstrip()[:1] in _DASHES


def _lacks_dash(passage: Passage, following: Passage) -> bool:
    """Tell whether an item begins behind one that ended, and has no dash."""
    return passage.text.rstrip().endswith(";") and not _begins(following) and following.text[:1].isupper()


def _last_filed(recipients: Sequence[Passage]) -> Passage | None:
    """Return the file copy among the recipients, the last one where there are several."""
    return next((p for p in reversed(recipients) if _begins(p) and _FILED.match(fold(p.text))), None)


def _start(passage: Passage) -> Passage:
    """Return the first word of an item, before which the dash belongs."""
    word = passage.text.split(maxsplit=1)[0]
    return Passage(passage.paragraph, passage.start, passage.start + len(word))


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
KIND = Kind(
    "recipient_marks", check, Params, dict.fromkeys(("default", "dot", "dash", "order", "stop"), PROVIDES)
)
