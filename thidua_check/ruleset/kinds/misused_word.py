"""Words that exist but hardly stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Confidence, Level
from thidua_check.ruleset.kinds.confusions import Confused, confused
from thidua_check.ruleset.kinds.mixed_term import load_terms
from thidua_check.ruleset.kinds.prose import Spans, in_spans, passage_spans
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.words.evidence import bond
from thidua_check.words.lexicon import Lexicon, load_lexicon
from thidua_check.words.printing import printed_like
from thidua_check.words.slips import HELD, Slip, slips
from thidua_check.words.stretches import wording

# Two pairs of which neither is this many times as common as the other are both shown.
_ALIKE = 4


@frozen
class Params:
    """Scores (logarithm of the odds) from which a word is told: as ``sure``, ``likely`` or ``possible``.

    ``goods`` are crops, animals and goods, which stand beside any word; ``units`` those that a number may stand before.
    """

    sure: Decimal = Decimal("8")
    likely: Decimal = Decimal("5.2")
    possible: Decimal = Decimal("4")
    goods: tuple[str, ...] = ()
    units: tuple[str, ...] = ()


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report the known confusions, and words for which their neighbours want another that differs by one change."""
    known = list(confused(draft.document.everything))
    yield from map(_known, known)
    yield from _slips(draft, params, passage_spans(found.passage for found in known))


def _known(found: Confused) -> Hit:
    return Hit(
        found.passage,
        {"word": found.word, "meant": found.meant, "repair": found.right},
        fold=f"{found.passage.text.lower()}|{found.meant.lower()}",
        replacement=found.right,
    )


def _slips(draft: Draft, params: Params, told: Spans) -> Iterator[Hit]:
    """Yield the words that their neighbours do not want, but for those that are told already."""
    lexicon = load_lexicon()
    for slip in slips(wording(draft.document), lexicon, float(params.possible)):
        word = slip.stretch.passage(slip.index, slip.index)
        passage = _passage(slip, lexicon)
        meant = printed_like(slip.meant, word.text)
        text = passage.paragraph.text
        replacement = text[passage.start : word.start] + meant + text[word.end : passage.end]
        if _both_right(passage.text.lower(), replacement.lower()) or _meant_so(slip, params):
            continue
        if in_spans(told, word.paragraph, word.start, word.end):
            continue
        old = _as_formerly(slip.stretch.words[slip.index], slip.meant)
        likely = slip.score >= params.likely and not slip.signs["name"] and not old
        yield Hit(
            passage,
            {"word": word.text, "meant": meant, "repair": replacement},
            level=None if likely else Level.INFO,
            confidence=_confidence(slip, params, likely),
            fold=f"{passage.text.lower()}|{meant.lower()}",
            replacement=replacement,
        )


def _both_right(written: str, repair: str) -> bool:
    """Tell whether the two are accepted spellings of one word: "qui chế", "quy chế"."""
    return any(
        form in written and written.replace(form, forms[0]) == repair
        for forms in load_terms().spellings
        for form in forms[1:]
    )


def _meant_so(slip: Slip, params: Params) -> bool:
    """Tell whether the word may stand anywhere, is a unit behind its number, or differs in i and y, which no law settles."""
    word = slip.stretch.words[slip.index]
    if word in params.goods or word.translate(_I_TO_Y) == slip.meant.translate(_I_TO_Y):
        return True
    before = slip.stretch.paragraph.text[: slip.stretch.start].rstrip()
    return slip.index == 0 and word in params.units and before[-1:].isdigit()


_I_TO_Y = str.maketrans("iíìỉĩị", "yýỳỷỹỵ")


def _as_formerly(word: str, meant: str) -> bool:
    """Tell whether a word is spelt as some still do: "giầu" for "giàu", "trình bầy" for "trình bày".

    >>> _as_formerly("bầy", "bày"), _as_formerly("cầu", "càu"), _as_formerly("tấp", "cấp")
    (True, True, False)
    """
    return _FORMER_RHYME.sub(lambda m: _PLAIN_RHYME[m[1]] + m[2], word) == meant


_PLAIN_RHYME = {"ầ": "à", "ẩ": "ả", "ậ": "ạ", "ấ": "á", "ẫ": "ã"}
_FORMER_RHYME = re.compile(r"([ầẩậấẫ])([uy])$")


def _confidence(slip: Slip, params: Params, likely: bool) -> Confidence:
    if not likely:
        return Confidence.LOW
    return Confidence.HIGH if slip.score >= params.sure else Confidence.MEDIUM


def _passage(slip: Slip, lexicon: Lexicon) -> Passage:
    """Return the word with the neighbours with which the other word is a compound, or makes the commoner pair."""
    words, i = slip.stretch.words, slip.index
    meant = lexicon.ids.get(slip.meant)
    left = lexicon.ids.get(words[i - 1]) if i else None
    right = lexicon.ids.get(words[i + 1]) if i + 1 < len(words) else None
    before, after = _strength(lexicon, left, meant), _strength(lexicon, meant, right)
    if 1 <= max(before, after) < _ALIKE * min(before, after):
        return slip.stretch.passage(i - 1, i + 1)
    if i + 1 < len(words) and (after > before or not i):
        return slip.stretch.passage(i, i + 1)
    return slip.stretch.passage(i - 1, i)


def _strength(lexicon: Lexicon, first: int | None, second: int | None) -> float:
    """Return how often two words stand together where they are a compound, else how close they are, below 1."""
    if first is None or second is None:
        return -1.0
    closeness = bond(lexicon, first, second)
    return lexicon.pair(first, second) if closeness > HELD else closeness / 10


KIND = Kind("misused_word", check, Params, {"default": frozenset({"word", "meant", "repair"})})
