"""The text of a draft with the places of the findings marked in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from thidua_check.anatomy.model import Anatomy
from thidua_check.document import Cell, Document, Paragraph, Passage, Run, Table
from thidua_check.render.context import Key
from thidua_check.render.html.marks import Mark, Piece, marks, pieces
from thidua_check.render.html.markup import both, inline, kept
from thidua_check.render.html.places import Sheet
from thidua_check.render.html.words import said
from thidua_check.render.words import PHRASES

# Characters of a stretch of text that a browser lays out as one; the style sheet estimates the height of that many.
_STRETCH = 4000
_DEEPEST = 6
_NARROW = 4  # columns that still fit a telephone


@frozen
class Sides:
    """What is known of the paragraphs of a draft besides their text, by part and block."""

    marks: Mapping[Key, tuple[Mark, ...]]
    headings: Mapping[Key, int]
    bold: frozenset[Key]
    centred: frozenset[Key]
    notes: Mapping[Key, tuple[tuple[int, int], ...]]
    prefix: str
    numbered_lines: bool


def text_html(sheet: Sheet) -> str:
    """Return the text of the draft: page header, body, notes, page footer."""
    document, name = sheet.checked.draft.document, f"{sheet.name}-text"
    sides = _sides(sheet)
    lines = any(p.lines for p in document.paragraphs[:1])
    pages = any(p.page for p in document.paragraphs[:1])
    hint = said("line") if lines else said("page") if pages else ""
    parts = [
        f'<section class="draft{" numbered" if hint else ""}" id="{name}" aria-labelledby="{name}-h {sheet.name}-h">',
        f'<h3 id="{name}-h">{said("text")}</h3>',
        f'<p class="hint">{hint}</p>' if hint else "",
        '<div class="sheet" lang="vi">',
        _apart("page_header", document.headers, sides),
    ]
    parts += (f'<div class="stretch">{words}</div>' for words in _stretches(document, sides))
    parts.append(_notes(document, sides))
    parts.append(_apart("page_footer", document.footers, sides))
    return "".join(parts) + "</div></section>"


def _sides(sheet: Sheet) -> Sides:
    document, anatomy = sheet.checked.draft.document, sheet.checked.draft.anatomy
    headings = {_key(h.paragraph): min(3 + h.level, _DEEPEST) for h in anatomy.all_headings if not h.run_in}
    bold = {_key(p.paragraph) for h in anatomy.all_headings if not h.run_in for p in h.passages[1:]}
    anchors: dict[Key, list[tuple[int, int]]] = {}
    for number, note in enumerate(document.notes):
        if note.anchor is not None:
            anchors.setdefault(_key(note.anchor.paragraph), []).append((note.anchor.end, number))
    return Sides(
        marks(sheet),
        headings,
        frozenset(bold),
        frozenset() if document.has_layout else frozenset(_in_the_middle(anatomy)),
        {key: tuple(sorted(found)) for key, found in anchors.items()},
        sheet.name,
        not document.has_layout,
    )


def _key(paragraph: Paragraph) -> Key:
    return paragraph.part, paragraph.block


def _in_the_middle(anatomy: Anatomy) -> Iterator[Key]:
    """Yield the paragraphs that stand in the middle of the page by their role, for formats that show no layout."""
    fields = (field.passages for field in (anatomy.type, anatomy.subject) if field)
    lines = (passage for passage in (anatomy.national, anatomy.motto) if passage)
    passages: list[Passage] = [*(p for found in fields for p in found), *lines]
    yield from (_key(p.paragraph) for p in passages)


def _stretches(document: Document, sides: Sides) -> Iterator[str]:
    """Yield the body in stretches of about the same length, so that a browser lays out only those in sight."""
    parts: list[str] = []
    size = 0
    for block in document.body:
        table = isinstance(block, Table)
        parts.append(_table(block, sides) if isinstance(block, Table) else _paragraph(block, sides))
        size += sum(len(p.text) for p in block.paragraphs()) if isinstance(block, Table) else len(block.text)
        if size >= _STRETCH or table:
            yield "".join(parts)
            parts, size = [], 0
    if parts:
        yield "".join(parts)


def _paragraph(paragraph: Paragraph, sides: Sides) -> str:
    key = _key(paragraph)
    level = sides.headings.get(key)
    element = f"h{level}" if level else "p"
    classes = " ".join(_classes(paragraph, key, sides))
    margin = _margin(paragraph)
    return (
        f'<{element} id="{sides.prefix}{paragraph.part}{paragraph.block}"'
        f"{f' class={chr(34)}{classes}{chr(34)}' if classes else ''}"
        f"{f' data-at={chr(34)}{margin}{chr(34)}' if margin else ''}>"
        f"{_label(paragraph)}{_words(paragraph, sides)}</{element}>"
    )


def _classes(paragraph: Paragraph, key: Key, sides: Sides) -> Iterator[str]:
    if paragraph.layout.alignment in ("center", "right"):
        yield str(paragraph.layout.alignment)
    elif key in sides.centred:
        yield "center"
    if key in sides.bold:
        yield "strong"


def _margin(paragraph: Paragraph) -> str:
    if paragraph.lines:
        return str(paragraph.lines[0][1])
    return str(paragraph.page) if paragraph.page else ""


def _label(paragraph: Paragraph) -> str:
    return f"{inline(paragraph.label)} " if paragraph.label else ""


def _words(paragraph: Paragraph, sides: Sides) -> str:
    """Return the words of a paragraph with formatting, marks and the signs of notes."""
    key = _key(paragraph)
    found, notes = sides.marks.get(key, ()), sides.notes.get(key, ())
    if not found and not notes and len(paragraph.runs) < 2:
        return _formatted(kept(paragraph.text), next(iter(paragraph.runs), None))
    parts: list[str] = []
    for piece in pieces(paragraph, found, [at for at, _ in notes]):
        parts += (_sign(number, sides) for at, number in notes if at == piece.start)
        parts += (_number(mark, sides) for mark in piece.opening)
        parts.append(_marked(paragraph, piece))
    return "".join(parts)


def _marked(paragraph: Paragraph, piece: Piece) -> str:
    words = _formatted(kept(paragraph.text[piece.start : piece.end]), piece.run)
    if not piece.inside or not words:
        return words
    numbers = " ".join(str(number) for number in dict.fromkeys(m.number for m in piece.inside))
    return f'<mark class="{piece.grade}" data-for="{numbers}">{words}</mark>'


def _formatted(words: str, run: Run | None) -> str:
    if run is None or not words:
        return words
    for element, on in (("u", run.underline), ("i", run.italic), ("b", run.bold)):
        words = f"<{element}>{words}</{element}>" if on else words
    return f'<span class="caps">{words}</span>' if run.caps else words


def _number(mark: Mark, sides: Sides) -> str:
    here = f" ◄ {both(PHRASES['here'])}" if mark.absent else ""
    return (
        f'<a class="n {mark.grade}" id="{sides.prefix}f{mark.number}p{mark.nth}" href="#{sides.prefix}f{mark.number}"'
        f' data-for="{mark.number}" role="doc-noteref">{mark.number}{here}</a>'
    )


def _sign(number: int, sides: Sides) -> str:
    return f'<sup><a href="#{sides.prefix}note-{number}" role="doc-noteref">[{number + 1}]</a></sup>'


def _table(table: Table, sides: Sides) -> str:
    rows = "".join(f"<tr>{''.join(_cell(cell, sides) for cell in row)}</tr>" for row in table.rows)
    if table.boxed is False:
        return f'<table class="plain" role="presentation">{rows}</table>'
    wide = max((cell.col + cell.colspan for row in table.rows for cell in row), default=0) > _NARROW
    if not wide:
        return f"<table>{rows}</table>"
    name = f"{sides.prefix}table-{table.index}"
    return (
        f'<div class="wide" role="region" tabindex="0" aria-labelledby="{name}"><table>'
        f'<caption class="unseen" id="{name}">{said("table")} {table.index + 1}</caption>{rows}</table></div>'
    )


def _cell(cell: Cell, sides: Sides) -> str:
    spans = "".join(
        f' {name}="{n}"' for name, n in (("rowspan", cell.rowspan), ("colspan", cell.colspan)) if n > 1
    )
    content = "".join(
        _table(b, sides) if isinstance(b, Table) else _paragraph(b, sides) for b in cell.content
    )
    return f"<td{spans}>{content}</td>"


def _notes(document: Document, sides: Sides) -> str:
    if not document.notes:
        return ""
    notes = "".join(
        f'<div class="note" id="{sides.prefix}note-{number}"><span class="sign">{inline(note.mark)}</span>'
        f"{''.join(_paragraph(p, sides) for p in note.paragraphs)}</div>"
        for number, note in enumerate(document.notes)
    )
    return f'<div class="stretch apart"><p class="what">{said("notes")}</p>{notes}</div>'


def _apart(key: str, paragraphs: Iterable[Paragraph], sides: Sides) -> str:
    words = "".join(_paragraph(p, sides) for p in paragraphs if p.text.strip())
    return f'<div class="apart"><p class="what">{said(key)}</p>{words}</div>' if words else ""
