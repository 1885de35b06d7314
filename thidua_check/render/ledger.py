"""The ledger of the documents that a draft cites, as JSON and as a list for people."""

from __future__ import annotations

from collections.abc import Iterator

from thidua_check.draft import Draft
from thidua_check.extract.citations import Citation
from thidua_check.extract.ledger import CitedDocument, ledger
from thidua_check.findings import Lang
from thidua_check.render.as_json import SCHEMA_VERSION, Object, dump, location_object
from thidua_check.render.layout import styled, wrap
from thidua_check.render.places import place
from thidua_check.render.safe import one_line, shown
from thidua_check.render.view import View
from thidua_check.render.words_facts import tell


def ledger_json(draft: Draft) -> str:
    """Return the ledger as JSON text, see ``docs/schema/ledger-1.json``."""
    return dump(ledger_object(draft))


def ledger_object(draft: Draft) -> Object:
    """Return the ledger as plain dicts, lists and scalars; dates are ISO, documents in order of first mention."""
    return {
        "schema_version": SCHEMA_VERSION,
        "path": draft.document.path,
        "sha256": draft.document.sha256,
        "documents": [_document(draft, document) for document in ledger(draft.facts.citations)],
    }


def _document(draft: Draft, document: CitedDocument) -> Object:
    return {
        "type": document.type,
        "number": document.number,
        "year": document.year,
        "symbol": document.symbol,
        "party": document.party,
        "date": document.date.isoformat() if document.date else None,
        "dates": [day.isoformat() for day in document.dates],
        "issuer": document.issuer,
        "title": document.title,
        "mentions": [_mention(draft, citation) for citation in document.mentions],
    }


def _mention(draft: Draft, citation: Citation) -> Object:
    return {
        "text": citation.passage.text,
        "date": citation.date.passage.text if citation.date else None,
        "issuer": citation.issuer,
        "location": location_object(draft.locate(citation.passage)),
    }


def ledger_text(draft: Draft, view: View) -> str:
    """Return the ledger for people: a document on a line with its number, what is known of it, and its places."""
    documents = ledger(draft.facts.citations)
    lines = [shown(draft.document.path), tell("ledger", view.lang, n=len(documents)), ""]
    for document in documents:
        head = styled(("• " + _name(document, view.lang), "strong"), *_rest(document, view.lang))
        lines += wrap(head, view.width, first="", rest="  ", color=view.color)
        places = "; ".join(place(draft.locate(c.passage), view.lang) for c in document.mentions)
        cited = tell("cited", view.lang, n=len(document.mentions), places=places)
        lines += wrap(styled((cited, "faint")), view.width, first="    ", rest="    ", color=view.color)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _name(document: CitedDocument, lang: Lang) -> str:
    sign = "-" if document.party else "/"
    year = f"{document.year}/" if document.year else ""
    named = document.type or tell("no_type", lang)
    return one_line(f"{named} {document.number}{sign}{year}{document.symbol}")


def _rest(document: CitedDocument, lang: Lang) -> Iterator[str]:
    """Yield the date or dates, the body and the title, each led by a comma."""
    days = " / ".join(f"{d.day:02}/{d.month:0{2 if d.month < 3 else 1}}/{d.year}" for d in document.dates)
    yield ", " + (days or tell("undated", lang))
    yield ", " + one_line(document.issuer or tell("no_issuer", lang))
    if document.title:
        title = one_line(document.title)
        yield ", " + (title if len(title) <= _TITLE else title[:_TITLE].rsplit(" ", 1)[0] + " …")


_TITLE = 160
