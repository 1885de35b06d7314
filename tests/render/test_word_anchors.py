"""Comments stand on the exact words, whatever the words are made of."""

from __future__ import annotations

import unicodedata

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.support.comments import anchored, bare, finding, main_part, on, where, with_parts
from tests.support.word import (
    DELETED_MARK,
    Xml,
    bold,
    control,
    deleted,
    docx,
    field_runs,
    footnote_mark,
    inserted,
    level,
    link,
    numbering,
    para,
    report_docx,
    run,
    split_runs,
    table,
    text_box,
)
from thidua_check.document import Location, Passage
from thidua_check.read import read
from thidua_check.render.word import annotate

LIST = numbering({1: [level("upperRoman", "%1.")]})
BOUND = "<w:sdt><w:sdtPr><w:dataBinding w:xpath='x'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
MATH = "<m:oMath><m:r><m:t>{}</m:t></m:r></m:oMath>"

# name -> (blocks, the words that are found, the words that the comment stands on)
KINDS: dict[str, tuple[list[Xml | str], str, str]] = {
    "one run": ([para("Ngày 31/4/2024, Sở họp.")], "31/4/2024", "31/4/2024"),
    "the whole run": ([para("Sở ", run("họp", bold=True), " ngày 5.")], "họp", "họp"),
    "the whole paragraph": ([para("Sở họp.")], "Sở họp.", "Sở họp."),
    "three runs": ([para(run("Ngày 31/", bold=True), run("4"), run("/2024 họp"))], "31/4/2024", "31/4/2024"),
    "split runs": ([para(split_runs("Ủy ban nhân dân xã Đồng Mẫu", 2))], "nhân dân xã", "nhân dân xã"),
    "letters and marks": (
        [para(split_runs("Ủy ban nhân dân xã Đồng Mẫu", 3, form="NFD"))],
        "dân xã Đồng",
        unicodedata.normalize("NFD", "dân xã Đồng"),
    ),
    "references": ([para(run(Xml("<w:t>Thi đua &amp; khen&#32;thưởng &#7841;</w:t>")))], "khen", "khen"),
    "no preserved space": ([para(run(Xml("<w:t>Thi đua yêu nước</w:t>")))], "đua yêu", "đua yêu"),
    "spaces that do not count": ([para(run(Xml("<w:t>  Sở họp </w:t>")))], "họp", "  Sở họp "),
    "cdata": ([para(run(Xml("<w:t><![CDATA[Sở họp]]> và</w:t>")))], "họp", "Sở họp và"),
    "tab and break": ([para("Sở\thọp\nxã")], "ở\thọp\nx", "ởhọpx"),
    "tab alone": ([para("Sở\thọp")], "\t", ""),
    "hyphen": (
        [para(run(Xml("<w:t>số 5</w:t><w:noBreakHyphen/><w:t>NQ/TW</w:t>")))],
        "5-NQ",
        "5NQ",
    ),
    "heading with a number of its list": ([para("KẾT QUẢ", num=(1, 0))], "KẾT QUẢ", "KẾT QUẢ"),
    "cell": ([table([["a", para("Tổng: 15 xã")]])], "15", "15"),
    "cell of a table in a cell": ([table([[table([["trong 12 xã"]])]])], "12", "12"),
    "insertion": ([para("Sở ", inserted("họp ngày 5"), " tại xã")], "ngày", "ngày"),
    "into an insertion": ([para("Sở ", inserted("họp ngày 5"), " tại xã")], "5 tại", "5 tại"),
    "round a deletion": ([para("Sở ", deleted("không "), "họp")], "ở họ", "ở không họ"),
    "link": ([para("Xem ", link("trang tin của Sở"))], "tin", "tin"),
    "control": ([para("Kính gửi: ", control("Sở Nội vụ"))], "Nội vụ", "Nội vụ"),
    "bound control": ([para("Kính gửi: ", Xml(BOUND.format(run("Sở Nội vụ"))))], "Nội vụ", "Sở Nội vụ"),
    "block control": ([control(para("Sở họp tại xã"))], "tại", "tại"),
    "field": ([para("Theo mục ", field_runs("REF x", "II.3 ở trên"), " này")], "ở trên này", "ở trên này"),
    "formula": ([para("Tỷ lệ ", Xml(MATH.format("15/20")), " người")], "15", "15/20"),
    "text box": ([para("Chủ: ", text_box(para("Khẩu hiệu 2024")), " hết")], "2024", "Khẩu hiệu 2024"),
    "over a deleted paragraph mark": (
        [para("Sở đã", mark=DELETED_MARK), para(" họp ngày 5")],
        "đã họp",
        "đã họp",
    ),
    "ruby": (
        [para(run(Xml("<w:ruby><w:rubyBase><w:r><w:t>thi đua</w:t></w:r></w:rubyBase></w:ruby>")), " và")],
        "đua",
        "thi đua",
    ),
    "hidden text between": ([para("Sở ", run("ẩn ", hidden=True), "họp")], "Sở họp", "Sở ẩn họp"),
}


