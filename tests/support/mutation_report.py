"""How many changed parameters and dropped entries the examples in the rule files catch.

``python -m tests.support.mutation_report`` changes every parameter of every rule, one at a time (a figure ten times
and one and a half times as large and as small, a truth turned round, an entry of a list dropped, a list cut in half), and drops entries
of the registries; a mutant is caught when an example of the rule file no longer behaves. ``--survivors`` names those that were not.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any
from unittest import mock

import attrs

from thidua_check import strict_yaml
from thidua_check._data import data_path
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
# Entries of one list or registry that are dropped, drawn by seed where there are more.
_MOST = 12
# Caches of what no registry changes, and what is slow to make anew.
_LASTING = frozenset({"load_lexicon", "data_path"})


@attrs.frozen
class Mutant:
    """One change: the rule whose examples ran (``data`` for a registry), what was changed and how, whether they noticed.

    ``where`` is the parameter, or the registry.
    """

    rule: str
    where: str
    how: str
    caught: bool

    @property
    def sort(self) -> str:
        """The sort of change: ``figure``, ``truth``, ``entry``, ``half of a list`` or ``registry``."""
        return "registry" if self.where.startswith("registry/") else self.how.partition(":")[0]


def mutants(rules: Sequence[Rule], *, registries: bool = True) -> Iterator[Mutant]:
    """Yield every mutant of the rules' parameters, then of the registries that they look into."""
    for rule in rules:
        for name, how, value in _changes(rule):
            changed = attrs.evolve(rule, params=attrs.evolve(rule.params, **{name: value}))
            yield Mutant(rule.id, name, how, _caught(rule, changed))
    if registries:
        yield from _registry_mutants(rules)


def _caught(rule: Rule, changed: Rule) -> bool:
    try:
        return any(verdict.fault for verdict in execute(changed, load_guide(rule)))
    except Exception:  # a mutant that cannot even be run is noticed by whoever runs the tests
        return True


def _changes(rule: Rule) -> Iterator[tuple[str, str, Any]]:
    """Yield parameter, what is done to it, and its new value."""
    for field in attrs.fields(rule.kind.params):
        value = getattr(rule.params, field.name)
        for how, new in _values(value, f"{rule.id}/{field.name}"):
            if new != value:
                yield field.name, how, new


