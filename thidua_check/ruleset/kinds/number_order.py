"""The order of numbers against the order of dates among the documents of one body, type and year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.extract.bodies import body_of
from thidua_check.extract.ledger import CitedDocument, ledger
from thidua_check.findings import Words
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.text import fold


@frozen
class Params:
    """``factor``: how many times as fast the numbers must run at the one document as at the other to be asked about.

    ``restarts`` are days (YYYY-MM-DD) on which offices were newly set up, so that their numbers began again.
    """

    factor: Decimal = Decimal(3)
    restarts: tuple[str, ...] = ()


@frozen
class Numbered:
    """A document with its number as a value and its day."""

    document: CitedDocument
    number: int
    day: dt.date

    @property
    def pace(self) -> Decimal:
        """How many numbers a day the series had given out by this one."""
        return Decimal(self.number) / self.day.timetuple().tm_yday


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Ask about a number far below those of earlier dates, or far above those of later ones, in its series.

    A committee and its chairman may keep two registers, so small differences say nothing.
    """
    for series in _series(draft):
        for one in series:
            against = [other for other in series if _contradict(one, other, params)]
            if against and len(against) >= max(_disagreeing(other, series, params) for other in against):
                if (
                    len(against) == 1
                    and _disagreeing(against[0], series, params) == 1
                    and one.day < against[0].day
                ):
                    continue  # of two that disagree the later is asked about
                yield _hit(one, against)


def _series(draft: Draft) -> list[list[Numbered]]:
    groups: dict[tuple[str, int, str | None], list[Numbered]] = {}
    for document in ledger(draft.facts.citations):
        if document.date is None or document.year or document.party or not document.number.isdigit():
            continue
        body = body_of(document.issuer).name if document.issuer else None
        key = (fold(document.symbol), document.date.year, body)
        groups.setdefault(key, []).append(Numbered(document, int(document.number), document.date))
    return [group[:_MOST] for group in groups.values() if len(group) > 1]


# More documents of one series are a list of something else.
_MOST = 40


def _contradict(one: Numbered, other: Numbered, params: Params) -> bool:
    first, second = sorted((one, other), key=lambda n: n.day)
    if first.day == second.day or first.number <= second.number:
        return False
    restarted = any(first.day < dt.date.fromisoformat(day) <= second.day for day in params.restarts)
    return not restarted and first.pace >= params.factor * second.pace


def _disagreeing(one: Numbered, series: Sequence[Numbered], params: Params) -> int:
    return sum(_contradict(one, other, params) for other in series)


def _hit(one: Numbered, against: Sequence[Numbered]) -> Hit:
    first = one.document.first
    note = Words("cùng loại, cùng năm", "of the same type and year")
    others = " và ".join(f"{other.number} ngày {_shown(other.day)}" for other in against[:2])
    return Hit(
        first.dated_passage,
        {"number": str(one.number), "others": others},
        related=tuple((other.document.first.passage, note) for other in against),
    )


def _shown(day: dt.date) -> str:
    return f"{day.day:02}/{day.month}/{day.year}"


KIND = Kind("number_order", check, Params, {"default": frozenset({"number", "others"})})
