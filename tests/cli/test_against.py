"""Holding a draft against other drafts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from thidua_check import check
from thidua_check.cli import main

CORPUS = Path(__file__).parents[2] / "fixtures/corpus"
ONE, OTHER = CORPUS / "000_b286b070ef8f9fb3.txt", CORPUS / "001_900a5567d32dcc13.txt"


def test_copied_passages_are_found(capsys: pytest.CaptureFixture[str]) -> None:
    """Passages of the other report are found where they stand in this one."""
    main([str(ONE), "--against", str(OTHER), "--select", "ND07", "--format", "json"])
    found = json.loads(capsys.readouterr().out)["documents"][0]["findings"]

    assert [f["location"]["line"] for f in found] == [107, 185, 299, 399, 443, 499]
    assert all(OTHER.name in f["message"] for f in found)


def test_a_draft_is_not_held_against_itself() -> None:
    """The draft itself among the others is left out."""
    report = check(ONE, against=[ONE], select=["ND07"])

    (outcome,) = report.documents[0].outcomes  # type: ignore[union-attr]
    assert outcome.outcome == "not_applicable"


def test_another_draft_that_cannot_be_read(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A missing file is told by its name, and nothing is checked."""
    code = main([str(ONE), "--against", str(tmp_path / "thieu.docx")])
    out, err = capsys.readouterr()

    assert (code, out) == (2, "")
    assert "thieu.docx" in err
