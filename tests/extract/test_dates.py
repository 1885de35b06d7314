"""Dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_check.document import Paragraph
from thidua_check.extract.dates import DateMention, find_dates


def only(text: str) -> DateMention:
    [found] = find_dates(Paragraph(text))
    return found


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Hà Nội, ngày 05 tháng 02 năm 2026", "ngày 05 tháng 02 năm 2026", date(2026, 2, 5)),
        ("NGÀY 14 THÁNG 7 NĂM 2022 CỦA", "NGÀY 14 THÁNG 7 NĂM 2022", date(2022, 7, 14)),
        ("ngày 15 tháng 9 tháng 2022", "ngày 15 tháng 9 tháng 2022", date(2022, 9, 15)),
        ("ngày 5 tháng 9/2024", "ngày 5 tháng 9/2024", date(2024, 9, 5)),
        ("ban hành ngày 15/9/2022.", "15/9/2022", date(2022, 9, 15)),
        ("(15 / 9 / 2022)", "15 / 9 / 2022", date(2022, 9, 15)),
        ("ngày 15-9-2022", "15-9-2022", date(2022, 9, 15)),
        ("ngày 15.9.2022", "15.9.2022", date(2022, 9, 15)),
        ("ngày 15/9/22", "15/9/22", date(2022, 9, 15)),
        ("ngày 19/5/1890", "19/5/1890", date(1890, 5, 19)),
        ("Tháng 12/2024 các xã", "Tháng 12/2024", date(2024, 12, 1)),
        ("tháng 12 năm 2024", "tháng 12 năm 2024", date(2024, 12, 1)),
        ("quý III/2024", "quý III/2024", date(2024, 7, 1)),
        ("Quý 4 năm 2023", "Quý 4 năm 2023", date(2023, 10, 1)),
        ("trong năm 2024 đã", "năm 2024", date(2024, 1, 1)),
    ],
)
def test_form(text: str, words: str, value: date) -> None:
    """Each way of writing a date is read, and the passage covers its own words."""
    found = only(text)

    assert (found.passage.text, found.value, found.problem) == (words, value, None)


@pytest.mark.parametrize(
    "text",
    [
        "đạt 553/553 nhà",
        "19/19 xã, thị trấn",
        "đã cấp 48.503/48.981 thẻ",
        "6.785/9638 cho trường hợp",
        "Quyết định số 769/QĐ-UBND",
        "Nghị định số 98/2023/NĐ-CP",
        "Hướng dẫn 02/HD-SNV",
        "trực 24/7",
        "1/3 số hộ",
        "12/12/12",
        "số 15/9/2022",
        "điện thoại 0255.382.2021",
        "mục 1.2.2022",
        "ngày, tháng, năm sinh",
        "ghi rõ ngày tháng năm sinh",
        "mỗi tháng 02 lần",
        "5 năm 20222 hộ",
        "những ngày tháng 4 năm 1975",
        "báo cáo mỗi ngày. Tháng tới",
        "kể từ ngày Nghị định số 255/2025/NĐ-CP có hiệu lực",
        "trong 30 ngày làm việc",
        "70 triệu đồng/ha/năm",
    ],
)
def test_not_a_date(text: str) -> None:
    """Fractions, citations, telephone numbers and plain words are no dates."""
    assert find_dates(Paragraph(text)) == ()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ngày   tháng 3 năm 2025", (None, 3, 2025)),
        ("ngày tháng 11 năm 2023", (None, 11, 2023)),
        ("ngày … tháng … năm 2025", (None, None, 2025)),
        ("ngày ... tháng ... năm ...", (None, None, None)),
        ("ngày     tháng     năm 20…", (None, None, None)),
        ("ngày 12 tháng 5 năm 20", (12, 5, None)),
        ("cấp ngày …. tháng ….. năm……", (None, None, None)),
        ("ngày…4  tháng…4 năm …4", (4, 4, None)),
        ("ngày     /11/2023", (None, 11, 2023)),
        ("ngày .../.../2025", (None, None, 2025)),
        ("ngày 15/…/2025", (15, None, 2025)),
    ],
)
def test_blank(text: str, parts: tuple[int | None, int | None, int | None]) -> None:
    """A date with room to be filled in is blank, and keeps the parts that are there."""
    found = only(text)

    assert (found.problem, found.value) == ("blank", None)
    assert (found.day, found.month, found.year) == parts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ngày 15/9/25022 của UBND", "15/9/25022"),
        ("ngày 31/4/2024", "31/4/2024"),
        ("họp 29/02/2023", "29/02/2023"),
        ("(15/13/2024)", "15/13/2024"),
        ("32/8/2024", "32/8/2024"),
        ("ngày 15/9/202", "15/9/202"),
        ("ngày 31 tháng 4 năm 2024", "ngày 31 tháng 4 năm 2024"),
        ("tháng 13/2024", "tháng 13/2024"),
        ("quý V/2024", "quý V/2024"),
        ("ngày 31/4 vừa qua", "31/4"),
        ("năm 20244", "năm 20244"),
    ],
)
def test_impossible(text: str, words: str) -> None:
    """A date that cannot exist is kept as written and has no value."""
    found = only(text)

    assert (found.passage.text, found.problem, found.value) == (words, "impossible", None)


def test_day_and_month_without_year() -> None:
    """``ngày 01/3`` is a day and a month; nothing says which year."""
    found = only("từ ngày 01/3 đến nay")

    assert (found.day, found.month, found.year, found.value, found.understood) == (1, 3, None, None, True)


def test_days_that_share_a_month() -> None:
    """Days listed before a date take its month and year."""
    found = find_dates(Paragraph("trong các ngày 15, 16 và 17/6/2024"))

    assert [d.value for d in found] == [date(2024, 6, 15), date(2024, 6, 16), date(2024, 6, 17)]


def test_years_in_a_list() -> None:
    """Years listed behind a year are years; a number with thousands is not."""
    found = find_dates(Paragraph("các năm 2021, 2022 và 2023, 2.024 hộ"))

    assert [d.year for d in found] == [2021, 2022, 2023]


def test_range_of_full_dates() -> None:
    """Two dates joined by a hyphen are two dates."""
    found = find_dates(Paragraph("01/01/2024-31/12/2024"))

    assert [d.value for d in found] == [date(2024, 1, 1), date(2024, 12, 31)]


FORMS = (
    "ngày {d:02} tháng {m:02} năm {y}",
    "ngày {d} tháng {m} năm {y}",
    "{d}/{m}/{y}",
    "{d:02}/{m:02}/{y}",
    "ngày {d}-{m}-{y}",
)


@given(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    st.sampled_from(FORMS),
    st.sampled_from(["", "họp ", "(", "– "]),
)
def test_what_is_printed_is_read(day: date, form: str, before: str) -> None:
    """Any date in any form is read back, and its passage slices the text."""
    text = before + form.format(d=day.day, m=day.month, y=day.year) + ", sau đó"
    found = only(text)

    assert found.value == day
    assert text[found.passage.start : found.passage.end] == found.passage.text


@given(
    st.integers(1, 12), st.integers(1990, 2035), st.sampled_from(["tháng {m}/{y}", "tháng {m:02} năm {y}"])
)
def test_months_are_read(month: int, year: int, form: str) -> None:
    """Any month in any form is read back as its first day."""
    assert only(form.format(m=month, y=year)).value == date(year, month, 1)


@given(
    st.lists(
        st.sampled_from(
            [
                "tổ",
                "chức",
                "phong",
                "trào",
                "thi",
                "đua",
                "ngày",
                "tháng",
                "năm",
                "xã",
                "hội,",
                "hộ",
                "nghèo;",
                "đạt",
                "quý",
                "tốt.",
                "và/hoặc",
            ]
        )
    )
)
def test_words_without_digits_hold_no_date(words: list[str]) -> None:
    """Prose without a digit or a gap to fill in holds no date."""
    assert find_dates(Paragraph(" ".join(words))) == ()


@given(st.text(alphabet="ngàythángăm 0123456789/-.…_,\t", max_size=200))
def test_any_text_is_survived(text: str) -> None:
    """Whatever the text, the mentions are in order, inside it, and do not overlap."""
    found = find_dates(Paragraph(text))
    ends = [0, *(d.passage.end for d in found)]

    assert all(
        end <= d.passage.start < d.passage.end <= len(text) for end, d in zip(ends, found, strict=False)
    )
