"""The part that runs as a process of its own: from the bytes of a PDF to the rows of its pages, as JSON.

A damaged or hostile file can make pdfium crash, hang or fill the memory; here it takes nothing else along.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any, Final

MAX_PAGES: Final = 1500
MAX_MEMORY: Final = 3 * 1024**3
MAX_SECONDS: Final = 60


def main() -> int:
    """Read a PDF from standard input; write ``{"pages": ...}`` or ``{"refused": name}``."""
    _bound()
    json.dump(pages_of(sys.stdin.buffer.read()), sys.stdout, default=_latin)
    return 0


def pages_of(data: bytes) -> dict[str, Any]:
    """Return the rows and the tables of each page, or the name of the refusal."""
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        return {"refused": "encrypted-pdf" if locked else "damaged-pdf"}
    if len(document) > MAX_PAGES:
        return {"refused": "too-many-pages"}
    try:
        return {"pages": list(_pages(document))}
    except pdfium.PdfiumError:
        return {"refused": "damaged-pdf"}
    except MemoryError:
        return {"refused": "bomb-pdf"}


def _pages(document: Any) -> Iterator[dict[str, Any]]:
    from attrs import asdict

    from thidua_check.read.pdf.glyphs import read_glyphs
    from thidua_check.read.pdf.grids import take_grids
    from thidua_check.read.pdf.rows import rows_of
    from thidua_check.read.pdf.rules import read_rules

    for index in range(len(document)):
        page = document[index]
        text_page = page.get_textpage()
        grids, glyphs = take_grids(read_glyphs(text_page), read_rules(page))
        yield {"rows": [asdict(row) for row in rows_of(glyphs)], "grids": [asdict(grid) for grid in grids]}
        text_page.close()
        page.close()


def _latin(looks: bytes) -> str:
    return looks.decode("latin-1")


def _bound() -> None:
    """Bound the memory and the time of this process, where the system knows how."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))


if __name__ == "__main__":
    sys.exit(main())
