"""The summary of a run in all its forms."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from thidua_check.batch.as_html import summary_html
from thidua_check.batch.as_xlsx import can_write, summary_xlsx
from thidua_check.batch.model import Row
from thidua_check.batch.rollup import RollUp
from thidua_check.batch.sheets import Sheet, sheets
from thidua_check.batch.sum_sheets import sum_sheets
from thidua_check.batch.words import say
from thidua_check.findings import Lang
from thidua_check.render.as_csv import BYTE_ORDER_MARK, DELIMITER, cell

NAME = "tong-hop"


def written(
    rows: Sequence[Row], joint: Row | None, sums: RollUp | None, lang: Lang
) -> Iterator[tuple[str, str | bytes]]:
    """Yield name and content of each file: the page, a table of the drafts and of everything else, the workbook.

    The workbook is left out where the package that writes it is not installed.
    """
    tables = [*sheets(rows, lang), *(sum_sheets(joint, sums, lang) if joint else ())]
    yield f"{NAME}.html", summary_html(tables, total(rows, lang), lang)
    first, *others = tables
    yield f"{NAME}.csv", sheet_csv(first)
    yield from ((f"{NAME}.{sheet.key}.csv", sheet_csv(sheet)) for sheet in others)
    if can_write():
        yield f"{NAME}.xlsx", summary_xlsx(tables)


def total(rows: Sequence[Row], lang: Lang) -> str:
    """Return the sentence on all drafts together."""
    return say(
        "total",
        lang,
        n=len(rows),
        unread=sum(row.trouble is not None for row in rows),
        errors=sum(row.errors for row in rows),
        warnings=sum(row.warnings for row in rows),
        infos=sum(row.infos for row in rows),
    )


def sheet_csv(sheet: Sheet) -> str:
    """Return a table for a spreadsheet, as the findings are written: no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=DELIMITER, lineterminator="\n")
    hints = sheet.hints or ("",) * len(sheet.heads)
    writer.writerow(cell(f"{head} {hint}".strip()) for head, hint in zip(sheet.heads, hints, strict=True))
    writer.writerows([cell(str(one.value)) for one in row] for row in sheet.rows)
    return BYTE_ORDER_MARK + out.getvalue()
