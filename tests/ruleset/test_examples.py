"""Every rule's own examples are executed; every rule file is complete."""

from __future__ import annotations

import string

import pytest

from thidua_check.ruleset.examples import execute
from thidua_check.ruleset.guide import load_guide
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.model import Rule

RULES = load_rules().rules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_behave(rule: Rule) -> None:
    """A bad example has one finding on the marked words, a good one has none."""
    faults = [f"line {v.example.line}: {v.fault}" for v in execute(rule, load_guide(rule)) if v.fault]

    assert faults == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_has_enough_examples(rule: Rule) -> None:
    """A rule has a bad example, two good ones, and a look-alike among these."""
    examples = load_guide(rule).examples
    good = [e for e in examples if not e.bad]

    assert any(e.bad for e in examples)
    assert len(good) >= 2
    assert any(e.look_alike for e in good)
    assert len({(e.text, str(e.look)) for e in examples}) == len(examples)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_speaks_both_languages(rule: Rule) -> None:
    """Title, help and every message stand in Vietnamese and English and use the same placeholders."""

    def used(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert rule.title.vi
    assert rule.title.en
    assert load_guide(rule).help.vi
    assert load_guide(rule).help.en
    for message in rule.messages.values():
        for words in (message.text, message.repair):
            if words is not None:
                assert words.vi
                assert words.en
                assert used(words.vi) == used(words.en)
