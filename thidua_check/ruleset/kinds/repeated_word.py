"""Words written twice in a row."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.findings import Confidence, Level
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.text import fold
from thidua_check.words.lexicon import load_lexicon
from thidua_check.words.repeats import repeats
from thidua_check.words.stretches import wording


@frozen
class Params:
    """``tools`` are words of grammar, never doubled; ``doubled`` are words that may be said twice."""

    tools: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report one to four words that stand twice without a sign between them."""
    tools, doubled = frozenset(map(fold, params.tools)), frozenset(map(fold, params.doubled))
    for repeat in repeats(wording(draft.document), load_lexicon(), tools, doubled):
        last = repeat.first + repeat.length - 1
        passage = repeat.stretch.passage(repeat.first, last + repeat.length)
        once = repeat.stretch.passage(repeat.first, last).text
        yield Hit(
            passage,
            {"once": once},
            level=None if repeat.sure else Level.INFO,
            confidence=None if repeat.sure else Confidence.LOW,
            fold=passage.text.lower(),
            replacement=once,
        )


KIND = Kind("repeated_word", check, Params, {"default": frozenset({"once"})})
