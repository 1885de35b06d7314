"""Whether the words behind a label read as a title, and where the title ends.

Offices write levels that NĐ 30/2020/NĐ-CP does not know and set half of them in plain type, so label, bold type,
length, punctuation and what follows are weighed together.
"""

from __future__ import annotations

import re
from enum import IntEnum

from attrs import frozen

from thidua_check.anatomy.labels import capital_at
from thidua_check.anatomy.units import BULLETS, Unit
from thidua_check.text import fold


class Verdict(IntEnum):
    """How a unit reads: running text, something that only its siblings can decide, or a title."""

    NO = 0
    MAYBE = 1
    YES = 2


@frozen
class Title:
    """The verdict on one unit and the offset where the title ends (the end of the paragraph unless run in).

    ``soft`` marks a title that only a colon sets off, which most of its siblings must share.
    """

    verdict: Verdict
    end: int
    soft: bool = False


@frozen
class Setting:
    """What surrounds a unit.

    ``body`` tells whether something of its own follows it; ``formatted`` whether the source shows bold type, and
    ``bold_scheme`` whether titles with this unit's kind of label are bold in it; ``first`` whether it opens a list.
    """

    body: bool
    formatted: bool
    bold_scheme: bool


# The words of evaluation headings: "Ưu điểm", "Tồn tại, hạn chế và nguyên nhân", "Với Trung ương", "Đánh giá chung".
_TOPICS = (
    "ưu điểm khuyết hạn chế tồn tại bất cập nguyên nhân khách chủ quan thuận lợi khó khăn vướng mắc kết quả đạt được "
    "mặt chưa của những các một số và về kiến nghị đề xuất bài học kinh nghiệm giải pháp phương hướng nhiệm vụ mục "
    "đích yêu cầu đánh giá chung trong thời gian tới với đối tỉnh trung ương huyện mở đầu đặt vấn kết luận"
)
_TOPIC_WORDS = frozenset(_TOPICS.split())
# At least one of these must be among them: "với các tỉnh" alone says nothing.
_TOPIC_CORE = re.compile(
    r"ưu điểm|khuyết điểm|hạn chế|tồn tại|nguyên nhân|khách quan|chủ quan|thuận lợi|khó khăn|vướng mắc|kết quả đạt được"
    r"|kiến nghị|đề xuất|bài học|giải pháp|phương hướng|mục đích|yêu cầu|đánh giá chung|đặt vấn đề|mở đầu|kết luận"
    r"|^(?:đối )?với (?:tỉnh|trung ương|huyện)$"
)
_WORD = re.compile(r"[^\W\d_]+")
# The end of a lead: "Hạn chế: Số lượng", "Ưu điểm. Trong năm", "Nguyên nhân của hạn chế là tiềm lực".
_LEAD_END = re.compile(r"\s*[:.](?=\s)|\s+(?=là\s)")
_COLON = re.compile(r"\s?:(?=\s)")
# A sentence ends and another begins: "đạt kết quả. Trong năm"; not "TP. Hồ", "ThS. Trần", "05. 2".
_SENTENCE_BREAK = re.compile(r"[^\W\d_]{3,}[”\"')\]]*\.\s+(?=[^\W\d_a-zđ])")
# Words before a colon that announce a list or a clause, not a title: "trọng tâm là:", "như sau:", "gồm:".
_ANNOUNCES = re.compile(
    r"(?:\b(?:là|sau|sau đây|gồm|bao gồm|gồm có|như|cụ thể|trong đó|rằng|dưới đây|tiêu biểu|điển hình|kèm theo|với))$"
)
# Plain words behind a bold title that are still the title's: "(nếu có)", "(chi tiết tại Phụ lục)".
_ASIDE = re.compile(r"\s*\([^()]{1,160}\)\s*[.:]?")
# A clause with its verb, as running text has and titles do not: "đã ban hành", "chịu trách nhiệm".
_CLAUSE = re.compile(
    r"\b(?:đã|đang|sẽ|chịu trách nhiệm|có trách nhiệm|kính (?:đề nghị|mong)|căn cứ vào|chưa được|được giao)\b"
)

# The divisions that are headings whatever follows them.
DIVISIONS = frozenset({"part", "chapter", "muc", "dieu"})

_LONGEST_TITLE = 110
_LONG_TITLE = 60
_TITLE = 45
_STOPPED_TITLE = 35
_LEAD = 18
_BOLD_LEAD = 30
_SHORT = 20


