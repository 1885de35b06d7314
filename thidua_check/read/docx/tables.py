"""Tables: grid places, merged cells and what stands in them (ISO 29500-1, 17.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from attrs import define, evolve
from lxml.etree import _Element

from thidua_check.document import Cell, Paragraph, Table
from thidua_check.read.docx import names as n
from thidua_check.read.docx.borders import is_boxed
from thidua_check.read.docx.properties import child_value, number
from thidua_check.read.docx.story import Place, Story

_MAX_SPAN: Final = 1000

ReadBlocks = Callable[[_Element, Story, Place], tuple[Paragraph | Table, ...]]


@define
class _Open:
    """A cell that is still growing: later rows and columns may be merged into it."""

    row: int
    col: int
    colspan: int
    rowspan: int = 1
    content: tuple[Paragraph | Table, ...] = ()

    def closed(self) -> Cell:
        return Cell(self.row, self.col, self.rowspan, self.colspan, self.content)


def read_table(element: _Element, story: Story, place: Place, read_blocks: ReadBlocks) -> Table:
    """Return a table; ``read_blocks`` reads the inside of a cell. Columns are those of the grid; a merged cell stands once, at its top left corner."""
    index = story.tables[0]
    story.tables[0] += 1
    style = child_value(element.find(n.TBL_PR), n.TBL_STYLE) or ""
    rows: list[list[_Open]] = []
    merging: dict[int, _Open] = {}
    for row in _rows(element):
        inside = evolve(place, part="table" if place.part == "body" else place.part, table=style)
        rows.append(_row(row, len(rows), index, merging, lambda e, p: read_blocks(e, story, p), inside))
    closed = tuple(tuple(cell.closed() for cell in row) for row in rows)
    return Table(index, closed, is_boxed(element, story.sheet))


def _row(
    row: _Element,
    row_index: int,
    table: int,
    merging: dict[int, _Open],
    read_cell: Callable[[_Element, Place], tuple[Paragraph | Table, ...]],
    place: Place,
) -> list[_Open]:
    """Read one row; ``merging`` holds the vertically merged cell that is open in each column."""
    cells: list[_Open] = []
    col = _bounded(child_value(row.find(n.TR_PR), n.GRID_BEFORE), 0)
    for element in _cells(row):
        properties = element.find(n.TC_PR)
        span = _bounded(child_value(properties, n.GRID_SPAN), 1)
        vertical = _merge(properties, n.V_MERGE)
        if _merge(properties, n.H_MERGE) == "continue" and cells:
            cells[-1].colspan += span
        elif vertical == "continue" and col in merging:
            merging[col].rowspan += 1
        else:
            cell = _Open(row_index, col, span)
            inside = evolve(place, cell=(table, row_index, col) if place.part == "table" else None)
            cell.content = read_cell(element, inside)
            cells.append(cell)
            merging.pop(col, None)
            if vertical is not None:
                merging[col] = cell
        col += span
    return cells


def _rows(table: _Element) -> Iterator[_Element]:
    """Yield the rows that stand, looking through wrappers; rows deleted under tracking do not stand."""
    for child in table:
        if child.tag == n.TR:
            properties = child.find(n.TR_PR)
            if properties is None or properties.find(n.DEL) is None:
                yield child
        elif child.tag in _WRAPPERS:
            yield from _rows(child)


def _cells(row: _Element) -> Iterator[_Element]:
    for child in row:
        if child.tag == n.TC:
            properties = child.find(n.TC_PR)
            if properties is None or properties.find(n.CELL_DEL) is None:
                yield child
        elif child.tag in _WRAPPERS:
            yield from _cells(child)


def _merge(properties: _Element | None, name: str) -> str | None:
    """Return ``restart`` or ``continue`` for a merged cell; the value may be left out and then continues."""
    element = properties.find(name) if properties is not None else None
    return None if element is None else element.get(n.VAL) or "continue"


def _bounded(value: str | None, default: int) -> int:
    found = number(value)
    return default if found is None else min(max(found, default), _MAX_SPAN)


_WRAPPERS: Final = frozenset({n.SDT, n.SDT_CONTENT, n.CUSTOM_XML, n.INS, n.MOVE_TO})
