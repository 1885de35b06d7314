"""Running page numbers: the PAGE fields of headers and footers (ISO 29500-1, 17.16.5.44)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
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
            yield PageNumber(paragraph, _alignment(home, paragraph), first, arabic=not _LETTERS.search(code))


def _code(element: _Element) -> str:
    if element.tag == n.PG_NUM:
        return " PAGE "
    if element.tag == n.FLD_SIMPLE:
        return f" {element.get(n.INSTR) or ''} "
    return element.text or ""


def _alignment(home: _Element, paragraph: Paragraph) -> Alignment | None:
    """Return where the number stands between the margins; a box, and most frames and tabs, leave that open."""
    if paragraph.boxed:
        return None
    frame = next(home.iter(n.FRAME_PR), None)
    if frame is not None:
        return _PLACES.get(frame.get(n.w("xAlign")) or "")
    tabs = [element for element in home.iter(n.TAB, n.PTAB) if element.get(n.w("pos")) is None]
    if not tabs:
        return paragraph.layout.alignment or "left"
    if any(element.tag == n.PTAB for element in tabs):
        return _PLACES.get(tabs[-1].get(n.w("alignment")) or "")
    own_stops = next(home.iter(n.P_PR), home).find(f".//{n.TAB}") is not None
    is_header = (paragraph.style or "").lower() in ("header", "footer") and not own_stops
    before = len(paragraph.text) - len(paragraph.text.lstrip("\t"))
    return "right" if is_header and before == _RIGHT_STOP else None


_PLACES: Final[Mapping[str, Alignment]] = {"left": "left", "center": "center", "right": "right"}
# Word's own header style stops at the centre and then at the right
_RIGHT_STOP: Final = 2
# "PAGE \\* ROMAN", "PAGE \\* roman", "PAGE \\* ALPHABETIC"
_LETTERS: Final = re.compile(r"PAGE\s*\\\*\s*(?:ROMAN|ALPHABETIC)", re.IGNORECASE)
# "PAGE \\* MERGEFORMAT" is one, "NUMPAGES" and "PAGEREF _Toc1" are not
_PAGE: Final = re.compile(r"(?<!\w)PAGE(?!\w)", re.IGNORECASE)
# "IF { PAGE } > 1 ..."
_CONDITION: Final = re.compile(r"(?<!\w)IF(?!\w)", re.IGNORECASE)
