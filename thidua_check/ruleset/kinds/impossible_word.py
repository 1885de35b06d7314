"""Words that cannot be Vietnamese syllables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.words.lexicon import load_lexicon
from thidua_check.words.loanwords import load_loanwords
from thidua_check.words.nonwords import Abbreviation, Nonword, nonwords, odd_abbreviations
from thidua_check.words.printing import printed_like
from thidua_check.words.stretches import wording

_VARIANTS = {"repair": "default", "unknown": "unknown", "joined": "joined", "broken": "broken"}


@frozen
class Params:
    """``most`` is how many such words in a thousand a draft may have before its text is taken to be damaged."""

    most: int = 12


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report words that are none, each with the word that was meant where the neighbours tell it."""
    words = wording(draft.document)
    loanwords = load_loanwords()
    found = list(nonwords(words, load_lexicon(), loanwords))
    total = sum(len(stretch.words) for stretch in words.stretches)
    if len(found) * 1000 > params.most * max(total, 2000):
        first = found[0]
        passage = first.stretch.passage(first.first, first.last)
        yield Hit(passage, {"found": str(len(found))}, variant="damaged", outcome="review")
        return
    for nonword in found:
        yield _hit(nonword)
    for odd in odd_abbreviations(words, loanwords.abbreviations):
        yield _abbreviation(odd)


def _hit(nonword: Nonword) -> Hit:
    passage = nonword.stretch.passage(nonword.first, nonword.last)
    variant = _VARIANTS[nonword.fault]
    if nonword.meant is None:
        return Hit(passage, variant=variant, fold=passage.text.lower())
    meant = printed_like(nonword.meant, passage.text)
    return Hit(passage, {"meant": meant}, variant, fold=passage.text.lower(), replacement=meant)


def _abbreviation(odd: Abbreviation) -> Hit:
    passage = odd.stretch.passage(odd.index, odd.index)
    return Hit(passage, {"meant": odd.meant}, fold=passage.text, replacement=odd.meant)


def _provided() -> dict[str, frozenset[str]]:
    names: Sequence[str] = ("default", "joined", "broken")
    return {
        **{name: frozenset({"meant"}) for name in names},
        "unknown": frozenset(),
        "damaged": frozenset({"found"}),
    }


KIND = Kind("impossible_word", check, Params, _provided())
