"""Words of another unit left in a report: a phường in a district's text, another district's name at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.letters import CAPITAL
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.own_words import running_text
from thidua_check.ruleset.kinds.reports import NO_REPORT, is_report
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold

_UNIT = r"thị xã|thị trấn|thành phố|đặc khu|phường|huyện|quận|tỉnh|xã(?!\s(?:hội|viên|thuyết|luận|giao))"
# Who reports: "ỦY BAN NHÂN DÂN HUYỆN BA TƠ", "UBND huyện Ba Tơ báo cáo".
_COMMITTEE = r"(?:uỷ ban nhân dân|ubnd)"
_OWN_HEAD = re.compile(rf"{_COMMITTEE}\s(?P<unit>{_UNIT})\s(?P<name>.+)$")
_OWN_TEXT = re.compile(
    rf"(?:[Uu]ỷ ban nhân dân|[Ủủ]y ban nhân dân|UBND)\s(?P<unit>{_UNIT})\s"
    rf"(?P<name>{CAPITAL}[^\W\d_]*(?:[\s-]{CAPITAL}[^\W\d_]*)*)\s(?:kính\s|xin\s|trân trọng\s|tổng hợp\s)?báo cáo"
)
# The writer's own unit without its name: "xây dựng phường phát triển", "nhân dân trong tỉnh", "trên địa bàn phường".
_PHRASE = re.compile(
    rf"""(?<!\w)(?:
      (?P<built>xây\sdựng\s(?:quê\shương\s)?)(?P<u1>{_UNIT})(?=\s(?:phát\striển|giàu|văn\sminh|vững\smạnh|ngày\scàng|trở\sthành|xứng\sđáng))
    | (?P<people>(?:nhân\sdân|người\sdân|cán\sbộ)\s(?:trong\s|toàn\s|trong\stoàn\s))(?P<u2>{_UNIT})
    | (?P<area>trên\sđịa\sbàn\s(?:toàn\s)?)(?P<u3>{_UNIT})
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
# Behind a bare unit: the end of the clause, or a word that is no name; not "xã, phường, thị trấn", not "phường A".
_NAMED = re.compile(rf"\s(?:{CAPITAL}|[0-9])|(?:\s?[,/]|\svà|\shoặc)\s(?i:các\s)?(?i:{_UNIT})(?!\w)")
_OPENING_PARAGRAPHS = 6

# What cannot lie in a unit or above it: a huyện has communes and townships, never wards.
_IMPOSSIBLE = {
    "huyện": ("phường", "quận", "thị xã"),
    "quận": ("xã", "thị trấn", "huyện", "thị xã"),
    "thị xã": ("huyện", "quận", "thị trấn"),
    "xã": ("phường", "thị trấn", "quận", "đặc khu"),
    "phường": ("xã", "thị trấn", "huyện", "đặc khu"),
    "thị trấn": ("xã", "phường", "quận", "đặc khu"),
    "đặc khu": ("xã", "phường", "thị trấn", "quận"),
}
_ABOVE = {
    "huyện": ("tỉnh",),
    "quận": (),
    "thị xã": ("tỉnh",),
    "xã": ("tỉnh", "huyện"),
    "phường": ("tỉnh", "thị xã", "quận"),
    "thị trấn": ("tỉnh", "huyện"),
    "đặc khu": ("tỉnh",),
}


@frozen
class Params:
    """No parameters."""


@frozen
class _Own:
    """The reporting unit: its kind, folded, and its name as written."""

    unit: str
    name: str


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report words that fit another unit than the one that reports; what may be meant is only asked."""
    if not is_report(draft):
        return NO_REPORT
    own = _by_head(draft) or _by_opening(draft)
    if own is None or own.unit not in _IMPOSSIBLE:
        return NotApplicable(
            Words(
                "không rõ báo cáo của huyện, xã, phường nào", "the reporting commune or district is not known"
            )
        )
    return [*_phrases(draft, own), *_closing(draft, own)]


def _by_head(draft: Draft) -> _Own | None:
    issuer = draft.anatomy.issuer
    match = _OWN_HEAD.search(fold(issuer.text)) if issuer else None
    return _Own(match["unit"], match["name"]) if match else None


def _by_opening(draft: Draft) -> _Own | None:
    for paragraph in draft.anatomy.main[:_OPENING_PARAGRAPHS]:
        if match := _OWN_TEXT.search(paragraph.text):
            return _Own(fold(match["unit"]), fold(match["name"]))
    return None


def _phrases(draft: Draft, own: _Own) -> Iterator[Hit]:
    values = {"own": f"{own.unit} {own.name.title()}"}
    looked_for = (*_IMPOSSIBLE[own.unit], *_ABOVE[own.unit])
    for passage in running_text(draft):
        text = passage.paragraph.text
        if not any(unit in text for unit in looked_for):
            continue
        for match in _PHRASE.finditer(text, passage.start, passage.end):
            unit = fold(match["u1"] or match["u2"] or match["u3"])
            if _NAMED.match(text, match.end()):
                continue
            words = Passage(passage.paragraph, match.start(), match.end())
            if unit in _IMPOSSIBLE[own.unit]:
                yield Hit(words, {**values, "unit": unit}, fold=unit)
            elif unit in _ABOVE[own.unit] and match["people"]:
                yield Hit(words, {**values, "unit": unit}, variant="above", outcome="review", fold=unit)


def _closing(draft: Draft, own: _Own) -> Iterator[Hit]:
    """Yield the closing sentence's unit where it bears another name than the head's or the opening's."""
    closing = draft.anatomy.closing or draft.anatomy.ending
    match = _OWN_TEXT.search(closing.text) if closing else None
    if closing is None or match is None:
        return
    if fold(match["unit"]) == own.unit and fold(match["name"]) != own.name:
        words = Passage(
            closing.paragraph, closing.start + match.start("unit"), closing.start + match.end("name")
        )
        values = {"own": f"{own.unit} {own.name.title()}", "unit": own.unit}
        yield Hit(words, values, variant="name")


_PROVIDED = frozenset({"own", "unit"})
KIND = Kind("foreign_unit", check, Params, {"default": _PROVIDED, "above": _PROVIDED, "name": _PROVIDED})
