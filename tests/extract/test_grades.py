"""Grades that leave nobody out, against the total that stands before them."""

from __future__ import annotations

import pytest

from thidua_check.document import Paragraph
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.grades import find_grade_sums
from thidua_check.extract.quantities import find_quantities


def sums(*lines: str) -> list[Relation]:
    """Return the sums of grades in paragraphs, one for each line."""
    paragraphs = [Paragraph(text, block=i) for i, text in enumerate(lines)]
    return list(find_grade_sums(paragraphs, {(p.part, p.block): find_quantities(p) for p in paragraphs}))


def test_the_total_may_stand_far_before() -> None:
    """Of several totals the one that all percentages fit is meant."""
    (relation,) = sums(
        "Trường có 33 lớp với 1.402 học sinh.",
        "Khối 12 có 1.360 học sinh.",
        "Học tập: Tốt 318 em (22,7%), Khá 806 em (57,5%), Đạt 268 em (19,1%), Chưa đạt 11 em (0,8%).",
    )

    assert (relation.whole.passage.text, relation.expected, relation.standing) == ("1.402", 1403, "off")


@pytest.mark.parametrize(
    ("text", "standings"),
    [
        ("Lớp có 40 em. Xếp loại giỏi 10 em, khá 20 em, trung bình 9 em, yếu 1 em.", ["holds"]),
        ("Lớp có 40 em: giỏi 10 em, khá 20 em, trung bình 8 em, yếu 1 em và kém 1 em.", ["holds"]),
        ("Lớp có 40 em. Hoàn thành tốt: 15 em, hoàn thành: 23 em, chưa hoàn thành: 1 em.", ["off"]),
        ("Lớp có 40 em. Tốt 10 em, khá 20 em.", []),
        ("Khối có 400 em. Tốt 10 em, khá 20 em, đạt 9 em, chưa đạt 1 em.", []),
        ("Lớp có 40 em. Tốt tăng 10 em, khá 20 em, đạt 9 em, chưa đạt 2 em.", []),
        ("Lớp có 40 em. Tốt 10 em (20%), khá 20 em (40%), đạt 9 em (18%), chưa đạt 2 em (4%).", []),
    ],
)
def test_scales(text: str, standings: list[str]) -> None:
    """Only a whole scale is added up, and only where the total is near and fits the percentages."""
    assert [relation.standing for relation in sums(text)] == standings
