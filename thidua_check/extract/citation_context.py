"""The words around a cited number: its type before it, its date, issuer and title behind it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from attrs import frozen

from thidua_check.extract.dates import DateMention
from thidua_check.registry import pack_types, per_pack


@frozen
class WordsBefore:
    """What stands before a number: ``types`` as written, where they stand, and the word ``số``.

    ``adjacent`` is set where nothing but ``số`` stands between type and number; ``continues`` where the number goes
    on a list begun by the citation before it.
    """

    types: tuple[str, ...] = ()
    type_span: tuple[int, int] | None = None
    so_start: int | None = None
    adjacent: bool = False
    continues: bool = False

    @property
    def has_so(self) -> bool:
        """Whether the word ``số`` stands directly before the number."""
        return self.so_start is not None

    @property
    def leads(self) -> bool:
        """Whether a type or ``số`` announces a document."""
        return bool(self.types) or self.has_so

    @property
    def start(self) -> int | None:
        """Where the citation begins: at an adjacent type, else at ``số``; None where it is the number."""
        if self.adjacent and self.type_span:
            return self.type_span[0]
        return self.so_start


@frozen
class Words:
    """Words as written, and where they stand in the paragraph."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset behind the words."""
        return self.start + len(self.text)


def words_before(text: str, start: int, floor: int) -> WordsBefore:
    """Read the words before a number at ``start``; ``floor`` is the end of the citation before it.

    >>> words_before("Kế hoạch của UBND tỉnh số 22/KH-UBND", 26, 0).types
    ('Kế hoạch',)
    """
    so = _SO.search(text, max(floor, start - 8), start)
    so_start = so.start() if so else None
    edge = so_start if so_start is not None else start
    low = max(floor, edge - _REACH)
    near = _types().at_end.search(text, low, edge)
    if near:
        span = near.span(2) if near[1] is None or not _keeps_first(near[1]) else (near.start(1), near.end(2))
        types = (near[2],) if span[0] == near.start(2) else (near[1], near[2])
        return WordsBefore(types, span, so_start, adjacent=True)
    if floor and _LIST_LINK.fullmatch(text, floor, edge):
        return WordsBefore((), None, so_start, continues=True)
    far = _last_noun(text, low, edge) if so else None
    return WordsBefore((far.group(),), far.span(), so_start) if far else WordsBefore(so_start=so_start)


def _keeps_first(word: str) -> bool:
    """``Công văn hướng dẫn`` is two types; ``hướng dẫn Nghị định`` is a verb and one."""
    return word[0].isupper() or word.lower() not in _VERBS


def _last_noun(text: str, low: int, high: int) -> re.Match[str] | None:
    """Return the last type word of the clause that cannot be a verb."""
    for boundary in _CLAUSE_END.finditer(text, low, high):
        low = boundary.end()
    found = None
    for match in _types().anywhere.finditer(text, low, high):
        if match.group()[0].isupper() or match.group().lower() not in _VERBS:
            found = match
    return found


def date_behind(text: str, end: int, dates: Sequence[DateMention]) -> DateMention | None:
    """Return the date that belongs to a symbol which ends at ``end``."""
    index = bisect_left(dates, end, key=lambda d: d.passage.start)
    for mention in dates[index : index + 2]:
        start = mention.passage.start
        if start - end > _GAP_REACH:
            return None
        if mention.form in ("long", "slash") and _DATE_GAP.fullmatch(text, end, start):
            return mention
    return None


def issuer_behind(text: str, start: int, stop: int) -> Words | None:
    """Return the body after ``của``, up to the words that begin the title or the next clause."""
    opening = _OF.match(text, start, stop)
    if not opening:
        return None
    begin, limit = opening.end(), min(stop, opening.end() + _ISSUER_REACH)
    board = "chỉ đạo" in text[begin : begin + 24].lower()
    for cut in (_BOARD_CUT if board else _ISSUER_CUT).finditer(text, begin, limit):
        limit = cut.start()
        break
    words = _LOOSE_END.sub("", text[begin:limit])
    return Words(words, begin) if words else None


def title_behind(text: str, start: int, stop: int) -> Words | None:
    """Return the title (``về việc ...``) that follows, up to the end of the clause."""
    opening = _TITLE.match(text, start, stop)
    if not opening:
        return None
    begin = opening.start(1)
    limit = min(stop, begin + _TITLE_REACH)
    cut = _TITLE_CUT.search(text, begin, limit)
    return Words(text[begin : cut.start() if cut else limit].rstrip(" ,*_("), begin)


_REACH, _GAP_REACH, _ISSUER_REACH, _TITLE_REACH = 140, 120, 140, 500

# Words that are also verbs: in lower case they need not name a document.
_VERBS = frozenset(
    ("quyết định", "quy định", "hướng dẫn", "báo cáo", "kết luận", "thông báo", "chỉ thị", "đề án")
)

