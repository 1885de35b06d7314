"""What a commented copy is made of: the draft's own parts as they were, and the comments."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from attrs import evolve
from docx import Document as python_docx  # noqa: N813 (it is a function)
from lxml import etree

from tests.support.comments import anchored, bare, comment_lines, finding, main_part, on, where, with_parts
from tests.support.word import W, Xml, docx, para, report_docx, run, unpack
from thidua_check.checking import check
from thidua_check.document import Location, Passage
from thidua_check.errors import UnreadableError, UnwritableError, UsageError
from thidua_check.findings import Finding, Place, Words
from thidua_check.read import read
from thidua_check.render.word import annotate
from thidua_check.report import Report

DRAFTS = sorted((Path(__file__).parents[2] / "fixtures" / "drafts").glob("*.docx"))
CHANGED = {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml"}
FAULTS = ["Ngày 31/4/2024, Sở họp.", "Từ ngày 30/2/2024 đến nay."]


def own_comment(number: int, text: str, more: str = "") -> Xml:
    """Return a comment of an invented colleague."""
    return Xml(
        f'<w:comment w:id="{number}" w:author="Trần Thị Mẫu" w:initials="M"><w:p>{run(text)}</w:p>{more}</w:comment>'
    )


def commented_draft(*comments: str) -> bytes:
    """Return a draft with comments of people on its first paragraph."""
    inner = "".join(comments)
    part = f'<?xml version="1.0"?>\n<w:comments xmlns:w="{W}">{inner}</w:comments>'.encode()
    marks = "".join(f'<w:r><w:commentReference w:id="{i}"/></w:r>' for i in range(3, 3 + len(comments)))
    range_start, range_end = '<w:commentRangeStart w:id="3"/>', '<w:commentRangeEnd w:id="3"/>'
    data = docx([para(Xml(range_start), "Sở họp ", Xml(range_end + marks), FAULTS[0])])
    parts = unpack(data)
    types = parts["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'wordprocessingml.comments+xml"/></Types>',
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    relations = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rId7" Type="{kind}" Target="comments.xml"/></Relationships>'.encode(),
    )
    return with_parts(
        data,
        {
            "[Content_Types].xml": types,
            "word/_rels/document.xml.rels": relations,
            "word/comments.xml": part,
        },
    )


@pytest.mark.parametrize("path", DRAFTS, ids=lambda p: p.name)
def test_parts_of_a_draft_stay(path: Path) -> None:
    """Part by part: all others are the same bytes, and the text is the same but for anchors and divided runs."""
    data = path.read_bytes()
    out = annotate(data, every_paragraph(data))
    before, after = unpack(data), unpack(out)

    assert {name for name in after if after[name] != before.get(name)} == CHANGED
    assert list(after)[: len(before)] == list(before)
    assert bare(after["word/document.xml"]) == bare(before["word/document.xml"])


def every_paragraph(data: bytes) -> list[Finding]:
    """Return a finding on the middle of every paragraph of a file."""
    out = []
    for number, paragraph in enumerate(read(data).everything):
        size = len(paragraph.text)
        place = Location.of(Passage(paragraph, size // 3, max(size // 3, size - size // 3)))
        out.append(finding(place, str(number), number=number))
    return out


@pytest.mark.parametrize("path", DRAFTS, ids=lambda p: p.name)
def test_commented_draft_has_the_same_findings(path: Path) -> None:
    """A check of the commented copy finds what the check of the draft found."""
    data = path.read_bytes()
    report = check(data, name="d.docx")

    assert check(annotate(data, report), name="d.docx").findings == report.findings


def test_unchanged_members_are_copied_as_they_lie() -> None:
    """Packed bytes, dates and order of the other members stay; stored ones stay stored."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for index, (name, content) in enumerate(unpack(report_docx(FAULTS)).items()):
            info = zipfile.ZipInfo(name, (2020, 1, 2 + index, 3, 4, 6))
            info.compress_type = zipfile.ZIP_STORED if index % 2 else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
        archive.comment = b"x"
    data = out.getvalue()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(io.BytesIO(annotate(data, on(data, "31/4/2024")))) as new,
    ):
        assert new.testzip() is None
        assert new.comment == b"x"
        for info in old.infolist():
            twin = new.getinfo(info.filename)
            assert twin.date_time == info.date_time
            if info.filename not in CHANGED:
                assert (twin.compress_type, twin.CRC, twin.compress_size) == (
                    info.compress_type,
                    info.CRC,
                    info.compress_size,
                )


