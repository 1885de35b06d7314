"""Markdown marks become formatting; what only looks like them stays text."""

from __future__ import annotations

import pytest

from thidua_check.document import Document, Paragraph, Table
from thidua_check.read.markdown import is_markdown
from thidua_check.read.plain import read_text


def read(text: str, markdown: bool | None = True) -> Document:
    return read_text(text.encode(), path="a.md", sha256="", markdown=markdown)


def texts(text: str) -> list[str]:
    return [p.text for p in read(text).body if isinstance(p, Paragraph)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Đề cương\n\nNội dung", True),
        ("**Nơi nhận:**", True),
        ("(*nêu số liệu*)", True),
        ("|\n**BỘ Y TẾ**\n|", True),
        ("| a | b |\n| --- | --- |", True),
        ("* Nêu gương một số tập thể:\n* Kết quả biểu dương", False),
        ("(*) Ghi chú; 5*3 và 4*2; (**) số ước tính", False),
        ("- Một\n- Hai", False),
    ],
)
def test_markdown_is_told_by_its_marks(text: str, expected: bool) -> None:
    """Headings, emphasis and tables are signs of Markdown; stars of notes and dashes are not."""
    assert is_markdown(text) is expected


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**Nơi nhận:**", "Nơi nhận:"),
        ("**1.** Tiếp tục *đẩy mạnh* tuyên truyền", "1. Tiếp tục đẩy mạnh tuyên truyền"),
        ("_Kèm theo_ tệp ten_tep_so_1", "Kèm theo tệp ten_tep_so_1"),
        ("Dấu \\*sao\\* và \\- gạch", "Dấu *sao* và - gạch"),
        ("> Trích dẫn", "Trích dẫn"),
        ("(\\*) và (*) **đậm**", "(*) và (*) đậm"),
        ("Căn cứ **1**52/2025/NĐ-CP", "Căn cứ 152/2025/NĐ-CP"),
        ("*Hà Nội, ngày 27 tháng 11 năm 2025** *", "Hà Nội, ngày 27 tháng 11 năm 2025"),
        ("Họ tên: ________ **(ký)**", "Họ tên: ________ (ký)"),
        ("* Mục có **đậm**", "* Mục có đậm"),
    ],
)
def test_marks_leave_the_text(source: str, text: str) -> None:
    """Marks and escapes go, signs stay."""
    assert texts(source) == [text]


def test_runs_cover_the_formatted_words() -> None:
    """Bold and italic runs lie exactly on their words, over a line end too."""
    paragraph = read("**TM. ỦY BAN NHÂN\nDÂN** huyện *Ba Tơ*").paragraphs[0]

    assert paragraph.text == "TM. ỦY BAN NHÂN"
    assert paragraph.share("bold") == 1.0


def test_a_mixed_line_has_its_runs() -> None:
    """A line of three faces has three runs and the plain stretches between them."""
    paragraph = read("Thời hạn **trước ngày 20/11** và *gửi về* Sở").paragraphs[0]

    runs = [(paragraph.text[r.start : r.end], r.bold, r.italic) for r in paragraph.runs]

    assert runs == [
        ("Thời hạn ", False, False),
        ("trước ngày 20/11", True, False),
        (" và ", False, False),
        ("gửi về", False, True),
        (" Sở", False, False),
    ]


def test_headings_have_levels_from_zero() -> None:
    """One ``#`` is level 0, as the first outline level of Word is."""
    levels = [(p.text, p.outline_level) for p in read("# Một\nVăn bản\n### **Ba** ##\n").paragraphs]

    assert levels == [("Một", 0), ("Văn bản", None), ("Ba", 2)]


def test_a_hard_line_end_parts_lines_but_not_a_sentence() -> None:
    """Two spaces at the end part a header's lines; a line that goes on in lower case is joined."""
    assert texts(
        "**CƠ QUAN, ĐƠN VỊ  \nĐỊA PHƯƠNG**\n\n**Sơ kết phong trào thi đua chung sức  \nxây dựng**"
    ) == [
        "CƠ QUAN, ĐƠN VỊ",
        "ĐỊA PHƯƠNG",
        "Sơ kết phong trào thi đua chung sức xây dựng",
    ]


