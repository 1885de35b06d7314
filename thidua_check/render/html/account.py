"""The account of a draft on the page: how it was checked, what was understood, and what was left unchecked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from thidua_check.document import Passage
from thidua_check.findings import Coverage, Lang, Outcome, Words
from thidua_check.render.ending import checked_rows, outline_gaps
from thidua_check.render.html.markup import both, in_both, inline
from thidua_check.render.html.places import Sheet
from thidua_check.render.html.words import folded, said
from thidua_check.render.tally import coverage, not_understood, unmapped
from thidua_check.render.words import FACT_NAMES
from thidua_check.render.words_ending import ENDING, tell
from thidua_check.report import Report
from thidua_check.rule_card import RuleCard

# What has a table of its own on the page.
_ELSEWHERE = ("understood", "suppressed")
_LINKS_SHOWN = 24


def account_html(sheet: Sheet, report: Report, left_out: tuple[str, ...]) -> str:
    """Return the sections on how the draft was checked, what was not, and what was set aside."""
    cards = {card.id: card for card in report.rules}
    parts = [_section(sheet, "checked", _how(sheet) + _coverage(sheet))]
    parts.append(_section(sheet, "unchecked", _unchecked(sheet, cards, left_out)))
    if sheet.checked.suppressed:
        parts.append(_section(sheet, "aside", _aside(sheet)))
    return "".join(parts)


def _section(sheet: Sheet, key: str, content: str) -> str:
    name = f"{sheet.name}-{key}"
    return f'<section id="{name}" aria-labelledby="{name}-h {sheet.name}-h"><h3 id="{name}-h">{said(key)}</h3>{content}</section>'


def _how(sheet: Sheet) -> str:
    """Return how type, profile, outline, stage and date were chosen."""

    def rows(lang: Lang) -> str:
        found = [(key, words) for key, words in checked_rows(sheet.checked, lang) if key not in _ELSEWHERE]
        return "".join(
            f"<dt>{inline(ENDING[key].get(lang))}</dt><dd>{inline(words)}</dd>" for key, words in found
        )

    return in_both(f"<dl>{rows('vi')}</dl>", f"<dl>{rows('en')}</dl>", "div")


def _coverage(sheet: Sheet) -> str:
    missed = {**not_understood(sheet.checked.draft), "headings": unmapped(sheet.checked.draft)}
    rows = "".join(
        _coverage_row(sheet, FACT_NAMES[kind], counted, missed.get(kind, ()))
        for kind, counted in coverage(sheet.checked).items()
        if counted.found
    )
    if not rows:
        return f"<p>{both(ENDING['no_facts'])}</p>"
    head = "".join(f'<th scope="col">{said(key)}</th>' for key in ("fact", "understood", "not_understood"))
    return f'<h4>{said("coverage")}</h4><table class="coverage"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _coverage_row(sheet: Sheet, kind: Words, counted: Coverage, missed: Sequence[Passage]) -> str:
    """Return what was understood of one kind; what is missing there and is no gap is spoken of by a finding."""
    links = [sheet.passage_link(passage, passage.text) for passage in missed]
    parts = [folded(links, ", ", _LINKS_SHOWN)] if links else []
    spoken = counted.found - counted.understood - len(missed)
    if spoken > 0:
        parts.insert(0, f"{spoken} {said('in_findings')}")
    share = f"{counted.understood} {said('of')} {counted.found}"
    gap = "; ".join(parts) or said("nothing_left")
    return f'<tr><th scope="row">{both(kind)}</th><td>{share}</td><td>{gap}</td></tr>'


def _unchecked(sheet: Sheet, cards: dict[str, RuleCard], left_out: tuple[str, ...]) -> str:
    rows = "".join(
        f"<tr><td>{why}</td><td>{'; '.join(_titled(rule, cards) for rule in rules)}</td></tr>"
        for why, rules in _reasons(sheet, left_out).items()
    )
    head = "".join(f'<th scope="col">{said(key)}</th>' for key in ("why", "not_run"))
    table = (
        f'<table class="reasons"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>' if rows else ""
    )

    def gaps(lang: Lang) -> str:
        lines = (
            [gap.text for gap in outline_gaps(sheet.checked, lang)] if sheet.checked.draft.outlines else []
        )
        return "".join(f"<li>{inline(line)}</li>" for line in (*lines, tell("beyond", lang)))

    return table + in_both(f"<ul>{gaps('vi')}</ul>", f"<ul>{gaps('en')}</ul>", "div")


def _reasons(sheet: Sheet, left_out: tuple[str, ...]) -> dict[str, list[str]]:
    """Return the rules that were not run by the reason, as markup; rules that crashed come first."""
    reasons: dict[str, list[str]] = {}
    for outcome in sheet.checked.outcomes:
        if outcome.outcome is Outcome.ERROR:
            why = outcome.reason or Words("")
            crashed = Words(tell("crashed", "vi", reason=why.vi), tell("crashed", "en", reason=why.get("en")))
            reasons.setdefault(both(crashed), []).append(outcome.id)
    for outcome in sheet.checked.outcomes:
        if outcome.outcome is Outcome.NOT_APPLICABLE:
            reasons.setdefault(both(outcome.reason or ENDING["no_reason"]), []).append(outcome.id)
    if left_out:
        reasons[both(ENDING["left_out"])] = list(left_out)
    return reasons


def _titled(rule: str, cards: dict[str, RuleCard]) -> str:
    card = cards.get(rule)
    named = f'<span class="rule">{inline(rule)}</span>'
    return f"{named} {both(card.title)}" if card else named


def _aside(sheet: Sheet) -> str:
    items = "".join(
        f'<li><span class="rule">{inline(s.finding.rule)}</span> <q lang="vi">{inline(s.finding.excerpt)}</q>: '
        f'<bdi lang="vi">{inline(s.by.reason)}</bdi> ({both(s.by.source)})</li>'
        for s in sheet.checked.suppressed
    )
    return f"<ul>{items}</ul>"


def rules_html(report: Report, named: Iterable[str]) -> str:
    """Return the rules that findings name, each with its title, basis and help."""
    wanted = frozenset(named)
    cards = [card for card in report.rules if card.id in wanted]
    if not cards:
        return ""
    items = "".join("".join(_rule(card)) for card in cards)
    return f'<section class="rules" id="rules" aria-labelledby="rules-h"><h2 id="rules-h">{said("rules")}</h2>{items}</section>'


def _rule(card: RuleCard) -> Iterator[str]:
    yield f'<div class="card" id="rule-{inline(card.id)}"><h3><span class="rule">{inline(card.id)}</span> {both(card.title)}</h3>'
    guide = card.guide()
    if guide.vi:
        yield f"<p>{both(guide)}</p>"
    if card.basis:
        basis = ", ".join(filter(None, (card.basis.document, card.basis.clause)))
        yield f'<p class="basis"><bdi lang="vi">{inline(basis)}</bdi></p>'
    yield "</div>"
