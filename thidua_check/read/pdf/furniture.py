"""What stands on a page and is not the document's own text: numbers of pages and stamps of signatures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from thidua_check.read.pdf.process import Page
from thidua_check.read.pdf.rows import Row

# A page number alone on its row: "2", "- 2 -", "Trang 2", "2/14".
_NUMBER: Final = re.compile(r"(?:[-–]\s?|Trang\s)?(?P<number>\d{1,4})(?:\s?[-–]|\s?/\s?\d{1,4})?")
# The stamp of a digital signature: "Ký bởi: Ủy ban nhân dân", "Người ký: A", "Signature Not Verified".
_STAMP: Final = re.compile(
    r"(?:Ký\s(?:số\s)?bởi|Người\ský|Ký\sbởi)\s?:|Signature\s(?:Not\s)?(?:Verified|valid)|Digitally\ssigned\sby",
    re.IGNORECASE,
)
# Its further rows: "Email: a@b", "Cơ quan: Tỉnh", "Thời gian ký: 21.01.2025 10:30:15 +07:00", "Date: 2025.01.21".
_STAMP_REST: Final = re.compile(
    r"(?:E-?mail|Cơ\squan|Tổ\schức|Đơn\svị|Chức\svụ|Ngày\s(?:giờ\s)?ký|Thời\sgian(?:\ský)?|Date|Reason|Location|Lý\sdo)\s?:"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{4}\s\d{1,2}:\d{2}|[+-]07[:']00",
    re.IGNORECASE,
)
_STAMP_ROWS: Final = 8


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """Return the pages without page numbers and stamps."""
    numbers = _page_numbers([page.rows for page in pages])
    return [
        evolve(page, rows=_without_stamps([row for row in page.rows if (index, id(row)) not in numbers]))
        for index, page in enumerate(pages)
    ]


def _page_numbers(pages: Sequence[Sequence[Row]]) -> set[tuple[int, int]]:
    """Return (page, identity of row) of the first and last rows that hold a number going up with the pages."""
    found: list[tuple[int, Row, int]] = []
    for index, page in enumerate(pages):
        for row in {id(row): row for row in (*page[:1], *page[-1:])}.values():
            match = _NUMBER.fullmatch(row.text)
            if match:
                found.append((index, row, int(match["number"]) - index))
    shifts = Counter(shift for *_, shift in found)
    return {(index, id(row)) for index, row, shift in found if shift == 1 or shifts[shift] > 1}


def _without_stamps(rows: list[Row]) -> list[Row]:
    """Return the rows without the stamps of signatures and what stands in them."""
    out: list[Row] = []
    left = 0
    for row in rows:
        if _STAMP.match(row.text):
            left = _STAMP_ROWS
            continue
        left = left - 1 if left and _STAMP_REST.search(row.text) else 0
        if not left:
            out.append(row)
    return out
