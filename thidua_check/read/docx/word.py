"""From the bytes of a Word file to a Document."""

from __future__ import annotations

from lxml.etree import _Element

from thidua_check.document import Document, Paragraph, Table
from thidua_check.read.docx import names as n
from thidua_check.read.docx.body import read_blocks
from thidua_check.read.docx.notes import read_margins, read_notes
from thidua_check.read.docx.numbering import Counters, read_numbering
from thidua_check.read.docx.package import Package, open_package
from thidua_check.read.docx.sections import read_page
from thidua_check.read.docx.story import Place, Story, Traced
from thidua_check.read.docx.styles import StyleSheet, read_styles
from thidua_check.read.refusals import refuse


def read_docx(data: bytes, *, path: str, sha256: str) -> Document:
    """Read a Word file; raise UnreadableError where it is damaged, no Word file, out of bounds, or without text."""
    package = open_package(data)
    settings = package.related("settings")
    story = _story(package)
    body = _read_body(package, story)
    document = Document(
        path=path,
        sha256=sha256,
        format="docx",
        body=body,
        notes=read_notes(package, settings, story),
        headers=read_margins(package, settings, story, "header"),
        footers=read_margins(package, settings, story, "footer"),
        sections=tuple(read_page(section) for section in story.sections),
        has_layout=True,
    )
    if not any(p.label or p.text.strip() for p in document.everything):
        raise refuse("blank")
    return document


def walk(package: Package) -> list[Traced]:
    """Return the paragraphs of the body and its tables and boxes with the elements they come from, in order."""
    story = _story(package)
    _read_body(package, story)
    return story.trace


def _story(package: Package) -> Story:
    sheet = _style_sheet(package)
    return Story(sheet, Counters(sheet.numbering), blocks={}, tables=[0])


def _style_sheet(package: Package) -> StyleSheet:
    sheet = read_styles(package.related("styles"), package.related("theme"))
    sheet.numbering = read_numbering(package.related("numbering"), sheet.num_of)
    return sheet


def _read_body(package: Package, story: Story) -> tuple[Paragraph | Table, ...]:
    body = _main_body(package)
    return read_blocks(body, story, Place())


def _main_body(package: Package) -> _Element:
    root = package.xml(package.main)
    body = root.find(n.BODY) if root is not None else None
    if body is None:
        raise refuse("damaged-part")
    return body
