"""How titles are compared."""

from __future__ import annotations

import pytest

from thidua_check.outline.titles import likeness, make_title, mend, pair_index, plain_title, weights

OUTLINE = [
    make_title(t)
    for t in (
        "Đặc điểm tình hình",
        "Thuận lợi",
        "Khó khăn",
        "Công tác khen thưởng tập thể, hộ gia đình, cá nhân trong Phong trào thi đua",
        "Công tác kiểm tra, giám sát thực hiện Phong trào thi đua",
        "Kết quả thực hiện Phong trào thi đua",
        "Nguyên nhân của hạn chế",
        "Hạn chế",
        "Đề xuất, kiến nghị",
    )
]
WEIGHT = weights(OUTLINE)


def like(one: str, other: str) -> float:
    return likeness(make_title(one), make_title(other), WEIGHT)


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Đánh giá chung:", "đánh giá chung"),
        ("Công tác khen thưởng (nêu rõ số liệu).", "công tác khen thưởng"),
        ("Kết quả giai đoạn 2021 – 2025", "kết quả"),
        ("Khen thưởng từ năm 2022 đến nay; hình thức", "khen thưởng ; hình thức"),
        ("Kết quả trong năm 2025", "kết quả"),
    ],
)
def test_plain_title_drops_what_varies(title: str, plain: str) -> None:
    """Brackets, periods and final punctuation are no part of a title."""
    assert plain_title(title) == plain


def test_own_movement_is_no_part_of_a_title() -> None:
    """The name of the report's movement goes, the name of another one stays."""
    own = "Kết quả phong trào thi đua “Quảng Ngãi chung sức xây dựng nông thôn mới”"
    other = "Kết quả phong trào thi đua “Dân vận khéo”"

    assert plain_title(own, "NTM") == "kết quả phong trào thi đua"
    assert plain_title(other, "NTM") == 'kết quả phong trào thi đua "dân vận khéo'


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("KIẾN NGHỊ, ĐỀ XUẤT", "Đề xuất, kiến nghị"),
        ("Tồn tại, hạn chế", "Hạn chế"),
        (
            "Công tác khen thưởng tập thể, cá nhân",
            "Công tác khen thưởng tập thể, hộ gia đình, cá nhân trong Phong trào thi đua",
        ),
        ("Giám sát, kiểm tra", "Công tác kiểm tra, giám sát thực hiện Phong trào thi đua"),
        ("Uỷ ban kiểm tra, giám sát", "Ủy ban kiểm tra, giám sát"),
    ],
)
def test_same_matter_is_alike(one: str, other: str) -> None:
    """Word order, synonyms, shortening and tone placement do not part titles."""
    assert like(one, other) > 0.6


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thuận lợi", "Khó khăn"),
        (
            "Công tác chuyển đổi số trong Phong trào thi đua",
            "Công tác kiểm tra, giám sát thực hiện Phong trào thi đua",
        ),
        ("Khách quan", "Chủ quan"),
        ("Công tác đào tạo", "Công tác khen thưởng tập thể, hộ gia đình, cá nhân trong Phong trào thi đua"),
    ],
)
def test_other_matter_is_not_alike(one: str, other: str) -> None:
    """Words that every title has do not make two of them alike."""
    assert like(one, other) < 0.45


def test_whole_title_is_better_than_a_part() -> None:
    """ "Nguyên nhân của hạn chế" is more like itself than like "Hạn chế"."""
    assert like("Nguyên nhân của hạn chế", "Nguyên nhân của hạn chế") == 1.0
    assert like("Nguyên nhân của hạn chế", "Hạn chế") < 0.9


def test_slip_is_mended_by_the_outlines_words() -> None:
    """A mistyped word is read as the outline's where its neighbour fits too."""
    mended = mend(make_title("Công tác khen thuởng tập thể"), pair_index(OUTLINE))

    assert "khen thưởng" in mended.features
    assert "khen thuởng" not in mended.features
