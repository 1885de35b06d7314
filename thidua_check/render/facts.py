"""The facts of one draft, as JSON and as a list for people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.citations import Citation
from thidua_check.extract.dates import DateMention
from thidua_check.extract.periods import Period
from thidua_check.extract.quantities import Quantity
from thidua_check.extract.relations import Relation
from thidua_check.findings import Coverage
from thidua_check.render.as_json import SCHEMA_VERSION, Object, dump, location_object
from thidua_check.render.facts_words import meaning
from thidua_check.render.layout import Piece, Styled, styled, wrap
from thidua_check.render.places import place
from thidua_check.render.safe import one_line, shown
from thidua_check.render.view import View
from thidua_check.render.words_facts import KINDS, tell

Fact = DateMention | Period | Citation | Quantity | Relation


def facts_json(draft: Draft) -> str:
    """Return the facts as JSON text; decimals are strings, so that no digit is lost."""
    return dump(facts_object(draft))


def facts_object(draft: Draft) -> Object:
    """Return the facts as plain dicts, lists and scalars."""
    facts, document = draft.facts, draft.document

    def listed(found: Iterable[Fact], fields: Callable[[Any], Object]) -> list[Object]:
        return [{**_place(draft, fact.passage), **fields(fact)} for fact in found]

    return {
        "schema_version": SCHEMA_VERSION,
        "path": document.path,
        "sha256": document.sha256,
        "coverage": {k: {"found": c.found, "understood": c.understood} for k, c in facts.coverage().items()},
        "dates": listed(facts.dates, _date),
        "periods": listed(facts.periods, lambda p: {"first": p.first, "last": p.last, "lead": p.lead}),
        "citations": listed(facts.citations, _citation),
        "quantities": listed(facts.quantities, _quantity),
        "relations": listed(facts.relations, lambda relation: _relation(draft, relation)),
    }


def _place(draft: Draft, passage: Passage) -> Object:
    return {"text": passage.text, "location": location_object(draft.locate(passage))}


def _date(mention: DateMention) -> Object:
    return {
        "form": mention.form,
        "value": mention.value.isoformat() if mention.value else None,
        "problem": mention.problem,
        "repairs": [day.isoformat() for day in mention.repairs],
    }


def _citation(citation: Citation) -> Object:
    signed = citation.date.value if citation.date else None
    return {
        "type": citation.type,
        "number": citation.number,
        "symbol": citation.symbol,
        "year": citation.year,
        "date": signed.isoformat() if signed else None,
        "issuer": citation.issuer,
        "understood": citation.understood,
    }


def _quantity(quantity: Quantity) -> Object:
    return {
        "value": _decimal(quantity.value),
        "unit": quantity.unit,
        "noun": quantity.noun,
        "decimals": quantity.decimals,
        "problem": quantity.problem,
    }


def _relation(draft: Draft, relation: Relation) -> Object:
    parts = [part.passage for part in relation.parts] + list(relation.names)
    return {
        "kind": relation.kind,
        "whole": {**_place(draft, relation.whole.passage), "value": _decimal(relation.whole.value)},
        "parts": [_place(draft, passage) for passage in parts],
        "exhaustive": relation.exhaustive,
        "expected": _decimal(relation.expected),
        "tolerance": _decimal(relation.tolerance),
    }


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")


def facts_text(draft: Draft, view: View) -> str:
    """Return the facts by kind: where, as written, and what was understood."""
    lines = [shown(draft.document.path)]
    for kind, found in _kinds(draft):
        lines += ["", *wrap(_heading(draft, kind, found, view), view.width, color=view.color)]
        for fact in found:
            lines += _fact(draft, fact, view)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _kinds(draft: Draft) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    facts = draft.facts
    yield "dates", facts.dates
    yield "periods", facts.periods
    yield "citations", facts.citations
    yield "quantities", facts.quantities
    yield "relations", facts.relations


def _heading(draft: Draft, kind: str, found: tuple[Fact, ...], view: View) -> Styled:
    counted = draft.facts.coverage().get(kind, Coverage(len(found), len(found)))
    counts = tell("counts", view.lang, understood=counted.understood, found=counted.found)
    name: Piece = (KINDS[kind].get(view.lang), "strong")
    return styled(name, ": " + (counts if found else tell("none", view.lang)))


def _fact(draft: Draft, fact: Fact, view: View) -> list[str]:
    where = place(draft.locate(fact.passage), view.lang)
    written = one_line(fact.passage.text)
    understood = meaning(fact, view.lang)
    tail: Piece = (_not_understood(fact, view), "warning") if understood is None else one_line(understood)
    content = styled(f"{where}: ", (f"“{written}”", "strong"), " → ", tail)
    return wrap(content, view.width, first="  ", rest="      ", color=view.color)


def _not_understood(fact: Fact, view: View) -> str:
    blank = isinstance(fact, DateMention) and fact.problem == "blank"
    return tell("blank" if blank else "not_understood", view.lang)
