"""The whole page: policy, style, script, and the drafts of a report one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from thidua_check.outline.model import Verdict
from thidua_check.render.conclusion import grades, meaning
from thidua_check.render.html.account import account_html, rules_html
from thidua_check.render.html.draft_text import text_html
from thidua_check.render.html.listing import findings_html
from thidua_check.render.html.markup import both, each, in_both, inline
from thidua_check.render.html.outline_table import outlines_html
from thidua_check.render.html.places import Sheet, sheet
from thidua_check.render.html.policy import policy, resource
from thidua_check.render.html.words import GRADE_NAMES, counted, said, title
from thidua_check.render.view import View
from thidua_check.render.words import GRADE_COUNTS, GRADES, PHRASES
from thidua_check.report import Checked, Report, Unreadable
from thidua_check.version import VERSION

_PARTS = ("findings", "text", "outline", "checked", "unchecked")


def render_html(report: Report, view: View, *, top: str = "") -> str:
    """Return the report as one HTML page that loads nothing and lets nothing be loaded.

    Both languages are in it; ``view.lang`` is shown first. ``top`` is markup to stand above the results.
    """
    style, script = resource(__package__, "page.css"), resource(__package__, "page.js")
    body = "".join(_body(report, view, top))
    return (
        f'<!DOCTYPE html>\n<html lang="{view.lang}" data-shown="{view.lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(style, script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n'
        f"<title>{inline(_title(report, view))}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}\n"
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def _title(report: Report, view: View) -> str:
    paths = [d.path for d in report.documents]
    return f"{title(view.lang)}: {paths[0]}" if len(paths) == 1 else title(view.lang)


def _body(report: Report, view: View, top: str) -> Iterator[str]:
    sheets = [
        sheet(d, n, view.min_level) if isinstance(d, Checked) else d
        for n, d in enumerate(report.documents, 1)
    ]
    yield f'<a class="skip" href="#results">{said("skip")}</a>'
    yield from _header(report, view)
    yield top
    yield '<main id="results" tabindex="-1">'
    if len(sheets) > 1:
        yield _overview(sheets)
    for number, one in enumerate(sheets, 1):
        yield _draft(one, report, view) if isinstance(one, Sheet) else _unreadable(one, number)
    shown = (entry.finding.rule for one in sheets if isinstance(one, Sheet) for entry in one.entries)
    yield rules_html(report, shown)
    yield "</main>"
    yield (
        f"<footer><p>{said('made_by')} {inline(VERSION)}, {said('pack')} {inline(report.pack_version)}"
        f" ({inline(report.pack_sha256[:12])})</p></footer>"
    )


def _header(report: Report, view: View) -> Iterator[str]:
    tone = ("good", "error", "error")[report.exit_code(view.fail_on)]
    yield f'<header><div class="top"><h1>{said("title")}</h1>'
    yield f'<div class="languages needs-script" role="group" aria-labelledby="language"><span id="language" class="unseen">{said("language")}</span>'
    for lang, name in (("vi", "Tiếng Việt"), ("en", "English")):
        pressed = "true" if view.lang == lang else "false"
        yield f'<button type="button" data-language="{lang}" aria-pressed="{pressed}"><bdi lang="{lang}">{name}</bdi></button>'
    yield "</div></div>"
    yield f'<p class="verdict {tone}">{each(lambda lang: meaning(report, evolve(view, lang=lang)))}</p></header>'


def _overview(sheets: Sequence[Sheet | Unreadable]) -> str:
    """Return the table of the drafts with their counts."""
    head = "".join(f'<th scope="col">{words}</th>' for words in _columns())
    rows = "".join(_overview_row(one, number) for number, one in enumerate(sheets, 1))
    return (
        f'<nav aria-labelledby="drafts-h"><h2 id="drafts-h">{said("drafts")}</h2><div class="wide" role="region" tabindex="0"'
        f' aria-labelledby="drafts-h"><table class="overview"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></nav>'
    )


def _columns() -> Iterator[str]:
    yield said("draft")
    yield from (both(GRADE_NAMES[grade]) for grade in GRADES)
    yield said("items")


def _overview_row(one: Sheet | Unreadable, number: int) -> str:
    name = one.checked.path if isinstance(one, Sheet) else one.path
    head = f'<th scope="row"><a href="#d{number}"><bdi>{inline(name)}</bdi></a></th>'
    if isinstance(one, Unreadable):
        return f'<tr>{head}<td colspan="{len(GRADES) + 1}">{both(PHRASES["unreadable"])}</td></tr>'
    counts = grades(one.checked)
    cells = "".join(f'<td class="{g if counts[g] else "zero"}">{counts[g]}</td>' for g in GRADES)
    return f"<tr>{head}{cells}<td>{_answered(one)}</td></tr>"


def _answered(one: Sheet) -> str:
    items = [
        m for o in one.checked.draft.outlines for m in o.matches if m.verdict is not Verdict.NOT_APPLICABLE
    ]
    there = [m for m in items if m.verdict not in (Verdict.MISSING, Verdict.UNCLEAR)]
    return f"{len(there)}/{len(items)}" if items else "–"


def _draft(one: Sheet, report: Report, view: View) -> str:
    name = one.name
    links = "".join(f'<li><a href="#{name}-{key}">{said(key)}</a></li>' for key in _PARTS)
    return (
        f'<article id="{name}" aria-labelledby="{name}-h"><h2 id="{name}-h"><bdi>{inline(one.checked.path)}</bdi></h2>'
        f'<p class="counts">{_counts(one)}</p>'
        f'<nav class="contents" aria-labelledby="{name}-nav {name}-h"><span id="{name}-nav" class="unseen">{said("contents")}</span><ul>{links}</ul></nav>'
        f'<div class="beside">{findings_html(one, report, view.min_level)}{text_html(one)}</div>'
        f"{outlines_html(one)}{account_html(one, report, view.left_out)}</article>"
    )


def _counts(one: Sheet) -> str:
    counts = grades(one.checked)
    return " ".join(
        f'<span class="badge {grade}">{both(counted(GRADE_COUNTS[grade], n))}</span>'
        for grade, n in counts.items()
        if n
    )


def _unreadable(document: Unreadable, number: int) -> str:
    error = document.error
    return (
        f'<article id="d{number}" aria-labelledby="d{number}-h"><h2 id="d{number}-h"><bdi>{inline(document.path)}</bdi></h2>'
        f'<p class="verdict error"><b>{both(PHRASES["unreadable"])}</b>: {in_both(inline(error.vi), inline(error.en))}</p></article>'
    )
