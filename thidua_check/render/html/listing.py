"""The list of findings: by section, each with its words, places, repair and basis; and the filter over it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from thidua_check.findings import Level, Related, Words
from thidua_check.render.groups import group_name
from thidua_check.render.html.markup import both, each, inline
from thidua_check.render.html.places import Entry, Sheet, place_words
from thidua_check.render.html.words import folded, said
from thidua_check.render.rule_pages import FAMILIES
from thidua_check.render.words import GRADE_WORDS, GRADES, LEVEL_WORDS, PHRASES, say
from thidua_check.report import Report

_WORDS_SHOWN = 60
_PLACES_SHOWN = 8


def findings_html(sheet: Sheet, report: Report, min_level: Level) -> str:
    """Return the panel of findings: filter, groups, and what is not shown."""
    name = f"{sheet.name}-findings"
    known = frozenset(card.id for card in report.rules)
    parts = [f'<section class="list" id="{name}" aria-labelledby="{name}-h {sheet.name}-h">']
    parts.append(f'<h3 id="{name}-h">{said("findings")} <span class="n">{len(sheet.entries)}</span></h3>')
    if sheet.entries:
        parts.append(_filter(sheet))
        parts += _groups(sheet, known)
    elif not sheet.hidden:
        parts.append(f"<p>{said('none')}</p>")
    if sheet.hidden:
        parts.append(
            f"<p>{each(lambda lang: say('hidden', lang, n=sheet.hidden, level=LEVEL_WORDS[min_level].get(lang)))}</p>"
        )
    return "".join(parts) + "</section>"


def _filter(sheet: Sheet) -> str:
    name = f"{sheet.name}-filter"
    grades = Counter(entry.grade for entry in sheet.entries)
    families = Counter(entry.finding.family for entry in sheet.entries)
    levels = [(g, GRADE_WORDS[g], grades[g]) for g in GRADES if grades[g]]
    groups = [
        (f, Words(*FAMILIES.get(f, (f, f))), families[f]) for f in (*FAMILIES, *families) if families[f]
    ]
    total = len(sheet.entries)
    return (
        f'<div class="filter needs-script" role="search" aria-labelledby="{name} {sheet.name}-h">'
        f'<h4 id="{name}" class="unseen">{said("filter")}</h4>'
        f'<p><label for="{name}-q">{said("search")}</label>'
        f'<input type="search" id="{name}-q" autocomplete="off" spellcheck="false"></p>'
        + _buttons(f"{name}-g", "levels", "grade", levels)
        + _buttons(f"{name}-r", "families", "family", list(dict.fromkeys(groups)))
        + f'<p class="state"><span role="status">{said("showing")} <b class="shown">{total}</b> {said("of")} {total}</span>'
        f' <button type="button" class="clear" hidden>{said("clear")}</button></p></div>'
        f'<p class="empty" hidden>{said("empty")}</p>'
    )


def _buttons(name: str, key: str, field: str, choices: Sequence[tuple[str, Words, int]]) -> str:
    buttons = "".join(
        f'<button type="button" class="{inline(value) if field == "grade" else "family"}" data-{field}="{inline(value)}" aria-pressed="false">'
        f'{both(words)} <span class="n">{count}</span></button>'
        for value, words, count in choices
    )
    return f'<div class="choice" role="group" aria-labelledby="{name}"><span id="{name}">{said(key)}</span>{buttons}</div>'


def _groups(sheet: Sheet, known: frozenset[str]) -> Iterator[str]:
    def heading(entry: Entry) -> str:
        return each(lambda lang: group_name(entry.finding.location, sheet.atlas, lang))

    for title, members in groupby(sheet.entries, key=heading):
        entries = list(members)
        yield f'<div class="group"><h4>{title}</h4><ol>'
        yield from (_finding(sheet, entry, known) for entry in entries)
        yield "</ol></div>"


def _finding(sheet: Sheet, entry: Entry, known: frozenset[str]) -> str:
    finding = entry.finding
    rule = inline(finding.rule)
    named = f'<a href="#rule-{rule}">{rule}</a>' if finding.rule in known else rule
    rows = "".join(
        f'<div class="row"><b>{both(PHRASES[key])}</b> {words}</div>' for key, words in _rows(sheet, entry)
    )
    return (
        f'<li id="{sheet.finding_name(entry.number)}" class="{entry.grade}" data-grade="{entry.grade}"'
        f' data-family="{inline(finding.family)}" data-number="{entry.number}" tabindex="-1">'
        f'<p class="head"><span class="n">{entry.number}</span> <b class="grade">{both(GRADE_WORDS[entry.grade])}</b>'
        f' <span class="rule">{named}</span></p><p class="message">{both(finding.message)}</p>{_sentence(sheet, entry)}{rows}</li>'
    )


def _sentence(sheet: Sheet, entry: Entry) -> str:
    quoted = sheet.atlas.quote(entry.finding.location, entry.finding.excerpt)
    if not any((quoted.words.strip(), quoted.before, quoted.after)):
        return ""
    before, words, after = map(inline, (quoted.before, quoted.words, quoted.after))
    if entry.finding.absent:
        here = f'<b class="grade">◄ {both(PHRASES["here"])}</b>'
        return f'<blockquote lang="vi" class="{entry.grade}">{before}{words} {here}</blockquote>'
    return f'<blockquote lang="vi">{before}<mark class="{entry.grade}">{words}</mark>{after}</blockquote>'


def _rows(sheet: Sheet, entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the lines under a finding: a key of ``PHRASES`` and markup."""
    finding = entry.finding
    yield "where", _spot(sheet, entry, 1, section=False)
    if len(entry.locations) > 1:
        others = [_spot(sheet, entry, n) for n in range(2, len(entry.locations) + 1)]
        yield "also", folded(others, "; ", _PLACES_SHOWN)
    if finding.related:
        yield "related", folded([_related(sheet, r) for r in finding.related], "; ", _PLACES_SHOWN)
    if finding.suggestion:
        yield "repair", both(finding.suggestion.text)
    if finding.basis:
        basis = ", ".join(filter(None, (finding.basis.document, finding.basis.clause)))
        yield "basis", f'<bdi lang="vi">{inline(basis)}</bdi>'
    if finding.confidence == "low" and finding.outcome == "fail":
        yield "unsure", both(PHRASES["unsure_text"])


def _spot(sheet: Sheet, entry: Entry, nth: int, *, section: bool = True) -> str:
    """Return the nth place of a finding as a link to its mark in the text."""
    location = entry.locations[nth - 1]
    words = place_words(location, section=section)
    if sheet.paragraph_name(location) is None:
        return words
    return f'<a class="spot" href="#{sheet.mark_name(entry.number, nth)}">{words}</a>'


def _related(sheet: Sheet, related: Related) -> str:
    words = sheet.atlas.quote(related.location, "").words
    cut = words if len(words) <= _WORDS_SHOWN else words[: _WORDS_SHOWN - 1] + "…"
    quoted = f'<q lang="vi">{inline(cut)}</q>: ' if words else ""
    return f"{quoted}{both(related.note)} ({sheet.link(related.location, place_words(related.location))})"
