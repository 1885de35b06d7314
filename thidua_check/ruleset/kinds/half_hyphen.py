"""A hyphen with a space on one side alone: ``vì người nghèo- Không để ai``, ``2020 -2025``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.prose import addresses, covered, in_spans, prose, symbol_spans
from thidua_check.ruleset.model import Hit, Kind

# "nghèo- Không", "tế -xã", "2020 -2025", "khéo”- Năm".
_HALF = re.compile(r"(?<=[\w”)])(?:[-–][ \u00a0]+|[ \u00a0]+[-–])(?=[\w“])")
# The word before and behind: "nghèo", "2020".
_WORD_BEFORE = re.compile(r"[^\s(“\"]+$")
_WORD_BEHIND = re.compile(r"[“\"]?[\w/]+")
_WINDOW = 40
# First syllables of borrowed words, which are written solid: "vắc-xin", "ki-lô-gam", "pa-nô", "các-bon".
_BORROWED = frozenset({"vắc", "ki", "pa", "các", "in", "ra", "ti", "mê", "xi", "cla", "át"})


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report, as one finding for words and one for periods, the hyphens with one space."""
    symbols = symbol_spans(draft)
    for paragraph in prose(draft):
        text = paragraph.text
        if "-" not in text and "–" not in text:
            continue
        skipped = addresses(text)
        for match in _HALF.finditer(text):
            start, end = match.span()
            if not covered(skipped, start, end) and not in_spans(symbols, paragraph, start - 1, end):
                yield from _hit(paragraph, start, end)


def _hit(paragraph: Paragraph, start: int, end: int) -> Iterator[Hit]:
    text = paragraph.text
    before = _WORD_BEFORE.search(text, max(0, start - _WINDOW), start)
    behind = _WORD_BEHIND.match(text, end)
    if before is None or behind is None or "/" in before.group() or "/" in behind.group():
        return
    one, other = before.group(), behind.group()
    digits = one[-1:].isdigit(), other[:1].isdigit()
    if digits == (True, True):
        variant, repair = "period", f"{one}-{other}"
    elif any(digits) or _code(one) or _negative(text, start, end):
        return
    else:
        variant, repair = "default", f"{one}-{other}" if one.lower() in _BORROWED else f"{one} - {other}"
    passage = Passage(paragraph, before.start(), behind.end())
    yield Hit(passage, {"repair": repair}, variant=variant, fold=variant, replacement=repair, safe=True)


def _code(word: str) -> bool:
    """Whether a word is a label or the beginning of a symbol (``a``, ``QĐ``) and not of a compound."""
    return len(word.strip("().")) == 1 or (word.isupper() and len(word) <= len("NQLT"))


def _negative(text: str, start: int, end: int) -> bool:
    """Whether the dash begins an item behind the end of another one (``mới) -Tổ chức``)."""
    return text[start - 1] == ")" and text[start] in " \u00a0"


_PROVIDES = frozenset({"repair"})
KIND = Kind("half_hyphen", check, Params, {"default": _PROVIDES, "period": _PROVIDES})
