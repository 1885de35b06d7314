"""A sample: words, the rule that is run on them, and what it says."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from attrs import evolve, frozen

from thidua_check.draft import Draft, Stage
from thidua_check.ruleset.examples import draft_of
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.model import Example, Rule
from thidua_check.ruleset.run import run_rule

RULES = {rule.id: rule for rule in load_rules().rules}
# What a rule says of a sample: for each finding its words, message, repair, level, confidence, outcome and places.
Said = tuple[tuple[str, ...], ...]


@frozen
class Sample:
    """Words that try a parameter (``field``) of a rule, or a row of a registry, and whether the rule speaks of them.

    ``{entry}`` stands for an entry of a list, in ``capitals`` where the words want it; ``but`` are entries that want
    other words round them, ``only`` those for which these words are. The rest sets the scene as in an example.
    """

    rule: str
    field: str
    text: str
    speaks: bool = True
    capitals: bool = False
    but: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    stage: Stage = "issued"
    as_of: date | None = date(2025, 10, 1)
    outline: str | None = None
    guidance: str | None = None
    against: str | None = None
    look: tuple[tuple[str, str], ...] | None = None

    def tries(self, entry: str) -> bool:
        """Return whether these words are meant for an entry."""
        return entry not in self.but and (not self.only or entry in self.only)

    def of(self, entry: str) -> Sample:
        """Return the sample with an entry in its place."""
        shown = entry.upper() if self.capitals else entry
        guidance = self.guidance.replace("{entry}", shown) if self.guidance is not None else None
        text = self.text.replace("{entry}", shown)
        return evolve(self, text=text, guidance=guidance, but=(), only=())


def draft(sample: Sample) -> Draft:
    """Read the words of a sample anew."""
    example = Example(
        text=sample.text,
        bad=sample.speaks,
        line=0,
        stage=sample.stage,
        as_of=sample.as_of,
        outline=sample.outline,
        guidance=sample.guidance,
        against=sample.against,
        look=dict(sample.look) if sample.look is not None else None,
    )
    return draft_of(example)


# The drafts do not depend on the rule that is tried on them, only on the registries; a list has some fifty entries.
_kept = lru_cache(maxsize=64)(draft)


def said(sample: Sample, rule: Rule | None = None) -> Said:
    """Return what the rule of a sample, or a changed one in its place, says of it."""
    return _said(rule or RULES[sample.rule], _kept(sample))


def said_anew(sample: Sample) -> Said:
    """Return what is said of a sample that is read anew, for a changed registry."""
    return _said(RULES[sample.rule], draft(sample))


def _said(rule: Rule, on: Draft) -> Said:
    _, found = run_rule(rule, on)
    return tuple(
        (
            finding.excerpt,
            finding.message.vi,
            finding.suggestion.text.vi if finding.suggestion else "",
            finding.level.name,
            finding.confidence.name,
            finding.outcome,
            " | ".join(place.excerpt for place in finding.places),
        )
        for _, finding in found
    )