def test_equal_calls_give_equal_bytes() -> None:
    """Nothing in a copy depends on when it is made but the date, which can be given."""
    data = report_docx(FAULTS)
    report = check(data, name="a.docx")
    when = datetime(2025, 3, 31, 14, 5)
    out = annotate(data, report, date=when)

    assert out == annotate(data, report, date=when)
    assert b'w:date="2025-03-31T14:05:00Z"' in unpack(out)["word/comments.xml"]


def test_comment_says_what_why_and_how() -> None:
    """Message, repair, basis, how to answer, and the mark, each in a paragraph of its own."""
    data = docx([para("Sở họp – tại xã")])
    (one,) = on(data, "họp –", repair="họp -")
    (lines,) = comment_lines(annotate(data, [one])).values()

    assert lines == [
        "LỖI XX01: “họp –” cần xem lại.",
        "Nên sửa: họp -",
        "Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I",
        "Không phải lỗi? Trả lời: “BỎ QUA: lý do”.",
        f"[XX01 · {one.fingerprint}]",
    ]


def test_comment_in_english() -> None:
    """The language of comments can be chosen."""
    data = docx([para("Sở họp")])
    (lines,) = comment_lines(annotate(data, on(data, "họp"), lang="en")).values()

    assert lines[0] == 'ERROR XX01: Look at "họp" again.'
    assert lines[-2] == "Right as it stands? Answer: “BỎ QUA: reason”."


def test_folded_finding_is_one_comment_that_names_its_places() -> None:
    """A finding with several places stands at the first and lists the others."""
    data = docx([para("Sở họp"), para("xã họp")])
    document = read(data)
    first, second = (Location.of(Passage(p, 0, 2)) for p in document.paragraphs)
    second = evolve(second, section=("II", "3"))
    one = evolve(finding(first, "Sở"), places=(Place(first, "Sở"), Place(second, "xã")))
    out = annotate(data, [one])

    assert list(anchored(out).values()) == ["Sở"]
    assert "Cũng ở: mục II.3 “xã”" in next(iter(comment_lines(out).values()))


def test_hostile_words_stay_text() -> None:
    """Markup and control characters in a message are words, not XML."""
    data = docx([para("Sở họp")])
    (one,) = on(data, "họp")
    hostile = evolve(one, message=Words("</w:t></w:r>&<!-- \x00 \x1b \ufffe ]]>"))
    (lines,) = comment_lines(annotate(data, [hostile])).values()

    assert lines[0] == "LỖI XX01: </w:t></w:r>&<!-- \\x00 \\x1b \ufffd ]]>"


def test_python_docx_reads_the_comments() -> None:
    """Another library finds author, initials and paragraphs of each comment."""
    report = check(DRAFTS[0], select=["NT01", "CT06"])
    opened = python_docx(io.BytesIO(annotate(DRAFTS[0], report)))

    assert [c.author for c in opened.comments] == ["thidua_check"] * len(report.findings)
    assert [c.initials for c in opened.comments] == ["TC"] * len(report.findings)
    assert [c.paragraphs[-1].text for c in opened.comments] == [
        f"[{f.rule} · {f.fingerprint}]" for f in report.findings
    ]


def test_comments_of_people_stay() -> None:
    """Existing comments keep their bytes and their anchors; new ones are numbered on."""
    data = commented_draft(own_comment(3, "Xem lại câu này"), own_comment(8, "Đồng ý"))
    out = annotate(data, on(data, "31/4/2024"))
    old, new = (unpack(d)["word/comments.xml"] for d in (data, out))

    assert new.startswith(old.removesuffix(b"</w:comments>"))
    assert list(comment_lines(out)) == ["3", "8", "9"]
    assert bare(main_part(out), keep=["3", "4"]) == bare(main_part(data), keep=["3", "4"])
    assert unpack(out)["[Content_Types].xml"] == unpack(data)["[Content_Types].xml"]


def test_empty_comments_part_is_filled() -> None:
    """A part for comments without any takes ours."""
    data = commented_draft()
    empty = f'<?xml version="1.0"?><w:comments xmlns:w="{W}"/>'.encode()
    data = with_parts(data, {"word/comments.xml": empty})

    assert len(comment_lines(annotate(data, on(data, "31/4/2024")))) == 1


