"""Changing a document that was read: words replaced, paragraphs taken out or exchanged, all else left as it was."""

from __future__ import annotations

from collections.abc import Callable, Collection

from attrs import evolve

from thidua_check.document import Document, Paragraph, Passage, Run, Table

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
