"""First mentions of documents that lack their date, symbol or issuing body (NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.b)."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.citations import Citation
from thidua_check.extract.clauses import Frame, frame_of
from thidua_check.extract.dates import DateMention
from thidua_check.extract.ledger import CitedDocument, ledger
from thidua_check.ruleset.document_types import bare
from thidua_check.ruleset.issuers import load_issuers, organ_codes
from thidua_check.ruleset.kinds.own_office import is_committee
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.text import fold, fold_same_length


@frozen
class Params:
    """``bodies`` are organs of symbols that exist at several levels, so that the symbol does not tell the body.

    ``named`` are organs that the symbol does tell, of which only the words are missing.
    """

    bodies: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report documents that are not dated at first, and bodies that are not named.

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
            or document.year is not None
            or _own_number(draft, document)
            or first.passage.text.isupper()
        ):
            continue
        variant = _undated(draft, document) or _bodiless(draft, document, params)
        if variant is not None:
            yield _hit(first, variant)
        elif _wordless(first):
            yield _hit(first, "word")
    yield from _symbolless(draft, skipped)


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


def _undated(draft: Draft, document: CitedDocument) -> str | None:
    """Return ``date`` where no mention has a date, not even a blank one, ``later`` where only a later one has.

    A date beside the first mention may be its own in other words, so it says nothing, unless it is another document's.
    """
    first = document.first
    if first.date is not None or first.listed or first.in_title or not first.adjacent:
        return None
    if any(_near(first, mention) and not _of_another(draft, first, mention) for mention in draft.facts.dates):
        return None
    return "later" if any(citation.date for citation in document.mentions) else "date"


def _near(citation: Citation, mention: DateMention) -> bool:
    """Whether a date stands in the sentence of a citation; a year or a month only right beside it."""
    passage = mention.passage
    if passage.paragraph is not citation.passage.paragraph:
        return False
    if mention.form not in ("long", "slash"):
        return 0 <= passage.start - citation.symbol_end <= _BESIDE
    start, end = frame_of(passage.paragraph.text).sentence(citation.passage.start)
    return start <= passage.start < end


def _of_another(draft: Draft, citation: Citation, mention: DateMention) -> bool:
    """Whether a date is that of another citation, which stands before or behind a body or title of this one's own."""
    owners = [c for c in draft.facts.citations if c.date is not None and c.date.passage == mention.passage]
    return any(
        _before(owner, citation) or (_before(citation, owner) and bool(citation.issuer or citation.title))
        for owner in owners
    )


_BESIDE = 30


def _wordless(citation: Citation) -> bool:
    """Whether a date follows the symbol with nothing between: ``48/KH-UBND 12/11/2021``."""
    if citation.date is None or citation.date.form != "slash":
        return False
    text = citation.passage.paragraph.text
    return text[citation.symbol_end : citation.date.passage.start].isspace()


# "Quyết định số 76 ngày 15/3/2023", "Công văn số 12 ngày 05 tháng 4 năm 2024"; not "Nghị quyết số 19 của Trung ương".
_NO_SYMBOL = re.compile(
    r"(?:Nghị\squyết|Quyết\sđịnh|Kế\shoạch|Công\svăn|Hướng\sdẫn|Chỉ\sthị|Báo\scáo|Tờ\strình|Thông\sbáo)"
    r"\ssố\s(?P<number>\d{1,4})(?=\s+ngày\s+\d{1,2}(?:[/-]\d{1,2}[/-]|\s+tháng\s+\d{1,2}\s+năm\s+)\d{4})"
)


def _symbolless(draft: Draft, skipped: Container[tuple[str, int]]) -> Iterator[Hit]:
    """Yield documents cited by number and date alone, where no citation has that number with a symbol."""
    known = {citation.number.lstrip("0") for citation in draft.facts.citations}
    for paragraph in draft.anatomy.main:
        if (paragraph.part, paragraph.block) in skipped or paragraph.cell is not None:
            continue
        for match in _NO_SYMBOL.finditer(paragraph.text):
            if match["number"].lstrip("0") not in known:
                yield Hit(Passage(paragraph, *match.span()), variant="symbol", fold="symbol")


def _bodiless(draft: Draft, document: CitedDocument, params: Params) -> str | None:
    """Return ``body`` where the level of the body is not known, ``named`` where its name alone is missing."""
    codes = organ_codes(document.symbol)
    organ = load_issuers().get(bare(codes[0])) if codes else None
    if document.issuer or organ is None or not document.first.date:
        return None
    if organ.code not in (*params.bodies, *params.named) or organ.code in (draft.anatomy.symbol or "").split(
        "-"
    ):
        return None
    if organ.code == "UBND" and is_committee(draft) is not False:
        return None
    names = (*(fold(name) for name in organ.names), organ.code.lower(), *_SHORT.get(organ.code, ()))
    if _named_around(draft, document.first, names):
        return None
    return "body" if organ.code in params.bodies else "named"


# Words by which a clause may speak of a body without its whole name.
_SHORT = {"UBND": ("uỷ ban",), "HĐND": ("hội đồng",)}


def _named_around(draft: Draft, citation: Citation, names: Sequence[str]) -> bool:
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
    return any(not _covered(at, taken) for name in names for at in _places(folded, name, start, end))


def _places(folded: str, name: str, start: int, end: int) -> Iterator[int]:
    at = folded.find(name, start, end)
    while at >= 0:
        if not folded[at - 1 : at].isalnum() and not folded[at + len(name) : at + len(name) + 1].isalnum():
            yield at
        at = folded.find(name, at + 1, end)


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


def _hit(citation: Citation, variant: str) -> Hit:
    return Hit(citation.dated_passage, {}, variant=variant, fold=None if variant == "body" else variant)


KIND = Kind(
    "incomplete_citation",
    check,
    Params,
    dict.fromkeys(("default", "date", "later", "body", "named", "word", "symbol"), frozenset()),
)
