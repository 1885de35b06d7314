"""The issuing body that a citation names, against its symbol and against the other mentions of the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.extract.bodies import Body, body_of
from thidua_check.extract.citations import Citation
from thidua_check.extract.ledger import CitedDocument, ledger
from thidua_check.findings import Words
from thidua_check.ruleset.document_types import bare
from thidua_check.ruleset.issuers import load_issuers, organ_codes
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.text import fold


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report bodies that cannot have issued a symbol, and one document with two bodies or a body and its head."""
    documents = ledger(draft.facts.citations)
    right: list[CitedDocument] = []
    for document in documents:
        wrong = [hit for citation in document.mentions if (hit := _against_symbol(citation)) is not None]
        yield from wrong
        if not wrong:
            right.append(document)
            yield from _against_others(document)
    yield from _two_bodies(right)


def _two_bodies(documents: Sequence[CitedDocument]) -> Iterator[Hit]:
    """Yield the later of two entries with one number, symbol and date but different bodies."""
    seen: dict[tuple[object, ...], Citation] = {}
    for document in documents:
        named = next((c for c in document.mentions if c.issuer_passage), None)
        if named is None or named.issuer_passage is None or document.date is None:
            continue
        key = (document.number.lstrip("0"), fold(document.symbol), document.year, document.date)
        first = seen.setdefault(key, named)
        if first is not named and first.issuer_passage is not None:
            values = {"document": named.passage.text, "other": first.issuer or ""}
            related = ((first.issuer_passage, Words("cơ quan ghi ở chỗ khác", "the body named elsewhere")),)
            yield Hit(named.issuer_passage, values, variant="bodies", related=related)


def _against_symbol(citation: Citation) -> Hit | None:
    """Return a hit where the named body is surely another organ's than the symbol's first one."""
    codes = organ_codes(citation.symbol)
    if citation.issuer is None or citation.issuer_passage is None or not codes:
        return None
    registry = load_issuers()
    issuer = citation.issuer
    own = registry.get(bare(codes[0]))
    if own is None or any(registry[bare(c)].is_body(issuer) for c in codes if bare(c) in registry):
        return None
    other = next((organ for organ in registry.values() if organ.is_body(issuer)), None)
    if other is None:
        return None
    values = {"code": codes[0], "meant": own.names[0], "document": citation.passage.text}
    return Hit(citation.issuer_passage, values, fold=f"{citation.symbol} {issuer}")


def _against_others(document: CitedDocument) -> Iterator[Hit]:
    named = [(c, body_of(c.issuer)) for c in document.mentions if c.issuer]
    if len({body for _, body in named}) < 2:
        return
    counts = Counter(body.head for _, body in named)
    usual_head = counts[True] > counts[False] or (counts[True] == counts[False] and named[0][1].head)
    usual = next(citation for citation, body in named if body.head == usual_head)
    odd = next((c for c, body in named if body.head != usual_head and _committee(body)), None)
    if odd is None or odd.issuer_passage is None or usual.issuer_passage is None:
        return
    values = {"document": odd.passage.text, "other": usual.issuer or ""}
    related = ((usual.issuer_passage, Words("cơ quan ghi ở chỗ khác", "the body named elsewhere")),)
    yield Hit(odd.issuer_passage, values, variant="head", related=related)


def _committee(body: Body) -> bool:
    return body.name.startswith("uỷ ban nhân dân")


KIND = Kind(
    "cited_issuer",
    check,
    Params,
    {
        "default": frozenset({"code", "meant", "document"}),
        "head": frozenset({"document", "other"}),
        "bodies": frozenset({"document", "other"}),
    },
)
