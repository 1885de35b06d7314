"""The size of running text: 13 to 14, and one size throughout (NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II, khoản 6)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.looks import (
    NO_BODY,
    NO_LAYOUT,
    deviating,
    main_size,
    opening_words,
    points,
    running_text,
    shared,
)
from thidua_check.ruleset.model import Hit, Kind, NotApplicable


@frozen
class Params:
    """The least and the most size, in points."""

    least: Decimal = Decimal(13)
    most: Decimal = Decimal(14)


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report paragraphs outside the range, or else those in another size than most of the text."""
    if not draft.document.has_layout:
        return NO_LAYOUT
    paragraphs = running_text(draft)
    main = main_size(paragraphs)
    if main is None:
        return NO_BODY
    used = {run.size for p in paragraphs for run in p.runs if run.size is not None}
    least, most = float(params.least), float(params.most)
    outside = [s for s in used if not least <= s <= most]
    wrong = frozenset(outside) if outside else frozenset(s for s in used if s != main)
    found = [(p, place) for p in paragraphs if (place := _place(p, wrong)) is not None]
    sizes = ", ".join(points(size) for size in sorted(wrong))
    hits = shared([(place, {"sizes": sizes, "main": points(main)}) for _, place in found], len(paragraphs))
    return [_varied(hit, "default" if outside else "mixed") for hit in hits]


def _place(paragraph: Paragraph, wrong: frozenset[float]) -> Passage | None:
    place = deviating(Passage.whole(paragraph), lambda run: run.size in wrong)
    if place is not None and place.end - place.start == len(paragraph.text.strip()):
        return opening_words(paragraph)
    return place


def _varied(hit: Hit, variant: str) -> Hit:
    return Hit(hit.passage, hit.values, variant=variant, level=hit.level, fold=hit.fold)


PROVIDES = frozenset({"number", "total", "sizes", "main"})
KIND = Kind("body_size", check, Params, {"default": PROVIDES, "mixed": PROVIDES})
