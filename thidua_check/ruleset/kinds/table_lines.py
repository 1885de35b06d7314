"""The tables that hold head and closing are not drawn (NĐ 30/2020/NĐ-CP, Phụ lục I, Mục IV and the templates)."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.looks import NO_COMPONENT, NO_LAYOUT, component
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

_ROWS = 6  # a longer table holds data, whatever words stand in it
_IN_HEAD = ("national", "issuer", "number_line")
_IN_CLOSING = ("recipients_label", "authority")


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report a drawn table round the head, or round recipients and signature."""
    if not draft.document.has_layout:
        return NO_LAYOUT
    boxed = {table.index for table in draft.document.tables if table.boxed and len(table.rows) <= _ROWS}
    hits: list[Hit] = []
    seen = False
    for variant, names in (("default", _IN_HEAD), ("closing", _IN_CLOSING)):
        passages = [p for name in names for p in component(draft.anatomy, name) if p.paragraph.cell]
        seen = seen or bool(passages)
        drawn = [p for p in passages if p.paragraph.cell and p.paragraph.cell[0] in boxed]
        hits.extend(Hit(p, variant=variant) for p in drawn[:1])
    return hits if seen else NO_COMPONENT


NONE: frozenset[str] = frozenset()
KIND = Kind("table_lines", check, Params, {"default": NONE, "closing": NONE})
