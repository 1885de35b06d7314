"""The form of the place-date line (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from thidua_check.anatomy.model import PlaceDate
from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.frame import NO_HEAD
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold

# "15/3/2025", "15.3.2025", "15-3-2025": the date in figures alone.
_FIGURES = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}")
_SHORT_CITY = re.compile(r"\W*tp\b\.?")


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report figures instead of the written-out date, a missing place or comma, and a shortened city."""
    line = draft.anatomy.place_date
    return NO_HEAD if line is None else _hits(line)


def _hits(line: PlaceDate) -> Iterator[Hit]:
    text, passage = line.passage.text, line.passage
    figures = _FIGURES.search(text)
    if figures:
        span = Passage(passage.paragraph, passage.start + figures.start(), passage.start + figures.end())
        written = f"ngày {line.day or 0:02d} tháng {_month(line.month)} năm {line.year}"
        yield Hit(span, {"right": written}, replacement=None if "ngày" in fold(text) else written)
    if line.place is None:
        if fold(text).startswith("ngày"):
            yield Hit(passage, {"right": ""}, variant="no_place")
        return
    if not re.search(rf"{re.escape(line.place)}\s*,", text):
        yield Hit(passage, {"right": line.place + ","}, variant="no_comma")
    if _SHORT_CITY.match(fold(line.place)):
        start = passage.start + text.index(line.place)
        yield Hit(
            Passage(passage.paragraph, start, start + len(line.place)), {"right": ""}, variant="short_city"
        )


def _month(month: int | None) -> str:
    """Months 1 and 2 take a zero."""
    return f"{month or 0:02d}" if (month or 0) < 3 else str(month)


PROVIDES = frozenset({"right"})
KIND = Kind(
    "place_date_form",
    check,
    Params,
    dict.fromkeys(("default", "no_place", "no_comma", "short_city"), PROVIDES),
)
