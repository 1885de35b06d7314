"""What is carried along while a story (body, note, header) is read."""

from __future__ import annotations

from typing import Final

from attrs import define, field, frozen
from lxml.etree import _Element

from thidua_check.document import Paragraph, Part, Passage
from thidua_check.read.docx.fields import Fields
from thidua_check.read.docx.inline import Mark, Piece
from thidua_check.read.docx.numbering import Counters
from thidua_check.read.docx.repeats import Repeats
from thidua_check.read.docx.styles import StyleSheet
from thidua_check.read.old_fonts import Typing
from thidua_check.read.refusals import refuse

MAX_BLOCKS: Final = 200_000  # paragraphs of one part; a page has some 30


@frozen
class Place:
    """Where the blocks of a container stand. ``table`` is the table's style, "" for none, None outside tables."""

    part: Part = "body"
    cell: tuple[int, int, int] | None = None
    table: str | None = None
    boxed: bool = False


@frozen
class Traced:
    """A paragraph with the ``w:p`` elements it was read from (several where deleted marks joined them).

    ``pieces`` are its own characters in their elements, kept by ``walk`` only.
    """

    elements: tuple[_Element, ...]
    paragraph: Paragraph
    pieces: tuple[Piece, ...] = ()


@define
class Story:
    """What is carried along while a story is read; ``blocks`` and ``tables`` count through the whole document.

    ``section_ends`` tells how many paragraphs were traced when each section ended. ``typing`` is set where the letters are those of fonts older than Unicode.
    """

    sheet: StyleSheet
    counters: Counters
    repeats: Repeats
    blocks: dict[str, int]
    tables: list[int]
    fields: Fields = field(factory=Fields)
    trace: list[Traced] = field(factory=list)
    keeps_pieces: bool = False
    typing: Typing | None = None
    marks: list[tuple[Mark, Passage]] = field(factory=list)
    sections: list[_Element] = field(factory=list)
    section_ends: list[int] = field(factory=list)

    def end_section(self, section: _Element, paragraphs: int = 0) -> None:
        """Take up the properties of a section that ends here, or so many paragraphs further on."""
        self.sections.append(section)
        self.section_ends.append(len(self.trace) + paragraphs)

    def next_block(self, part: str) -> int:
        """Return the number of the next paragraph of a part."""
        block = self.blocks.get(part, 0)
        if block >= MAX_BLOCKS:
            raise refuse("bomb")
        self.blocks[part] = block + 1
        return block
