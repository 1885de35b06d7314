"""Cells that a figure of the text can be held against."""

from __future__ import annotations

from decimal import Decimal

import pytest

from thidua_check.extract.labelled_cells import cross_cells, labelled_cells, name_of
from thidua_check.read import read

_NAME = "Kinh phí trồng cây xanh"


def _cells(
    head: str, *rows: str, above: str = ""
) -> dict[tuple[str, ...], tuple[Decimal | None, str, set[str]]]:
    width = head.count("|") + 1
    lines = [f"| {head} |", "|" + "---|" * width, *(f"| {row} |" for row in rows)]
    document = read(f"{above}\n\n{chr(10).join(lines)}\n".encode(), name="bang.md")
    return {
        name: (cell.quantity.value, cell.unit, set(cell.years))
        for name, cell in labelled_cells(document).items()
    }


@pytest.mark.parametrize(
    ("head", "row", "above"),
    [
        ("Nội dung | Kết quả năm 2024 (triệu đồng)", f"{_NAME} | 120", ""),
        ("Nội dung | ĐVT | Năm 2024", f"{_NAME} | triệu đồng | 120", ""),
        ("Nội dung | Năm 2024", f"{_NAME} (triệu đồng) | 120", ""),
        ("Nội dung | Kết quả", f"{_NAME} | 120", "Kết quả năm 2024 (Đơn vị tính: triệu đồng)"),
    ],
)
def test_unit_and_year(head: str, row: str, above: str) -> None:
    """The unit is read from the head, its own column, the row's name or the caption, the year likewise."""
    found = _cells(head, row, "Kinh phí in tờ rơi | 15", above=above)

    assert found[name_of(_NAME.lower())] == (Decimal(120_000_000), "đồng", {"2024"})


@pytest.mark.parametrize(
    ("head", "row", "above"),
    [
        ("Nội dung | Năm 2023 | Năm 2024", f"{_NAME} | 110 | 120", ""),
        ("Nội dung | Kế hoạch", f"{_NAME} | 120", ""),
        ("Nội dung | Kết quả", f"{_NAME} | 120", "Kết quả 6 tháng đầu năm"),
        ("Nội dung | Kết quả", f"{_NAME} | 120", "Kết quả của xã An Thử"),
        ("Nội dung | Kết quả", "Kinh phí | 120", ""),
    ],
)
def test_other_tables(head: str, row: str, above: str) -> None:
    """Tables of several years, of plans, of months or of one place, and short names, are left out."""
    assert _cells(head, row, above=above) == {}


def test_name_twice() -> None:
    """A name that two rows bear is left out."""
    row = f"{_NAME} | 120"

    assert _cells("Nội dung | Kết quả", row, "Kinh phí chung của huyện | 3", row).keys() == {
        name_of("kinh phí chung của huyện")
    }


_SHARES = """{caption}

| TT | Khối | Giá trị làm lợi (triệu đồng) | {share} |
|---|---|---|---|
| 1 | Trường học | 615 | 63,5 |
| 2 | Doanh nghiệp | 2.864 | 13,4 |
| | Tổng cộng | 3.479 | 100 |
"""


def _crossed(caption: str = "Kết quả theo khối", share: str = "Tỷ lệ sáng kiến (%)") -> dict[str, set[str]]:
    text = _SHARES.format(caption=caption, share=share)
    cells = cross_cells(read(text.encode(), name="bang.md"))
    return {cell.quantity.passage.text: set(cell.words) for cell in cells}


def test_crossed_words() -> None:
    """A cell has the words of its row and its column's head without those of counting; a total those of the head."""
    found = _crossed()

    assert found["13,4"] == {"sáng", "kiến", "doanh", "nghiệp"}
    assert found["3.479"] == {"giá", "trị", "làm", "lợi"}


@pytest.mark.parametrize(
    ("caption", "share", "figure"),
    [
        ("Kế hoạch theo khối", "Tỷ lệ sáng kiến (%)", "2.864"),
        ("Kết quả của xã An Thử", "Tỷ lệ sáng kiến (%)", "2.864"),
        ("Kết quả theo khối", "Chỉ tiêu sáng kiến (%)", "13,4"),
        ("Kết quả theo khối", "Sáng kiến", "13,4"),
    ],
)
def test_no_crossing(caption: str, share: str, figure: str) -> None:
    """Tables of plans or of one place are left out, and columns of plans or without a unit."""
    assert figure not in _crossed(caption, share)
