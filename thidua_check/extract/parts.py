"""Whether words speak of one part, a place or a group of units, of what is to be done, or of all that a report is about."""

from __future__ import annotations

import re

from thidua_check.extract.letters import CAPITAL

# "xã An Thử", "Thôn Đồng Ví", "khu phố 5". The noun may be the end of a compound ("NÔNG THÔN MỚI", "Văn bản 12") or its
# beginning ("XÃ HỘI SỐ", "TỈNH ỦY"), and in capitals a time may follow it ("CỦA TỈNH NĂM 2024").
_PLACE = re.compile(
    r"(?<!\w)(?i:(?<!nông )(?<!văn )(?:xã|phường|huyện|tỉnh|thôn|ấp|bản|thị trấn|thị xã|thành phố|khu phố|tổ dân phố))\s"
    rf"(?!(?:HỘI|ỦY|UỶ|ĐOÀN|NĂM|THÁNG|GIAI ĐOẠN)(?!\w))(?:{CAPITAL}|[0-9])"
)
# A heading on some of the units: "a) Khối doanh nghiệp", "Đối với cấp xã", "Ngành giáo dục".
_GROUP = re.compile(
    r"(?i)\W*(?:khối|cụm|ngành|đối với|cấp|phòng|ban|sở|trường|chi bộ|đảng bộ|hội|đoàn|công ty|công đoàn|mặt trận|các xã|các đơn vị|các phòng)(?!\w)"
)
# A heading on what is to be done: "Phương hướng, nhiệm vụ thời gian tới", "Mục tiêu năm 2025", "Giải pháp".
_PLAN = re.compile(
    r"(?i)\W*(?:phương hướng|mục tiêu|nhiệm vụ (?:trọng tâm|thời gian tới|năm|giai đoạn)|kế hoạch (?:năm|thời gian tới)|(?:biện pháp, |các )?giải pháp"
    r"|định hướng)(?!\w)"
)
# Words before a statement that say nothing but when, or that it is a result.
_LEAD = re.compile(
    r"[0-9]+|đến|tính|nay|năm|trong|giai|đoạn|kết|quả|cụ|thể|qua|đã|được|tặng|trao|có|từ|toàn|tại|thời|điểm|báo|cáo|là|như|vậy"
)
_TOKEN = re.compile(r"\w+")


def names_place(text: str) -> bool:
    """Tell whether a heading or caption is about one place.

    >>> names_place("1. Xã An Thử"), names_place("2. Các xã, phường")
    (True, False)
    """
    return _PLACE.search(text) is not None


def names_part(heading: str) -> bool:
    """Tell whether a heading is about one place or some of the units.

    >>> names_part("Khối doanh nghiệp"), names_part("Công tác tuyên truyền")
    (True, False)
    """
    return _GROUP.match(heading) is not None or names_place(heading)


def names_plan(heading: str) -> bool:
    """Tell whether a heading is about what is to be done.

    >>> names_plan("Phương hướng, nhiệm vụ năm 2025"), names_plan("Kết quả thực hiện mục tiêu")
    (True, False)
    """
    return _PLAN.match(heading) is not None or heading.rstrip(" .:").endswith("thời gian tới")


def is_bare_lead(folded: str) -> bool:
    """Tell whether the folded words before a statement name nobody whom it may be limited to.

    >>> is_bare_lead("đến nay, năm 2024, "), is_bare_lead("ngành giáo dục: ")
    (True, False)
    """
    return all(_LEAD.fullmatch(word) for word in _TOKEN.findall(folded))