@pytest.mark.parametrize("name", KINDS)
def test_comment_stands_on_the_words(name: str) -> None:
    """The range begins before the first character found and ends behind the last."""
    blocks, words, expected = KINDS[name]
    data = docx([*blocks, "Đoạn cuối."], numbering=LIST)

    assert list(anchored(annotate(data, on(data, words))).values()) == [expected]


@pytest.mark.parametrize("name", KINDS)
def test_nothing_but_anchors_is_added(name: str) -> None:
    """Without the anchors, and with divided runs joined, the text part is what it was."""
    blocks, words, _ = KINDS[name]
    data = docx([*blocks, "Đoạn cuối."], numbering=LIST)
    out = annotate(data, on(data, words))

    assert bare(main_part(out)) == bare(main_part(data))


@pytest.mark.parametrize("name", KINDS)
def test_commented_file_reads_as_before(name: str) -> None:
    """Text, formatting, tables, lists and notes are read as from the draft."""
    blocks, words, _ = KINDS[name]
    data = docx([*blocks, "Đoạn cuối."], numbering=LIST)
    out = read(annotate(data, on(data, words)))

    assert evolve(out, sha256="", comments=()) == evolve(read(data), sha256="")


def test_header_block_and_signature() -> None:
    """The tables at the top and the end of a report take comments like any text."""
    data = report_docx(["I. KẾT QUẢ", bold("1. Công tác chỉ đạo")])
    words = ["12/BC-UBND", "Độc lập - Tự do", "tháng 11", "1. Công tác", "Lưu: VT", "CHỦ TỊCH"]

    assert list(anchored(annotate(data, on(data, *words))).values()) == words


def test_words_of_a_note_are_commented_at_its_mark() -> None:
    """Programs take no comments in notes: the mark gets it, and the comment says which words it means."""
    data = docx(
        [para("Phong trào", footnote_mark(2), " lớn", footnote_mark(3), ".")],
        footnotes={2: [para("Ghi chú.")], 3: [para("Theo Quyết định 5.")]},
    )
    out = annotate(data, on(data, "Quyết định 5"))
    xml = main_part(out).decode()
    start, mark = xml.index("commentRangeStart"), xml.index('<w:footnoteReference w:id="3"/>')
    lines = next(iter(anchored(out)))

    assert xml.index('<w:footnoteReference w:id="2"/>') < start < mark < xml.index("commentRangeEnd")
    assert lines == "LỖI XX01: “Quyết định 5” cần xem lại."
    assert "Ở: chú thích “Quyết định 5”" in out_lines(out)


def out_lines(data: bytes) -> list[str]:
    """Return the lines of the one comment."""
    (comment,) = read(data).comments
    return comment.text.split("\n")


def test_words_of_a_header_are_commented_at_the_first_paragraph() -> None:
    """Programs take no comments in headers; the comment says where its words are."""
    data = docx([para("Đoạn đầu."), para("Đoạn hai.")], headers={"default": [para("Trang số 5")]})
    out = annotate(data, on(data, "số 5"))

    assert list(anchored(out).values()) == ["Đoạn đầu."]
    assert "Ở: đầu trang “số 5”" in out_lines(out)


def test_empty_paragraph_is_commented_at_the_one_before() -> None:
    """A finding without characters of its own goes to the nearest words."""
    data = docx([para("Đoạn đầu."), para(), para("Đoạn ba.")])
    empty = read(data).paragraphs[1]
    out = annotate(data, [finding(Location.of(Passage(empty, 0, 0)), "")])

    assert list(anchored(out).values()) == ["Đoạn đầu."]


