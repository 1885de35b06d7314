"""Figures of the running text against the row of a table that bears the same name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.labelled_cells import LabelledCell, Name, labelled_cells, name_of
from thidua_check.extract.parts import is_bare_lead
from thidua_check.extract.quantities import Quantity
from thidua_check.extract.statements import Statement, same_value, scope_of
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.reports import NO_REPORT, is_report
from thidua_check.ruleset.kinds.said import blocks_of_parts, statements_of
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold_letters

_YEAR = re.compile(r"(?<!\d)(?:19|20)[0-9]{2}(?!\d)")
# The figure may be of another time, place or sort: "6 tháng", "đầu năm", "tại xã", "trong đó", "mục tiêu", "ước".
_ELSE = re.compile(
    r"(?<!\w)(?:tháng|quý|đợt|kỳ|giai đoạn|ngày|lũy kế|luỹ kế|nhiệm kỳ|tại|riêng|trong đó|mục tiêu|chỉ tiêu|kế hoạch|"
    r"so với|dự kiến|ước|ngoài ra|khác|toàn tỉnh|toàn quốc|cả nước|đầu năm|cuối năm|trước|khi|phấn đấu|đề nghị|còn lại|thêm|mỗi|bình quân)(?!\w)"
)
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
    return _hits(draft, cells) if cells else ()


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
            yield _hit(group[0], cell)


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
    if (
        not is_bare_lead(fold_letters(lead))
        or _ELSE.search(fold_letters(before))
        or any(m.group().isupper() for m in _NAME.finditer(before))
    ):
        return False
    years = scope_of(said).years
    if (years or title) != (cell.years or title):
        return False
    if said.words:
        return said.said and not said.tail and cell.unit == (quantity.unit or quantity.noun) != ""
    return said.said and not quantity.unit and cell.unit in ("", quantity.noun)


def _hit(said: Statement, cell: LabelledCell) -> Hit:
    written = _written(said.quantity)
    values = {"text": written.text, "table": cell.quantity.passage.text, "label": cell.label}
    note = Words("con số trong bảng", "the figure in the table")
    return Hit(written, values, related=((_written(cell.quantity), note),))


def _written(quantity: Quantity) -> Passage:
    return quantity.extent or quantity.passage


KIND = Kind("table_mismatch", check, Params, {"default": frozenset({"text", "table", "label"})})
