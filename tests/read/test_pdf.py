"""PDF files: lines become paragraphs, columns and tables are read in order, what cannot be read is refused."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.support.pdf import Placed, page, pdf
from thidua_check.document import Document, Table
from thidua_check.errors import UnreadableError
from thidua_check.read import read
from thidua_check.read.pdf import process

pytest.importorskip("pypdfium2", reason="the extra 'pdf' is not installed")

FORMATS = Path(__file__).parents[2] / "fixtures" / "formats"
WORDS = [
    "phong",
    "trao",
    "thi",
    "dua",
    "duoc",
    "trien",
    "khai",
    "dong",
    "bo",
    "trong",
    "toan",
    "co",
    "quan",
    "va",
    "dat",
    "ket",
    "qua",
    "tot",
    "nam",
    "nay",
]


def prose(count: int, top: float, *, first: str = "Trong") -> list[Placed]:
    """Return lines of a paragraph: the first one indented, the last one short."""
    lines = [" ".join((WORDS * 2)[i % 7 : i % 7 + 13]) for i in range(count - 1)]
    texts = [f"{first} {lines[0]}", *lines[1:], "den cuoi nam."]
    return [(113.0 if i == 0 else 85.0, top - 18 * i, 13, text) for i, text in enumerate(texts)]


def texts(document: Document) -> list[str]:
    """Return the texts of the paragraphs."""
    return [p.text for p in document.paragraphs]


def refusal(data: bytes) -> UnreadableError:
    """Return the error with which a file is refused."""
    with pytest.raises(UnreadableError) as caught:
        read(data)
    return caught.value


@pytest.fixture(scope="module")
def draft() -> Document:
    """The invented draft with mistakes, printed by LibreOffice."""
    return read(FORMATS / "bao-cao-co-loi.pdf")


def test_head_is_read_column_by_column(draft: Document) -> None:
    """The left column of the head comes whole before the right one, the title after both."""
    assert texts(draft)[:7] == [
        "UBND TỈNH SÔNG MẪU",
        "SỞ VÍ DỤ",
        "Số: /BC-SVD",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Sông Mẫu, ngày tháng 3 năm 2025",
        "BÁO CÁO",
    ]


def test_signature_stands_behind_the_recipients(draft: Document) -> None:
    """The two columns of the end are not mixed."""
    assert texts(draft)[-6:] == [
        "Nơi nhận:",
        "- Sở Nội vụ;",
        "- Giám đốc, các Phó Giám đốc Sở;",
        "- Các phòng, đơn vị thuộc Sở;",
        "- Lưu VT, VP.",
        "GIÁM ĐỐC",
    ]


def test_paragraphs_are_whole_and_know_their_page(draft: Document) -> None:
    """Lines are joined, page numbers are gone, and a place is a page and no line."""
    found = next(p for p in draft.paragraphs if p.text.startswith("Sở Ví Dụ là cơ quan"))

    assert found.text.endswith("52 công chức, 35 viên chức và 09 người lao động.")
    assert (found.page, found.lines, found.origin) == (1, (), None)
    assert [p.page for p in draft.paragraphs][-1] == 4
    assert not {"2", "3", "4"} & set(texts(draft)) - {c.text for t in draft.tables for r in t.rows for c in r}
    assert (draft.format, draft.has_layout) == ("pdf", False)


def test_ruled_table_is_a_table_where_it_stands(draft: Document) -> None:
    """Cells, a merged one among them, between the paragraph before and the one behind."""
    (table,) = draft.tables
    at = draft.body.index(table)
    before, after = draft.body[at - 1], draft.body[at + 1]

    assert [[c.text for c in row] for row in table.rows][1:] == [
        ["1", "Công chức, viên chức đóng góp", "815,4"],
        ["2", "Doanh nghiệp ủng hộ", "1.234,5"],
        ["3", "Công đoàn cơ sở hỗ trợ", "285,7"],
        ["", "Tổng cộng", "2.308,6"],
    ]
    assert not isinstance(before, Table)
    assert before.text == "Kinh phí vận động được chia theo nguồn như sau:"
    assert not isinstance(after, Table)
    assert after.text.startswith("Phong trào thi đua đã góp phần")
    assert {p.page for p in table.paragraphs()} == {2}


def test_bold_is_that_of_the_font(draft: Document) -> None:
    """A heading is bold, prose is not."""
    shares = {p.text[:20]: p.share("bold") for p in draft.paragraphs}

    assert shares["I. KHÁI QUÁT ĐẶC ĐIỂ"] == 1.0
    assert shares["Sở Ví Dụ là cơ quan "] == 0.0


def test_page_numbers_and_stamps_are_no_text() -> None:
    """Numbers that count the pages and the stamp of a signature are left out; a year alone stays."""
    stamp: list[Placed] = [
        (400, 830, 7, "Digitally signed by Van thu"),
        (400, 822, 7, "Date: 2025.01.21 10:30:15 +07:00"),
    ]
    pages = [
        page([*stamp, *prose(6, 780), (290, 40, 13, "1")]),
        page([*prose(6, 780, first="Ngoai"), (290, 40, 13, "2")]),
        page([*prose(6, 780, first="Nam"), (85, 600, 13, "2024"), (290, 40, 13, "3")]),
    ]
    found = texts(read(pdf(pages)))

    assert [text[:5] for text in found] == ["Trong", "Ngoai", "Nam p", "2024"]
    assert "signed" not in " ".join(found)


def test_paragraph_over_a_page_break_is_one() -> None:
    """A sentence that a page cuts through is joined; its page is the one where it begins."""
    lines = prose(12, 780)
    pages = [page([*lines[:8], (290, 40, 13, "1")]), page([*lines[8:], *prose(5, 500), (290, 40, 13, "2")])]
    document = read(pdf(pages))

    assert [p.page for p in document.paragraphs] == [1, 2]
    assert document.paragraphs[0].text.endswith("den cuoi nam.")


def test_letters_printed_twice_are_read_once() -> None:
    """Some programs print a letter twice, a little apart, to make it bold."""
    text = "Phong trao thi dua yeu nuoc duoc trien khai dong bo"
    document = read(pdf([page([(85, 700, 13, text), (85.3, 700, 13, text), *prose(5, 660)])]))

    assert document.paragraphs[0].text == text


def test_text_in_an_old_font_is_converted() -> None:
    """A PDF printed in .VnTime holds the codes of TCVN3; it is Unicode when it is checked."""
    text = "B¸o c¸o kÕt qu¶ thùc hiÖn phong trµo thi ®ua n¨m 2024 cña huyÖn"
    document = read(pdf([page([(85, 700, 13, text), (85, 680, 13, "§¬n vÞ ®· hoµn thµnh nhiÖm vô.")])]))

    assert texts(document)[0].startswith("Báo cáo kết quả thực hiện phong trào thi đua năm 2024 của huyện")
    assert document.converted == "TCVN3"


def test_grid_of_strokes_is_a_table_over_two_pages() -> None:
    """Cells drawn as rectangles make a table; it goes on over the page, its printed head stands once."""

    def grid(top: float, rows: list[list[str]]) -> tuple[str, list[Placed]]:
        drawing, words = [], list[Placed]()
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                drawing.append(f"{85 + 140 * c} {top - 20 * (r + 1)} 140 20 re S")
                words.append((90 + 140 * c, top - 20 * r - 15, 12, text))
        return "\n".join(drawing), words

    head = ["TT", "Ten", "So"]
    first, some = grid(200, [head, ["1", "mot", "10"], ["2", "hai", "20"]])
    second, more = grid(800, [head, ["3", "ba", "30"]])
    document = read(
        pdf(
            [
                page([*prose(8, 780), *some], drawing=first),
                page([*more, *prose(6, 600, first="Sau")], drawing=second),
            ]
        )
    )
    (table,) = document.tables

    assert [[c.text for c in row] for row in table.rows] == [
        head,
        ["1", "mot", "10"],
        ["2", "hai", "20"],
        ["3", "ba", "30"],
    ]
    assert [p.page for p in table.paragraphs()] == [1] * 9 + [2] * 3
    assert [type(block).__name__ for block in document.body] == ["Paragraph", "Table", "Paragraph"]


def test_lines_through_words_make_no_table() -> None:
    """A drawing over the text does not cut it into cells."""
    drawing = "\n".join(f"{x} 600 90 60 re S" for x in (60, 150, 240, 330)) + "\n60 630 360 0.5 re f"
    document = read(pdf([page([*prose(10, 780)], drawing=drawing)]))

    assert document.tables == ()
    assert len(document.paragraphs) == 1


def test_scan_is_refused_with_advice() -> None:
    """Pages without text say that the Word file or OCR is wanted."""
    error = refusal(pdf([page([], drawing="50 50 400 700 re f")] * 3))

    assert error.kind == "empty"
    assert "OCR" in error.vi


def test_locked_file_is_refused() -> None:
    """A PDF with a password is called one."""
    assert refusal((FORMATS / "co-mat-khau.pdf").read_bytes()).kind == "encrypted"


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", pdf([page(prose(6, 700))])[:300], b"%PDF-1.4\n" + bytes(range(256)) * 400]
)
def test_damaged_file_is_refused(data: bytes) -> None:
    """What pdfium cannot open is one sentence."""
    assert refusal(data).kind in ("damaged", "empty")


def test_without_the_extra_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence holds the command."""
    monkeypatch.setattr(process, "find_spec", lambda name: None)
    error = refusal(pdf([page(prose(6, 700))]))

    assert error.kind == "format"
    assert "pip install thidua-check[pdf]" in error.vi


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        ("import time; time.sleep(60)", "too-large"),
        ("import os; os.abort()", "damaged"),
        ("raise ValueError('x')", "internal"),
        ("print('no json')", "damaged"),
    ],
)
def test_a_process_that_fails_takes_nothing_along(
    command: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hang, a crash and a fault of our own are each told as what they are, within the time."""
    monkeypatch.setattr(process, "_COMMAND", command)
    monkeypatch.setattr(process, "MAX_SECONDS", 2)
    start = time.monotonic()

    assert refusal(pdf([page(prose(6, 700))])).kind == kind
    assert time.monotonic() - start < 20


def test_scaled_and_turned_text_is_read() -> None:
    """A type of size 1 scaled to 13 is one of 13; a page whose text all runs upwards is turned."""
    lines = [text for *_, text in prose(6, 700)]
    scaled = "\n".join(f"BT /F1 1 Tf 13 0 0 13 85 {700 - 18 * i} Tm ({t}) Tj ET" for i, t in enumerate(lines))
    turned = "\n".join(f"BT /F1 13 Tf 0 1 -1 0 {100 + 18 * i} 85 Tm ({t}) Tj ET" for i, t in enumerate(lines))

    assert texts(read(pdf([scaled.encode()]))) == texts(read(pdf([turned.encode()]))) == [" ".join(lines)]


def test_text_across_the_page_is_left_out() -> None:
    """A stamp that stands upright beside level text is none of it, whichever way it runs."""
    for matrix in ("0 1 -1 0 40 300", "0 -1 1 0 560 700"):
        across = f"BT /F1 9 Tf {matrix} Tm (Da phat hanh) Tj ET"

        assert texts(read(pdf([page(prose(6, 700), drawing=across)]))) == [
            " ".join(t for *_, t in prose(6, 700))
        ]
