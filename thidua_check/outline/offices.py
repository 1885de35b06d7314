"""The level of the reporting office, told by its name, its symbol, its opening sentence or its signature."""

from __future__ import annotations

import re

from thidua_check.anatomy.model import Anatomy
from thidua_check.text import fold

UNITS = {
    "province": "cấp tỉnh",
    "department": "sở, ban, ngành",
    "district": "cấp huyện",
    "commune": "cấp xã",
    "school": "nhà trường",
    "enterprise": "doanh nghiệp",
}
# Cities of the central level, as they stand after "thành phố"; before and after 01/7/2025.
_CENTRAL_CITY = re.compile(r"\bthành phố\s+(?:hà nội|hồ chí minh|hải phòng|đà nẵng|cần thơ|huế)\b")
# What a name begins with or holds, the narrower before the broader: "UBND thị xã Đức Phổ" before "xã".
_NAMES = (
    (
        re.compile(r"^(?:sở|cục|chi cục|ban\s|phòng|văn phòng|thanh tra|bảo hiểm xã hội|kho bạc|trung tâm)"),
        "department",
    ),
    (re.compile(r"^(?:trường|đại học|học viện)\b"), "school"),
    (re.compile(r"^(?:công ty|tổng công ty|tập đoàn|ngân hàng|doanh nghiệp|hợp tác xã)\b"), "enterprise"),
    (_CENTRAL_CITY, "province"),
    (re.compile(r"\b(?:huyện|quận|thị xã|thành phố)\b"), "district"),
    (re.compile(r"\b(?:xã|phường|thị trấn|đặc khu)\b"), "commune"),
    (re.compile(r"\btỉnh\b"), "province"),
)
# The part of a symbol after the type: "BC-SKHCN", "BC-HU", "BC-ĐU".
_SYMBOLS = (
    (re.compile(r"^(?:S[A-ZĐ]{1,8}|CC[A-ZĐ]{1,6}|BQL[A-ZĐ]*)$"), "department"),
    (re.compile(r"^(?:TU|TỈNH ỦY)$"), "province"),
    (re.compile(r"^(?:HU|QU)$"), "district"),
)
# Who speaks in the opening: "Sở Khoa học và Công nghệ báo cáo", "UBND huyện Ba Tơ kính báo cáo"; not "Sở A về việc báo cáo".
_SPEAKER = re.compile(
    r"\b((?:sở|ubnd|uỷ ban nhân dân|huyện uỷ|thị uỷ|đảng uỷ|ban|trường|công ty)\s(?:(?!về\b)[^\W_][\w&]*,?\s){1,9}?)"
    r"(?:(?:kính|xin|tổng hợp|trân trọng)\s)?báo cáo\b"
)
_FIRST_PARAGRAPHS = 6


def unit_level(anatomy: Anatomy) -> str | None:
    """Return the level of the office that reports (a key of :data:`UNITS`), None if nothing tells it."""
    return (
        _by_name(anatomy.issuer.text if anatomy.issuer else "")
        or _by_symbol(anatomy.symbol or "")
        or _by_opening(anatomy)
        or _by_signature(anatomy)
    )


def _by_name(name: str) -> str | None:
    folded = fold(name)
    return next((level for pattern, level in _NAMES if folded and pattern.search(folded)), None)


def _by_symbol(symbol: str) -> str | None:
    organ = symbol.upper().rpartition("-")[2]
    return next((level for pattern, level in _SYMBOLS if pattern.match(organ)), None)


def _by_opening(anatomy: Anatomy) -> str | None:
    """Return the level of the office that says "... báo cáo" at the beginning or in the closing sentence."""
    texts = [paragraph.text for paragraph in anatomy.main[:_FIRST_PARAGRAPHS]]
    for text in [*texts, anatomy.closing.text if anatomy.closing else ""]:
        found = _SPEAKER.findall(fold(text))
        if found:
            return _by_name(found[-1].strip())
    return None


def _by_signature(anatomy: Anatomy) -> str | None:
    titles = [fold(p.text) for p in anatomy.signature.titles] if anatomy.signature else []
    if any("hiệu trưởng" in t for t in titles):
        return "school"
    return "department" if any(t.startswith(("giám đốc", "phó giám đốc")) for t in titles) else None
