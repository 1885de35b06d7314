"""What the rules on form share: the words to mark for something absent, and how far a source can show absence."""

from __future__ import annotations

import re
from typing import Literal

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.model import NotApplicable

_WORD = re.compile(r"\S+")
_MARKED = 6

NO_HEAD = NotApplicable(
    Words("tệp không có phần đầu văn bản", "the file does not hold the head of the document")
)
NO_END = NotApplicable(
    Words("tệp không có phần kết của văn bản", "the file does not hold the end of the document")
)
NO_BLOCK = NotApplicable(Words("không thấy khối ký", "the signature block was not found"))


def opening(draft: Draft) -> Passage | None:
    """Return the words before which a missing line of the head belongs: the type, else the first words."""
    if draft.anatomy.type:
        return draft.anatomy.type.passages[0]
    paragraph = next((p for p in draft.document.paragraphs if p.text.strip()), None)
    return _words(Passage.whole(paragraph), first=True) if paragraph else None


def ending(draft: Draft) -> Passage | None:
    """Return the last words of the content, behind which recipients and signature belong."""
    anatomy = draft.anatomy
    last = anatomy.ending or (Passage.whole(anatomy.main[-1]) if anatomy.main else None)
    return last_of(last) if last else None


def has_head(draft: Draft) -> bool:
    """Tell whether anything of the head above the title is there."""
    a = draft.anatomy
    return bool(a.national or a.motto or a.issuer or a.number_line or a.place_date)


def has_end(draft: Draft) -> bool:
    """Tell whether the end is that of a whole document and not of an annex or of an excerpt."""
    a = draft.anatomy
    return bool(a.recipients or a.closing or a.end_mark or a.type)


def absence(draft: Draft) -> Literal["fail", "review"]:
    """Return what something absent amounts to: a fault in a Word file, a question where layout is lost."""
    return "fail" if draft.document.has_layout else "review"


def last_of(passage: Passage) -> Passage:
    """Return the last words of a passage, behind which something is missing."""
    return _words(passage, first=False)


def _words(passage: Passage, *, first: bool) -> Passage:
    found = list(_WORD.finditer(passage.text))
    found = found[:_MARKED] if first else found[-_MARKED:]
    if not found:
        return passage
    return Passage(passage.paragraph, passage.start + found[0].start(), passage.start + found[-1].end())
