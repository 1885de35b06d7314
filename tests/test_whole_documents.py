"""The complete findings on whole documents: the corpus and the shipped drafts."""

from __future__ import annotations

import difflib

import pytest

from tests.support.expected import CASES, EXPECTED, Case, dumped


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_complete_findings(case: Case, update_expected: bool) -> None:
    """Each document gives exactly the findings and outline verdicts that were read and kept."""
    found = case.compact()
    if update_expected:
        EXPECTED.mkdir(exist_ok=True)
        case.golden.write_text(dumped(found), encoding="utf-8")

    kept = case.golden.read_text(encoding="utf-8").splitlines()
    changes = list(difflib.unified_diff(kept, dumped(found).splitlines(), "kept", "found", lineterm=""))
    assert not changes, "\n".join(changes)


def test_no_forgotten_files() -> None:
    """Every kept file belongs to a case."""
    assert {path.name for path in EXPECTED.iterdir()} == {case.golden.name for case in CASES}
