"""The commands that measure accuracy: mutated rules, and findings on text that nobody planted anything in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support import mutation_report, precision_report

DRAFTS = Path(__file__).parents[1] / "fixtures" / "drafts"


def test_mutation_report(capsys: pytest.CaptureFixture[str]) -> None:
    """The paper's three figures have four mutants each, all of which the examples of its rule notice."""
    code = mutation_report.main(["--only", "TT20", "--survivors"])
    last = capsys.readouterr().out.splitlines()[-1].split()

    assert code == 0
    assert last == ["all", "12/12", "-", "-", "-", "-", "12/12"]


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
