"""A joint report held against the reports it was made from: the same indicator must add up.

Two amounts are of one indicator only where heading, words, unit with counted noun, and years are equal, and where each
report has it once; of two reports of one office nobody knows which one counts. What is not so is listed, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from thidua_check.batch.model import Amount, Row
from thidua_check.text import fold

Key = tuple[str, str, str, str]


class Sum(StrEnum):
    """What came of one indicator of the joint report."""

    AGREES = "agrees"
    DIFFERS = "differs"
    OPEN = "open"
    AMBIGUOUS = "ambiguous"
    SHARED = "shared"
    UNMATCHED = "unmatched"


@frozen
class Line:
    """One indicator of the joint report: ``parts`` are the units' paths with their amounts, ``total`` their sum.

    ``OPEN``: some units lack it and the sum of the others is less. ``AMBIGUOUS``: a report gives it more than once,
    with different values, or two reports of one office give it. ``SHARED``: most units have the very value of
    the joint report, as with the 19 criteria of a programme, which nobody adds up. ``UNMATCHED``: no unit has it.
    """

    amount: Amount
    verdict: Sum
    total: Decimal
    parts: tuple[tuple[str, Amount], ...] = ()
    lacking: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()


@frozen
class RollUp:
    """The joint report ``path``, its indicators, and what of the units' reports is in none of them.

    ``other_period`` are the reports on other years and ``copies`` those with the very bytes of the joint report, which
    were not added up; ``unread`` those that were not checked.
    """

    path: str
    lines: tuple[Line, ...]
    left: tuple[tuple[str, Amount], ...]
    other_period: tuple[str, ...]
    copies: tuple[str, ...]
    unread: tuple[str, ...]

    def count(self, verdict: Sum) -> int:
        """Return how many indicators have a verdict."""
        return sum(line.verdict is verdict for line in self.lines)


def roll_up(joint: Row, rows: Sequence[Row]) -> RollUp:
    """Return what comes of adding up the units' reports against the joint one."""
    copies = tuple(row.path for row in rows if row.sha256 is not None and row.sha256 == joint.sha256)
    readable = [row for row in rows if row.trouble is None and row.path not in copies]
    other = tuple(r.path for r in readable if r.years and joint.years and r.years != joint.years)
    units = [row for row in readable if row.path not in other]
    unread = tuple(row.path for row in rows if row.trouble is not None)
    by_unit = {row.path: _by_key(row.amounts) for row in units}
    wanted = _by_key(joint.amounts)
    absent = (*other, *unread)
    twins = _twins(units)
    lines = tuple(_line(key, own, by_unit, absent, twins) for key, own in wanted.items())
    left = tuple(
        (path, amount)
        for path, own in by_unit.items()
        for key, amounts in own.items()
        if key not in wanted
        for amount in amounts
    )
    return RollUp(joint.path, lines, left, other, copies, unread)


def _by_key(amounts: Sequence[Amount]) -> dict[Key, list[Amount]]:
    """Return the amounts by indicator; one that is repeated with the same value is there once."""
    out: dict[Key, list[Amount]] = {}
    for amount in amounts:
        own = out.setdefault((amount.heading, amount.words, amount.unit, amount.years), [])
        if all(amount.value != other.value for other in own):
            own.append(amount)
    return out


def _twins(units: Sequence[Row]) -> frozenset[str]:
    """Return the reports whose office has another one in the folder."""
    by_office: dict[str, list[str]] = {}
    for row in units:
        if row.unit:
            by_office.setdefault(fold(row.unit), []).append(row.path)
    return frozenset(path for paths in by_office.values() if len(paths) > 1 for path in paths)


def _line(
    key: Key,
    own: Sequence[Amount],
    by_unit: dict[str, dict[Key, list[Amount]]],
    absent: tuple[str, ...],
    twins: frozenset[str],
) -> Line:
    amount = own[0]
    found = {path: amounts[key] for path, amounts in by_unit.items() if key in amounts}
    parts = tuple((path, amounts[0]) for path, amounts in found.items() if len(amounts) == 1)
    doubtful = tuple(path for path, amounts in found.items() if len(amounts) > 1 or path in twins)
    lacking = (*(path for path in by_unit if path not in found), *absent)
    total = sum((part.value for _, part in parts), Decimal(0))
    if len(own) > 1 or doubtful:
        return Line(amount, Sum.AMBIGUOUS, total, parts, lacking, doubtful)
    if not parts:
        return Line(amount, Sum.UNMATCHED, total, (), lacking)
    return Line(amount, _verdict(amount, total, parts, lacking), total, parts, lacking)


def _verdict(
    amount: Amount, total: Decimal, parts: Sequence[tuple[str, Amount]], lacking: Sequence[str]
) -> Sum:
    """Judge a sum; what is printed rounded may be off by half a step each. No amount is negative."""
    slack = (amount.step + sum((part.step for _, part in parts), Decimal(0))) / 2
    if abs(amount.value - total) <= slack:
        return Sum.AGREES
    same = sum(part.value == amount.value for _, part in parts)
    if same > 1 and 2 * same >= len(parts):
        return Sum.SHARED
    return Sum.OPEN if lacking and total < amount.value else Sum.DIFFERS


def differing(found: RollUp | None) -> Iterator[Line]:
    """Yield the indicators that do not add up."""
    yield from (line for line in found.lines if line.verdict is Sum.DIFFERS) if found else ()
