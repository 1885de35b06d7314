"""Counts with lists of numbered places, days, bodies and people behind them, and with bullets below."""

from __future__ import annotations

import pytest

from thidua_check.document import Paragraph
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.listed_counts import find_list_counts
from thidua_check.extract.quantities import find_quantities
from thidua_check.extract.relations import find_relations


def counts(text: str) -> list[tuple[list[str], str]]:
    """Return names and standing of each count of one paragraph."""
    paragraph = Paragraph(text)
    found = find_relations(paragraph, find_quantities(paragraph))
    return [([name.text for name in r.names], r.standing) for r in found if r.kind == "count"]


def below(*lines: str) -> list[Relation]:
    """Return the counts with bullets below them, one paragraph for each line."""
    paragraphs = [Paragraph(text, block=i) for i, text in enumerate(lines)]
    return list(find_list_counts(paragraphs, {(p.part, p.block): find_quantities(p) for p in paragraphs}))


@pytest.mark.parametrize(
    ("text", "names", "standing"),
    [
        ("Kiểm tra 03 khu phố (khu phố 2, khu phố 11, 19).", ["khu phố 2", "khu phố 11", "19"], "holds"),
        ("Kiểm tra 03 thôn trên địa bàn (các thôn 1 và 3).", ["thôn 1", "3"], "off"),
        ("Tổ chức 02 hội nghị (ngày 12/3/2024 và 15/5/2024).", ["12/3/2024", "15/5/2024"], "holds"),
        ("Có 04 ban: Văn phòng, Ban Tổ chức và Ban Dân vận.", ["Văn phòng", "Ban Tổ chức", "Ban Dân vận"], "off"),
        ("Khen 02 cá nhân: bà Lê Thị Thử, ông Trần Văn Mẫu (kèm danh sách).", ["bà Lê Thị Thử", "ông Trần Văn Mẫu"], "holds"),
        ("Khen 02 đơn vị: Phòng Y tế, Phòng Nội vụ, Phòng Tư pháp.", ["Phòng Y tế", "Phòng Nội vụ", "Phòng Tư pháp"], "off"),
    ],
)  # fmt: skip
def test_whole_lists(text: str, names: list[str], standing: str) -> None:
    """A list that fills its bracket or sentence is counted."""
    assert counts(text) == [(names, standing)]


@pytest.mark.parametrize(
    "text",
    [
        "Kiểm tra 03 thôn (thôn 1 đến thôn 5).",
        "Kiểm tra 03 thôn (thôn 1, thôn 2 và các thôn khác).",
        "Tổ chức 02 hội nghị (ngày 12/3/2024, 13/3/2024, 15/5/2024).",
        "Tổ chức 03 hội nghị (ngày 12/3/2024, 15/5/2024).",
        "Tổ chức 02 hội nghị (ngày 31/2/2024, 15/5/2024, 20/7/2024).",
        "Khen 03 đơn vị, trong đó có: Phòng Y tế, Phòng Nội vụ.",
        "Khen 03 đơn vị tiêu biểu: Phòng Y tế, Phòng Nội vụ.",
        "Khen 02 đơn vị: Nhân dân và Cán bộ thôn Đông, Phòng Y tế.",
        "Khen 02 tập thể, 04 cá nhân: Hội Nông dân, ông Trần Văn Mẫu, bà Lê Thị Thử.",
        "Làm việc với 03 đơn vị: Công an TP. Hạ Thử, Phòng Y tế.",
        "Khen 09 đơn vị: Phòng Y tế, Phòng Nội vụ.",
        "Giao 03 đơn vị: Phòng Y tế, Phòng Nội vụ tổ chức 05 lớp.",
    ],
)
def test_lists_that_may_not_be_whole(text: str) -> None:
    """Ranges, partial lists, meetings of several days and lists of two counts are left alone."""
    assert counts(text) == []


def test_bullets_below_a_count() -> None:
    """Bullets that each open with one quoted name are counted, up to the paragraph behind them."""
    (relation,) = below(
        "Nhân rộng 04 mô hình tiêu biểu:",
        "- “Lớp học đảo ngược” của tổ Toán: 11 lớp.",
        "- Mô hình “Thư viện xanh” của tổ Văn.",
        "- “Tiết kiệm giúp bạn”.",
        "Ngoài ra có “Hũ gạo tình thương”.",
    )

    assert [name.text for name in relation.names] == [
        "“Lớp học đảo ngược”",
        "“Thư viện xanh”",
        "“Tiết kiệm giúp bạn”",
    ]
    assert (relation.standing, relation.sure) == ("off", False)


@pytest.mark.parametrize(
    "lines",
    [
        ("Có 04 mô hình, tiêu biểu:", "- “Lớp học xanh”.", "- “Thư viện xanh”."),
        ("Có hơn 04 mô hình hay:", "- “Lớp học xanh”.", "- “Thư viện xanh”."),
        ("Có 04 mô hình hay:", "- “Lớp học xanh”.", "- Các mô hình khác."),
        ("Có 04 mô hình hay:", "- “Lớp học xanh”.", "- Phong trào “Thư viện xanh”."),
        ("Có 14 mô hình hay:", "- “Lớp học xanh”.", "- “Thư viện xanh”."),
        ("- Có 04 mô hình hay:", "- “Lớp học xanh”.", "- “Thư viện xanh”."),
    ],
)
def test_bullets_that_are_not_the_counted_things(lines: tuple[str, ...]) -> None:
    """Bullets that name only some, or another kind of thing, leave the count open."""
    assert below(*lines, "Hết.") == []
