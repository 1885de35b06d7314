"""Academic titles and honours before the signer's name (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7, điểm c)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Level
from thidua_check.ruleset.kinds.frame import NO_BLOCK
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold

# "TS. Trần Văn A", "PGS.TS Lê Thị B", "ThS Nguyễn Văn C", "BSCKII. D", "NGƯT. E", "Thạc sĩ F", "Tiến sĩ G".
_TITLE = re.compile(
    r"(?:(?:GS|PGS|TSKH|TS|ThS|Ths|BSCK(?:I{1,2}|\d)?|BS|KS|CN|NGƯT|NGND|TTƯT|TTND|DS|LS|Thạc sĩ|Tiến sĩ)(?![^\W\d_])[.,\s]*)+"
)


@frozen
class Params:
    """``sectors`` are words in the name of an office whose ministry may allow titles: for these it is only said."""

    sectors: tuple[str, ...] = (
        "trường",
        "giáo dục",
        "y tế",
        "khoa học",
        "đại học",
        "cao đẳng",
        "viện",
        "quân sự",
        "công an",
        "biên phòng",
    )


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report the title that stands before the signer's name."""
    signature = draft.anatomy.signature
    if signature is None or signature.name is None:
        return NO_BLOCK
    name = signature.name
    match = _TITLE.match(name.text)
    if match is None:
        return []
    title = match.group().rstrip(" .,")
    issuer = draft.anatomy.issuer
    allowed = issuer is not None and any(word in fold(issuer.text) for word in params.sectors)
    passage = Passage(name.paragraph, name.start, name.start + len(title))
    values = {"name": name.text[match.end() :]}
    return [
        Hit(
            passage, values, variant="sector" if allowed else "default", level=Level.INFO if allowed else None
        )
    ]


_PROVIDES = frozenset({"name"})
KIND = Kind("academic_title", check, Params, {"default": _PROVIDES, "sector": _PROVIDES})
