"""The account of one draft: what was checked and how, and what was not."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Finding, Lang, Outcome, Words
from thidua_check.outline.model import OutlineMap, Verdict, not_judged
from thidua_check.render.conclusion import counts_text, grades
from thidua_check.render.layout import Styled, columns, styled, wrap
from thidua_check.render.safe import one_line, shown
from thidua_check.render.tally import coverage, not_understood
from thidua_check.render.view import View
from thidua_check.render.words import FACT_NAMES
from thidua_check.render.words_ending import AS_OF, HOW, PROFILE_HOW, STAGES, tell
from thidua_check.report import Checked
from thidua_check.ruleset.packs import is_own

_INDENT = "  "
_IDS_SHOWN = 12
_WORDS_SHOWN = 3
_SUPPRESSED_SHOWN = 3


def account(checked: Checked, view: View) -> list[str]:
    """Return the lines that say how one draft was checked and what was left unchecked."""
    lang = view.lang
    lines = wrap(styled((tell("checked", lang), "strong")), view.width, color=view.color)
    rows = [(tell(key, lang), styled(text)) for key, text in checked_rows(checked, lang)]
    if view.settings:
        rows.append((tell("settings", lang), styled(one_line(", ".join(view.settings)))))
    lines += columns(rows, view.width, indent=_INDENT, color=view.color)
    lines += wrap(styled((tell("not_checked", lang), "strong")), view.width, color=view.color)
    for text in _unchecked(checked, view):
        lines += wrap(text, view.width, first="  - ", rest="    ", color=view.color)
    return lines


def checked_rows(checked: Checked, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield how one draft was checked: a key of ``ENDING`` and the words, one pair for each thing chosen or counted."""
    draft = checked.draft
    yield "type", _type(draft, lang)
    for text in _outlines(draft, lang):
        yield "outline", text
    yield "stage", STAGES[draft.stage].get(lang)
    yield "as_of", _as_of(draft, lang)
    yield "understood", _understood(checked, lang)
    yield "rules", _rules(checked, lang)
    if own := [outcome.id for outcome in checked.outcomes if is_own(outcome.id)]:
        yield "own", tell("own_rules", lang, ids=_ids(own))
    for text in _changed(checked, lang):
        yield "changed", text
    yield "found", counts_text(grades(checked), lang)
    for text in _suppressed(checked, lang):
        yield "suppressed", one_line(text)


def _changed(checked: Checked, lang: Lang) -> Iterator[str]:
    """Yield the rules that ran as an office changed them, with its reason."""
    for outcome in checked.outcomes:
        if outcome.outcome in (Outcome.PASS, Outcome.FAIL, Outcome.REVIEW) and outcome.reason:
            yield one_line(f"{outcome.id}: {outcome.reason.get(lang)}")


def _suppressed(checked: Checked, lang: Lang) -> Iterator[str]:
    """Yield what was set aside and why; many for one reason, as with a baseline, are counted."""
    groups: dict[tuple[str, Words], list[Finding]] = {}
    for aside in checked.suppressed:
        groups.setdefault((aside.by.reason, aside.by.source), []).append(aside.finding)
    for (reason, source), findings in groups.items():
        why = f"{reason} ({source.get(lang)})"
        if len(findings) > _SUPPRESSED_SHOWN:
            yield tell("suppressed_many", lang, n=len(findings), why=why)
        else:
            yield from (f"{f.rule} “{f.excerpt}”: {why}" for f in findings)


def _type(draft: Draft, lang: Lang) -> str:
    kind = draft.anatomy.type
    name = one_line(kind.text).capitalize() if kind else tell("no_type", lang)
    profile = draft.profile
    if profile.id is None:
        return f"{name}; {tell('no_profile', lang)}"
    how = PROFILE_HOW[profile.how].get(lang).format(score=round(100 * profile.score))
    return f"{name}; {tell('profile', lang, id=one_line(profile.id))} ({how})"


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
    if not mapped.why or lang == "en":
        return how
    return mapped.why if mapped.how == "given" else f"{how}: {mapped.why}"


