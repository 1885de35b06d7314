"""Figures that two sections state: shares, counts and rates, and what is left of a share."""

from __future__ import annotations

from decimal import Decimal

import pytest

from thidua_check.document import Paragraph
from thidua_check.extract.quantities import find_quantities
from thidua_check.extract.standing import (
    Remainder,
    Standing,
    find_remainders,
    find_rivals,
    find_standing,
    slip_between,
)


def standing(*texts: str) -> list[Standing]:
    """Return the standing figures of some paragraphs."""
    return [
        s for n, text in enumerate(texts) for s in find_standing(find_quantities(Paragraph(text, block=n)))
    ]


def rivals(*texts: str, year: int | None = 2024) -> list[tuple[str, str, bool]]:
    """Return the rivals among the figures of some paragraphs as written."""
    return [
        (r.first.written.text, r.second.written.text, r.sure) for r in find_rivals(standing(*texts), year)
    ]


def remainders(text: str) -> list[Remainder]:
    """Return the remainders of one paragraph that do not fit."""
    return list(find_remainders(find_quantities(Paragraph(text))))


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Có 379 xã đạt tiêu chí số 15, đạt 92,2%", "số xã đạt tiêu chí số 15"),
        ("Với dân số toàn huyện 42.168 người", "dân số"),
        ("Tỷ lệ hộ nghèo năm 2024 là 3,29%", "tỷ lệ hộ nghèo"),
        ("gồm 412 tổ chức cơ sở Đoàn", "số tổ chức cơ sở Đoàn"),
    ],
)
def test_things(text: str, thing: str) -> None:
    """The thing is named by the noun and the words behind it, or by the words of the rate."""
    assert [s.thing for s in standing(text)][:1] == [thing]


@pytest.mark.parametrize(
    "text",
    [
        "Phấn đấu đến hết năm 2025 có 24/24 xã đạt chuẩn nông thôn mới",
        "Mục tiêu đến năm 2025 có 395 xã đạt tiêu chí số 15",
        "Kết nạp 412 đảng viên",
        "Tăng 412 hội viên so với năm trước",
    ],
)
def test_plans_changes_and_doings_are_left_out(text: str) -> None:
    """What is aimed at, changed or done is no standing figure."""
    assert standing(text) == []


def test_a_target_in_another_clause_plans_nothing() -> None:
    """ "Các chỉ tiêu cơ bản hoàn thành" before a semicolon speaks of no aim."""
    assert [
        s.written.text for s in standing("Các chỉ tiêu cơ bản hoàn thành; có 389/411 xã đạt tiêu chí số 15")
    ] == ["389/411 xã"]


@pytest.mark.parametrize(
    ("texts", "sure"),
    [
        (
            (
                "Đến tháng 10/2024 có 22/24 xã đạt chuẩn nông thôn mới",
                "Đến nay có 21/24 xã đạt chuẩn nông thôn mới",
            ),
            False,
        ),
        (
            ("Năm 2024 có 22/24 xã đạt chuẩn nông thôn mới", "Năm 2024 có 21/24 xã đạt chuẩn nông thôn mới"),
            True,
        ),
        (("Có 379 xã đạt tiêu chí số 15", "có 389/411 xã đạt tiêu chí số 15"), False),
        (("Toàn tỉnh có 412 tổ chức cơ sở Đoàn", "421 tổ chức cơ sở Đoàn đều có công trình"), False),
        (("Tỷ lệ hộ nghèo năm 2024 là 3,92%", "Năm 2024, tỷ lệ hộ nghèo còn 3,29%"), False),
    ],
)
def test_rivals(texts: tuple[str, str], sure: bool) -> None:
    """Different figures of one thing are rivals; sure only with the same words and one stated time."""
    assert [r[2] for r in rivals(*texts)] == [sure]


@pytest.mark.parametrize(
    "texts",
    [
        ("Năm 2023 có 20/24 xã đạt chuẩn nông thôn mới", "Năm 2024 có 22/24 xã đạt chuẩn nông thôn mới"),
        ("Năm 2020 có 10/24 xã đạt chuẩn nông thôn mới", "Đến nay có 22/24 xã đạt chuẩn nông thôn mới"),
        (
            "6 tháng đầu năm có 18/24 xã đạt chuẩn nông thôn mới",
            "Đến nay có 22/24 xã đạt chuẩn nông thôn mới",
        ),
        ("Có 22/24 xã đạt tiêu chí số 15", "Có 21/24 xã đạt tiêu chí số 17"),
        ("Cụm An Thử có 7/9 thôn đạt chuẩn văn hóa", "Cụm Đồng Ví có 8/9 thôn đạt chuẩn văn hóa"),
        ("Có 7/9 thôn đạt chuẩn văn hóa", "Có 8/9 thôn đạt chuẩn văn hóa", "Có 6/9 thôn đạt chuẩn văn hóa"),
        ("Có 1.250 hội viên nông dân", "Có 2.830 hội viên nông dân"),
        ("Khối 10 có 468 học sinh", "Khối 11 có 462 học sinh"),
        ("Tỷ lệ hộ nghèo là 3,92%", "Tỷ lệ hộ cận nghèo là 3,29%"),
        ("Tỷ lệ hộ nghèo là 3,92%", "Tỷ lệ hộ nghèo là 5,10%"),
    ],
)
def test_no_rivals(texts: tuple[str, ...]) -> None:
    """Other years, places, criteria, series and figures that no slip explains are let be."""
    assert rivals(*texts) == []


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("412 xã và 421 xã", "swapped"),
        ("412 xã và 418 xã", "other"),
        ("412 xã và 219 xã", ""),
        ("412 xã và 4.120 xã", ""),
    ],
)
def test_slips(text: str, slip: str) -> None:
    """Two neighbours swapped or one digit another; nothing else is a slip."""
    one, two = find_quantities(Paragraph(text))

    assert slip_between(one, two) == slip


@pytest.mark.parametrize(
    ("text", "expected", "sure"),
    [
        ("Có 22/23 doanh nghiệp ký thỏa ước, đạt 95,7%, còn 02 doanh nghiệp chưa ký", 1, True),
        ("Có 22/23 doanh nghiệp ký thỏa ước, còn 02 doanh nghiệp chưa đóng phí", 1, False),
        ("Có 22/24 xã đạt chuẩn; còn lại 03 xã", 2, True),
    ],
)
def test_remainders(text: str, expected: int, sure: bool) -> None:
    """The rest is the whole less the share; sure where the lack is of what the share has."""
    assert [(r.expected, r.sure) for r in remainders(text)] == [(Decimal(expected), sure)]


@pytest.mark.parametrize(
    "text",
    [
        "Có 22/24 xã đạt chuẩn, còn 02 xã chưa đạt chuẩn",
        "Đạt 17/19 tiêu chí, tăng 02 tiêu chí (15/19 tiêu chí); còn 02 tiêu chí chưa đạt",
        "Có 22/24 xã đạt chuẩn, còn 05 thôn chưa đạt chuẩn",
        "Có 22/24 xã đạt chuẩn. Đến nay còn 05 xã chưa đạt",
        "Có 22/24 xã đạt chuẩn, 12 thôn đạt chuẩn, còn 05 xã khó khăn",
    ],
)
def test_no_remainders(text: str) -> None:
    """What fits a share of the sentence, counts something else or stands elsewhere is let be."""
    assert remainders(text) == []
