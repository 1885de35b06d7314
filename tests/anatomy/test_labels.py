"""Labels: what opens a heading or an item, and what only looks like it."""

from __future__ import annotations

import pytest

from thidua_check.anatomy.labels import label_of, resolve, roman_value, typed_label
from thidua_check.document import Paragraph


@pytest.mark.parametrize(
    ("text", "printed", "scheme", "numbers", "bare"),
    [
        ("Phần I", "Phần I", "part", (1,), "I"),
        ("PHẦN THỨ NHẤT", "PHẦN THỨ NHẤT", "part", (1,), "1"),
        ("Phần thứ hai: KẾT QUẢ", "Phần thứ hai:", "part", (2,), "2"),
        ("Chương IV", "Chương IV", "chapter", (4,), "IV"),
        ("Mục 1. QUẢN LÝ", "Mục 1.", "muc", (1,), "1"),
        ("Tiểu mục 2", "Tiểu mục 2", "muc", (2,), "2"),
        ("Điều 5. Hiệu lực", "Điều 5.", "dieu", (5,), "5"),
        ("Điều 5a. Hiệu lực", "Điều 5a.", "dieu", (5,), "5a"),
        ("A. PHẦN CHUNG", "A.", "capital", (1,), "A"),
        ("II. KẾT QUẢ", "II.", "roman", (2,), "II"),
        ("II/ KẾT QUẢ", "II/", "roman", (2,), "II"),
        ("II - KẾT QUẢ", "II -", "roman", (2,), "II"),
        ("II) KẾT QUẢ", "II)", "roman", (2,), "II"),
        ("II: KẾT QUẢ", "II:", "roman", (2,), "II"),
        ("II.ĐẶC ĐIỂM", "II.", "roman", (2,), "II"),
        ("1.1. Kết quả", "1.1.", "decimal", (1, 1), "1.1"),
        ("1.1 Kết quả", "1.1", "decimal", (1, 1), "1.1"),
        ("2.1.3. Kết quả", "2.1.3.", "decimal", (2, 1, 3), "2.1.3"),
        ("II.1. Kết quả", "II.1.", "decimal", (2, 1), "II.1"),
        ("1. Kết quả", "1.", "arabic", (1,), "1"),
        ("I./ KẾT QUẢ", "I./", "roman", (1,), "I"),
        ("II/- KẾT QUẢ", "II/-", "roman", (2,), "II"),
        ("1./ Kết quả", "1./", "arabic", (1,), "1"),
        ("1) Kết quả", "1)", "arabic", (1,), "1"),
        ("1/ Kết quả", "1/", "arabic", (1,), "1"),
        ("1.Kết quả", "1.", "arabic", (1,), "1"),
        ("đ) Kết quả", "đ)", "letter", (5,), "đ"),
        ("e. Kết quả", "e.", "letter", (6,), "e"),
        ("(a) Kết quả", "(a)", "letter", (1,), "a"),
        ("a.1) Kết quả", "a.1)", "letter", (1, 1), "a.1"),
        ("(iv) kết quả", "(iv)", "subroman", (4,), "iv"),
        ("- Ưu điểm", "-", "dash", (), ""),
        ("• Ưu điểm", "•", "dash", (), ""),
        ("+ Ưu điểm", "+", "plus", (), ""),
        ("* Kết quả", "*", "star", (), ""),
    ],
)
def test_typed_labels(text: str, printed: str, scheme: str, numbers: tuple[int, ...], bare: str) -> None:
    """Each way of labelling is recognised with its scheme and ordinals."""
    label = typed_label(text)

    assert label is not None
    assert (label.printed, label.scheme, label.numbers, label.bare) == (printed, scheme, numbers, bare)


@pytest.mark.parametrize(
    "text",
    [
        "2024. Trong năm",
        "1.426,0m2 đất",
        "2.586,2 triệu đồng",
        "15.2 về thông tin",
        "1/5/2025 là ngày nghỉ",
        "24/7 phục vụ",
        "03/QĐ-UBND ngày 05/01/2025",
        "V/v báo cáo",
        "V.I. Lênin",
        "Phần lớn các đơn vị",
        "Điều 5 Luật Thi đua, khen thưởng",
        "mục 1 Kế hoạch",
        "Mục 1 của Kế hoạch này",
        "+5% so với cùng kỳ",
        "-----",
        "- - -",
        "w) không có chữ này",
        "I.",
        "",
    ],
)
def test_no_labels(text: str) -> None:
    """Dates, figures, symbols, names and references are no labels."""
    assert typed_label(text) is None


def test_label_end_is_where_the_words_begin() -> None:
    """The label's end leads to the first word behind it."""
    text = "  1.  Kết quả"
    label = typed_label(text)

    assert label is not None
    assert text[label.end :] == "Kết quả"


def test_automatic_label_stands_for_a_typed_one() -> None:
    """Numbering that Word adds is read like typed numbering, with nothing cut from the text."""
    label = label_of(Paragraph("Kết quả", label="2.1."))

    assert label is not None
    assert (label.scheme, label.numbers, label.end, label.automatic) == ("decimal", (2, 1), 0, True)


@pytest.mark.parametrize(
    ("sign", "scheme"), [("-", "dash"), ("\uf0b7", "dash"), ("o", "dash"), ("+", "plus"), ("*", "star")]
)
def test_automatic_bullets(sign: str, scheme: str) -> None:
    """Bullets of automatic numbering, private signs among them, are bullets."""
    label = label_of(Paragraph("Ưu điểm", label=sign))

    assert label is not None
    assert label.scheme == scheme


def schemes(*texts: str) -> list[str]:
    """Return the resolved schemes of successive texts."""
    return [label.scheme for label in resolve(typed_label(t) for t in texts) if label]


def test_capital_letter_after_its_predecessor() -> None:
    """``C.`` after ``B.`` is a letter, ``I.`` after ``H.`` too, and ``I.`` at the start is a numeral."""
    assert schemes("A. Một", "B. Hai", "C. Ba", "I. Bốn") == ["capital", "capital", "capital", "roman"]
    assert schemes("G. Bảy", "H. Tám", "I. Chín") == ["capital", "capital", "capital"]


def test_small_letter_after_its_predecessor() -> None:
    """``i)`` after ``h)`` is a letter, ``i)`` elsewhere a numeral."""
    assert schemes("h) một", "i) hai") == ["letter", "letter"]
    assert schemes("a) một", "i) hai", "ii) ba") == ["letter", "subroman", "subroman"]


def test_roman_values() -> None:
    """Well-formed numerals have a value, others none."""
    assert [roman_value(t) for t in ("I", "IV", "IX", "XIV", "XXXIX", "IIII", "VX", "")] == [
        1,
        4,
        9,
        14,
        39,
        None,
        None,
        None,
    ]
