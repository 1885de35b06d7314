"""Names of organs and how they are written wrong, as ``rules/registry/organs.yaml`` has them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import frozen

from thidua_check.registry import load_registry, per_pack
from thidua_check.text import fold

# What may stand between the parts of a name: " và ", " - ", "-", ", ", " & ", or a space alone.
_LINK = r"(\s*[-,&]\s*|\s+và\s+|\s+)"
_PARTS = re.compile(r" và | - |, ")


@frozen
class OrganNames:
    """``pattern`` finds the names in folded text however their parts are joined, one group ``nK`` for each row.

    ``names`` are the right names by group, ``others`` the words that must not follow.
    """

    pattern: re.Pattern[str]
    names: Mapping[str, str]
    others: Mapping[str, tuple[str, ...]]


@per_pack
def load_organ_names() -> OrganNames:
    """Return the registry; raise RulePackError if its file is wrong."""
    root = load_registry("organs")
    names: dict[str, str] = {}
    others: dict[str, tuple[str, ...]] = {}
    branches: list[str] = []
    for number, entry in enumerate(root.items()):
        entry.keys(("before", "name", "not_before"), ("before", "name"))
        table = entry.table()
        if not {"before", "name"} <= set(table):
            continue
        group, name = f"n{number}", table["name"].text()
        names[group] = name
        others[group] = tuple(fold(w) for w in table["not_before"].texts()) if "not_before" in table else ()
        before = "|".join(re.escape(fold(word)) for word in table["before"].texts())
        parts = _LINK.join(re.escape(fold(part)).replace(r"\ ", r"\s+") for part in _PARTS.split(name))
        branches.append(rf"(?P<{group}>\b(?:{before})\s+{parts}\b)")
    root.faults.check()
    return OrganNames(re.compile("|".join(branches)), names, others)