def _values(value: Any, seed: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, bool):
        yield "truth: turned round", not value
    elif isinstance(value, int | Decimal):
        for how, factor in _FACTORS:
            new = Decimal(value) * factor
            yield f"figure: {how}", int(new) if isinstance(value, int) else new
    elif isinstance(value, tuple) and len(value) > 1:
        for place in _drawn(len(value), seed):
            yield f"entry: without {value[place]}", (*value[:place], *value[place + 1 :])
        yield "half of a list: the first", value[: len(value) // 2]
    elif isinstance(value, Mapping) and len(value) > 1:
        keys = list(value)
        for place in _drawn(len(keys), seed):
            yield f"entry: without {keys[place]}", {k: v for k, v in value.items() if k != keys[place]}
        yield "half of a list: the first", {k: value[k] for k in keys[: len(keys) // 2]}


def _drawn(count: int, seed: str) -> list[int]:
    return sorted(random.Random(seed).sample(range(count), min(_MOST, count)))


def _registry_mutants(rules: Sequence[Rule]) -> Iterator[Mutant]:
    """Drop entries of the registries; the examples of all rules that look into one are run."""
    used: dict[str, list[Rule]] = {}
    for rule in rules:
        for name in _read_by(rule):
            used.setdefault(name, []).append(rule)
    for name, readers in sorted(used.items()):
        places = list(_entries(strict_yaml.load(data_path() / "registry" / f"{name}.yaml")))
        for place in _drawn(len(places), name):
            path, label = places[place]
            with _without(name, path):
                catchers = [rule.id for rule in readers if _caught(rule, rule)]
            yield Mutant("data", f"registry/{name}", f"entry: without {label}", bool(catchers))


def _read_by(rule: Rule) -> set[str]:
    """Return the registries that are read when a rule's examples run."""
    names: set[str] = set()
    load = strict_yaml.load

    def noticed(path: Path, faults: Faults | None = None) -> Node:
        if path.parent.name == "registry":
            names.add(path.stem)
        return load(path, faults)

    with mock.patch.object(strict_yaml, "load", noticed), using_packs((_fresh(),)):
        _caught(rule, rule)
    return names


_COUNT = iter(range(1_000_000))


def _fresh() -> Path:
    """Return the name of a pack that is not there and was not asked for before, so that nothing is remembered for it."""
    return Path(f"no-pack-{next(_COUNT)}")


def _entries(node: Node, path: tuple[object, ...] = ()) -> Iterator[tuple[tuple[object, ...], str]]:
    """Yield the places of a registry's entries with a word for each: the rows of its lists."""
    if isinstance(node.raw, list):
        for number, entry in enumerate(node.raw):
            yield (*path, number), _label(entry)
    elif isinstance(node.raw, dict):
        for key, entry in node.raw.items():
            if isinstance(entry.raw, list):
                yield from _entries(entry, (*path, key))
            elif isinstance(entry.raw, dict) or not path:
                yield (*path, key), str(key)


def _label(entry: Node) -> str:
    raw = entry.raw
    if isinstance(raw, dict):
        return " ".join(str(node.raw) for node in list(raw.values())[:2] if isinstance(node.raw, str)) or str(
            next(iter(raw))
        )
    if isinstance(raw, list):
        return str(raw[0].raw) if raw else ""
    return str(raw)


@contextmanager
def _without(name: str, path: tuple[object, ...]) -> Iterator[None]:
    """Let a registry be without one entry, inside the ``with`` block."""
    load = strict_yaml.load

    def poorer(file: Path, faults: Faults | None = None) -> Node:
        node = load(file, faults)
        if file.stem == name and file.parent.name == "registry":
            holder: Any = node.raw
            for step in path[:-1]:
                holder = holder[step].raw
            del holder[path[-1]]
        return node

    _forget()
    with mock.patch.object(strict_yaml, "load", poorer), using_packs((_fresh(),)):
        yield
    _forget()


def _forget() -> None:
    """Empty the package's caches, in which something of a registry may stand."""
    modules = [module for name, module in sys.modules.items() if name.startswith("thidua_check.")]
    for kept in {id(v): v for module in modules for v in vars(module).values()}.values():
        if hasattr(kept, "cache_clear") and getattr(kept, "__name__", "") not in _LASTING:
            kept.cache_clear()


def table(found: Sequence[Mutant], *, markdown: bool = False) -> str:
    """Return by family how many mutants there were and how many were caught, for each sort of change."""
    sorts = ("figure", "truth", "entry", "half of a list", "registry")
    families = sorted({_family(m) for m in found})
    rows: list[tuple[str, ...]] = [("family", *sorts, "all")]
    for family in (*families, "all"):
        own = [m for m in found if family in ("all", _family(m))]
        cells = [_share([m for m in own if m.sort == sort]) for sort in sorts]
        rows.append((family, *cells, _share(own)))
    if markdown:
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return "\n".join([lines[0], "|---|" + "---:|" * (len(rows[0]) - 1), *lines[1:]])
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    return "\n".join("  ".join(c.rjust(w) for c, w in zip(row, widths, strict=True)) for row in rows)


def _family(mutant: Mutant) -> str:
    return "data" if mutant.rule == "data" else mutant.rule[:2]


def _share(own: Sequence[Mutant]) -> str:
    return f"{sum(m.caught for m in own)}/{len(own)}" if own else "-"


def main(arguments: Sequence[str] | None = None) -> int:
    """Mutate, run the examples, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.support.mutation_report", description=__doc__)
    parser.add_argument("--markdown", action="store_true", help="print the table for a page")
    parser.add_argument("--survivors", action="store_true", help="name what no example caught")
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
