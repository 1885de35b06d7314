"""Cells of data tables that one figure of the text can be held against: a row's name, one plain column, unit, years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from thidua_check.document import Document, Paragraph, Table
from thidua_check.extract.grid import TOTAL_LEVEL, Grid, GridRow, grid_of
from thidua_check.extract.parts import names_place
from thidua_check.extract.quantities import Quantity
from thidua_check.extract.wording import unit_at
from thidua_check.text import fold

_LEAST_WORDS = 4
_MOST_ROWS = 200
# Paragraphs above a table that may be its caption and its note on the unit.
_ABOVE = 2
_LONGEST_CAPTION = 200
_WORD = re.compile(r"[^\W\d_]+")
# Words that may stand in a name or be left out of it.
_LIGHT = frozenset({"của", "các", "những", "do", "từ"})
# Words that say only that a figure is a share or a count.
_RATE_WORDS = frozenset({"tỷ", "tỉ", "lệ", "số", "lượng"})
_YEAR = re.compile(r"(?<!\d)(?:19|20)[0-9]{2}(?!\d)")
_BRACKET = re.compile(r"\([^()]*\)")
# A head that says nothing but that here are the figures: "Kết quả năm 2024", "Số lượng", "Thực hiện".
_PLAIN_HEAD = re.compile(
    r"(?:(?:kết quả|thực hiện|số lượng|số liệu|tổng số|số tiền|giá trị|đạt được|kết quả thực hiện)\s?)?(?:(?:trong\s)?(?:năm\s)?(?:19|20)[0-9]{2})?"
)
_UNIT_HEAD = re.compile(r"đơn vị(?: tính)?|đvt|đv tính")
# "Đơn vị tính: triệu đồng"
_UNIT_NOTE = re.compile(r"(?:đơn vị tính|đvt)\s?:\s?([^();:.,]{1,24})")
# A table of another time than whole years, of plans, or of one place or part.
_OTHER_TABLE = re.compile(
    r"(?<!\w)(?:tháng|quý|đợt|kỳ|giai đoạn|lũy kế|luỹ kế|kế hoạch|chỉ tiêu|mục tiêu|dự toán|dự kiến|nhu cầu|đề nghị)(?!\w)"
)
Name = tuple[str, ...]


@frozen
class LabelledCell:
    """A row's figure: ``unit`` is the unit or counted noun, empty where the table names none.

    ``quantity`` has its scale applied, ``values`` are all figures of the row in that scale, ``years`` those of
    column head, label and caption.
    """

    label: str
    quantity: Quantity
    values: tuple[Quantity, ...]
    unit: str
    years: frozenset[str]


def labelled_cells(document: Document) -> dict[Name, LabelledCell]:
    """Return the cells by the words of their rows; names that occur in two rows of the document are left out."""
    found: dict[Name, LabelledCell | None] = {}
    above: list[str] = []
    for block in document.body:
        if isinstance(block, Paragraph):
            text = block.text.strip()
            above.append("" if text.endswith(".") or len(text) > _LONGEST_CAPTION else text)
            continue
        grid = grid_of(block)
        if grid is not None and len(grid.rows) <= _MOST_ROWS:
            caption = " . ".join(above[-_ABOVE:])
            for words, cell in _cells(block, grid, fold(caption)):
                found[words] = None if words in found or names_place(caption) else cell
    return {words: cell for words, cell in found.items() if cell is not None}


@frozen
class CrossCell:
    """A cell by the words of its row and its column's head, in any order; for a total those of the head alone.

    ``quantity`` has its scale applied, ``years`` are those of head, label and caption.
    """

    label: str
    words: frozenset[str]
    quantity: Quantity
    unit: str
    years: frozenset[str]
    is_total: bool


def cross_cells(document: Document) -> Iterator[CrossCell]:
    """Yield the cells with a unit in their column's head, of tables that are not of plans, parts or places."""
    above: list[str] = []
    for block in document.body:
        if isinstance(block, Paragraph):
            text = block.text.strip()
            above.append("" if text.endswith(".") or len(text) > _LONGEST_CAPTION else text)
            continue
        grid = grid_of(block)
        caption = " . ".join(above[-_ABOVE:])
        if grid is not None and len(grid.rows) <= _MOST_ROWS and not names_place(caption):
            for row in grid.rows:
                yield from _crossings(grid, row, fold(caption))


