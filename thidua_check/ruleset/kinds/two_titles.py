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
    """Report, with both places, mentions of one document that name two movements or have hardly a word in common."""
    for number, document in enumerate(ledger(draft.facts.citations)):
        titled = [
            citation for citation in document.mentions if citation.full_title and citation.title_passage
        ]
        other = next((c for c in titled[1:] if _differ(titled[0], c, params)), None)
        if other is None or other.title_passage is None:
            continue
        note = Words("trích yếu ghi ở đây", "the title given here")
        values = {"document": other.passage.text, "other": " ".join(other.title_passage.text.split())}
        related = ((other.title_passage, note),)
        for citation in (titled[0], other):
            yield Hit(citation.passage, values, fold=f"{number}", related=related)


def _differ(one: Citation, other: Citation, params: Params) -> bool:
    """Whether two titles name two movements in quotes, or share too few words."""
    first, second = one.full_title or "", other.full_title or ""
    named, renamed = _QUOTED.search(fold(first)), _QUOTED.search(fold(second))
    if named and renamed:
        return set(bare(named[1]).split()) != set(bare(renamed[1]).split())
    mine, its = set(bare(first).split()), set(bare(second).split())
    if min(len(mine), len(its)) < params.words:
        return False
    return 100 * len(mine & its) < params.percent * min(len(mine), len(its))


# The first name in quotes of a folded title.
_QUOTED = re.compile(r'"([^"]{8,200})"')
PROVIDES = frozenset({"document", "other"})
KIND = Kind("two_titles", check, Params, {"default": PROVIDES})
