"""Stories: the paragraphs and tables of the body, of a cell, of a box, of a note, of a header."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define
from lxml.etree import _Element

from thidua_check.document import Paragraph, Passage, Table
from thidua_check.read.docx import names as n
from thidua_check.read.docx.inline import Inline, branch, collect
from thidua_check.read.docx.line import line_of
from thidua_check.read.docx.properties import NO_PARAGRAPH_PROPS, ParagraphProps
from thidua_check.read.docx.repeats import Saying
from thidua_check.read.docx.story import Place, Story, Traced
from thidua_check.read.docx.tables import read_table
from thidua_check.read.old_fonts import pieces_to_unicode


@define
class _Pending:
    """A paragraph that is being read; one whose own mark is gone goes on in the next.

    A deleted mark takes its properties along; behind a hidden one (a style separator) they stay: ``leading``.
    """

    content: Inline
    elements: list[_Element]
    props: ParagraphProps
    leading: ParagraphProps | None = None


def read_blocks(container: _Element, story: Story, place: Place) -> tuple[Paragraph | Table, ...]:
    """Return the paragraphs and tables of a container in reading order, each text box after its host."""
    out: list[Paragraph | Table] = []
    pending: _Pending | None = None
    for element in _elements(container):
        if element.tag == n.P:
            pending = _paragraph(element, story, place, out, pending)
            continue
        _flush(pending, story, place, out)
        pending = None
        if element.tag == n.TBL:
            out.append(read_table(element, story, place, read_blocks))
        else:
            story.end_section(element)
    _flush(pending, story, place, out)
    return tuple(out)


def _elements(container: _Element) -> Iterator[_Element]:
    """Yield the paragraphs, tables and section ends of a container, looking through what only wraps them."""
    for child in container:
        tag = child.tag
        if tag in _BLOCKS:
            yield child
        elif tag in _WRAPPERS:
            yield from _elements(child)
        elif tag == n.ALTERNATE:
            chosen = branch(child)
            if chosen is not None:
                yield from _elements(chosen)


def _paragraph(
    element: _Element, story: Story, place: Place, out: list[Paragraph | Table], pending: _Pending | None
) -> _Pending | None:
    """Read one paragraph into ``out``; return it as pending where its mark is gone."""
    properties = element[0] if len(element) else None
    saying = _NOTHING
    if properties is not None and properties.tag == n.P_PR:
        saying = story.repeats.paragraph_props(properties)
    style = story.sheet.paragraph_style(saying.props.style)
    if pending is None:
        content = Inline(story.sheet, story.repeats, story.fields, style, place.table)
        content.trace = [] if story.keeps_pieces else None
        pending = _Pending(content, [], saying.props)
    pending.content.style = style
    pending.props = saying.props
    pending.elements.append(element)
    collect(element, pending.content)
    story.fields.end_paragraph()
    if saying.section is not None:
        story.end_section(saying.section, 1)
    elif saying.mark == "deleted" or (saying.mark == "hidden" and not pending.content.pieces):
        return pending
    elif saying.mark == "hidden":
        pending.leading = pending.leading or saying.props
        return pending
    _finish(pending, story, place, out)
    return None


def _flush(pending: _Pending | None, story: Story, place: Place, out: list[Paragraph | Table]) -> None:
    """Let a paragraph without a mark stand alone where no paragraph follows; nothing is left of an empty one."""
    if pending is not None and (pending.content.pieces or pending.content.boxes):
        _finish(pending, story, place, out)


def _finish(
    pending: _Pending,
    story: Story,
    place: Place,
    out: list[Paragraph | Table],
) -> None:
    """Turn what was collected into a paragraph, and its boxes into paragraphs behind it."""
    content = pending.content
    shape = story.sheet.shape(place.table, pending.leading or pending.props)
    pieces: Sequence[str] = content.pieces
    if story.typing is not None:
        pieces = pieces_to_unicode(pieces, [look.font for look in content.formats], story.typing)
    line = line_of(pieces, content.formats)
    label = story.counters.label(shape.num_id, shape.num_level) if shape.num_id else ""
    paragraph = Paragraph(
        text=line.text,
        part=place.part,
        block=story.next_block(place.part),
        label=label,
        list_level=shape.num_level if label else None,
        runs=line.runs,
        layout=shape.layout,
        style=shape.style,
        outline_level=shape.outline_level,
        cell=place.cell,
        boxed=place.boxed,
        origin=line.origin,
    )
    out.append(paragraph)
    story.trace.append(Traced(tuple(pending.elements), paragraph, tuple(content.trace or ())))
    for mark in content.marks:
        at = line.offset(mark.offset)
        story.marks.append((mark, Passage(paragraph, at, at)))
    boxed = Place(place.part, place.cell, None, boxed=True)
    for box in content.boxes:
        out.extend(read_blocks(box, story, boxed))


_NOTHING: Final = Saying(NO_PARAGRAPH_PROPS)
_BLOCKS: Final = frozenset({n.P, n.TBL, n.SECT_PR})
_WRAPPERS: Final = frozenset({n.SDT, n.SDT_CONTENT, n.CUSTOM_XML, n.SMART_TAG, n.INS, n.MOVE_TO})
