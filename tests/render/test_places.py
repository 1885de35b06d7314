"""Places in words."""

from __future__ import annotations

import pytest

from thidua_check.document import Location
from thidua_check.render.places import place


@pytest.mark.parametrize(
    ("location", "vi"),
    [
        (Location("body", 4, 0, 3, line=12, line_end=12), "dòng 12"),
        (Location("body", 4, 0, 3, line=12, line_end=14, page=2), "trang 2, dòng 12-14"),
        (Location("table", 4, 0, 3, cell=(0, 2, 1), section=("II", "1")), "bảng 1, hàng 3, cột 2, mục II.1"),
        (Location("body", 4, 0, 3), "đoạn 5"),
        (Location("note", 0, 0, 3), "chú thích 1"),
        (Location("footer", 0, 0, 3), "chân trang, đoạn 1"),
    ],
)
def test_place_says_what_the_format_knows(location: Location, vi: str) -> None:
    """Lines for text, cells for tables, paragraphs where there is nothing better."""
    assert place(location, "vi") == vi


def test_place_in_english() -> None:
    """The same in English."""
    assert place(Location("body", 4, 0, 3, line=1, section=("I",)), "en") == "line 1, section I"
