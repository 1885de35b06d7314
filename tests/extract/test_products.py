"""Totals of so much for each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_check.document import Paragraph
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.quantities import find_quantities
from thidua_check.extract.relations import find_relations


def products(text: str) -> list[Relation]:
    """Return the products of one paragraph."""
    paragraph = Paragraph(text)
    return [r for r in find_relations(paragraph, find_quantities(paragraph)) if r.kind == "product"]


@pytest.mark.parametrize(
    ("text", "standing", "sure"),
    [
        ("Giúp 86 hộ, mỗi hộ 10 kg gạo, tổng cộng 860 kg gạo.", "holds", True),
        ("Giúp 86 hộ, mỗi hộ 10 kg gạo, tổng cộng 680 kg gạo.", "off", True),
        ("Mỗi tháng giúp 86 hộ, mỗi xã được 02 hộ, mỗi hộ 10 kg gạo, tổng cộng 680 kg gạo/tháng.", "off", False),
        ("Trao 100 suất quà cho học sinh, mỗi suất trị giá 500.000 đồng, tổng trị giá 50 triệu đồng.", "holds", True),
        ("Hỗ trợ 06 nhà, mức 50 triệu đồng/nhà, tổng 320 triệu đồng.", "off", True),
        ("Trao 312 suất quà trị giá 468 triệu đồng (1,5 triệu đồng/suất).", "holds", False),
        ("Trồng 10 tuyến hoa, mỗi tuyến dài 2 km, tổng chiều dài 20 km.", "holds", True),
        ("Vận động 20 doanh nghiệp, mỗi doanh nghiệp ủng hộ 5 triệu đồng, tổng số tiền 130 triệu đồng.", "off", True),
        ("Trao 20 xe đạp và 100 suất quà, mỗi suất 500.000 đồng, tổng trị giá 45 triệu đồng.", "off", True),
    ],
)  # fmt: skip
def test_so_much_for_each(text: str, standing: str, sure: bool) -> None:
    """The amount for each may stand behind "mỗi", as a rate or in a bracket."""
    assert [(r.standing, r.sure) for r in products(text)] == [(standing, sure)]


@pytest.mark.parametrize(
    "text",
    [
        "Giúp 10 em, mỗi em 1 triệu đồng/tháng, tổng 120 triệu đồng.",
        "Mỗi năm giúp 10 em, mỗi em 1 triệu đồng, tổng 50 triệu đồng.",
        "Giúp 10 em, mỗi em 1 triệu đồng, tổng 50 triệu đồng.",
        "Giúp gần 100 em, mỗi em 1 triệu đồng, tổng 95 triệu đồng.",
        "Giúp 10 em, mỗi em từ 1 đến 2 triệu đồng, tổng 15 triệu đồng.",
        "Trao 20 xe đạp và 100 suất quà, mỗi suất 500.000 đồng, tổng trị giá 90 triệu đồng.",
        "Trao 100 suất quà, mỗi suất 500.000 đồng và hiện vật, tổng trị giá 70 triệu đồng.",
        "Trao 100 suất quà cho 10 xã, mỗi thôn 500.000 đồng, tổng trị giá 70 triệu đồng.",
        "Trao 100 suất quà, mỗi suất 500.000 đồng, tổng cộng 90 kg gạo.",
        "Trao 100 suất quà và 5 nhà trị giá 90 triệu đồng (500.000 đồng/suất).",
    ],
)
def test_amounts_that_make_no_total(text: str) -> None:
    """Amounts for a time, vague ones, and those with something besides are no products."""
    assert products(text) == []


@given(st.integers(3, 400), st.integers(1, 90))
def test_right_totals_hold(count: int, each: int) -> None:
    """A total that is worked out from its own figures holds."""
    total = f"{count * each:,}".replace(",", ".")
    (relation,) = products(f"Giúp {count} hộ, mỗi hộ {each} triệu đồng, tổng số tiền {total} triệu đồng.")

    assert relation.standing == "holds"
