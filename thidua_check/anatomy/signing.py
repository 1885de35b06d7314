"""The fixed forms of the closing blocks: recipients, authority, titles and names of signers.

NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7 and 9.
"""

from __future__ import annotations

import re

from thidua_check.anatomy.units import is_caps
from thidua_check.text import fold

# "Nơi nhận:", "NƠI NHẬN", "Nơi nhận: Như trên"; not "Nơi nhận văn bản là ...".
RECIPIENTS = re.compile(r"\W*nơi (?:nhận|gửi)\W*(?=$|[-–:]|như trên|như điều)")
# "TM. ỦY BAN NHÂN DÂN", "T/M BAN THƯỜNG VỤ", "KT. GIÁM ĐỐC", "K/T", "TL.", "T/L", "TUQ.", "Q. GIÁM ĐỐC", "KT GIÁM ĐỐC".
_AUTHORITY = re.compile(
    r"\W*(?:t\s?/\s?m|k\s?/\s?t|t\s?/\s?l|tm|kt|tl|tuq|t\.u\.q|thay mặt|thừa lệnh|thừa uỷ quyền|ký thay)\b[\s.:]*\S|\W*q\s?\.\s?\S"
)
# Words that a line naming a post begins with.
_POST = re.compile(
    r"\W*(?:q\.\s?|quyền )?(?:phó\s)?(?:thứ\s)?(?:tổng\s)?(?:phó\s)?"
    r"(?:chủ tịch|giám đốc|bí thư|trưởng|chủ nhiệm|viện trưởng|bộ trưởng|thứ trưởng|thủ tướng|cục trưởng|vụ trưởng"
    r"|chi cục trưởng|hiệu trưởng|hiệu phó|chánh|chỉ huy|tư lệnh|chính uỷ|chính trị viên|cục phó|vụ phó|tổng thư ký"
    r"|thẩm phán|kiểm sát|đội trưởng|trạm trưởng|hạt trưởng|tổ trưởng|trạm phó|uỷ viên|thường trực|tổng kiểm toán"
    r"|thống đốc|tổng thanh tra|thanh tra|đại tá|thượng tá|trung tá|thiếu tướng|thiếu tá|thư ký|người lập|người báo cáo|thủ trưởng|tổng biên tập"
    r"|phó bí thư|phó trưởng|phó chánh|phó|đại diện|khối trưởng|cụm trưởng|kế toán|viên chức|xác nhận)\b"
)
_SIGNED = re.compile(
    r"\W*(?:\(?\s*(?:đã ký|ký tên|ký,|ký và|ký ghi|chữ ký|ký bởi|signed).{0,60}|\(ký.{0,60})\W*"
)
# "Trường", "H’Lim", "K'Ré", "Y"
_SYLLABLE = r"[A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ](?:[a-zđà-öø-ýăĩũơưạ-ỹ]|['’ʼ][A-Za-zĐđÀ-ỹ])*['’ʼ]?"
# Degrees, ranks of the forces and of the clergy, forms of address before a name.
_DEGREE = (
    r"GS|PGS|TS|ThS|Ths|TSKH|BS|BSCKI{1,2}|BSCK\d?|CKI{1,2}|KS|CN|NGƯT|NGND|TTƯT|TTND|LS|DS|Thạc sĩ|Tiến sĩ"
)
_RANK = r"(?:Đại|Thượng|Trung|Thiếu)\s(?:tá|tướng|úy|uý)|Linh mục|Mục sư|H(?:òa|oà) thượng|Thượng t(?:ọa|oạ)|Đại đức|Ni sư"
_BEFORE = re.compile(rf"(?:(?:{_DEGREE}|{_RANK}|Ông|Bà|Đ/c|Đồng chí)(?![^\W\d_])\s?[.,]?\s?)+")
# "(Đã ký) Trần Văn Mẫu", "Trần Văn Mẫu (đã ký)"
_SIGNED_BESIDE = re.compile(r"^\(\s?[Đđ]ã ký\s?\)\s*|\s*\(\s?[Đđ]ã ký\s?\)$")
# "Trần Thanh Trường", "K'Brôi H'Ngoan", "Ksor H’Khuyên".
_NAME = re.compile(rf"{_SYLLABLE}(?:[ -]+{_SYLLABLE}){{1,5}}\.?")
_SURNAMES = frozenset(
    [
        "nguyễn",
        "trần",
        "lê",
        "phạm",
        "hoàng",
        "huỳnh",
        "phan",
        "vũ",
        "võ",
        "đặng",
        "bùi",
        "đỗ",
        "hồ",
        "ngô",
        "dương",
        "lý",
        "đinh",
        "trương",
        "đoàn",
        "lâm",
        "phùng",
        "mai",
        "tô",
        "hà",
        "tạ",
        "đào",
        "tăng",
        "trịnh",
        "cao",
        "châu",
        "lưu",
        "thái",
        "quách",
        "vương",
        "chu",
        "triệu",
        "kiều",
        "la",
        "lương",
        "nông",
        "hứa",
        "từ",
        "thân",
        "tống",
        "vi",
        "giang",
        "bạch",
        "doãn",
        "khổng",
        "mạc",
        "lại",
        "đàm",
        "ninh",
        "quang",
        "sầm",
        "nghiêm",
        "cù",
        "bế",
        "kim",
        "thạch",
        "sơn",
        "danh",
        "lò",
        "quàng",
        "cầm",
        "tòng",
        "lường",
        "giàng",
        "vàng",
        "sùng",
        "thào",
        "hạng",
        "mùa",
        "ma",
        "điểu",
        "y",
        "rơ",
        "siu",
        "kpă",
        "ksor",
        "nay",
        "rmah",
        "đồng",
        "ông",
        "tôn",
        "thiều",
        "cung",
        "viên",
        "văn",
        "hầu",
        "phó",
        "khuất",
        "lục",
        "âu",
        "ân",
        "tiêu",
        "đường",
        "diệp",
        "chung",
        "chế",
        "bá",
        "phí",
        "ung",
        "trà",
        "tiết",
        "ứng",
    ]
)
_NOT_NAMES = re.compile(
    r"\b(?:uỷ ban|nhân dân|hội đồng|sở|phòng|ban|bộ|cục|tỉnh|huyện|xã|trung tâm|văn phòng|công an|đảng|chi bộ|nơi nhận|việt nam)\b"
)


