"""Safe repairs become tracked changes, and nothing else changes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.support.comments import bare, finding, main_part, on, where
from tests.support.word import (
    W,
    Xml,
    deleted,
    docx,
    field_runs,
    inserted,
    link,
    para,
    report_docx,
    run,
    split_runs,
    text_box,
    unpack,
)
from thidua_check.checking import check
from thidua_check.errors import UnwritableError
from thidua_check.read import read
from thidua_check.render.word import fix

_W = f"{{{W}}}"
DRAFTS = sorted((Path(__file__).parents[2] / "fixtures" / "drafts").glob("*.docx"))


def fixed(data: bytes, words: str, repair: str) -> bytes:
    """Return the file with one safe repair."""
    result = fix(data, on(data, words, repair=repair))
    assert result.data is not None
    return result.data


def changes(data: bytes) -> list[tuple[str, str]]:
    """Return the tracked changes by the checker in order: (del or ins, characters)."""
    root = etree.fromstring(main_part(data))
    out = []
    for element in root.iter(_W + "ins", _W + "del"):
        if element.get(_W + "author") == "thidua_check":
            text = "".join(t.text or "" for t in element.iter(_W + "t", _W + "delText"))
            out.append((etree.QName(element).localname, text))
    return out


def rejected(data: bytes) -> bytes:
    """Return the main part as it is when every change by the checker is rejected."""
    root = etree.fromstring(main_part(data))
    for element in list(root.iter(_W + "ins", _W + "del")):
        above = element.getparent()
        if element.get(_W + "author") != "thidua_check" or above is None:
            continue
        if element.tag == _W + "del":
            for text in element.iter(_W + "delText"):
                text.tag = _W + "t"
            for child in list(element):
                element.addprevious(child)
        above.remove(element)
    return etree.tostring(root)


# name -> (content of the paragraph, words, repair, the changes, the text then)
REPAIRS: dict[str, tuple[list[Xml | str], str, str, list[tuple[str, str]], str]] = {
    "a space too many": (["Sở  họp"], "Sở  họp", "Sở họp", [("del", " ")], "Sở họp"),
    "a dash": (["số 5–NQ/TW"], "5–NQ", "5-NQ", [("del", "–"), ("ins", "-")], "số 5-NQ/TW"),
    "two dashes": (
        ["a – b – c"],
        "a – b – c",
        "a - b - c",
        [("del", "–"), ("ins", "-"), ("del", "–"), ("ins", "-")],
        "a - b - c",
    ),
    "a decimal comma": (["đạt 95.0%"], "95.0%", "95,0%", [("del", "."), ("ins", ",")], "đạt 95,0%"),
    "a space too few": (["758km đường"], "758km", "758 km", [("ins", " ")], "758 km đường"),
    "a mark at the end": (["cán bộ công chức"], "cán bộ", "cán bộ,", [("ins", ",")], "cán bộ, công chức"),
    "a mark at the beginning": (["Nơi nhận"], "Nơi", "“Nơi", [("ins", "“")], "“Nơi nhận"),
    "over runs": (
        [run("Sở ", bold=True), run(" họp")],
        "Sở  họp",
        "Sở họp",
        [("del", " ")],
        "Sở họp",
    ),
    "over many runs": (
        [split_runs("phòng ,đơn vị", 1)],
        "phòng ,đơn",
        "phòng, đơn",
        [("del", " "), ("ins", ", "), ("del", ",")],
        "phòng, đơn vị",
    ),
    "decomposed": (
        [split_runs("Sở  Nội vụ", 3, form="NFD")],
        "Sở  Nội",
        "Sở Nội",
        [("del", " ")],
        "Sở Nội vụ",
    ),
    "markup": (["A&B  <C"], "B  <", "B <", [("del", " ")], "A&B <C"),
    "the whole paragraph": (["–"], "–", "-", [("del", "–"), ("ins", "-")], "-"),
    "beside a change": ([inserted("Sở "), "họp  ngày"], "họp  ngày", "họp ngày", [("del", " ")], "Sở họp ngày"),
}  # fmt: skip


@pytest.mark.parametrize("name", REPAIRS)
def test_repair_is_tracked(name: str) -> None:
    """Only the characters that differ are struck out and put in; read again, the text is the repaired one."""
    content, words, repair, tracked, text = REPAIRS[name]
    out = fixed(docx([para(*content), "Đoạn cuối ạ."]), words, repair)

    assert changes(out) == tracked
    assert read(out).paragraphs[0].text == text


@pytest.mark.parametrize("name", REPAIRS)
def test_rejecting_gives_the_draft_back(name: str) -> None:
    """Without the changes the text part is the draft's, and every other part is the same bytes."""
    content, words, repair, _, _ = REPAIRS[name]
    data = docx([para(*content), "Đoạn cuối ạ."])
    out = fixed(data, words, repair)
    before, after = unpack(data), unpack(out)

    assert bare(rejected(out)) == bare(main_part(data))
    assert [name for name in after if after[name] != before[name]] == ["word/document.xml"]


