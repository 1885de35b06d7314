"""The fixed words of the blocks: national header, motto, number line, place and date, document types, signing forms.

NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II and Phụ lục III, Mục I. Everything is matched a little wider than the
decree writes it, so that a wrong form is still recognised as what it was meant to be. Patterns for folded text are
spelled as text.fold spells: ``uỷ``, ``hoà``, ``toà``.
"""

from __future__ import annotations

import re
from enum import StrEnum

from attrs import frozen

from thidua_check.anatomy.units import is_caps
from thidua_check.registry import pack_types, per_pack
from thidua_check.text import fold


class Kind(StrEnum):
    """What a printed line of the head of a document is."""

    NATIONAL = "national"
    MOTTO = "motto"
    PARTY = "party"
    NUMBER = "number"
    PLACE_DATE = "place_date"
    ABOUT = "about"
    TYPE = "type"
    TO = "to"
    ANNEX = "annex"
    MARK = "mark"
    RULE = "rule"
    CAPS = "caps"
    OTHER = "other"


# The named types of NĐ 30, Điều 7, with those of VBQPPL and the Party that reports travel with; longest first.
TYPES = tuple(
    sorted(
        (
            "nghị quyết", "nghị quyết liên tịch", "quyết định", "chỉ thị", "quy chế", "quy định", "quy trình",
            "thông cáo", "thông báo", "hướng dẫn", "chương trình", "kế hoạch", "kế hoạch liên tịch",
            "kế hoạch phối hợp", "chương trình phối hợp", "phương án", "đề án", "dự án", "báo cáo",
            "biên bản", "tờ trình", "hợp đồng", "công điện", "bản ghi nhớ", "bản thỏa thuận", "giấy ủy quyền",
            "giấy mời", "giấy giới thiệu", "giấy nghỉ phép", "phiếu gửi", "phiếu chuyển", "phiếu báo", "đề cương",
            "đề cương báo cáo", "luật", "bộ luật", "pháp lệnh", "lệnh", "nghị định", "thông tư", "thông tư liên tịch",
            "kết luận", "chiến lược", "quy hoạch", "điều lệ", "thể lệ", "nội quy", "danh mục", "công văn",
        ),
        key=len,
        reverse=True,
    )
)  # fmt: skip


@per_pack
def _folded_types() -> tuple[str, ...]:
    """Return the folded names of the types, those of the packs in use included, longest first."""
    return tuple(sorted({fold(name) for name in (*TYPES, *pack_types())}, key=len, reverse=True))


def type_names() -> frozenset[str]:
    """Return the folded names of the document types that are recognised.

    Raises RulePackError for a pack whose registry of document types is no YAML.
    """
    return frozenset(_folded_types())


