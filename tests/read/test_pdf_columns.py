"""Rows of a PDF page in reading order: heads and signatures in two columns, page numbers, stamps."""

from __future__ import annotations

from thidua_check.read.pdf.columns import Column, columns
from thidua_check.read.pdf.furniture import without_furniture
from thidua_check.read.pdf.glyphs import Glyph
from thidua_check.read.pdf.process import Page
from thidua_check.read.pdf.rows import Piece, Row, rows_of

PITCH = 16.0


def row(y: float, *pieces: tuple[float, str], size: float = 13) -> Row:
    """Return a row of pieces that begin at a place; a letter is 6 points wide."""
    return Row(y, size, tuple(Piece(x, x + 6 * len(text), text, bytes(len(text))) for x, text in pieces))


def order(*rows: Row, closing: bool = False) -> list[str]:
    """Return the texts of rows in reading order."""
    out = []
    for item in columns(rows, PITCH, closing=closing):
        out += [r.text for r in item.rows] if isinstance(item, Column) else [item.text]
    return out


def glyphs(text: str, *, x: float = 85, y: float = 700, size: float = 12, width: float = 6) -> list[Glyph]:
    """Return characters side by side."""
    return [Glyph(c, x + width * i, x + width * (i + 1), y, size, False, False) for i, c in enumerate(text)]


def test_head_of_a_letter_keeps_its_subject() -> None:
    """The subject under the number belongs to the left column; what follows goes on by itself."""
    assert order(
        row(780, (90, "SỞ VÍ DỤ"), (260, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
        row(764, (90, "Số: 1/SVD"), (300, "Độc lập - Tự do - Hạnh phúc")),
        row(748, (90, "V/v tổng kết"), (300, "Sông Mẫu, ngày 1 tháng 3")),
        row(732, (90, "phong trào")),
        row(700, (200, "Kính gửi: Các sở")),
    ) == [
        "SỞ VÍ DỤ",
        "Số: 1/SVD",
        "V/v tổng kết",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Sông Mẫu, ngày 1 tháng 3",
        "phong trào",
        "Kính gửi: Các sở",
    ]


def test_broken_national_heading_is_whole() -> None:
    """A narrow right column breaks the heading; its two rows are one."""
    assert order(
        row(780, (90, "UBND XÃ"), (300, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT")),
        row(764, (90, "SÔNG MẪU"), (380, "NAM")),
        row(748, (90, "Số: 1/BC"), (310, "Độc lập - Tự do - Hạnh phúc")),
    ) == [
        "UBND XÃ",
        "SÔNG MẪU",
        "Số: 1/BC",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]


def test_authority_above_the_recipients_belongs_to_the_signature() -> None:
    """The right column may begin a row higher than the left one."""
    assert order(
        row(160, (350, "KT. CHỦ TỊCH")),
        row(144, (80, "Nơi nhận:"), (345, "PHÓ CHỦ TỊCH")),
        row(130, (80, "- Như trên, các sở và"), size=11),
        row(118, (80, "các huyện;"), size=11),
        row(100, (350, "Trần Văn Mẫu")),
    ) == ["Nơi nhận:", "- Như trên, các sở và các huyện;", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Mẫu"]


def test_recipients_go_on_over_a_page() -> None:
    """The rest of an item is joined on the next page too, and only where recipients began before."""
    rest = (
        row(760, (80, "- Cổng"), size=11),
        row(748, (80, "TTĐT;"), size=11),
        row(700, (80, "Phụ lục"), size=14),
    )

    assert order(*rest, closing=True) == ["- Cổng TTĐT;", "Phụ lục"]
    assert order(*rest) == ["- Cổng", "TTĐT;", "Phụ lục"]


def test_two_pieces_in_the_middle_of_a_page_stay_a_row() -> None:
    """Columns of anything else are left as rows."""
    rows = [row(700 - 16 * i, (80, "Nội dung"), (300, "Kết quả")) for i in range(3)]

    assert order(*[row(760, (80, "x" * 60))] * 20, *rows)[-3:] == ["Nội dung    Kết quả"] * 3


def test_numbers_that_count_the_pages_go() -> None:
    """The number of a page at its edge goes, one that counts nothing stays."""
    pages = [
        Page([row(800, (300, "2")), row(700, (80, "Một"))], []),
        Page([row(800, (300, "3")), row(700, (80, "Hai")), row(600, (80, "2024"))], []),
    ]

    assert [[r.text for r in page.rows] for page in without_furniture(pages)] == [["Một"], ["Hai", "2024"]]


def test_stamp_goes_with_its_rows() -> None:
    """What a signing program prints is no text; the row behind it is."""
    page = Page(
        [
            row(830, (400, "Người ký: Sở Ví Dụ"), size=7),
            row(822, (400, "Email: vidu@songmau.gov.vn"), size=7),
            row(814, (400, "Thời gian ký: 21.01.2025 10:30:15 +07:00"), size=7),
            row(780, (80, "Cơ quan thường trực: Sở Nội vụ")),
        ],
        [],
    )

    assert [r.text for r in without_furniture([page])[0].rows] == ["Cơ quan thường trực: Sở Nội vụ"]


def test_words_are_parted_by_gaps_and_pieces_by_wide_ones() -> None:
    """A gap of a quarter of the size is a space; one of two sizes parts pieces."""
    line = [*glyphs("ab"), *glyphs("cd", x=100), *glyphs("ef", x=140)]

    assert [[p.text for p in r.pieces] for r in rows_of(line)] == [["ab cd", "ef"]]


def test_order_of_the_content_does_not_matter() -> None:
    """Letters of a substitute font come last in the file and still stand in their words."""
    word = glyphs("thi đua")

    assert rows_of([*word[:5], *word[6:], word[5]])[0].text == "thi đua"


def test_raised_figures_are_marks() -> None:
    """A small figure above the line is that of a note, on the same row."""
    (found,) = rows_of([*glyphs("hoạch"), *glyphs("1", x=115, y=704, size=7, width=3)])

    assert found.text == "hoạch¹"
