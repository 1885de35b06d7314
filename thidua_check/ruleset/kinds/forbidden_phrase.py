"""Phrases that an office does not want in its documents, with what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.folding import folded
from thidua_check.ruleset.kinds.places import Where, passages_in, spans
from thidua_check.ruleset.kinds.prose import covered, quotations
from thidua_check.ruleset.model import Hit, Kind


@frozen
class Params:
    """``phrases`` are the phrases, each with what to write instead, or nothing where it is simply to go.

    ``where`` is the place that is looked at. Letters are compared without case, and words as wholes; what stands in
    quotation marks is somebody else's and is left alone.
    """

    phrases: Mapping[str, str]
    where: Where = "everywhere"


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report each phrase, the longest where one holds another, as one finding with all its places."""
    for passage in passages_in(draft, params.where):
        text = folded(passage.paragraph.text)
        taken = quotations(passage.paragraph.text)
        for phrase in sorted(filter(str.strip, params.phrases), key=len, reverse=True):
            for start, end in spans(passage, text, phrase):
                if not covered(taken, start, end):
                    taken.append((start, end))
                    yield _hit(Passage(passage.paragraph, start, end), phrase, params.phrases[phrase])


def _hit(passage: Passage, phrase: str, instead: str) -> Hit:
    if not instead:
        return Hit(passage, variant="bare", fold=phrase)
    right = instead[0].upper() + instead[1:] if passage.text[0].isupper() else instead
    right = right.upper() if len(passage.text) > 1 and passage.text.isupper() else right
    return Hit(passage, {"repair": right}, fold=phrase, replacement=right)


KIND = Kind("forbidden_phrase", check, Params, {"default": frozenset({"repair"}), "bare": frozenset()})
