"""Figures of the running text against the row of a table that bears the same name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.clauses import frame_of
from thidua_check.extract.labelled_cells import (
    CrossCell,
    LabelledCell,
    Name,
    cross_cells,
    labelled_cells,
    name_of,
)
from thidua_check.extract.parts import is_bare_lead
from thidua_check.extract.quantities import Quantity
from thidua_check.extract.standing import slip_between
from thidua_check.extract.statements import Statement, same_value, scope_of
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.reports import NO_REPORT, is_report
from thidua_check.ruleset.kinds.said import (
    blocks_of_parts,
    blocks_of_plans,
    figures_by_paragraph,
    statements_of,
)
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold_letters

_YEAR = re.compile(r"(?<!\d)(?:19|20)[0-9]{2}(?!\d)")
# The figure may be of another time, place or sort: "6 tháng", "đầu năm", "tại xã", "trong đó", "mục tiêu", "ước".
_ELSE = re.compile(
    r"(?<!\w)(?:tháng|quý|đợt|kỳ|giai đoạn|ngày|lũy kế|luỹ kế|nhiệm kỳ|tại|riêng|trong đó|mục tiêu|chỉ tiêu|kế hoạch|"
    r"so với|dự kiến|ước|ngoài ra|khác|toàn tỉnh|toàn quốc|cả nước|đầu năm|cuối năm|trước|khi|phấn đấu|đề nghị|còn lại|thêm|mỗi|bình quân)(?!\w)"
)
# A change is no state: "tăng 14,3%".
_CHANGE = re.compile(r"(?<!\w)(?:tăng|giảm|vượt|hơn|trên(?! địa)|gần|khoảng|dưới|từ|lên|xuống)(?!\w)")
_CLAUSE = re.compile(r"\.(?![0-9])|[;:()“”\"]|,\s|\s[-–]\s|^\s*[-+*]\s")
# A row and column together have at least so many words; a total is close within a part of so many.
_LEAST_CROSSED, _CLOSE = 3, 10
# A capital inside the sentence names a place or a programme: "xã An Thử", not "OCOP".
_NAME = re.compile(r"(?<=[^.\s]\s)[^\W\d_](?=[^\W\d_])")
# What a row may say before the counted noun: "Số xã đạt chuẩn ...", "Tổng số xã đạt chuẩn ...".
_LEADS = ((), ("số",), ("tổng", "số"))


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report figures whose words, unit and year are those of a table's row, and whose value is another one."""
    if not is_report(draft):
        return NO_REPORT
    cells = labelled_cells(draft.document)
    named = list(_hits(draft, cells)) if cells else []
    known = {(hit.passage.paragraph.block, hit.passage.start) for hit in named}
    near = (h for h in _near_hits(draft) if (h.passage.paragraph.block, h.passage.start) not in known)
    return [*named, *near]


def _hits(draft: Draft, cells: dict[Name, LabelledCell]) -> Iterator[Hit]:
    title = frozenset(_YEAR.findall(draft.anatomy.subject.text)) if draft.anatomy.subject else frozenset()
    elsewhere = blocks_of_parts(draft)
    found: dict[Name, list[Statement]] = {}
    for statements in statements_of(draft, least=1):
        for said in statements:
            if said.paragraph.block in elsewhere:
                continue
            key = next((words for words in _keys(said) if words in cells), None)
            if key is not None and _is_comparable(said, cells[key], title):
                found.setdefault(key, []).append(said)
    for key, group in found.items():
        cell = cells[key]
        agree = any(same_value(said.quantity, value) for said in group for value in cell.values)
        if not agree and all(same_value(said.quantity, group[0].quantity) for said in group):
            yield _hit(group[0].quantity, cell.quantity, cell.label)


def _near_hits(draft: Draft) -> Iterator[Hit]:
    """Yield the figures whose clause holds all words of a cell's row and column, and whose value nearly is the cell's."""
    cells = [cell for cell in cross_cells(draft.document) if len(cell.words) >= _LEAST_CROSSED]
    if not cells:
        return
    elsewhere = blocks_of_parts(draft) | blocks_of_plans(draft)
    title = frozenset(_YEAR.findall(draft.anatomy.subject.text)) if draft.anatomy.subject else frozenset()
    for quantities in figures_by_paragraph(draft):
        if quantities[0].passage.paragraph.block in elsewhere:
            continue
        for quantity in quantities:
            cell = _nearly(quantity, cells, title)
            if cell is not None:
                yield _hit(quantity, cell.quantity, cell.label)


def _nearly(quantity: Quantity, cells: Sequence[CrossCell], title: frozenset[str]) -> CrossCell | None:
    """Return the one cell that a figure may have been copied from with a slip, if none has its very value."""
    text = quantity.passage.paragraph.text
    folded = fold_letters(text)
    first = frame_of(text).sentence(quantity.start)[0]
    begin = max((sign.end() for sign in _CLAUSE.finditer(folded, first, quantity.start)), default=first)
    clause, before = folded[begin : quantity.start], text[first : quantity.start].strip(" -+*•")
    if quantity.pair or _ELSE.search(fold_letters(before)) or _CHANGE.search(clause) or _has_name(before):
        return None
    words, years = frozenset(name_of(clause)), frozenset(_YEAR.findall(text[first : quantity.start]))
    named = [
        cell
        for cell in cells
        if cell.words <= words and cell.unit == quantity.unit and (years or title) == (cell.years or title)
    ]
    if any(same_value(quantity, cell.quantity) for cell in named):
        return None
    near = [cell for cell in named if _is_near(quantity, cell, words)]
    return near[0] if len(near) == 1 else None


def _is_near(quantity: Quantity, cell: CrossCell, words: frozenset[str]) -> bool:
    """Tell whether digits are swapped or one is another; a total of the clause's very words need only be close."""
    value, other = quantity.value, cell.quantity.value
    if value is None or other is None:
        return False
    if cell.is_total:
        return cell.words == words and abs(value - other) * _CLOSE < other
    return slip_between(quantity, cell.quantity) != ""


def _has_name(text: str) -> bool:
    return any(match.group().isupper() for match in _NAME.finditer(text))


def _keys(said: Statement) -> Iterator[Name]:
    """Yield the words that name the figure: those before it, else the counted noun with all words behind it."""
    if said.words:
        yield name_of(said.label)
        return
    counted = name_of(f"{said.quantity.noun} {said.tail}")
    yield from ((*lead, *counted) for lead in _LEADS)


def _is_comparable(said: Statement, cell: LabelledCell, title: frozenset[str]) -> bool:
    quantity = said.quantity
    before = said.paragraph.text[said.sentence[0] : quantity.start].strip()
    lead = said.paragraph.text[said.sentence[0] : said.begin]
    if not is_bare_lead(fold_letters(lead)) or _ELSE.search(fold_letters(before)) or _has_name(before):
        return False
    years = scope_of(said).years
    if (years or title) != (cell.years or title):
        return False
    if said.words:
        return said.said and not said.tail and cell.unit == (quantity.unit or quantity.noun) != ""
    return said.said and not quantity.unit and cell.unit in ("", quantity.noun)


def _hit(quantity: Quantity, other: Quantity, label: str) -> Hit:
    written = _written(quantity)
    values = {"text": written.text, "table": other.passage.text, "label": label}
    note = Words("con số trong bảng", "the figure in the table")
    return Hit(written, values, related=((_written(other), note),))


def _written(quantity: Quantity) -> Passage:
    return quantity.extent or quantity.passage


KIND = Kind("table_mismatch", check, Params, {"default": frozenset({"text", "table", "label"})})
