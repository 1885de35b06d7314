"""Page setup of each section, and which headers and footers are shown (ISO 29500-1, 17.6 and 17.10)."""

from __future__ import annotations

from typing import Final, Literal

from lxml.etree import _Element

from thidua_check.document import PageSetup
from thidua_check.read.docx import names as n
from thidua_check.read.docx.properties import switched_on, twips

# Word's own page where a section says nothing: Letter with margins of one inch.
_WIDTH: Final = 12_240
_HEIGHT: Final = 15_840
_MARGIN: Final = 1_440


def read_page(section: _Element) -> PageSetup:
    """Return the page of one ``w:sectPr``, lengths in twips; the gutter for the binding counts to the left margin."""
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
    )


def shown(sections: list[_Element], reference: Literal["header", "footer"], even: bool) -> list[str]:
    """Return the relationship ids of the headers or footers that a reader sees, in order, each once.

    A section without a reference of its own inherits the one before; the first-page one shows only with
    ``w:titlePg``, the even one only where the settings ask for it.
    """
    tag = n.HEADER_REFERENCE if reference == "header" else n.FOOTER_REFERENCE
    current: dict[str, str] = {}
    out: list[str] = []
    for section in sections:
        for element in section.iterchildren(tag):
            current[element.get(n.TYPE) or "default"] = element.get(n.RELATION) or ""
        visible = (("first", _on(section, n.TITLE_PG)), ("default", True), ("even", even))
        out.extend(current[kind] for kind, seen in visible if seen and kind in current)
    return list(dict.fromkeys(out))


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