_TYPE_WORDS = (
    r"(?:nghị\s+(?:định|quyết(?:\s+liên\s+tịch)?)|thông\s+(?:tư(?:\s+liên\s+tịch)?|báo|tri|cáo)|quyết\s+định"
    r"|quy\s+(?:định|chế|trình)|kế\s+hoạch|công\s+(?:văn|điện)|hướng\s+dẫn|chỉ\s+thị|kết\s+luận|báo\s+cáo|tờ\s+trình"
    r"|bộ\s+luật|luật|pháp\s+lệnh|văn\s+bản(?:\s+hợp\s+nhất)?|chương\s+trình(?:\s+(?:hành\s+động|phối\s+hợp|công\s+tác))?"
    r"|đề\s+án|phương\s+án|dự\s+án|biên\s+bản|giấy\s+mời|hợp\s+đồng|lệnh|thể\s+lệ|điều\s+lệ|công\s+bố)"
)
# Types that are written short before their number: "QĐ số 12/QĐ-UBND".
_TYPE_SHORT = r"(?:QĐ|KH|CV|NQ|NĐ|TT|CT|HD|TB|BC|KL)"


@frozen
class _Types:
    """Patterns of the types of documents: one ``anywhere``, one or two ``at_end``, directly before a number."""

    anywhere: re.Pattern[str]
    at_end: re.Pattern[str]


@per_pack
def _types() -> _Types:
    """Return the patterns of the built-in types and of those of the packs in use.

    ``at_end`` takes one or two before "số" or the number: "Kế hoạch", "Công văn Hướng dẫn", "Tờ trình:".
    """
    own = sorted((r"\s+".join(map(re.escape, name.split())) for name in pack_types()), key=len, reverse=True)
    words = f"(?:{'|'.join((*own, _TYPE_WORDS))})"
    end = rf"(?:\b((?i:{words}))\s+)?\b((?i:{words})|{_TYPE_SHORT})[\s:*_“\"]*$"
    return _Types(re.compile(rf"\b{words}\b", re.IGNORECASE), re.compile(end))


# "số", "số:", "Số " before a number.
_SO = re.compile(r"\b(?:[Ss]ố|SỐ)\s*:?[\s*_]*$")
# Between the members of a list: ", ", " và số ", " ngày 29/7/2022, ", " ngày 07 tháng 11 năm 2025 và số ".
_LIST_LINK = re.compile(
    r"\s*,?\s*(?:(?:ngày\s*)?\d{1,2}/\d{1,2}/\d{4}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})?\s*(?:,|;|và|,\s*và)\s*"
)
_CLAUSE_END = re.compile(r"[;!?]|\.\s")
# "ngày", ", ngày", "(ngày", " ký ngày", " của UBND tỉnh ngày"; nothing for a date in the long form.
_DATE_GAP = re.compile(
    r"[\s,(*_]*(?:của\s[^,;.()\d]{2,90}\s)?(?:được\s)?(?:ký\s|ban\shành\s)?[\s,]*(?:ngày)?[\s:]*"
)
_OF = re.compile(r"[\s,)*_]*(?:do|của)\s+")
# Where a body's name ends. A comma inside a name: "Bộ Văn hóa, Thể thao và Du lịch", "Bộ trưởng, Chủ nhiệm Văn phòng".
_STOPS = (
    r"[;()|\n“\"]|\.(?=\s|$)|,(?!\s(?:Thể thao|Chủ nhiệm|Trưởng|Gia đình|Du lịch|Chủ tịch))"
    r"|\s(?:ngày|về|V/v|v/v|quy định|quyết định|ban hành|phê duyệt|sửa đổi|hướng dẫn|tổ chức|công bố|kèm|có|đã|được|để|tại|theo"
    r"|nhằm|cho|giao|phát động|phân cấp|bãi bỏ|thay thế|tiếp tục|đẩy mạnh|tăng cường|thành lập|kiện toàn|tặng|công nhận|đến năm|giai đoạn"
    r"|Về|Quy định|Ban hành|Phê duyệt|Sửa đổi|Hướng dẫn|Bổ sung|Cho phép|Bãi bỏ|Thành lập|Tách|xác định|bổ sung|cho phép"
    r"|và (?:Nghị|Quyết|Kế|Công|Thông|Chỉ|Hướng|các|số)"
)
# "UBND tỉnh và" before the next citation.
_LOOSE_END = re.compile(r"(?:[\s,*_]|\s(?:và|các|theo|tại)(?=\W*$))+$")
_ISSUER_CUT = re.compile(rf"{_STOPS}|triển khai|thực hiện)\b")
_BOARD_CUT = re.compile(rf"{_STOPS})\b")
_TITLE = re.compile(
    r"[\s,)*_]*((?:về việc|về|v/v|ban hành|quy định|phê duyệt|hướng dẫn|sửa đổi|bổ sung|cho phép|triển khai"
    r"|tổ chức|phát động|thực hiện|công bố|xác định|phân cấp|thành lập|kiện toàn|tặng|công nhận|tiếp tục|đẩy mạnh|tăng cường|kế hoạch)\b)",
    re.IGNORECASE,
)
# A title ends at the sign behind it, before the next document, and where the sentence goes on with who did something:
# "về giảm nghèo bền vững, Đảng ủy Sở, Lãnh đạo Sở đã quán triệt".
_TITLE_CUT = re.compile(
    r";|\)|\.(?=\s|$)|\n|,\s+(?:các\s+)?(?=(?:Nghị|Quyết|Kế|Công|Thông|Chỉ)\s)"
    r"|,\s+(?=[A-ZĐỦ][^;.”\n]{2,80}?\s(?:đã|báo\scáo)\s)"
)