def test_a_pipe_table_is_a_table() -> None:
    """A table with a row of dashes has rows and cells, an empty one among them, each with its place and line."""
    document = read(
        "**Bảng**\n\n| TT | Xã | Hộ |\n| --- | :-: | --: |\n| 1 | **An Bình** | 12 |\n| 2 | | 7 |\n\nHết."
    )
    table = document.body[1]

    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["TT", "Xã", "Hộ"],
        ["1", "An Bình", "12"],
        ["2", "", "7"],
    ]
    cell = table.rows[1][1].content[0]
    assert isinstance(cell, Paragraph)
    assert (cell.part, cell.cell, cell.line_at(0), cell.share("bold")) == ("table", (0, 1, 1), 5, 1.0)
    assert [p.block for p in document.paragraphs if p.part == "body"] == [0, 1]


def portal(table: str) -> list[list[str]]:
    """Return the cells of the one table of a law portal's text, paragraphs parted by a bar."""
    body = (
        "Căn cứ Luật Tổ chức chính\nquyền địa phương và các\nquy định khác của pháp\nluật hiện hành;\n\n" * 4
    )
    (found,) = read(table + "\n\n" + body).tables
    return [[cell.text.replace("\n", " | ") for cell in row] for row in found.rows]


def test_a_law_portals_header_is_a_table() -> None:
    """Lone walls part the cells; bold lines stand apart from plain ones, broken titles are whole."""
    header = "|\n**HỘI ĐỒNG NHÂN\nDÂN**\nTỈNH AN BÌNH\n-------\n|\n**CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM**\nĐộc lập - Tự do - Hạnh phúc\n---------------\n|\n|\nSố:\n37/2025/NQ-HĐND\n|\n*An Bình,\nngày 18 tháng 11 năm 2025 *\n|"

    assert portal(header) == [
        [
            "HỘI ĐỒNG NHÂN DÂN | TỈNH AN BÌNH",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Độc lập - Tự do - Hạnh phúc",
        ],
        ["Số: 37/2025/NQ-HĐND", "An Bình, ngày 18 tháng 11 năm 2025"],
    ]


def test_empty_cells_of_a_law_portals_table_keep_their_place() -> None:
    """Two walls in a row part rows, or hold an empty cell where the rows are as wide as the first."""
    assert portal("|\nTT\n|\nXã\n|\nHộ\n|\n|\n1\n|\n|\n7\n|\n|\n2\n|\nAn Bình\n|\n|") == [
        ["TT", "Xã", "Hộ"],
        ["1", "", "7"],
        ["2", "An Bình", ""],
    ]


def test_rows_of_different_width_end_at_two_walls() -> None:
    """Where rows are not as wide as the first, as with joined cells, each pair of walls ends a row."""
    assert portal("|\nTT\n|\nXã\n|\n|\nA. Kết quả chung của các xã\n|\n|\n1\n|\nAn Bình\n|") == [
        ["TT", "Xã"],
        ["A. Kết quả chung của các xã"],
        ["1", "An Bình"],
    ]


def test_the_caller_may_say_that_it_is_no_markdown() -> None:
    """With ``markdown=False`` stars are text."""
    assert read("**Nơi nhận:**", markdown=False).paragraphs[0].text == "**Nơi nhận:**"


def test_line_breaks_in_a_cell_part_its_paragraphs() -> None:
    """``<br>`` in a pipe table's cell begins a new paragraph."""
    (table,) = read("| **XÃ AN BÌNH**<br>Số: 15/BC-UBND | Ngày<br/>05 |\n| --- | --- |").tables

    assert [[p.text for p in cell.content if isinstance(p, Paragraph)] for cell in table.rows[0]] == [
        ["XÃ AN BÌNH", "Số: 15/BC-UBND"],
        ["Ngày", "05"],
    ]
