"""The issuing body and the body above it, from the capital lines of the head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua_check.anatomy.lines import Line
from thidua_check.anatomy.model import Field
from thidua_check.anatomy.phrases import ORGAN_WORDS

# The territory on a line of its own: "ỦY BAN NHÂN DÂN" + "TỈNH QUẢNG NGÃI" is one body (domain CQ-2LINES).
_TERRITORY = re.compile(
    r"\W*(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thủ đô)\b(?!\s+(?:uỷ|đoàn)\b)"
)
# A name that a line break cuts: "SỞ KHOA HỌC VÀ" + "CÔNG NGHỆ", "BỘ KHOA HỌC" + "VÀ CÔNG NGHỆ".
_CUT_OFF = re.compile(r"(?:\bvà|\bcủa|\bvề|[,–—-])\W*$")
_CARRIES_ON = re.compile(r"\W*(?:và|của|về|–|-)\s")


def organs_of(lines: Sequence[Line]) -> tuple[Field | None, Field | None]:
    """Return the superior body (None if there is none) and the issuing body."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    if not groups:
        return None, None
    parent = _field(groups[-2]) if len(groups) > 1 else None
    return parent, _field(groups[-1])


def carries_on(above: Line, line: Line) -> bool:
    """Tell whether a line in small letters belongs to the name above: a territory, or a name that was cut."""
    if _CUT_OFF.search(above.folded) or _CARRIES_ON.match(line.folded):
        return True
    return _TERRITORY.match(line.folded) is not None


def _continues(group: Sequence[Line], line: Line) -> bool:
    """Tell whether a capital line carries on the name begun above it."""
    return carries_on(group[-1], line) or not ORGAN_WORDS.match(line.folded.lstrip("*( "))


def _field(lines: Sequence[Line]) -> Field:
    return Field(" ".join(line.text for line in lines).strip(" *"), tuple(line.passage for line in lines))
