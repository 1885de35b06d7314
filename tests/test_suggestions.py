"""A law of suggestions: writing what a finding suggests takes that finding away and brings no other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest

from tests.support.editing import key, replaced
from tests.support.expected import CASES, FIXTURES, Case
from thidua_check import Checked, Finding, Options, analyse, load_rules
from thidua_check.document import Document, Passage
from thidua_check.outline.source import load_outlines
from thidua_check.ruleset.run import run

Said = Counter[tuple[str, str, str]]


def _said(findings: Iterable[Finding], mended: Finding) -> Said:
    """Count what was said by rule, outcome and words; in the mended paragraphs other words may be marked than before."""
    changed = {(p.location.part, p.location.block) for p in mended.places}
    return Counter(
        (f.rule, f.outcome, "" if (p.location.part, p.location.block) in changed else p.excerpt)
        for f in findings
        for p in f.places
    )


def _mended(document: Document, finding: Finding) -> Document:
    """Return the document with the suggestion written at every place of the finding, the last one first."""
    assert finding.suggestion
    paragraphs = {key(p): p for p in document.everything}
    for place in reversed(finding.places):
        location = place.location
        paragraph = paragraphs[(location.part, location.block)]
        passage = Passage(paragraph, location.start, location.end)
        assert passage.text == place.excerpt
        document = replaced(document, passage, finding.suggestion.text.vi)
    return document


def _replacements(findings: tuple[Finding, ...]) -> list[Finding]:
    """Return the findings that say what to write instead of their words, the same at all their places."""
    return [
        f
        for f in findings
        if f.suggestion and f.suggestion.kind != "display" and len({p.excerpt for p in f.places}) == 1
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_suggestion_mends(case: Case) -> None:
    """On every whole document, each suggested replacement mends its finding and brings no other.

    Other rules may fall silent too, and a rule that shows the first places of many may show the next ones.
    """
    (done,) = case.report().documents
    assert isinstance(done, Checked)
    outlines = load_outlines(str(FIXTURES / case.outline)) if case.outline else ()
    options = Options(outlines=outlines, stage=case.stage)  # type: ignore[arg-type]
    wrong = []
    for finding in _replacements(done.findings):
        draft = analyse(_mended(done.draft.document, finding), options)
        left = _said(run(load_rules().rules, draft).findings, finding)
        others = _said((f for f in done.findings if f is not finding), finding)
        new = [said for said in left - others if said[0] != finding.rule or finding.count == 1]
        if new:
            wrong.append((finding.rule, finding.excerpt, new))

    assert wrong == []
