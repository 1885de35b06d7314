"""Paragraphs of running text that end without any mark while the others end in one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from attrs import frozen

from thidua_check.document import Paragraph
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.prose import last_words
from thidua_check.ruleset.model import Hit, Kind

# A letter, a digit or a percent sign at the end, or words in brackets behind others: "đạt 95%", "căn nhà (năm 2024)".
# A quotation mark may hold the stop inside; a paragraph that is all in brackets is a note on a title.
_BARE = re.compile(r"(?:[\w%]|(?<=[\w”\"%]\s)\([^()]*[\w%”\"]\))\s*$")
# A label other than a dash: what follows may be a title, however long ("Điều 5. ...", "3. ...", "a) ...").
_LABELLED = re.compile(r"\s*(?:Điều|Mục|Chương|Phần|Phụ lục|\(?\d|[IVX]+[.)/]|\(?[a-zđ][.)/])")
_SMALL_START = re.compile(r"[^\W\d_]")
_SHOWN = 4


@frozen
class Params:
    """A paragraph of at least ``words`` is a sentence; above ``share`` percent without a mark it is the draft's way."""

    words: int = 15
    share: int = 20
    shown: int = 4


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report, as one finding, the paragraphs without a mark at their end."""
    anatomy = draft.anatomy
    headings = {_key(p.paragraph) for h in anatomy.headings for p in h.passages if not h.run_in}
    text = [p for p in anatomy.main if p.text.strip() and p.cell is None]
    judged = [
        (paragraph, following)
        for paragraph, following in zip_longest(text, text[1:])
        if _key(paragraph) not in headings
        and not _LABELLED.match(paragraph.text)
        and len(paragraph.text.split()) >= params.words
    ]
    bare = [p for p, following in judged if _BARE.search(p.text) and not _goes_on(following)]
    if not bare or 100 * len(bare) > params.share * len(judged):
        return
    for paragraph in bare[: params.shown]:
        passage = last_words(paragraph, len(paragraph.text.rstrip()), _SHOWN)
        yield Hit(passage, {"total": str(len(bare))}, fold="stop", replacement=f"{passage.text}.")


def _key(paragraph: Paragraph) -> tuple[str, int]:
    return paragraph.part, paragraph.block


def _goes_on(following: Paragraph | None) -> bool:
    """Whether a paragraph begins with a small letter and no label, typed or automatic: the one before it was cut."""
    if following is None or following.label or _LABELLED.match(following.text):
        return False
    start = following.text.lstrip()[:1]
    return bool(_SMALL_START.match(start)) and start.islower()


KIND = Kind("missing_stop", check, Params, {"default": frozenset({"total"})})
