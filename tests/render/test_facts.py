"""Facts as people and programs see them."""

from __future__ import annotations

import json

from attrs import evolve

from tests.render.samples import draft
from thidua_check.extract.facts import Facts
from thidua_check.extract.relations import Relation
from thidua_check.render.facts import facts_json, facts_text
from thidua_check.render.view import View


def test_facts_show_place_words_and_meaning() -> None:
    """Each fact has its place, its words, and what was understood or that it was not."""
    text = facts_text(draft(), View())

    assert "  dòng 4, mục I: “15/9/25022” → không có ngày này; có thể là 15/9/2022\n" in text
    assert "  dòng 6, mục II: “9638” → 9.638 hộ (không có dấu chấm hàng nghìn)\n" in text
    assert "  dòng 6, mục II: “1.200” → chưa hiểu\n" in text
    assert "Văn bản viện dẫn: không có\n" in text
    assert "Số liệu: hiểu 1/2\n" in text


def test_relation_shows_the_difference() -> None:
    """A sum that does not hold shows what is stated, what was worked out, and the difference."""
    whole, part = draft().facts.quantities
    assert whole.value is not None
    relation = Relation(
        "sum", whole.passage, whole, (part,), expected=whole.value + 2, tolerance=whole.value * 0
    )
    text = facts_text(
        draft(facts=Facts(relations=(relation, evolve(relation, expected=whole.value)))), View()
    )

    assert "tổng: ghi 9638, tính ra 9.640, lệch 2\n" in text
    assert "tổng: khớp (9.638)\n" in text


def test_facts_json_keeps_decimals_as_strings() -> None:
    """Values are exact strings, dates ISO, places as in the report."""
    value = json.loads(facts_json(draft()))

    assert value["quantities"][0]["value"] == "9638"
    assert value["quantities"][1]["value"] is None
    assert value["dates"][0]["repairs"] == ["2022-09-15"]
    assert value["dates"][0]["location"]["line"] == 4
    assert value["coverage"]["quantities"] == {"found": 2, "understood": 1}
