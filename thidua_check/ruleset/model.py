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
from thidua_check.registry import Source

DEFAULT = "default"


@frozen
class Hit:
    """One thing a kind found.

    ``passage`` are the offending words and no more; for something absent, the words it should follow. ``values``
    fill the placeholders of the rule's message. ``variant`` picks one of the messages. ``level`` and ``confidence``
    can only lower what the rule says. Hits of one rule with the same ``fold`` become one finding with all places.
    ``replacement`` is the literal text to put in the passage's place, ``safe`` if it may be applied unseen.
    ``absent``: the words are right, something is missing behind them. ``source`` is where an office's own registry
    entry has it from; the finding then rests on that and not on what the rule rests on.
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
    source: Source | None = None


@frozen
class NotApplicable:
    """The kind has nothing to judge in this draft, and why."""

    reason: Words


CheckFunction = Callable[[Draft, Any], Iterable[Hit] | NotApplicable]


@frozen
class Kind:
    """A check kind: its function, the attrs class of its parameters, and the placeholders each variant provides.

    ``general``: the default message is true of every variant, so that a rule may leave variants to it.
    """

    name: str
    check: CheckFunction
    params: type
    provides: Mapping[str, frozenset[str]]
    general: bool = False


@frozen
class Message:
    """How one variant speaks; ``level`` (by stage) and ``confidence`` override the rule's for this variant."""

    text: Words
    repair: Words | None = None
    level: Mapping[Stage, Level] | None = None
    confidence: Confidence | None = None


@frozen
class Change:
    """What an office changed in a rule, in words, its reason, and where that is written (``file:line``)."""

    what: Words
    reason: str
    place: str


@frozen
class Applies:
    """Which drafts a rule looks at; empty means all. ``types`` are document types in capitals as in the title."""

    types: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    regimes: tuple[str, ...] = ("state",)


@frozen
class Rule:
    """One rule as loaded. ``level`` is by stage; ``effective`` is half-open, judged on the draft's own date.

    ``messages`` are the variants that the rule speaks, ``silent`` those that it switches off; a variant that is in
    neither is silent too, unless the default message of its kind is true of all.
    ``changes`` are what offices changed in the rule; ``off`` is set where one switched it off.
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
    silent: frozenset[str] = frozenset()
    changes: tuple[Change, ...] = ()
    off: Words | None = None
    suppressible: bool = True

    def message(self, variant: str) -> Message | None:
        """Return what the rule says of a variant, None where it says nothing."""
        general = self.messages[DEFAULT] if self.kind.general and variant not in self.silent else None
        return self.messages.get(variant, general)


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
