"""Which numbers of a text are amounts, and what they count."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_check.document import Paragraph
from thidua_check.extract.quantities import Quantity, find_quantities


def one(text: str) -> Quantity:
    """Return the only quantity of a text."""
    (quantity,) = find_quantities(Paragraph(text))
    return quantity


def tokens(text: str) -> list[str]:
    """Return the digits of the quantities of a text."""
    return [q.passage.text for q in find_quantities(Paragraph(text))]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("đạt 2.586,2 triệu đồng", "2586200000", "đồng"),
        ("trích quỹ 1.499.400.000 đ hỗ trợ", "1499400000", "đồng"),
        ("chi 43,068 tỷ đồng", "43068000000", "đồng"),
        ("ước 70 triệu đồng/ha/năm", "70000000", "đồng/ha/năm"),
        ("là 8.355,65 ha/năm", "8355.65", "ha/năm"),
        ("là 977.890 m3/năm", "977890", "m3/năm"),
        ("hơn 60km đường", "60", "km"),
        ("hiến 1.426,0m2", "1426.0", "m2"),
        ("chiếm 34,68%", "34.68", "%"),
        ("giảm 1,5 điểm phần trăm", "1.5", "điểm %"),
        ("góp 31 ngày công để", "31", "ngày công"),
        ("khoảng 2,5 nghìn tỷ đồng", "2500000000000", "đồng"),
        ("số tiền 2 tỷ 500 triệu đồng", "2500000000", "đồng"),
        ("quyên góp 22,656 tỷ đồng", "22656000000", "đồng"),
    ],
)
def test_reads_value_and_unit(text: str, value: str, unit: str) -> None:
    """The value is in the unit, with the scale applied."""
    quantity = one(text)

    assert (quantity.value, quantity.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("có 03 xã, thị trấn", "xã"),
        ("cho 150 tổ chức, cá nhân", "tổ chức"),
        ("còn 2.815 hộ nghèo, chiếm", "hộ nghèo"),
        ("tặng 32 Bằng khen cho tập thể", "bằng khen"),
        ("có 37 cá nhân được khen", "cá nhân"),
        ("tưới 2 vụ là", "vụ"),
        ("gồm 12 Phó Chủ tịch và", "phó chủ tịch"),
    ],
)
def test_reads_the_counted_noun(text: str, noun: str) -> None:
    """The noun runs to the next sign, number or verb."""
    assert one(text).noun == noun


@pytest.mark.parametrize(
    "text",
    [
        "năm 2022, 2023 và 2024",
        "giai đoạn 2021 - 2025",
        "theo Điều 5, khoản 2",
        "đại hội lần thứ 14, khóa 20",
        "đạt tiêu chí số 8 và 15.2 về thông tin",
        "Chỉ thị 05, Đề án 06 và Dự án 6",
        "phòng, chống dịch COVID-19",
        "trực 24/7, mạng 4G",
        "“Cán bộ 3 gương mẫu, Nhân dân 3 tự giác”",
        "doanh nghiệp vận tải và lái xe 3 an toàn",
        "Quyết định số 769/QĐ-UBND, 48/2021/QĐ-UBND, 34-CT/TW",
        "điện thoại 0255.3822456, 0912345678",
        "nhiệm vụ chính trị1. Qua đó",
        "ngày 15/9/2022, tháng 12/2024",
        "trước ngày 01/6 và 15/11 hằng năm",
        "mã thủ tục 1.009403 và 3.000527.H61",
        "biểu mẫu BM.01, khổ giấy A4",
        "Trường Tiểu học số 1 Sơn Hạ",
        "kích hoạt mức độ 2, đạt cấp 3",
        "2.1. Kết quả",
        "trường hợp (1) và (2)",
    ],
)
def test_leaves_names_and_ordinals_alone(text: str) -> None:
    """Years, labels, document numbers, ordinals, codes and slogans are no amounts."""
    assert tokens(text) == []


def test_a_padded_number_counts_after_an_ordinary_word() -> None:
    """ "Khối" before a count is no ordinal when the number is padded."""
    assert tokens("chia thành khối 06 cơ quan và 03 cụm") == ["06", "03"]


def test_dot_as_decimal_sign_is_a_fact() -> None:
    """ "99.02%" is understood, and the deviation is kept."""
    quantity = one("đạt 99.02%")

    assert (quantity.value, quantity.problem) == (Decimal("99.02"), "decimal-point")


def test_an_open_reading_has_no_value() -> None:
    """ "1,234 người" may be a decimal or a thousand."""
    quantity = one("có 1,234 người")

    assert (quantity.value, quantity.problem) == (None, "ambiguous")


def test_a_pair_shares_unit_and_noun() -> None:
    """Both numbers of n/m count the noun behind them."""
    first, second = find_quantities(Paragraph("có 19/19 xã, thị trấn"))

    assert [(q.value, q.noun, q.pair) for q in (first, second)] == [(19, "xã", "n"), (19, "xã", "m")]


def test_a_pair_shares_the_scale() -> None:
    """The scale word behind n/m holds for both numbers."""
    pair = find_quantities(Paragraph("giải ngân 12,5/20 tỷ đồng"))

    assert [(q.value, q.unit) for q in pair] == [(12_500_000_000, "đồng"), (20_000_000_000, "đồng")]


def test_a_range_shares_scale_and_unit() -> None:
    """The unit behind a range holds for both its ends."""
    ends = find_quantities(Paragraph("ước đạt 95-97 triệu đồng/ha/chu kỳ"))

    assert [(q.value, q.unit, q.pair) for q in ends] == [
        (95000000, "đồng/ha/chu kỳ", "range"),
        (97000000, "đồng/ha/chu kỳ", "range"),
    ]


def test_taken_spans_hold_no_quantities() -> None:
    """What another fact has taken is left out."""
    text = "có 12 tập thể, 13 cá nhân"

    assert [q.passage.text for q in find_quantities(Paragraph(text), [(3, 5)])] == ["13"]


def test_extent_covers_digits_unit_and_noun() -> None:
    """The passage holds the digits, the extent all words of the amount."""
    quantity = one("được 11 sản phẩm OCOP, trong")

    assert quantity.extent is not None
    assert (quantity.passage.text, quantity.extent.text) == ("11", "11 sản phẩm OCOP")


@given(st.text(alphabet="0123456789.,/-–% ()đtriệuỷồngAĐ\n", max_size=80))
def test_any_text_gives_ordered_spans(text: str) -> None:
    """Spans lie inside the text, in order, and never overlap."""
    found = find_quantities(Paragraph(text))
    spans = [(q.passage.start, q.passage.end) for q in found]

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
