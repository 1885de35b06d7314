"""Whether a text gives what a demand of the outline asks for.

What counts as given is wide, so that a text which answers in its own words is never told that it does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from thidua_check.outline.demands import CLASSIFIERS
from thidua_check.outline.model import Requirement
from thidua_check.outline.movements import bare, identify
from thidua_check.text import fold, fold_same_length

# A figure that counts something: "02 tập thể", "14,5 km", "11/11 phòng"; not "ngày 05/9/2023", "số 12/KH-UBND", "năm 2024".
_FIGURE = re.compile(
    r"(?<!ngày )(?<!tháng )(?<!năm )(?<!số )(?<!quý )(?<!điều )(?<!khoản )(?<!đoạn )(?<![\w/.,-])"
    r"\d[\d.,]*(?:/\d[\d.,]*)?(?![\w/-])"
)
# Numbers in words before what they count: "một công chức"; "năm" is a year as often.
_IN_WORDS = r"(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười)"
# There is nothing to count: "không phát sinh đơn thư", "chưa có trường hợp nào".
_NONE = r"(?:không|chưa)(?:\s(?:có|phát sinh|xảy ra|để xảy ra|ghi nhận))*"
# Where the words that a figure counts end: at the next figure and at the end of the clause.
_STRETCH = re.compile(r"[;.:]|\d")
_AFTER, _BEFORE = 80, 30
# What is measured, and the units it comes in: "diện tích đất hiến" in m2 or ha.
_MEASURED = re.compile(r"^(?:diện tích|khối lượng|sản lượng|chiều dài|km)\b")
_UNIT = re.compile(r"\d\s*(?:m2|m²|ha|km|m3|m³|m|tấn|tạ|kg|héc ta|hec ta|mét)(?!\w)")
# "94%", "60/62 hộ", "9 người trong số 10 người", "một nửa", "toàn bộ các hộ".
_SHARE = re.compile(
    r"\d\s*%|(?<![\d/])\d+/\d+\s+[^\W\d_]|phần trăm|(?:toàn bộ|tất cả|mọi)\s|một nửa|phần (?:ba|tư|năm)\b"
    r"|\d(?:\s[^\W\d_]+){0,3}\s(?:trong|trên)\s(?:tổng\s)?(?:số\s)?\d"
)
# "20 triệu đồng", "20.000.000đ"; "không sử dụng kinh phí".
_MONEY = re.compile(
    r"\d[\d.,]*\s*(?:nghìn|ngàn|triệu|tỷ|tỉ|đồng|đ|usd)(?!\w)|(?:không|chưa)[^.;]{0,30}(?:kinh phí|tiền|vốn|nguồn lực)"
)
# "tăng 4,5% so với năm 2023", "cao hơn", "hơn quý I/2023 là 9 đơn vị", "bằng 110% kế hoạch"; not "tăng cường", "giảm nghèo".
_COMPARISON = re.compile(
    r"so với|cùng kỳ|năm trước|năm học trước|kỳ trước|(?<!gia )\btăng(?! cường)|\bgiảm(?! nghèo)|vượt|bằng năm|\bgấp\b"
    r"|(?:cao|thấp|nhiều|ít|ngắn|dài|lớn|nhỏ|nhanh|tốt|kém) hơn|hơn (?:năm|quý|kỳ|trước|tháng|vụ|cùng)|\d\s*% (?:kế hoạch|chỉ tiêu)"
)
# There is nothing to compare with: "năm đầu tiên thực hiện", "chưa có số liệu năm trước".
_FIRST_TIME = re.compile(r"lần đầu|năm đầu|(?:không|chưa) (?:có|so sánh)")
_YEAR = re.compile(r"(?:19|20)\d\d")
# A document: "769/QĐ-UBND", "06/2022/QH15", "56-KH/ĐTN", "số 45 ngày 18/01/2024"; its day and its title behind it.
_DOCUMENT = re.compile(
    r"\d{1,5}(?:/(?:19|20)\d\d)?\s?[/-]\s?[A-ZĐ][\w&]*(?:\s?[-/]\s?[\wĐ&.]+)*|(?<=số )\d{1,5}(?=,? ngày\s)"
)
# None was issued: "không ban hành văn bản riêng", "chưa ban hành kế hoạch".
_NOT_ISSUED = re.compile(r"(?:không|chưa)[^.;]{0,20}ban hành")
# Nouns for documents, which are counted as well by being cited.
_DOCUMENTS = ("văn bản", "kế hoạch", "quyết định", "nghị quyết", "công văn", "chỉ thị", "hướng dẫn")
_DAY = re.compile(r"^.{0,40}?ngày\s+\d")
_TITLE = re.compile(r"^.{0,120}?\b(?:về|v/v|ban hành|phê duyệt|hướng dẫn|thực hiện|triển khai)\b", re.DOTALL)
_ENCLOSES = re.compile(r"kèm|phụ lục|phụ biểu|biểu (?:số|mẫu|tổng hợp|thống kê)|đính|danh sách")
# What a name begins with: an opening quote, or two words in a row with capitals.
_NAME = re.compile(r"[“\"«]\w|\b[A-ZĐÀ-Ỹ]\w+\s+[A-ZĐÀ-Ỹ]\w+")
# A person by name: "ông Phạm Văn", "bà Đinh Thị", "đồng chí Hồ".
_PERSON = re.compile(r"\b(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Tt]hầy|[Đđ]ồng chí|[Hh]ộ)\s+[A-ZĐÀ-Ỹ]\w+")
_REACH = 40


def is_met(demand: Requirement, text: str) -> bool:
    """Whether a text gives what a demand asks for.

    >>> is_met(Requirement("count", ("buổi tuyên truyền",)), "Đã tổ chức 04 buổi với 300 lượt người.")
    True
    """
    return _MET[demand.kind](demand, text)


def has_figure(text: str) -> bool:
    """Whether a text gives any figure at all, in digits or in words."""
    folded = fold_same_length(text)
    return bool(_FIGURE.search(folded) or re.search(rf"(?<!\w){_IN_WORDS}\s(?!số\b|trong\b|là\b)", folded))


def documents(text: str) -> list[frozenset[str]]:
    """Return, for each document that a text cites, which of the fields ``số``, ``ngày``, ``trích yếu`` it gives."""
    out = []
    found = list(_DOCUMENT.finditer(text))
    for n, match in enumerate(found):
        stop = found[n + 1].start() if n + 1 < len(found) else len(text)
        rest, before = (
            fold(text[match.end() : stop]),
            fold(text[max(0, match.start() - _AFTER) : match.start()]),
        )
        fields = {"số"}
        if _DAY.match(rest):
            fields.add("ngày")
        if _TITLE.match(rest) or re.search(r"\b(?:luật|pháp lệnh)\b", before):
            fields.add("trích yếu")
        out.append(frozenset(fields))
    return out


def _counts(demand: Requirement, text: str) -> bool:
    """Whether a figure, a number in words or an explicit nil stands with one of the nouns."""
    folded = fold_same_length(text)
    if any(_MEASURED.match(noun) for noun in demand.nouns) and _UNIT.search(folded):
        return True
    if any(noun.startswith(_DOCUMENTS) for noun in demand.nouns) and (
        documents(text) or _NOT_ISSUED.search(folded)
    ):
        return True
    heads = tuple(dict.fromkeys(head for noun in demand.nouns for head in _heads(noun)))
    for match in _FIGURE.finditer(folded):
        near = _STRETCH.split(folded[match.end() : match.end() + _AFTER], maxsplit=1)[0]
        if any(f" {head} " in f" {bare(near)} " for head in heads):
            return True
    words = "|".join(map(re.escape, heads))
    return bool(
        re.search(
            rf"(?<!\w)(?:{_IN_WORDS}|{_NONE}(?:\s[^\W\d_]+){{0,2}})\s(?:{words})(?!\w)"
            rf"|(?<!\w)(?:{words})(?!\w)[^\d.;,]{{0,{_BEFORE}}}?(?::|\blà|\bđạt|\bgồm|\bcó)\s*\d",
            folded,
        )
    )


def _heads(noun: str) -> tuple[str, ...]:
    """Return the beginnings of a noun that are enough to tell it: two words, or one that tells alone."""
    words = noun.split()
    pair = " ".join(words[:2])
    return (pair, words[0]) if words[0] in CLASSIFIERS and len(words) > 1 else (pair,)


def _names(demand: Requirement, text: str) -> bool:
    """Whether a name stands shortly after one of the nouns; a national movement's name is no answer."""
    folded = fold_same_length(text)
    for noun in demand.nouns:
        at = folded.find(noun)
        while at >= 0:
            match = _NAME.search(text, at + len(noun), at + len(noun) + _REACH)
            if match and not identify(text[match.start() : match.start() + 120]):
                return True
            at = folded.find(noun, at + 1)
    return bool(_PERSON.search(text))


