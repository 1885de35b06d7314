"""The report as SARIF 2.1.0 (OASIS), one run for all files, as plain dicts.

Columns and offsets count code points. Text and Markdown files are located by their own lines. A format without
lines, such as Word's, is located in its plain text as ``sarif_places.Lines`` lays it out: one paragraph a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from thidua_check.draft import Stage
from thidua_check.findings import Finding, Lang, Outcome, RuleOutcome
from thidua_check.render.as_json import TOOL_NAME, dump
from thidua_check.render.safe import one_line
from thidua_check.render.sarif_places import Lines, Places, artifact
from thidua_check.render.sarif_rules import LEVELS, Catalogue
from thidua_check.render.sentences import sentences
from thidua_check.render.view import View
from thidua_check.render.words import PHRASES
from thidua_check.render.words_ending import tell
from thidua_check.report import Checked, Report, Unreadable
from thidua_check.suppress import Suppression
from thidua_check.version import VERSION

Object = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
UNREADABLE, CRASHED = "unreadable-file", "crashed-rule"


def render_sarif(report: Report, view: View) -> str:
    """Return the report as SARIF; suppressed findings only with ``view.suppressed``."""
    return dump(sarif_object(report, view))


def sarif_object(report: Report, view: View) -> Object:
    """Return the SARIF log as plain dicts, lists and scalars."""
    aside = [s.finding for s in report.suppressed] if view.suppressed else []
    catalogue = Catalogue.of(report.rules, [*report.findings, *aside], view.lang)
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, catalogue, view)]}


def _run(report: Report, catalogue: Catalogue, view: View) -> Object:
    checked = [(n, d) for n, d in enumerate(report.documents) if isinstance(d, Checked)]
    stage: Stage = checked[0][1].draft.stage if checked else "draft"
    return {
        "tool": {"driver": _driver(report, catalogue, stage, view.lang)},
        "language": view.lang,
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\n"],
        "taxonomies": [catalogue.taxonomy()],
        "artifacts": [
            artifact(d.draft.document if isinstance(d, Checked) else None, d.path) for d in report.documents
        ],
        "invocations": [_invocation(report, catalogue, view)],
        "results": [result for n, document in checked for result in _results(document, n, catalogue, view)],
    }


def _driver(report: Report, catalogue: Catalogue, stage: Stage, lang: Lang) -> Object:
    return {
        "name": TOOL_NAME,
        "version": VERSION,
        "semanticVersion": VERSION,
        "rules": catalogue.descriptors(stage),
        "notifications": [
            {"id": UNREADABLE, "shortDescription": {"text": PHRASES["unreadable"].get(lang)}},
            {"id": CRASHED, "shortDescription": {"text": tell("crashed", lang, reason="…")}},
        ],
        "supportedTaxonomies": [{"name": catalogue.taxonomy()["name"], "index": 0}],
        "properties": {"packVersion": report.pack_version, "packSha256": report.pack_sha256},
    }


def _invocation(report: Report, catalogue: Catalogue, view: View) -> Object:
    told = [
        told
        for number, document in enumerate(report.documents)
        for told in _notifications(document, number, catalogue, view.lang)
    ]
    return {
        "executionSuccessful": not told and bool(report.documents),
        "exitCode": report.exit_code(view.fail_on),
        "toolExecutionNotifications": told,
    }


def _notifications(
    document: Checked | Unreadable, number: int, catalogue: Catalogue, lang: Lang
) -> Iterator[Object]:
    """Yield what could not be checked: the file itself, or rules that crashed on it."""
    where = [
        {
            "physicalLocation": {
                "artifactLocation": {**artifact(None, document.path)["location"], "index": number}
            }
        }
    ]
    if isinstance(document, Unreadable):
        error = document.error
        text = one_line(error.en if lang == "en" else error.vi)
        yield _notification(UNREADABLE, 0, text, where)
        return
    known = {card.id for card in catalogue.cards}
    for outcome in document.outcomes:
        if outcome.outcome is Outcome.ERROR:
            told = _notification(CRASHED, 1, _crash(outcome, lang), where)
            rule: Object = {"id": outcome.id}
            if outcome.id in known:
                rule["index"] = catalogue.index(outcome.id)
            yield {**told, "associatedRule": rule}


def _crash(outcome: RuleOutcome, lang: Lang) -> str:
    reason = one_line(outcome.reason.get(lang)) if outcome.reason else ""
    return f"{outcome.id}: {tell('crashed', lang, reason=reason)}"


def _notification(kind: str, index: int, text: str, where: Sequence[Object]) -> Object:
    return {
        "descriptor": {"id": kind, "index": index},
        "level": "error",
        "message": {"text": plain(text)},
        "locations": list(where),
    }


def _results(document: Checked, number: int, catalogue: Catalogue, view: View) -> Iterator[Object]:
    places = Places(document.path, number, Lines.of(document.draft.document), view.lang)
    for finding in document.findings:
        if finding.level >= view.min_level:
            yield _result(finding, places, catalogue, view.lang)
    for aside in document.suppressed if view.suppressed else ():
        if aside.finding.level >= view.min_level:
            result = _result(aside.finding, places, catalogue, view.lang)
            yield {**result, "suppressions": [_suppression(aside.by)]}


def _result(finding: Finding, places: Places, catalogue: Catalogue, lang: Lang) -> Object:
    where = [places.location(p.location, p.excerpt) for p in finding.places]
    review = finding.outcome == "review"
    out: Object = {
        "ruleId": finding.rule,
        "ruleIndex": catalogue.index(finding.rule),
        "kind": "review" if review else "fail",
        "level": "none" if review else LEVELS[finding.level],
        "message": {"text": plain(sentences(finding, lang, basis=False))},
        "locations": where or [places.location(finding.location, finding.excerpt)],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{finding.fingerprint}:1",
            "thiduaCheckFinding/v1": finding.fingerprint,
        },
        "properties": {"confidence": str(finding.confidence), "count": finding.count},
    }
    if finding.related:
        out["relatedLocations"] = [
            {**places.location(r.location), "id": n, "message": {"text": plain(one_line(r.note.get(lang)))}}
            for n, r in enumerate(finding.related, 1)
        ]
    if finding.basis:
        out["taxa"] = [catalogue.taxon(finding.basis)]
    return out


def plain(text: str) -> str:
    r"""Return text as SARIF wants it in a message: braces doubled (3.11.5), and nothing that reads as a link (3.11.6).

    >>> plain("{0} [a](1)")
    '{{0}} \\[a\\](1)'
    """
    text = text.replace("{", "{{").replace("}", "}}")
    return text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text


def _suppression(by: Suppression) -> Object:
    kind = "inSource" if by.in_source else "external"
    return {"kind": kind, "status": "accepted", "justification": one_line(by.reason)}
