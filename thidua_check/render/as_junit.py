"""The report as JUnit XML: a suite for each file, in it a test case for each rule.

A case fails where the rule has a finding that fails the run (``--fail-on``), so that the verdict is that of the exit
code; weaker findings stand in its output. A rule that does not apply is skipped with the reason, one that crashed is
an error, and so is a file that could not be read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from thidua_check.findings import Finding, Lang, Outcome, RuleOutcome
from thidua_check.render.places import place
from thidua_check.render.safe import one_line
from thidua_check.render.sentences import sentences
from thidua_check.render.uris import posix
from thidua_check.render.view import View
from thidua_check.render.words import GRADE_WORDS, PHRASES, grade
from thidua_check.render.words_ending import tell
from thidua_check.report import Checked, Report, Unreadable

# What XML 1.0 does not allow (production 2) beyond the controls that ``one_line`` writes out.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COUNTED = ("failure", "error", "skipped")


def render_junit(report: Report, view: View) -> str:
    """Return the report as one ``testsuites`` element with its declaration."""
    root = Element("testsuites", name="thidua-check")
    for document in report.documents:
        root.append(_suite(document, report, view))
    _count(root)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(document: Checked | Unreadable, report: Report, view: View) -> Element:
    suite = Element("testsuite", name=_text(posix(document.path)))
    if isinstance(document, Unreadable):
        error = document.error
        case = _case(suite, document.path, PHRASES["unreadable"].get(view.lang))
        SubElement(case, "error", type=error.kind, message=_text(error.en if view.lang == "en" else error.vi))
    else:
        titles = {card.id: card.title.get(view.lang) for card in report.rules}
        for outcome in document.outcomes:
            name = f"{outcome.id} {titles.get(outcome.id, '')}".strip()
            case = _case(suite, document.path, name)
            own = [f for f in document.findings if f.rule == outcome.id]
            _fill(case, outcome, own, view)
    _count(suite)
    return suite


def _case(suite: Element, path: str, name: str) -> Element:
    where = _text(posix(path))
    return SubElement(suite, "testcase", name=_text(name), classname=where, file=where, time="0")


def _fill(case: Element, outcome: RuleOutcome, findings: Sequence[Finding], view: View) -> None:
    """Say in a case what came of its rule."""
    lang = view.lang
    reason = _text(outcome.reason.get(lang)) if outcome.reason else ""
    if outcome.outcome is Outcome.NOT_APPLICABLE:
        SubElement(case, "skipped", message=reason or tell("no_reason", lang))
    elif outcome.outcome is Outcome.ERROR:
        SubElement(case, "error", type="crash", message=_text(tell("crashed", lang, reason=reason)))
    failing = [f for f in findings if _fails(f, view)]
    other = [f for f in findings if f not in failing and f.level >= view.min_level]
    if failing:
        first = _text(failing[0].message.get(lang))
        failure = SubElement(case, "failure", type=str(failing[0].level), message=first)
        failure.text = "\n".join(_line(f, lang) for f in failing)
    if other:
        SubElement(case, "system-out").text = "\n".join(_line(f, lang) for f in other)


def _fails(finding: Finding, view: View) -> bool:
    return finding.outcome == "fail" and view.fail_on is not None and finding.level >= view.fail_on


def _line(finding: Finding, lang: Lang) -> str:
    kind = GRADE_WORDS[grade(finding)].get(lang)
    return _text(f"{kind} ({place(finding.location, lang)}): {sentences(finding, lang)}")


def _text(text: str) -> str:
    """Return text on one line without what XML forbids."""
    return _ILLEGAL.sub(lambda m: f"\\u{ord(m.group()):04x}", one_line(text))


def _count(element: Element) -> None:
    """Write the numbers of cases and of what came of them on a suite, or on all suites."""
    cases = list(element.iter("testcase"))
    seen = Counter(child.tag for case in cases for child in case)
    failures, errors, skipped = (str(seen[name]) for name in _COUNTED)
    element.attrib |= {
        "tests": str(len(cases)),
        "failures": failures,
        "errors": errors,
        "skipped": skipped,
        "time": "0",
    }
