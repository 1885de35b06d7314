"""Footings of data tables, column by column and row by row."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from thidua_check.document import Cell, Paragraph, Table
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.tables import find_table_relations


def table(*rows: str) -> Table:
    """Build a table from rows whose cells are parted by bars."""
    built: list[tuple[Cell, ...]] = []
    for r, row in enumerate(rows):
        cells = (
            Cell(r, c, 1, 1, (Paragraph(text.strip(), part="table", cell=(0, r, c)),))
            for c, text in enumerate(row.split("|"))
        )
        built.append(tuple(cells))
    return Table(0, tuple(built))


def standings(relations: tuple[Relation, ...]) -> list[tuple[str, str]]:
    """Return the total cells with their standing."""
    return [(r.whole.passage.text, r.standing) for r in relations]


def test_a_total_row_at_the_foot() -> None:
    """Every column of amounts is added up; a wrong total stands out among right ones."""
    found = find_table_relations(
        table(
            "TT | Đơn vị | Tập thể | Cá nhân | Hộ",
            "1 | Xã A | 3 | 12 | 1",
            "2 | Xã B | 4 | 15 | 2",
            "3 | Xã C | 5 | 10 | 3",
            " | Tổng cộng | 12 | 38 | 6",
        )
    )

    assert standings(found) == [("12", "holds"), ("38", "off"), ("6", "holds")]


def test_a_total_row_at_the_top() -> None:
    """The total may stand first."""
    found = find_table_relations(
        table("TT | Đơn vị | Số nhà", " | Tổng số | 1.553", "1 | Xã A | 1.405", "2 | Xã B | 148")
    )

    assert standings(found) == [("1.553", "holds")]


def test_groups_add_up_to_the_total_and_rows_to_their_group() -> None:
    """I and II make up the total; 1 and 2 make up I; 1.1 belongs to 1."""
    found = find_table_relations(
        table(
            "STT | Nội dung | Kinh phí",
            "I | Cấp huyện | 30",
            "1 | Tuyên truyền | 10",
            "2 | Khen thưởng | 20",
            "2.1 | Tập thể | 15",
            "II | Cấp xã | 12",
            "1 | Tuyên truyền | 5",
            "2 | Khen thưởng | 7",
            " | Cộng | 42",
        )
    )

    assert standings(found) == [("42", "holds"), ("30", "holds"), ("12", "holds")]


def test_columns_that_do_not_add_up_are_left_alone() -> None:
    """Rates, years and averages have no footing."""
    found = find_table_relations(
        table(
            "TT | Chỉ tiêu | Năm | Tỷ lệ (%) | Số hộ",
            "1 | Nghèo | 2021 | 34,68 | 20",
            "2 | Cận nghèo | 2022 | 13,76 | 30",
            " | Tổng cộng | 2024 | 15,95 | 50",
        )
    )

    assert standings(found) == [("50", "holds")]


def test_a_misread_table_is_not_judged() -> None:
    """Where most totals disagree nothing is said."""
    found = find_table_relations(
        table(
            "TT | Đơn vị | Kỳ trước | Kỳ này | Kỳ sau",
            "1 | Xã A | 3 | 12 | 7",
            "2 | Xã B | 4 | 15 | 8",
            " | Tổng cộng | 9 | 38 | 15",
        )
    )

    assert standings(found) == [("9", "unknown"), ("38", "unknown"), ("15", "unknown")]


def test_a_total_column() -> None:
    """The columns under "Trong đó" are parts of the column "Tổng số"; a partial list may stay below."""
    found = find_table_relations(
        table(
            "TT | Đơn vị | Tổng số | Chia ra: nam | Chia ra: nữ",
            "1 | Xã A | 30 | 12 | 18",
            "2 | Xã B | 40 | 15 | 25",
            "3 | Xã C | 22 | 10 | 11",
        )
    )

    assert standings(found) == [("30", "holds"), ("40", "holds"), ("22", "off")]


def test_words_in_a_column_stop_its_footing() -> None:
    """A part that cannot be read leaves the column unjudged; a dash counts nothing."""
    found = find_table_relations(
        table(
            "TT | Đơn vị | Nhà | Lớp",
            "1 | Xã A | 3 | chưa có",
            "2 | Xã B | - | 5",
            "3 | Xã C | 4 | 6",
            " | Cộng | 7 | 12",
        )
    )

    assert standings(found) == [("7", "holds")]


def test_rounded_amounts_have_room() -> None:
    """Whole figures of money may have been rounded."""
    found = find_table_relations(
        table(
            "TT | Nguồn | Kinh phí (triệu đồng)",
            "1 | Tỉnh | 333",
            "2 | Huyện | 333",
            "3 | Xã | 333",
            " | Tổng cộng | 1.000",
        )
    )

    assert standings(found) == [("1.000", "holds")]


def test_a_layout_table_has_no_footing() -> None:
    """A head of a letter in a table has no figures to add."""
    assert find_table_relations(table("UBND XÃ A | CỘNG HÒA", "Số: 12/BC-UBND | Ngày 5 tháng 6")) == ()


def test_a_figure_like_a_year_is_no_head() -> None:
    """The first row counts although its only figure could be a year; a row of years without a number is a head."""
    numbered = table(
        "TT | Tên | Số lượng", "1 | Xã A | 1900", "2 | Xã B | 1", "3 | Xã C | 1", " | Cộng | 1902"
    )
    plain = table("Tên | Số lượng", "Xã A | 2022", "Xã B | 1", "Xã C | 1", "Cộng | 2024")
    years = table("Tên | Kết quả | ", "Xã | 2022 | 2023", "Xã A | 5 | 6", "Xã B | 7 | 8", "Cộng | 12 | 14")

    assert standings(find_table_relations(numbered)) == [("1902", "holds")]
    assert standings(find_table_relations(plain)) == [("2024", "holds")]
    assert standings(find_table_relations(years)) == [("12", "holds"), ("14", "holds")]


@given(st.lists(st.integers(1, 9_999), min_size=2, max_size=8), st.integers(1, 500))
def test_a_changed_total_is_seen(values: list[int], shift: int) -> None:
    """In a flat table with one column a true total holds and any other is off."""
    rows = [f"{i + 1} | Đơn vị {chr(65 + i)} | {v}" for i, v in enumerate(values)]

    (true,) = find_table_relations(table("TT | Tên | Số lượng", *rows, f" | Cộng | {sum(values)}"))
    (false,) = find_table_relations(table("TT | Tên | Số lượng", *rows, f" | Cộng | {sum(values) + shift}"))

    assert (true.standing, false.standing) == ("holds", "off")
    assert false.expected == Decimal(sum(values))


def test_subtotals_add_up_to_the_last_total() -> None:
    """Each "Cộng" is the sum of the rows above it, the last total that of the others."""
    found = find_table_relations(
        table(
            "TT | Đơn vị | Số hộ",
            "1 | Xã A | 30",
            "2 | Xã B | 40",
            " | Cộng | 70",
            "3 | Phường C | 20",
            "4 | Phường D | 25",
            " | Cộng | 44",
            " | Tổng cộng | 114",
        )
    )

    assert standings(found) == [("70", "holds"), ("44", "off"), ("114", "holds")]


def test_details_may_name_only_some() -> None:
    """Rows under "Trong đó" may leave parts out, but cannot exceed the row above."""
    rows = [
        "TT | Nội dung | Năm 2024 | Năm 2023",
        "1 | Xây nhà | 90 | 50",
        " | Trong đó: | | ",
        "- | Xây mới | {} | 20",
        "- | Sửa chữa | 30 | 25",
    ]
    less, more = (find_table_relations(table(*(row.format(n) for row in rows))) for n in (40, 70))

    assert standings(less) == [("90", "holds"), ("50", "holds")]
    assert standings(more) == [("90", "unknown"), ("50", "unknown")]


def test_details_that_overlap_are_no_parts() -> None:
    """Women and Party members may be the same people."""
    found = find_table_relations(
        table(
            "TT | Nội dung | Số người | Trước",
            "1 | Cán bộ | 90 | 80",
            "- | Nữ | 60 | 50",
            "- | Đảng viên | 70 | 60",
        )
    )

    assert found == ()


def test_rows_of_years() -> None:
    """Bare years name the rows; a total may also repeat the last year's figure of what is counted anew each year."""
    found = find_table_relations(
        table(
            "Năm | Hộ nghèo | Hộ thoát nghèo | Hộ phát sinh",
            "2022 | 312 | 96 | 11",
            "2023 | 227 | 84 | 7",
            "2024 | 150 | 71 | 4",
            "Cộng | 150 | 261 | 22",
        )
    )

    assert standings(found) == [("150", "holds"), ("261", "off"), ("22", "holds")]
