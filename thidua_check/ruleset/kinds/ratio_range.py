"""A whole's percentage that lies outside those of all its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.clauses import Frame, frame_of
from thidua_check.extract.grid import TOTAL_LEVEL, Grid, GridRow, grid_of
from thidua_check.extract.numbers import format_number
from thidua_check.extract.quantities import Quantity
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.said import figures_by_paragraph
from thidua_check.ruleset.model import DEFAULT, Hit, Kind
from thidua_check.text import fold_letters

# Columns of rates whose whole is a mean of its parts: "Tỷ lệ (%)", "Đạt %", "Bình quân".
_RATE = re.compile(r"tỷ lệ|tỉ lệ|%|bình quân")
# Columns of shares and ranks, whose whole is no mean: "Cơ cấu", "Tỷ trọng", "So với tổng số".
_NO_MEAN = re.compile(r"cơ cấu|tỷ trọng|tỉ trọng|tổng|xếp|tăng|giảm|so với")
# What a sentence says of a rate, and of shares, changes and aims, which are no means: "tỷ lệ … đạt", "tăng", "chiếm".
_RATE_SAID = re.compile(r"(?<!\w)(?:tỷ lệ|tỉ lệ|bình quân|đạt)(?!\w)")
_NO_RATE = re.compile(
    r"(?<!\w)(?:cơ cấu|tỷ trọng|tỉ trọng|chiếm|tăng|giảm|so với|từ|lên|xuống|kế hoạch|chỉ tiêu|mục tiêu|năm|tháng|quý)(?!\w)"
)
# Between the common rate and the first part: ", trong đó: ", " (cụ thể: ", ", gồm ", " (".
_LEAD = re.compile(r"\s?[,;:.(]{0,2}\s?(?P<word>trong đó|cụ thể|bao gồm|gồm|chia ra)?(?: là)?\s?[:,]?\s?")
_ALL = ("cụ thể", "bao gồm", "gồm", "chia ra")
# Between two parts: ", ", "; ", " và ".
_NEXT = re.compile(r"\s?(?:[,;]|và|[,;]\svà)\s(?:[-+]\s)?")
# What the parts are: units of one sort, or two halves of a whole.
_SORTS = re.compile(
    r"(?:xã|phường|thị trấn|huyện|thị xã|thành phố|tỉnh|thôn|ấp|bản|khu phố)(?= [^\W\d_])|trường(?= )|cụm(?= )|khối(?= )|(?:bậc|cấp)(?= (?:mầm non|tiểu học|trung học|thcs|thpt))"
)
_HALVES = (
    (re.compile(r"(?:khu vực )?(?:thành thị|đô thị)(?!\w)"), re.compile(r"(?:khu vực )?nông thôn(?!\w)")),
    (re.compile(r"nam(?! \w*[0-9])(?!\w)"), re.compile(r"nữ(?!\w)")),
)
_WIDTH = 80
_FEWEST = 3


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report a common rate with the rates of all its parts on one side of it, in a table's total row or a sentence."""
    for table in draft.document.tables:
        grid = grid_of(table)
        if grid is not None:
            yield from _in_table(grid)
    for quantities in figures_by_paragraph(draft):
        rates = [q for q in quantities if q.unit == "%" and not q.pair]
        if len(rates) > len(_HALVES[0]):
            yield from _in_text(rates)


def _in_table(grid: Grid) -> Iterator[Hit]:
    totals = [row for row in grid.rows if row.level == TOTAL_LEVEL]
    parts = [row for row in grid.rows if row.level != TOTAL_LEVEL]
    top = min((row.level for row in parts), default=0)
    parts = [row for row in parts if row.level == top]
    if len(totals) != 1 or len(parts) < _FEWEST:
        return
    for column, head in grid.heads.items():
        if not _RATE.search(head) or _NO_MEAN.search(head):
            continue
        figure = totals[0].figures.get(column)
        whole = figure.quantity if figure else None
        rates = _rates(parts, column)
        if whole is None or whole.value is None or rates is None:
            continue
        if _is_outside(whole, rates):
            yield _hit(whole, rates)


def _rates(rows: Sequence[GridRow], column: int) -> list[Decimal] | None:
    """Return the rates of a column, None where a row has none."""
    figures = [row.figures.get(column) for row in rows]
    values = [f.quantity.value for f in figures if f and f.quantity and f.quantity.value is not None]
    return values if len(values) == len(rows) else None


def _in_text(rates: Sequence[Quantity]) -> Iterator[Hit]:
    text = rates[0].passage.paragraph.text
    folded, frame = fold_letters(text), frame_of(text)
    for index, whole in enumerate(rates):
        first, stop = frame.sentence(whole.start)
        before = folded[max(first, whole.start - _WIDTH) : whole.start]
        if not _RATE_SAID.search(before) or _NO_RATE.search(before):
            continue
        parts = _parts_behind(folded, frame, rates[index:], stop)
        values = [q.value for q in parts if q.value is not None]
        if values and len(values) == len(parts) and _is_outside(whole, values):
            named = tuple((q.extent or q.passage, Words("tỷ lệ thành phần", "rate of a part")) for q in parts)
            yield _hit(whole, values, "text", named)


def _parts_behind(folded: str, frame: Frame, rates: Sequence[Quantity], stop: int) -> list[Quantity]:
    """Return the rates of all the parts that a sentence gives behind the first rate, none where some may be left out."""
    whole = rates[0]
    lead = _LEAD.match(folded, whole.end)
    if lead is None or lead.end() == whole.end:
        return []
    parts: list[Quantity] = []
    names: list[str] = []
    start = lead.end()
    for rate in rates[1:]:
        name = folded[start : rate.start]
        if rate.end > stop or len(name) > _WIDTH or _NO_RATE.search(name):
            break
        parts.append(rate)
        names.append(name)
        following = _NEXT.match(folded, rate.end)
        if following is None:
            break
        start = following.end()
    return parts if _is_whole(names, lead["word"]) else []


def _is_whole(names: Sequence[str], lead: str | None) -> bool:
    """Return whether the names are those of all the parts: two halves, or units of one sort behind "cụ thể"."""
    if len(names) == len(_HALVES[0]):
        return any(
            all(half.match(name) for half, name in zip(halves, order, strict=True))
            for halves in _HALVES
            for order in (names, names[::-1])
        )
    sorts = [_SORTS.match(name) for name in names]
    return len(names) >= _FEWEST and lead in _ALL and all(sorts)


def _is_outside(whole: Quantity, rates: Sequence[Decimal]) -> bool:
    """Return whether a common rate lies outside those of its parts; shares that add up to it are no rates of parts."""
    if whole.value is None or abs(sum(rates, Decimal(0)) - whole.value) <= len(rates):
        return False
    return not min(rates) - whole.step <= whole.value <= max(rates) + whole.step


def _hit(
    whole: Quantity,
    rates: Sequence[Decimal],
    variant: str = DEFAULT,
    related: tuple[tuple[Passage, Words], ...] = (),
) -> Hit:
    values = {"low": format_number(min(rates)), "high": format_number(max(rates))}
    passage = whole.passage if variant == DEFAULT else whole.extent or whole.passage
    return Hit(passage, values, variant=variant, related=related)


_VALUES = frozenset({"low", "high"})
KIND = Kind("ratio_range", check, Params, {DEFAULT: _VALUES, "text": _VALUES})
