"""Running page numbers: the PAGE fields of headers and footers (ISO 29500-1, 17.16.5.44)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml.etree import _Element

from thidua_check.document import Alignment, PageNumber, Paragraph
from thidua_check.read.docx import names as n
from thidua_check.read.docx.story import Traced


def page_numbers(root: _Element, trace: Iterable[Traced], *, on_first: bool) -> Iterator[PageNumber]:
    """Yield the page numbers of one header or footer; ``trace`` are its paragraphs, ``on_first`` if page 1 shows it."""
    homes = {element: traced for traced in trace for element in traced.elements}
    codes: dict[_Element, str] = {}
    for element in root.iter(n.INSTR_TEXT, n.FLD_SIMPLE, n.PG_NUM):
        home = next(element.iterancestors(n.P), None)
        if home is not None and home in homes:
            codes[home] = codes.get(home, "") + _code(element)
    conditional = any(_CONDITION.search(code) for code in codes.values())
    for home, code in codes.items():
        if _PAGE.search(code):
            paragraph = homes[home].paragraph
            first = None if conditional and on_first else on_first
            yield PageNumber(paragraph, _alignment(home, paragraph), first)


def _code(element: _Element) -> str:
    if element.tag == n.PG_NUM:
        return " PAGE "
    if element.tag == n.FLD_SIMPLE:
        return f" {element.get(n.INSTR) or ''} "
    return element.text or ""


def _alignment(home: _Element, paragraph: Paragraph) -> Alignment | None:
    """Return where the number stands between the margins; a frame, a box or a tab leaves that open."""
    moved = paragraph.boxed or next(home.iter(n.FRAME_PR, n.TAB, n.PTAB), None) is not None
    return None if moved else paragraph.layout.alignment or "left"


# "PAGE \\* MERGEFORMAT" is one, "NUMPAGES" and "PAGEREF _Toc1" are not
_PAGE: Final = re.compile(r"(?<!\w)PAGE(?!\w)", re.IGNORECASE)
# "IF { PAGE } > 1 ..."
_CONDITION: Final = re.compile(r"(?<!\w)IF(?!\w)", re.IGNORECASE)
