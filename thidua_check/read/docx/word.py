"""From the bytes of a Word file to a Document."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve
from lxml.etree import _Element

from thidua_check.document import Document, PageSetup, Paragraph, Table
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
from thidua_check.read.encoding import typing_of
from thidua_check.read.old_fonts import Typing
from thidua_check.read.refusals import refuse


def read_docx(data: bytes, *, path: str, sha256: str) -> Document:
    """Read a Word file; raise UnreadableError where it is damaged, no Word file, out of bounds, or without text."""
    package = open_package(data)
    root, repeats = parse_repeating(package.data(package.main) or b"")
    story, body = _read_body(_body(root), package, repeats)
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
        sections=_pages(story),
        page_numbers=headers.numbers + footers.numbers,
        has_layout=True,
        comments=read_comments(package),
        converted=story.typing,
    )
    if not any(p.text.strip() for p in document.everything):
        raise refuse("blank")
    return document


def _read_body(
    body: _Element, package: Package, repeats: Repeats, *, keeps_pieces: bool = False
) -> tuple[Story, tuple[Paragraph | Table, ...]]:
    """Return the blocks of the body, and what else was found in it.

    A body typed for fonts older than Unicode is read once more, now that it is known.
    """
    typing: Typing | None = None
    while True:
        story = evolve(_story(package, repeats), keeps_pieces=keeps_pieces, typing=typing)
        blocks = read_blocks(body, story, Place())
        if typing is not None:
            return story, blocks
        typing = _typing(blocks, story)
        if typing is None:
            return story, blocks


def _typing(blocks: tuple[Paragraph | Table, ...], story: Story) -> Typing | None:
    """Return for which fonts older than Unicode the words were typed, None for Unicode."""
    text = "\n".join(
        p.text for b in blocks for p in (b.paragraphs() if isinstance(b, Table) else (b,)) if p.text
    )
    if story.sheet.legacy_fonts() or not _VIETNAMESE.search(text):
        return typing_of(text)
    return None


def _pages(story: Story) -> tuple[PageSetup, ...]:
    """Return the pages of the sections, each with the paragraph that opens it."""
    starts = [0, *story.section_ends]
    ends = zip(starts, story.section_ends, strict=False)
    openings = [
        next((t.paragraph for t in story.trace[start:end] if t.paragraph.text.strip()), None)
        for start, end in ends
    ]
    return tuple(read_page(s, opens) for s, opens in zip(story.sections, openings, strict=True))


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
    return _read_body(_body(package.xml(package.main)), package, Repeats(), keeps_pieces=True)[0].trace


def _story(package: Package, repeats: Repeats) -> Story:
    sheet = read_styles(package.related("styles"), package.related("theme"))
    sheet.numbering = read_numbering(package.related("numbering"), sheet.num_of)
    return Story(sheet, Counters(sheet.numbering), repeats, blocks={}, tables=[0])


def _body(root: _Element | None) -> _Element:
    body = root.find(n.BODY) if root is not None else None
    if body is None:
        raise refuse("damaged-part")
    return body


# Letters with two marks or a dot below, which no Vietnamese page is without: "ộ", "ệ", "ạ"
_VIETNAMESE: Final = re.compile("[\u1ea0-\u1ef9]")
_MARGINS: Final = frozenset({n.HEADER_REFERENCE, n.FOOTER_REFERENCE})
