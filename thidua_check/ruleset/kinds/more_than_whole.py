"""More units than there are: ``tại 24/21 đơn vị trực thuộc``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import field, frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.quantities import Quantity
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.said import figures_by_paragraph
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.text import fold_letters

# Where a plan, a target or a rate may stand behind the second number: "12/10 xã, vượt kế hoạch", "đạt 120%".
_PLANNED = re.compile(
    r"(?<!\w)(?:kế\shoạch|kh|chỉ\stiêu|mục\stiêu|nghị\squyết|dự\stoán|vượt|giao|đăng\ský|phấn\sđấu|đề\sra|dự\skiến|"
    r"thành\slập|xây\sdựng|xây\smới|thành\slập\smới|tăng|giảm|so\svới)(?!\w)|1[0-9]{2}(?:,[0-9]+)?%"
)


@frozen
class Params:
    """``units`` are the nouns of units whose number is fixed: a locality's communes, a body's branches."""

    units: tuple[str, ...] = field(converter=tuple, default=())


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report each n/m of units with n above m where nothing in the paragraph speaks of a plan."""
    for quantities in figures_by_paragraph(draft):
        if not _PLANNED.search(fold_letters(quantities[0].passage.paragraph.text)):
            for part, whole in pairwise(quantities):
                unit = _unit(whole, params)
                if unit and part.pair == "n" and whole.pair == "m" and _is_above(part, whole):
                    yield _hit(part, whole, unit)


def _unit(whole: Quantity, params: Params) -> str:
    """Return the longest of the units that the second number counts, empty for none."""
    fitting = (unit for unit in params.units if f"{whole.noun} ".startswith(f"{unit} "))
    return max(fitting, key=len, default="")


def _is_above(part: Quantity, whole: Quantity) -> bool:
    return part.value is not None and bool(whole.value) and part.value > (whole.value or 0)


def _hit(part: Quantity, whole: Quantity, unit: str) -> Hit:
    paragraph = part.passage.paragraph
    passage = Passage(paragraph, part.start, whole.passage.end + 1 + len(unit))
    values = {"part": part.passage.text, "whole": Passage(paragraph, whole.start, passage.end).text}
    return Hit(passage, values, related=((whole.passage, Words("tổng số", "whole")),))


KIND = Kind("more_than_whole", check, Params, {"default": frozenset({"part", "whole"})})