def _speaks(demand: Requirement, text: str) -> bool:
    folded = fold(text)
    return any(noun in folded for noun in demand.nouns)


def _encloses(demand: Requirement, text: str) -> bool:
    folded = fold(text)
    return bool(_ENCLOSES.search(folded))


def _cites(demand: Requirement, text: str) -> bool:
    """Whether some document is cited with the fields that are asked for; who issued it is seldom told apart."""
    wanted = set(demand.nouns) - {"nơi ban hành"}
    return any(wanted <= fields for fields in documents(text)) or bool(_NOT_ISSUED.search(fold(text)))


def _compares(demand: Requirement, text: str) -> bool:
    """Whether a text compares, or names a year that the demand names to compare with."""
    folded = fold_same_length(text)
    years = set(_YEAR.findall(demand.text)) & set(_YEAR.findall(folded))
    return bool(years or _COMPARISON.search(folded) or _FIRST_TIME.search(folded))


def _searched(pattern: re.Pattern[str]) -> Callable[[Requirement, str], bool]:
    return lambda _, text: bool(pattern.search(fold_same_length(text)))


_MET: dict[str, Callable[[Requirement, str], bool]] = {
    "count": _counts,
    "name": _names,
    "topic": _speaks,
    "attachment": _encloses,
    "citation": _cites,
    "share": _searched(_SHARE),
    "money": _searched(_MONEY),
    "comparison": _compares,
    "figures": lambda _, text: has_figure(text),
}
