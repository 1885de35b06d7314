"""The places of a document in which a rule on phrases looks, and finding whole phrases in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.text import fold

Where = Literal["everywhere", "title", "main", "closing", "recipients"]

PLACES: dict[Where, Words] = {
    "everywhere": Words("văn bản", "the document"),
    "title": Words("tên văn bản", "the title"),
    "main": Words("phần nội dung", "the content"),
    "closing": Words("câu kết", "the closing sentence"),
    "recipients": Words("phần Nơi nhận", "the recipients"),
}
_SPACE = re.compile(r"\\ ")


def passages_in(draft: Draft, where: Where) -> Sequence[Passage]:
    """Return the words of a place; none where it was not found. The title is type and subject."""
    anatomy = draft.anatomy
    if where == "title":
        return [passage for field in (anatomy.type, anatomy.subject) if field for passage in field.passages]
    if where == "closing":
        closing = anatomy.closing or anatomy.ending
        return [closing] if closing else []
    if where == "recipients":
        return anatomy.recipients
    paragraphs = anatomy.main if where == "main" else draft.document.everything
    return [Passage.whole(paragraph) for paragraph in paragraphs if paragraph.text.strip()]


@lru_cache(maxsize=512)
def whole_words(phrase: str) -> re.Pattern[str]:
    """Return the pattern that finds a phrase in folded text as whole words, whatever spaces part them.

    >>> bool(whole_words("nghiêm túc").search("một cách nghiêm  túc"))
    True
    >>> bool(whole_words("đồng chí").search("đồng chính"))
    False
    """
    words = _SPACE.sub(" +", re.escape(fold(phrase)))
    return re.compile(rf"(?<!\w){words}(?!\w)")


def listed(phrases: Sequence[str]) -> Words:
    """Return phrases in quotes, of which one is meant.

    >>> listed(["một", "hai"]).vi
    '“một” hoặc “hai”'
    """
    quoted = [f"“{phrase}”" for phrase in phrases]
    return Words(" hoặc ".join(quoted), " or ".join(quoted))


def spans(passage: Passage, folded: str, phrase: str) -> Iterator[tuple[int, int]]:
    """Yield where a phrase stands in a passage, as offsets in its paragraph, of which ``folded`` is the text."""
    for match in whole_words(phrase).finditer(folded, passage.start, passage.end):
        yield match.span()
