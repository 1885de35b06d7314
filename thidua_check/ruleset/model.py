"""Rules as values: what a rule file says, what a check kind is, and what a kind hands back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal

from attrs import field, frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft, Stage
from thidua_check.findings import Basis, Confidence, Level, Words

DEFAULT = "default"


@frozen
class Hit:
    """One thing a kind found.

    ``passage`` are the offending words and no more; for something absent, the words it should follow. ``values``
    fill the placeholders of the rule's message. ``variant`` picks one of the messages. ``level`` and ``confidence``
    can only lower what the rule says. Hits of one rule with the same ``fold`` become one finding with all places.
    ``replacement`` is the literal text to put in the passage's place, ``safe`` if it may be applied unseen.
    ``absent``: the words are right, something is missing behind them.
    """

    passage: Passage
    values: Mapping[str, str | Words] = field(factory=dict)
    variant: str = DEFAULT
    outcome: Literal["fail", "review"] = "fail"
    level: Level | None = None
    confidence: Confidence | None = None
    related: tuple[tuple[Passage, Words], ...] = ()
    fold: str | None = None
    replacement: str | None = None
    safe: bool = False
    absent: bool = False


@frozen
class NotApplicable:
    """The kind has nothing to judge in this draft, and why."""

    reason: Words


CheckFunction = Callable[[Draft, Any], Iterable[Hit] | NotApplicable]


@frozen
class Kind:
    """A check kind: its function, the attrs class of its parameters, and the placeholders each variant provides."""

    name: str
    check: CheckFunction
    params: type
    provides: Mapping[str, frozenset[str]]


@frozen
class Message:
    """How one variant speaks; ``level`` and ``confidence`` override the rule's for this variant."""

    text: Words
    repair: Words | None = None
    level: Level | None = None
    confidence: Confidence | None = None


@frozen
class Applies:
    """Which drafts a rule looks at; empty means all. ``types`` are document types in capitals as in the title."""

    types: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    regimes: tuple[str, ...] = ("state",)


@frozen
class Rule:
    """One rule as loaded. ``level`` is by stage; ``effective`` is half-open, judged on the draft's own date.

    ``note`` is the reason that an office gave for changing the rule; ``off`` is set where it switched the rule off.
    Findings of a rule that is not ``suppressible`` are never set aside one by one.
    """

    id: str
    name: str
    title: Words
    family: str
    level: Mapping[Stage, Level]
    confidence: Confidence
    status: Literal["preview", "stable", "deprecated"]
    kind: Kind
    params: Any
    applies: Applies
    basis: Basis | None
    effective: tuple[date | None, date | None]
    messages: Mapping[str, Message]
    since: str
    path: Path
    note: str = ""
    off: Words | None = None
    suppressible: bool = True


@frozen
class Example:
    """One in-file example: ``text`` with the expected words between ⟦ and ⟧ (none in a good one).

    ``word`` reads it as if it came from a Word file, where what is absent is really absent. ``outline`` is the id of
    a built-in outline that is given, ``guidance`` the text of a letter with an outline, ``against`` that of another draft.
    ``look`` dresses it as a Word file in the right looks and says what looks different, see ``dressing.dress``.
    """

    text: str
    bad: bool
    line: int
    stage: Stage = "draft"
    as_of: date | None = None
    outline: str | None = None
    word: bool = False
    look_alike: bool = False
    variant: str | None = None
    look: Mapping[str, str] | None = None
    against: str | None = None
    guidance: str | None = None


@frozen
class Guide:
    """The second part of a rule file: help for people, and the examples that are executed."""

    help: Words
    examples: tuple[Example, ...]


@frozen
class RuleSet:
    """Loaded rules by id order, their version, the checksum of their files, and the folders added to the built-in ones."""

    rules: tuple[Rule, ...]
    version: str
    sha256: str
    packs: tuple[Path, ...] = ()

    def rule(self, rule_id: str) -> Rule | None:
        """Return the rule with an id, None if there is none."""
        return next((r for r in self.rules if r.id == rule_id), None)