_NATIONAL = re.compile(r"c[oộ]ng\s?ho[aà]\s?x[aã]\s?h[oộ]i|ch[uủ] ngh[iĩ]a vi[eệ]t nam")
# A line of eight words at most that has six of these is the national header with a slip: "CỘNG HHÒA XÃ HỘI ...".
_NATIONAL_WORDS = frozenset(fold("cộng hòa xã hội chủ nghĩa việt nam").split())
_ENOUGH_WORDS = 6
# The whole of it alone on a line, in whatever letters: "Cộng hòa xã hội chủ nghĩa Việt Nam".
_NATIONAL_NAME = re.compile(r"\W*cộng hoà xã hội chủ nghĩa việt nam\W*")
_MOTTO = re.compile(r"[đd][oộ]c\s?l[aậ]p\W+t[uự]\s?do|t[uự]\s?do\W+h[aạ]nh\s?ph[uú]c")
_PARTY = re.compile(r"\W*đảng cộng sản việt nam\W*")
# "Số: 15/BC-UBND", "Số:     /BC-SNV", "Số 127-QĐ/TW", "Số: 37/2025/NQ-HĐND", "Số: ...../....".
_NUMBER = re.compile(
    r"""số\s*[:.;]?\s*
    (?P<number>[\d.…_\s]*?\d[a-zđ]?(?=\s*[-–/])|[.…_\s]*)\s*
    (?:/\s*(?P<year>(?:19|20)\d\d))?
    \s*(?P<sep>[-–/])?\s*
    (?P<symbol>[A-Za-zĐđ.…][\wĐđÀ-ỹ&.…()]*(?:\s?[-–/&,.]\s?[\wĐđÀ-ỹ&.…()]+)*)?
    \s*[.…]*""",
    re.VERBOSE | re.IGNORECASE,
)
# The same without its first word: "86/BC-SNV", "15/2025/QĐ-UBND".
_BARE_NUMBER = re.compile(
    r"\d{1,5}[a-zđ]?\s?/\s?(?:(?:19|20)\d\d/)?[A-ZĐ][A-Za-zĐđ]{0,5}\s?-\s?[A-ZĐ][\wĐđ&.-]{1,20}"
)
# "Quảng Ngãi, ngày 05 tháng 02 năm 2026", "Ba Tơ, ngày   tháng 3 năm 2025", "......, ngày ... tháng ... năm 20...".
_PLACE_DATE = re.compile(
    r"""(?P<place>[^,;:]{0,60}?)\s*[,;.]?\s*
    ng[àa]y\s*(?P<day>[\d.…_/\s]*?)\s*[.,/]?\s*
    th[áa]ng\s*(?P<month>[\d.…_/\s]*?)\s*[.,/]?\s*
    n[ăa]m\s*(?P<year>[\d.…_\s]*)\W*""",
    re.VERBOSE | re.IGNORECASE,
)
# "Quảng Ngãi, 15/3/2025", "Quảng Ngãi, ngày 15/3/2025", "Quảng Ngãi, tháng 3 năm 2025".
_PLACE_SLASH = re.compile(
    r"(?P<place>[^,;:\d]{2,60}?),\s*(?:ngày\s*)?(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})\W*",
    re.IGNORECASE,
)
_PLACE_MONTH = re.compile(
    r"(?P<place>[^,;:\d]{2,60}?),\s*tháng\s*(?P<month>\d{1,2})\s*(?:năm|/)\s*(?P<year>\d{4})\W*",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"v\s?/\s?v\b|về việc\b")
_TO = re.compile(r"\W*kính\s?(?:gửi|trình)\W*(?=:|$|\s)")
_ANNEX = re.compile(
    r"[\s*\"(\[]*(?:phụ lục|phụ biểu|biểu mẫu|mẫu số|biểu số|mẫu)(?:\s+(?:số\s*)?[\d.ivxlc]{1,6}[a-z]?(?=\W|$).{0,90})?\W*"
)
_MARK = re.compile(
    r"\W*(?:dự thảo.{0,30}|bản nháp|hoả tốc|thượng khẩn|khẩn|tuyệt mật|tối mật|mật|xem xong trả lại|lưu hành nội bộ)\W*"
)
ORGAN_WORDS = re.compile(
    r"(?:sở|ban|bộ|cục|chi cục|tổng cục|vụ|viện|trường|phòng|trung tâm|uỷ ban|ubnd|hội|hội đồng|hđnd|văn phòng|công an"
    r"|công ty|tập đoàn|tổng công ty|tổng|huyện|tỉnh uỷ|thành uỷ|thị uỷ|quận uỷ|đảng|đảng uỷ|chi bộ|liên đoàn|công đoàn"
    r"|đoàn|toà án|viện kiểm sát|thanh tra|kho bạc|bảo hiểm|ngân hàng|bệnh viện|quốc hội|chính phủ|thủ tướng|báo|đài"
    r"|hạt|đội|trạm|quỹ|khối|cơ quan|tổ|mặt trận|học viện|đại học|cụm|thường trực|tiểu ban|liên minh|xã đoàn|nhà|đơn vị"
    r"|tên cơ quan|tên cq|bch|btv|ttyt|hkh|mttq|ubmttq|tỉnh đoàn|huyện đoàn|thành đoàn|bưu điện|kiểm toán|chủ tịch"
    r"|bộ tư lệnh|bộ chỉ huy|quân khu|sư đoàn|vườn|khu|thư viện|bảo tàng|câu lạc bộ|nhà máy|xí nghiệp|hợp tác xã)\b"
)


