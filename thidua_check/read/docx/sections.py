"""Page setup of each section, and which headers and footers are shown (ISO 29500-1, 17.6 and 17.10)."""

from __future__ import annotations

from typing import Final, Literal

from lxml.etree import _Element

from thidua_check.document import PageSetup, Paragraph
from thidua_check.read.docx import names as n
from thidua_check.read.docx.properties import switched_on, twips

# Word's own page where a section says nothing: Letter with margins of one inch.
_WIDTH: Final = 12_240
_HEIGHT: Final = 15_840
_MARGIN: Final = 1_440


def read_page(section: _Element, opens: Paragraph | None = None) -> PageSetup:
    """Return the page of one ``w:sectPr``, lengths in twips; the gutter for the binding counts to the left margin.

    ``opens`` is the first paragraph with words in the section.
    """
    size, margin = section.find(n.PG_SZ), section.find(n.PG_MAR)
    return PageSetup(
        width=_length(size, "w", _WIDTH),
        height=_length(size, "h", _HEIGHT),
        top=_length(margin, "top", _MARGIN),
        bottom=_length(margin, "bottom", _MARGIN),
        left=_length(margin, "left", _MARGIN) + _length(margin, "gutter", 0),
        right=_length(margin, "right", _MARGIN),
        landscape=size is not None and size.get(n.w("orient")) == "landscape",
        title_page=_on(section, n.TITLE_PG),
        opens=opens,
    )


def is_arabic(section: _Element) -> bool:
    """Return whether the pages of a section are numbered in Arabic figures, as they are where nothing is said."""
    numbers = section.find(n.PG_NUM_TYPE)
    return numbers is None or (numbers.get(n.w("fmt")) or "decimal").startswith("decimal")


def shown(sections: list[_Element], reference: Literal["header", "footer"], even: bool) -> dict[str, int]:
    """Return the relationship ids of the headers or footers that a reader sees, in order, each with its first section.

    A section without a reference of its own inherits the one before; the first-page one shows only with
    ``w:titlePg``, the even one only where the settings ask for it.
    """
    tag = n.HEADER_REFERENCE if reference == "header" else n.FOOTER_REFERENCE
    current: dict[str, str] = {}
    out: dict[str, int] = {}
    for index, section in enumerate(sections):
        for element in section.iterchildren(tag):
            current[element.get(n.TYPE) or "default"] = element.get(n.RELATION) or ""
        visible = (("first", _on(section, n.TITLE_PG)), ("default", True), ("even", even))
        for kind, seen in visible:
            if seen and kind in current:
                out.setdefault(current[kind], index)
    return out


def on_first_page(sections: list[_Element], reference: Literal["header", "footer"]) -> str | None:
    """Return the relationship id of the header or footer of the first page, None where it has none."""
    if not sections:
        return None
    tag = n.HEADER_REFERENCE if reference == "header" else n.FOOTER_REFERENCE
    kind = "first" if _on(sections[0], n.TITLE_PG) else "default"
    found = (e for e in sections[0].iterchildren(tag) if (e.get(n.TYPE) or "default") == kind)
    element = next(found, None)
    return element.get(n.RELATION) if element is not None else None


def _on(parent: _Element, name: str) -> bool:
    element = parent.find(name)
    return element is not None and switched_on(element)


def _length(element: _Element | None, name: str, default: int) -> int:
    value = twips(element.get(n.w(name))) if element is not None else None
    return default if value is None else value
