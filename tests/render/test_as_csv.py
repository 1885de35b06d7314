"""The table for spreadsheets."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.render import samples
from thidua_check.findings import Level, Words
from thidua_check.render.as_csv import COLUMNS, render_csv
from thidua_check.render.view import View
from thidua_check.report import Report

DEFAULT = View()


def rows_of(report: Report, view: View = DEFAULT) -> list[dict[str, str]]:
    """The rows by the names of their columns."""
    text = render_csv(report, view)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:]), delimiter=";"))


def test_one_row_for_each_finding() -> None:
    """A row says where, what, how to mend and on what basis."""
    first, second, third = rows_of(samples.report(samples.checked()))

    assert list(first.values()) == [
        "bao-cao.txt",
        "lỗi",
        "NT01",
        "I",
        "dòng 4, mục I",
        "15/9/25022",
        "“15/9/25022”: không có ngày này.",
        "15/9/2022",
        "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục 4",
        "1",
        "high",
        "00000000000000aa",
    ]
    assert (second["Mức"], second["Số chỗ"], third["Mức"]) == ("cảnh báo", "2", "cần xem")


def test_unreadable_file_is_a_row() -> None:
    """What was not checked is not left out."""
    (row,) = rows_of(samples.report(samples.unreadable()))

    assert (row["Tệp"], row["Mức"], row["Nhận xét"]) == ("hong.docx", "không kiểm tra được", "Tệp bị hỏng.")


def test_names_of_columns_are_translated() -> None:
    """``--lang en`` changes the first row."""
    head = render_csv(samples.report(), View(lang="en"))[1:].splitlines()[0]

    assert head == ";".join(column.en for column in COLUMNS)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-2,5%", "@SUM(A1)", "\t=1", " =1", "＝1", '=HYPERLINK("x")'])
def test_formulas_are_neutralised(text: str) -> None:
    """A cell that a spreadsheet would compute begins with an apostrophe."""
    (row,) = rows_of(samples.report(samples.checked(samples.date_finding(excerpt=text))))

    assert row["Chữ trong văn bản"].startswith("'")


@given(st.text())
def test_any_text_stays_in_its_cell(text: str) -> None:
    """Separators, quotes and line breaks of a draft make no further cells or rows."""
    finding = samples.date_finding(excerpt=text, message=Words(f"x{text}"))
    (row,) = rows_of(samples.report(samples.checked(finding)))

    assert row["Dấu vân tay"] == "00000000000000aa"
    assert not row["Chữ trong văn bản"].lstrip().startswith(("=", "+", "-", "@"))


def test_weak_findings_are_left_out() -> None:
    """``--min-level`` holds here, too."""
    rows = rows_of(samples.report(samples.checked()), View(min_level=Level.ERROR))

    assert [row["Quy tắc"] for row in rows] == ["NT01"]
