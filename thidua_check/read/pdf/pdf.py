"""From the bytes of a PDF to a Document."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from thidua_check.document import Document
from thidua_check.read.pdf.furniture import without_furniture
from thidua_check.read.pdf.layer import read_layer
from thidua_check.read.pdf.process import read_pages
from thidua_check.read.pdf.tables import with_tables
from thidua_check.read.plain import from_lines, unplaced
from thidua_check.read.refusals import refuse

_LEAST: Final = 40  # visible characters of a page, on the average; scans have none or a stamp


def read_pdf(data: bytes, *, path: str, sha256: str) -> Document:
    """Read the text layer of a PDF; raise UnreadableError without one, where it is locked, or without the extra.

    Paragraphs know their page, counted from 1. They have no source lines, and no layout is claimed: margins, spacing
    and alignment are not written in a PDF.
    """
    pages = without_furniture(read_pages(data))
    rows = (
        row
        for page in pages
        for row in (*page.rows, *(r for g in page.grids for c in g.cells for r in c.rows))
    )
    seen = sum(len(piece.text) for row in rows for piece in row.pieces)
    if seen < _LEAST * max(1, len(pages)):
        raise refuse("scan")
    layer = read_layer(pages)
    document = from_lines(layer.lines, path=path, sha256=sha256, kind="pdf")
    body = with_tables(document.body, layer.tables, layer.typing)
    return unplaced(evolve(document, body=body, converted=layer.typing))