def test_second_annotation_adds_nothing_twice() -> None:
    """A finding that has its comment gets no second one; a new finding gets its own, behind the old ones."""
    data = report_docx(FAULTS)
    first = annotate(data, on(data, "31/4/2024"))
    again = annotate(first, on(first, "31/4/2024"))
    more = annotate(first, on(first, "31/4/2024", "30/2/2024"))

    assert again == first
    assert list(anchored(more).values()) == ["31/4/2024", "30/2/2024"]
    assert unpack(more)["word/comments.xml"].startswith(
        unpack(first)["word/comments.xml"].removesuffix(b"</w:comments>")
    )


def test_nothing_to_say_gives_the_same_file() -> None:
    """Without findings the copy is the draft."""
    data = report_docx(["Sở họp."])

    assert annotate(data, []) == data


def test_main_part_elsewhere_and_without_relationships() -> None:
    """Comments stand beside the main part, wherever it is; a missing list of relationships is made."""
    parts = unpack(docx([para("Sở họp")], main="van-ban/chinh.xml"))
    del parts["van-ban/_rels/chinh.xml.rels"], parts["van-ban/styles.xml"]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    data = out.getvalue()
    done = annotate(data, on(data, "họp"))

    assert [c.author for c in read(done).comments] == ["thidua_check"]
    assert "van-ban/comments.xml" in unpack(done)


def test_content_types_and_relationships_name_the_comments() -> None:
    """The new part is declared once, under ids and names that are free."""
    data = with_parts(report_docx(FAULTS), {"word/comments.xml": b"<x/>"})
    after = unpack(annotate(data, on(data, "31/4/2024")))
    types, relations = (
        etree.fromstring(after[name]) for name in ("[Content_Types].xml", "word/_rels/document.xml.rels")
    )

    assert after["word/comments.xml"] == b"<x/>"
    assert [t.get("PartName") for t in types if "comments" in (t.get("ContentType") or "")] == [
        "/word/comments1.xml"
    ]
    assert [r.get("Target") for r in relations if (r.get("Type") or "").endswith("/comments")] == [
        "comments1.xml"
    ]
    assert len({r.get("Id") for r in relations}) == len(relations)


@pytest.mark.parametrize("how", ["member", "relationship"])
def test_signed_file_is_refused(how: str) -> None:
    """A changed copy would carry a broken signature."""
    data = report_docx(FAULTS)
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    relation = f'<Relationship Id="s" Type="{kind}" Target="_xmlsignatures/origin.sigs"/></Relationships>'
    parts = {
        "member": {"_xmlsignatures/sig1.xml": b"<x/>"},
        "relationship": {
            "_rels/.rels": unpack(data)["_rels/.rels"].replace(b"</Relationships>", relation.encode())
        },
    }[how]

    with pytest.raises(UnwritableError, match="ký số"):
        annotate(with_parts(data, parts), on(data, "31/4/2024"))


def test_protected_file_is_commented() -> None:
    """Protection against changes in Word concerns people, not the copy."""
    data = docx([para(FAULTS[0])], settings='<w:documentProtection w:edit="readOnly" w:enforcement="1"/>')

    assert list(anchored(annotate(data, on(data, "31/4/2024"))).values()) == ["31/4/2024"]


def test_text_file_is_refused() -> None:
    """Only a Word file has a margin."""
    text = FAULTS[0].encode()

    with pytest.raises(UnwritableError, match="docx"):
        annotate(text, check(text, name="a.txt"))


def test_report_on_another_file_is_refused() -> None:
    """Offsets of one file mean nothing in another."""
    data = report_docx(FAULTS)

    with pytest.raises(UsageError, match="không phải của tệp này"):
        annotate(report_docx(FAULTS[:1]), check(data, name="a.docx"))
    with pytest.raises(UsageError, match="không phải của tệp này"):
        annotate(data, Report((), "1", ""))


def test_damaged_comments_are_refused() -> None:
    """Comments that cannot be read cannot be kept."""
    data = with_parts(commented_draft(), {"word/comments.xml": b"<w:comments"})

    with pytest.raises(UnreadableError):
        annotate(data, on(data, "31/4/2024"))


def test_draft_is_never_written_to(tmp_path: Path) -> None:
    """The file that is read keeps its bytes."""
    path = tmp_path / "du-thao.docx"
    path.write_bytes(report_docx(FAULTS))
    before = path.read_bytes()
    place = where(read(path), "31/4/2024")
    annotate(path, [finding(place, "31/4/2024")])

    assert path.read_bytes() == before
