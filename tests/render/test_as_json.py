"""The JSON report against its schema and the contract."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from attrs import evolve

from tests.render.samples import checked, clean, date_finding, draft, report, unreadable
from thidua_check.anatomy.model import Anatomy, Heading
from thidua_check.document import Document, Paragraph, Passage
from thidua_check.findings import Level, Words
from thidua_check.render.as_json import heading_location, render_json
from thidua_check.render.view import View
from thidua_check.report import Checked, Report, Unreadable

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "docs/schema/report-1.json").read_text(encoding="utf-8")
)

DEFAULT = View()


def rendered(*documents: Checked | Unreadable, view: View = DEFAULT) -> dict[str, Any]:
    """The object of a report, checked against the schema on the way."""
    value: dict[str, Any] = json.loads(render_json(report(*documents), view))
    jsonschema.Draft202012Validator(SCHEMA).validate(value)
    return value


def test_schema_is_a_schema() -> None:
    """The schema file itself is valid JSON Schema 2020-12."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_object_of_the_schema_is_closed() -> None:
    """No object lets unknown keys in, and every key is required."""

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            if "properties" in node and node.get("type") == "object":
                assert node["additionalProperties"] is False
                assert node["required"] == list(node["properties"])
            for child in node.values():
                walk(child)
        elif isinstance(node, list):
            for child in node:
                walk(child)

    walk(SCHEMA)


def test_keys_stand_in_the_order_of_the_contract() -> None:
    """The keys of a document come in the documented order."""
    document = rendered(checked())["documents"][0]

    assert ", ".join(document) == (
        "path, sha256, outcome, error, profile, stage, as_of, anatomy, headings, outlines, coverage, rules, findings,"
        " suppressed"
    )


def test_finding_says_what_where_and_why() -> None:
    """A finding carries excerpt, location, basis, suggestion and message."""
    finding = rendered(checked())["documents"][0]["findings"][0]

    assert finding["excerpt"] == "15/9/25022"
    assert finding["location"] == {
        "part": "body",
        "block": 3,
        "cell": None,
        "start": 65,
        "end": 75,
        "line": 4,
        "line_end": 4,
        "page": None,
        "section": ["I"],
    }
    assert finding["basis"] == {"document": "Nghị định 30/2020/NĐ-CP", "clause": "Phụ lục I, phần II, mục 4"}
    assert finding["suggestion"] == {"text": "15/9/2022", "kind": "unsafe"}
    assert (finding["level"], finding["count"], finding["places"]) == ("error", 1, [])


def test_folded_finding_lists_all_its_places() -> None:
    """Places of a folded finding include the first."""
    finding = rendered(checked())["documents"][0]["findings"][1]

    assert finding["count"] == 2
    assert [place["excerpt"] for place in finding["places"]] == ["9638", "12"]
    assert finding["places"][0]["location"] == finding["location"]


def test_headings_and_outline_items() -> None:
    """Every heading is there with its place; an item carries verdict, rounded score and headings."""
    document = rendered(checked())["documents"][0]

    assert [(h["label"], h["text"], h["level"]) for h in document["headings"]] == [
        ("I.", "Đặc điểm tình hình", 1),
        ("II.", "Kết quả", 1),
    ]
    item = document["outlines"][0]["items"][0]
    assert (item["id"], item["verdict"], item["score"]) == ("THU/I", "matched", 0.9877)
    assert item["headings"][0]["location"] == document["headings"][0]["location"]


def test_heading_over_two_paragraphs_spans_their_lines() -> None:
    """``Phần I`` with its title on the next line has the lines of both."""
    first = Paragraph("Phần I", block=3, lines=((0, 7),))
    second = Paragraph("KẾT QUẢ", block=4, lines=((0, 8),))
    passages = (Passage.whole(first), Passage.whole(second))
    location = heading_location(Heading("Phần I", "KẾT QUẢ", 1, "part", passages, passages[1], path=("I",)))

    assert (location.block, location.line, location.line_end, location.section) == (3, 7, 8, ("I",))


def test_coverage_counts_headings() -> None:
    """Headings are understood when they answer an item; without an outline all of them."""
    mapped = draft().outlines[0]
    half = evolve(mapped, matches=mapped.matches[:1])

    assert rendered(checked())["documents"][0]["coverage"]["headings"] == {"found": 2, "understood": 2}
    assert rendered(checked(outlines=(half,)))["documents"][0]["coverage"]["headings"]["understood"] == 1
    assert rendered(checked(outlines=()))["documents"][0]["coverage"]["headings"]["understood"] == 2


def test_bare_document_has_nulls() -> None:
    """A document without any component validates, with null and empty values."""
    document = Document("a.txt", "0" * 64, "txt", ())
    anatomy = rendered(clean(document=document, anatomy=Anatomy(), outlines=()))["documents"][0]["anatomy"]

    assert anatomy["date"] == {"day": None, "month": None, "year": None}
    assert anatomy["signature"] is None
    assert (anatomy["to"], anatomy["end_mark"], anatomy["recipients"]) == (False, False, [])


def test_unreadable_file_keeps_its_place() -> None:
    """Files stand in the order given; an unreadable one has its sentence and makes the exit code 2."""
    value = rendered(clean(), unreadable())

    assert [d["outcome"] for d in value["documents"]] == ["checked", "unreadable"]
    assert value["documents"][1]["error"] == {"kind": "damaged", "message": "Tệp bị hỏng."}
    assert value["summary"]["exit_code"] == 2


def test_summary_counts_what_min_level_hides() -> None:
    """Findings below the level are left out, the counts and the exit code stay."""
    value = rendered(checked(), view=View(min_level=Level.ERROR))

    assert [f["rule"] for f in value["documents"][0]["findings"]] == ["NT01"]
    assert value["summary"] == {
        "error": 1,
        "warning": 1,
        "info": 0,
        "review": 1,
        "suppressed": 0,
        "exit_code": 1,
    }


def test_language_changes_sentences_only() -> None:
    """English messages, same values."""
    vi, en = (rendered(checked(), view=View(lang=lang))["documents"][0] for lang in ("vi", "en"))

    assert en["findings"][0]["message"] == "“15/9/25022” is not a date."
    assert en["rules"][3]["reason"] == "the date is not known"
    assert en["findings"][0]["fingerprint"] == vi["findings"][0]["fingerprint"]


def test_same_report_same_bytes() -> None:
    """Rendering twice gives the same text."""
    assert render_json(report(checked()), View()) == render_json(report(checked()), View())


@pytest.mark.parametrize("nasty", ["\x1b[2J", "\u202etxt", "</script><b>", '"\\', "\x00", "\u2028", "\x7f"])
def test_foreign_text_survives_and_steers_nothing(nasty: str) -> None:
    """Hostile words come back unchanged from the JSON, whose text holds no raw control or bidi character."""
    finding = date_finding(excerpt=nasty, message=Words(f"Thấy {nasty}."))
    text = render_json(Report((checked(finding),), "1", "f" * 64), View())

    assert json.loads(text)["documents"][0]["findings"][0]["excerpt"] == nasty
    assert not any((ord(c) < 0x20 and c != "\n") or ord(c) == 0x7F or c in "\u202e\u2028" for c in text)


def test_undecodable_file_name_can_be_written() -> None:
    """A file name that is not UTF-8 does not break the output."""
    text = render_json(report(unreadable("h\udcffng.docx")), View())

    assert "h\\udcffng.docx" in text
    assert text.encode("utf-8")
