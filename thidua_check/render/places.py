"""Places in words: page, line, table cell, section."""

from __future__ import annotations

from thidua_check.document import Location
from thidua_check.findings import Lang
from thidua_check.render.safe import one_line
from thidua_check.render.words import say


def place(location: Location, lang: Lang) -> str:
    """Return a location for people, as exactly as the format allows.

    >>> place(Location("body", 4, 0, 3, line=12, line_end=13, section=("II", "3")), "vi")
    'dòng 12-13, mục II.3'
    """
    words = [say("page", lang, n=location.page)] if location.page else []
    if location.line:
        last = location.line_end or location.line
        lines = str(location.line) if last <= location.line else f"{location.line}-{last}"
        words.append(say("line", lang, n=lines))
    if location.cell:
        table, row, col = location.cell
        words.append(say("cell", lang, t=table + 1, r=row + 1, c=col + 1))
    if not location.line and not location.cell:
        words.append(_block(location, lang))
    if location.section:
        words.append(say("section", lang, n=section_path(location.section)))
    return ", ".join(words)


def section_path(section: tuple[str, ...]) -> str:
    """Return the labels of a section from the top as one word; a label that repeats its parent's stands for both.

    >>> section_path(("II", "3", "a")), section_path(("II", "2", "2.1"))
    ('II.3.a', 'II.2.1')
    """
    kept: list[str] = []
    for label in filter(None, section):
        if kept and label.startswith(kept[-1] + "."):
            kept.pop()
        kept.append(label)
    return one_line(".".join(kept))


def _block(location: Location, lang: Lang) -> str:
    keys = {"note": "in_note", "header": "in_header", "footer": "in_footer"}
    return say(keys.get(location.part, "block"), lang, n=location.block + 1)
