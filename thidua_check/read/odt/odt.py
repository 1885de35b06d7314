"""From the bytes of an OpenDocument text to a Document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from attrs import evolve
from lxml.etree import _Element

from thidua_check.document import Document, Note, Paragraph, Table
from thidua_check.read.docx.package import Package, open_archive
from thidua_check.read.encoding import typing_of
from thidua_check.read.odt import names as n
from thidua_check.read.odt.body import Place, Story, read_blocks
from thidua_check.read.odt.lists import Lists
from thidua_check.read.odt.styles import Sheet
from thidua_check.read.refusals import refuse

_TYPE: Final = b"application/vnd.oasis.opendocument.text"
_OTHERS: Final = ((b"opendocument.spreadsheet", "xlsx"), (b"opendocument.presentation", "pptx"))


def read_odt(data: bytes, *, path: str, sha256: str) -> Document:
    """Read an OpenDocument text; raise UnreadableError where it is damaged, locked, out of bounds, or without text.

    Tracked changes count as accepted. No layout is claimed (``has_layout`` False), though looks and tables are
    there: how margins, headers and page numbers are said differs from Word, whose terms the layout rules speak.
    """
    package = open_archive(data)
    _refuse_others(package)
    content = package.xml("content.xml")
    text = content.find(f"{n.office('body')}/{n.office('text')}") if content is not None else None
    if content is None or text is None:
        raise refuse("damaged-part")
    styles = package.xml("styles.xml")
    sheet = Sheet()
    sheet.take(styles)
    sheet.take(content)
    story = Story(sheet, Lists(sheet))
    body = read_blocks(text, story, Place())
    typing = typing_of("\n".join(p.text for p in _flat(body)))
    if typing is not None:
        story = Story(sheet, Lists(sheet), typing=typing)
        body = read_blocks(text, story, Place())
    document = Document(
        path=path,
        sha256=sha256,
        format="odt",
        body=body,
        notes=tuple(_notes(story)),
        headers=_margins(styles, story, "header"),
        footers=_margins(styles, story, "footer"),
        converted=typing,
    )
    if not any(p.text.strip() for p in document.everything):
        raise refuse("blank")
    return document


def _refuse_others(package: Package) -> None:
    """Refuse another program's document and one that is locked."""
    kind = (package.data("mimetype") or _TYPE)[:200]
    for word, name in _OTHERS:
        if word in kind:
            raise refuse(name)
    manifest = package.data("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest or package.data("encrypted-package") is not None:
        raise refuse("encrypted")
    if _TYPE not in kind:
        raise refuse("zip")


def _notes(story: Story) -> Iterator[Note]:
    """Yield the notes, footnotes first, in the order of their marks."""
    marks = list(story.notes)
    kinds: tuple[Literal["footnote", "endnote"], ...] = ("footnote", "endnote")
    for kind in kinds:
        for element, anchor in marks:
            own = "endnote" if element.get(n.text("note-class")) == "endnote" else "footnote"
            if own != kind:
                continue
            citation, inside = element.find(n.NOTE_CITATION), element.find(n.NOTE_BODY)
            blocks = read_blocks(inside, evolve(story, notes=[]), Place("note")) if inside is not None else ()
            mark = "".join(citation.itertext()).strip() if citation is not None else ""
            yield Note(mark, kind, tuple(_flat(blocks)), anchor)


def _margins(
    styles: _Element | None, story: Story, kind: Literal["header", "footer"]
) -> tuple[Paragraph, ...]:
    """Return the headers or footers of the pages, tables flattened."""
    out: list[Paragraph] = []
    masters = styles.find(n.office("master-styles")) if styles is not None else None
    for master in masters if masters is not None else ():
        for margin in master.iterchildren(n.style(kind)):
            out.extend(_flat(read_blocks(margin, evolve(story, notes=[]), Place(kind))))
    return tuple(out)


def _flat(blocks: tuple[Paragraph | Table, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Table):
            yield from block.paragraphs()
        else:
            yield block
