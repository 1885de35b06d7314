"""Passages that a draft says twice, or that stand in another draft word for word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Literal

from attrs import evolve, frozen

from thidua_check.document import Document, Passage
from thidua_check.draft import Draft
from thidua_check.extract.copies import Copy, find_copies, find_repeats
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.own_words import beginning, own_words, running_text, shown
from thidua_check.ruleset.kinds.reports import NO_REPORT, is_report
from thidua_check.ruleset.model import Hit, Kind, NotApplicable


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
    for copy in find_repeats(running_text(draft), params.least):
        if own_words(draft, copy.passage) >= params.least:
            note = Words("đã viết lần đầu ở đây", "said here first")
            hit = _hit(copy, params, _where(draft, copy.source))
            yield evolve(hit, related=((copy.source, note),))


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


_PROVIDED = frozenset({"beginning", "words", "where"})
KIND = Kind("repeated_text", check, Params, {"default": _PROVIDED})
