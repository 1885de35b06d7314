"""Words that are no syllables and yet stand in Vietnamese prose, as ``rules/registry/loanwords.yaml`` has them."""

from __future__ import annotations

from attrs import frozen

from thidua_check.registry import load_registry, per_pack
from thidua_check.text import fold


@frozen
class Loanwords:
    """``words`` are folded; ``abbreviations`` as printed."""

    words: frozenset[str]
    abbreviations: frozenset[str]


@per_pack
def load_loanwords() -> Loanwords:
    """Return the registry of borrowed words; raise RulePackError if its file is wrong."""
    root = load_registry("loanwords")
    root.keys(("words", "abbreviations"), ("words", "abbreviations"))
    table = root.table()
    words = frozenset(
        part for word in fold(" ".join(table["words"].texts())).split() for part in (word, *word.split("-"))
    )
    found = Loanwords(words, frozenset(table["abbreviations"].texts()))
    root.faults.check()
    return found
