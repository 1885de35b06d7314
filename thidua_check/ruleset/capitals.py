"""Which capitals are settled, as ``rules/registry/capitals.yaml`` has it."""

from __future__ import annotations

from attrs import frozen

from thidua_check.registry import Source, load_registry, pack_source, per_pack


@frozen
class Fixed:
    """A form with wrong capitals, exactly as met, its right form, and where that is laid down (``own``: by an office)."""

    wrong: str
    right: str
    level: str
    source: str
    own: Source | None = None


@frozen
class Capitals:
    """``fixed`` forms, ``fields`` of offices as printed, longest first, ``provinces`` as printed, the ``ordinary`` words (lower case) that begin no name, those of
    them that are ``named`` within one, and the nouns that take no capital when they are ``counted``."""

    fixed: tuple[Fixed, ...]
    fields: tuple[str, ...]
    provinces: tuple[str, ...]
    ordinary: frozenset[str]
    named: frozenset[str]
    counted: frozenset[str]


@per_pack
def load_capitals() -> Capitals:
    """Return the registry of capitals; raise RulePackError if its file is wrong."""
    root = load_registry("capitals")
    keys = ("fixed", "fields", "provinces", "ordinary", "named", "counted")
    root.keys(keys, keys)
    root.faults.check()
    table = root.table()
    fixed: list[Fixed] = []
    for entry in table["fixed"].items():
        entry.keys(("wrong", "right", "level", "source"), ("wrong", "right", "level", "source"))
        row = entry.table()
        level = row["level"].choice(("warning", "info"))
        fixed.append(
            Fixed(row["wrong"].text(), row["right"].text(), level, row["source"].text(), pack_source(entry))
        )
    words = {key: frozenset(table[key].texts()) for key in ("ordinary", "named", "counted")}
    fields = tuple(sorted(table["fields"].texts(), key=len, reverse=True))
    capitals = Capitals(tuple(fixed), fields, table["provinces"].texts(), **words)
    root.faults.check()
    return capitals
