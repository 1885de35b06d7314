"""What the built-in rules say through each check kind: how a kind is used, and what its variants mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from thidua_check.ruleset.model import DEFAULT, Kind, Message, Rule


def users(kind: Kind, rules: Iterable[Rule]) -> list[Rule]:
    """Return the rules that are written with a kind."""
    return [rule for rule in rules if rule.kind.name == kind.name]


def spoken(kind: Kind, rules: Iterable[Rule]) -> Mapping[str, tuple[Rule, Message]]:
    """Return for each variant of a kind the first rule that speaks it, and what that says."""
    found: dict[str, tuple[Rule, Message]] = {}
    for rule in users(kind, rules):
        for variant, message in rule.messages.items():
            found.setdefault(variant, (rule, message))
    return found


def unspoken(rule: Rule) -> Iterator[str]:
    """Yield the variants of a rule's kind that it neither speaks nor switches off."""
    known = {DEFAULT, *rule.messages, *rule.silent}
    if not rule.kind.general:
        yield from (variant for variant in rule.kind.provides if variant not in known)