def _crossings(grid: Grid, row: GridRow, caption: str) -> Iterator[CrossCell]:
    label = fold(row.label)
    for column, figure in row.figures.items():
        head = grid.heads.get(column, "")
        note = next(iter(_BRACKET.findall(head)), "").strip("() ")
        scale, unit, end = unit_at(f" {note}", 0)
        quantity = figure.quantity
        if quantity is None or quantity.value is None or not unit or end <= len(note):
            continue
        if _OTHER_TABLE.search(head) or _OTHER_TABLE.search(caption):
            continue
        total = row.level == TOTAL_LEVEL
        named = name_of(_BRACKET.sub(" ", head)) + (() if total else name_of(_BRACKET.sub(" ", label)))
        yield CrossCell(
            " ".join(row.label.split()),
            frozenset(named) - _RATE_WORDS,
            evolve(quantity, value=quantity.value * scale, scale=scale),
            unit,
            frozenset(_YEAR.findall(head + label + caption)),
            total,
        )


def name_of(label: str) -> Name:
    """Return the words of a folded label in their order without those that may be left out.

    >>> name_of("tổng vốn của huyện")
    ('tổng', 'vốn', 'huyện')
    """
    return tuple(word for word in _WORD.findall(label) if word not in _LIGHT)


def _cells(table: Table, grid: Grid, caption: str) -> Iterator[tuple[Name, LabelledCell | None]]:
    heads = {column: _BRACKET.sub(" ", head).strip(" .:,") for column, head in grid.heads.items()}
    plain = [c for c, head in heads.items() if head and _PLAIN_HEAD.fullmatch(head)]
    unit_column = next((c for c, head in heads.items() if _UNIT_HEAD.fullmatch(head)), None)
    other = _OTHER_TABLE.search(caption) or any(_OTHER_TABLE.search(grid.heads[c]) for c in plain)
    for row in grid.rows:
        label = fold(row.label)
        words = name_of(_BRACKET.sub(" ", label))
        if len(words) < _LEAST_WORDS:
            continue
        readable = [c for c in plain if c in row.figures and row.figures[c].quantity is not None]
        if len(plain) != 1 or not readable or other or row.level > 2:
            yield words, None
            continue
        beside = [cell.text for cell in table.rows[row.index] if cell.col == unit_column]
        yield words, _cell(grid, row, plain[0], caption, beside)


def _cell(grid: Grid, row: GridRow, column: int, caption: str, beside: list[str]) -> LabelledCell | None:
    head, label = grid.heads[column], fold(row.label)
    notes = [
        *map(fold, beside),
        *_BRACKET.findall(label),
        *_BRACKET.findall(head),
        *_UNIT_NOTE.findall(caption),
    ]
    note = next((text.strip("() ") for text in notes if text.strip("() ")), "")
    scale, unit, end = unit_at(f" {note}", 0)
    if end <= len(note) and (unit or scale > 1):
        return None
    years = (
        frozenset(_YEAR.findall(head)) or frozenset(_YEAR.findall(label)) or frozenset(_YEAR.findall(caption))
    )
    values = tuple(
        evolve(f.quantity, value=f.quantity.value * scale, scale=scale)
        for f in row.figures.values()
        if f.quantity is not None and f.quantity.value is not None
    )
    own = row.figures[column].quantity
    chosen = next((v for v in values if own is not None and v.passage == own.passage), None)
    if chosen is None:
        return None
    return LabelledCell(" ".join(row.label.split()), chosen, values, unit or note, years)
