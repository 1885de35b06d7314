"""Words that fell out between two."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.text import fold
from thidua_check.words.gaps import gaps
from thidua_check.words.lexicon import load_lexicon
from thidua_check.words.printing import modern
from thidua_check.words.stretches import wording


@frozen
class Params:
    """``halves`` are words that stand only behind the other half of a compound: ``đua`` behind ``thi``."""

    halves: tuple[str, ...] = ()


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report two neighbours between which a third word is wanting."""
    halves = frozenset(map(fold, params.halves))
    for gap in gaps(wording(draft.document), load_lexicon(), halves):
        first = gap.stretch.passage(gap.index, gap.index).text
        second = gap.stretch.passage(gap.index + 1, gap.index + 1).text
        missing = modern(gap.missing)
        shown = missing.upper() if first.isupper() and second.isupper() else missing
        repair = f"{first} {shown} {second}"
        yield Hit(
            gap.stretch.passage(gap.index, gap.index + 1),
            {"missing": shown, "repair": repair},
            replacement=repair,
        )


KIND = Kind("missing_word", check, Params, {"default": frozenset({"missing", "repair"})})
