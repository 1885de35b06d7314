"""A clean report stays clean however it was typed."""

from __future__ import annotations

import pytest

from tests.support.typings import movement_typings, typings
from thidua_check import Checked, Level, check
from thidua_check.outline.source import load_builtin

TYPINGS = typings()
MOVEMENTS = movement_typings()


def _checked(name: str, stage: str = "issued") -> Checked:
    file, data = {**TYPINGS, **MOVEMENTS}[name]
    outline = load_builtin("VNN") if name in TYPINGS else None
    (done,) = check(data, name=file, outline=outline, stage=stage).documents  # type: ignore[arg-type]
    assert isinstance(done, Checked)
    return done


@pytest.mark.parametrize("stage", ["draft", "issued"])
@pytest.mark.parametrize("name", [*TYPINGS, *MOVEMENTS])
def test_nothing_to_mend(name: str, stage: str) -> None:
    """Nothing fails at warning or above, as a draft and as an issued document."""
    found = [f for f in _checked(name, stage).findings if f.outcome == "fail" and f.level >= Level.WARNING]

    assert found == []


def _verdicts(name: str) -> dict[str, str]:
    (held,) = _checked(name).draft.outlines
    return {match.item.id: str(match.verdict) for match in held.matches}


@pytest.mark.parametrize("name", sorted(TYPINGS.keys() - {"wrapped"}))
def test_every_item_answered(name: str) -> None:
    """Every item of the outline is found under its own heading, but for the one that only districts answer."""
    verdicts = _verdicts(name)

    assert verdicts.pop("VNN/II.4.c") == "not_applicable"
    assert set(verdicts.values()) <= {"matched", "renamed"}
    assert len(verdicts) == 29


def test_every_item_answered_in_wrapped_text() -> None:
    """A heading that fills its last line may run into the text below it: its item is covered then, never missing."""
    verdicts = _verdicts("wrapped")
    others = [verdict for verdict in verdicts.values() if verdict not in ("matched", "renamed")]

    assert others in (["not_applicable"], ["covered", "not_applicable"], ["not_applicable", "covered"])


@pytest.mark.parametrize("name", [*TYPINGS, *MOVEMENTS])
def test_everything_understood(name: str) -> None:
    """Every citation, figure and relation is understood, in every typing."""
    coverage = _checked(name).draft.facts.coverage()

    for kind in ("citations", "quantities", "relations"):
        assert coverage[kind].understood == coverage[kind].found > 0
