"""A small sample of the planted mistakes: found on the exact words, and nothing else said."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest
import yaml

from tests.support.accuracy_page import ENOUGH, PAGE
from tests.support.editing import difference
from tests.support.planting import Trial
from tests.support.planting.catalogue import NOT_PLANTED, PARTIAL, PLANTS, WORD_ONLY
from tests.support.planting.model import Changed
from tests.support.planting.trial import plantings, trials
from tests.support.planting_report import clean_bases, corpus_bases, draft_bases, main
from thidua_check.checking import analyse
from thidua_check.ruleset.load import load_rules

# Kinds that the shipped report and the clean ones hold no fact for are planted in the corpus.
_IN_CORPUS = {"later-than-report"}


# Kinds that are so seldom found that a sample may hold none.
_SELDOM = {"word-lost"}


@cache
def _trials() -> Mapping[str, list[Trial]]:
    """Plant every kind once in each of a few documents, those that are not always found some more times."""
    rules = load_rules().rules
    clean = [*clean_bases(("typed", "wrapped", "movements")), draft_bases()[0]]
    corpus = corpus_bases(("000", "004"))
    sure = {kind: plant for kind, plant in PLANTS.items() if kind not in _IN_CORPUS | PARTIAL.keys()}
    made: dict[str, list[Trial]] = {kind: [] for kind in PLANTS}
    for bases, kinds, seeds in ((clean, sure, 1), (corpus, _IN_CORPUS, 1), (clean, PARTIAL, 3)):
        for trial in trials(bases, rules, seeds, {kind: PLANTS[kind] for kind in kinds}):
            made[trial.kind].append(trial)
    return made


@pytest.mark.parametrize("kind", [kind for kind in PLANTS if kind not in PARTIAL])
def test_planted_mistakes(kind: str) -> None:
    """Every planted mistake of a kind is found on its exact words, and nothing else changes."""
    made = _trials()[kind]

    assert made
    assert [t for t in made if not t.exact or t.strangers] == []


@pytest.mark.parametrize("kind", PARTIAL)
def test_partly_found_mistakes(kind: str) -> None:
    """Of the kinds that are not always found some are, and nothing else changes."""
    made = _trials()[kind]

    assert made
    assert kind in _SELDOM or any(t.exact for t in made)
    assert [t for t in made if t.strangers] == []


def test_every_rule_is_planted() -> None:
    """Every stable rule is planted by some kind or named among the exceptions, and stands on the page on accuracy."""
    planted = {trial.rule for made in _trials().values() for trial in made}
    stable = {rule.id for rule in load_rules().rules if rule.status == "stable"}
    page = PAGE.read_text(encoding="utf-8")

    assert stable - planted == set(NOT_PLANTED)
    assert [rule for rule in stable if f"| {rule} |" not in page and f"- {rule}: " not in page] == []


def test_every_rule_is_planted_often_enough() -> None:
    """Every rule is tried on five different changes in text and in Word, but for those that text cannot break."""
    bases = [*clean_bases(), *draft_bases(), *corpus_bases()]
    drafts = [(base, analyse(base.document, base.options)) for base in bases]
    changes: dict[tuple[str, bool], set[Changed]] = {}
    for _, base, planted in plantings(drafts, 6, PLANTS):
        found = changes.setdefault((planted.rules[0], base.document.format == "docx"), set())
        if len(found) < ENOUGH:
            found.add(difference(base.document, planted.document))
    few = {(rule, word) for rule, _ in changes for word in (False, True)} - {
        place for place, found in changes.items() if len(found) >= ENOUGH
    }

    assert few <= {(rule, False) for rule in WORD_ONLY}


def test_reading_was_counted() -> None:
    """What was read of each family was judged right, doubtful or wrong, and nothing more was read than shown."""
    reading = yaml.safe_load((PAGE.parent / "accuracy-reading.yaml").read_text(encoding="utf-8"))
    rows = [row for text in reading["texts"] for row in text["families"].values()]

    assert all(row["right"] + row["doubtful"] + row["wrong"] == row["read"] <= row["shown"] for row in rows)


def test_report_of_planting(capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints a line for each kind, one for all, and the false alarms; a clean report gives none."""
    code = main(["--seeds", "1", "--clean-only", "--markdown", "--kinds", "footing", "margins"])
    lines = capsys.readouterr().out.splitlines()

    assert [cell.strip() for cell in lines[0].split("|")][1:4] == ["rule", "kind", "in text"]
    assert lines[-3].startswith("| all")
    assert lines[-1] == "False alarms: none."
    assert code in (0, 1)
