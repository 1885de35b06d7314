"""The words for officers about kinds and parameters: complete, and about nothing that is not there."""

from __future__ import annotations

from typing import get_args

import attrs
import pytest

from thidua_check.ruleset.kind_words import KindWords, load_kind_words
from thidua_check.ruleset.kinds import KINDS
from thidua_check.ruleset.kinds.looks import COMPONENTS, Component
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.usage import spoken, users

RULES = load_rules().rules


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_parameter_and_variant_is_told(name: str) -> None:
    """Each parameter has its words, and each variant a rule that speaks it or words of its own."""
    kind, words = KINDS[name], load_kind_words().get(name, KindWords())

    assert list(words.params) == [field.name for field in attrs.fields(kind.params)]
    assert set(kind.provides) == {*words.variants, *spoken(kind, RULES)}
    assert words.about or users(kind, RULES)


def test_words_are_about_kinds() -> None:
    """There are no words about a kind that is not there."""
    assert set(load_kind_words()) <= set(KINDS)


def test_components_have_their_names() -> None:
    """The names that a rule may give a component are those that are found."""
    assert set(get_args(Component)) == set(COMPONENTS)
