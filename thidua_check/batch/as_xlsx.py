"""The summary as a workbook, a table a sheet. Every text is written as text: nothing in it can become a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any, Final

from thidua_check.batch.sheets import Cell, Sheet
from thidua_check.render.safe import one_line

# What Excel takes: names of sheets up to 31 characters without these, cells up to 32767 characters.
_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME: Final = 31
_LONGEST: Final = 32_000
_WIDTHS: Final = (40, 30)
_TONES: Final = {
    "error": {"font_color": "#a3211a", "bg_color": "#fde5e2"},
    "warning": {"font_color": "#7a4400", "bg_color": "#fdf0cf"},
    "review": {"font_color": "#5f3596", "bg_color": "#efe6fa"},
    "good": {"font_color": "#1d6333", "bg_color": "#e1f3e6"},
}


def can_write() -> bool:
    """Return whether the package that writes workbooks is installed (the extra ``xlsx``)."""
    return find_spec("xlsxwriter") is not None


def summary_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """Return the workbook; the same tables always give the same bytes."""
    import datetime as dt

    import xlsxwriter

    out = io.BytesIO()
    book: Any = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": dt.datetime(2000, 1, 1)})
    look = {"valign": "top", "text_wrap": True}
    head = book.add_format({**look, "bold": True, "bg_color": "#eef1f4", "border": 1})
    tones = {tone: book.add_format({**look, **colors}) for tone, colors in _TONES.items()}
    plain = book.add_format(look)
    names: set[str] = set()
    for sheet in sheets:
        page = book.add_worksheet(_name(sheet.title, names))
        page.freeze_panes(1, 1)
        page.set_column(0, 0, _WIDTHS[0])
        heads = [
            f"{h} {hint}".strip()
            for h, hint in zip(sheet.heads, sheet.hints or [""] * len(sheet.heads), strict=True)
        ]
        for column, words in enumerate(heads):
            page.write_string(0, column, _text(words), head)
        for number, cells in enumerate(sheet.rows, 1):
            for column, cell in enumerate(cells):
                _write(page, number, column, cell, tones.get(cell.tone, plain))
        page.autofilter(0, 0, len(sheet.rows), len(heads) - 1)
        for number, note in enumerate(sheet.notes, len(sheet.rows) + 2):
            page.write_string(number, 0, _text(note))
    book.close()
    return out.getvalue()


def _write(page: Any, row: int, column: int, cell: Cell, look: Any) -> None:
    if isinstance(cell.value, int):
        page.write_number(row, column, cell.value, look)
    elif cell.value:
        page.write_string(row, column, _text(cell.value), look)


def _text(words: str) -> str:
    return one_line(words)[:_LONGEST]


def _name(title: str, taken: set[str]) -> str:
    """Return the name of a sheet, unlike those before it in any case."""
    base = _IN_NAMES.sub(" ", one_line(title))
    name, number = base[:_LONGEST_NAME].strip(), 1
    while name.lower() in taken:
        number += 1
        mark = f" ({number})"
        name = base[: _LONGEST_NAME - len(mark)].strip() + mark
    taken.add(name.lower())
    return name
