"""Names of OpenDocument 1.2 elements and attributes that the reader asks for."""

from __future__ import annotations

from typing import Final

_ODF: Final = "urn:oasis:names:tc:opendocument:xmlns:"


def office(name: str) -> str:
    """Return a name of the office namespace."""
    return f"{{{_ODF}office:1.0}}{name}"


def text(name: str) -> str:
    """Return a name of the text namespace."""
    return f"{{{_ODF}text:1.0}}{name}"


def table(name: str) -> str:
    """Return a name of the table namespace."""
    return f"{{{_ODF}table:1.0}}{name}"


def style(name: str) -> str:
    """Return a name of the style namespace."""
    return f"{{{_ODF}style:1.0}}{name}"


def draw(name: str) -> str:
    """Return a name of the drawing namespace."""
    return f"{{{_ODF}drawing:1.0}}{name}"


def fo(name: str) -> str:
    """Return a name of the namespace of properties shared with XSL."""
    return f"{{{_ODF}xsl-fo-compatible:1.0}}{name}"


P, H, LIST = text("p"), text("h"), text("list")
LIST_ITEM, LIST_HEADER = text("list-item"), text("list-header")
SPAN, SPACES, TAB, LINE_BREAK = text("span"), text("s"), text("tab"), text("line-break")
NOTE, NOTE_CITATION, NOTE_BODY = text("note"), text("note-citation"), text("note-body")
STYLE_NAME = text("style-name")
TABLE, ROW = table("table"), table("table-row")
CELL, COVERED = table("table-cell"), table("covered-table-cell")
TEXT_BOX = draw("text-box")
FONT_FAMILY = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}font-family"
LIST_FORMAT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
