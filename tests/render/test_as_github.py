"""Annotations for GitHub workflows."""

from __future__ import annotations

import re

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.render import samples
from thidua_check.findings import Level, Outcome, RuleOutcome, Suggestion, Words
from thidua_check.render.as_github import render_github
from thidua_check.render.view import View

# How the runner reads a command (actions/runner, ActionCommand.TryParseV2): "::name key=value,...::data".
COMMAND = re.compile(r"::(?P<name>[a-z]+)(?: (?P<properties>[^:]*(?:%3A[^:]*)*?))?::(?P<data>.*)")


def commands_of(text: str) -> list[tuple[str, dict[str, str], str]]:
    """The commands as a runner understands them: name, properties, data."""
    found = []
    for line in text.split("\n")[:-2]:
        match = COMMAND.fullmatch(line)
        assert match, line
        pairs = [pair.partition("=") for pair in (match["properties"] or "").split(",") if pair]
        values = {key: _plain(value).replace("%3A", ":").replace("%2C", ",") for key, _, value in pairs}
        found.append((match["name"], values, _plain(match["data"])))
    return found


def _plain(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def test_annotations_stand_on_their_lines() -> None:
    """Errors come first; each annotation has file, lines and the rule as its title."""
    found = commands_of(render_github(samples.report(samples.checked()), View()))

    assert [(name, p["title"], p["line"], p["endLine"]) for name, p, _ in found] == [
        ("error", "NT01 (dòng 4, mục I)", "4", "4"),
        ("warning", "SL07 (dòng 6, mục II)", "6", "6"),
        ("notice", "KT01 (dòng 7)", "7", "7"),
    ]
    assert {p["file"] for _, p, _ in found} == {"bao-cao.txt"}


def test_last_line_counts() -> None:
    """The log ends with the numbers of findings."""
    last = render_github(samples.report(samples.checked()), View()).splitlines()[-1]

    assert last == "thidua-check: Tổng cộng: 1 lỗi, 1 cảnh báo, 1 chỗ cần xem."


def test_what_was_not_checked_is_an_error() -> None:
    """An unreadable file and a crashed rule are annotations at error level."""
    crash = RuleOutcome("SL07", Outcome.ERROR, Words("KeyError"))
    report = samples.report(samples.clean(), samples.checked(outcomes=(crash,)), samples.unreadable())
    found = commands_of(render_github(report, View()))

    assert ("error", {"file": "hong.docx", "title": "KHÔNG KIỂM TRA ĐƯỢC"}, "Tệp bị hỏng.") in found
    assert any(name == "error" and "KeyError" in data for name, _, data in found)


@pytest.mark.parametrize(
    "text",
    [
        "\n::set-env name=A::b",
        "\r::stop-commands::x",
        "%0A::add-mask::x",
        "::error::y",
        "##[command]rm",
        "\u2028::x::",
    ],
)
def test_quoted_text_starts_no_command(text: str) -> None:
    """Words of a draft stay inside the data of our own command."""
    finding = samples.date_finding(message=Words(text), suggestion=Suggestion(Words(text)))
    written = render_github(samples.report(samples.checked(finding)), View())

    assert [line.split(" ")[0] for line in re.split(r"[\r\n\u2028]", written)[:-1]] == [
        "::error",
        "thidua-check:",
    ]


@given(st.text(), st.text())
def test_any_text_and_name_stay_in_their_places(text: str, name: str) -> None:
    """Every line is one command of ours, whatever the draft and its name hold."""
    finding = samples.date_finding(message=Words(f"a{text}z"))
    document = evolve(samples.draft().document, path=f"x{name}")
    written = render_github(samples.report(samples.checked(finding, document=document)), View())
    ((command, properties, data),) = commands_of(written)

    assert command == "error"
    assert set(properties) == {"file", "line", "endLine", "title"}
    assert properties["line"] == "4"
    assert data.startswith("a")


def test_weak_findings_are_left_out() -> None:
    """``--min-level`` holds here, too."""
    written = render_github(samples.report(samples.checked()), View(min_level=Level.WARNING))

    assert [name for name, _, _ in commands_of(written)] == ["error", "warning"]
