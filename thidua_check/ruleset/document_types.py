"""Which type of document goes with which code, as ``rules/registry/document_types.yaml`` has it."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from thidua_check.registry import load_registry, per_pack
from thidua_check.text import fold


@frozen
class DocumentTypes:
    """``codes`` are the right codes of a folded type name, ``also`` those that prove nothing against it.

    ``names`` are the types of a folded code in the state's and in the Party's system, as printed.
    """

    codes: Mapping[str, frozenset[str]]
    also: Mapping[str, frozenset[str]]
    state_names: Mapping[str, tuple[str, ...]]
    party_names: Mapping[str, tuple[str, ...]]

    def known(self, code: str) -> bool:
        """Return whether a code stands for a type; the organ that begins a công văn's symbol does not."""
        return bare(code) in self.state_names or bare(code) in self.party_names

    def begins(self, part: str) -> bool:
        """Return whether a part of a symbol begins with a code of two letters or more (``KHPH``, ``QĐLT``)."""
        folded = bare(part)
        return any(
            len(code) > 1 and folded.startswith(code) for code in (*self.state_names, *self.party_names)
        )

    def names_of(self, code: str, *, party: bool) -> tuple[str, ...]:
        """Return the types that a code stands for, those of the given system first.

        >>> load_document_types().names_of("QĐ", party=True)
        ('Quyết định', 'Quy định')
        >>> load_document_types().names_of("QH15", party=False)
        ('Nghị quyết', 'Luật', 'Bộ luật')
        """
        first, second = self.state_names, self.party_names
        if party:
            first, second = second, first
        return first.get(bare(code)) or second.get(bare(code)) or ()

    def name(self, word: str) -> str | None:
        """Return the folded name of the type that a word is or begins with (``Chương trình hành động``)."""
        folded = fold(word)
        if folded in self.codes:
            return folded
        if bare(word) in self.state_names and word.isupper():
            return fold(self.state_names[bare(word)][0])
        return next((name for name in self.codes if folded.startswith(name + " ")), None)

    def fits(self, name: str, code: str) -> bool:
        """Return whether a code may stand with a folded type name."""
        return bare(code) in self.codes[name] or bare(code) in self.also[name]


def bare(code: str) -> str:
    """Return a code for comparing: folded, without the number of a term (``QH15``)."""
    return fold(code).rstrip("0123456789")


@per_pack
def load_document_types() -> DocumentTypes:
    """Return the registry of document types; raise RulePackError if its file is wrong."""
    root = load_registry("document_types")
    codes: dict[str, frozenset[str]] = {}
    also: dict[str, frozenset[str]] = {}
    names: dict[str, dict[str, tuple[str, ...]]] = {"state": {}, "party": {}}
    for entry in root.items():
        entry.keys(("name", "state", "party", "also"), ("name",))
        name = entry.table()["name"].text()
        found: dict[str, tuple[str, ...]] = {
            key: node.texts() for key, node in entry.table().items() if key != "name"
        }
        for system, table in names.items():
            for code in found.get(system, ()):
                table[bare(code)] = (*table.get(bare(code), ()), name)
        codes[fold(name)] = frozenset(bare(c) for key in ("state", "party") for c in found.get(key, ()))
        also[fold(name)] = frozenset(bare(c) for c in found.get("also", ()))
    root.faults.check()
    return DocumentTypes(codes, also, names["state"], names["party"])