def test_new_text_has_the_look_of_the_first_that_goes() -> None:
    """What is put in looks like what it replaces."""
    out = fixed(
        docx([para(run("a"), run("–", bold=True, size=13), run(" –", italic=True), "b")]), "– –", "- -"
    )
    first = read(out).paragraphs[0]

    assert first.text == "a- -b"
    assert [(r.bold, r.italic) for r in first.runs] == [(False, False), (True, False), (False, False)]


def test_change_has_author_date_and_an_id_of_its_own() -> None:
    """Each change can be accepted by itself."""
    data = docx([para(inserted("x"), "a – b"), para("c – d")])
    found = [*on(data, "a – b", repair="a - b"), *on(data, "c – d", repair="c - d")]
    out = fix(data, found, date=datetime(2025, 3, 31, 8, 0)).data
    assert out is not None
    own = [
        e
        for e in etree.fromstring(main_part(out)).iter(_W + "ins", _W + "del")
        if e.get(_W + "author") == "thidua_check"
    ]

    assert {e.get(_W + "date") for e in own} == {"2025-03-31T08:00:00Z"}
    assert len({e.get(_W + "id") for e in own} | {"1"}) == 5


LEFT: dict[str, tuple[list[Xml | str], str, str]] = {
    "another word": (["banh hành"], "banh", "ban"),
    "a capital": (["zalo"], "zalo", "Zalo"),
    "a tone mark": (["hoá"], "hoá", "hóa"),
    "another figure": (["ngày 5/9"], "5/9", "05/9"),
    "in an insertion": ([inserted("Sở  họp")], "Sở  họp", "Sở họp"),
    "round a deletion": (["Sở –", deleted("x"), "– họp"], "–– họp", "- họp"),
    "into an insertion": (["Sở ", inserted(" họp")], "Sở  họp", "Sở  - họp"),
    "in a field": ([field_runs("REF x", "II – 3")], "II – 3", "II - 3"),
    "in a link": ([link("Sở  họp")], "Sở  họp", "Sở họp"),
    "in a text box": ([text_box(para("Sở  họp"))], "Sở  họp", "Sở họp"),
    "a tab": (["Sở\thọp"], "Sở\thọp", "Sở họp"),
    "a hidden run between": (["Sở –", run("ẩn", hidden=True), "– họp"], "–– họp", "- họp"),
    "a change of formatting": (
        [run("a – b", properties='<w:rPrChange w:id="9" w:author="A"><w:rPr/></w:rPrChange>')],
        "a – b",
        "a - b",
    ),
    "a symbol": ([run(Xml('<w:t>a</w:t><w:sym w:font="Symbol" w:char="F02D"/><w:t>b</w:t>'))], "a-b", "a – b"),
    "spaces that do not count": ([run(Xml("<w:t> a – b </w:t>"))], "a – b", "a - b"),
    "nothing": (["a - b"], "a - b", "a - b"),
}  # fmt: skip


