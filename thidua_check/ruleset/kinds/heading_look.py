"""The look of headings of one level (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6, điểm đ; Mục V, ô 6)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from thidua_check.anatomy.model import Heading
from thidua_check.document import Passage, Run
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.looks import NO_LAYOUT, deviating, main_size, running_text
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

NO_HEADING = NotApplicable(Words("văn bản không có đề mục loại này", "there are no headings of this kind"))


@frozen
class Params:
    """``schemes`` are labels as the anatomy names them (part, chapter, roman, arabic, letter); sizes in points.

    ``capitals`` and ``centred`` speak of every heading of the level. With ``consistent``, bold is asked only where
    most of the headings are bold.
    """

    schemes: tuple[str, ...]
    least_size: Decimal = Decimal(13)
    most_size: Decimal = Decimal(14)
    bold: bool = False
    upright: bool = False
    capitals: bool = False
    centred: bool = False
    consistent: bool = False


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report what deviates in headings that stand alone, each property once with its places."""
    if not draft.document.has_layout:
        return NO_LAYOUT
    headings = [
        s.heading
        for s in draft.anatomy.sections
        if s.heading.scheme in params.schemes and not s.heading.run_in
    ]
    if not headings:
        return NO_HEADING
    return list(_hits(headings, params, main_size(running_text(draft))))


def _hits(headings: Sequence[Heading], params: Params, main: float | None) -> Iterator[Hit]:
    for variant, wrong in _looks(params, main):
        found = _deviating(headings, wrong)
        if variant == "bold" and params.consistent and 2 * len(found) >= len(headings):
            continue
        yield from (_hit(p, variant, len(found), len(headings)) for p in found)
    if params.capitals:
        small = [h.title_passage for h in headings if not _is_capital(h.title_passage)]
        yield from (_hit(p, "capitals", len(small), len(headings)) for p in small)
    if params.centred:
        aside = [h.passages[0] for h in headings if h.paragraph.layout.alignment != "center"]
        yield from (_hit(p, "centred", len(aside), len(headings)) for p in aside)


def _looks(params: Params, main: float | None) -> Iterator[tuple[str, Callable[[Run], bool]]]:
    """Yield the properties of letters that are asked for, and which runs do not have them.

    A wrong size that the whole text has is not the headings' own.
    """
    least, most = float(params.least_size), float(params.most_size)
    yield "size", lambda run: run.size not in (None, main) and not least <= (run.size or 0) <= most
    if params.bold:
        yield "bold", lambda run: not run.bold
    if params.upright:
        yield "upright", lambda run: run.italic


def _deviating(headings: Sequence[Heading], wrong: Callable[[Run], bool]) -> list[Passage]:
    places = (deviating(h.title_passage, wrong) for h in headings)
    return [place for place in places if place is not None]


def _is_capital(passage: Passage) -> bool:
    """Tell whether a title is in capitals: brackets and quotes may hold names in small letters."""
    paragraph = passage.paragraph
    shown = "".join(
        paragraph.text[max(r.start, passage.start) : min(r.end, passage.end)].upper()
        if r.caps
        else paragraph.text[max(r.start, passage.start) : min(r.end, passage.end)]
        for r in paragraph.runs
    )
    letters = [c for c in shown if c.isalpha()]
    return 2 * sum(c.isupper() for c in letters) >= len(letters)


def _hit(passage: Passage, variant: str, number: int, total: int) -> Hit:
    return Hit(passage, {"number": str(number), "total": str(total)}, variant=variant, fold=variant)


PROVIDES = frozenset({"number", "total"})
KIND = Kind(
    "heading_look",
    check,
    Params,
    dict.fromkeys(("default", "size", "bold", "upright", "capitals", "centred"), PROVIDES),
    general=True,
)
