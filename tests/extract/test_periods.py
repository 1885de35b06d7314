"""Periods of years."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_check.document import Paragraph
from thidua_check.extract.dates import find_dates
from thidua_check.extract.periods import Period, find_periods


def only(text: str) -> Period:
    paragraph = Paragraph(text)
    [found] = find_periods(paragraph, find_dates(paragraph))
    return found


@pytest.mark.parametrize(
    ("text", "words", "lead"),
    [
        ("giai đoạn 2021-2025", "2021-2025", "giai đoạn"),
        ("Giai đoạn 2021 – 2025", "2021 – 2025", "giai đoạn"),
        ("kết quả 2020 -2025", "2020 -2025", ""),
        ("5 năm (2021 - 2025)", "2021 - 2025", "5 năm"),
        ("nhiệm kỳ 2020-2025", "2020-2025", "nhiệm kỳ"),
        ("từ năm 2022 đến hết năm 2024", "2022 đến hết năm 2024", "từ năm"),
        ("giai đoạn 2021-25", "2021-25", "giai đoạn"),
        ("năm học mới 2024 - 2025", "2024 - 2025", "năm học mới"),
        ("năm học 2022/2023", "2022/2023", "năm học"),
    ],
)
def test_form(text: str, words: str, lead: str) -> None:
    """Each way of writing a period is read with the word before it."""
    found = only(text)

    assert (found.passage.text, found.lead) == (words, lead)


@pytest.mark.parametrize(
    "text",
    [
        "06/01/1946 - 06/01/2026",
        "bán 2000 - 2050 kg",
        "0255.2021-2025",
        "ngày 15/9/2021-20/9/2025",
        "2022/2023 hộ",
        "2021-25 hộ",
    ],
)
def test_not_a_period(text: str) -> None:
    """Dates, counts and telephone numbers are no periods."""
    paragraph = Paragraph(text)

    assert find_periods(paragraph, find_dates(paragraph)) == ()


def test_reversed_period_is_a_fact() -> None:
    """Years in the wrong order are kept as written."""
    found = only("giai đoạn 2025-2021")

    assert (found.first, found.last) == (2025, 2021)


@pytest.mark.parametrize(
    ("text", "name", "quoted"),
    [
        ("Phong trào “Chung sức” giai đoạn 2021-2025", "Chung sức", True),
        ("Phong trào “Chung sức” (2016 - 2020)", "Chung sức", True),
        ("“Thi đua học tập giai đoạn 2023-2030” ở xã", "Thi đua học tập giai đoạn 2023-2030", True),
        ("giai đoạn 2021-2025 “Chung sức”", "Chung sức", True),
        (
            "Kế hoạch, Chương trình giảm nghèo giai đoạn 2021-2025",
            "Chương trình giảm nghèo giai đoạn 2021-2025",
            False,
        ),
        ("Phong trào “Chung sức”; giai đoạn 2021-2025 có nhiều", None, False),
        ("Chương trình giảm nghèo; giai đoạn 2021-2025", None, False),
    ],
)
def test_what_a_period_belongs_to(text: str, name: str | None, quoted: bool) -> None:
    """A period belongs to the quoted name at its side, else to the programme named before it in the clause."""
    found = only(text)

    assert (found.attached, found.quoted) == (name, quoted)


def test_list_shares_lead_and_name() -> None:
    """The later periods of a list have the first one's word and name."""
    found = find_periods(Paragraph("Phong trào “Chung sức” giai đoạn 2016-2020 và 2021-2025"))

    assert [(p.first, p.lead, p.attached) for p in found] == [
        (2016, "giai đoạn", "Chung sức"),
        (2021, "giai đoạn", "Chung sức"),
    ]


def test_school_year_is_told_apart() -> None:
    """A school year is a span of two years, but no period of a movement."""
    assert only("năm học 2023 - 2024").school_year
    assert not only("giai đoạn 2023 - 2024").school_year


@given(
    st.integers(1950, 2049), st.integers(1950, 2049), st.sampled_from(["-", " - ", " – ", " -", " đến năm "])
)
def test_what_is_printed_is_read(first: int, last: int, dash: str) -> None:
    """Any two years are read back, and the passage slices the text."""
    text = f"giai đoạn {first}{dash}{last}, kết quả"
    found = only(text)

    assert (found.first, found.last) == (first, last)
    assert text[found.passage.start : found.passage.end] == f"{first}{dash}{last}"
