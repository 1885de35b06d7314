"""Laws of taking a document apart: empty paragraphs change nothing, passages lie inside, time grows with length."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from thidua_check.anatomy import analyse, headings_of
from thidua_check.anatomy.model import Anatomy
from thidua_check.document import Document, Paragraph
from thidua_check.read.reading import read

CORPUS = sorted((Path(__file__).parents[2] / "fixtures" / "corpus").glob("*.txt"))
SHORT = [read(path) for path in CORPUS if path.name[:3] in ("001", "003")]
LINES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: /BC-UBND", "BÁO CÁO", "I. KẾT QUẢ", "1. Công tác chỉ đạo", "a) Ưu điểm: Tốt.",
    "- Hạn chế", "Nơi nhận:", "- Lưu: VT.", "KT. GIÁM ĐỐC\tTrần Văn Mẫu", "Phụ lục I", "Đơn vị đã hoàn thành nhiệm vụ./.", "\t\n ", "1.1 X",
)  # fmt: skip


def words(a: Anatomy) -> list[object]:
    """Return everything that was found as words alone."""
    return [
        [p.text for p in a.main],
        [
            (s.heading.label, s.heading.title, s.heading.level, s.heading.path, [c.text for c in s.content])
            for s in a.sections
        ],
        [
            f.text if f else None
            for f in (a.type, a.subject, a.parent, a.issuer, a.to, a.national, a.closing, a.end_mark)
        ],
        [p.text for p in a.recipients],
        [(t.title.text, len(t.body)) for t in a.attachments],
        None if a.signature is None else [p.text for p in (*a.signature.authority, *a.signature.titles)],
    ]


@given(st.data())
def test_empty_paragraphs_change_nothing(data: st.DataObject) -> None:
    """An empty paragraph anywhere moves places and changes nothing that is found."""
    document = data.draw(st.sampled_from(SHORT))
    at = data.draw(st.integers(0, len(document.body)))
    body = (*document.body[:at], Paragraph(" "), *document.body[at:])

    assert words(analyse(evolve(document, body=body))) == words(analyse(document))


@given(st.lists(st.sampled_from(LINES), max_size=25))
def test_any_order_of_lines_is_taken_apart(lines: list[str]) -> None:
    """No order of lines breaks the analysis; every heading lies in its paragraph and every level follows its parent."""
    body = tuple(Paragraph(text, block=n) for n, text in enumerate(lines))
    a = analyse(Document(path="x", sha256="", format="txt", body=body))

    for section in a.sections:
        above = a.sections[section.parent].heading.level if section.parent is not None else 0
        assert section.heading.level == above + 1
        for passage in (*section.heading.passages, *section.content):
            assert 0 <= passage.start <= passage.end <= len(passage.paragraph.text)


@pytest.mark.parametrize("path", CORPUS, ids=lambda p: p.name[:3])
def test_every_paragraph_of_the_text_has_one_place(path: Path) -> None:
    """Behind the first heading, each paragraph of the text is heading or content of exactly one section."""
    a = analyse(read(path))
    if not a.sections:
        return
    held = [p.paragraph.block for s in a.sections for p in (*s.heading.passages[:1], *s.content)]
    first = a.sections[0].heading.paragraph.block

    assert set(held) == {p.block for p in a.main if p.block >= first}


def test_time_grows_with_length() -> None:
    """Ten times the paragraphs cost far less than a hundred times the time."""
    lines = [
        Paragraph(t, block=n)
        for n, t in enumerate(("1. Kết quả", "Nội dung " * 30, "a) Chi tiết", "- Ý một;") * 250)
    ]

    def cost(paragraphs: list[Paragraph]) -> float:
        start = perf_counter()
        headings_of(paragraphs)
        return perf_counter() - start

    small = min(cost(lines) for _ in range(3))
    assert cost(lines * 10) < 40 * small + 0.05