def is_authority(text: str) -> bool:
    """Tell whether a line states on whose behalf the signer signs.

    >>> is_authority("KT. GIÁM ĐỐC"), is_authority("TM. ỦY BAN NHÂN DÂN"), is_authority("TL, ngày 5")
    (True, True, False)
    """
    return is_caps(text) and len(text) < 120 and _AUTHORITY.match(fold(text)) is not None


def is_post(text: str) -> bool:
    """Tell whether a line names the signer's post: capitals, or a post on a short line of its own."""
    folded = fold(text)
    if _POST.match(folded) is None or len(text) > 110 or is_name(text):
        return False
    return is_caps(text) or (
        len(text.split()) <= 8 and not text.endswith((".", ";", ",", ":")) and text[:1].isupper()
    )


def is_name(text: str) -> bool:
    """Tell whether a line is a person's name, with or without a degree or rank before it, or that it was signed.

    >>> is_name("Trần Thanh Trường"), is_name("TRẦN THANH TRƯỜNG"), is_name("Phó Giám đốc")
    (True, True, False)
    >>> is_name("Đại tá Trần Văn Mẫu"), is_name("Ksor H’Khuyên (đã ký)"), is_name("Đại tá")
    (True, True, False)
    """
    words = _SIGNED_BESIDE.sub("", text.strip(" *."))
    title = _BEFORE.match(words)
    words = words[title.end() :] if title else words
    if _ONE_WORD.fullmatch(words):
        return True
    if not 2 <= len(words.split()) <= 8 or _POST.match(fold(words)) or _NOT_NAMES.search(fold(words)):
        return False
    if is_caps(words):
        plain = words.split()
        return 2 <= len(plain) <= 6 and plain[0].lower() in _SURNAMES and words.replace(" ", "").isalpha()
    return _NAME.fullmatch(words) is not None


# A whole name in one word, of the peoples of the Highlands: "K’Diệp", "H'Blik".
_ONE_WORD = re.compile(r"[HKY]['’ʼ][A-ZĐÀ-Ỹ][a-zđà-ỹ]+")


def is_full_name(text: str) -> bool:
    """Tell whether a line is a person's name even where no post stands before it: it begins with a surname.

    >>> is_full_name("Trần Văn Mẫu"), is_full_name("Các Phòng Ban")
    (True, False)
    """
    words = text.split()
    return is_name(text) and 2 < len(words) < 6 and words[0].lower() in _SURNAMES


def is_signed_mark(text: str) -> bool:
    """Tell whether a line only says that it was signed: ``(Đã ký)``, ``(Ký tên, đóng dấu)``."""
    return _SIGNED.fullmatch(fold(text)) is not None
