"""Words that speak of a part and not of all."""

from __future__ import annotations

import pytest

from thidua_check.extract.parts import is_bare_lead, names_part, names_place


@pytest.mark.parametrize(
    "heading",
    [
        "Khối doanh nghiệp",
        "Đối với cấp xã",
        "Kết quả của xã An Thử",
        "Khu phố 5",
        "KẾT QUẢ CỦA XÃ AN THỬ",
        "Xã Hội Mẫu",
    ],
)
def test_heading_on_a_part(heading: str) -> None:
    """A group of units or the name of a place makes a heading one on a part."""
    assert names_part(heading)


@pytest.mark.parametrize("heading", ["Công tác tuyên truyền", "Kết quả chung", "Xây dựng các xã kiểu mẫu"])
def test_heading_on_all(heading: str) -> None:
    """A heading on a topic is not one on a part."""
    assert not names_part(heading)
    assert not names_place(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "PHONG TRÀO THI ĐUA XÂY DỰNG NÔNG THÔN MỚI",
        "KINH TẾ SỐ, XÃ HỘI SỐ",
        "QUẢN LÝ VĂN BẢN ĐI",
        "CHỈ ĐẠO CỦA TỈNH ỦY",
        "KẾT QUẢ CỦA HUYỆN NĂM 2024",
        "Nông thôn 2 năm gần đây",
    ],
)
def test_compound_is_no_place(heading: str) -> None:
    """A noun that is half of a compound, or stands before a time, names no place, though capitals follow it."""
    assert not names_place(heading)


def test_lead() -> None:
    """Only times and words of result leave a statement whole."""
    assert is_bare_lead("trong năm 2024, ")
    assert is_bare_lead("")
    assert not is_bare_lead("khối trường học được ")