def _as_of(draft: Draft, lang: Lang) -> str:
    as_of = draft.as_of
    if as_of.date is None:
        return AS_OF["none"].get(lang)
    forms = {"day": "{0.day}/{0.month}/{0.year}", "month": "{0.month}/{0.year}", "year": "{0.year}"}
    day = forms.get(as_of.precision, forms["day"]).format(as_of.date)
    line = draft.anatomy.place_date
    unreal = (
        as_of.how == "document" and as_of.precision != "day" and line is not None and line.day is not None
    )
    return AS_OF["unreal" if unreal else as_of.how].get(lang).format(day=day)


def _understood(checked: Checked, lang: Lang) -> str:
    parts = [
        f"{c.understood}/{c.found} {FACT_NAMES[kind].get(lang)}"
        for kind, c in coverage(checked).items()
        if c.found
    ]
    return ", ".join(parts) or tell("no_facts", lang)


def _rules(checked: Checked, lang: Lang) -> str:
    seen = [outcome.outcome for outcome in checked.outcomes if not outcome.off]
    parts = [
        tell(f"rules_{outcome}", lang, n=seen.count(outcome)) for outcome in Outcome if seen.count(outcome)
    ]
    off = len(checked.outcomes) - len(seen)
    parts += [tell("rules_off", lang, n=off)] if off else []
    return tell("rules_run", lang, n=len(checked.outcomes)) + (": " + ", ".join(parts) if parts else "")


def _unchecked(checked: Checked, view: View) -> Iterator[Styled]:
    """Yield what was left unchecked: rules that crashed, did not apply or were left out, facts not understood."""
    lang = view.lang
    yield from _rules_not_run(checked, lang)
    if view.left_out:
        yield styled(f"{_ids(view.left_out)}: {tell('left_out', lang)}")
    if checked.draft.outlines:
        yield from outline_gaps(checked, lang)
    for kind, passages in not_understood(checked.draft).items():
        if passages:
            names, words = FACT_NAMES[kind].get(lang), _listed(passages)
            yield styled(tell("not_understood", lang, n=len(passages), kind=names, words=words))
    yield styled(tell("beyond", lang))


def outline_gaps(checked: Checked, lang: Lang) -> Iterator[Styled]:
    """Yield what could not be decided of the outline."""
    headings = coverage(checked)["headings"]
    if headings.found > headings.understood:
        yield styled(tell("unmapped", lang, n=headings.found - headings.understood))
    unclear = [m.item.id for o in checked.draft.outlines for m in o.matches if m.verdict is Verdict.UNCLEAR]
    if unclear:
        ids = one_line(_ids(list(dict.fromkeys(unclear))))
        yield styled(tell("unclear_items", lang, n=len(unclear), ids=ids))
    for mapped in checked.draft.outlines:
        if mapped.how == "given" and (words := _not_judged(mapped)):
            yield styled(tell("not_judged", lang, words=words))


def _not_judged(mapped: OutlineMap) -> str:
    """Return the instructions that no rule judges, with the items they belong to: those asked of this office only."""
    parts = [
        f"{match.item.id} “{'; '.join(words)}”"
        for match in mapped.matches
        if match.verdict is not Verdict.NOT_APPLICABLE and (words := not_judged(match.item))
    ]
    if mapped.outline.unchecked:
        parts.append(f"{mapped.outline.id} “{'; '.join(mapped.outline.unchecked)}”")
    return one_line("; ".join(parts))


def _listed(passages: Sequence[Passage]) -> str:
    """Return the first few passages in quotes."""
    words = list(dict.fromkeys(one_line(passage.text) for passage in passages))
    quoted = ", ".join(f"“{w if len(w) <= 40 else w[:39] + '…'}”" for w in words[:_WORDS_SHOWN])
    return quoted + (", …" if len(words) > _WORDS_SHOWN else "")


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
