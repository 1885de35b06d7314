"""Whether a table is drawn as a box (ISO 29500-1, 17.4.38, 17.4.66): lines at the top or the sides of its cells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml.etree import _Element

from thidua_check.read.docx import names as n
from thidua_check.read.docx.properties import child_value
from thidua_check.read.docx.styles import StyleSheet


def is_boxed(table: _Element, sheet: StyleSheet) -> bool:
    """Return whether a line is drawn at the top or a side of the table or between its columns.

    A cell's own lines are taken where it has any, else those of the table, its own before its style's. A line at the
    bottom alone makes no box: names in the head of a document have a rule below.
    """
    properties = table.find(n.TBL_PR)
    style = child_value(properties, n.TBL_STYLE) or sheet.default_table
    layers = [properties, *(link.element.find(n.TBL_PR) for link in sheet.chain(style))]
    shown = _edges(layer.find(n.TBL_BORDERS) for layer in layers if layer is not None)
    general = any(shown.get(edge, False) for edge in _TABLE_EDGES)
    open_cells = 0
    for row in table.iterchildren(n.TR):
        for properties in row.iterfind(f"{n.TC}/{n.TC_PR}"):
            own = _edges([properties.find(n.TC_BORDERS)])
            if any(own.get(edge, False) for edge in _CELL_EDGES):
                return True
            open_cells += any(own.get(edge) is False for edge in _CELL_EDGES)
    cells = sum(1 for row in table.iterchildren(n.TR) for _ in row.iterchildren(n.TC))
    return general and open_cells < cells


def _edges(layers: Iterable[_Element | None]) -> dict[str, bool]:
    """Return for each edge that is spoken of whether it is drawn; the first layer decides."""
    out: dict[str, bool] = {}
    for layer in layers:
        for edge in layer if layer is not None else ():
            out.setdefault(str(edge.tag), _is_drawn(edge))
    return out


def _is_drawn(edge: _Element) -> bool:
    invisible = edge.get(n.VAL) in _NONE or (edge.get(_COLOR) or "").upper() == "FFFFFF"
    return not invisible and edge.get(_SIZE) != "0"


_NONE: Final = frozenset({None, "nil", "none"})
_COLOR, _SIZE = n.w("color"), n.w("sz")
_CELL_EDGES: Final = tuple(n.w(edge) for edge in ("top", "left", "start", "right", "end"))
_TABLE_EDGES: Final = (*_CELL_EDGES, n.w("insideV"))
