"""Totals of several things at once against the clauses that give a figure for each."""

from __future__ import annotations

import pytest

from thidua_check.document import Paragraph
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.quantities import find_quantities
from thidua_check.extract.relations import find_relations


def understood(text: str) -> list[Relation]:
    """Return the sums of one paragraph that could be worked out."""
    paragraph = Paragraph(text)
    return [
        r for r in find_relations(paragraph, find_quantities(paragraph)) if r.kind == "sum" and r.understood
    ]


def told(text: str) -> list[tuple[str, list[str], str]]:
    """Return whole, parts and standing of each such sum."""
    return [(r.whole.passage.text, [p.passage.text for p in r.parts], r.standing) for r in understood(text)]


def test_a_total_behind_its_clauses() -> None:
    """Each noun is added up apart, in the sentence before as well."""
    text = "Sở khen 74 tập thể, 163 cá nhân; tỉnh khen 12 tập thể, 19 cá nhân. Tổng cộng có 86 tập thể, 180 cá nhân."

    assert told(text) == [("86", ["74", "12"], "holds"), ("180", ["163", "19"], "off")]


def test_a_noun_that_adds_up_closes_the_list() -> None:
    """Behind "trong đó" fewer may be named, unless another noun of the same clauses adds up."""
    text = "Khen 24 tập thể, 56 cá nhân. Trong đó: tỉnh khen {} tập thể, 9 cá nhân; huyện khen 19 tập thể, 37 cá nhân."

    assert [r.standing for r in understood(text.format(4))] == ["holds", "holds"]
    assert [(r.standing, r.sure) for r in understood(text.format(5))] == [("holds", True), ("off", True)]


def test_a_bracket_of_clauses() -> None:
    """Parts that exceed their total are off whether or not all are named."""
    text = "Có 21 tập thể và 46 cá nhân được khen (Bằng khen: 03 tập thể, 07 cá nhân; Giấy khen: 19 tập thể, 30 cá nhân)."

    assert told(text) == [("21", ["03", "19"], "off"), ("46", ["07", "30"], "holds")]


@pytest.mark.parametrize(
    "text",
    [
        "Khen 58 tập thể, 117 cá nhân; trong đó: Bằng khen 05 tập thể; danh hiệu Lao động tiên tiến 117 cá nhân.",
        "Khen 58 tập thể, 117 cá nhân; trong đó: tỉnh khen gần 60 tập thể; huyện khen 120 cá nhân.",
        "Khen 58 tập thể, 117 cá nhân; trong đó: tỉnh khen 60 tập thể với 05 triệu đồng; huyện khen 120 cá nhân.",
        "Khen 12 tập thể; đề nghị khen 02 tập thể; tổng số hồ sơ là 34 tập thể.",
        "Khen 62 tập thể; khen 05 tập thể. Tổng cộng toàn tỉnh có 1.000 tập thể tham gia.",
    ],
)
def test_clauses_that_are_no_parts(text: str) -> None:
    """Titles that include each other, vague figures, other amounts and totals of something else are left alone."""
    assert told(text) == []