def test_mark_of_a_comment_stands_behind_links_and_insertions() -> None:
    """The mark is neither part of a link nor of a change that may be rejected."""
    data = docx([para("Xem ", inserted(link("trang tin")), " của Sở")])
    xml = main_part(annotate(data, on(data, "trang"))).decode()

    assert xml.index("</w:ins>") < xml.index("commentReference")


def test_comments_may_overlap_and_share_ends() -> None:
    """Several comments on the same, on neighbouring and on crossing words all stand where they should."""
    data = docx([para("một hai ba bốn năm")])
    words = ["hai ba", "hai ba", "ba bốn", "hai", "một hai", "bốn năm", "một hai ba bốn năm", " "]
    found = [
        finding(where(read(data), one), f"{number} {one}", number=number) for number, one in enumerate(words)
    ]
    out = annotate(data, found)

    assert list(anchored(out).values()) == words
    assert bare(main_part(out)) == bare(main_part(data))


@pytest.mark.parametrize(
    ("declared", "codec", "words"), [("UTF-16", "utf-16", "họp"), ("ISO-8859-1", "latin-1", "hop")]
)
def test_other_encodings_of_the_text(declared: str, codec: str, words: str) -> None:
    """A text part that is not UTF-8 is written again in UTF-8, with the same content."""
    data = docx([para(f"Ha {words}")])
    xml = main_part(data).decode().replace("UTF-8", declared)
    other = with_parts(data, {"word/document.xml": xml.encode(codec)})
    place = where(read(data), words)
    out = annotate(other, [finding(place, words)])

    assert list(anchored(out).values()) == [words]
    assert bare(main_part(out)) == bare(main_part(data))


def test_strict_file_stays_strict() -> None:
    """In a file of the strict kind the anchors and the comments are of the strict kind."""
    data = docx([para("Sở họp")])
    strict = main_part(data).replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    out = annotate(with_parts(data, {"word/document.xml": strict}), on(data, "họp"))

    assert b"schemas.openxmlformats.org/wordprocessingml" not in main_part(out)
    assert [c.author for c in read(out).comments] == ["thidua_check"]
    assert read(out).paragraphs[0].text == "Sở họp"


@pytest.mark.parametrize("prefix", ["ns0:", ""])
def test_other_prefix_of_the_namespace(prefix: str) -> None:
    """A program may call the namespace as it likes, or make it the default one."""
    data = docx([para("Sở họp")])
    name = prefix.rstrip(":")
    declared = f"xmlns:{name}=" if name else "xmlns="
    xml = main_part(data).decode().replace("xmlns:w=", declared)
    xml = xml.replace("<w:", f"<{prefix}").replace("</w:", f"</{prefix}")
    xml = xml.replace(" w:", f" {prefix}")
    out = annotate(with_parts(data, {"word/document.xml": xml.encode()}), on(data, "họp"))

    assert list(anchored(out).values()) == ["họp"]
    assert read(out).paragraphs[0].text == "Sở họp"


@given(
    st.lists(st.sampled_from([*"ab ệ&<", "e\u0323", "o\u0302\u0301"]), min_size=1, max_size=25),
    st.integers(1, 4),
    st.integers(0, 20),
    st.integers(1, 8),
)
def test_any_passage_of_any_runs(letters: list[str], every: int, start: int, size: int) -> None:
    """Whatever the characters and wherever the runs part: the anchor is the passage, and nothing else changes."""
    data = docx([para(split_runs("".join(letters), every)), "Đoạn ạ."])
    paragraph = read(data).paragraphs[0]
    start = min(start, len(paragraph.text) - 1)
    end = min(start + size, len(paragraph.text))
    out = annotate(data, [finding(Location.of(Passage(paragraph, start, end)), "x")])
    (text,) = anchored(out).values()

    assert unicodedata.normalize("NFC", text) == paragraph.text[start:end]
    assert bare(main_part(out)) == bare(main_part(data))
    assert evolve(read(out), sha256="", comments=()) == evolve(read(data), sha256="")
