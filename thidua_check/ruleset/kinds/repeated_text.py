"""Passages that a draft says twice, or that stand in another draft word for word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Literal

from attrs import evolve, frozen

from thidua_check.document import Document, Passage
from thidua_check.draft import Draft
from thidua_check.extract.copies import Copy, find_copies, find_repeats, find_twins
from thidua_check.extract.letters import CAPITAL
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.own_words import beginning, own_words, running_text, shown
from thidua_check.ruleset.kinds.reports import NO_REPORT, is_report
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

# A sentence of so many words is hardly said twice in one section by chance.
_LEAST_SENTENCE = 8
# An item of a list that names a person with a post: "ông Đặng Văn Thử, Trưởng thôn", "bà Lê Thị Ví (thôn 2)".
_PERSON = re.compile(
    rf"(?:^\W*|[;:]\s)(?P<person>(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Ee]m|[Tt]hầy|[Cc]ô|[Đđ]ồng chí)(?:\s{CAPITAL}[^\W\d_]*){{2,5}})(?=\s?[,;(]|\s[-–]\s)"
)


@frozen
class Params:
    """``least`` is how many words of its own a passage must share; ``marked`` how many of them a finding marks.

    ``within`` looks for repeats in the draft itself, ``others`` for copies from other drafts.
    """

    of: Literal["within", "others"] = "within"
    least: int = 35
    marked: int = 36


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report the later of two places with the same words; copies from another draft say which."""
    if not is_report(draft):
        return NO_REPORT
    if params.of == "within":
        return list(_repeats(draft, params))
    if not draft.against:
        return NotApplicable(
            Words("không có báo cáo khác để đối chiếu (--against)", "no other draft was given (--against)")
        )
    return [hit for other in draft.against for hit in _copies(draft, other, params)]


def _repeats(draft: Draft, params: Params) -> Iterator[Hit]:
    told: list[Passage] = []
    for copy in find_repeats(running_text(draft), params.least):
        if own_words(draft, copy.passage) >= params.least:
            told.append(copy.passage)
            yield _again(draft, copy, params)
    for copy in _twins(draft):
        if not any(copy.passage.within(passage) for passage in told):
            told.append(copy.passage)
            one = copy.passage.paragraph is copy.source.paragraph
            variant, outcome = _TWIN[one]
            yield evolve(_again(draft, copy, params), variant=variant, outcome=outcome)
    for hit in _persons(draft):
        if not any(hit.passage.within(passage) for passage in told):
            yield hit


def _again(draft: Draft, copy: Copy, params: Params) -> Hit:
    note = Words("đã viết lần đầu ở đây", "said here first")
    hit = _hit(copy, params, _where(draft, copy.source))
    return evolve(hit, related=((copy.source, note),))


def _twins(draft: Draft) -> Iterator[Copy]:
    """Yield the sentences and clauses that one section says twice word for word."""
    sections: dict[tuple[str, ...], list[Passage]] = {}
    for passage in running_text(draft):
        sections.setdefault(draft.anatomy.path_at(passage.paragraph, passage.start), []).append(passage)
    for passages in sections.values():
        for copy in find_twins(passages, _LEAST_SENTENCE):
            if own_words(draft, copy.passage) >= _LEAST_SENTENCE:
                yield copy


def _persons(draft: Draft) -> Iterator[Hit]:
    """Yield the persons who stand twice in one list."""
    for passage in running_text(draft):
        listed: dict[str, Passage] = {}
        for item in _PERSON.finditer(passage.paragraph.text, passage.start, passage.end):
            named = Passage(passage.paragraph, *item.span("person"))
            first = listed.setdefault(item["person"].lower(), named)
            if first is not named:
                note = Words("đã nêu lần đầu ở đây", "named here first")
                yield Hit(named, {}, variant="person", outcome="review", related=((first, note),))


def _copies(draft: Draft, other: Document, params: Params) -> Iterator[Hit]:
    theirs = (Passage.whole(p) for p in other.paragraphs if p.cell is None)
    for copy in find_copies(running_text(draft), theirs, params.least):
        if own_words(draft, copy.passage) >= params.least:
            yield _hit(copy, params, Words(PurePath(other.path).name))


def _hit(copy: Copy, params: Params, where: Words) -> Hit:
    values: dict[str, str | Words] = {
        "beginning": shown(copy.passage),
        "words": str(copy.words),
        "where": where,
    }
    return Hit(beginning(copy.passage, params.marked), values)


def _where(draft: Draft, source: Passage) -> Words:
    path = draft.anatomy.path_at(source.paragraph, source.start)
    if not path:
        return Words("phần trên", "above")
    label = ".".join(path)
    return Words(f"mục {label}", f"section {label}")


# Which variant speaks of a sentence said twice: in one paragraph, or in two of one section.
_TWIN: dict[bool, tuple[str, Literal["fail", "review"]]] = {
    True: ("sentence", "fail"),
    False: ("apart", "review"),
}
_PROVIDED = frozenset({"beginning", "words", "where"})
KIND = Kind(
    "repeated_text",
    check,
    Params,
    {"default": _PROVIDED, "sentence": _PROVIDED, "apart": _PROVIDED, "person": frozenset()},
)
