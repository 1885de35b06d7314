"""The end of a screen: what was checked and how, what was not, and what the exit code means."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from thidua_check.draft import Draft
from thidua_check.findings import Checked, Lang, Level, Outcome, Report, Unreadable
from thidua_check.outline.model import OutlineMap, Verdict
from thidua_check.render.layout import Style, Styled, columns, styled, wrap
from thidua_check.render.safe import one_line, shown
from thidua_check.render.tally import coverage
from thidua_check.render.view import View
from thidua_check.render.words import FACT_NAMES, GRADE_COUNTS, GRADES, Grade, grade
from thidua_check.render.words_ending import AS_OF, HOW, PROFILE_HOW, STAGES, tell

_INDENT = "  "
_IDS_SHOWN = 12


def account(checked: Checked, view: View) -> list[str]:
    """Return the lines that say how one draft was checked and what was left unchecked."""
    lang = view.lang
    lines = wrap(styled((tell("checked", lang), "strong")), view.width, color=view.color)
    rows = [(tell(key, lang), styled(text)) for key, text in _checked_rows(checked, lang)]
    lines += columns(rows, view.width, indent=_INDENT, color=view.color)
    lines += wrap(styled((tell("not_checked", lang), "strong")), view.width, color=view.color)
    for text in _unchecked(checked, view):
        lines += wrap(text, view.width, first="  - ", rest="    ", color=view.color)
    return lines


def _checked_rows(checked: Checked, lang: Lang) -> Iterator[tuple[str, str]]:
    draft = checked.draft
    yield "type", _type(draft, lang)
    for text in _outlines(draft, lang):
        yield "outline", text
    yield "stage", STAGES[draft.stage].get(lang)
    yield "as_of", _as_of(draft, lang)
    yield "understood", _understood(checked, lang)
    yield "rules", _rules(checked, lang)
    yield "found", counts_text(_grades(checked), lang)


def _type(draft: Draft, lang: Lang) -> str:
    kind = draft.anatomy.type
    name = one_line(kind.text).capitalize() if kind else tell("no_type", lang)
    profile = draft.profile
    if profile.id is None:
        return f"{name}; {tell('no_profile', lang)}"
    how = PROFILE_HOW[profile.how].get(lang).format(score=round(100 * profile.score))
    return f"{name}; {tell('profile', lang, id=profile.id)} ({how})"


def _outlines(draft: Draft, lang: Lang) -> Iterator[str]:
    for mapped in draft.outlines:
        items = [m for m in mapped.matches if m.verdict is not Verdict.NOT_APPLICABLE]
        answered = [m for m in items if m.verdict not in (Verdict.MISSING, Verdict.UNCLEAR)]
        part = tell("part", lang, part=mapped.part) if mapped.part else ""
        yield one_line(
            tell(
                "outline_line",
                lang,
                id=mapped.outline.id,
                source=_source(mapped, lang),
                part=part,
                how=_how(mapped, lang),
                answered=len(answered),
                items=len(items),
            )
        )
    if not draft.outlines:
        yield tell("no_outline", lang)


def _source(mapped: OutlineMap, lang: Lang) -> str:
    """Return where a given outline came from; the others are the checker's own."""
    name = os.path.basename(mapped.outline.source)
    return tell("source", lang, name=shown(name)) if mapped.how == "given" and name else ""


def _how(mapped: OutlineMap, lang: Lang) -> str:
    how = HOW[mapped.how].get(lang)
    return f"{how}: {mapped.why}" if mapped.why and lang == "vi" else how


def _as_of(draft: Draft, lang: Lang) -> str:
    as_of = draft.as_of
    if as_of.date is None:
        return AS_OF["none"].get(lang)
    forms = {"day": "{0.day}/{0.month}/{0.year}", "month": "{0.month}/{0.year}", "year": "{0.year}"}
    day = forms.get(as_of.precision, forms["day"]).format(as_of.date)
    return AS_OF[as_of.how].get(lang).format(day=day)


def _understood(checked: Checked, lang: Lang) -> str:
    parts = [
        f"{c.understood}/{c.found} {FACT_NAMES[kind].get(lang)}"
        for kind, c in coverage(checked).items()
        if c.found
    ]
    return ", ".join(parts) or tell("no_facts", lang)