@pytest.mark.parametrize("name", LEFT)
def test_place_is_left(name: str) -> None:
    """Words, figures, and whatever is not plain text are left to people."""
    content, words, repair = LEFT[name]
    data = docx([para(*content), "Đoạn cuối ạ."])
    (one,) = on(data, words, repair=repair)
    result = fix(data, [one])

    assert (result.data, result.done, result.left) == (None, (), one.places)


def test_repair_that_is_not_called_safe_is_not_made() -> None:
    """A suggestion that wants a look is no repair."""
    data = docx([para("a – b")])
    result = fix(data, on(data, "a – b"))

    assert (result.data, result.done, result.left) == (None, (), ())


def test_second_of_two_overlapping_repairs_is_left() -> None:
    """Two findings on the same characters are not both repaired."""
    data = docx([para("a –  b")])
    two = [*on(data, "–  b", repair="- b"), *on(data, "a –  b", repair="a - b")]
    result = fix(data, two)

    assert [p.excerpt for p in result.done] == ["–  b"]
    assert [p.excerpt for p in result.left] == ["a –  b"]


def test_finding_on_another_text_is_left() -> None:
    """Where other words stand at the place than the finding says, nothing is written."""
    data = docx([para("a – b")])
    place = where(read(data), "a – b")

    assert fix(data, [finding(place, "x – y", repair="x - y")]).data is None


def test_each_place_of_a_folded_finding_gets_its_own_repair() -> None:
    """Rules fold places whose repairs differ."""
    data = report_docx(["Sở  họp ngày 5 tại xã.", "Thực hiện theo kế  hoạch đã đề ra."])
    report = check(data, name="a.docx", select=["CT06"])
    result = fix(data, report)

    assert [(p.excerpt, p.repair) for p in result.done] == [
        ("Sở  họp", "Sở họp"),
        ("kế  hoạch", "kế hoạch"),
    ]
    assert result.data is not None
    assert check(result.data, name="a.docx", select=["CT06"]).findings == ()


@pytest.mark.parametrize("path", DRAFTS, ids=lambda p: p.name)
def test_findings_that_were_repaired_are_gone_and_no_other(path: Path) -> None:
    """A check of the repaired copy finds what was left, and nothing new."""
    data = path.read_bytes()
    report = check(data, name="a.docx")
    result = fix(data, report)
    again = check(result.data or data, name="a.docx")
    done = {p.location for p in result.done}
    left = [(f.rule, f.count) for f in report.findings if not {p.location for p in f.places} <= done]

    assert [(f.rule, f.count) for f in again.findings] == left


def test_draft_with_faults_has_safe_repairs() -> None:
    """The shipped draft with mistakes has some that can be repaired unseen."""
    path = next(p for p in DRAFTS if p.name == "bao-cao-co-loi.docx")
    result = fix(path, check(path))

    assert len(result.done) >= 2


def test_text_file_is_refused() -> None:
    """Tracked changes need a Word file."""
    with pytest.raises(UnwritableError, match="docx"):
        fix(b"Sector", check(b"Sector", name="a.txt"))


@given(
    st.lists(st.sampled_from([*"ab –.,&ệ", "e\u0323"]), min_size=3, max_size=14),
    st.integers(1, 4),
    st.data(),
)
def test_any_repair_of_any_runs(letters: list[str], every: int, more: st.DataObject) -> None:
    """Whatever the runs: the text becomes the repaired one, and rejecting gives the draft back."""
    data = docx([para("Ạ", split_runs("".join(letters), every), "ạ")])
    paragraph = read(data).paragraphs[0]
    start = more.draw(st.integers(1, len(paragraph.text) - 2))
    end = more.draw(st.integers(start + 1, len(paragraph.text) - 1))
    old = paragraph.text[start:end]
    repair = "".join(more.draw(st.sampled_from(["", "-", ", "])) if not c.isalnum() else c for c in old)
    place = evolve(where(read(data), "Ạ"), start=start, end=end)
    out = fix(data, [finding(place, old, repair=repair)]).data

    assert (out is None) == (repair == old)
    if out is not None:
        assert read(out).paragraphs[0].text == paragraph.text[:start] + repair + paragraph.text[end:]
        assert bare(rejected(out)) == bare(main_part(data))
