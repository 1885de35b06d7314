"""More units than there are: ``tại 24/21 đơn vị trực thuộc``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import field, frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.clauses import frame_of
from thidua_check.extract.quantities import Quantity
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.said import figures_by_paragraph
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.text import fold_letters

# Where the second number may be a target, anywhere in the paragraph: "12/10 xã, vượt kế hoạch", "đạt 120%".
_PLANNED = re.compile(
    r"(?<!\w)(?:kế\shoạch|kh|chỉ\stiêu|mục\stiêu|nghị\squyết|dự\stoán|vượt|giao|đăng\ský|phấn\sđấu|đề\sra|dự\skiến)(?!\w)"
    r"|1[0-9]{2}(?:,[0-9]+)?%"
)
# Where units are made, so that there may be more of them than before: "thành lập 12/10 chi bộ".
_MADE = re.compile(r"(?<!\w)(?:thành\slập|xây\sdựng|xây\smới|tăng|giảm|so\svới)(?!\w)")


@frozen
class Params:
    """``units`` are the nouns of units whose number is fixed: a locality's communes, a body's branches."""

    units: tuple[str, ...] = field(converter=tuple, default=())


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report each n/m of units with n above m where nothing speaks of a plan or of making units."""
    for quantities in figures_by_paragraph(draft):
        text = quantities[0].passage.paragraph.text
        folded, frame = fold_letters(text), frame_of(text)
        if _PLANNED.search(folded):
            continue
        for part, whole in pairwise(quantities):
            unit = _unit(whole, params)
            if not (unit and part.pair == "n" and whole.pair == "m" and _is_above(part, whole)):
                continue
            if not _MADE.search(folded, *frame.sentence(part.start)):
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
