"""Stated counts with a list of numbered places, of days, or of bodies and people behind them.

``03 khu phố (khu phố 2, khu phố 11, khu phố 19)``, ``03 hội nghị (ngày 12/3, 15/5 và 20/7)``, ``04 ban chuyên môn:
Văn phòng, Ban Tổ chức, Ban Dân vận, Ban Tuyên giáo``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from thidua_check.document import Paragraph, Passage
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.clauses import Frame
from thidua_check.extract.letters import CAPITAL
from thidua_check.extract.quantities import Quantity

# Places that are told by a number.
_NUMBERED = "khu phố|tổ dân phố|thôn|ấp|bản|khóm|khối|tổ|đội|xóm|buôn|chi bộ"
# " (", " trên địa bàn ("
_BRACKET = re.compile(r"(?:\s[^\W\d_]+){0,4}\s?\((?:gồm\s|là\s)?(?:các\s)?")
_NUMBERS = re.compile(
    rf"(?P<first>{_NUMBERED})\s[0-9]{{1,2}}[a-z]?(?:(?:,\s|\svà\s|;\s)(?:(?:{_NUMBERED})\s)?[0-9]{{1,2}}[a-z]?)+"
)
_NUMBER = re.compile(rf"(?:(?:{_NUMBERED})\s)?[0-9]{{1,2}}[a-z]?")
# What takes place on one day.
_MEETINGS = ("hội nghị", "cuộc họp", "buổi", "phiên họp", "hội thảo", "tọa đàm", "toạ đàm", "chuyến")
_DAYS_LEAD = re.compile(r"(?:\s[^\W\d_]+){0,6}\s?(?:\(|\s(?=vào\scác\sngày))(?:vào\s)?(?:các\s)?(?:ngày\s)?")
_DAY = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>20[0-9]{2})")
_DAYS_NEXT = re.compile(r"(?:,\s|\svà\s|;\s)(?:ngày\s)?")
_APART = 2
# Bodies and people that are listed behind a colon.
_BODIES = ("ban", "phòng", "khoa", "đơn vị", "tập thể", "cá nhân", "cơ quan", "chi cục", "trung tâm")
_COLON = re.compile(r"(?:,?\s(?!trong\sđó)[^\W\d_]+){0,8}\s?:\s")
_ITEM = re.compile(
    rf"(?={CAPITAL})(?i:văn phòng|ban|phòng|khoa|tổ|trung tâm|chi cục|công an|hội|đoàn|đảng ủy|đảng uỷ|chi bộ|ubnd|ủy ban|uỷ ban|mttq|"
    r"mặt trận|trường|trạm|bệnh viện|công ty|nhân dân|cán bộ|thôn|xã|phường|sở|liên đoàn|công đoàn|thanh tra|hợp tác xã|htx|hạt)(?!\w)"
    rf"|(?i:ông|bà|anh|chị|em|đồng chí|đ/c)\s(?={CAPITAL})"
)
_SEPARATOR = re.compile(r"(?:,|;)\s(?:và\s)?|\svà\s")
# What tells of all of them behind the last one: " với 22 cán bộ, công chức".
_STAFF = re.compile(r"\svới\s(?:tổng\ssố\s)?[0-9]+\s[^.;:()0-9]{2,60}(?=[.]?\s*$|\.\s)")
_PARTIAL = re.compile(
    r"(?<!\w)(?:như|tiêu\sbiểu|điển\shình|ví\sdụ|nhất\slà|nổi\sbật|đặc\sbiệt|v\.v|vv|các|những|một\ssố|trong\sđó)(?!\w)|\.\.\.|…"
)
# "chị Lê Thị Thử (có tóm tắt thành tích kèm theo)"
_NOTE = re.compile(r"\s\(.*", re.DOTALL)
# A dot that may only shorten a word: "TP. Quảng Ngãi".
_SHORT = re.compile(rf"(?:^|[\s(]){CAPITAL}\w{{0,2}}$")
_FEWEST, _LONGEST, _FARTHEST = 2, 600, 2


def find_named_lists(
    paragraph: Paragraph, folded: str, quantities: Sequence[Quantity], frame: Frame
) -> Iterator[Relation]:
    """Yield the counts behind which a whole list stands, up to the bracket's or the sentence's end."""
    for index, whole in enumerate(quantities):
        if whole.unit or whole.scale != 1 or whole.pair or whole.value is None:
            continue
        after = quantities[index + 1].start if index + 1 < len(quantities) else len(folded)
        names = (
            _numbers(paragraph, folded, whole, frame)
            or _days(paragraph, folded, whole, frame)
            or (
                not _shared(folded, quantities[:index], whole)
                and _bodies(paragraph, folded, whole, frame, after)
            )
            or ()
        )
        if len(names) >= _FEWEST:
            yield _relation(paragraph, whole, names)


def _relation(paragraph: Paragraph, whole: Quantity, names: tuple[Passage, ...]) -> Relation:
    return Relation(
        "count",
        Passage(paragraph, whole.start, names[-1].end),
        whole,
        names=names,
        expected=Decimal(len(names)),
        tolerance=Decimal(0),
        sure=False,
    )


def _numbers(paragraph: Paragraph, folded: str, whole: Quantity, frame: Frame) -> tuple[Passage, ...]:
    """Return the numbers of the places in a bracket that holds nothing else."""
    lead = _BRACKET.match(folded, whole.passage.end)
    around = frame.enclosing(lead.end()) if lead else None
    if lead is None or around is None:
        return ()
    places = _NUMBERS.fullmatch(folded, lead.end(), around[1])
    if places is None or not f"{whole.noun} ".startswith(f"{places['first']} "):
        return ()
    return tuple(Passage(paragraph, *n.span()) for n in _NUMBER.finditer(folded, lead.end(), around[1]))


def _days(paragraph: Paragraph, folded: str, whole: Quantity, frame: Frame) -> tuple[Passage, ...]:
    """Return the days on which meetings were held; fewer days or days in a row leave room, two may share one."""
    lead = _DAYS_LEAD.match(folded, whole.passage.end) if whole.noun.startswith(_MEETINGS) else None
    if lead is None:
        return ()
    days: list[Passage] = []
    place = lead.end()
    while match := _DAY.match(folded, place):
        days.append(Passage(paragraph, *match.span()))
        following = _DAYS_NEXT.match(folded, match.end())
        place = following.end() if following else match.end()
        if following is None:
            break
    around = frame.enclosing(lead.end())
    end = around[1] if around else frame.sentence(whole.start)[1]
    if folded[place:end].strip(" ./") or whole.value is None or len(days) < whole.value:
        return ()
    return tuple(days) if _are_apart(days) and len(days) - whole.value <= _FARTHEST else ()


def _are_apart(days: Sequence[Passage]) -> bool:
    """Return whether all days can be read and none follows right behind another."""
    read: list[date] = []
    for passage in days:
        day, month, year = (int(part) for part in passage.text.split("/"))
        try:
            read.append(date(year, month, day))
        except ValueError:
            return False
    return all((later - earlier).days >= _APART for earlier, later in pairwise(read))


def _shared(folded: str, before: Sequence[Quantity], whole: Quantity) -> bool:
    """Return whether the list may be of another count as well: "02 tập thể, 04 cá nhân: ..."."""
    if not before or before[-1].unit or not before[-1].noun.startswith(_BODIES):
        return False
    return re.search(r"[.;:]", folded[before[-1].end : whole.start]) is None


def _bodies(
    paragraph: Paragraph, folded: str, whole: Quantity, frame: Frame, after: int
) -> tuple[Passage, ...]:
    """Return the bodies and people between a colon and the end of the sentence.

    A comma may stand inside a name, so that fewer names than were counted tell more than more of them.
    """
    lead = _COLON.match(folded, whole.passage.end) if whole.noun.startswith(_BODIES) else None
    if lead is None or frame.enclosing(whole.start) or _PARTIAL.search(lead.group()):
        return ()
    end = frame.sentence(whole.start)[1]
    staffed = _STAFF.search(folded, lead.end(), end)
    if staffed:
        after, end = end, staffed.start()
    text = paragraph.text[lead.end() : end].rstrip(" ./;")
    if after < end or len(text) > _LONGEST or _PARTIAL.search(text.lower()):
        return ()
    if _SHORT.search(text) and paragraph.text[end:].strip():
        return ()
    names: list[Passage] = []
    place = lead.end()
    for item in _SEPARATOR.split(text):
        place = paragraph.text.index(item, place)
        if not _ITEM.match(item):
            return ()
        names.append(Passage(paragraph, place, place + len(_NOTE.sub("", item))))
        place += len(item)
    return tuple(names) if _may_be_all(names, whole.value or Decimal(0)) else ()


def _may_be_all(names: Sequence[Passage], value: Decimal) -> bool:
    """Return whether names are about as many as were counted; more are so only if all open with the same word."""
    heads = {name.text.split()[0] for name in names}
    return abs(value - len(names)) <= _FARTHEST and (len(names) <= value or len(heads) == 1)
