"""Round brackets that are not closed or not opened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.prose import last_words, prose
from thidua_check.ruleset.model import Hit, Kind

_BRACKET = re.compile(r"[()]")
# What ends in a bracket without opening one: "a)", "10)", "đ1)", "iv)", "1.a)", "aa)"; not the word "xã)".
_LABEL = re.compile(
    r"(?:^|[\s(;,./*“\"–-])(?:[^\W_]|([a-z])\1|[ivx]{1,5}|[IVX]{1,5}|\d{1,3}(?:\.\d{1,2}){0,3}[a-zđ]?|[a-zđ]\d{1,2}|\*+)\.?$"
)
_SHOWN = 6
_WINDOW = 80


@frozen
class Params:
    """``reach`` is how many paragraphs a bracket may run on."""

    reach: int = 12


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report opening brackets that are never closed and closing ones that were never opened."""
    judged = {(p.part, p.block) for p in prose(draft)}
    for paragraph, at, opens in _lone(draft.document.everything, params.reach):
        if (paragraph.part, paragraph.block) in judged:
            yield _unclosed(paragraph, at) if opens else _unopened(paragraph, at)


def _lone(paragraphs: Iterable[Paragraph], reach: int) -> Iterator[tuple[Paragraph, int, bool]]:
    """Yield the brackets without a partner, and whether they open; a pair may run over paragraphs."""
    waiting: list[tuple[int, Paragraph, int]] = []
    for place, paragraph in enumerate(paragraphs):
        while waiting and place - waiting[0][0] > reach:
            yield *waiting.pop(0)[1:], True
        if "(" not in paragraph.text and ")" not in paragraph.text:
            continue
        opened, closing = _unbalanced(paragraph.text)
        for at in closing:
            if waiting:
                waiting.pop()
            else:
                yield paragraph, at, False
        waiting += [(place, paragraph, at) for at in opened]
    for _, paragraph, at in waiting:
        yield paragraph, at, True


def _unbalanced(text: str) -> tuple[Sequence[int], Sequence[int]]:
    """Return the offsets of the brackets without a partner: opening ones, closing ones."""
    opened: list[int] = []
    closing: list[int] = []
    for match in _BRACKET.finditer(text):
        at = match.start()
        if match.group() == "(":
            opened.append(at)
        elif opened:
            opened.pop()
        elif not _LABEL.search(text, max(0, at - 12), at) and text[at - 1 : at] not in (":", ""):
            closing.append(at)
    return opened, closing


def _unclosed(paragraph: Paragraph, at: int) -> Hit:
    words = list(re.finditer(r"\S+", paragraph.text[at : at + _WINDOW]))[:_SHOWN]
    passage = Passage(paragraph, at, at + words[-1].end())
    return Hit(passage, fold=passage.text)


def _unopened(paragraph: Paragraph, at: int) -> Hit:
    passage = last_words(paragraph, at + 1, _SHOWN)
    return Hit(passage, variant="unopened", fold=passage.text)


KIND = Kind("lone_bracket", check, Params, {"default": frozenset(), "unopened": frozenset()})
