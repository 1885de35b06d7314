"""Documents cited with a date after the draft's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.extract.citations import Citation
from thidua_check.extract.dates import DateMention
from thidua_check.findings import Words
from thidua_check.ruleset.model import Hit, Kind, NotApplicable


@frozen
class Params:
    """From ``many`` documents on, the draft's own date is what is doubted."""

    many: int = 3


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report cited dates after the draft's date; dates of annexes that follow the signature are left alone."""
    day = draft.as_of.date
    if day is None:
        return NotApplicable(Words("không rõ ngày của văn bản", "the document's date is not known"))
    late = list(_late(draft, day))
    line = draft.anatomy.place_date
    if line is not None and draft.as_of.how == "document" and len({c.number for c, _ in late}) >= params.many:
        related = tuple((m.passage, Words("văn bản viện dẫn", "cited document")) for _, m in late)
        own = next((d.passage for d in draft.facts.dates if d.passage.within(line.passage)), line.passage)
        return [Hit(own, {"number": str(len(late))}, variant="own_date", related=related)]
    return [Hit(m.passage, {"document": c.passage.text, "day": _shown(day)}) for c, m in late]


def _late(draft: Draft, day: date) -> Iterator[tuple[Citation, DateMention]]:
    attached = {(p.part, p.block) for a in draft.anatomy.attachments for p in a.paragraphs}
    for citation in draft.facts.citations:
        mention = citation.date
        if mention is None or mention.value is None or mention.value <= day:
            continue
        paragraph = citation.passage.paragraph
        if (paragraph.part, paragraph.block) not in attached:
            yield citation, mention


def _shown(day: date) -> str:
    return f"{day.day:02}/{day.month}/{day.year}"


KIND = Kind(
    "late_citation",
    check,
    Params,
    {"default": frozenset({"document", "day"}), "own_date": frozenset({"number"})},
)
