"""Totals whose parts are the bullets below them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from thidua_check.anatomy.model import Anatomy
from thidua_check.document import Document, Paragraph
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.extraction import extract


def sums(*lines: str, **more: str) -> list[Relation]:
    body = tuple(Paragraph(text, block=n, label=more.get(f"label{n}", "")) for n, text in enumerate(lines))
    return [r for r in extract(Document("a.txt", "", "txt", body), Anatomy()).relations if r.kind == "sum"]


def test_parts_that_add_up() -> None:
    """Bullets whose first figures add up to the total hold."""
    [found] = sums(
        "Tổng kinh phí thực hiện 500 triệu đồng, gồm:",
        "- Ngân sách huyện: 300 triệu đồng;",
        "- Ngân sách xã: 200 triệu đồng.",
    )

    assert (found.standing, found.expected, found.sure) == ("holds", Decimal(500_000_000), True)


def test_parts_that_exceed_the_total() -> None:
    """Bullets that add up to more than a stated total are off."""
    [found] = sums(
        "Tổng số cán bộ có 88 người, cụ thể như sau:", "- Công chức: 30 người", "- Viên chức: 60 người"
    )

    assert (found.standing, found.expected) == ("off", Decimal(90))


def test_deeper_bullets_belong_to_the_one_above() -> None:
    """What a bullet details in its own bullets is not added."""
    [found] = sums(
        "Tổng vốn huy động 50 triệu đồng, trong đó:",
        "- Ngân sách: 30 triệu đồng",
        "+ Huyện: 20 triệu đồng",
        "+ Xã: 10 triệu đồng",
        "- Nhân dân: 20 triệu đồng",
    )

    assert found.standing == "holds"
    assert len(found.parts) == 2


@pytest.mark.parametrize(
    "head",
    [
        ("Tổng số 88 người. Trong đó:",),
        ("Tổng số 88 người.", "Trong đó:"),
        ("Tổng số: 88 người", "Cụ thể như sau:"),
    ],
)
def test_the_announcing_words_may_stand_apart(head: tuple[str, ...]) -> None:
    """The words before the list may be a sentence or a paragraph of their own."""
    [found] = sums(*head, "- Công chức: 30 người", "- Viên chức: 60 người")

    assert (found.standing, found.whole.value) == ("off", Decimal(88))


def test_details_within_a_bullet_are_not_added() -> None:
    """What stands behind "trong đó" in a bullet details its own figure."""
    found = sums(
        "Tổng số 88 người, gồm:", "- Công chức: 30 người, trong đó nữ 12 người", "- Viên chức: 60 người"
    )

    [total] = [r for r in found if r.whole.value == 88]
    assert (total.standing, total.expected) == ("off", Decimal(90))


def test_automatic_labels_are_bullets() -> None:
    """Items that Word numbers by itself are bullets as well."""
    [found] = sums(
        "Tổng vốn 50 triệu đồng, gồm:", "Huyện: 20 triệu đồng", "Xã: 40 triệu đồng", label1="-", label2="-"
    )

    assert found.standing == "off"


@pytest.mark.parametrize(
    "lines",
    [
        ("Tổ chức 03 lớp tập huấn, cụ thể:", "- Lớp 1: 120 học viên", "- Lớp 2: 60 học viên"),
        (
            "Đã hỗ trợ 120 hộ nghèo, trong đó:",
            "- Hộ dân tộc thiểu số: 100 hộ",
            "- Hộ khó khăn về nhà ở: 90 hộ",
        ),
        ("Huy động 500 triệu đồng; kết quả:", "- Làm đường: 300 triệu đồng", "- Tặng quà nhân dịp Tết"),
        ("Bình quân mỗi xã được 500 triệu đồng, cụ thể:", "- Xã A: 700 triệu đồng", "- Xã B: 300 triệu đồng"),
        ("Huy động khoảng 500 triệu đồng, gồm:", "- Xã A: 400 triệu đồng", "- Xã B: 300 triệu đồng"),
        ("Đã vận động 500 triệu đồng. Một số kết quả:", "- Xã A: 700 triệu đồng", "- Xã B: 900 triệu đồng"),
        (
            "Huy động 500 tỷ đồng, gồm:",
            "- Ngân sách: 450 tỷ đồng",
            "- Doanh nghiệp: 20 tỷ đồng; nhân dân: 30 tỷ đồng",
        ),
        ("Trong năm đã trồng 500 cây xanh với kết quả:", "- Thôn A: 40 cây", "- Thôn B: 30 cây"),
    ],
    ids=[
        "other-thing",
        "overlapping",
        "item-without",
        "average",
        "about",
        "next-sentence",
        "two-in-one",
        "some-examples",
    ],
)
def test_lists_that_are_no_parts(lines: tuple[str, ...]) -> None:
    """What may not be a list of all parts is never called off."""
    assert all(found.standing != "off" for found in sums(*lines))