def _rules(checked: Checked, lang: Lang) -> str:
    seen = [outcome.outcome for outcome in checked.outcomes]
    parts = [
        tell(f"rules_{outcome}", lang, n=seen.count(outcome)) for outcome in Outcome if seen.count(outcome)
    ]
    return tell("rules_run", lang, n=len(seen)) + (": " + ", ".join(parts) if parts else "")


def _grades(*documents: Checked) -> dict[Grade, int]:
    found = [grade(f) for d in documents for f in d.findings]
    return {name: found.count(name) for name in GRADES}


def counts_text(counts: dict[Grade, int], lang: Lang) -> str:
    """Return the numbers of findings in words, those that are zero left out."""
    parts = [GRADE_COUNTS[name].get(lang).format(n=n) for name, n in counts.items() if n]
    return ", ".join(parts) or tell("none_found", lang)


def _unchecked(checked: Checked, view: View) -> Iterator[Styled]:
    """Yield what was left unchecked: rules that crashed, did not apply or were left out, facts not understood."""
    lang = view.lang
    yield from _rules_not_run(checked, lang)
    if view.left_out:
        yield styled(f"{_ids(view.left_out)}: {tell('left_out', lang)}")
    for kind, counted in coverage(checked).items():
        left = counted.found - counted.understood
        if left > 0:
            key = "unmapped" if kind == "headings" else "not_understood"
            yield styled(tell(key, lang, n=left, kind=FACT_NAMES[kind].get(lang)))
    unclear = sum(m.verdict is Verdict.UNCLEAR for o in checked.draft.outlines for m in o.matches)
    if unclear:
        yield styled(tell("unclear_items", lang, n=unclear))
    yield styled(tell("beyond", lang))


def _rules_not_run(checked: Checked, lang: Lang) -> Iterator[Styled]:
    for outcome in checked.outcomes:
        if outcome.outcome is Outcome.ERROR:
            reason = outcome.reason.get(lang) if outcome.reason else ""
            yield styled((outcome.id, "error"), ": " + tell("crashed", lang, reason=one_line(reason)))
    reasons: dict[str, list[str]] = {}
    for outcome in checked.outcomes:
        if outcome.outcome is Outcome.NOT_APPLICABLE:
            reason = outcome.reason.get(lang) if outcome.reason else tell("no_reason", lang)
            reasons.setdefault(one_line(reason), []).append(outcome.id)
    for reason, ids in reasons.items():
        yield styled(f"{_ids(ids)}: {reason}")


def _ids(ids: Sequence[str]) -> str:
    more = f", … (+{len(ids) - _IDS_SHOWN})" if len(ids) > _IDS_SHOWN else ""
    return ", ".join(ids[:_IDS_SHOWN]) + more


def conclusion(report: Report, view: View) -> list[str]:
    """Return the last lines: files, findings of all files, and what the exit code means."""
    lang = view.lang
    checked = [d for d in report.documents if isinstance(d, Checked)]
    unread = [d for d in report.documents if isinstance(d, Unreadable)]
    lines: list[str] = []
    if len(report.documents) > 1:
        lines += wrap(
            styled((tell("files", lang, n=len(checked), all=len(report.documents)), "strong")),
            view.width,
            color=view.color,
        )
        for document in unread:
            lines += wrap(
                styled(tell("unread", lang, path=shown(document.path))), view.width, first="  - ", rest="    "
            )
    total = tell("total", lang, counts=counts_text(_grades(*checked), lang))
    code = report.exit_code(view.fail_on)
    style: Style = "good" if code == 0 else "error"
    lines += wrap(styled((total, "strong")), view.width, color=view.color) if checked else []
    return [*lines, *wrap(styled((_meaning(report, view, code), style)), view.width, color=view.color)]


def _meaning(report: Report, view: View, code: int) -> str:
    lang = view.lang
    if code == 2:
        unread = any(isinstance(d, Unreadable) for d in report.documents) or not report.documents
        return tell("exit_unreadable" if unread else "exit_crashed", lang)
    if code == 1:
        fails = [
            f for f in report.findings if f.outcome == "fail" and f.level >= (view.fail_on or Level.ERROR)
        ]
        return tell("exit_1", lang, n=len(fails))
    if not report.findings:
        return tell("exit_clean", lang)
    return tell("exit_0" if view.fail_on else "exit_never", lang)