def is_topic(text: str) -> bool:
    """Tell whether a title is made of evaluation words only.

    >>> is_topic("Tồn tại, hạn chế và nguyên nhân"), is_topic("Hạn chế rác thải nhựa")
    (True, False)
    """
    folded = fold(text)
    found = _WORD.findall(folded)
    return 0 < len(found) <= 14 and all(w in _TOPIC_WORDS for w in found) and bool(_TOPIC_CORE.search(folded))


def judge(unit: Unit, setting: Setting) -> Title:
    """Return how the unit reads, given what surrounds it."""
    if not unit.open:
        return Title(Verdict.NO, unit.end)
    if unit.start >= unit.end:
        return Title(Verdict.YES if unit.scheme in DIVISIONS else Verdict.NO, unit.end)
    if unit.label is None:
        return _plain(unit, setting)
    if unit.scheme in BULLETS:
        return _bullet(unit, setting)
    if unit.scheme in DIVISIONS:
        return _division(unit)
    return _numbered(unit, setting)


def _count(text: str) -> int:
    return len(text.split())


def _bold_lead(unit: Unit, limit: int) -> int | None:
    """Return the end of a bold stretch at the start that plain words follow."""
    if unit.bold or unit.bold_end <= unit.start:
        return None
    lead = unit.paragraph.text[unit.start : unit.bold_end]
    if _ASIDE.fullmatch(unit.paragraph.text, unit.bold_end, unit.end):
        return unit.end
    return unit.bold_end if 1 <= _count(lead) <= limit and len(lead.strip()) > 2 else None


def _trim(unit: Unit, end: int) -> int:
    """Return the end of a run-in title without the colon, stop or dash that closes it."""
    text = unit.paragraph.text
    while unit.end > end > unit.start and text[end - 1] in " \t\n\u00a0:.;,-–":
        end -= 1
    return end


def _topic_lead(unit: Unit) -> int | None:
    """Return the end of an evaluation word that leads the paragraph: ``Hạn chế: Số lượng ...``."""
    match = _LEAD_END.search(unit.paragraph.text, unit.start, min(unit.end, unit.start + 90))
    if match is None or not is_topic(unit.paragraph.text[unit.start : match.start()]):
        return None
    return match.start()


def _colon_lead(unit: Unit, setting: Setting) -> int | None:
    """Return the end of a title that a colon closes inside the paragraph: ``Kiến nghị, đề xuất: Không.``."""
    text = unit.paragraph.text
    match = _COLON.search(text, unit.start, unit.end)
    if match is None or match.end() >= unit.end:
        return None
    lead = fold(text[unit.start : match.start()])
    if _count(lead) > _LEAD or _ANNOUNCES.search(lead) or _CLAUSE.search(lead) or ". " in lead:
        return None
    rest = text[match.end() : unit.end].lstrip()
    whole = not capital_at(rest, 0) and setting.body and not rest.endswith((".", ";"))
    return None if whole else match.start()


def _numbered(unit: Unit, setting: Setting) -> Title:
    count = _count(unit.words)
    if unit.bold:
        return Title(Verdict.YES if count <= _LONG_TITLE else Verdict.NO, unit.end)
    lead = _bold_lead(unit, _BOLD_LEAD)
    if lead is not None:
        return Title(Verdict.YES, _trim(unit, lead))
    if unit.paragraph.outline_level is not None and count <= _TITLE:
        return Title(Verdict.YES, unit.end)
    lead = _topic_lead(unit)
    if lead is not None:
        return Title(Verdict.YES, _trim(unit, lead))
    lead = _colon_lead(unit, setting)
    if lead is not None and not unit.words.endswith(";"):
        short = not setting.bold_scheme or lead - unit.start < 60
        return Title(Verdict.YES if short else Verdict.NO, lead, soft=True)
    if unit.scheme in ("roman", "capital") or unit.caps:
        return Title(Verdict.YES if count <= _LONG_TITLE else Verdict.NO, unit.end)
    return Title(_whole(unit, count, setting), unit.end)


def _whole(unit: Unit, count: int, setting: Setting) -> Verdict:
    """Judge a labelled paragraph in plain type as a title of its own."""
    words = unit.words
    if words.endswith((";", ",")) or count > _LONGEST_TITLE or _SENTENCE_BREAK.search(words):
        return Verdict.NO
    folded = fold(words.rstrip(":"))
    if count > _TITLE:
        open_ended = setting.body and words[-1].isalnum() and not _CLAUSE.search(folded)
        return Verdict.MAYBE if open_ended and not setting.bold_scheme else Verdict.NO
    if words.endswith(":"):
        announces = _ANNOUNCES.search(folded) or _CLAUSE.search(folded)
        if announces:
            return Verdict.NO
        return Verdict.YES if setting.body else Verdict.MAYBE
    if setting.formatted and setting.bold_scheme and (count > _SHORT or words.endswith(".")):
        return Verdict.NO
    if words.endswith("."):
        if not setting.body or _CLAUSE.search(folded) or _COLON.search(words):
            return Verdict.NO
        return Verdict.YES if count <= _STOPPED_TITLE else Verdict.MAYBE
    if not setting.body or _CLAUSE.search(folded):
        return Verdict.MAYBE
    return Verdict.YES


