"""Changing a document that was read: words replaced, paragraphs taken out or exchanged, all else left as it was."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from attrs import evolve

from thidua_check.document import Cell, Document, Paragraph, Passage, Run, Table

Key = tuple[str, int]
Change = Callable[[Paragraph], Paragraph | None]


def key(paragraph: Paragraph) -> Key:
    """Return what tells a paragraph from all others of its document."""
    return paragraph.part, paragraph.block


def changed(document: Document, change: Change) -> Document:
    """Return the document with every paragraph passed through ``change``; None takes it out."""

    def blocks(content: tuple[Paragraph | Table, ...]) -> tuple[Paragraph | Table, ...]:
        out: list[Paragraph | Table] = []
        for block in content:
            if isinstance(block, Table):
                rows = tuple(
                    tuple(evolve(cell, content=blocks(cell.content)) for cell in row) for row in block.rows
                )
                out.append(evolve(block, rows=rows))
            elif (new := change(block)) is not None:
                out.append(new)
        return tuple(out)

    notes = tuple(
        evolve(note, paragraphs=tuple(new for p in note.paragraphs if (new := change(p)) is not None))
        for note in document.notes
    )
    return evolve(document, body=blocks(document.body), notes=notes)


def replaced(document: Document, passage: Passage, text: str) -> Document:
    """Return the document with other words in the place of a passage; runs and source lines keep their places."""
    target = key(passage.paragraph)
    return changed(document, lambda p: _with(p, passage.start, passage.end, text) if key(p) == target else p)


def without(document: Document, keys: Collection[Key]) -> Document:
    """Return the document without some paragraphs."""
    return changed(document, lambda p: None if key(p) in keys else p)


def with_paragraph(document: Document, before: Paragraph, text: str) -> tuple[Document, Key]:
    """Return the document with one more paragraph, which looks like the one it stands behind, and its key."""
    number = 1 + max(p.block for p in document.everything if p.part == before.part)
    runs = tuple(evolve(run, start=0, end=len(text)) for run in before.runs[:1])
    lines = tuple((0, line) for _, line in before.lines[-1:])
    new = evolve(before, text=text, block=number, runs=runs, lines=lines, label="", origin=None)
    return _behind(document, before, new), key(new)


def with_end(document: Document, texts: Sequence[str]) -> tuple[Document, tuple[Key, ...]]:
    """Return the document with paragraphs at its very end, and their keys."""
    first = 1 + max((p.block for p in document.everything if p.part == "body"), default=-1)
    line = max((line for p in document.paragraphs for _, line in p.lines), default=0)
    new = tuple(
        Paragraph(
            text,
            block=first + n,
            runs=(Run(0, len(text), font="Times New Roman", size=14.0),),
            lines=((0, line + 2 + 2 * n),) if line else (),
        )
        for n, text in enumerate(texts)
    )
    return evolve(document, body=(*document.body, *new)), tuple(key(p) for p in new)


def with_table(
    document: Document, before: Paragraph, rows: Sequence[Sequence[str]]
) -> tuple[Document, tuple[Key, ...]]:
    """Return the document with a table behind a paragraph of its body, and the keys of the cells' paragraphs."""
    first = 1 + max((p.block for p in document.everything if p.part == "table"), default=-1)
    index = len(document.tables)
    keys: list[Key] = []
    made: list[tuple[Cell, ...]] = []
    for r, texts in enumerate(rows):
        cells = []
        for c, text in enumerate(texts):
            run = Run(0, len(text), bold=r in (0, len(rows) - 1), font="Times New Roman", size=13.0)
            paragraph = Paragraph(text, "table", first + len(keys), runs=(run,), cell=(index, r, c))
            keys.append(key(paragraph))
            cells.append(Cell(r, c, 1, 1, (paragraph,)))
        made.append(tuple(cells))
    return _behind(document, before, Table(index, tuple(made))), tuple(keys)


def _behind(document: Document, before: Paragraph, new: Paragraph | Table) -> Document:
    body: list[Paragraph | Table] = []
    for block in document.body:
        body.append(block)
        if isinstance(block, Paragraph) and key(block) == key(before):
            body.append(new)
    return evolve(document, body=tuple(body))


def _with(paragraph: Paragraph, start: int, end: int, text: str) -> Paragraph:
    grown = len(text) - (end - start)

    def moved(offset: int) -> int:
        if offset <= start:
            return offset
        return max(start, offset + grown) if offset >= end else min(offset, start + len(text))

    runs = tuple(evolve(run, start=moved(run.start), end=moved(run.end)) for run in paragraph.runs)
    return evolve(
        paragraph,
        text=paragraph.text[:start] + text + paragraph.text[end:],
        runs=tuple(run for run in runs if isinstance(run, Run) and run.end > run.start),
        lines=tuple((moved(offset), line) for offset, line in paragraph.lines),
        origin=None,
    )
