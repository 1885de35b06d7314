"""Offices that no longer existed on the draft's date: districts and merged provinces from 01/7/2025."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold


@frozen
class Params:
    """``since`` is the first day without them; ``provinces`` are the merged ones, ``cities`` those that are provinces.

    ``offices`` are the folded words with which an administrative office begins: schools and hospitals keep their names.
    """

    since: dt.date
    offices: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()


# A district-level office: "ubnd huyện ba tơ", "huyện uỷ ba tơ", "uỷ ban nhân dân thị xã đức phổ", "thị uỷ đức phổ".
_DISTRICT = re.compile(r"\b(?:huyện|quận|thị xã|thị uỷ|thị trấn)\s+\S")
_CITY = re.compile(r"\b[Tt]hành phố\s+(?=[A-ZĐ])|\bTHÀNH PHỐ\s")
# "ubnd tỉnh bắc giang", "tỉnh uỷ bắc giang".
_PROVINCE = re.compile(r"\btỉnh\s+(?:uỷ\s+)?(.+)$")


def check(draft: Draft, params: Params) -> Iterator[Hit] | NotApplicable:
    """Report a dissolved office as the issuing body of the draft, or of a document that is cited with a later date."""
    if draft.as_of.date is None:
        return NotApplicable(Words("không rõ ngày của văn bản", "the document's date is not known"))
    return _hits(draft, params)


def _hits(draft: Draft, params: Params) -> Iterator[Hit]:
    day, issuer = draft.as_of.date, draft.anatomy.issuer
    started = params.since if draft.as_of.precision == "day" else params.since.replace(month=12, day=31)
    if day is not None and day >= started and issuer is not None:
        variant = _gone(issuer.text, params)
        if variant is not None:
            yield Hit(issuer.passages[0], {"office": issuer.text}, variant=variant)
    for citation in draft.facts.citations:
        signed = citation.date.value if citation.date else None
        if (
            signed is None
            or signed < params.since
            or citation.issuer_passage is None
            or citation.issuer is None
        ):
            continue
        if _gone(citation.issuer, params):
            yield Hit(
                citation.issuer_passage,
                {"office": citation.issuer},
                variant="cited",
                fold=fold(citation.issuer),
            )


def _gone(office: str, params: Params) -> str | None:
    """Return ``default`` for a district's office, ``province`` for a merged province's, None for any other."""
    name = fold(office)
    if not name.startswith(params.offices):
        return None
    if _DISTRICT.search(name):
        return "default"
    cities = tuple(fold(city) for city in params.cities)
    city = _CITY.search(office)
    if city and not fold(office[city.end() :]).startswith(cities):
        return "default"
    province = _PROVINCE.search(name)
    return "province" if province and province[1] in _provinces(params) else None


def _provinces(params: Params) -> frozenset[str]:
    return frozenset(fold(name) for name in params.provinces)


PROVIDES = frozenset({"office"})
KIND = Kind("dissolved_office", check, Params, {"default": PROVIDES, "province": PROVIDES, "cited": PROVIDES})
