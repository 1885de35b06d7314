"""From the bytes of a Word file to a Document."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve
from lxml.etree import _Element

from thidua_check.document import Document
from thidua_check.read.docx import names as n
from thidua_check.read.docx.body import read_blocks
from thidua_check.read.docx.comments import read_comments
from thidua_check.read.docx.notes import read_margins, read_notes
from thidua_check.read.docx.numbering import Counters, read_numbering
from thidua_check.read.docx.package import Package, open_package
from thidua_check.read.docx.repeats import Repeats, parse_repeating
from thidua_check.read.docx.sections import read_page
from thidua_check.read.docx.story import Place, Story, Traced
from thidua_check.read.docx.styles import read_styles
from thidua_check.read.encoding import legacy_font
from thidua_check.read.refusals import refuse


def read_docx(data: bytes, *, path: str, sha256: str) -> Document:
    """Read a Word file; raise UnreadableError where it is damaged, no Word file, out of bounds, or without text."""
    package = open_package(data)
    root, repeats = parse_repeating(package.data(package.main) or b"")
    story = _story(package, repeats)
    body = read_blocks(_body(root), story, Place())
    settings = package.related("settings") if _needs_settings(story) else None
    notes = read_notes(package, settings, story)
    headers = read_margins(package, settings, story, "header")
    footers = read_margins(package, settings, story, "footer")
    document = Document(
        path=path,
        sha256=sha256,
        format="docx",
        body=body,
        notes=notes,
        headers=headers.paragraphs,
        footers=footers.paragraphs,
        sections=tuple(read_page(section) for section in story.sections),
        page_numbers=headers.numbers + footers.numbers,
        has_layout=True,
        comments=read_comments(package),
    )
    _refuse_unchecked(document, story)
    return document


def _refuse_unchecked(document: Document, story: Story) -> None:
    """Refuse a file whose words no check could read: none at all, or letters of a font older than Unicode."""
    text = "\n".join(p.text for p in document.everything)
    if not text.strip():
        raise refuse("blank")
    if story.sheet.legacy_fonts() or not _VIETNAMESE.search(text):
        name = legacy_font(text[:_SAMPLE])
        if name:
            raise refuse("vni" if name == "VNI" else "tcvn3")


def _needs_settings(story: Story) -> bool:
    """Return whether the settings decide anything: numbers of notes, or which headers and footers show."""
    return bool(story.marks) or any(
        child.tag in _MARGINS and child.get(n.TYPE) == "even"
        for section in story.sections
        for child in section
    )


def walk(package: Package) -> list[Traced]:
    """Return the paragraphs of the body and its tables and boxes with the elements they come from, in order.

    The elements belong to a whole tree of the main part as it was written, for whoever wants to write it again.
    """
    story = evolve(_story(package, Repeats()), keeps_pieces=True)
    read_blocks(_body(package.xml(package.main)), story, Place())
    return story.trace


def _story(package: Package, repeats: Repeats) -> Story:
    sheet = read_styles(package.related("styles"), package.related("theme"))
    sheet.numbering = read_numbering(package.related("numbering"), sheet.num_of)
    return Story(sheet, Counters(sheet.numbering), repeats, blocks={}, tables=[0])


def _body(root: _Element | None) -> _Element:
    body = root.find(n.BODY) if root is not None else None
    if body is None:
        raise refuse("damaged-part")
    return body


_SAMPLE: Final = 65_536
# Letters with two marks or a dot below, which no Vietnamese page is without: "ộ", "ệ", "ạ"
_VIETNAMESE: Final = re.compile("[\u1ea0-\u1ef9]")
_MARGINS: Final = frozenset({n.HEADER_REFERENCE, n.FOOTER_REFERENCE})
