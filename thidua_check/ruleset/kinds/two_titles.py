"""One document cited with two titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.extract.citations import Citation
from thidua_check.extract.ledger import ledger
from thidua_check.findings import Words
from thidua_check.outline.movements import bare
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.text import fold


@frozen
class Params:
    """Titles of at least ``words`` words with less than ``percent`` of the shorter one in common are two."""

    words: int = 6
    percent: int = 40


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report mentions of one document whose titles name two movements, or have hardly a word in common."""
    for document in ledger(draft.facts.citations):
        titled = [
            citation for citation in document.mentions if citation.full_title and citation.title_passage
        ]
        for citation in titled[1:]:
            variant = _differ(titled[0], citation, params)
            if variant is not None and citation.title_passage is not None:
                note = Words("trích yếu ghi ở chỗ khác", "the title given elsewhere")
                other = titled[0].title_passage or titled[0].passage
                values = {"document": citation.passage.text, "other": " ".join(other.text.split())}
                yield Hit(citation.passage, values, variant=variant, related=((other, note),))
                break


def _differ(one: Citation, other: Citation, params: Params) -> str | None:
    first, second = one.full_title or "", other.full_title or ""
    named, renamed = _QUOTED.search(fold(first)), _QUOTED.search(fold(second))
    if named and renamed:
        return "default" if set(bare(named[1]).split()) != set(bare(renamed[1]).split()) else None
    mine, its = set(bare(first).split()), set(bare(second).split())
    if min(len(mine), len(its)) < params.words:
        return None
    return "default" if 100 * len(mine & its) < params.percent * min(len(mine), len(its)) else None


# The first name in quotes of a folded title.
_QUOTED = re.compile(r'"([^"]{8,200})"')
PROVIDES = frozenset({"document", "other"})
KIND = Kind("two_titles", check, Params, {"default": PROVIDES})
