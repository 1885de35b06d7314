"""The report as SARIF 2.1.0."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from attrs import evolve

from tests.render import samples
from thidua_check.checking import check
from thidua_check.document import Document, Location, Paragraph, Passage
from thidua_check.findings import Confidence, Level, Outcome, RuleOutcome, Suggestion, Words
from thidua_check.render.as_sarif import render_sarif, sarif_object
from thidua_check.render.sarif_places import Lines
from thidua_check.render.view import View
from thidua_check.report import Report
from thidua_check.rule_card import RuleCard
from thidua_check.suppress import Suppressed, Suppression

ROOT = Path(__file__).parents[2]
DEFAULT = View()


@cache
def schema() -> jsonschema.Draft4Validator:
    """The published schema."""
    path = ROOT / "tests/data/sarif-2.1.0-rtm.5.json"
    return jsonschema.Draft4Validator(json.loads(path.read_text(encoding="utf-8")))


def run_of(report: Report, view: View = DEFAULT) -> dict[str, Any]:
    """The one run of a report, checked against the schema."""
    log = json.loads(render_sarif(report, view))
    schema().validate(log)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def suppressed_report() -> Report:
    """A report whose date finding was set aside in the draft, and the number finding by a file."""
    date, number = samples.date_finding(), samples.number_finding()
    aside = (
        Suppressed(
            date, Suppression("NT01", "trích nguyên văn", Words("nhận xét"), date.fingerprint, in_source=True)
        ),
        Suppressed(number, Suppression("SL07", "theo mẫu", Words("a.toml"), number.fingerprint)),
    )
    return samples.report(evolve(samples.clean(), suppressed=aside))


def test_results_are_the_findings() -> None:
    """One result a finding, with rule, level, message with repair, and the fingerprint of ours."""
    run = run_of(samples.report(samples.checked()))
    first, second, third = run["results"]

    assert (first["ruleId"], first["kind"], first["level"]) == ("NT01", "fail", "error")
    assert first["message"]["text"] == "“15/9/25022”: không có ngày này. Nên sửa: 15/9/2022."
    assert first["partialFingerprints"]["primaryLocationLineHash"] == "00000000000000aa:1"
    assert (second["level"], third["kind"], third["level"]) == ("warning", "review", "none")


def test_rule_indices_lead_to_the_rules() -> None:
    """``ruleIndex`` is the place of the rule among the descriptors."""
    run = run_of(samples.report(samples.checked()))

    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_source_lines_of_a_text_file() -> None:
    """A text file is located by its own lines, every place of a folded finding apart."""
    run = run_of(samples.report(samples.checked()))
    regions = [
        [place["physicalLocation"]["region"] for place in result["locations"]] for result in run["results"]
    ]

    assert regions[0] == [{"startLine": 4, "endLine": 4, "snippet": {"text": "15/9/25022"}}]
    assert [region["startLine"] for region in regions[1]] == [6, 4]


def test_word_file_is_located_in_its_text() -> None:
    """Without lines: one paragraph a line, columns and offsets in code points, over what was read before."""
    body = (Paragraph("Một\ndòng", block=0), Paragraph("𝐀 ngày 31/4/2024", block=1))
    header = Paragraph("- 2 -", part="header")
    lines = Lines.of(Document("a.docx", "0" * 64, "docx", body, headers=(header,)))
    found = lines.region(Location.of(Passage(body[1], 7, 16)))
    text = "- 2 -\nMột\ndòng\n𝐀 ngày 31/4/2024\n"

    assert found == {
        "startLine": 4,
        "startColumn": 8,
        "endLine": 4,
        "endColumn": 17,
        "charOffset": text.index("31/4"),
        "charLength": 9,
    }


def test_missing_item_has_a_location() -> None:
    """Something absent is located at the words it should follow."""
    report = check(Path(ROOT / "fixtures/drafts/bao-cao-co-loi.docx"))
    run = run_of(report)
    absent = [result for result in run["results"] if result["ruleId"] == "BC01"]

    assert absent
    assert all(r["locations"][0]["physicalLocation"]["region"]["charOffset"] > 0 for r in absent)
    assert len(run["results"]) == len(report.findings)


@pytest.mark.parametrize("path", sorted((ROOT / "fixtures/drafts").glob("bao-cao-*")), ids=lambda p: p.name)
def test_real_reports_validate(path: Path) -> None:
    """Reports on whole drafts hold to the schema, and every result has a region."""
    run = run_of(check(path))

    for result in run["results"]:
        for place in result["locations"]:
            assert place["physicalLocation"]["region"]["startLine"] >= 1


def test_rules_carry_help_and_basis() -> None:
    """Rules that were run come with title, help and tags, and relate to the taxon of their basis."""
    run = run_of(check("Ngày 31/4/2024, Sở họp.".encode(), name="a.txt", select=["NT01"]))
    (rule,) = run["tool"]["driver"]["rules"]
    (relation,) = rule["relationships"]
    taxon = run["taxonomies"][0]["taxa"][relation["target"]["index"]]

    assert rule["shortDescription"]["text"] == "Ngày, tháng, năm không có thật"
    assert rule["help"]["text"].startswith("Thường do gõ thừa")
    assert rule["properties"]["tags"] == ["dates"]
    assert taxon["id"] == "Nghị định 30/2020/NĐ-CP"
    assert run["results"][0]["taxa"][0]["id"] == taxon["id"]
    assert "helpUri" not in rule


def test_rule_that_cannot_be_suppressed_says_so() -> None:
    """The tag tells people why a suppression has no effect."""
    levels = {"draft": Level.ERROR, "issued": Level.ERROR}
    card = RuleCard("NT04", "ten", Words("Tên"), "NT", levels, Confidence.HIGH, suppressible=False)
    run = run_of(evolve(samples.report(samples.clean()), rules=(card,)))

    assert run["tool"]["driver"]["rules"][0]["properties"]["tags"] == ["dates", "not-suppressible"]


def test_file_names_are_escaped() -> None:
    """A path becomes a URI reference."""
    draft = samples.draft()
    document = evolve(draft.document, path="dự thảo/báo cáo #1.txt")
    run = run_of(samples.report(samples.checked(document=document)))
    uri = "d%E1%BB%B1%20th%E1%BA%A3o/b%C3%A1o%20c%C3%A1o%20%231.txt"

    assert run["artifacts"][0]["location"]["uri"] == uri
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": uri,
        "index": 0,
    }


def test_suppressed_are_left_out_by_default() -> None:
    """What was set aside is no result."""
    assert run_of(suppressed_report())["results"] == []


def test_suppressed_are_shown_when_asked_for() -> None:
    """``--show-suppressed``: results with their justification, from the draft itself or from a file beside it."""
    run = run_of(suppressed_report(), View(suppressed=True))

    assert [result["suppressions"] for result in run["results"]] == [
        [{"kind": "inSource", "status": "accepted", "justification": "trích nguyên văn"}],
        [{"kind": "external", "status": "accepted", "justification": "theo mẫu"}],
    ]


def test_what_was_not_checked_is_notified() -> None:
    """An unreadable file and a crashed rule make the invocation fail and are told."""
    crash = RuleOutcome("SL07", Outcome.ERROR, Words("hỏng: KeyError"))
    run = run_of(samples.report(samples.checked(outcomes=(crash,)), samples.unreadable("hỏng.docx")))
    (invocation,) = run["invocations"]
    crashed, unread = invocation["toolExecutionNotifications"]

    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    assert (unread["descriptor"]["id"], unread["message"]["text"]) == ("unreadable-file", "Tệp bị hỏng.")
    assert unread["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "h%E1%BB%8Fng.docx"
    assert crashed["associatedRule"] == {"id": "SL07", "index": 1}


def test_clean_run_is_successful() -> None:
    """Findings do not make the invocation fail; the exit code is that of the command."""
    (invocation,) = run_of(samples.report(samples.checked()))["invocations"]

    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (True, 1)


def test_quoted_text_makes_no_link_and_no_placeholder() -> None:
    """Braces are doubled and brackets escaped where a message would read as a link."""
    finding = samples.date_finding(
        message=Words("“{0} [x](1)” sai."), suggestion=Suggestion(Words("bỏ \x1b"))
    )
    run = run_of(samples.report(samples.checked(finding)))

    assert run["results"][0]["message"]["text"] == "“{{0}} \\[x\\](1)” sai. Nên sửa: bỏ \\x1b."


def test_weak_findings_are_left_out() -> None:
    """``--min-level`` holds here, too."""
    run = run_of(samples.report(samples.checked()), View(min_level=Level.ERROR))

    assert [result["ruleId"] for result in run["results"]] == ["NT01"]


def test_same_report_same_bytes() -> None:
    """Nothing of the moment is in the log."""
    report = samples.report(samples.checked())

    assert render_sarif(report, View()) == render_sarif(report, View())
    assert sarif_object(report, View(lang="en"))["runs"][0]["language"] == "en"
