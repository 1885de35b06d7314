"""What each figure is said to be."""

from __future__ import annotations

import pytest

from thidua_check.document import Paragraph
from thidua_check.extract.quantities import find_quantities
from thidua_check.extract.statements import (
    Statement,
    find_echoes,
    find_statements,
    is_telling,
    same_value,
    scope_of,
)


def statements(text: str) -> list[Statement]:
    """Return the statements of one paragraph."""
    paragraph = Paragraph(text)
    return list(find_statements(paragraph, find_quantities(paragraph)))


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Năm 2024, tổng vốn huy động ước đạt 250 triệu đồng.", ["tổng vốn huy động"]),
        ("Diện tích hiến đất 4.180 m2, tiền mặt 25 triệu đồng", ["diện tích hiến đất", "tiền mặt"]),
        ("Đến nay, huyện có 07 sản phẩm OCOP", ["huyện"]),
        ("Trồng 1.499.400 cây, đã trích 12 triệu đồng", ["trồng", "đã trích"]),
    ],
)
def test_labels(text: str, labels: list[str]) -> None:
    """A label runs from the clause's beginning to the figure, without its time and its verb."""
    assert [s.label for s in statements(text)] == labels


@pytest.mark.parametrize(
    "text",
    [
        "tổng vốn tăng 250 triệu đồng",
        "mục tiêu đến năm 2025 tổng vốn 250 triệu đồng",
        "trong đó ngân sách xã 20 triệu đồng",
        "bình quân mỗi xã 20 triệu đồng",
        "đạt 95% kế hoạch",
    ],
)
def test_changes_targets_and_parts_are_no_statements(text: str) -> None:
    """Figures that are not what is there are left out."""
    assert statements(text) == []


def test_same_thing_in_other_words() -> None:
    """Words that mean nothing of their own make no difference; a word that does, does."""
    one, two, three = (
        statements(f"{words} 250 triệu đồng")[0]
        for words in (
            "tổng vốn huy động đóng góp tự nguyện của người dân",
            "tổng vốn huy động từ đóng góp của nhân dân là",
            "tổng vốn huy động từ đóng góp của doanh nghiệp là",
        )
    )

    assert one.same_thing(two)
    assert not one.same_thing(three)


def test_years_times_and_names_part_scopes() -> None:
    """Figures of two years, or of two communes, are not compared."""
    first, second, third = (
        scope_of(statements(f"{lead} tổng vốn huy động đóng góp đạt 250 triệu đồng")[0])
        for lead in ("Năm 2023,", "Năm 2024,", "Năm 2023, tại xã Suối Mơ")
    )

    assert first.fits(first)
    assert not first.fits(second)
    assert not first.fits(third)


def test_rounded_values_are_the_same() -> None:
    """43 billion and 43,068 billion agree as far as the first is printed."""
    exact, rounded, other = find_quantities(Paragraph("43,068 tỷ đồng; 43 tỷ đồng; 44,5 tỷ đồng"))

    assert same_value(exact, rounded)
    assert not same_value(exact, other)


def test_doings_tell_no_state() -> None:
    """What was done may be done again; what is measured is one thing at a time."""
    done = statements("Chủ tịch UBND huyện tặng Giấy khen cho 22 tập thể")[0]
    measured = statements("tổng diện tích rừng trồng mới đạt 250 ha")[0]

    assert not is_telling(done)
    assert is_telling(measured)


def test_echoes_need_eight_words_and_a_measure() -> None:
    """Only figures far enough into a sentence on something measured can echo another."""
    long, short, doing = (
        Paragraph(text)
        for text in (
            "Tổng sản lượng lương thực có hạt của huyện đạt 34.546 tấn",
            "Tổng sản lượng đạt 34.546 tấn",
            "Hội đã tổ chức tặng quà cho các em nhỏ 34 suất",
        )
    )

    assert len(list(find_echoes(long, find_quantities(long)))) == 1
    assert list(find_echoes(short, find_quantities(short))) == []
    assert list(find_echoes(doing, find_quantities(doing))) == []
