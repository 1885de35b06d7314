"""A small sample of the planted mistakes: found on the exact words, and nothing else said."""

from __future__ import annotations

from functools import cache

import pytest

from tests.support.planting import Base, Trial
from tests.support.planting.catalogue import PLANTS
from tests.support.planting.trial import trials
from tests.support.planting_report import clean_bases, corpus_bases, draft_bases, main
from thidua_check.ruleset.load import load_rules

# Kinds that the shipped report and the clean one hold no fact for are planted in the corpus.
_IN_CORPUS = {"growth", "decimal-point", "later-than-report"}


@cache
def _bases(corpus: bool) -> tuple[Base, ...]:
    clean = [*clean_bases(("typed", "wrapped")), draft_bases()[0]]
    return tuple([*clean, *corpus_bases(("004",))] if corpus else clean)


def _trials(kind: str, seeds: int) -> list[Trial]:
    rules = load_rules().rules
    return list(trials(_bases(kind in _IN_CORPUS), rules, seeds, {kind: PLANTS[kind]}))


@pytest.mark.parametrize("kind", PLANTS)
def test_planted_mistakes(kind: str) -> None:
    """Every planted mistake of a kind is found on its exact words, and nothing else changes."""
    made = _trials(kind, seeds=2)

    assert made
    assert [t for t in made if not t.exact or t.strangers] == []


def test_report_of_planting(capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints a line for each kind, one for all, and the false alarms; a clean report gives none."""
    code = main(["--seeds", "1", "--clean-only", "--markdown"])
    lines = capsys.readouterr().out.splitlines()

    assert [cell.strip() for cell in lines[0].split("|")][1:4] == ["kind", "rule", "planted"]
    assert lines[-3].startswith("| all")
    assert lines[-1] == "False alarms: none."
    assert code in (0, 1)
