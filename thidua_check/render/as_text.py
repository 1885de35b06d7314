"""The report for people at a terminal: findings by section, then what was checked and what was not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from attrs import evolve

from thidua_check.findings import Finding, Lang, Related
from thidua_check.render.conclusion import conclusion
from thidua_check.render.context import Atlas
from thidua_check.render.ending import account
from thidua_check.render.groups import group_name
from thidua_check.render.layout import columns, paint, styled, wrap
from thidua_check.render.places import place
from thidua_check.render.safe import one_line, shown
from thidua_check.render.view import View
from thidua_check.render.words import GRADE_STYLES, GRADE_WORDS, LEVEL_WORDS, grade, say
from thidua_check.report import Checked, Report, Unreadable

_PLACES_SHOWN = 8
_WORDS_SHOWN = 40
_INDENT = "    "
_LABEL = 10  # columns of the longest label under a finding


def render_text(report: Report, view: View) -> str:
    """Return the report as lines of ``view.width`` columns, ending in a line feed."""
    lines: list[str] = []
    for document in report.documents:
        lines += _document(document, view) if isinstance(document, Checked) else unreadable(document, view)
        lines.append("")
    lines += conclusion(report, view)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def unreadable(document: Unreadable, view: View) -> list[str]:
    """Return the lines for a file that could not be checked."""
    error = document.error.en if view.lang == "en" else document.error.vi
    return [
        *_title(document.path, view),
        *wrap(
            styled((say("unreadable", view.lang), "error"), ": " + one_line(error)),
            view.width,
            first="  ",
            rest=_INDENT,
            color=view.color,
        ),
    ]


def _document(checked: Checked, view: View) -> list[str]:
    atlas = Atlas.of(checked.draft.document, checked.draft.anatomy)
    visible = [f for f in checked.findings if f.level >= view.min_level]
    visible.sort(key=lambda f: (atlas.position(f.location), f.location.start))
    lines = _title(checked.path, view)
    name = _group_names(atlas, view)
    for group, members in groupby(visible, key=name):
        lines += ["", *wrap(styled((group, "strong")), view.width, rest=_INDENT, color=view.color)]
        for finding in members:
            lines += _finding(finding, atlas, view)
    lines += _silence(checked, visible, view)
    return [*lines, "", *account(checked, view)]


def _title(path: str, view: View) -> list[str]:
    """Head a file's lines; the path stays in one piece, to be copied."""
    rule, name = "─" * view.width, shown(path)
    return [paint(name, "strong"), paint(rule, "faint")] if view.color else [name, rule]


def _silence(checked: Checked, visible: Sequence[Finding], view: View) -> list[str]:
    hidden = len(checked.findings) - len(visible)
    level = LEVEL_WORDS[view.min_level].get(view.lang)
    lines: list[str] = []
    if not checked.findings:
        lines.append(say("nothing", view.lang))
    elif not visible:
        lines.append(say("nothing_shown", view.lang, level=level))
    if hidden:
        lines.append(say("hidden", view.lang, n=hidden, level=level))
    return ["", *(line for text in lines for line in wrap(styled(text), view.width))] if lines else []


def _group_names(atlas: Atlas, view: View) -> Callable[[Finding], str]:
    """Return the function that names the part of the document a finding stands in."""
    return lambda finding: _two_lines(group_name(finding.location, atlas, view.lang), view)


def _two_lines(text: str, view: View) -> str:
    room = 2 * view.width - 20
    return text if len(text) <= room else text[: text.rfind(" ", 0, room)] + " …"


def _finding(finding: Finding, atlas: Atlas, view: View) -> list[str]:
    style = GRADE_STYLES[grade(finding)]
    head = styled(
        (GRADE_WORDS[grade(finding)].get(view.lang), style),
        f" {finding.rule}  {one_line(finding.message.get(view.lang))}",
    )
    lines = wrap(head, view.width, first="  ", rest=_INDENT, color=view.color)
    lines += _sentence(finding, atlas, view)
    rows = [(say(key, view.lang), styled(text)) for key, text in _details(finding, atlas, view)]
    return [*lines, *columns(rows, view.width, indent=_INDENT + "  ", color=view.color, least=_LABEL)]


def _sentence(finding: Finding, atlas: Atlas, view: View) -> list[str]:
    quoted = atlas.quote(finding.location, finding.excerpt)
    if not quoted.words.strip() and not quoted.before and not quoted.after:
        return []
    if finding.absent:
        content = styled(
            quoted.before + quoted.words + " ", (f"◄ {say('here', view.lang)}", GRADE_STYLES[grade(finding)])
        )
    elif view.color:
        content = styled(quoted.before, (quoted.words, GRADE_STYLES[grade(finding)]), quoted.after)
    else:
        content = styled(f"{quoted.before}«{quoted.words}»{quoted.after}")
    return wrap(content, view.width, first=_INDENT + "│ ", rest=_INDENT + "│ ", color=view.color)


def _details(finding: Finding, atlas: Atlas, view: View) -> list[tuple[str, str]]:
    """Return the lines under a finding as (phrase, text): place, other places, basis, repair."""
    lang = view.lang
    # The section is the heading above; only a place elsewhere needs it.
    rows = [("where", place(evolve(finding.location, section=()), lang))]
    if finding.count > 1:
        rows.append(("also", _other_places(finding, view)))
    rows += [("related", _related(related, finding, atlas, lang)) for related in finding.related]
    if finding.basis:
        rows.append(
            ("basis", one_line(", ".join(filter(None, (finding.basis.document, finding.basis.clause)))))
        )
    if finding.suggestion:
        rows.append(("repair", one_line(finding.suggestion.text.get(lang))))
    if finding.confidence == "low" and finding.outcome == "fail":
        rows.append(("unsure", say("unsure_text", lang)))
    return rows


def _related(related: Related, finding: Finding, atlas: Atlas, lang: Lang) -> str:
    """Return the words of a related place, what they have to do with the finding, and where they stand."""
    words = _short(atlas.quote(related.location, "").words)
    note = one_line(related.note.get(lang))
    same = related.location.section == finding.location.section
    where = place(evolve(related.location, section=()) if same else related.location, lang)
    return f"“{words}”: {note} ({where})" if words else f"{note} ({where})"


def _short(text: str) -> str:
    return text if len(text) <= _WORDS_SHOWN else text[: _WORDS_SHOWN - 1] + "…"


def _other_places(finding: Finding, view: View) -> str:
    others = finding.places[1:]
    words = [
        _place_and_excerpt(p.excerpt, place(p.location, view.lang), finding) for p in others[:_PLACES_SHOWN]
    ]
    if len(others) > _PLACES_SHOWN:
        words.append(say("more_places", view.lang, n=len(others) - _PLACES_SHOWN))
    return "; ".join(words)


def _place_and_excerpt(excerpt: str, where: str, finding: Finding) -> str:
    if excerpt == finding.excerpt or not excerpt.strip():
        return where
    return f"{where} “{_short(one_line(excerpt))}”"
