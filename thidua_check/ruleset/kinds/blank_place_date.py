"""The place-date line with blanks, or absent (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from attrs import frozen

from thidua_check.anatomy.lines import lines_of
from thidua_check.anatomy.phrases import is_place_date
from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.forms import IS_FORM, is_form
from thidua_check.ruleset.kinds.frame import NO_HEAD, absence, has_head, opening
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold

# "năm 25"; "năm 20" is the beginning of a blank year
_SHORT_YEAR: Final = re.compile(r"\bnăm\s+(?P<year>(?!20\b)\d\d)\W*$", re.IGNORECASE)
_MINUTES: Final = NotApplicable(
    Words("mẫu biên bản không có dòng địa danh, ngày tháng", "the template of minutes has no place-date line")
)


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report which of day, month and year are blank, a year in two figures, or a head without the line."""
    if is_form(draft):
        return IS_FORM
    line = draft.anatomy.place_date
    if line is None:
        if draft.anatomy.type and fold(draft.anatomy.type.text) == "biên bản":
            return _MINUTES
        place = opening(draft)
        if place is None or not has_head(draft):
            return NO_HEAD
        low = _below(draft)
        variant = "low" if low else "missing"
        return [Hit(low or place, variant=variant, outcome=absence(draft))]
    short = _SHORT_YEAR.search(line.passage.text)
    if short and line.day and line.month:
        return [Hit(line.passage, {"blank": short["year"]}, variant="short_year")]
    parts = ((line.day, "ngày", "day"), (line.month, "tháng", "month"), (line.year, "năm", "year"))
    blank = [("địa danh", "place")] if line.place is None and not line.passage.text[:1].isalpha() else []
    blank += [(vi, en) for value, vi, en in parts if value is None]
    if not blank:
        return []
    words = Words(", ".join(vi for vi, _ in blank), ", ".join(en for _, en in blank))
    return [Hit(line.passage, {"blank": words})]


def _below(draft: Draft) -> Passage | None:
    """Return a place-date line that stands behind the content, outside the attachments."""
    attached = {(p.part, p.block) for a in draft.anatomy.attachments for p in a.paragraphs}
    lines = (
        line.passage
        for index, paragraph in enumerate(draft.document.paragraphs)
        if (paragraph.part, paragraph.block) not in attached
        for line in lines_of(paragraph, index)
        if is_place_date(line.text)
    )
    return next(lines, None)


PROVIDES = frozenset({"blank"})
KIND = Kind(
    "blank_place_date",
    check,
    Params,
    {
        **dict.fromkeys(("default", "short_year"), PROVIDES),
        **dict.fromkeys(("missing", "low"), frozenset()),
    },
)
