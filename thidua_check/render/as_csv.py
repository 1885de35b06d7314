"""The findings as a table for a spreadsheet, one row each.

The file has a byte order mark and semicolons, which is what a double click in Excel wants where a comma stands
before decimals, as in Vietnam. A cell that a spreadsheet would take for a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from thidua_check.findings import Finding, Lang, Words
from thidua_check.render.places import place, section_path
from thidua_check.render.safe import one_line
from thidua_check.render.view import View
from thidua_check.render.words import GRADE_WORDS, PHRASES, grade
from thidua_check.report import Checked, Report, Unreadable

DELIMITER = ";"
BYTE_ORDER_MARK = "\ufeff"
COLUMNS: tuple[Words, ...] = (
    Words("Tệp", "File"),
    Words("Mức", "Level"),
    Words("Quy tắc", "Rule"),
    Words("Mục", "Section"),
    Words("Chỗ", "Place"),
    Words("Chữ trong văn bản", "Words of the document"),
    Words("Nhận xét", "Message"),
    Words("Nên sửa", "Repair"),
    Words("Căn cứ", "Basis"),
    Words("Số chỗ", "Places"),
    Words("Độ chắc chắn", "Confidence"),
    Words("Dấu vân tay", "Fingerprint"),
)
# What spreadsheets take for the beginning of a formula, the full-width forms included.
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def render_csv(report: Report, view: View) -> str:
    """Return the findings of all files, one row each, after a row of names; an unreadable file is a row, too."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=DELIMITER, lineterminator="\n")
    writer.writerow(cell(column.get(view.lang)) for column in COLUMNS)
    for document in report.documents:
        rows = _findings(document, view) if isinstance(document, Checked) else _unread(document, view.lang)
        writer.writerows([cell(value) for value in row] for row in rows)
    return BYTE_ORDER_MARK + out.getvalue()


def cell(value: str) -> str:
    """Return text for one cell: on one line, and never a formula.

    >>> cell("=1+1"), cell(" - Tỷ lệ"), cell("12")
    ("'=1+1", "' - Tỷ lệ", '12')
    """
    text = one_line(value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


def _findings(document: Checked, view: View) -> Iterator[tuple[str, ...]]:
    for finding in document.findings:
        if finding.level >= view.min_level:
            yield _row(document.path, finding, view.lang)


def _row(path: str, finding: Finding, lang: Lang) -> tuple[str, ...]:
    basis = finding.basis
    return (
        path,
        GRADE_WORDS[grade(finding)].get(lang).lower(),
        finding.rule,
        section_path(finding.location.section),
        place(finding.location, lang),
        finding.excerpt,
        finding.message.get(lang),
        finding.suggestion.text.get(lang) if finding.suggestion else "",
        f"{basis.document}, {basis.clause}" if basis else "",
        str(finding.count),
        str(finding.confidence),
        finding.fingerprint,
    )


def _unread(document: Unreadable, lang: Lang) -> Iterator[tuple[str, ...]]:
    error = document.error
    row = dict.fromkeys((column.vi for column in COLUMNS), "")
    row["Tệp"], row["Mức"] = document.path, PHRASES["unreadable"].get(lang).lower()
    row["Nhận xét"] = error.en if lang == "en" else error.vi
    yield tuple(row.values())