# Small-letter lines that begin like an organ and name none: "Ban hành kèm theo ...", "Tổ chức ...", "Báo cáo ...".
_NO_ORGAN = re.compile(r"(?:ban hành|tổ chức|trường hợp|báo cáo|khu vực|đơn vị tính|nhà nước|hội nghị)\b")
# An organ's name in small letters: "Sở Nội vụ", "UBND tỉnh Sông Mẫu"; no sign that ends a sentence, no field to fill in.
_ORGAN_NAME = re.compile(r"[^.:;,()\d…]{4,100}")
# The place of a place-date line: a few words with capitals, or dots: "Quảng Ngãi", "TP. Hồ Chí Minh", "Quận 1", ".....".
_PLACE_NAME = re.compile(r"(?:(?:[A-ZĐÀ-Ỹ][\w.-]*|\d{1,2})(?:\s+|$)){1,6}|[\s.…_]*")


@frozen
class Number:
    """A number line read: number and symbol are None where they are blank."""

    number: str | None
    year: int | None
    symbol: str | None


@frozen
class PlacedDate:
    """A place-date line read: blanks are None."""

    place: str | None
    day: int | None
    month: int | None
    year: int | None


def kind_of(text: str) -> Kind:
    """Return what a line is, looking at its words alone.

    >>> kind_of("Số:      /BC-UBND"), kind_of("Độc lập – Tự do – Hạnh phúc"), kind_of("BÁO CÁO")
    (<Kind.NUMBER: 'number'>, <Kind.MOTTO: 'motto'>, <Kind.TYPE: 'type'>)
    """
    folded = fold(text)
    if len(folded) < 120:
        if _PARTY.fullmatch(folded):
            return Kind.PARTY
        named = _NATIONAL.match(folded) or _nearly_national(folded)
        if named and (is_caps(text) or _NATIONAL_NAME.fullmatch(folded)):
            return Kind.NATIONAL
        if _MOTTO.search(folded) and len(folded) < 50:
            return Kind.MOTTO
        if read_number(text) is not None:
            return Kind.NUMBER
        if read_place_date(text) is not None:
            return Kind.PLACE_DATE
        if _MARK.fullmatch(folded):
            return Kind.MARK
        if _ANNEX.fullmatch(folded):
            return Kind.ANNEX
    if _ABOUT.match(folded):
        return Kind.ABOUT
    if type_end(text) is not None:
        return Kind.TYPE
    if _TO.match(folded):
        return Kind.TO
    return Kind.CAPS if is_caps(text) else Kind.OTHER


def names_organ(text: str) -> bool:
    """Tell whether a line in small letters reads as the name of an organ.

    >>> names_organ("Sở Ví Dụ"), names_organ("Ban hành kèm theo Quyết định"), names_organ("Tổ chức thực hiện")
    (True, False, False)
    """
    folded = fold(text)
    return (
        text[:1].isupper()
        and _ORGAN_NAME.fullmatch(text) is not None
        and ORGAN_WORDS.match(folded) is not None
        and _NO_ORGAN.match(folded) is None
    )


def is_place_date(text: str) -> bool:
    """Tell whether a line is a place-date line beyond doubt, and not a sentence that ends in a date.

    >>> is_place_date("Quảng Ngãi, ngày 05 tháng 12 năm 2025"), is_place_date("Mừng Quốc khánh, ngày 02 tháng 9 năm 2025")
    (True, False)
    """
    before, comma, _ = text.partition(",")
    return (
        comma == ","
        and _PLACE_NAME.fullmatch(before.strip(" *")) is not None
        and read_place_date(text) is not None
    )


