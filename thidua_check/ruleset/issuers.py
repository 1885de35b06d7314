"""Which bodies the organs in symbols stand for, as ``rules/registry/issuers.yaml`` has it."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from thidua_check.extract.bodies import body_of
from thidua_check.registry import load_registry, per_pack
from thidua_check.ruleset.document_types import bare, load_document_types


@frozen
class Organ:
    """An organ of a symbol: its code as printed and the bodies it stands for, as printed and for comparing."""

    code: str
    names: tuple[str, ...]
    bodies: tuple[str, ...]

    def is_body(self, issuer: str) -> bool:
        """Return whether an issuer as written is one of the organ's bodies."""
        name = body_of(issuer).name
        return any(name == body or name.startswith(body + " ") for body in self.bodies)


@per_pack
def load_issuers() -> Mapping[str, Organ]:
    """Return the registry by folded code; raise RulePackError if its file is wrong."""
    root = load_registry("issuers")
    found: dict[str, Organ] = {}
    for entry in root.items():
        entry.keys(("code", "bodies", "confidence"), ("code", "bodies", "confidence"))
        table = entry.table()
        if {"code", "bodies", "confidence"} <= set(table):
            table["confidence"].choice(("C3", "C2", "C1", "M", "D"))
            names = table["bodies"].texts()
            organ = Organ(table["code"].text(), names, tuple(body_of(name).name for name in names))
            found[bare(organ.code)] = organ
    root.faults.check()
    return found


def organ_codes(symbol: str) -> tuple[str, ...]:
    """Return the organs of a symbol, the issuing one first.

    >>> organ_codes("QĐ-UBND"), organ_codes("SNV-TĐKT"), organ_codes("CT/TW")
    (('UBND',), ('SNV', 'TĐKT'), ('TW',))
    """
    parts = symbol.replace("/", "-").split("-")
    if len(parts) > 1 and load_document_types().known(parts[0]) and not parts[0].startswith("UBTVQH"):
        return tuple(parts[1:])
    return tuple(parts)
