"""The rows of the summary, what is saved of them, and the tables they make."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve

from thidua_check.batch.as_html import summary_html
from thidua_check.batch.as_xlsx import summary_xlsx
from thidua_check.batch.model import Amount, Compared, Deadline, ItemVerdict, Row, Trouble
from thidua_check.batch.records import dump_record, load_record, record_path
from thidua_check.batch.row import row_of
from thidua_check.batch.sheets import Cell, Sheet, sheets
from thidua_check.batch.sum_sheets import sum_sheets
from thidua_check.checking import check
from thidua_check.findings import Level, Words
from thidua_check.outline.model import Verdict

ITEM = ItemVerdict("VNN/II.1", "1.", "Kết quả", Verdict.MISSING)
ROW = Row(
    path="xã/bao-cao.docx",
    sha256="ab",
    code=1,
    unit="UBND XÃ ĐỒNG MẪU",
    first=dt.date(2025, 3, 1),
    last=dt.date(2025, 3, 31),
    errors=2,
    crashed=("NT01",),
    outlines=(Compared("VNN", "Tổng kết", False, (ITEM,)),),
    deadline=Deadline(dt.date(2025, 3, 31), True),
    figures=3,
    understood=2,
    unclear=("12.34.567",),
    years=(2021, 2025),
    amounts=(Amount("kết quả", "xây", "căn", "2024", Decimal("4.50"), Decimal("0.1"), "4,5 căn"),),
    files=(("html", "xã/bao-cao.docx.html"),),
    notes=(Words("Không ghi được.", "Not written."),),
)


def sheet(key: str, *rows: Row) -> Sheet:
    """The table with a key."""
    return next(s for s in sheets(rows, "vi") if s.key == key)


def saved(tmp_path: Path, row: Row) -> Path:
    """Save the record of a row and its result; return the folder."""
    path = record_path(tmp_path, row.path)
    path.parent.mkdir(parents=True)
    path.write_text(dump_record("k", row), encoding="ascii")
    for _, name in row.files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    return tmp_path


def test_record_gives_the_row_back(tmp_path: Path) -> None:
    """What is saved is all that the summary needs."""
    assert load_record(saved(tmp_path, ROW), ROW.path, "k") == ROW


def test_record_of_another_key_is_none(tmp_path: Path) -> None:
    """A row that was judged otherwise does not count."""
    assert load_record(saved(tmp_path, ROW), ROW.path, "other") is None


def test_record_without_its_result_is_none(tmp_path: Path) -> None:
    """A result that somebody has taken away is made again."""
    out = saved(tmp_path, ROW)
    (out / ROW.files[0][1]).unlink()

    assert load_record(out, ROW.path, "k") is None


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"key": "k", "row": {"path": 1}}', '{"key": "k", "row": null}']
)
def test_damaged_record_is_none(tmp_path: Path, text: str) -> None:
    """A record that was cut off or is of another version only means that the draft is checked again."""
    out = saved(tmp_path, ROW)
    record_path(out, ROW.path).write_text(text, encoding="ascii")

    assert load_record(out, ROW.path, "k") is None


@pytest.mark.parametrize(
    ("first", "last", "strict", "kept"),
    [
        ((2025, 3, 30), (2025, 3, 30), True, True),
        ((2025, 3, 31), (2025, 3, 31), True, False),
        ((2025, 3, 31), (2025, 3, 31), False, True),
        ((2025, 4, 1), (2025, 4, 30), False, False),
        ((2025, 3, 1), (2025, 3, 31), True, None),
        ((2025, 3, 1), (2025, 3, 31), False, True),
    ],
)
def test_in_time(
    first: tuple[int, int, int], last: tuple[int, int, int], strict: bool, kept: bool | None
) -> None:
    """A date keeps the deadline if every day that it may mean does; ``trước ngày`` shuts the day itself out."""
    deadline = Deadline(dt.date(2025, 3, 31), strict)
    row = evolve(ROW, first=dt.date(*first), last=dt.date(*last), deadline=deadline)

    assert row.in_time() is kept


def test_row_of_a_draft() -> None:
    """The row holds the figures that were not understood, in the draft's own words."""
    text = "BÁO CÁO\nKết quả năm 2024\nI. Kết quả\nXã vận động 12.34.567 đồng, giúp 15 hộ nghèo.\nII. Kiến nghị\nKhông./.\n"
    row = row_of(check(text.encode(), name="a.txt"), "a.txt", (), Level.ERROR)

    assert (row.figures, row.understood, row.unclear) == (2, 1, ("12.34.567",))
    assert row.years == (2024,)
    assert (row.first, row.deadline, row.in_time()) == (None, None, None)


