"""First lines of running text are set in by 1 cm or 1.27 cm (NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II, khoản 6, điểm e)."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, frozen

from thidua_check.document import Paragraph
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.looks import NO_BODY, NO_LAYOUT, opening_words, running_text, shared
from thidua_check.ruleset.model import Hit, Kind, NotApplicable


@frozen
class Params:
    """The two lengths and the tolerance in twips; ``near`` is how far off a length is still a small matter."""

    shorter: int = 567
    longer: int = 720
    tolerance: int = 28
    near: int = 120


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report paragraphs whose first line begins elsewhere; hanging lists and typed tabs or spaces are left alone."""
    if not draft.document.has_layout:
        return NO_LAYOUT
    paragraphs = [
        p
        for p in running_text(draft)
        if p.layout.first_line >= 0 and not p.layout.in_characters and not p.text[:1].isspace()
    ]
    if not paragraphs:
        return NO_BODY
    far = [p for p in paragraphs if not _fits(p, params, params.near)]
    if far and all(_is_block(p, params) for p in far):
        found = [(opening_words(p), {"found": _in_centimetres(p.layout.left)}) for p in far]
        return [evolve(hit, variant="left") for hit in shared(found, len(paragraphs))]
    if far:
        return shared([(opening_words(p), {"found": _centimetres(p)}) for p in far], len(paragraphs))
    off = [p for p in paragraphs if not _fits(p, params, params.tolerance)]
    hits = shared([(opening_words(p), {"found": _centimetres(p)}) for p in off], len(paragraphs))
    return [Hit(h.passage, h.values, variant="near", level=h.level, fold=h.fold) for h in hits]


def _start(paragraph: Paragraph) -> int:
    return paragraph.layout.left + paragraph.layout.first_line


def _fits(paragraph: Paragraph, params: Params, tolerance: int) -> bool:
    start = _start(paragraph)
    return min(abs(start - params.shorter), abs(start - params.longer)) <= tolerance


def _is_block(paragraph: Paragraph, params: Params) -> bool:
    """Tell whether the first line is right but for the left indent that moves the paragraph as a whole."""
    first = paragraph.layout.first_line
    fits = min(abs(first - params.shorter), abs(first - params.longer)) <= params.near
    return paragraph.layout.left > params.tolerance and fits


def _centimetres(paragraph: Paragraph) -> str:
    return _in_centimetres(_start(paragraph))


def _in_centimetres(twips: int) -> str:
    return f"{round(twips / 567, 2):g}".replace(".", ",")


PROVIDES = frozenset({"number", "total", "found"})
KIND = Kind("body_indent", check, Params, dict.fromkeys(("default", "near", "left"), PROVIDES))
