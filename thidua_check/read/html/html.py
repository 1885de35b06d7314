"""From the bytes of a page to a Document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import define, evolve, field, frozen
from lxml.etree import _Element

from thidua_check.document import Alignment, Cell, Document, Layout, Paragraph, Part, Table
from thidua_check.read.docx.labels import format_number
from thidua_check.read.docx.line import line_of
from thidua_check.read.docx.story import MAX_BLOCKS
from thidua_check.read.docx.styles import Format
from thidua_check.read.encoding import typing_of
from thidua_check.read.html.page import parse_page
from thidua_check.read.old_fonts import Typing, pieces_to_unicode
from thidua_check.read.refusals import refuse

Blocks = list[Paragraph | Table]

_WHITE: Final = re.compile(r"[ \t\r\n\f]+")
# What a style attribute says: "font-weight: bold", "text-align:center", "display:none", "mso-hide:all".
_BOLD: Final = re.compile(r"font-weight\s{0,3}:\s{0,3}(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC: Final = re.compile(r"font-style\s{0,3}:\s{0,3}italic", re.IGNORECASE)
_FAMILY: Final = re.compile(r"font-family\s{0,3}:\s{0,3}[\"']?([^;,\"']{1,60})", re.IGNORECASE)
_ALIGN: Final = re.compile(r"text-align\s{0,3}:\s{0,3}(left|center|right|justify)", re.IGNORECASE)
_HIDDEN: Final = re.compile(r"display\s{0,3}:\s{0,3}none|mso-hide\s{0,3}:\s{0,3}all", re.IGNORECASE)
_ALIGNMENTS: Final[dict[str, Alignment]] = {
    "left": "left", "center": "center", "right": "right", "justify": "both",
}  # fmt: skip
_SILENT: Final = frozenset(
    {"head", "script", "style", "title", "template", "noscript", "object", "svg", "select"}
)
_BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "ul",
    ]
)
_ROW_GROUPS: Final = frozenset({"thead", "tbody", "tfoot"})
_LIST_KINDS: Final = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_MOST_COLUMNS: Final = 1000
_PLAIN: Final = Format()


@frozen
class Place:
    """Where text stands and how it looks."""

    part: Part = "body"
    cell: tuple[int, int, int] | None = None
    look: Format = _PLAIN
    alignment: Alignment | None = None
    outline: int | None = None


@define
class Story:
    """What is carried along; ``pieces`` are those of the paragraph that is open."""

    typing: Typing | None = None
    pieces: list[str] = field(factory=list)
    looks: list[Format] = field(factory=list)
    label: str = ""
    blocks: dict[str, int] = field(factory=dict)
    tables: int = 0
    spaced: bool = True

    def add(self, text: str, look: Format) -> None:
        """Take up text of a paragraph; white space is joined as a browser does."""
        text = _WHITE.sub(" ", text)
        if self.spaced and text.startswith(" "):
            text = text[1:]
        if text:
            self.pieces.append(text)
            self.looks.append(look)
            self.spaced = text.endswith((" ", "\n"))

    def close(self, place: Place, out: Blocks) -> None:
        """End the paragraph that is open, if there is anything to see in it."""
        pieces, looks = self.pieces, self.looks
        self.pieces, self.looks, self.spaced = [], [], True
        if not "".join(pieces).strip():
            return
        pieces[-1] = pieces[-1].rstrip(" ")
        if self.typing is not None:
            pieces = pieces_to_unicode(pieces, [look.font for look in looks], self.typing)
        block = self.blocks.get(place.part, 0)
        if block >= MAX_BLOCKS:
            raise refuse("bomb")
        self.blocks[place.part] = block + 1
        line = line_of(pieces, looks)
        label, self.label = self.label, ""
        out.append(
            Paragraph(
                text=line.text,
                part=place.part,
                block=block,
                label=label,
                runs=line.runs,
                layout=Layout(alignment=place.alignment),
                outline_level=place.outline,
                cell=place.cell,
                origin=line.origin,
            )
        )


def read_html(data: bytes, *, path: str, sha256: str) -> Document:
    """Read a web page; raise UnreadableError where there is no text in it.

    No layout is claimed: a browser decides it.
    """
    root = parse_page(data)
    body, typing = _body(root, None), None
    typing = typing_of("\n".join(_texts(body)))
    if typing is not None:
        body = _body(root, typing)
    if not any(text.strip() for text in _texts(body)):
        raise refuse("blank")
    return Document(path=path, sha256=sha256, format="html", body=tuple(body), converted=typing)


def _body(root: _Element, typing: Typing | None) -> Blocks:
    story, out = Story(typing), list[Paragraph | Table]()
    _walk(root, story, Place(), out)
    story.close(Place(), out)
    return out


def _texts(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (p.text for p in block.paragraphs())
        else:
            yield block.text


def _walk(parent: _Element, story: Story, place: Place, out: Blocks) -> None:
    """Take up what stands in an element, its own text first."""
    story.add(parent.text or "", place.look)
    number = 0
    for child in parent:
        tag = str(child.tag)
        number += tag == "li"
        if tag == "table":
            story.close(place, out)
            out.append(_table(child, story, place))
        elif tag == "br":
            story.pieces.append("\n")
            story.looks.append(place.look)
            story.spaced = True
        elif tag not in _SILENT and not _HIDDEN.search(child.get("style", "")):
            _element(child, tag, story, _inside(child, tag, place), out, outer=place, number=number)
        story.add(child.tail or "", place.look)


def _element(
    child: _Element, tag: str, story: Story, inside: Place, out: Blocks, *, outer: Place, number: int
) -> None:
    """Take up an element; a block ends the paragraph before it and its own."""
    if tag not in _BLOCKS:
        _walk(child, story, inside, out)
        return
    story.close(outer, out)
    if tag == "li":
        story.label = _label(child, number)
    _walk(child, story, inside, out)
    story.close(inside, out)


def _inside(element: _Element, tag: str, place: Place) -> Place:
    """Return how text in an element looks and stands."""
    style = element.get("style", "")
    family = _FAMILY.search(style)
    look = place.look
    changed = evolve(
        look,
        bold=look.bold or tag in ("b", "strong", "th") or bool(_BOLD.search(style)),
        italic=look.italic or tag in ("i", "em") or bool(_ITALIC.search(style)),
        underline=look.underline or tag == "u",
        font=family[1].strip() if family else element.get("face") or look.font,
    )
    align = _ALIGN.search(style)
    asked = (align[1] if align else element.get("align", "center" if tag == "center" else "")).lower()
    return evolve(
        place,
        look=look if changed == look else changed,
        alignment=_ALIGNMENTS.get(asked, place.alignment),
        outline=int(tag[1]) - 1 if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else place.outline,
    )


def _label(item: _Element, number: int) -> str:
    """Return what a browser shows before an item of a list."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "•"
    start = parent.get("start", "1")
    first = int(start[:4]) if start.isdecimal() else 1
    return format_number(first + number - 1, _LIST_KINDS.get(parent.get("type", "1"), "decimal")) + "."


def _table(element: _Element, story: Story, place: Place) -> Table:
    """Read a table; a cell over several columns or rows stands once."""
    index = story.tables
    story.tables += 1
    rows: list[tuple[Cell, ...]] = []
    taken: dict[int, int] = {}
    for row in _rows(element):
        cells: list[Cell] = []
        col = 0
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while taken.get(col, 0) > len(rows):
                col += 1
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            inside = evolve(_inside(cell, str(cell.tag), place), part="table", cell=(index, len(rows), col))
            content: Blocks = []
            _walk(cell, story, inside, content)
            story.close(inside, content)
            cells.append(Cell(len(rows), col, down, across, tuple(content)))
            taken |= dict.fromkeys(range(col, col + across), len(rows) + down)
            col += across
        rows.append(tuple(cells))
    return Table(index, tuple(rows))


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from _rows(child)


def _span(cell: _Element, name: str) -> int:
    value = cell.get(name, "1")
    return min(max(int(value[:6]), 1), _MOST_COLUMNS) if value.isdecimal() else 1
