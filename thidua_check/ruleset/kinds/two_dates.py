"""One document cited with two dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.extract.citations import Citation
from thidua_check.extract.dates import DateMention
from thidua_check.findings import Confidence, Words
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.text import fold


@frozen
class Params:
    """A shared title proves that two citations mean one document from ``title_length`` characters on."""

    title_length: int = 40


@frozen
class Dated:
    """A citation with its date."""

    citation: Citation
    mention: DateMention
    day: date


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report the rarer date of a document that is surely cited with two.

    A number is unique within its issuing body and year (a term for the Party's), so equal numbers of different
    years are one document only if day and month or the whole title agree.
    """
    for group in _groups(draft):
        counts = Counter(one.day for one in group)
        reported: set[date] = set()
        for first, second in combinations(group, 2):
            if first.day == second.day:
                continue
            confidence = _same_document(first, second, params)
            odd, usual = (first, second) if counts[first.day] < counts[second.day] else (second, first)
            if confidence is None or odd.day in reported:
                continue
            reported.add(odd.day)
            yield _hit(odd, usual, confidence)


def _groups(draft: Draft) -> list[list[Dated]]:
    groups: dict[tuple[str, str, int | None, bool], list[Dated]] = {}
    for citation in draft.facts.citations:
        mention = citation.date
        if mention is None or mention.value is None or not citation.understood:
            continue
        if citation.year not in (None, mention.year):
            continue  # the year in the symbol already shows which date is wrong
        key = (citation.number.lstrip("0"), fold(citation.symbol), citation.year, citation.party)
        groups.setdefault(key, []).append(Dated(citation, mention, mention.value))
    return [group[:_MOST] for group in groups.values() if len({one.day for one in group}) > 1]


# A draft cites one document a few times; more is a list of something else.
_MOST = 50


def _same_document(a: Dated, b: Dated, params: Params) -> Confidence | None:
    """Return how sure it is that two citations with one number mean one document, None if it is not."""
    if a.citation.year is not None:
        return Confidence.HIGH
    issuers = _same_issuer(a.citation.issuer, b.citation.issuer)
    if issuers is False:
        return None
    if _same_title(a.citation.title, b.citation.title, params.title_length):
        return Confidence.HIGH if a.day.year == b.day.year else Confidence.MEDIUM
    if a.day.year == b.day.year:
        return Confidence.HIGH if issuers else Confidence.MEDIUM
    same_day = (a.day.day, a.day.month) == (b.day.day, b.day.month)
    return Confidence.MEDIUM if same_day else None


def _same_issuer(a: str | None, b: str | None) -> bool | None:
    """Return whether two bodies are one (``Chủ tịch UBND tỉnh`` and ``UBND tỉnh`` are), None if one is not named."""
    if not a or not b:
        return None
    first, second = fold(a), fold(b)
    return first in second or second in first


def _same_title(a: str | None, b: str | None, length: int) -> bool:
    if not a or not b:
        return False
    first, second = fold(a), fold(b)
    shared = min(len(first), len(second))
    return shared >= length and first[:shared] == second[:shared]


def _hit(odd: Dated, usual: Dated, confidence: Confidence) -> Hit:
    return Hit(
        odd.mention.passage,
        {"document": odd.citation.passage.text, "other": usual.mention.passage.text},
        variant="default" if confidence is Confidence.HIGH else "likely",
        confidence=confidence,
        related=((usual.mention.passage, Words("ngày ghi ở chỗ khác", "the date elsewhere")),),
    )


PROVIDES = frozenset({"document", "other"})
KIND = Kind("two_dates", check, Params, {"default": PROVIDES, "likely": PROVIDES})
