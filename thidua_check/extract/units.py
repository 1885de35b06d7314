"""Units, scales and the words around a number that say whether it counts anything."""

from __future__ import annotations

import re
from decimal import Decimal

from thidua_check.text import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Scale words; "tỷ" is not the scale in "tỷ lệ", "tỷ trọng", "tỷ suất", "tỷ số".
SCALES = {
    "chục": Decimal(10),
    "trăm": Decimal(100),
    "nghìn": Decimal(1000),
    "ngàn": Decimal(1000),
    "triệu": Decimal(10**6),
    "tỷ": Decimal(10**9),
    "tỉ": Decimal(10**9),
}

# One spelling for each unit; what is not here stands for itself.
UNIT_NAMES = {
    "đ": "đồng",
    "vnđ": "đồng",
    "vnd": "đồng",
    "m²": "m2",
    "m³": "m3",
    "km²": "km2",
    "hecta": "ha",
    "héc ta": "ha",
    "phần trăm": "%",
    "điểm phần trăm": "điểm %",
}

# Units that take decimals, so that "22,656" before them is read with a decimal comma.
_COUNTED_UNITS = frozenset(
    {"đồng", "ngày", "ngày công", "tháng", "năm", "tuổi", "lần", "sao", "giờ", "phút", "tuần"}
)

# Units of time and rank, which also follow an ordinal: "ngày 5 tháng 3", "lần thứ 5 năm 2020".
TIME_UNITS = frozenset({"ngày", "tháng", "năm", "lần", "giờ", "phút", "tuần", "sao"})

# Units that are whole numbers by nature: their sums have no rounding.
EXACT_UNITS = _COUNTED_UNITS | {""}

# What follows a number directly: up to two scale words, then a unit, then what it is counted by.
#   "2,5 nghìn tỷ đồng"   "43,068 tỷ đồng"   "60km"   "99%"   "95 triệu đồng/ha/chu kỳ"   "977.890 m3/năm"   "5 đ"
# Single letters keep their case: "4G" is no four grams.
UNIT = re.compile(
    r"""
    \s{0,2}
    (?P<scale>(?i:(?:(?:nghìn|ngàn|trăm|chục)\s+)?(?:nghìn|ngàn|triệu|tỷ|tỉ|trăm|chục))
        (?![^\W\d_])(?!\s+(?i:lệ|trọng|suất|số)\b))?
    \s{0,2}
    (?P<unit>%|‰|
        (?:m[²³23]?|[kcdm]m[²³23]?|[gl]|ha|kg|kV|kWh|MW|MWh|MVA|Gb|Mb|Mbps|GB|MB|TB|đ)(?![^\W_])|
        (?i:điểm\s(?:phần\străm|%)|phần\străm|đồng(?!\s(?:chí|bào|đội|ruộng|hồ|nghiệp|phục|hương|khởi))|vnđ|vnd|usd|đô\sla|euro|
            km[²³23]?|hecta|héc\sta|ha|mét\skhối|mét\svuông|mét|tấn|tạ|yến|kg|gam|lít|kwh|
            tuổi|lần|sao|ngày\scông|ngày|tháng|tuần|năm|giờ|phút)(?![^\W_]))?
    (?P<per>(?:\s?/\s?(?![0-9]+\s(?:(?:nghìn|triệu|tỷ|tỉ)\s)?(?P=unit)(?!\w))(?:[0-9]{1,2}\s)?(?:chu\skỳ|[^\W\d_]{1,7})(?![^\W_])){0,3})
    """,
    re.VERBOSE,
)

# Words that cannot begin a counted noun: what stands before them was a bare number.
#   "đạt 100 so với", "3 tốt", "2 có", "khoảng 30 và"
NOT_NOUNS = _words("""đạt có được bị và hoặc với cho tại ở trên dưới của do từ đến để theo là tham hoàn chiếm tăng giảm trong ngoài sau
    trước khi đã đang sẽ còn như gồm bao nhằm về vào ra lên xuống so không cùng này đó trở thuộc đối qua bằng vì nên thì
    mà nếu tuy nhưng tốt nhất sạch biết đúng an tự chủ sẵn xung gương nêu mới cũ hay giỏi khá yếu nữa rồi vẫn chưa cũng
    đều phải cần thực bảo vượt gấp tính tương ứng trừ riêng hằng hàng""")

