"""First mentions of documents that lack their date or their issuing body (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.b)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.citations import Citation
from thidua_check.extract.clauses import Frame, frame_of
from thidua_check.extract.ledger import CitedDocument, ledger
from thidua_check.ruleset.issuers import organ_codes
from thidua_check.ruleset.kinds.own_office import is_committee
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.text import fold_same_length


@frozen
class Params:
    """``bodies`` are organs of symbols that exist at several levels, so that the symbol does not tell the body."""

    bodies: tuple[str, ...] = ("UBND", "HĐND")


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report documents that are nowhere dated, and bodies of several levels of which none is named.

    Normative documents need no date; what stands in annexes, tables, headings and the title is left alone.
    """
    skipped = _skipped(draft)
    for document in ledger(draft.facts.citations):
        first = document.first
        paragraph = first.passage.paragraph
        if (
            (paragraph.part, paragraph.block) in skipped
            or paragraph.part != "body"
            or paragraph.cell is not None
        ):
            continue
        if document.year is not None or _own_number(draft, document) or first.passage.text.isupper():
            continue
        if _undated(draft, document):
            yield Hit(first.passage, {}, variant="date")
        elif _bodiless(draft, document, params):
            yield _bodiless_hit(first)


def _skipped(draft: Draft) -> set[tuple[str, int]]:
    anatomy = draft.anatomy
    paragraphs = [p for attachment in anatomy.attachments for p in attachment.paragraphs]
    paragraphs += [
        passage.paragraph
        for heading in anatomy.headings
        if not heading.run_in
        for passage in heading.passages
    ]
    paragraphs += [
        passage.paragraph for part in (anatomy.subject, anatomy.to) if part for passage in part.passages
    ]
    return {(p.part, p.block) for p in paragraphs}


def _own_number(draft: Draft, document: CitedDocument) -> bool:
    """Whether the draft speaks of itself."""
    anatomy = draft.anatomy
    return (
        bool(anatomy.number)
        and (anatomy.number or "").lstrip("0") == document.number.lstrip("0")
        and anatomy.symbol == document.symbol
    )


def _undated(draft: Draft, document: CitedDocument) -> bool:
    """Whether no mention has a date, not even a blank one, and no date stands right beside the first mention."""
    if (
        any(citation.date for citation in document.mentions)
        or not document.first.adjacent
        or document.first.listed
    ):
        return False
    return not any(_near(document.first, mention.passage) for mention in draft.facts.dates)


def _near(citation: Citation, passage: Passage) -> bool:
    """Whether a date stands in the sentence of a citation, before it or after it."""
    if passage.paragraph is not citation.passage.paragraph:
        return False
    start, end = frame_of(passage.paragraph.text).sentence(citation.passage.start)
    return start <= passage.start < end


def _bodiless(draft: Draft, document: CitedDocument, params: Params) -> bool:
    codes = organ_codes(document.symbol)
    if (
        document.issuer
        or document.party
        or not codes
        or codes[0] not in params.bodies
        or not document.first.date
    ):
        return False
    if codes[0] == "UBND" and is_committee(draft) is not False:
        return False
    own = draft.anatomy.symbol or ""
    return codes[0] not in own.split("-") and not _named_around(draft, document.first, _NAMES[codes[0]])


_NAMES = {
    "UBND": re.compile(r"\bubnd\b|uỷ ban nhân dân|uỷ ban"),
    "HĐND": re.compile(r"\bhđnd\b|hội đồng nhân dân|hội đồng"),
}


def _named_around(draft: Draft, citation: Citation, body: re.Pattern[str]) -> bool:
    """Whether the body is named in the citation's clause, other than as the body of a document cited before it."""
    text = citation.passage.paragraph.text
    folded = fold_same_length(text)
    start, end = _clause(text, frame_of(text), citation.passage.start)
    own = [c for c in draft.facts.citations if c.passage.paragraph is citation.passage.paragraph]
    taken = [(c.passage.start, c.passage.end) for c in own]
    taken += [
        (c.issuer_passage.start, c.issuer_passage.end)
        for c in own
        if c.issuer_passage and _before(c, citation)
    ]
    return any(not _covered(match.start(), taken) for match in body.finditer(folded, start, end))


def _before(other: Citation, citation: Citation) -> bool:
    return other.passage.end <= citation.passage.start


def _covered(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in spans)


def _clause(text: str, frame: Frame, offset: int) -> tuple[int, int]:
    """Return the clause around an offset: its sentence, cut at semicolons outside the brackets that hold it."""
    start, end = frame.sentence(offset)
    around = frame.enclosing(offset)
    low, high = around or (offset, offset)
    cut = text.rfind(";", start, low)
    while cut >= 0 and frame.enclosing(cut) is not None and frame.enclosing(cut) != around:
        cut = text.rfind(";", start, cut)
    stop = text.find(";", high, end)
    return (cut + 1 if cut >= 0 else start), (stop if stop >= 0 else end)


def _bodiless_hit(citation: Citation) -> Hit:
    end = citation.date.passage.end if citation.date else citation.passage.end
    passage = Passage(citation.passage.paragraph, citation.passage.start, end)
    return Hit(passage, {}, variant="body")


KIND = Kind(
    "incomplete_citation", check, Params, {"default": frozenset(), "date": frozenset(), "body": frozenset()}
)
