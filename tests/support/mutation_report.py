"""How many changed parameters and dropped entries the examples in the rule files catch, and how many the tests beside them.

``python -m tests.support.mutation_report`` changes every parameter of every rule, one at a time (a figure ten times
and one and a half times as large and as small, a truth turned round, an entry of a list dropped, a list cut in half), and drops
every row of the registries. A mutant is caught by the examples when one of a rule file no longer behaves, and by the tests when
something else is said of the words in ``tests/support/tried`` that try the parameter or the row. ``--survivors`` names what
neither caught.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any
from unittest import mock

import attrs

from tests.support.tried.entries import entry_samples
from tests.support.tried.limits import LIMITS
from tests.support.tried.registries import fresh, rows, without
from tests.support.tried.rows import sample_of
from tests.support.tried.sample import Sample, said, said_anew
from thidua_check import strict_yaml
from thidua_check.registry import using_packs
from thidua_check.ruleset.examples import execute
from thidua_check.ruleset.guide import load_guide
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.model import Rule
from thidua_check.strict_yaml import Faults, Node

_FACTORS = (
    ("ten times", Decimal(10)),
    ("a tenth", Decimal("0.1")),
    ("half as much again", Decimal("1.5")),
    ("half", Decimal("0.5")),
)


@attrs.frozen
class Mutant:
    """One change: the rule whose examples ran (``data`` for a registry), what was changed and how, and who noticed it.

    ``where`` is the parameter, or the registry; ``examples`` those of the rule files, ``tests`` the words that try it.
    """

    rule: str
    where: str
    how: str
    examples: bool
    tests: bool

    @property
    def caught(self) -> bool:
        """Whether anyone noticed."""
        return self.examples or self.tests

    @property
    def sort(self) -> str:
        """The sort of change: ``figure``, ``truth``, ``entry``, ``half of a list`` or ``registry``."""
        return "registry" if self.where.startswith("registry/") else self.how.partition(":")[0]


def mutants(rules: Sequence[Rule], *, registries: bool = True) -> Iterator[Mutant]:
    """Yield every mutant of the rules' parameters, then of the registries that they look into."""
    for rule in rules:
        for name, how, value in changes(rule):
            changed = attrs.evolve(rule, params=attrs.evolve(rule.params, **{name: value}))
            yield Mutant(rule.id, name, how, _caught(rule, changed), _noticed(changed, name))
    if registries:
        yield from _registry_mutants(rules)


def _caught(rule: Rule, changed: Rule) -> bool:
    try:
        return any(verdict.fault for verdict in execute(changed, load_guide(rule)))
    except Exception:  # a mutant that cannot even be run is noticed by whoever runs the tests
        return True


def _noticed(changed: Rule, name: str) -> bool:
    """Whether a changed rule says something else of the words that try one of its parameters."""
    samples: list[Sample] = [sample for sample in LIMITS if (sample.rule, sample.field) == (changed.id, name)]
    samples += [sample.of(entry) for sample, entry in entry_samples(changed.id, name)]
    return any(said(sample, changed) != said(sample) for sample in samples)


def changes(rule: Rule) -> Iterator[tuple[str, str, Any]]:
    """Yield parameter, what is done to it, and its new value."""
    for field in attrs.fields(rule.kind.params):
        value = getattr(rule.params, field.name)
        for how, new in _values(value):
            if new != value:
                yield field.name, how, new


def _values(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, bool):
        yield "truth: turned round", not value
    elif isinstance(value, int | Decimal):
        for how, factor in _FACTORS:
            new = Decimal(value) * factor
            yield f"figure: {how}", int(new) if isinstance(value, int) else new
    elif isinstance(value, tuple) and len(value) > 1:
        for place, entry in enumerate(value):
            yield f"entry: without {entry}", (*value[:place], *value[place + 1 :])
        yield "half of a list: the first", value[: len(value) // 2]
    elif isinstance(value, Mapping) and len(value) > 1:
        keys = list(value)
        for key in keys:
            yield f"entry: without {key}", {k: v for k, v in value.items() if k != key}
        yield "half of a list: the first", {k: value[k] for k in keys[: len(keys) // 2]}


def _registry_mutants(rules: Sequence[Rule]) -> Iterator[Mutant]:
    """Drop each row of the registries; the examples of all rules that look into one are run, and the row's own words."""
    used: dict[str, list[Rule]] = {}
    for rule in rules:
        for name in _read_by(rule):
            used.setdefault(name, []).append(rule)
    for name, readers in sorted(used.items()):
        for row in rows(name):
            sample = sample_of(name, row)
            before = said_anew(sample)
            with without(name, row):
                examples = any(_caught(rule, rule) for rule in readers)
                tests = said_anew(sample) != before
            yield Mutant("data", f"registry/{name}", f"entry: without {row.label}", examples, tests)


def _read_by(rule: Rule) -> set[str]:
    """Return the registries that are read when a rule's examples run."""
    names: set[str] = set()
    load = strict_yaml.load

    def noticed(path: Path, faults: Faults | None = None) -> Node:
        if path.parent.name == "registry":
            names.add(path.stem)
        return load(path, faults)

    with mock.patch.object(strict_yaml, "load", noticed), using_packs((fresh(),)):
        _caught(rule, rule)
    return names


def table(found: Sequence[Mutant], *, markdown: bool = False) -> str:
    """Return by family how many mutants were caught of those made, for each sort of change, and who caught them."""
    sorts = ("figure", "truth", "entry", "half of a list", "registry")
    families = sorted({_family(m) for m in found})
    lines: list[tuple[str, ...]] = [("family", *sorts, "by examples", "by tests", "by either", "made")]
    for family in (*families, "all"):
        own = [m for m in found if family in ("all", _family(m))]
        cells = [_share([m for m in own if m.sort == sort]) for sort in sorts]
        counts = (
            sum(m.examples for m in own),
            sum(m.tests for m in own),
            sum(m.caught for m in own),
            len(own),
        )
        lines.append((family, *cells, *map(str, counts)))
    if markdown:
        shown = [f"| {' | '.join(line)} |" for line in lines]
        return "\n".join([shown[0], "|---|" + "---:|" * (len(lines[0]) - 1), *shown[1:]])
    widths = [max(len(line[n]) for line in lines) for n in range(len(lines[0]))]
    return "\n".join("  ".join(c.rjust(w) for c, w in zip(line, widths, strict=True)) for line in lines)


def _family(mutant: Mutant) -> str:
    return "data" if mutant.rule == "data" else mutant.rule[:2]


def _share(own: Sequence[Mutant]) -> str:
    return f"{sum(m.caught for m in own)}/{len(own)}" if own else "-"


def main(arguments: Sequence[str] | None = None) -> int:
    """Mutate, run the examples and the words of the tests, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.support.mutation_report", description=__doc__)
    parser.add_argument("--markdown", action="store_true", help="print the table for a page")
    parser.add_argument("--survivors", action="store_true", help="name what nobody caught")
    parser.add_argument("--only", default="", help="rules whose id begins so; leaves the registries out")
    given = parser.parse_args(arguments)
    rules = [rule for rule in load_rules().rules if rule.id.startswith(given.only)]
    found = list(mutants(rules, registries=not given.only))
    sys.stdout.write(table(found, markdown=given.markdown) + "\n")
    if given.survivors:
        sys.stdout.writelines(f"{m.rule} {m.where}: {m.how}\n" for m in found if not m.caught)
    return 0


if __name__ == "__main__":
    sys.exit(main())
