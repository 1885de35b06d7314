"""What a draft says of a known instrument, against the registry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.extract.bodies import body_of
from thidua_check.extract.citations import Citation
from thidua_check.extract.dates import DateMention
from thidua_check.findings import Level
from thidua_check.ruleset.issuers import load_issuers
from thidua_check.ruleset.legal import Instrument, Use, uses_of
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.text import fold


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report dates, bodies and titles that are not those of the instrument."""
    for use in uses_of(draft.facts.citations, draft.facts.dates, draft.document.everything):
        level = _most(use.instrument)
        mention, right = use.mention, use.instrument.issued
        if mention is not None and right is not None and _other_day(use, mention, right):
            values = {"document": use.passage.text, "right": _shown(right)}
            yield Hit(mention.passage, values, level=level, fold=f"{use.instrument.key} {mention.value}")
        elif use.citation is not None:
            yield from _body_and_title(use.citation, use.instrument, level)


def _most(instrument: Instrument) -> Level | None:
    """Return the highest level a row may make: one source a warning, memory alone a question."""
    if instrument.sure:
        return None
    return Level.INFO if instrument.confidence == "M" else Level.WARNING


def _other_day(use: Use, mention: DateMention, right: dt.date) -> bool:
    """Whether another full date is given; a year that differs from the symbol's own is told elsewhere."""
    if mention.form not in ("long", "slash") or mention.value is None or mention.value == right:
        return False
    return use.citation is None or use.citation.year in (None, mention.year)


def _body_and_title(citation: Citation, instrument: Instrument, level: Level | None) -> Iterator[Hit]:
    document = citation.passage.text
    issuer, title = citation.issuer_passage, citation.title_passage
    if issuer is not None and _other_body(issuer.text, instrument.issuers):
        yield Hit(issuer, {"document": document, "right": instrument.issuers[0]}, variant="body", level=level)
    elif title is not None and citation.full_title and _off_topic(citation.full_title, instrument):
        yield Hit(title, {"document": document, "right": instrument.name}, variant="title", level=level)


def _off_topic(title: str, instrument: Instrument) -> bool:
    """Whether a title has enough words to show what it is about, and none of the instrument's.

    One that breaks off before the law that it amends or details is named shows nothing.
    """
    words = fold(title).strip(" .;,")
    return (
        bool(instrument.about)
        and len(words.split()) >= _FULL
        and not words.endswith(_BROKEN_OFF)
        and not any(w in words for w in instrument.about)
    )


_FULL = 7
_BROKEN_OFF = (" của luật", " của nghị định", " của nghị quyết", " của pháp lệnh", " của thông tư")


def _other_body(issuer: str, right: tuple[str, ...]) -> bool:
    """Whether an issuer as written is surely another body: a name of the Party's or the state's top that differs."""
    name = body_of(issuer).name
    if any(name.startswith(body_of(body).name) or body_of(body).name.startswith(name) for body in right):
        return False
    return any(name == body for organ in load_issuers().values() for body in organ.bodies if " " in body)


def _shown(day: dt.date) -> str:
    return f"{day.day:02}/{day.month:0{2 if day.month < 3 else 1}}/{day.year}"


PROVIDES = frozenset({"document", "right"})
KIND = Kind("known_instrument", check, Params, {"default": PROVIDES, "body": PROVIDES, "title": PROVIDES})
