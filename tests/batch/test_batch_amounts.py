"""Figures that may be added up over several reports."""

from __future__ import annotations

from decimal import Decimal

import pytest

from thidua_check.batch.amounts import amounts_of
from thidua_check.batch.model import Amount
from thidua_check.checking import analyse
from thidua_check.read import read


def amounts(*lines: str) -> list[Amount]:
    """The amounts of an invented report with these lines under one heading."""
    text = "\n".join(
        ["BÁO CÁO", "Kết quả phong trào thi đua", "I. Kết quả", *lines, "II. Kiến nghị", "Không có./."]
    )
    return list(amounts_of(analyse(read(text.encode(), name="a.txt"))))


def named(*lines: str) -> list[tuple[str, str, str, str]]:
    """Words, unit, years and figure of each amount."""
    return [(a.words, a.unit, a.years, str(a.value)) for a in amounts(*lines)]


def test_count_with_its_words() -> None:
    """The words before a number tell what it counts; who reports does not matter."""
    assert named("Huyện đã tổ chức 45 cuộc kiểm tra.") == [("tổ chức", "cuộc kiểm tra", "", "45")]
    assert named("Xã tổ chức được 45 cuộc kiểm tra.") == [("tổ chức", "cuộc kiểm tra", "", "45")]


def test_list_shares_the_words_before_it() -> None:
    """Every number of a list is told by the words before the first."""
    assert named("Tặng Giấy khen cho 06 tập thể, 03 hộ gia đình và 14 cá nhân.") == [
        ("tặng giấy khen", "tập thể", "", "6"),
        ("tặng giấy khen", "hộ gia đình", "", "3"),
        ("tặng giấy khen", "cá nhân", "", "14"),
    ]


def test_words_behind_are_part_of_the_name() -> None:
    """Houses for poor households and houses for others are two indicators."""
    found = named("Xây 46 căn nhà cho hộ nghèo, 12 căn nhà cho người có công và 05 trường học.")

    assert [f[1] for f in found] == ["căn nhà hộ nghèo", "căn nhà người công", "trường học"]


def test_year_is_part_of_the_name() -> None:
    """Amounts of different years are different indicators."""
    found = named("Vận động được: năm 2023: 615,2 triệu đồng; năm 2024: 742,9 triệu đồng.")

    assert [(f[2], f[3]) for f in found] == [("2023", "615200000.0"), ("2024", "742900000.0")]


def test_next_sentence_begins_anew() -> None:
    """Words of one sentence do not name numbers of the next."""
    assert named("Tặng Giấy khen cho 06 tập thể. 03 hộ gia đình.") == [("tặng giấy khen", "tập thể", "", "6")]


@pytest.mark.parametrize(
    "line",
    [
        "Đạt tỷ lệ 95%.",
        "Hỗ trợ hơn 500 hộ nghèo.",
        "Thu nhập bình quân đạt 54 triệu đồng.",
        "Hỗ trợ 3,5 triệu đồng/hộ.",
        "Có 118/125 hộ được hỗ trợ.",
        "Số hộ nghèo giảm từ 250 hộ xuống 180 hộ.",
        "Giúp mỗi năm từ 10 hộ trở lên.",
        "Hoàn thành trong 05 năm.",
    ],
)
def test_not_added(line: str) -> None:
    """Shares, averages, approximate numbers, pairs, changes and spans of time add up to nothing."""
    assert amounts(line) == []


def test_rounded_amounts_know_their_step() -> None:
    """A printed decimal may be off by half its place; a count is exact."""
    one, two = amounts("Vận động 615,2 triệu đồng.", "Xây 46 căn nhà.")

    assert (one.step, two.step) == (Decimal("100000"), Decimal(0))
    assert (one.heading, two.shown) == ("kết quả", "46 căn nhà")


def test_what_an_office_says_of_itself_is_left() -> None:
    """Staff and rooms of one office add up to nothing that another office says of its own."""
    text = "BÁO CÁO\nKết quả\nI. Đặc điểm tình hình\nXã có tổng số 12 công chức.\nII. Kết quả\nĐã trồng 30 cây xanh./.\n"
    found = amounts_of(analyse(read(text.encode(), name="a.txt")))

    assert [a.shown for a in found] == ["30 cây xanh"]


def test_figures_outside_sections_are_left() -> None:
    """A figure without a heading has no sure name."""
    assert amounts_of(analyse(read("Xã tổ chức 45 cuộc kiểm tra.".encode(), name="a.txt"))) == ()
