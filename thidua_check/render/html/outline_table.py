"""The outline as a table: each required item, what became of it, where it is found, and the closest heading."""

from __future__ import annotations

from collections.abc import Iterator

from thidua_check.anatomy.model import Section
from thidua_check.document import Location
from thidua_check.outline.model import ItemMatch, OutlineItem, OutlineMap, Verdict
from thidua_check.render.html.markup import both, inline
from thidua_check.render.html.places import Sheet, place_words
from thidua_check.render.html.words import VERDICTS, folded, said
from thidua_check.render.words_ending import HOW

_EXTRA_SHOWN = 30
_BAD = frozenset({Verdict.MISSING})
_OPEN = frozenset({Verdict.UNCLEAR})
_PLAIN = frozenset({Verdict.NOT_APPLICABLE})


def outlines_html(sheet: Sheet) -> str:
    """Return a table for each outline the draft was held against."""
    name = f"{sheet.name}-outline"
    maps = sheet.checked.draft.outlines
    tables = "".join(_table(sheet, mapped, f"{name}-{n}") for n, mapped in enumerate(maps, 1))
    content = tables or f"<p>{said('no_outline')}</p>"
    return f'<section class="outline" id="{name}" aria-labelledby="{name}-h {sheet.name}-h"><h3 id="{name}-h">{said("outline")}</h3>{content}</section>'


def _table(sheet: Sheet, mapped: OutlineMap, name: str) -> str:
    head = "".join(f'<th scope="col">{said(key)}</th>' for key in ("item", "verdict", "found", "nearest"))
    rows = "".join(_row(sheet, match) for match in mapped.matches)
    return (
        f'<h4 id="{name}">{_title(mapped)}</h4>'
        f'<div class="wide" role="region" tabindex="0" aria-labelledby="{name}"><table aria-labelledby="{name}">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>{_extra(sheet, mapped)}"
    )


def _title(mapped: OutlineMap) -> str:
    outline = mapped.outline
    part = f" ({said('part')} {inline(mapped.part)})" if mapped.part else ""
    why = f' <bdi lang="vi">{inline(mapped.why)}</bdi>' if mapped.why else both(HOW[mapped.how])
    return f'{inline(outline.id)}: <bdi lang="vi">{inline(outline.title)}</bdi>{part}; {why}'


def _row(sheet: Sheet, match: ItemMatch) -> str:
    item, verdict = match.item, match.verdict
    tone = (
        "error"
        if verdict in _BAD
        else "review"
        if verdict in _OPEN
        else "info"
        if verdict in _PLAIN
        else "good"
    )
    found = "<br>".join(_heading(sheet, section) for section in match.sections)
    return (
        f'<tr><th scope="row" class="level{min(item.level, 4)}" lang="vi">{_item(item)}</th>'
        f'<td><span class="badge {tone}">{both(VERDICTS[verdict])}</span></td>'
        f"{_cell('found', found)}{_cell('nearest', ''.join(_reasons(sheet, match)))}</tr>"
    )


def _cell(key: str, content: str) -> str:
    """Return a cell that names its column where the page is too narrow for columns."""
    return (
        f'<td><span class="narrow">{said(key)}:</span> {content}</td>'
        if content
        else '<td class="nil">–</td>'
    )


def _item(item: OutlineItem) -> str:
    label = inline(item.label)
    return f"{label}{'.' if label[-1:].isalnum() else ''} {inline(item.title)}".strip()


def _heading(sheet: Sheet, section: Section) -> str:
    heading = section.heading
    location = Location.of(heading.passages[0], heading.path)
    words = f'<span class="words"><bdi lang="vi">{inline(f"{heading.label} {heading.title}".strip())}</bdi></span>'
    return f'{sheet.link(location, words)} <span class="at">({place_words(location, section=False)})</span>'


def _reasons(sheet: Sheet, match: ItemMatch) -> Iterator[str]:
    if match.nearest is not None:
        yield f"<p>{_heading(sheet, match.nearest)}</p>"
    if match.verdict is Verdict.MISSING and match.after is not None:
        yield f"<p>{said('after')}: {_heading(sheet, match.after)}</p>"
    if match.evidence:
        yield f'<p class="evidence" lang="vi">{inline(match.evidence)}</p>'


def _extra(sheet: Sheet, mapped: OutlineMap) -> str:
    if not mapped.extra:
        return ""
    headings = [_heading(sheet, section) for section in mapped.extra]
    return f'<div class="what">{said("extra")}</div><div>{folded(headings, "<br>", _EXTRA_SHOWN)}</div>'
