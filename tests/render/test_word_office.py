"""LibreOffice opens what is written, and keeps it when it saves the file again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.support import office
from tests.support.comments import anchored, answered, comment_lines, main_part, on
from tests.support.word import (
    W,
    bold,
    control,
    deleted,
    docx,
    footnote_mark,
    inserted,
    level,
    link,
    numbering,
    para,
    split_runs,
    table,
    text_box,
)
from thidua_check.checking import check
from thidua_check.read import read
from thidua_check.render.word import annotate, fix

pytestmark = pytest.mark.skipif(office.COMMAND is None, reason=office.MISSING)

DRAFT = Path(__file__).parents[2] / "fixtures" / "drafts" / "bao-cao-co-loi.docx"
Convert = Callable[[bytes, str], bytes]


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a profile of the tests' own, so that nobody's settings matter."""
    return tmp_path_factory.mktemp("libreoffice")


@pytest.fixture
def convert(profile: Path, tmp_path: Path) -> Convert:
    """Return the function that opens a file and saves it in a format."""
    return lambda data, kind: office.convert(data, kind, tmp_path, profile=profile)


def mixed() -> tuple[bytes, list[str]]:
    """Return a file with words in many kinds of places, and the words."""
    blocks = [
        table([["UBND TỈNH SÔNG MẪU", bold("CỘNG HÒA XÃ HỘI")]]),
        para("KẾT QUẢ THỰC HIỆN", num=(1, 0)),
        para(split_runs("Sở Nội vụ đã họp", 2, form="NFD")),
        para("Thực hiện ", inserted("ngay "), deleted("sau "), "kế hoạch năm"),
        para("Kính gửi: ", control("Văn phòng Sở"), " và ", link("trang tin"), "."),
        para("Đã ghi", footnote_mark(2), " ở đây."),
        para("Khung: ", text_box(para("Thi đua"))),
        table([["Tổng", para("15 xã")]]),
        "Hết.",
    ]
    data = docx(
        blocks, numbering=numbering({1: [level("upperRoman", "%1.")]}), footnotes={2: [para("Theo báo cáo.")]}
    )
    return data, ["TỈNH", "XÃ HỘI", "QUẢ THỰC", "Nội vụ đã", "ngay kế", "Văn phòng", "tin", "báo cáo", "15"]


def test_comments_survive(convert: Convert) -> None:
    """Number, authors, words and places of the comments on a draft are the same after saving."""
    out = annotate(DRAFT, check(DRAFT))
    saved = convert(out, "docx")

    assert len(comment_lines(out)) > 10
    assert anchored(saved) == anchored(out)
    assert sorted((c.author, c.text) for c in read(saved).comments) == sorted(
        (c.author, c.text) for c in read(out).comments
    )


def test_comments_in_every_kind_of_place_survive(convert: Convert) -> None:
    """Tables, lists, divided letters, changes, controls, links, notes: each comment keeps its words."""
    data, words = mixed()
    out = annotate(data, on(data, *words))
    saved = convert(out, "docx")

    assert len(comment_lines(saved)) == len(words)
    assert {k: v for k, v in anchored(saved).items() if v} == {k: v for k, v in anchored(out).items() if v}


def test_text_is_the_same_with_and_without_comments(convert: Convert) -> None:
    """What LibreOffice reads from the copy is what it reads from the draft."""
    data, words = mixed()
    plain, commented = (read(convert(d, "docx")) for d in (data, annotate(data, on(data, *words))))

    assert [p.text for p in commented.everything] == [p.text for p in plain.everything]


def test_answer_survives(convert: Convert) -> None:
    """A file that was answered and saved by another program still suppresses the finding."""
    report = check(DRAFT, select=["NT01"])
    data = answered(annotate(DRAFT, report), {"0": "BỎ QUA: trích nguyên văn"})
    again = check(convert(data, "docx"), name="a.docx", select=["NT01"])

    assert [s.by.reason for s in again.suppressed] == ["trích nguyên văn"]
    assert again.findings == ()


def test_tracked_repairs_survive(convert: Convert) -> None:
    """LibreOffice knows the repairs as tracked changes by the checker."""
    out = fix(DRAFT, check(DRAFT)).data
    assert out is not None

    assert tracked(convert(out, "docx")) == tracked(out)


def tracked(data: bytes) -> list[tuple[str, str]]:
    """Return the changes by the checker."""
    root = etree.fromstring(main_part(data))
    return [
        (etree.QName(e).localname, "".join(t.text or "" for t in e.iter(f"{{{W}}}t", f"{{{W}}}delText")))
        for e in root.iter(f"{{{W}}}ins", f"{{{W}}}del")
        if e.get(f"{{{W}}}author") == "thidua_check"
    ]


def test_copies_are_printed(convert: Convert) -> None:
    """A commented copy becomes a PDF."""
    assert convert(annotate(DRAFT, check(DRAFT)), "pdf").startswith(b"%PDF-")
