"""The report as one JSON object (``docs/schema/report-1.json``)."""

from __future__ import annotations

import json
from typing import Any

from attrs import evolve

from thidua_check.anatomy.model import Anatomy, Heading, Signature
from thidua_check.document import Location
from thidua_check.findings import AsOf, Basis, Finding, Lang, RuleOutcome, Suggestion
from thidua_check.outline.model import ItemMatch, OutlineMap
from thidua_check.render.safe import json_safe
from thidua_check.render.tally import coverage
from thidua_check.render.view import View
from thidua_check.report import Checked, Report, Unreadable
from thidua_check.suppress import Suppressed
from thidua_check.version import VERSION

SCHEMA_VERSION = "1"
TOOL_NAME = "thidua_check"

Object = dict[str, Any]


def render_json(report: Report, view: View) -> str:
    """Return the report as indented JSON text, the same bytes for the same report.

    Findings below ``view.min_level`` are left out; the summary counts them all the same.
    """
    return dump(report_object(report, view))


def dump(value: Object) -> str:
    """Return an object as readable JSON text: Vietnamese letters as they are, hidden characters escaped."""
    return json_safe(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def report_object(report: Report, view: View) -> Object:
    """Return the report as plain dicts, lists and scalars."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": TOOL_NAME, "version": VERSION},
        "pack": {"version": report.pack_version, "sha256": report.pack_sha256},
        "documents": [
            _checked(d, view) if isinstance(d, Checked) else _unreadable(d, view.lang)
            for d in report.documents
        ],
        "summary": {
            **report.counts(),
            "suppressed": len(report.suppressed),
            "exit_code": report.exit_code(view.fail_on),
        },
    }


def _checked(checked: Checked, view: View) -> Object:
    draft = checked.draft
    return {
        "path": checked.path,
        "sha256": draft.document.sha256,
        "outcome": "checked",
        "error": None,
        "profile": {"id": draft.profile.id, "how": draft.profile.how, "score": round(draft.profile.score, 4)},
        "stage": draft.stage,
        "as_of": _as_of(draft.as_of),
        "anatomy": _anatomy(draft.anatomy),
        "headings": [_heading(h) for h in draft.anatomy.all_headings],
        "outlines": [_outline(m) for m in draft.outlines],
        "coverage": {k: {"found": c.found, "understood": c.understood} for k, c in coverage(checked).items()},
        "rules": [_rule(o, view.lang) for o in checked.outcomes],
        "findings": [_finding(f, view.lang) for f in checked.findings if f.level >= view.min_level],
        "suppressed": [_suppressed(s, view.lang) for s in checked.suppressed],
    }


def _unreadable(document: Unreadable, lang: Lang) -> Object:
    error = document.error
    return {
        "path": document.path,
        "sha256": document.sha256,
        "outcome": "unreadable",
        "error": {"kind": error.kind, "message": error.en if lang == "en" else error.vi},
        "profile": None,
        "stage": None,
        "as_of": None,
        "anatomy": None,
        "headings": [],
        "outlines": [],
        "coverage": None,
        "rules": [],
        "findings": [],
        "suppressed": [],
    }


def _as_of(as_of: AsOf) -> Object:
    return {
        "date": as_of.date.isoformat() if as_of.date else None,
        "precision": as_of.precision,
        "how": as_of.how,
    }


def _anatomy(anatomy: Anatomy) -> Object:
    place = anatomy.place_date
    return {
        "type": anatomy.type.text if anatomy.type else None,
        "subject": anatomy.subject.text if anatomy.subject else None,
        "parent": anatomy.parent.text if anatomy.parent else None,
        "issuer": anatomy.issuer.text if anatomy.issuer else None,
        "number_line": anatomy.number_line.text if anatomy.number_line else None,
        "number": anatomy.number,
        "symbol": anatomy.symbol,
        "place": place.place if place else None,
        "date": {part: getattr(place, part, None) for part in ("day", "month", "year")},
        "to": anatomy.to is not None,
        "end_mark": anatomy.end_mark is not None,
        "recipients": [p.text for p in anatomy.recipients],
        "signature": _signature(anatomy.signature) if anatomy.signature else None,
    }


def _signature(signature: Signature) -> Object:
    return {
        "authority": [p.text for p in signature.authority],
        "titles": [p.text for p in signature.titles],
        "name": signature.name.text if signature.name else None,
    }


def _heading(heading: Heading) -> Object:
    return {
        "label": heading.label,
        "level": heading.level,
        "text": heading.title,
        "run_in": heading.run_in,
        "location": location_object(heading_location(heading)),
    }


def heading_location(heading: Heading) -> Location:
    """Return where a heading stands; one over two paragraphs has the place of the first and the lines of both."""
    first = Location.of(heading.passages[0], heading.path)
    last = Location.of(heading.passages[-1])
    return evolve(first, line_end=last.line_end)


def _outline(mapped: OutlineMap) -> Object:
    return {
        "id": mapped.outline.id,
        "source": mapped.outline.source,
        "how": mapped.how,
        "part": mapped.part,
        "items": [_item(match) for match in mapped.matches],
        "extra_headings": [_heading_place(section.heading) for section in mapped.extra],
    }


def _item(match: ItemMatch) -> Object:
    return {
        "id": match.item.id,
        "label": match.item.label,
        "title": match.item.title,
        "verdict": str(match.verdict),
        "score": round(match.score, 4),
        "runner_up": round(match.runner_up, 4),
        "headings": [_heading_place(section.heading) for section in match.sections],
    }


def _heading_place(heading: Heading) -> Object:
    return {"text": heading.title, "location": location_object(heading_location(heading))}


def _rule(outcome: RuleOutcome, lang: Lang) -> Object:
    return {
        "id": outcome.id,
        "outcome": str(outcome.outcome),
        "reason": outcome.reason.get(lang) if outcome.reason else None,
        "findings": outcome.findings,
    }


def _finding(finding: Finding, lang: Lang) -> Object:
    places = finding.places if len(finding.places) > 1 else ()
    return {
        "rule": finding.rule,
        "name": finding.name,
        "family": finding.family,
        "outcome": finding.outcome,
        "level": str(finding.level),
        "confidence": str(finding.confidence),
        "message": finding.message.get(lang),
        "excerpt": finding.excerpt,
        "location": location_object(finding.location),
        "places": [{"location": location_object(p.location), "excerpt": p.excerpt} for p in places],
        "related": [
            {"location": location_object(r.location), "note": r.note.get(lang)} for r in finding.related
        ],
        "suggestion": _suggestion(finding.suggestion, lang),
        "basis": _basis(finding.basis),
        "count": finding.count,
        "fingerprint": finding.fingerprint,
    }


def _suppressed(suppressed: Suppressed, lang: Lang) -> Object:
    by = suppressed.by
    return {
        "finding": _finding(suppressed.finding, lang),
        "reason": by.reason,
        "source": by.source.get(lang),
    }


def _suggestion(suggestion: Suggestion | None, lang: Lang) -> Object | None:
    return {"text": suggestion.text.get(lang), "kind": suggestion.kind} if suggestion else None


def _basis(basis: Basis | None) -> Object | None:
    return {"document": basis.document, "clause": basis.clause} if basis else None


def location_object(location: Location) -> Object:
    """Return a location as the report writes it."""
    return {
        "part": location.part,
        "block": location.block,
        "cell": list(location.cell) if location.cell else None,
        "start": location.start,
        "end": location.end,
        "line": location.line,
        "line_end": location.line_end,
        "page": location.page,
        "section": list(location.section),
    }
