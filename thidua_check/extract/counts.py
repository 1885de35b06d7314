"""Stated counts with the names that are counted: ``03 xã (Ba Vì, Ba Tô, Ba Xa)``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import evolve

from thidua_check.document import Paragraph, Passage
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.clauses import Frame
from thidua_check.extract.letters import CAPITAL, PROPER_NAME
from thidua_check.extract.quantities import Quantity

# Between the counted noun and its names: "03 xã (", "08 xã đạt chuẩn NTM: ", "13 xã về đích (tại các xã: ", "gồm: ".
_LEAD = re.compile(
    r"(?P<words>(?:\s[^\W\d_]+){0,9})\s?(?:,\s?)?"
    r"(?:\((?:(?:tại\s|là\s|gồm\s|bao\sgồm\s|đó\slà\s|cụ\sthể\s)?(?:các\s[^\W\d_]+(?:\s[^\W\d_]+)?\s?)?(?::\s?)?)|"
    r":\s?(?:gồm\s|là\s)?|(?:,\s)?(?:gồm|bao\sgồm|đó\slà|là)(?:\scác\s[^\W\d_]+)?\s?:\s?|(?:gồm|bao\sgồm)\s)"
)
# Marks of a list that names only some: "như", "tiêu biểu", "...", "v.v".
_PARTIAL = re.compile(
    r"(?<!\w)(?:như|tiêu\sbiểu|điển\shình|ví\sdụ|nhất\slà|đặc\sbiệt|v\.v|vv)(?!\w)|\.\.\.|…"
)
_SEMICOLON = re.compile(r"\s*;\s*(?:và\s)?")
_SEPARATOR = re.compile(r"\s*(?:[,;]\s*(?:và\s)?|\svà\s)\s*")
# "huyện Sơn Tịnh" behind "xã Tịnh Hà -": where the named one lies, and no name of its own.
_BELONGS = re.compile(
    r"\s*(?:[-–(]\s*|,\s*)?(?:thuộc\s)?(?:huyện|thị\sxã|thành\sphố|tp\.?|tỉnh|quận|tx\.?)\s.*$",
    re.IGNORECASE | re.DOTALL,
)
_CLASSIFIER = re.compile(
    r"(?:(?:các\s)?(?:xã|phường|thị\strấn|thôn|bản|làng|ấp|xóm|huyện|thị\sxã|thành\sphố|tp\.?|quận|ông|bà|anh|chị|đồng\schí|"
    r"đ/c|sở|ban|trường|tổ\sdân\sphố|khối|cụm)\s)",
    re.IGNORECASE,
)
# People, each told by a form of address or a family name: "03 cá nhân (Nguyễn Văn A, bà Trần B, anh Đinh C)".
_LONGEST = 2000
_PEOPLE = (
    "cá nhân",
    "đồng chí",
    "hộ",
    "gia đình",
    "học sinh",
    "cán bộ",
    "công chức",
    "nông dân",
    "hội viên",
    "đoàn viên",
)
_FAMILY = "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Lý|Đinh|Đoàn|Trịnh|Trương|Lương|Tạ|Phùng|Đào|Lâm|Tô|Châu"
_PERSON = re.compile(
    rf"\s*(?:(?i:hộ)\s)?(?:(?i:ông|bà|anh|chị|em|đồng chí|đ/c|cháu)\s|(?=(?:{_FAMILY})\s))"
    rf"({CAPITAL}[^\W\d_]*(?:\s{CAPITAL}[^\W\d_]*)+)"
)
_PLACES = frozenset(
    {"xã", "phường", "thị", "thôn", "bản", "làng", "ấp", "xóm", "huyện", "quận", "tỉnh", "thành"}
)


def find_counts(
    paragraph: Paragraph, folded: str, quantities: Sequence[Quantity], frame: Frame
) -> Iterator[Relation]:
    """Yield the counts of places and people that are followed by their names."""
    for index, whole in enumerate(quantities):
        people = whole.noun.startswith(_PEOPLE)
        if whole.unit or whole.scale > 1 or whole.pair or not (people or whole.noun.split(" ")[0] in _PLACES):
            continue
        lead = _LEAD.match(folded, whole.end)
        if lead is None:
            continue
        end = _list_end(frame, whole, lead)
        if end - whole.end > _LONGEST:
            continue
        if _PARTIAL.search(folded, whole.end, min(end + 3, len(folded))) or _holds_numbers(
            quantities, index, end
        ):
            continue
        counted = _people if people else _count
        relation = counted(paragraph, whole, lead.end(), end)
        if relation is not None:
            yield _shared(relation, quantities[:index], folded)


def _list_end(frame: Frame, whole: Quantity, lead: re.Match[str]) -> int:
    """Return where the list of names ends: at its bracket, or with the sentence."""
    around = frame.enclosing(lead.end())
    return around[1] if around else frame.sentence(whole.start)[1]


def _holds_numbers(quantities: Sequence[Quantity], index: int, end: int) -> bool:
    return index + 1 < len(quantities) and quantities[index + 1].start < end


def _count(paragraph: Paragraph, whole: Quantity, start: int, end: int) -> Relation | None:
    """Return the count with its names; not understood where something in the list is no plain name.

    Sentences run on behind a list, so a list that is broken off counts only where it closed with the district that
    each of its groups carries: "xã A - huyện B; xã C - huyện D, Sở đang triển khai".
    """
    names: list[Passage] = []
    broken = False
    place = start
    for separator in (*_SEPARATOR.finditer(paragraph.text, start, end), None):
        stop = separator.start() if separator else end
        name = _name(paragraph, place, stop)
        if name is None:
            broken = True
            break
        names.append(name)
        place = separator.end() if separator else end
    if len(names) < 2:
        return None
    bracketed = (
        paragraph.text[start - 1 : end].startswith("(") or paragraph.text[whole.end : start].count("(") > 0
    )
    relation = Relation("count", Passage(paragraph, whole.start, names[-1].end), whole, names=tuple(names))
    known = evolve(
        relation, expected=Decimal(len(names)), tolerance=Decimal(0), sure=bracketed and not broken
    )
    closed = (
        bool(_BELONGS.search(paragraph.text, names[-1].end, place)) and ";" in paragraph.text[start:place]
    )
    return known if not broken or closed or known.standing == "holds" else relation


def _people(paragraph: Paragraph, whole: Quantity, start: int, end: int) -> Relation | None:
    """Return the count of people with their names, understood where each part of a bracket is one name.

    With semicolons each part begins with a name, and what a comma adds tells more of that one.
    """
    text = paragraph.text
    if "(" not in text[whole.end : start]:
        return None
    sign = _SEMICOLON if ";" in text[start:end] else _SEPARATOR
    names: list[Passage] = []
    place = start
    for separator in (*sign.finditer(text, start, end), None):
        stop = separator.start() if separator else end
        match = _PERSON.match(text, place, stop)
        if match is None or (sign is _SEPARATOR and text[match.end() : stop].strip()):
            return None
        names.append(Passage(paragraph, *match.span(1)))
        place = separator.end() if separator else end
    if len(names) < 2:
        return None
    relation = Relation("count", Passage(paragraph, whole.start, names[-1].end), whole, names=tuple(names))
    return evolve(relation, expected=Decimal(len(names)), tolerance=Decimal(0))


def _name(paragraph: Paragraph, start: int, end: int) -> Passage | None:
    """Return the passage of the one name between two offsets, None if something else stands there."""
    text = paragraph.text[start:end]
    bare = _BELONGS.sub("", text.rstrip(" .)/")) or text
    lead = _CLASSIFIER.match(bare.lstrip())
    skip = len(bare) - len(bare.lstrip()) + (lead.end() if lead else 0)
    found = PROPER_NAME.fullmatch(bare, skip)
    return Passage(paragraph, start + skip, start + len(bare)) if found else None


def _shared(relation: Relation, before: Sequence[Quantity], folded: str) -> Relation:
    """Return the relation, not understood where a neighbouring count may share the list: "01 xã ... và 13 xã (...)"."""
    if relation.standing != "off" or not before:
        return relation
    last = before[-1]
    gap = folded[last.end : relation.whole.start]
    if not last.unit and len(gap) < 60 and last.noun.split(" ")[0] == relation.whole.noun.split(" ")[0]:
        return evolve(relation, expected=None, tolerance=None)
    return relation
