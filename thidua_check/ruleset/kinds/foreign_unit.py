"""Words of another unit left in a report: a phường in a district's text, another district's name at the end."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from thidua_check.anatomy.model import Field
from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.clauses import frame_of
from thidua_check.extract.letters import CAPITAL
from thidua_check.findings import Words
from thidua_check.ruleset.issuers import organ_codes
from thidua_check.ruleset.kinds.initials import initials
from thidua_check.ruleset.kinds.own_words import running_text
from thidua_check.ruleset.kinds.reports import NO_REPORT, is_report
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold

_UNIT = r"thị xã|thị trấn|thành phố|đặc khu|phường|huyện|quận|tỉnh|xã(?!\s(?:hội|viên|thuyết|luận|giao))"
_NAME = rf"{CAPITAL}[^\W\d_]*(?:[\s-]{CAPITAL}[^\W\d_]*)*"
_OFFICE = r"(?:[Uu]ỷ ban nhân dân|[Ủủ]y ban nhân dân|UBND)"
# Who reports: "ỦY BAN NHÂN DÂN HUYỆN BA TƠ", "UBND huyện Ba Tơ báo cáo".
_COMMITTEE = r"(?:uỷ ban nhân dân|ubnd)"
_OWN_HEAD = re.compile(rf"{_COMMITTEE}\s(?P<unit>{_UNIT})\s(?P<name>.+)$")
_OWN_TEXT = re.compile(
    rf"{_OFFICE}\s(?P<unit>{_UNIT})\s(?P<name>{_NAME})\s(?:kính\s|xin\s|trân trọng\s|tổng hợp\s)?báo cáo"
)
# Whose report the closing sentence calls it: "Trên đây là Báo cáo tổng kết ... của UBND phường Tân Lập".
_OF_UNIT = re.compile(rf"của\s{_OFFICE}\s(?P<unit>{_UNIT})\s(?P<name>{_NAME})")
# Whom others shall report to: "báo cáo kết quả về UBND huyện Núi Hồng trước ngày 15/12 hằng năm".
_REPORT_TO = re.compile(
    rf"báo cáo(?:\s[^\W\d_]+){{0,5}}\s(?:về|gửi|cho|với)\s{_OFFICE}\s(?P<unit>{_UNIT})\s(?P<name>{_NAME})"
)
# Words that make it a task to come, behind it and before it; "đã báo cáo" was done.
_BY_WHEN = re.compile(r"trước ngày|hằng|hàng (?:năm|quý|tháng)|định kỳ")
_ASKED = re.compile(r"đề nghị|yêu cầu|định kỳ")
_DONE = re.compile(r"\bđã(?: [^\W\d_]+){0,2} $")
# "TRƯỜNG THPT SUỐI MƠ", "Trường THPT Ngô Quyền": a school by its kind and its name.
_SCHOOL = re.compile(
    r"trường (?P<kind>thpt|thcs|tiểu học|mầm non|mẫu giáo|ptdtnt|ptdtbt) (?P<name>\S+(?: \S+){1,4})"
)
_OF_SCHOOL = re.compile(
    rf"của\s(?P<school>[Tt]rường\s(?:THPT|THCS|[Tt]iểu học|[Mm]ầm non|[Mm]ẫu giáo|PTDTNT|PTDTBT)\s{_NAME})"
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
    if draft.anatomy.issuer is not None and _SCHOOL.match(fold(draft.anatomy.issuer.text)):
        return list(_school(draft, draft.anatomy.issuer))
    own = _by_head(draft) or _by_opening(draft)
    if own is None or own.unit not in _IMPOSSIBLE:
        return NotApplicable(
            Words(
                "không rõ báo cáo của huyện, xã, phường nào", "the reporting commune or district is not known"
            )
        )
    return [*_phrases(draft, own), *_closing(draft, own), *_addressees(draft, own)]


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
    if closing is None:
        return
    match = _OWN_TEXT.search(closing.text) or next(reversed(list(_OF_UNIT.finditer(closing.text))), None)
    if match is not None and _another(match, own):
        words = Passage(
            closing.paragraph, closing.start + match.start("unit"), closing.start + match.end("name")
        )
        values = {"own": f"{own.unit} {own.name.title()}", "unit": own.unit}
        yield Hit(words, values, variant="name")


def _another(match: re.Match[str], own: _Own) -> bool:
    """Whether a unit of the own kind bears another name."""
    return fold(match["unit"]) == own.unit and not own.name.startswith(fold(match["name"]))


def _addressees(draft: Draft, own: _Own) -> Iterator[Hit]:
    """Yield the unit that others shall report to, where it is another of the own kind or a level that is no more."""
    day = draft.as_of.date
    late = day is not None and day >= _TWO_LEVELS and draft.as_of.precision == "day"
    gone = _DISTRICTS if late and own.unit in _COMMUNES else ()
    for passage in running_text(draft):
        text = passage.paragraph.text
        for match in _REPORT_TO.finditer(text, passage.start, passage.end):
            if not _to_come(text, match):
                continue
            words = Passage(passage.paragraph, match.start("unit"), match.end("name"))
            values = {"own": f"{own.unit} {own.name.title()}", "unit": fold(match["unit"])}
            if _another(match, own):
                yield Hit(words, values, variant="addressee")
            elif fold(match["unit"]) in gone:
                yield Hit(words, values, variant="gone", outcome="review")


def _to_come(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence asks for reports to come."""
    start, end = frame_of(text).sentence(match.start())
    before, behind = text[start : match.start()], text[match.end() : end]
    if _DONE.search(before):
        return False
    return bool(_BY_WHEN.search(behind) or _ASKED.search(before.lower()))


# From this day on there is no district level (Luật Tổ chức chính quyền địa phương số 72/2025/QH15).
_TWO_LEVELS = dt.date(2025, 7, 1)
_DISTRICTS = ("huyện", "quận", "thị xã", "thị trấn")
_COMMUNES = ("xã", "phường", "đặc khu")


def _school(draft: Draft, issuer: Field) -> Iterator[Hit]:
    """Yield the closing sentence's school where it is of the head's kind but of another name."""
    closing = draft.anatomy.closing or draft.anatomy.ending
    said = _OF_SCHOOL.search(closing.text) if closing else None
    own = _SCHOOL.match(fold(issuer.text))
    other = _SCHOOL.match(fold(said["school"])) if said else None
    if closing is None or said is None or own is None or other is None or own["kind"] != other["kind"]:
        return
    if own["name"].startswith(other["name"]) or other["name"].startswith(own["name"]):
        return
    values = {"own": issuer.text, "unit": said["school"]}
    named = any(other.group() in fold(p.text) for p in draft.anatomy.main if p is not closing.paragraph)
    if named or _by_symbol(draft, said["school"]):
        yield Hit(issuer.passages[-1], values, variant="head")
    else:
        start = closing.start + said.start("school")
        passage = Passage(closing.paragraph, start, start + len(said["school"]))
        yield Hit(passage, values, variant="name")


def _by_symbol(draft: Draft, school: str) -> bool:
    """Whether the organ in the draft's own symbol is made of the initials of a school's name."""
    codes = organ_codes(draft.anatomy.symbol or "")
    return any(len(code) >= _CODE and initials(school).endswith(code) for code in codes)


_CODE = 4
_PROVIDED = frozenset({"own", "unit"})
KIND = Kind(
    "foreign_unit",
    check,
    Params,
    dict.fromkeys(("default", "above", "name", "addressee", "gone", "head"), _PROVIDED),
)