def test_draft_table() -> None:
    """One line a draft; what is not there is empty, not zero."""
    cells = dict(zip(sheet("ban-thao", ROW).heads, sheet("ban-thao", ROW).rows[0], strict=True))

    assert {head: cell.value for head, cell in cells.items()} == {
        "Tệp": "xã/bao-cao.docx",
        "Cơ quan": "UBND XÃ ĐỒNG MẪU",
        "Kiểm tra": "có quy tắc bị lỗi",
        "Lỗi": 2,
        "Cảnh báo": 0,
        "Lưu ý": 0,
        "Cần xem": 0,
        "Mục thiếu": 1,
        "Mục chưa kết luận": 0,
        "Số liệu đọc được": 3,
        "Số liệu không kiểm tra được": 1,
        "Ngày văn bản": "3/2025",
        "Hạn báo cáo": "trước 31/3/2025",
        "Đúng hạn (theo ngày văn bản)": "chưa rõ",
        "Kết quả": "xã/bao-cao.docx.html",
    }
    bare = sheet("ban-thao", evolve(ROW, outlines=(), deadline=None)).rows[0]
    assert [bare[n].value for n in (7, 8, 12, 13)] == [""] * 4


def test_figures_and_unread_files() -> None:
    """Each figure that could not be checked has a line, and each file with its reason."""
    broken = Row("hong.docx", None, 2, Trouble("damaged", Words("Tệp bị hỏng.")))

    assert sheet("so-lieu", ROW, broken).rows == ((Cell("xã/bao-cao.docx"), Cell("12.34.567")),)
    assert sheet("khong-doc-duoc", ROW, broken).rows == ((Cell("hong.docx"), Cell("Tệp bị hỏng.", "error")),)


def test_parts_show_the_worst() -> None:
    """Where two parts of a draft answer one outline, an item that one part lacks is lacking."""
    there = Compared("VNN", "Tổng kết", False, (evolve(ITEM, verdict=Verdict.MATCHED),))
    both = evolve(ROW, outlines=(there, *ROW.outlines, there))

    assert [c.value for c in sheet("muc-1", both).rows[0]] == ["xã/bao-cao.docx", "thiếu"]
    assert sheet("ban-thao", both).rows[0][7].value == 1


def test_drafts_of_other_outlines_have_tables_of_their_own() -> None:
    """A draft is in the table of the outline that it follows; one drawn from reports says so."""
    other = evolve(
        ROW, path="b.docx", outlines=(Compared("XYZ", "Sơ kết", True, (evolve(ITEM, id="XYZ/I"),)),)
    )
    first, second = sheet("muc-1", ROW, other), sheet("muc-2", ROW, other)

    assert [first.rows[0][0].value, second.rows[0][0].value] == ["xã/bao-cao.docx", "b.docx"]
    assert second.heads == ("Tệp", "I")
    assert [len(first.notes), len(second.notes)] == [1, 2]


def test_both_languages() -> None:
    """Every table has heads in English, too."""
    heads = [head for s in sheets((ROW,), "en") if not s.key.startswith("muc-1") for head in s.heads]

    assert all(head.isascii() for head in heads)


def test_joint_report_that_was_not_read() -> None:
    """Without a joint report nothing is added up, and the page says why."""
    joint = Row("chung.docx", None, 2, Trouble("damaged", Words("Tệp bị hỏng.")))
    (only,) = sum_sheets(joint, None, "vi")

    assert only.rows == ()
    assert only.notes[1] == "không kiểm tra được: Tệp bị hỏng."


def test_words_are_inert_in_page_and_workbook() -> None:
    """Nothing that stands in a draft becomes markup, a link to elsewhere, or a formula."""
    hostile = evolve(
        ROW,
        unit="=HYPERLINK(1)",
        path='"><script>x',
        files=(("html", "javascript:alert(1).html"),),
        unclear=("@SUM(1)",),
    )
    tables = list(sheets((hostile,), "vi"))
    page = summary_html(tables, "<b>", "vi")

    assert "<script" not in page
    assert "<b>x" not in page
    assert 'href="./javascript%3Aalert%281%29.html"' in page
    with zipfile.ZipFile(io.BytesIO(summary_xlsx(tables))) as book:
        sheet1 = book.read("xl/worksheets/sheet1.xml")
        assert b"<f" not in sheet1.replace(b"<filter", b"")
        assert "=HYPERLINK(1)" in book.read("xl/sharedStrings.xml").decode()


def test_workbook_has_the_same_bytes() -> None:
    """The same tables give the same file."""
    tables = list(sheets((ROW,), "vi"))

    assert summary_xlsx(tables) == summary_xlsx(tables)
