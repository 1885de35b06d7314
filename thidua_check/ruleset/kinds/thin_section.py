"""Sections that answer a required item in a sentence or two, without a figure, a date or a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.clauses import frame_of
from thidua_check.extract.letters import CAPITAL
from thidua_check.findings import Words
from thidua_check.outline.case import ANSWERED, quoted
from thidua_check.outline.model import OutlineMap
from thidua_check.ruleset.kinds.own_words import beginning
from thidua_check.ruleset.kinds.reports import NO_REPORT, is_report
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold

# Something to hold on to: a figure, a quoted name, a proper name of two words inside a sentence.
_HOLD = re.compile(rf"[0-9]|[“\"]|[^\W\d_][,]?\s{CAPITAL}[^\W\d_]+\s{CAPITAL}")
_NIL = re.compile(r"(?<!\w)không(?!\w)|chưa có|chưa phát sinh")
_ELSEWHERE = re.compile(r"phụ lục|kèm theo|đính kèm|như trên|đã nêu")
_MARKED = 10


@frozen
class Params:
    """``titles`` are words of items that ask for results; ``sentences`` and ``words`` are the most a thin one has."""

    titles: tuple[str, ...] = ()
    sentences: int = 2
    words: int = 110


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report the first words of such sections, for the items of an outline that was given."""
    if not is_report(draft):
        return NO_REPORT
    given = [found for found in draft.outlines if found.how == "given"]
    if not given:
        return NotApplicable(Words("không có đề cương được chỉ định", "no outline was given"))
    return [hit for found in given for hit in _thin(draft, found, params)]


def _thin(draft: Draft, found: OutlineMap, params: Params) -> Iterator[Hit]:
    for match in found.matches:
        item = match.item
        asked = any(r.kind != "topic" for r in item.requires)
        if match.verdict not in ANSWERED or item.level > 2 or asked or len(match.sections) != 1:
            continue
        section = match.sections[0]
        if section.children or not any(word in fold(item.title) for word in params.titles):
            continue
        passages = tuple(p for p in section.content if p.text.strip())
        if passages and _is_thin(passages, params):
            yield Hit(beginning(passages[0], _MARKED), {"section": quoted(section)})


def _is_thin(passages: tuple[Passage, ...], params: Params) -> bool:
    text = " ".join(p.text.strip() for p in passages)
    if len(text.split()) > params.words or any(p.paragraph.cell is not None for p in passages):
        return False
    folded = fold(text)
    if _HOLD.search(text) or _NIL.search(folded) or _ELSEWHERE.search(folded):
        return False
    return len(frame_of(text).ends) <= params.sentences


KIND = Kind("thin_section", check, Params, {"default": frozenset({"section"})})
