"""One thing with two figures: ``tổng vốn huy động`` here and again with another amount."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.quantities import Quantity
from thidua_check.extract.standing import find_remainders, find_rivals, find_standing
from thidua_check.extract.statements import Echo, Statement, find_echoes, is_telling, same_value, scope_of
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.reports import NO_REPORT, is_report
from thidua_check.ruleset.kinds.said import (
    blocks_of_parts,
    blocks_of_plans,
    figures_by_paragraph,
    statements_of,
)
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

# More figures than this in the same words are a table in prose.
_MOST = 24
_Figure = TypeVar("_Figure", Echo, Statement)


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report two figures that are said of one thing; only asked where the words leave room for two things."""
    if not is_report(draft):
        return NO_REPORT
    telling = [s for statements in statements_of(draft, least=1) for s in statements if is_telling(s)]
    found = chain(
        (hit for group in _echoes(draft) for hit in _echo_hits(group)),
        (hit for group in _groups(telling) for hit in _said_hits(group)),
        _rival_hits(draft),
        _remainder_hits(draft),
    )
    return list(_once(found))


def _once(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield the findings without a second one on the same figure."""
    known: dict[tuple[int, int], str | None] = {}
    for hit in hits:
        place = (hit.passage.paragraph.block, hit.passage.start)
        if known.setdefault(place, hit.fold) == hit.fold:
            yield hit


def _rival_hits(draft: Draft) -> Iterator[Hit]:
    """Yield the standing figures that differ; those under a heading on a part or a plan are left out."""
    elsewhere = blocks_of_parts(draft) | blocks_of_plans(draft)
    standing = [
        found
        for quantities in figures_by_paragraph(draft)
        if quantities[0].passage.paragraph.block not in elsewhere
        for found in find_standing(quantities)
    ]
    for rivals in find_rivals(standing, draft.as_of.date.year if draft.as_of.date else None):
        yield from _hits(rivals.first.written, rivals.second.written, rivals.first.thing, sure=rivals.sure)


def _remainder_hits(draft: Draft) -> Iterator[Hit]:
    """Yield what is said to be left of a share and does not fit it."""
    for quantities in figures_by_paragraph(draft):
        for remainder in find_remainders(quantities):
            some, whole = remainder.share
            share = Passage(some.passage.paragraph, some.start, whole.end)
            yield Hit(
                _written(remainder.left),
                {"share": share.text, "expected": f"{remainder.expected:f}"},
                variant="remainder" if remainder.sure else "remainder_apart",
                outcome="fail" if remainder.sure else "review",
                related=((share, Words("phần đã nêu", "the share before it")),),
            )


def _echoes(draft: Draft) -> Iterable[list[Echo]]:
    """Return the figures that stand behind the same words, by these words."""
    groups: dict[tuple[str, ...], list[Echo]] = {}
    for quantities in figures_by_paragraph(draft):
        for echo in find_echoes(quantities[0].passage.paragraph, quantities):
            groups.setdefault(echo.key, []).append(echo)
    return (group for group in groups.values() if len(group) > 1)


def _echo_hits(group: Sequence[Echo]) -> Iterator[Hit]:
    pair = _two(group)
    if pair is not None and pair[0].scope == pair[1].scope:
        written = (_written(pair[0].quantity), _written(pair[1].quantity))
        yield from _hits(*written, pair[0].thing, sure=bool(pair[0].scope))


def _groups(statements: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Yield the statements of one thing at one time and place."""
    alike: dict[tuple[object, ...], list[Statement]] = {}
    for statement in statements:
        key = (statement.words, statement.quantity.unit, statement.quantity.noun)
        alike.setdefault(key, []).append(statement)
    for bucket in alike.values():
        if 1 < len(bucket) <= _MOST:
            yield from _by_scope(bucket)


def _by_scope(statements: Sequence[Statement]) -> Iterator[list[Statement]]:
    groups: list[list[Statement]] = []
    for statement in statements:
        for group in groups:
            if group[0].same_thing(statement) and scope_of(group[0]).fits(scope_of(statement)):
                group.append(statement)
                break
        else:
            groups.append([statement])
    yield from (group for group in groups if len(group) > 1)


def _said_hits(group: Sequence[Statement]) -> Iterator[Hit]:
    pair = _two(group)
    if pair is not None:
        first, second = pair
        thing = first.label if first.words else f"{first.quantity.noun} {first.tail}".strip()
        close = (first.paragraph is second.paragraph and first.is_total) or _is_dated(first, second)
        yield from _hits(_written(first.quantity), _written(second.quantity), thing, sure=close)


def _is_dated(first: Statement, second: Statement) -> bool:
    """Tell whether the same count with the same words behind it is said of one stated year."""
    years = scope_of(first).years
    return bool(years) and years == scope_of(second).years and not first.words and first.tail == second.tail


def _two(group: Sequence[_Figure]) -> tuple[_Figure, _Figure] | None:
    """Return the two whose values differ; three and more different ones are a series, of which each is of its own."""
    distinct: list[_Figure] = []
    for each in group[:_MOST]:
        if not any(same_value(each.quantity, known.quantity) for known in distinct):
            distinct.append(each)
    return (distinct[0], distinct[1]) if len(distinct) == 2 else None


def _hits(first: Passage, second: Passage, thing: str, *, sure: bool) -> Iterator[Hit]:
    """Yield both figures, the later one first, as one finding."""
    values = {"thing": thing, "first": first.text, "second": second.text}
    for this, other in ((second, first), (first, second)):
        yield Hit(
            this,
            values,
            variant="default" if sure else "apart",
            outcome="fail" if sure else "review",
            related=((other, Words("con số kia", "the other figure")),),
            fold=f"{first.paragraph.block}:{first.start}",
        )


def _written(quantity: Quantity) -> Passage:
    return quantity.extent or quantity.passage


_PROVIDED = frozenset({"thing", "first", "second"})
_SHARED = frozenset({"share", "expected"})
KIND = Kind(
    "contradiction",
    check,
    Params,
    {"default": _PROVIDED, "apart": _PROVIDED, "remainder": _SHARED, "remainder_apart": _SHARED},
)
