"""Every figure and truth among the rules' parameters counts: changed by half, something else is said of some words."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.support.mutation_report import mutants
from tests.support.tried.limits import LIMITS
from tests.support.tried.sample import RULES, Sample, said

REASONS: dict[str, str] = yaml.safe_load(
    (Path(__file__).parents[2] / "docs" / "accuracy-survivors.yaml").read_text(encoding="utf-8")
)
_TRIED = sorted({sample.rule for sample in LIMITS} | {name.split()[0] for name in REASONS})


@pytest.mark.parametrize("sample", LIMITS, ids=lambda s: f"{s.rule}-{s.field}-{s.speaks}")
def test_words_near_a_limit(sample: Sample) -> None:
    """The rule speaks of the words on this side of the limit, and is silent on the other."""
    assert bool(said(sample)) is sample.speaks


@pytest.mark.parametrize("rule", _TRIED)
def test_changed_parameter_is_noticed(rule: str) -> None:
    """An example or the words of a test notice each change, but for those of which it is written why they cannot."""
    missed = {f"{m.rule} {m.where}" for m in mutants([RULES[rule]], registries=False) if not m.caught}

    assert missed == {name for name in REASONS if name.startswith(f"{rule} ")}
