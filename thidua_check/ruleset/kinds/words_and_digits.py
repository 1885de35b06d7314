"""Amounts in words against the figure before them: ``5.000.000 đồng (bằng chữ: Năm triệu đồng)``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.closing import as_printed
from thidua_check.extract.number_words import read_number_words
from thidua_check.findings import Words
from thidua_check.ruleset.model import Hit, Kind

# Directly behind a figure: " (bằng chữ: Năm triệu đồng)", ". Bằng chữ: năm triệu đồng chẵn./.".
_IN_WORDS = re.compile(
    r"(?i)[\s.,;]{0,3}\(?(?:số tiền\s)?(?:viết\s|ghi\s)?bằng chữ(?:\slà)?\s?:?\s?(?P<words>[^\W\d][^()\d;:]{2,160})"
)


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report each amount in words that is another number than the figure before it."""
    for quantity in draft.facts.quantities:
        text = quantity.passage.paragraph.text
        match = _IN_WORDS.match(text, quantity.end)
        said = read_number_words(match["words"]) if match else None
        if match is None or said is None or quantity.value is None:
            continue
        if said == quantity.value:
            continue
        words = match["words"].rstrip(" .,/")
        passage = Passage(quantity.passage.paragraph, match.start("words"), match.start("words") + len(words))
        figure = quantity.extent or quantity.passage
        values = {"figure": figure.text, "said": as_printed(said, quantity)}
        yield Hit(passage, values, related=((figure, Words("con số", "the figure")),))


KIND = Kind("words_and_digits", check, Params, {"default": frozenset({"figure", "said"})})
