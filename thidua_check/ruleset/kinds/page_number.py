"""The page number: in the header, centred, size 13 to 14, not on page 1 (NĐ 30/2020/NĐ-CP, Phụ lục I, Mục I, khoản 7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from attrs import frozen

from thidua_check.document import PageNumber, Passage
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.frame import opening
from thidua_check.ruleset.kinds.looks import NO_LAYOUT, of_section, points
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

_ONE_PAGE: Final = NotApplicable(
    Words("văn bản có thể chỉ có một trang", "the document may have one page only")
)
_PLACES: Final = {
    "left": Words("bên trái", "left"),
    "right": Words("bên phải", "right"),
    "both": Words("bên trái", "left"),
}


@frozen
class Params:
    """Sizes in points; below ``least_characters`` of text a document may well have one page and needs no number."""

    least: Decimal = Decimal(13)
    most: Decimal = Decimal(14)
    least_characters: int = 5000


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report a missing number, and one in the footer, off the centre, of another size or on the first page."""
    document = draft.document
    place = opening(draft)
    if not document.has_layout or place is None:
        return NO_LAYOUT
    if not document.page_numbers:
        if sum(len(p.text) for p in document.paragraphs) < params.least_characters:
            return _ONE_PAGE
        return [Hit(place, variant="missing")]
    titled = bool(document.sections) and document.sections[0].title_page
    if titled and all(number.first for number in document.page_numbers):
        return [Hit(place, variant="only_first")]
    return [hit for number in document.page_numbers for hit in _hits(draft, number, place, params)]


def _hits(draft: Draft, number: PageNumber, place: Passage, params: Params) -> Iterator[Hit]:
    """Yield what is wrong with one number; the words marked are those above the title, for a header has no comments.

    For a number that a later section brings, they are the words that open it.
    """
    whole = Passage.whole(number.paragraph)
    opening_of, where = of_section(draft.document, number.section)
    place = opening_of or place
    shown: dict[str, str | Words] = {"number": whole.text or "1", "where": where}
    if number.paragraph.part == "footer":
        yield Hit(place, shown, variant="footer", fold="footer")
        return
    if number.alignment not in (None, "center"):
        yield Hit(place, {**shown, "found": _PLACES[number.alignment]}, variant="alignment", fold="alignment")
    wrong = _other_size(whole, float(params.least), float(params.most))
    if wrong is not None:
        yield Hit(place, {**shown, "found": points(wrong)}, variant="size", fold="size")
    if not number.arabic:
        yield Hit(place, shown, variant="numerals", fold="numerals")
    if number.first:
        titled = bool(draft.document.sections) and draft.document.sections[0].title_page
        variant = "first_header" if titled else "first"
        yield Hit(place, shown, variant=variant, fold=variant)


def _other_size(passage: Passage, least: float, most: float) -> float | None:
    """Return the size of the first digit of another size."""
    text = passage.paragraph.text
    for run in passage.paragraph.runs:
        digits = any(c.isdigit() for c in text[run.start : run.end])
        if digits and run.size is not None and not least <= run.size <= most:
            return run.size
    return None


NONE: Final[frozenset[str]] = frozenset()
SHOWN: Final = frozenset({"number", "where"})
FOUND: Final = SHOWN | {"found"}
KIND = Kind(
    "page_number",
    check,
    Params,
    {
        "default": NONE,
        "missing": NONE,
        "only_first": NONE,
        "footer": SHOWN,
        "alignment": FOUND,
        "size": FOUND,
        "numerals": SHOWN,
        "first": SHOWN,
        "first_header": SHOWN,
    },
)
