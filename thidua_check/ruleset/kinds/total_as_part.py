"""A total that equals one of the amounts beside it, and money spent beyond what was raised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.statements import Statement
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.reports import NO_REPORT, is_report
from thidua_check.ruleset.kinds.said import statements_of
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold_letters

# "đã vận động Quỹ ... được", "huy động được"
_RAISED = re.compile(r"(?<!\w)(?:vận động|huy động|quyên góp|thu)(?!\w)[^.;]{0,60}\s(?:được|đạt)\s$")
# ", đã trích quỹ ... huyện", " và chi hỗ trợ"; behind a semicolon somebody else may spend.
_SPENT = re.compile(r"^[^;]*(?<!\w)(?:trích|chi|sử dụng|giải ngân)(?!\w)[^.;]{0,60}$")

_MOST, _REACH = 10, 120


@frozen
class Params:
    """``of``: ``total`` for totals that equal a part, ``spending`` for money spent beyond what was raised."""

    of: Literal["total", "spending"] = "total"


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report the later figure of such a pair; the pair stands in one sentence."""
    if not is_report(draft):
        return NO_REPORT
    if params.of == "spending":
        return [
            hit
            for statements in statements_of(draft, least=2, word=" động ")
            for hit in _spending(statements)
        ]
    return [hit for statements in statements_of(draft, least=3, word="tổng ") for hit in _totals(statements)]


def _totals(statements: Sequence[Statement]) -> Iterator[Hit]:
    for place, total in enumerate(statements):
        beside = [
            s
            for s in statements[place + 1 : place + _MOST]
            if s.sentence == total.sentence
            and s.quantity.unit == total.quantity.unit != ""
            and not s.is_total
        ]
        equal = [s for s in beside if s.quantity.value == total.quantity.value]
        if total.is_total and equal and len(beside) > len(equal):
            yield _hit(equal[0], total, Words("tổng", "the total"))


def _spending(statements: Sequence[Statement]) -> Iterator[Hit]:
    folded = fold_letters(statements[0].paragraph.text) if statements else ""
    for raised, spent in pairwise(statements):
        one, two = raised.quantity, spent.quantity
        if raised.sentence != spent.sentence or not (one.unit == two.unit == "đồng"):
            continue
        if not _RAISED.search(
            folded[max(raised.sentence[0], one.start - _REACH) : one.start]
        ) or not _SPENT.search(folded[one.end : two.start]):
            continue
        if one.value is not None and two.value is not None and two.value > one.value:
            yield _hit(spent, raised, Words("số huy động được", "what was raised"))


def _hit(this: Statement, other: Statement, note: Words) -> Hit:
    values = {"other": _written(other).text, "label": other.label}
    return Hit(_written(this), values, related=((_written(other), note),))


def _written(statement: Statement) -> Passage:
    return statement.quantity.extent or statement.quantity.passage


KIND = Kind("total_as_part", check, Params, {"default": frozenset({"other", "label"})})
