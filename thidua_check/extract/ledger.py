"""The ledger of cited documents: the mentions of one document joined into one entry.

A number is given once a year within a body and type (NĐ 30/2020/NĐ-CP, Điều 15), by the Party once in a term
(Hướng dẫn 36-HD/VPTW), and once for ever where the symbol holds the year. Equal numbers are therefore one document
only where year or term and body do not speak against it.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from attrs import define, field, frozen

from thidua_check.extract.bodies import body_of
from thidua_check.extract.citations import Citation
from thidua_check.text import fold


@frozen
class CitedDocument:
    """One cited document with its mentions in reading order, at least one.

    ``type``, ``date``, ``issuer`` and ``title`` are what most mentions say (the earlier where they are even), None
    where none says it. ``dates`` are all dates given for it, in order of time.
    """

    mentions: tuple[Citation, ...]
    type: str | None
    date: dt.date | None
    issuer: str | None
    title: str | None
    dates: tuple[dt.date, ...]

    @property
    def first(self) -> Citation:
        """The first mention."""
        return self.mentions[0]

    @property
    def number(self) -> str:
        """The number as the first mention has it."""
        return self.first.number

    @property
    def symbol(self) -> str:
        """The symbol without number and year."""
        return self.first.symbol

    @property
    def year(self) -> int | None:
        """The year in the symbol of a normative document."""
        return self.first.year

    @property
    def party(self) -> bool:
        """Whether it is a document of the Party."""
        return self.first.party


@define
class _Entry:
    """The mentions gathered so far for one document."""

    mentions: list[Citation] = field(factory=list)
    days: list[dt.date] = field(factory=list)
    issuers: list[str] = field(factory=list)


def ledger(citations: Iterable[Citation]) -> tuple[CitedDocument, ...]:
    """Return the documents that understood citations speak of, in the order of their first mention.

    Mentions with a date are joined first; those without one go to the document with the fitting body that was
    dated last, else to each other.
    """
    understood = [citation for citation in citations if citation.understood]
    groups: dict[tuple[object, ...], list[Citation]] = {}
    for citation in understood:
        groups.setdefault(_key(citation), []).append(citation)
    order = {id(citation): place for place, citation in enumerate(understood)}
    documents = [_document(entry, order) for group in groups.values() for entry in _entries(group)]
    return tuple(sorted(documents, key=lambda document: order[id(document.first)]))


def _key(citation: Citation) -> tuple[object, ...]:
    return citation.number.lstrip("0").lower(), fold(citation.symbol), citation.year, citation.party


def _entries(group: Sequence[Citation]) -> list[_Entry]:
    entries: list[_Entry] = []
    undated: list[Citation] = []
    for citation in group[:_MOST]:
        day = citation.date.value if citation.date else None
        if day is None:
            undated.append(citation)
            continue
        _join(next((e for e in entries if _fits(e, citation, day)), None), citation, day, entries)
    for citation in undated:
        _join(next((e for e in reversed(entries) if _same_body(e, citation)), None), citation, None, entries)
    return entries


# A draft cites one document a few times; more is a list of something else.
_MOST = 200


def _join(entry: _Entry | None, citation: Citation, day: dt.date | None, entries: list[_Entry]) -> None:
    if entry is None:
        entry = _Entry()
        entries.append(entry)
    entry.mentions.append(citation)
    if day is not None:
        entry.days.append(day)
    if citation.issuer:
        entry.issuers.append(citation.issuer)


def _fits(entry: _Entry, citation: Citation, day: dt.date) -> bool:
    """Whether a dated mention is of the entry's document: the same series, and no other body."""
    if citation.year is not None:
        return True
    if not _same_body(entry, citation):
        return False
    if citation.party and citation.symbol.endswith("/TW"):
        return any(term(known) == term(day) for known in entry.days)
    return any(known.year == day.year for known in entry.days) or (
        any((known.day, known.month) == (day.day, day.month) for known in entry.days)
        and bool(entry.issuers and citation.issuer)
    )


def _same_body(entry: _Entry, citation: Citation) -> bool:
    if not citation.issuer or not entry.issuers or citation.party:
        return True
    own = body_of(citation.issuer)
    return any(own.same(body_of(issuer)) for issuer in entry.issuers)


# The days on which the terms of the Central Committee began (10th to 14th national congress).
_TERMS = (
    dt.date(2006, 4, 18),
    dt.date(2011, 1, 19),
    dt.date(2016, 1, 28),
    dt.date(2021, 2, 1),
    dt.date(2026, 1, 23),
)


def term(day: dt.date) -> int:
    """Return which term of the Central Committee a day falls in, counted from the ninth (0) as the first known.

    >>> term(dt.date(2016, 5, 15)) == term(dt.date(2021, 6, 23))
    False
    """
    return bisect_right(_TERMS, day)


def _document(entry: _Entry, order: Mapping[int, int]) -> CitedDocument:
    mentions = tuple(sorted(entry.mentions, key=lambda citation: order[id(citation)]))
    return CitedDocument(
        mentions=mentions,
        type=_usual(" ".join(c.type.split()) for c in mentions if c.type),
        date=_usual_day(entry.days),
        issuer=_usual(" ".join(c.issuer.split()) for c in mentions if c.issuer),
        title=_usual(" ".join(c.title.split()) for c in mentions if c.title),
        dates=tuple(sorted(set(entry.days))),
    )


def _usual(words: Iterable[str]) -> str | None:
    counted = Counter(words).most_common(1)
    return counted[0][0] if counted else None


def _usual_day(days: Sequence[dt.date]) -> dt.date | None:
    counted = Counter(days).most_common(1)
    return counted[0][0] if counted else None
