"""Footnotes, endnotes, headers and footers: the stories beside the body."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from attrs import evolve, frozen
from lxml.etree import _Element

from thidua_check.document import Note, PageNumber, Paragraph, Passage, Table
from thidua_check.read.docx import names as n
from thidua_check.read.docx.body import read_blocks
from thidua_check.read.docx.fields import Fields
from thidua_check.read.docx.inline import Mark
from thidua_check.read.docx.labels import format_number
from thidua_check.read.docx.numbering import Counters
from thidua_check.read.docx.package import Package
from thidua_check.read.docx.page_numbers import page_numbers
from thidua_check.read.docx.properties import child_value, number, switched_on
from thidua_check.read.docx.repeats import Repeats
from thidua_check.read.docx.sections import is_arabic, on_first_page, shown
from thidua_check.read.docx.story import Place, Story

Kind = Literal["footnote", "endnote"]


def read_notes(package: Package, settings: _Element | None, story: Story) -> tuple[Note, ...]:
    """Return the notes that the body refers to, footnotes first, in the order of their marks."""
    return (*_notes("footnote", package, settings, story), *_notes("endnote", package, settings, story))


@frozen
class Margin:
    """The headers or the footers of a document: their paragraphs and the page numbers among them."""

    paragraphs: tuple[Paragraph, ...]
    numbers: tuple[PageNumber, ...]


def read_margins(
    package: Package, settings: _Element | None, story: Story, kind: Literal["header", "footer"]
) -> Margin:
    """Return the headers or footers that are shown, each part once, tables flattened."""
    even = settings.find(n.EVEN_AND_ODD_HEADERS) if settings is not None else None
    shows = shown(story.sections, kind, even is not None and switched_on(even))
    relations = package.relations(package.main)
    parts: dict[str, int] = {}
    for relation, section in shows.items():
        if relation in relations:
            parts.setdefault(relations[relation].part, section)
    opening = relations.get(on_first_page(story.sections, kind) or "")
    out: list[Paragraph] = []
    numbers: list[PageNumber] = []
    for part, section in parts.items():
        root = package.xml(part)
        if root is None:
            continue
        seen = len(story.trace)
        out.extend(_flat(read_blocks(root, _beside(story), Place(part=kind))))
        first = opening is not None and opening.part == part
        found = page_numbers(root, story.trace[seen:], on_first=first)
        plain = is_arabic(story.sections[section])
        numbers.extend(evolve(number, section=section, arabic=number.arabic and plain) for number in found)
    return Margin(tuple(out), tuple(numbers))


def _notes(kind: Kind, package: Package, settings: _Element | None, story: Story) -> Iterable[Note]:
    marks = [(mark, anchor) for mark, anchor in story.marks if mark.kind == kind]
    root = package.related(kind + "s") if marks else None
    if root is None:
        return
    elements = {element.get(n.ID) or "": element for element in root.iterchildren(_ELEMENTS[kind])}
    labels = _labels(kind, marks, settings, story)
    for (mark, anchor), label in zip(marks, labels, strict=True):
        element = elements.pop(mark.id, None)
        if element is not None:
            blocks = read_blocks(element, _beside(story), Place(part="note"))
            yield Note(label, kind, tuple(_flat(blocks)), anchor)


def _labels(
    kind: Kind, marks: list[tuple[Mark, Passage]], settings: _Element | None, story: Story
) -> list[str]:
    """Return the printed mark of each note; one with its own sign is not counted."""
    own = story.sections[-1].find(_PROPERTIES[kind]) if story.sections else None
    general = settings.find(_PROPERTIES[kind]) if settings is not None else None
    fmt = child_value(own, n.NUM_FMT) or child_value(general, n.NUM_FMT) or _FORMATS[kind]
    start = number(child_value(own, n.NUM_START) or child_value(general, n.NUM_START))
    value = 1 if start is None else start
    out: list[str] = []
    for mark, _ in marks:
        out.append(format_number(value, fmt) if mark.custom is None else mark.custom)
        value += mark.custom is None
    return out


def _beside(story: Story) -> Story:
    """Return a story of its own that counts blocks and tables with the body but not its lists and fields."""
    counters = Counters(story.counters.numbering)
    return evolve(
        story, counters=counters, repeats=Repeats(), fields=Fields(), marks=[], sections=[], section_ends=[]
    )


def _flat(blocks: tuple[Paragraph | Table, ...]) -> Iterable[Paragraph]:
    for block in blocks:
        if isinstance(block, Table):
            yield from block.paragraphs()
        else:
            yield block


_ELEMENTS: Final = {"footnote": n.FOOTNOTE, "endnote": n.ENDNOTE}
_PROPERTIES: Final = {"footnote": n.FOOTNOTE_PR, "endnote": n.ENDNOTE_PR}
_FORMATS: Final = {"footnote": "decimal", "endnote": "lowerRoman"}