def _nearly_national(folded: str) -> bool:
    words = folded.split()
    return len(words) <= len(_NATIONAL_WORDS) and len(_NATIONAL_WORDS.intersection(words)) >= _ENOUGH_WORDS


@per_pack
def _spaced_types() -> frozenset[str]:
    return frozenset(name.replace(" ", "") for name in _folded_types())


def type_end(text: str) -> int | None:
    """Return where the name of the document type ends at the head of a line, None if the line opens no document.

    The name stands alone, or in capitals before the rest of the title.

    >>> type_end("BÁO CÁO TỔNG KẾT NĂM 2024"), type_end("Báo cáo"), type_end("Báo cáo tổng kết")
    (7, 7, None)
    """
    stripped = text.strip(" *.")
    folded = fold(stripped)
    if folded.replace(" ", "") in _spaced_types() and (
        is_caps(stripped) or stripped.istitle() or len(folded) < 20
    ):
        return len(text)
    if not is_caps(text) or text.rstrip().endswith(":"):
        return None
    start = len("DỰ THẢO ") if folded.startswith("dự thảo ") else 0
    for name in _folded_types():
        if folded.startswith(name, start) and folded[start + len(name) : start + len(name) + 1] in (
            " ",
            ":",
            ",",
        ):
            return start + len(name)
    return None


def read_number(text: str) -> Number | None:
    """Return the parts of a number line, None if the line is none.

    >>> read_number("Số: 15/BC-UBND"), read_number("Số lượng tham gia")
    (Number(number='15', year=None, symbol='BC-UBND'), None)
    """
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    number = (match["number"] or "").strip(" .…_")
    symbol = (match["symbol"] or "").strip(" .…_-–/")
    if not match["sep"] and not (number and symbol) and text.strip()[-1:] not in ":.…_":
        return None
    if symbol and not match["sep"]:
        return None
    return Number(number or None, int(match["year"]) if match["year"] else None, symbol or None)


def read_bare_number(text: str) -> Number | None:
    """Return the parts of a number line without the word ``Số``, None if the line is none.

    >>> read_bare_number("86/BC-SNV"), read_bare_number("24/7")
    (Number(number='86', year=None, symbol='BC-SNV'), None)
    """
    bare = _BARE_NUMBER.fullmatch(text.strip()) is not None
    return read_number(f"Số: {text.strip()}") if bare else None


def read_place_date(text: str) -> PlacedDate | None:
    """Return the parts of a place-date line, None if the line is none.

    A ground of a decision is none, although it may end in a date.

    >>> read_place_date("Quảng Ngãi, ngày   tháng 3 năm 2025")
    PlacedDate(place='Quảng Ngãi', day=None, month=3, year=2025)
    >>> read_place_date("Căn cứ Luật Viên chức ngày 15 tháng 11 năm 2010;")
    """
    stripped = text.strip(" *()")
    if fold(stripped[:8]).startswith("căn cứ"):
        return None
    match = (
        _PLACE_DATE.fullmatch(stripped)
        or _PLACE_SLASH.fullmatch(stripped)
        or _PLACE_MONTH.fullmatch(stripped)
    )
    if match is None:
        return None
    place = match["place"].strip(" .…_,;")
    groups = match.groupdict()
    return PlacedDate(
        place or None, _whole(groups.get("day")), _whole(groups["month"]), _year(groups["year"])
    )


def _whole(text: str | None) -> int | None:
    digits = (text or "").strip(" .…_/")
    return int(digits) if digits.isdigit() else None


def _year(text: str) -> int | None:
    digits = text.strip(" .…_")
    return (
        int(digits)
        if digits.isdigit() and len(digits) == 4 and not text.strip().endswith(("…", ".."))
        else None
    )
