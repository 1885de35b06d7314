"""Instruments cited as the basis although they were out of force on the draft's date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.extract.clauses import frame_of
from thidua_check.findings import AsOf, Level, Words
from thidua_check.ruleset.legal import Instrument, Use, load_instruments, uses_of
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold


@frozen
class Params:
    """``basis`` are the words directly before what is the basis; ``future`` speak of what is still to be
    done, ``past`` of what was replaced.
    """

    basis: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    past: tuple[str, ...] = ()


def check(draft: Draft, params: Params) -> Iterator[Hit] | NotApplicable:
    """Report a basis that had ceased to be in force; what the text says of the past is left alone."""
    day = _earliest(draft.as_of)
    if day is None:
        return NotApplicable(Words("không rõ ngày của văn bản", "the document's date is not known"))
    return _hits(draft, params, day)


def _hits(draft: Draft, params: Params, day: dt.date) -> Iterator[Hit]:
    for use in uses_of(draft.facts.citations, draft.facts.dates, draft.document.everything):
        until = use.instrument.until
        if until is None or day < until:
            continue
        variant = _variant(use, params)
        if variant is not None:
            values = {"until": f"{until.day:02}/{until.month:0{2 if until.month < 3 else 1}}/{until.year}"}
            values["new"] = _successor(use.instrument, day)
            yield Hit(
                use.passage,
                values,
                variant=variant,
                level=None if use.instrument.sure else Level.WARNING,
                fold=f"{variant} {use.instrument.key}",
            )


def _variant(use: Use, params: Params) -> str | None:
    """Return how the instrument is used: as the ``default`` basis, as one ``ahead``, None for the past."""
    text = use.passage.paragraph.text
    first = use.passage.start
    if use.citation is not None and use.citation.type_passage is not None:
        first = min(first, use.citation.type_passage.start)
    start, end = frame_of(text).sentence(first)
    sentence = fold(text[start:first]).lstrip(" -+*_(")
    before = sentence.rpartition(";")[2].strip(" -+*_(")
    if before in params.basis or (not before and sentence.startswith(params.basis)):
        return "default"
    clause = before + fold(text[first:end]).partition(";")[0]
    ahead = any(word in before for word in params.future) and not any(word in clause for word in params.past)
    return "ahead" if ahead else None


def _successor(instrument: Instrument, day: dt.date) -> str:
    """Return the key of what took an instrument's place and is in force on a day, empty if it is not known."""
    rows = {row.key: row for group in load_instruments().values() for row in group}
    for _ in range(len(rows)):
        following = rows.get(instrument.replaced_by or "")
        if following is None or following.until is None or day < following.until:
            break
        instrument = following
    return instrument.replaced_by or ""


def _earliest(as_of: AsOf) -> dt.date | None:
    """Return the first day that the draft may be of, as far as its date is known."""
    if as_of.date is None or as_of.precision == "day":
        return as_of.date
    return as_of.date.replace(day=1) if as_of.precision == "month" else as_of.date.replace(month=1, day=1)


KIND = Kind(
    "not_in_force",
    check,
    Params,
    {"default": frozenset({"until", "new"}), "ahead": frozenset({"until", "new"})},
)
