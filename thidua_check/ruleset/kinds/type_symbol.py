"""The type word of a cited document against the code in its symbol (NĐ 30/2020/NĐ-CP, Phụ lục III, Mục I)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.citations import Citation
from thidua_check.findings import Confidence, Words
from thidua_check.ruleset.document_types import DocumentTypes, load_document_types
from thidua_check.ruleset.kinds.letter_citations import given_letter, letters_citations, same_day, same_number
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.text import fold


@frozen
class Params:
    """``generic`` are words for any document, which are no type; ``carriers`` have no code in the state's system.

    ``coded`` are types that are never cited by the symbol of an official letter.
    """

    generic: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()
    coded: tuple[str, ...] = ()


class Fault(NamedTuple):
    """What is wrong with one citation, and how far it can be doubted."""

    variant: str
    named: str
    confidence: Confidence | None = None


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report citations whose type word and code cannot belong together; organs and unknown codes say nothing."""
    registry = load_document_types()
    letter = letters_citations(given_letter(draft))
    for citation in draft.facts.citations:
        if not citation.types:
            continue
        if not registry.known(citation.code):
            if (
                citation.adjacent
                and fold(citation.types[-1]) in params.coded
                and _has_no_code(citation, registry)
            ):
                yield Hit(_marked(citation), {"named": fold(citation.types[-1])}, variant="no_code")
            continue
        fault = _fault(citation, registry, params)
        if fault is not None:
            right = next((c for c in letter if same_number(c, citation) and same_day(c, citation)), None)
            yield _hit(citation, fault, registry, draft.facts.citations, right)


def _fault(citation: Citation, registry: DocumentTypes, params: Params) -> Fault | None:
    named = fold(citation.types[-1])
    if len(citation.types) == 2 and fold(citation.types[0]) in params.carriers:
        name = registry.name(citation.types[-1])
        if name is not None and registry.fits(name, citation.code):
            return Fault("two_types", citation.type or "")
    if named in params.generic:
        meant = fold(registry.names_of(citation.code, party=citation.party)[0])
        told = meant.startswith(named) or not citation.adjacent
        return None if told else Fault("generic", citation.types[-1])
    names = [registry.name(word) for word in citation.types]
    if any(name is None or registry.fits(name, citation.code) for name in names):
        return None
    if citation.listed:
        return Fault("default", named, Confidence.LOW)
    if not citation.adjacent:
        return Fault("default", named, Confidence.MEDIUM) if _of_body(citation) else None
    return Fault("default", named)


def _has_no_code(citation: Citation, registry: DocumentTypes) -> bool:
    """Whether the symbol is that of an official letter: it begins with an organ, and no part of it is a code."""
    if citation.party or citation.year is not None or not citation.number:
        return False
    return not any(registry.begins(part) for part in citation.symbol.split("-"))


def _of_body(citation: Citation) -> bool:
    """Whether only the issuing body stands between type and number: ``Kế hoạch của UBND tỉnh số ...``."""
    if citation.type_passage is None:
        return False
    between = citation.passage.paragraph.text[citation.type_passage.end : citation.passage.start]
    return between.lstrip().startswith("của ") and not any(word in fold(between) for word in _ISSUING)


_ISSUING = ("ban hành", "kèm theo", "phê duyệt", "tại", "theo", "thực hiện", ",")


def _hit(
    citation: Citation,
    fault: Fault,
    registry: DocumentTypes,
    every: Sequence[Citation],
    letters: Citation | None,
) -> Hit:
    """Return the finding; ``letters`` is the same document as the guidance letter cites it."""
    names = registry.names_of(citation.code, party=citation.party)
    right = names[0]
    symbol = citation.symbol_passage.text if citation.symbol_passage else citation.symbol
    passage = _marked(citation)
    elsewhere = next((c for c in every if _same_rightly(c, citation, registry)), None)
    related: tuple[tuple[Passage, Words], ...] = ()
    if elsewhere is not None:
        related = ((elsewhere.passage, Words("cùng số, ký hiệu này", "the same number and symbol")),)
    return Hit(
        passage,
        {
            "named": fault.named,
            "code": citation.code,
            "meant": Words(" hoặc ".join(n.lower() for n in names), " or ".join(n.lower() for n in names)),
            "repair": letters.passage.text if letters else f"{right} số {symbol}",
        },
        variant="letter" if letters and fault.variant == "default" else fault.variant,
        outcome="review" if fault.confidence is Confidence.LOW else "fail",
        confidence=fault.confidence,
        related=related,
    )


def _marked(citation: Citation) -> Passage:
    """Return the words from the type to the symbol where they stand together, else from ``số`` on."""
    if citation.type_passage is not None and not citation.listed:
        return Passage(citation.passage.paragraph, citation.type_passage.start, citation.passage.end)
    return citation.passage


def _same_rightly(other: Citation, citation: Citation, registry: DocumentTypes) -> bool:
    """Whether another citation has the same number and symbol under a fitting type."""
    if (other.number, fold(other.symbol)) != (citation.number, fold(citation.symbol)) or not other.types:
        return False
    name = registry.name(other.types[-1])
    return name is not None and len(other.types) == 1 and registry.fits(name, other.code)


PROVIDES = frozenset({"named", "code", "meant", "repair"})
KIND = Kind(
    "type_symbol",
    check,
    Params,
    {
        **dict.fromkeys(("default", "letter", "generic", "two_types"), PROVIDES),
        "no_code": frozenset({"named"}),
    },
)
