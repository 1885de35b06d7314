"""Names of organs and how they are written wrong, as ``rules/registry/organs.yaml`` has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from thidua_check.registry import Source, load_registry, pack_source, per_pack
from thidua_check.text import fold

# What may stand between the parts of a name: " và ", " - ", "-", ", ", " & ", or a space alone.
_LINK = r"(\s*[-,&]\s*|\s+và\s+|\s+)"
_PARTS = re.compile(r" và | - |, ")


@frozen
class OrganName:
    """One name as printed, ``before`` the words of which one begins it. ``pattern`` finds it in folded text with the word before it, however its parts are joined.

    ``first`` is its folded first part, without which it is not there; ``others`` are words that must not follow it.
    """

    name: str
    before: tuple[str, ...]
    first: str
    pattern: re.Pattern[str]
    others: tuple[str, ...] = ()
    source: Source | None = None

    def places(self, folded: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a folded text."""
        at = folded.find(self.first)
        while at >= 0:
            match = self.pattern.search(folded, max(0, at - _LEAD), at + _REACH)
            if match and not any(folded.startswith(word, match.end() + 1) for word in self.others):
                yield match
            at = folded.find(self.first, match.end() if match else at + 1)


# How far before its first part the word before a name may begin, and how far behind it the name may end.
_LEAD, _REACH = 14, 120


@per_pack
def organ_cues() -> frozenset[str]:
    """Return the words of which a paragraph with an organ's name holds one, as printed and in capitals."""
    words = {word for organ in load_organ_names() for word in organ.before}
    return frozenset({*words, *(word.upper() for word in words)})


@per_pack
def load_organ_names() -> tuple[OrganName, ...]:
    """Return the registry; raise RulePackError if its file is wrong."""
    root = load_registry("organs")
    found: list[OrganName] = []
    for entry in root.items():
        entry.keys(("before", "name", "not_before"), ("before", "name"))
        table = entry.table()
        if not {"before", "name"} <= set(table):
            continue
        name = table["name"].text()
        others = tuple(fold(w) for w in table["not_before"].texts()) if "not_before" in table else ()
        before = "|".join(re.escape(fold(word)) for word in table["before"].texts())
        parts = [re.escape(fold(part)).replace(r"\ ", r"\s+") for part in _PARTS.split(name)]
        pattern = re.compile(rf"\b(?:{before})\s+{_LINK.join(parts)}\b")
        found.append(
            OrganName(
                name,
                table["before"].texts(),
                fold(_PARTS.split(name)[0]),
                pattern,
                others,
                pack_source(entry),
            )
        )
    root.faults.check()
    return tuple(found)
