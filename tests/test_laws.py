"""Laws that hold for whole drafts: how letters are coded and where empty paragraphs stand change nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.draft_texts import OPENING, faulty_body
from tests.support.drafts import FAULTY, FOLDER, report_docx
from tests.support.expected import FIXTURES, compact, without_places
from tests.support.word import decomposed, pack, unpack
from thidua_check import Finding, check

FAULTY_DRAFT = FOLDER / "bao-cao-co-loi.docx"
LETTER = FOLDER / "cong-van-huong-dan.docx"


def _apart(data: bytes) -> bytes:
    """Return the file with every letter and its marks apart."""
    if not data.startswith(b"PK"):
        return unicodedata.normalize("NFD", data.decode()).encode()
    return decomposed(data)


def _found(data: bytes, name: str) -> tuple[Finding, ...]:
    return check(data, name=name, outline=LETTER, stage="issued").findings


@pytest.mark.parametrize(
    "path",
    [
        "drafts/bao-cao-co-loi.docx",
        "drafts/bao-cao-co-loi.txt",
        "corpus/000_b286b070ef8f9fb3.txt",
        "corpus/001_900a5567d32dcc13.txt",
        "corpus/004_07fa4f9f17b0b3fd.txt",
    ],
)
def test_decomposed_letters(path: str) -> None:
    """A draft in decomposed Unicode gives the same findings in the same places as in composed."""
    data = (FIXTURES / path).read_bytes()
    other = _apart(data)
    found = _found(data, path)

    assert other != data
    assert [compact(f) for f in _found(other, path)] == [compact(f) for f in found]
    assert found


@settings(deadline=None, max_examples=12)
@given(st.integers(min_value=0, max_value=50), st.integers(min_value=1, max_value=3))
def test_empty_paragraphs_in_word(where: int, count: int) -> None:
    """Empty paragraphs in a Word file move places and change nothing else."""
    members = unpack(FAULTY_DRAFT.read_bytes())
    pieces = members["word/document.xml"].decode().split('<w:p><w:pPr><w:spacing w:before="60"')
    place = 1 + where % (len(pieces) - 1)
    pieces[place - 1] += "<w:p/>" * count
    members["word/document.xml"] = '<w:p><w:pPr><w:spacing w:before="60"'.join(pieces).encode()

    assert without_places(_found(pack(members), "a.docx")) == without_places(
        _found(FAULTY_DRAFT.read_bytes(), "a.docx")
    )


@settings(deadline=None, max_examples=8)
@given(st.data())
def test_empty_lines_in_text(data: st.DataObject) -> None:
    """One more empty line between the paragraphs of a text moves places and changes nothing else."""
    text = (FIXTURES / "corpus/001_900a5567d32dcc13.txt").read_text(encoding="utf-8")
    paragraphs = text.split("\n\n")
    place = data.draw(st.integers(min_value=1, max_value=len(paragraphs) - 1))
    more = "\n\n".join(paragraphs[:place]) + "\n\n\n" + "\n\n".join(paragraphs[place:])

    assert without_places(_found(more.encode(), "a.txt")) == without_places(_found(text.encode(), "a.txt"))


def test_one_mistake_one_finding() -> None:
    """Mending the impossible date takes its finding away and adds none."""
    body = tuple(
        type(block)(block.text.replace("25022", "2022"), block.label, block.level, block.rows)
        for block in faulty_body()
    )
    closing = "Trên đây là Báo cáo của Sở Ví Dụ."
    broken = [compact(f) for f in _found(report_docx(FAULTY, OPENING, faulty_body(), closing), "a.docx")]
    mended = [compact(f) for f in _found(report_docx(FAULTY, OPENING, body, closing), "a.docx")]

    assert [f["excerpt"] for f in broken if f not in mended] == ["15/9/25022"]
    assert [f for f in mended if f not in broken] == []
