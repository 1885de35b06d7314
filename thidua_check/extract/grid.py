"""A data table as rows of labels and figures, with the level of each row in its numbering."""

from __future__ import annotations

import re

from attrs import frozen

from thidua_check.document import Cell, Paragraph, Passage, Table
from thidua_check.extract.numbers import NUMBER, read_number
from thidua_check.extract.quantities import Quantity
from thidua_check.text import fold

TOTAL_LEVEL = 0

# A row's number: "I", "II." / "A" / "1" / "1.2" / "a)" / "-"
_NUMBERING = (
    (1, re.compile(r"[IVX]{1,5}[.)]?|[A-H][.)]?")),
    (2, re.compile(r"[0-9]{1,3}[.)]?")),
    (3, re.compile(r"[0-9]{1,3}\.[0-9]{1,3}[.)]?|[a-zđ][.)]|[-+–*•]")),
)
# "Tổng cộng", "Cộng:", "Tổng số (I+II)", "TỔNG"; not "Tổng kết", "Cộng đồng", "Cộng tác viên".
_TOTAL = re.compile(
    r"(?:tổng\s?cộng|tổng\ssố|tổng|cộng|toàn\stỉnh|toàn\shuyện|toàn\sxã)(?:\s?\([^)]*\))?(?:\schung)?\s?[:.]?"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
# Columns whose figures do not add up: "STT", "Tỷ lệ %", "Năm", "Đơn giá", "Điểm", "Xếp hạng", "Ghi chú", "Số hiệu".
_NO_SUMS = re.compile(
    r"(?:^|\W)(?:stt|tt|tỷ\slệ|tỉ\slệ|%|năm(?!\s(?:20[0-9]{2}|nay|trước))|đơn\sgiá|mức|bình\squân|định\smức|điểm|xếp|hạng|ngày|số\sqđ|số\shiệu|mã|ghi\schú|đạt|"
    r"so\svới|tăng|giảm|hệ\ssố|tuổi)(?:\W|$)"
)
# Columns of measured amounts, whose whole figures may have been rounded: "Kinh phí (triệu đồng)", "Diện tích (ha)".
_ROUNDED = re.compile(
    r"triệu|tỷ|tỉ\sđồng|nghìn|ngàn|kinh\sphí|vốn|giá\strị|tiền|diện\stích|sản\slượng|\bha\b|tấn|km|m2|thu|chi"
)


@frozen
class Figure:
    """The figure of a cell: ``quantity`` None where the cell holds words or cannot be read; ``blank`` cells count nothing."""

    quantity: Quantity | None
    blank: bool


@frozen
class GridRow:
    """A row: ``level`` 0 for a total, 1 for ``I``/``A``, 2 for ``1``, 3 for ``1.1``/``a)``, 2 without a number.

    ``numbered`` is set where the row begins with its number, ``by_year`` where a bare year is its label.
    """

    index: int
    label: str
    level: int
    figures: dict[int, Figure]
    numbered: bool = False
    by_year: bool = False


@frozen
class Grid:
    """The rows under the header, and for each column its header's words (joined from top to bottom)."""

    rows: tuple[GridRow, ...]
    heads: dict[int, str]
    numbered: bool

    def adds_up(self, column: int) -> bool:
        """Return whether the column may hold amounts that add up, judged by its header."""
        return not _NO_SUMS.search(self.heads.get(column, ""))

    def is_rounded(self, column: int) -> bool:
        """Return whether the column may hold rounded amounts, judged by its header."""
        return bool(_ROUNDED.search(self.heads.get(column, "")))


def grid_of(table: Table) -> Grid | None:
    """Return the grid of a table, None where it has no rows of figures."""
    rows = [_row(index, cells) for index, cells in enumerate(table.rows)]
    first = next((row.index for row in rows if _is_data(row)), None)
    if first is None or first == 0:
        return None
    heads: dict[int, str] = {}
    for cells in table.rows[:first]:
        for cell in cells:
            for column in range(cell.col, cell.col + cell.colspan):
                heads[column] = (heads.get(column, "") + " " + fold(cell.text)).strip()
    body = tuple(rows[first:])
    numbered = any(fold(head).startswith(("stt", "tt", "số tt")) for head in heads.values())
    return Grid(body, heads, numbered)


def _is_data(row: GridRow) -> bool:
    """Return whether a row holds figures besides its number, and is no row of column numbers "1 2 3 4" or of years.

    "Nội dung | 2022 | 2023" is a head, "1 | Đơn vị A | 2022" is not, nor is one such figure below a head.
    """
    values = [
        f.quantity.value
        for f in row.figures.values()
        if f.quantity is not None and f.quantity.value is not None
    ]
    if not row.label:
        return False
    if row.numbered or (len(values) == 1 and row.index > 0):
        return bool(values)
    return bool(values) and not all(_YEAR.fullmatch(str(value)) for value in values)


def _row(index: int, cells: tuple[Cell, ...]) -> GridRow:
    level, label, skip, named, by_year = 2, "", -1, False, False
    if cells:
        text = cells[0].text.strip()
        level = next((number for number, pattern in _NUMBERING if pattern.fullmatch(text)), 2)
        named = level != 2 or bool(_NUMBERING[1][1].fullmatch(text))
        skip = cells[0].col if named else -1
    words = [cell for cell in cells if cell.col != skip and any(c.isalpha() for c in cell.text)]
    if words and words[0].col <= 2:
        label = words[0].text.strip()
        skip = max(skip, words[0].col)
    elif (year := _year_cell(cells, skip)) is not None:
        label, skip, by_year = year.text.strip(), year.col, True
    if _TOTAL.fullmatch(fold(label)):
        level = TOTAL_LEVEL
    figures = {cell.col: _figure(cell) for cell in cells if cell.col > skip}
    return GridRow(index, label, level, figures, numbered=named, by_year=by_year)


def _year_cell(cells: tuple[Cell, ...], skip: int) -> Cell | None:
    """Return the cell that names a row by a bare year, the first behind the row's number."""
    first = next((cell for cell in cells if cell.col > skip), None)
    return first if first and first.col <= 1 and _YEAR.fullmatch(first.text.strip()) else None


def _figure(cell: Cell) -> Figure:
    """Return the figure of a cell that holds one number and at most a sign of unit."""
    text = cell.text.strip()
    if text in ("", "-", "–", "—", "..", "…"):
        return Figure(None, cell.rowspan == 1 and cell.colspan == 1)
    paragraphs = [p for p in cell.content if isinstance(p, Paragraph) and p.text.strip()]
    match = NUMBER.search(text)
    if match is None or len(paragraphs) != 1 or text != match.group() or cell.rowspan > 1 or cell.colspan > 1:
        return Figure(None, False)
    paragraph = paragraphs[0]
    start = len(paragraph.text) - len(paragraph.text.lstrip())
    passage = Passage(paragraph, start, start + len(text))
    number = read_number(text)
    return Figure(
        Quantity(passage, number.value, decimals=number.decimals, extent=passage, problem=number.problem),
        False,
    )
