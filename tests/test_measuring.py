"""The commands that measure accuracy: mutated rules, and findings on text that nobody planted anything in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support import accuracy_page, mutation_report, precision_report
from tests.support.mutation_report import Mutant

DRAFTS = Path(__file__).parents[1] / "fixtures" / "drafts"


def test_mutation_report(capsys: pytest.CaptureFixture[str]) -> None:
    """The paper's three figures have four mutants each, all of which the examples of its rule notice."""
    code = mutation_report.main(["--only", "TT20", "--survivors"])
    last = capsys.readouterr().out.splitlines()[-1].split()

    assert code == 0
    assert last == ["all", "12/12", "-", "-", "-", "-", "12", "0", "12", "12"]


def test_page_names_survivors() -> None:
    """The page counts who caught what, and gives each parameter that nobody caught its reason."""
    found = [
        Mutant("XX01", "least", "figure: half", examples=False, tests=True),
        Mutant("XX01", "most", "figure: half", examples=False, tests=False),
        Mutant("XX01", "most", "figure: a tenth", examples=False, tests=False),
    ]

    page = accuracy_page.mutation_section(found, {"XX01 most": "two are always there"})

    assert "| all | 1/3 | - | - | - | - | 0 | 1 | 1 | 3 |" in page
    assert "- XX01 `most` (half, a tenth): two are always there." in page


def test_page_wants_a_reason_for_each_survivor() -> None:
    """A parameter that nobody caught and nobody explained is no line of the page."""
    with pytest.raises(KeyError):
        accuracy_page.mutation_section(
            [Mutant("XX01", "most", "figure: half", examples=False, tests=False)], {}
        )


def test_precision_report_of_a_good_draft(capsys: pytest.CaptureFixture[str]) -> None:
    """Of a good report nothing is said at warning or above."""
    code = precision_report.main([str(DRAFTS / "bao-cao-dat.docx")])

    assert code == 0
    assert re.fullmatch(r"1 files, \d+ pages, 0 findings\n", capsys.readouterr().out)


def test_precision_report_draws(capsys: pytest.CaptureFixture[str]) -> None:
    """Of a faulty report as many findings of a family are drawn as asked for, each with the words round it."""
    code = precision_report.main([str(DRAFTS / "bao-cao-co-loi.docx"), "--draw", "1"])
    out = capsys.readouterr().out
    drawn = re.findall(r"^([A-Z]{2})\d\d (?:warning|error) ", out, re.MULTILINE)

    assert code == 0
    assert len(drawn) == len(set(drawn)) > 3
    assert out.count("⟦") == out.count("⟧") == len(drawn)
