"""The report as JUnit XML, read back with junitparser."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite

from tests.render import samples
from thidua_check.findings import Level, Outcome, RuleOutcome, Words
from thidua_check.render.as_junit import render_junit
from thidua_check.render.view import View
from thidua_check.report import Checked, Report, Unreadable

DEFAULT = View()


def suites_of(report: Report, view: View = DEFAULT) -> list[TestSuite]:
    """The suites of a report."""
    parsed = JUnitXml.fromstring(render_junit(report, view).encode())
    assert isinstance(parsed, JUnitXml)
    return list(parsed)


def cases_of(*documents: Checked | Unreadable, view: View = DEFAULT) -> dict[str, TestCase]:
    """The cases of a report's first document, by rule id."""
    (suite, *_) = suites_of(samples.report(*documents), view)
    return {case.name.split()[0]: case for case in suite}


def test_one_case_for_each_rule() -> None:
    """Every rule that was run on a file is a case of the file's suite."""
    (suite,) = suites_of(samples.report(samples.checked()))

    assert suite.name == "bao-cao.txt"
    assert [case.name for case in suite] == [outcome.id for outcome in samples.OUTCOMES]
    assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (6, 1, 0, 2)


def test_failing_finding_fails_its_case() -> None:
    """The failure holds the message, the place and the basis."""
    (failure,) = cases_of(samples.checked())["NT01"].result

    assert isinstance(failure, Failure)
    assert (failure.type, failure.message) == ("error", "“15/9/25022”: không có ngày này.")
    assert failure.text.startswith(
        "LỖI (dòng 4, mục I): “15/9/25022”: không có ngày này. Nên sửa: 15/9/2022."
    )
    assert failure.text.endswith("Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục 4.")


@pytest.mark.parametrize(
    ("fail_on", "failing"),
    [(Level.ERROR, ["NT01"]), (Level.WARNING, ["NT01", "SL07"]), (None, [])],
)
def test_verdict_is_that_of_the_exit_code(fail_on: Level | None, failing: list[str]) -> None:
    """A case fails where its finding fails the run; other findings are in its output."""
    cases = cases_of(samples.checked(), view=View(fail_on=fail_on))

    assert [
        rule for rule, case in cases.items() if case.result and isinstance(case.result[0], Failure)
    ] == failing
    assert cases["KT01"].system_out == "CẦN XEM (dòng 7): Chưa thấy họ tên người ký."


def test_not_applicable_is_skipped_with_the_reason() -> None:
    """A rule that does not apply is skipped, and says why."""
    (skipped,) = cases_of(samples.checked())["NT03"].result

    assert isinstance(skipped, Skipped)
    assert skipped.message == "không rõ ngày của văn bản"


def test_crashed_rule_is_an_error() -> None:
    """A rule that crashed is an error, with what it said."""
    crash = RuleOutcome("SL07", Outcome.ERROR, Words("KeyError: 'x'"))
    (error,) = cases_of(samples.checked(outcomes=(crash,)))["SL07"].result

    assert isinstance(error, Error)
    assert error.message == "quy tắc này không chạy được (KeyError: 'x')"


def test_unreadable_file_is_an_error() -> None:
    """A file that could not be read is a suite with one error."""
    (suite,) = suites_of(samples.report(samples.unreadable("hỏng.docx")))
    (case,) = suite

    assert (suite.tests, suite.errors) == (1, 1)
    assert (case.result[0].type, case.result[0].message) == ("damaged", "Tệp bị hỏng.")


@given(st.text())
def test_any_text_gives_xml(text: str) -> None:
    """Whatever a draft holds, the file is XML and the words stay in their element."""
    finding = samples.date_finding(message=Words(f"a{text}b"))
    written = render_junit(
        samples.report(evolve(samples.checked(finding), outcomes=samples.OUTCOMES)), View()
    )
    message = ElementTree.fromstring(written).find(".//failure").get("message")  # type: ignore[union-attr]

    assert message is not None
    assert (message[0], message[-1]) == ("a", "b")


def test_control_characters_are_written_out() -> None:
    """What XML forbids is shown as an escape."""
    finding = samples.date_finding(message=Words("x\x00y\x1b\ufffez]]>"))
    (failure,) = cases_of(samples.checked(finding))["NT01"].result

    assert failure.message == "x\\x00y\\x1b\\ufffez]]>"
