"""Who gives which award (Luật Thi đua, khen thưởng, Điều 77 to 80)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.folding import folded as fold_text
from thidua_check.ruleset.model import Hit, Kind

_UBND = r"(?:ubnd|uỷ\s+ban\s+nhân\s+dân)"
# Posts and offices that give a giấy khen: "chủ tịch ubnd huyện", "giám đốc sở", "ubnd xã", "hiệu trưởng".
_LOW = (
    rf"(?:(?:chủ\s+tịch\s+)?{_UBND}\s+(?:huyện|quận|thị\s+xã|xã|phường|thị\s+trấn|thành\s+phố)"
    r"|giám\s+đốc\s+sở|sở|hiệu\s+trưởng|trưởng\s+phòng|phòng)"
)
# Cities that are provinces; their chairmen give the bằng khen.
_CITIES = ("hà nội", "huế", "hải phòng", "đà nẵng", "hồ chí minh", "cần thơ")
# Those whose award is the bằng khen: "thủ tướng chính phủ", "chủ tịch ubnd tỉnh".
_HIGH = rf"(?:thủ\s+tướng(?:\s+chính\s+phủ)?|(?:chủ\s+tịch\s+)?{_UBND}\s+tỉnh|bộ\s+trưởng)"
_COMMITTEE = rf"{_UBND}\s+tỉnh"
# Up to six words of a name between the giver and the act: "Ba Tơ đã", "Nội vụ quyết định".
_NAME = r"(?P<between>(?:\s+[^\s.,;:()“”\"]+){0,6}?)"
_ACT = r"\s+(?:tặng\s+thưởng|trao\s+tặng|khen\s+tặng|tặng)\s+(?:\d+\s+|các\s+)?"


def _pattern(giver: str, award: str) -> re.Pattern[str]:
    """Return what finds ``giver ... tặng award`` and ``award của giver``."""
    acting = rf"\b(?P<giver>{giver}){_NAME}{_ACT}{award}"
    of = rf"\b{award}\s+(?:của\s+)?(?P<of>{giver})\b"
    return re.compile(rf"{acting}|{of}")


_BANG_KHEN_LOW = _pattern(_LOW, r"bằng\s+khen")
_GIAY_KHEN_HIGH = _pattern(_HIGH, r"giấy\s+khen")
_BANG_KHEN_COMMITTEE = _pattern(_COMMITTEE, r"bằng\s+khen")
# What the State gives, and the act of giving it; "trao tặng" may be a ceremony for somebody else.
_STATE_ACT = r"\s+(?:tặng\s+thưởng|tặng)\s+(?:\d+\s+|các\s+|danh\s+hiệu\s+)?[“\"]?"
_ORDER = re.compile(rf"\b(?P<giver>{_LOW}|{_HIGH}){_NAME}{_STATE_ACT}huân\s+chương")
_STATE_TITLE = re.compile(
    rf"\b(?P<giver>{_LOW}|{_COMMITTEE}|chủ\s+tịch\s+{_COMMITTEE}|bộ\s+trưởng){_NAME}{_STATE_ACT}"
    r"(?:cờ\s+thi\s+đua\s+của\s+chính\s+phủ|chiến\s+s[ĩỹ]\s+thi\s+đua\s+toàn\s+quốc)"
)
# "trình Thủ tướng Chính phủ tặng", "thừa uỷ quyền, Chủ tịch UBND tỉnh tặng": another one gives.
_FOR_ANOTHER = re.compile(r"(?:đề\s+nghị|trình|kính\s+gửi|uỷ\s+quyền|thay\s+mặt)\b[^.;]*$")
_FOREIGN = re.compile(r"\b(?:lào|cam-?pu-?chia|cuba|nga|trung\s+quốc)\b")
_CHAIR_BEFORE = re.compile(r"(?:chủ\s+tịch|lãnh\s+đạo|đề\s+nghị|trình|được)\s*$")


@frozen
class Params:
    """``links`` are words that may stand between a giver and the act besides a name; ``names`` are the small-letter
    words in the names of departments (``Sở Nội vụ``).
    """

    links: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report awards by someone whose award is another; requests, passives and ceremonies are left alone."""
    for paragraph in draft.document.everything:
        text = paragraph.text
        if not any(cue in text for cue in _CUES):
            continue
        folded = fold_text(text)
        yield from _of_the_state(paragraph, folded, params)
        if "bằng khen" in " ".join(folded.split()):
            yield from _found(_BANG_KHEN_LOW, paragraph, folded, params, "default")
            yield from _found(_BANG_KHEN_COMMITTEE, paragraph, folded, params, "committee")
        if "giấy khen" in " ".join(folded.split()):
            yield from _found(_GIAY_KHEN_HIGH, paragraph, folded, params, "high")


# Words of which the awards that are judged hold one.
_CUES = ("khen", "uân chương", "hính phủ", "oàn quốc")
_REACH = 60


def _of_the_state(paragraph: Paragraph, folded: str, params: Params) -> Iterator[Hit]:
    """Yield awards of the State by somebody below it."""
    words = (*params.links, *params.names)
    for variant, pattern in (("order", _ORDER), ("state", _STATE_TITLE)):
        for match in pattern.finditer(folded):
            before = folded[max(0, match.start() - _REACH) : match.start()]
            between = paragraph.text[match.start("between") : match.end("between")]
            foreign = _FOREIGN.search(folded, match.start("between"), match.end("between"))
            if _names_only(between, words) and not foreign and not _FOR_ANOTHER.search(before):
                giver = " ".join(match["giver"].split())
                yield Hit(Passage(paragraph, *match.span()), {"giver": giver}, variant=variant)


def _found(
    pattern: re.Pattern[str], paragraph: Paragraph, folded: str, params: Params, variant: str
) -> Iterator[Hit]:
    words = (*params.links, *params.names)
    for match in pattern.finditer(folded):
        acting = match["giver"] is not None
        if acting and not _names_only(paragraph.text[match.start("between") : match.end("between")], words):
            continue
        if acting and _CHAIR_BEFORE.search(folded, max(0, match.start() - 20), match.start()):
            continue
        giver = match["giver"] or match["of"]
        giver_end = match.end("giver") if acting else match.end("of")
        if giver.endswith("phố") and not _is_district_city(paragraph.text, folded, giver_end):
            continue
        fold_key = "committee" if variant == "committee" else None
        values = {"giver": " ".join(giver.split())}
        yield Hit(Passage(paragraph, *match.span()), values, variant=variant, fold=fold_key)


def _is_district_city(text: str, folded: str, end: int) -> bool:
    """Whether ``thành phố`` goes on with the name of a city that is no province; without a name it may be one."""
    name = folded[end:].lstrip()
    first = text[len(folded) - len(name) :][:1]
    return first.isupper() and not name.startswith(_CITIES)


def _names_only(between: str, links: tuple[str, ...]) -> bool:
    """Whether only a proper name and linking words stand between the giver and the act."""
    return all(word[0].isupper() or word.lower() in links for word in between.split())


PROVIDES = frozenset({"giver"})
KIND = Kind(
    "award_giver", check, Params, dict.fromkeys(("default", "high", "committee", "order", "state"), PROVIDES)
)
