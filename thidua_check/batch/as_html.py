"""The summary as one HTML page that loads nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from typing import Final

from thidua_check.batch.sheets import Cell, Sheet
from thidua_check.batch.words import say
from thidua_check.findings import Lang
from thidua_check.render.html.markup import inline
from thidua_check.render.uris import uri
from thidua_check.version import VERSION

_STYLE: Final = """
:root { --ink: #1d232b; --line: #d5dae1; --soft: #545d69; --link: #0b5394; }
html { font: 100%/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; color: var(--ink); }
body { margin: 0 auto; max-width: 100rem; padding: 0 1.25rem 2rem; overflow-wrap: break-word; }
h1 { font-size: 1.35rem; } h2 { font-size: 1.15rem; margin: 1.75rem 0 .4rem; }
a { color: var(--link); } .note { color: var(--soft); }
:focus-visible { outline: 3px solid #1a5fd0; outline-offset: 2px; }
.wide { overflow: auto; max-height: 80vh; border: 1px solid var(--line); }
table { border-collapse: collapse; font-size: .875rem; background: #fff; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; }
thead th { position: sticky; top: 0; background: #eef1f4; z-index: 1; }
tbody th { font-weight: 600; min-width: 12rem; }
td.n { text-align: right; }
.error { color: #a3211a; background: #fde5e2; } .warning { color: #7a4400; background: #fdf0cf; }
.review { color: #5f3596; background: #efe6fa; } .good { color: #1d6333; background: #e1f3e6; }
@media print { .wide { overflow: visible; max-height: none; border: 0; } thead th { position: static; } a { color: inherit; } }
@page { size: A4 landscape; margin: 12mm; }
"""


def summary_html(sheets: Sequence[Sheet], total: str, lang: Lang) -> str:
    """Return the page: a sentence, links to the tables, and the tables."""
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = inline(say("title", lang))
    contents = "".join(f'<li><a href="#{s.key}">{inline(s.title)}</a> ({len(s.rows)})</li>' for s in sheets)
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header><h1>{title}</h1><p>{inline(total)}</p></header>\n<nav><ul>{contents}</ul></nav>\n<main>\n"
        + "".join(part for sheet in sheets for part in _sheet(sheet, lang))
        + f"</main>\n<footer><p>{inline(say('made_by', lang))} {inline(VERSION)}</p></footer>\n</body>\n</html>\n"
    )


def _sheet(sheet: Sheet, lang: Lang) -> Iterator[str]:
    yield f'<section aria-labelledby="{sheet.key}"><h2 id="{sheet.key}">{inline(sheet.title)}</h2>\n'
    yield from (f'<p class="note">{inline(note)}</p>\n' for note in sheet.notes)
    if not sheet.rows:
        yield f"<p>{inline(say('nothing', lang))}</p></section>\n"
        return
    hints = sheet.hints or ("",) * len(sheet.heads)
    heads = "".join(map(_head, sheet.heads, hints))
    yield f'<div class="wide" role="region" tabindex="0" aria-labelledby="{sheet.key}"><table aria-labelledby="{sheet.key}">'
    yield f"<thead><tr>{heads}</tr></thead><tbody>\n"
    for first, *rest in sheet.rows:
        yield f'<tr><th scope="row">{_content(first)}</th>{"".join(map(_cell, rest))}</tr>\n'
    yield "</tbody></table></div>"
    named = [(head, hint) for head, hint in zip(sheet.heads, hints, strict=True) if hint]
    if named:
        yield "<ul>" + "".join(f"<li><b>{inline(h)}</b>: {inline(t)}</li>" for h, t in named) + "</ul>"
    yield "</section>\n"


def _head(head: str, hint: str) -> str:
    title = f' title="{inline(hint)}"' if hint else ""
    return f'<th scope="col"{title}>{inline(head)}</th>'


def _cell(cell: Cell) -> str:
    kinds = " ".join(filter(None, (cell.tone, "n" if isinstance(cell.value, int) else "")))
    return f'<td class="{kinds}">{_content(cell)}</td>' if kinds else f"<td>{_content(cell)}</td>"


def _content(cell: Cell) -> str:
    if cell.links:
        return " ".join(f'<a href="{inline(_href(path))}">{inline(name)}</a>' for name, path in cell.links)
    return inline(str(cell.value))


def _href(path: str) -> str:
    """Return a relative path as a reference that no colon in it turns into another scheme.

    >>> _href("báo cáo.html")
    './b%C3%A1o%20c%C3%A1o.html'
    """
    return "./" + uri(path)
