"""The report against the letter that asked for it: cited with its date, answered to the asker, in time, on the same documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.citations import Citation
from thidua_check.findings import Words
from thidua_check.outline.case import ANSWERED
from thidua_check.outline.model import Letter
from thidua_check.ruleset.document_types import load_document_types
from thidua_check.ruleset.kinds.anchors import opening
from thidua_check.ruleset.kinds.initials import same_initials
from thidua_check.ruleset.kinds.letter_citations import given_letter, letters_citations, same_day, same_number
from thidua_check.ruleset.legal import uses_of
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold, fold_same_length

_COMMITTEE = "uỷ ban nhân dân"


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report what does not fit the letter; all but its absence is judged only where the draft cites it."""
    letter = given_letter(draft)
    if letter is None or not (letter.number or letter.cited) or not letter.symbol:
        return NotApplicable(
            Words(
                "không được đưa công văn hướng dẫn có số, ký hiệu (--outline)",
                "no guidance letter with a number was given (--outline)",
            )
        )
    return [*_answers(draft, letter), *_cited(draft, letter), *_years(draft)]


def _answers(draft: Draft, letter: Letter) -> Iterator[Hit]:
    """Yield what does not fit the letter itself, as far as it has a number."""
    if letter.number:
        cited = [c for c in draft.facts.citations if _same(c, letter)]
        yield from _wrong(draft, letter, cited) if cited else _absent(draft, letter)


def _cited(draft: Draft, letter: Letter) -> Iterator[Hit]:
    """Yield the documents that the letter cites with another date, or another type under the same date.

    What the registry of instruments tells, and a type that its own symbol belies, are told elsewhere.
    """
    known = {id(use.citation) for use in uses_of(draft.facts.citations, (), ()) if use.instrument.issued}
    for right in letters_citations(letter):
        for citation in draft.facts.citations:
            if id(citation) in known or citation.date is None or not same_number(citation, right):
                continue
            values = {"cited": right.dated_passage.text}
            fitting = fold(citation.symbol) == fold(right.symbol)
            if fitting and _misdated(citation, right):
                yield Hit(citation.date.passage, values, variant="cited_date", fold=right.symbol)
            elif not fitting and same_day(citation, right) and _type_fits(citation):
                yield Hit(citation.passage, values, variant="cited_type", outcome="review", fold=right.symbol)


# "năm học 2025-2026", "giai đoạn 2021 - 2025", "năm 2025": what a heading says it is on.
_TIME = re.compile(
    r"(?P<lead>năm học|giai đoạn|năm)\s(?P<years>(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)(?!\d)"
)


def _years(draft: Draft) -> Iterator[Hit]:
    """Yield the years of headings that answer an item of the outline which asks for other years."""
    matches = [m for found in draft.outlines if found.how == "given" for m in found.matches]
    for match in matches:
        asked = list(_TIME.finditer(fold(match.item.title)))
        for section in match.sections if match.verdict in ANSWERED and len(asked) == 1 else ():
            title = section.heading.title_passage
            said = list(_TIME.finditer(fold_same_length(title.text)))
            if len(said) != 1 or said[0]["lead"] != asked[0]["lead"]:
                continue
            if _YEAR.findall(said[0]["years"]) != _YEAR.findall(asked[0]["years"]):
                start = title.start + said[0].start("years")
                passage = Passage(title.paragraph, start, start + len(said[0]["years"]))
                yield Hit(passage, {"cited": match.item.title}, variant="years", outcome="review")


_YEAR = re.compile(r"\d{4}")


def _misdated(citation: Citation, right: Citation) -> bool:
    """Whether two full dates differ, but not so much that a number of another year may be meant."""
    one, other = citation.date, right.date
    if one is None or other is None or one.value is None or other.value is None:
        return False
    near = one.year == other.year or (one.day, one.month) == (other.day, other.month)
    return one.form in ("long", "slash") and one.value != other.value and near


def _type_fits(citation: Citation) -> bool:
    registry = load_document_types()
    name = registry.name(citation.types[-1]) if citation.types else None
    return name is not None and registry.fits(name, citation.code)


def _same(citation: Citation, letter: Letter) -> bool:
    number = (letter.number or "").lstrip("0")
    return citation.number.lstrip("0") == number and fold(citation.symbol) == fold(letter.symbol or "")


def _absent(draft: Draft, letter: Letter) -> Iterator[Hit]:
    title = opening(draft)
    if title is not None:
        yield Hit(title, _values(letter), variant="uncited", outcome="review")


def _wrong(draft: Draft, letter: Letter, cited: list[Citation]) -> Iterator[Hit]:
    for citation in cited:
        day = citation.date
        if letter.date and day and day.value and day.form in ("long", "slash") and day.value != letter.date:
            yield Hit(day.passage, _values(letter), fold="date")
            break
    passages = draft.anatomy.recipients
    if letter.issuer and passages and not _receives(draft, letter):
        yield Hit(draft.anatomy.recipients_label or passages[0], _values(letter), variant="recipient")
    late = draft.as_of.precision == "day" and draft.as_of.how == "document"
    place = draft.anatomy.place_date
    if late and place and letter.deadline and draft.as_of.date and draft.as_of.date > letter.deadline:
        yield Hit(place.passage, _values(letter), variant="late")


def _receives(draft: Draft, letter: Letter) -> bool:
    """Tell whether the report goes to the body that signed the letter or to the one it names to send to."""
    bodies = [body.partition("(")[0].strip() for body in (letter.issuer, letter.requester) if body]
    wanted = [fold(body).replace(_COMMITTEE, "ubnd") for body in bodies]
    addressed = [draft.anatomy.to.text] if draft.anatomy.to else []
    texts = [*addressed, *(p.text for p in draft.anatomy.recipients)]
    folded = [fold(text).replace(_COMMITTEE, "ubnd") for text in texts]
    if any("như trên" in text or any(body in text for body in wanted) for text in folded):
        return True
    named = [name for text in texts for name in _NAME_END.split(text) if name.strip()]
    return any(same_initials(name, body) for name in named for body in bodies)


# What parts the names in a line of recipients: "- LĐLĐ tỉnh (b/c); Sở Nội vụ."
_NAME_END = re.compile(r"[,;:.()]|^\W+")


def _values(letter: Letter) -> dict[str, str | Words]:
    return {
        "letter": f"{letter.number}/{letter.symbol}",
        "date": f"{letter.date:%d/%m/%Y}" if letter.date else "…",
        "issuer": letter.issuer or "…",
        "deadline": f"{letter.deadline:%d/%m/%Y}" if letter.deadline else "…",
    }


_PROVIDED = frozenset({"letter", "date", "issuer", "deadline"})
KIND = Kind(
    "guidance_letter",
    check,
    Params,
    {
        **dict.fromkeys(("default", "uncited", "recipient", "late"), _PROVIDED),
        **dict.fromkeys(("cited_date", "cited_type", "years"), frozenset({"cited"})),
    },
)