# Words at which a counted noun ends ("hộ nghèo | được", "tập thể | và").
NOUN_ENDS = (NOT_NOUNS - _words("an tự chủ mới cũ giỏi khá sạch tốt yếu xung gương bao thực trừ")) | _words(
    "năm tháng ngày giai hưởng"
)

# Slogans count nothing: "3 tốt", "5 không", "3 an toàn", "3 tự giác".
SLOGAN = re.compile(
    r"\s(?:tốt|nhất|sạch|biết|đúng|giỏi|không|có|dám|rõ|chống|gương\smẫu|an\stoàn|tự\s(?:giác|chủ|tin)|chủ\sđộng|"
    r"sẵn\ssàng|xung\skích|trách\snhiệm)(?!\w)"
)

# Words after which a bare number is a name or an ordinal: "Điều 5", "lần thứ 14", "Đề án 06", "mức độ 2", "số 8".
ORDINAL_BEFORE = re.compile(
    r"""(?:^|[^\w])(?:điều|khoản|mục|phụ\slục|mẫu|biểu|bảng|hình|chương|phần|trang|dòng|tờ|thửa|chỉ\sthị|nghị\squyết|
    nghị\sđịnh|thông\stư|quyết\sđịnh|kết\sluận|quy\sđịnh|công\svăn|đề\sán|dự\sán|tiêu\schí|thành\sphần|thứ|khóa|khoá|
    thôn|xóm|ấp|phường|quận|khu|khu\svực|khu\sphố|quốc\slộ|tỉnh\slộ|ql|tl|km|cấp\sđộ|mức\sđộ|hạng|phiên|tầng|vùng|
    trung\sđoàn|sư\sđoàn|lữ\sđoàn|tiểu\sđoàn|quân\skhu|binh\sđoàn|số|sô|ký\shiệu|bậc|luật|pháp\slệnh|covid|điện\sthoại|
    sđt|đt|fax|tài\skhoản|stt|tt|chi\sbộ|chi\shội|mã|ngày|tháng|quý|lớp|bản|nhiệm\skỳ)
    (?:\ssố)?[\s:.]{0,3}$""",
    re.VERBOSE,
)

# Words that name by number only when it is small and unpadded: "cấp 2", "mức 3", but "cấp 15 giấy phép".
SOFT_ORDINAL_BEFORE = re.compile(
    r"""(?:^|[^\w])(?:mức|cấp|đợt|kỳ|công\strình|giai\sđoạn|chương\strình|kế\shoạch|nội\sdung|nhiệm\svụ|loại|tập|vòng|
    ca|trạm|trường|đội|tổ|cụm|khối|nhóm|phòng|bài|câu|đường|tài\sliệu|hướng\sdẫn|bước|lô|điểm|ý|chuyên\sđề|quyển)[\s:.]{0,3}$""",
    re.VERBOSE,
)

# The same words where they do lead an amount: "tổng số 88", "dân số 5.000", "mỗi tháng 2 buổi".
AMOUNT_BEFORE = re.compile(
    r"""(?:(?:tổng|dân|quân|doanh|chỉ|sĩ|sỹ|nhân|hệ|đa|con|với|là)\ssố|
    (?:mỗi|hàng|hằng|một|trong|cả|các)\s(?:ngày|tháng|quý|tuần|năm|thôn|xóm|ấp|lớp|khu|phường))[\s:.]{0,3}$""",
    re.VERBOSE,
)

# "năm 2024", "năm 2022, 2023": the years need no other sign.
YEAR_BEFORE = re.compile(r"(?:^|\W)năm[\s:]{1,2}$")


def unit_name(word: str) -> str:
    """Return the one spelling of a unit.

    >>> unit_name("M²"), unit_name("đ"), unit_name("tấn/năm")
    ('m2', 'đồng', 'tấn/năm')
    """
    folded = fold(word)
    return UNIT_NAMES.get(folded, folded)


def takes_decimals(unit: str, scale: Decimal) -> bool:
    """Return whether a number before the unit is read with a decimal comma."""
    return scale > 100 or (bool(unit) and unit.partition("/")[0] not in _COUNTED_UNITS)
