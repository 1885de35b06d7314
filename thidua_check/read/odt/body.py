"""The paragraphs, lists and tables of the body, of a cell, of a note, of a box."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import define, evolve, field, frozen
from lxml.etree import _Element

from thidua_check.document import Cell, Paragraph, Part, Passage, Table
from thidua_check.read.docx.line import line_of
from thidua_check.read.docx.story import MAX_BLOCKS
from thidua_check.read.odt import names as n
from thidua_check.read.odt.inline import Inline, collect
from thidua_check.read.odt.lists import Lists, Running
from thidua_check.read.odt.styles import Sheet, has_border, merged
from thidua_check.read.old_fonts import Typing, pieces_to_unicode
from thidua_check.read.refusals import refuse

Blocks = list[Paragraph | Table]


@frozen
class Place:
    """Where the blocks of a container stand."""

    part: Part = "body"
    cell: tuple[int, int, int] | None = None
    boxed: bool = False


@frozen
class Item:
    """The list that blocks stand in: its numbers, its style and how deep; ``label`` is not yet given out."""

    running: Running
    style: str | None
    level: int
    label: str | None = None


@define
class Story:
    """What is carried along; ``blocks`` counts the paragraphs of each part, ``tables`` all tables."""

    sheet: Sheet
    lists: Lists
    blocks: dict[str, int] = field(factory=dict)
    tables: int = 0
    notes: list[tuple[_Element, Passage]] = field(factory=list)
    typing: Typing | None = None

    def next_block(self, part: str) -> int:
        """Return the number of the next paragraph of a part."""
        block = self.blocks.get(part, 0)
        if block >= MAX_BLOCKS:
            raise refuse("bomb")
        self.blocks[part] = block + 1
        return block


def read_blocks(container: _Element, story: Story, place: Place) -> tuple[Paragraph | Table, ...]:
    """Return the paragraphs and tables of a container in reading order, each text box after its host."""
    out: Blocks = []
    _walk(container, story, place, None, out)
    return tuple(out)


def _walk(container: _Element, story: Story, place: Place, item: Item | None, out: Blocks) -> None:
    for child in container:
        tag = child.tag
        if tag in (n.P, n.H):
            _paragraph(child, story, place, item, out)
            item = None if item is None else evolve(item, label=None)
        elif tag == n.LIST:
            _list(child, story, place, item, out)
        elif tag == n.TABLE:
            out.append(_table(child, story, place))
        elif tag == n.draw("frame"):
            for box in child.iterchildren(n.TEXT_BOX):
                _walk(box, story, evolve(place, boxed=True), None, out)
        elif tag in _WRAPPERS and child.get(n.text("display")) != "none":
            _walk(child, story, place, item, out)


def _list(element: _Element, story: Story, place: Place, outer: Item | None, out: Blocks) -> None:
    """Read a list; each item's label goes to its first paragraph."""
    style = element.get(n.STYLE_NAME) or (outer.style if outer else None)
    level = outer.level + 1 if outer else 0
    running = outer.running if outer else story.lists.enter(element)
    for child in element:
        if child.tag not in (n.LIST_ITEM, n.LIST_HEADER):
            continue
        label = None
        if child.tag == n.LIST_ITEM and any(e.tag in (n.P, n.H) for e in child):
            label = story.lists.label(running, style, level, child.get(n.text("start-value")))
        _walk(child, story, place, Item(running, style, level, label), out)


def _paragraph(element: _Element, story: Story, place: Place, item: Item | None, out: Blocks) -> None:
    style = element.get(n.STYLE_NAME)
    content = Inline(story.sheet, style)
    collect(element, content)
    pieces = content.pieces
    if story.typing is not None:
        pieces = pieces_to_unicode(pieces, [look.font for look in content.formats], story.typing)
    line = line_of(pieces, content.formats)
    outline = _outline_level(element, story, style)
    label = (item.label if item else None) or ""
    if item is None and element.tag == n.H and outline is not None and element.get(_IS_HEADER) != "true":
        label = story.lists.heading_label(outline)
    paragraph = Paragraph(
        text=line.text,
        part=place.part,
        block=story.next_block(place.part),
        label=label,
        list_level=item.level if item and label else None,
        runs=line.runs,
        layout=story.sheet.layout(style),
        style=story.sheet.paragraph_name(style),
        outline_level=outline,
        cell=place.cell,
        boxed=place.boxed,
        origin=line.origin,
    )
    out.append(paragraph)
    for offset, note in content.notes:
        at = line.offset(offset)
        story.notes.append((note, Passage(paragraph, at, at)))
    for box in content.boxes:
        _walk(box, story, evolve(place, boxed=True), None, out)


def _outline_level(element: _Element, story: Story, style: str | None) -> int | None:
    """Return 0 to 8 for a heading, None for anything else."""
    level = element.get(n.text("outline-level")) if element.tag == n.H else None
    if element.tag == n.H and level is None:
        level = "1"
    if level is None:
        levels = (e.get(n.style("default-outline-level")) for e in story.sheet.chain("paragraph", style))
        level = next((value for value in reversed(list(levels)) if value is not None), None)
    return int(level) - 1 if level and level.isdecimal() and 1 <= int(level[:3]) <= 9 else None


def _table(element: _Element, story: Story, place: Place) -> Table:
    """Read a table; a merged cell stands once, at its top left corner."""
    index = story.tables
    story.tables += 1
    part: Part = "table" if place.part == "body" else place.part
    rows: list[tuple[Cell, ...]] = []
    boxed = False
    for row in _rows(element):
        cells: list[Cell] = []
        col = 0
        for cell in row:
            if cell.tag not in (n.CELL, n.COVERED):
                continue
            if cell.tag == n.CELL:
                at = (index, len(rows), col) if part == "table" else None
                content = read_blocks(cell, story, Place(part, at, place.boxed))
                spans = [_count(cell, n.table(f"number-{name}-spanned")) for name in ("rows", "columns")]
                cells.append(Cell(len(rows), col, spans[0], spans[1], content))
                look = merged(story.sheet.chain("table-cell", cell.get(n.table("style-name"))), _CELL_LOOK)
                boxed = boxed or has_border(look)
            col += _count(cell, n.table("number-columns-repeated"))
        rows.append(tuple(cells))
    return Table(index, tuple(rows), boxed)


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        if child.tag == n.ROW:
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from _rows(child)


def _count(element: _Element, name: str) -> int:
    value = element.get(name, "1")
    return min(max(int(value[:6]), 1), _MOST_COLUMNS) if value.isdecimal() else 1


_MOST_COLUMNS: Final = 1000
_CELL_LOOK: Final = "table-cell-properties"
_IS_HEADER: Final = n.text("is-list-header")
_ROW_GROUPS: Final = frozenset(
    n.table(name) for name in ("table-header-rows", "table-rows", "table-row-group")
)
_WRAPPERS: Final = frozenset(
    {
        n.text("section"),
        n.text("index-body"),
        n.text("index-title"),
        n.text("table-of-content"),
        n.text("alphabetical-index"),
        n.text("numbered-paragraph"),
        n.office("text"),
    }
)