def _bullet(unit: Unit, setting: Setting) -> Title:
    count = _count(unit.words)
    if is_topic(unit.words.rstrip(":. ")):
        return Title(Verdict.YES, unit.end)
    lead = _topic_lead(unit)
    if lead is not None:
        return Title(Verdict.YES, lead)
    if unit.words.endswith((";", ",")):
        return Title(Verdict.NO, unit.end)
    if unit.bold:
        return Title(Verdict.YES if count <= _TITLE and setting.body else Verdict.NO, unit.end)
    lead = _bold_lead(unit, _SHORT)
    if lead is not None and _closed(unit, lead):
        return Title(Verdict.YES, _trim(unit, lead))
    return Title(_bare_bullet(unit, count, setting), unit.end)


def _closed(unit: Unit, end: int) -> bool:
    """Tell whether a colon or a stop closes a bold lead, inside it or right behind it."""
    text = unit.paragraph.text
    return text[:end].rstrip()[-1:] in (":", ".") or text[end:].lstrip()[:1] in (":", ".")


def _bare_bullet(unit: Unit, count: int, setting: Setting) -> Verdict:
    words = unit.words
    if not setting.body or _SENTENCE_BREAK.search(words):
        return Verdict.NO
    folded = fold(words.rstrip(":."))
    if _CLAUSE.search(folded) or _ANNOUNCES.search(folded):
        return Verdict.NO
    if unit.scheme == "star":
        return Verdict.YES if count <= _SHORT else Verdict.NO
    if words.endswith(":") and ", " not in words:
        return Verdict.YES if count <= _SHORT else Verdict.NO
    return Verdict.NO


def _division(unit: Unit) -> Title:
    count = _count(unit.words)
    lead = _bold_lead(unit, _LONG_TITLE)
    if lead is not None:
        return Title(Verdict.YES, _trim(unit, lead))
    if unit.bold or unit.caps or (count <= 30 and not unit.words.endswith((".", ";"))):
        return Title(Verdict.YES, unit.end)
    return Title(Verdict.YES, unit.start) if unit.scheme == "dieu" else Title(Verdict.NO, unit.end)


# Lines that stand alone in bold or capitals and open no section: "QUYẾT ĐỊNH:", "QUYẾT NGHỊ", "Nơi nhận:".
_NO_SECTION = re.compile(
    r"(?:nay |hội đồng .{0,60})?(?:quyết định|quyết nghị|chỉ thị|ra quyết định|phê duyệt|ban hành|kính gửi|nơi nhận)\W*"
)


def _plain(unit: Unit, setting: Setting) -> Title:
    """Judge a paragraph without a label."""
    words, count = unit.words, _count(unit.words)
    level = unit.paragraph.outline_level
    if count > 30 or _NO_SECTION.fullmatch(fold(words)) or sum(map(str.isalpha, words)) < 5:
        lead = _plain_lead(unit)
        return Title(Verdict.YES, lead) if lead is not None else Title(Verdict.NO, unit.end)
    stopped = words.endswith((".", ";", ",", "!", "…")) or words[0] in '(“"*['
    if is_topic(words.rstrip(":. ")) and setting.body and capital_at(words, 0) and count <= 8:
        return Title(Verdict.YES, unit.end)
    if level is not None and not stopped and setting.body:
        return Title(Verdict.YES, unit.end)
    if setting.formatted:
        alone = unit.bold and not stopped and setting.body and capital_at(words, 0)
        if alone and not _ANNOUNCES.search(fold(words.rstrip(":"))):
            return Title(Verdict.YES, unit.end)
        lead = _plain_lead(unit)
        return Title(Verdict.YES, lead) if lead is not None else Title(Verdict.NO, unit.end)
    alone = unit.caps and not stopped and setting.body and 2 <= count <= _SHORT
    return Title(Verdict.YES if alone else Verdict.NO, unit.end)


def _plain_lead(unit: Unit) -> int | None:
    """Return the end of a bold lead that a colon or stop closes: ``**Về kinh tế:** ...``."""
    lead = _bold_lead(unit, 12)
    return _trim(unit, lead) if lead is not None and _closed(unit, lead) else None
