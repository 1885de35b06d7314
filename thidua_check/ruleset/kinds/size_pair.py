"""Sizes of the national header rise and fall together (NĐ 30/2020/NĐ-CP, Phụ lục I, Mục V, footnote 1)."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.looks import NO_COMPONENT, NO_LAYOUT, component, points
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

_LINES = ("national", "motto", "place_date")


@frozen
class Params:
    """The sizes of national name, motto and place-date line that go together, as ``13/14/14``."""

    right: tuple[str, ...] = ("13/14/14", "12/13/13")


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report sizes that each are allowed and do not go together; a size that is not is another rule's matter."""
    if not draft.document.has_layout:
        return NO_LAYOUT
    passages = [p for name in _LINES for p in component(draft.anatomy, name)[:1]]
    sizes = [_size(p) for p in passages]
    if len(sizes) < len(_LINES) or None in sizes:
        return NO_COMPONENT
    written = "/".join(points(size) for size in sizes if size is not None)
    parts = [set(column) for column in zip(*(right.split("/") for right in params.right), strict=True)]
    allowed = all(size in part for size, part in zip(written.split("/"), parts, strict=True))
    if written in params.right or not allowed:
        return []
    return [Hit(passages[0], {"found": written, "wanted": ", ".join(params.right)})]


def _size(passage: Passage) -> float | None:
    """Return the size of a line, None where it has several or none."""
    text = passage.paragraph.text
    sizes = {
        run.size
        for run in passage.paragraph.runs
        if any(text[i].isalnum() for i in range(max(run.start, passage.start), min(run.end, passage.end)))
    }
    return sizes.pop() if len(sizes) == 1 else None


KIND = Kind("size_pair", check, Params, {"default": frozenset({"found", "wanted"})})
