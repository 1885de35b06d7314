"""The way there and back: a draft is checked, commented, answered, and checked again."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from tests.support.comments import answered, comment_lines, with_parts
from tests.support.word import report_docx, unpack
from thidua_check.checking import check
from thidua_check.findings import Outcome
from thidua_check.render.as_json import report_object
from thidua_check.render.as_text import render_text
from thidua_check.render.view import View
from thidua_check.render.word import annotate
from thidua_check.report import Checked, Report

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "docs" / "schema" / "report-1.json").read_text(encoding="utf-8")
)
DRAFT = report_docx(["Ngày 31/4/2024, Sở họp.", "Từ ngày 30/2/2024 đến nay đã xong."])


def checked(data: bytes) -> Report:
    """Check for impossible dates only."""
    return check(data, name="du-thao.docx", select=["NT01"])


def commented() -> bytes:
    """Return the draft with its two comments."""
    return annotate(DRAFT, checked(DRAFT))


def test_answered_finding_is_suppressed_with_its_reason() -> None:
    """The finding moves to the suppressed ones; the other stays."""
    report = checked(answered(commented(), {"0": "BỎ QUA: trích nguyên văn bản gốc"}))

    assert [f.excerpt for f in report.findings] == ["30/2/2024"]
    assert [(s.finding.excerpt, s.by.reason) for s in report.suppressed] == [
        ("31/4/2024", "trích nguyên văn bản gốc")
    ]


def test_exit_code_and_outcome_follow() -> None:
    """With every finding answered the rule passes and so does the run."""
    report = checked(answered(commented(), {"0": "BỎ QUA: đúng nguyên văn", "1": "BỎ QUA: theo bản gốc"}))
    (document,) = report.documents
    assert isinstance(document, Checked)

    assert report.exit_code() == 0
    assert [(o.outcome, o.findings) for o in document.outcomes] == [(Outcome.PASS, 0)]


def test_comment_that_is_only_resolved_suppresses_nothing() -> None:
    """A tick without a reason is no decision."""
    report = checked(answered(commented(), {}, done=True))

    assert [f.excerpt for f in report.findings] == ["31/4/2024", "30/2/2024"]
    assert report.suppressed == ()


def test_reason_may_be_written_into_the_comment() -> None:
    """Programs without answers: the reason stands in the comment itself."""
    data = commented()
    part = unpack(data)["word/comments.xml"].decode()
    edited = part.replace("Không phải lỗi? Trả lời: “BỎ QUA: lý do”.", "BỎ QUA: theo bản gốc", 1)
    report = checked(with_parts(data, {"word/comments.xml": edited.encode()}))

    assert [s.by.reason for s in report.suppressed] == ["theo bản gốc"]


def test_answer_holds_when_the_place_moves_and_ends_when_the_words_change() -> None:
    """A paragraph before it changes nothing; a changed paragraph is judged anew."""
    data = answered(commented(), {"0": "BỎ QUA: trích nguyên văn"})
    main = unpack(data)["word/document.xml"].decode()
    moved = main.replace("<w:body>", "<w:body><w:p/><w:p/>", 1)
    changed = main.replace("Sở họp", "Sở không họp", 1)

    assert len(checked(with_parts(data, {"word/document.xml": moved.encode()})).suppressed) == 1
    assert checked(with_parts(data, {"word/document.xml": changed.encode()})).suppressed == ()


def test_annotating_an_answered_file_adds_nothing() -> None:
    """Suppressed findings get no comment again, and the others have theirs."""
    data = answered(commented(), {"0": "BỎ QUA: trích nguyên văn"})
    out = annotate(data, checked(data))

    assert out == data
    assert len(comment_lines(out)) == 3


def test_json_tells_what_was_suppressed_and_why() -> None:
    """The report holds the suppressed findings apart, by its schema."""
    report = checked(answered(commented(), {"0": "BỎ QUA: trích nguyên văn"}))
    whole = report_object(report, View())
    jsonschema.validate(whole, SCHEMA)
    (one,) = whole["documents"][0]["suppressed"]

    assert whole["summary"]["suppressed"] == 1
    assert (one["finding"]["rule"], one["reason"]) == ("NT01", "trích nguyên văn")
    assert one["source"] == "trả lời nhận xét của Lê Văn Mẫu trong tệp"


def test_screen_tells_what_was_suppressed_and_why() -> None:
    """People see it too."""
    text = render_text(checked(answered(commented(), {"0": "BỎ QUA: trích nguyên văn"})), View(width=200))

    assert "NT01 “31/4/2024”: trích nguyên văn (trả lời nhận xét của Lê Văn Mẫu trong tệp)" in text
