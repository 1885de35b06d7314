"""Headings that end in a full stop or a colon while others of their level end in nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from thidua_check.anatomy.model import Heading, Section
from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

_JUDGED = ("part", "roman", "capital", "arabic", "decimal", "muc", "letter")
_MARKS = ".:;"
_SHOWN = 4
# Lettered items are often sentences: only one in three with a mark is the odd one.
_FEW = 3


@frozen
class Params:
    """``longest`` is how many words a heading may have to be one for certain; ``shown`` how many are shown."""

    longest: int = 40
    shown: int = 4


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report, as one finding, the headings with a mark at the end where their level has some without."""
    anatomy = draft.anatomy
    if not anatomy.sections and not anatomy.attachments:
        return NotApplicable(Words("văn bản không có đề mục", "the draft has no headings"))
    odd: list[tuple[Heading, int]] = []
    for sections in (anatomy.sections, *(a.sections for a in anatomy.attachments)):
        odd += _odd(sections, params)
    return [_hit(heading, bare, len(odd)) for heading, bare in odd[: params.shown]]


def _odd(sections: Sequence[Section], params: Params) -> list[tuple[Heading, int]]:
    """Return the headings with a mark, each with the number of those of its level that have none."""
    groups: dict[tuple[int, str], list[Heading]] = {}
    for section in sections:
        heading = section.heading
        whole = (
            heading.scheme in _JUDGED and not heading.run_in and len(heading.title.split()) <= params.longest
        )
        if whole and heading.title and heading.paragraph.cell is None:
            groups.setdefault((heading.level, heading.scheme), []).append(heading)
    odd: list[tuple[Heading, int]] = []
    for (_, scheme), group in groups.items():
        marked = [
            h for h in group if h.title.rstrip()[-1:] in _MARKS and not h.title.rstrip().endswith("./.")
        ]
        bare = len(group) - len(marked)
        if bare and marked and (scheme != "letter" or len(marked) * _FEW <= len(group)):
            odd += [(heading, bare) for heading in marked]
    return odd


def _hit(heading: Heading, bare: int, total: int) -> Hit:
    passage = Passage.whole(heading.title_passage.paragraph)
    text = heading.title_passage.paragraph.text
    end = heading.title_passage.end
    while end > 0 and text[end - 1].isspace():
        end -= 1
    words = text[passage.start : end].split()[-_SHOWN:]
    start = end
    for word in reversed(words):
        start = text.rindex(word, 0, start)
    values = {"mark": text[end - 1], "bare": str(bare), "total": str(total)}
    return Hit(
        Passage(heading.title_passage.paragraph, start, end),
        values,
        fold="marks",
        replacement=text[start : end - 1],
        safe=True,
    )


KIND = Kind("heading_mark", check, Params, {"default": frozenset({"mark", "bare", "total"})})
