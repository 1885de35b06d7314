"""Changing a document that was read: words replaced, paragraphs taken out or exchanged, all else left as it was."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence

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


def difference(before: Document, after: Document) -> frozenset[Sequence[str]]:
    """Return what two states of a document differ in, told alike in every typing of it.

    Each entry holds the words that were there (those of the paragraph above where nothing was), the words now, and
    the look that is new.
    """
    old, out, above = {key(p): p for p in before.everything}, set(), ""
    for paragraph in after.everything:
        was, words = old.pop(key(paragraph), None), _plain(paragraph)
        if was is None:
            out.add((f"behind {above}", words, _looks(paragraph)))
        elif _plain(was) != words:
            out.add((_plain(was), words, ""))
        elif was != paragraph:
            out.add((words, words, _new_looks(was, paragraph)))
        above = words
    gone = {(_plain(paragraph), "", "") for paragraph in old.values()}
    return frozenset(out | gone | set(_of_pages(before, after)))


def _plain(paragraph: Paragraph) -> str:
    return " ".join(unicodedata.normalize("NFC", f"{paragraph.label} {paragraph.text}").split())


def _looks(paragraph: Paragraph) -> str:
    return " ".join(sorted({repr(_look(run)) for run in paragraph.runs}))


def _look(run: Run) -> tuple[object, ...]:
    return run.bold, run.italic, run.size, run.font, run.color


def _new_looks(before: Paragraph, after: Paragraph) -> str:
    """Return the looks that a paragraph had not, with the words that have them, and its layout if that is new."""
    known = {_look(run) for run in before.runs}
    new = {
        (repr(_look(run)), after.text[run.start : run.end].strip())
        for run in after.runs
        if _look(run) not in known
    }
    whole = {look for look, _ in new} if len(after.runs) == len(before.runs) else new
    layout = repr(after.layout) if after.layout != before.layout else ""
    return f"{sorted(map(repr, whole))} {layout}"


def _of_pages(before: Document, after: Document) -> Iterator[Sequence[str]]:
    """Yield what is new of the pages, their numbers, the tables' lines and the typing."""
    if before.sections != after.sections:
        yield "pages", "", repr(after.sections)
    if before.page_numbers != after.page_numbers:
        shown = [(n.paragraph.part, n.alignment, n.first, _looks(n.paragraph)) for n in after.page_numbers]
        yield "page number", "", repr(shown)
    for one, other in zip(before.tables, after.tables, strict=False):
        if one.boxed != other.boxed:
            yield "lines", "".join(_plain(p) for p in other.paragraphs()), ""
    if before.converted != after.converted:
        yield "typing", _plain(after.everything[0]), str(after.converted)


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
