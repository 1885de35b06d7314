"""Lines of running text stand single to one and a half apart (NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II, khoản 6, điểm e)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from attrs import frozen

from thidua_check.document import Paragraph
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.looks import NO_BODY, NO_LAYOUT, opening_words, running_text, shared
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

_SINGLE: Final = 1.15  # a single line of Times New Roman, in font sizes
_USUAL_SIZE: Final = 14.0


@frozen
class Params:
    """The least and the most distance in lines; a distance in points is turned into lines by the size of the text."""

    least: Decimal = Decimal("1")
    most: Decimal = Decimal("1.5")
    tolerance: Decimal = Decimal("0.05")


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report paragraphs whose lines are closer or wider."""
    if not draft.document.has_layout:
        return NO_LAYOUT
    paragraphs = running_text(draft)
    if not paragraphs:
        return NO_BODY
    least, most = float(params.least - params.tolerance), float(params.most + params.tolerance)
    found = [(p, lines) for p in paragraphs if not least <= (lines := _lines(p)) <= most]
    return shared([(opening_words(p), {"found": _written(n)}) for p, n in found], len(paragraphs))


def _lines(paragraph: Paragraph) -> float:
    """Return the distance of the lines in lines of a single distance."""
    layout = paragraph.layout
    if layout.line is None:
        return 1.0
    if layout.line_rule in (None, "auto"):
        return layout.line / 240
    size = max((r.size for r in paragraph.runs if r.size is not None), default=_USUAL_SIZE)
    lines = layout.line / 20 / (size * _SINGLE)
    return max(lines, 1.0) if layout.line_rule == "atLeast" else lines


def _written(lines: float) -> str:
    return f"{round(lines, 2):g}".replace(".", ",")


KIND = Kind("body_line_spacing", check, Params, {"default": frozenset({"number", "total", "found"})})
