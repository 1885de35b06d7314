"""Examples dressed as Word files."""

from __future__ import annotations

import pytest

from thidua_check.document import Document
from thidua_check.read import read
from thidua_check.ruleset.dressing import LookError, dress

TEXT = """SỞ VÍ DỤ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

BÁO CÁO
Kết quả phong trào thi đua năm 2025

Sở báo cáo như sau.

Nơi nhận:
- Lưu: VT.

GIÁM ĐỐC

Trần Văn Mẫu
"""


def text() -> Document:
    """Return a short draft read from text."""
    return read(TEXT.encode(), name="a.txt")


def test_components_get_their_looks() -> None:
    """Without changes each component looks as the decree asks."""
    looks = {p.text: p.runs[0] for p in dress(text(), {}).paragraphs}

    assert [
        (looks[t].size, looks[t].bold, looks[t].italic) for t in ("BÁO CÁO", "Nơi nhận:", "- Lưu: VT.")
    ] == [
        (14.0, True, False),
        (12.0, True, True),
        (11.0, False, False),
    ]


def test_change_holds_for_the_words_it_names() -> None:
    """A key inside a paragraph changes these words alone; with an ellipsis, the rest of the paragraph too."""
    words = dress(text(), {"báo cáo như": "9"}).paragraphs
    rest = dress(text(), {"báo cáo…": "9"}).paragraphs
    found = [
        [(p.text[r.start : r.end], r.size) for r in p.runs]
        for d in (words, rest)
        for p in d
        if p.text.startswith("Sở ")
    ]

    assert found == [
        [("Sở ", 14.0), ("báo cáo như", 9.0), (" sau.", 14.0)],
        [("Sở ", 14.0), ("báo cáo như sau.", 9.0)],
    ]


def test_page_number_and_table() -> None:
    """Page, page number and tables are named by keys of their own."""
    document = dress(
        text(), {"page": "left=1440", "number": "footer right 12 first", "table": "closing boxed"}
    )

    assert document.sections[0].left == 1440
    assert [(n.paragraph.part, n.alignment, n.first) for n in document.page_numbers] == [
        ("footer", "right", True)
    ]
    assert [t.boxed for t in document.tables] == [True]
    assert document.tables[0].rows[0][0].text.startswith("Nơi nhận:")


@pytest.mark.parametrize(
    "changes",
    [
        {"không có chữ này": "9"},
        {"BÁO CÁO": "huge"},
        {"page": "wide"},
        {"page": "edge=5"},
        {"table": "middle"},
    ],
)
def test_nonsense_is_refused(changes: dict[str, str]) -> None:
    """Words that are not in the text, and looks that mean nothing, are told."""
    with pytest.raises(LookError, match=r"không hiểu|không đoạn nào"):
        dress(text(), changes)
