"""Taking a document apart: head, text with its sections, closing blocks, attachments."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from thidua_check.anatomy.head import Head, head_of
from thidua_check.anatomy.headings import structure_of
from thidua_check.anatomy.lines import lines_of
from thidua_check.anatomy.model import Anatomy, Attachment, Field
from thidua_check.anatomy.phrases import Kind, kind_of, type_end
from thidua_check.anatomy.tail import closing_of, tail_of
from thidua_check.anatomy.units import is_caps
from thidua_check.document import Document, Paragraph, Passage, Table
from thidua_check.text import fold


def analyse(document: Document) -> Anatomy:
    """Return which words of a document are which component (NĐ 30/2020/NĐ-CP, Điều 8)."""
    paragraphs = [p for p in document.paragraphs if p.text.strip()]
    tables = layout_tables(document)
    head = _head(document, paragraphs)
    tail = tail_of(paragraphs, head.stop)
    closing, mark = closing_of(paragraphs, head.stop, tail.start)
    main = tuple(
        p for p in paragraphs[head.stop : tail.start] if closing is None or p is not closing.paragraph
    )
    structure = structure_of(main, layout_tables=tables)
    return Anatomy(
        main=main,
        sections=structure.sections,
        numbered=structure.numbered,
        national=head.national,
        motto=head.motto,
        parent=head.parent,
        issuer=head.issuer,
        number_line=head.number_line,
        number=head.number,
        symbol=head.symbol,
        symbol_year=head.year,
        place_date=head.place_date,
        type=head.type,
        subject=head.subject,
        to=head.to,
        closing=closing,
        ending=Passage.whole(paragraphs[tail.start - 1]) if tail.start > head.stop else None,
        end_mark=mark,
        recipients_label=tail.recipients_label,
        recipients=tail.recipients,
        signature=tail.signature,
        attachments=_attachments(paragraphs[tail.stop :], tables),
        regime=head.regime,
    )


def _head(document: Document, paragraphs: Sequence[Paragraph]) -> Head:
    """Return the head; it may begin in the header part of the first page, where some templates put it."""
    above = [p for p in document.headers if p.text.strip() and not p.text.strip().isdigit()]
    kinds = {kind_of(line.text) for p in above for line in lines_of(p, 0)}
    if Kind.NATIONAL not in kinds:
        return head_of(paragraphs)
    head = head_of([*above, *paragraphs])
    return evolve(head, stop=max(head.stop - len(above), 0))


def layout_tables(document: Document) -> frozenset[int]:
    """Return the tables that only place text on the page: one cell, or a few cells that hold whole stretches of text."""
    return frozenset(table.index for table in document.tables if _is_layout(table))


def _is_layout(table: Table) -> bool:
    cells = [cell for row in table.rows for cell in row]
    if len(cells) == 1:
        return True
    filled = max(
        (sum(isinstance(b, Paragraph) and bool(b.text.strip()) for b in c.content) for c in cells), default=0
    )
    return filled >= 10 and len(table.rows) <= 4


def _attachments(paragraphs: Sequence[Paragraph], tables: frozenset[int]) -> tuple[Attachment, ...]:
    """Return what follows the signature, cut where a new head or annex label begins."""
    if not paragraphs:
        return ()
    starts = [0, *(i for i in range(1, len(paragraphs)) if _begins(paragraphs, i))]
    stops = [*starts[1:], len(paragraphs)]
    return tuple(_attachment(paragraphs[a:b], tables) for a, b in zip(starts, stops, strict=True))


_OPENERS = frozenset({Kind.NATIONAL, Kind.ANNEX, Kind.TYPE, Kind.PARTY})
_IN_HEAD = _OPENERS | {Kind.MOTTO, Kind.NUMBER, Kind.PLACE_DATE, Kind.CAPS, Kind.RULE}


def _first_kind(paragraph: Paragraph) -> Kind:
    """Return what the first line is; a type counts only where it stands alone, as at the head of a document."""
    line = next(lines_of(paragraph, 0), None)
    if line is None or len(paragraph.text) > 400 or paragraph.label:
        return Kind.OTHER
    kind = kind_of(line.text)
    return Kind.CAPS if kind == Kind.TYPE and type_end(line.text) != len(line.text) else kind


def _begins(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Tell whether a head begins here: an opener, or capital lines just above one, with other text before."""
    kind = _first_kind(paragraphs[index])
    if kind not in _IN_HEAD or _first_kind(paragraphs[index - 1]) in _IN_HEAD:
        return False
    for following in paragraphs[index : index + 5]:
        kind = _first_kind(following)
        if kind in _OPENERS:
            return True
        if kind not in _IN_HEAD:
            return False
    return False


def _attachment(paragraphs: Sequence[Paragraph], tables: frozenset[int]) -> Attachment:
    head = head_of(paragraphs)
    tail = tail_of(paragraphs, head.stop)
    body = tuple(paragraphs[head.stop : tail.start])
    return Attachment(
        title=_title(paragraphs, head),
        paragraphs=tuple(paragraphs),
        body=body,
        sections=structure_of(body, layout_tables=tables, outline=_is_outline(head)).sections,
    )


def _is_outline(head: Head) -> bool:
    return head.type is not None and fold(head.type.text).startswith("đề cương")


def _title(paragraphs: Sequence[Paragraph], head: Head) -> Field:
    fields = [f for f in (head.annex, head.type, head.subject) if f is not None]
    if fields:
        return Field(" ".join(f.text for f in fields), tuple(p for f in fields for p in f.passages))
    first = next((p for p in paragraphs[:6] if is_caps(p.text)), paragraphs[0])
    return Field(" ".join(first.text.split()), (Passage.whole(first),))
