"""One thing with two figures: ``tổng vốn huy động`` here and again with another amount."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.statements import Statement, is_telling, scope_of
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.reports import NO_REPORT, is_report
from thidua_check.ruleset.kinds.said import statements_of
from thidua_check.ruleset.model import Hit, Kind, NotApplicable


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report two figures that are said of one thing; only asked where they stand in different paragraphs."""
    if not is_report(draft):
        return NO_REPORT
    telling = [s for statements in statements_of(draft, least=1) for s in statements if is_telling(s)]
    return [hit for group in _groups(telling) for hit in _hits(group)]


def _groups(statements: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Yield the statements of one thing at one time and place."""
    groups: list[list[Statement]] = []
    for statement in statements:
        for group in groups:
            if group[0].same_thing(statement) and scope_of(group[0]).fits(scope_of(statement)):
                group.append(statement)
                break
        else:
            groups.append([statement])
    return (group for group in groups if len(group) > 1)


def _hits(group: Sequence[Statement]) -> Iterator[Hit]:
    """Yield both figures of a pair; three and more different ones are a series, of which each is of its own."""
    distinct: list[Statement] = []
    for statement in group:
        if not any(statement.same_value(known) for known in distinct):
            distinct.append(statement)
    if len(distinct) != 2:
        return
    first, second = distinct
    close = first.paragraph is second.paragraph and first.is_total
    values = {"thing": _thing(first), "first": _written(first).text, "second": _written(second).text}
    for this, other in ((second, first), (first, second)):
        yield Hit(
            _written(this),
            values,
            variant="default" if close else "apart",
            outcome="fail" if close else "review",
            related=((_written(other), Words("con số kia", "the other figure")),),
            fold=f"{first.paragraph.block}:{first.quantity.start}",
        )


def _thing(statement: Statement) -> str:
    return statement.label if statement.words else statement.quantity.noun


def _written(statement: Statement) -> Passage:
    return statement.quantity.extent or statement.quantity.passage


_PROVIDED = frozenset({"thing", "first", "second"})
KIND = Kind("contradiction", check, Params, {"default": _PROVIDED, "apart": _PROVIDED})
