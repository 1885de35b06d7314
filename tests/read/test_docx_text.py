"""What counts as text in a Word file, and where it stands."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.word import (
    DELETED_MARK,
    W,
    Xml,
    bold,
    cell,
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
    row,
    run,
    split_runs,
    table,
    text_box,
)
from thidua_check.document import Document, Paragraph, Run, Table
from thidua_check.read import read
from thidua_check.read.docx import walk
from thidua_check.read.docx.package import open_package


def texts(*blocks: str, **more: object) -> list[str]:
    """Return the texts of the body's paragraphs."""
    return [p.text for p in read(docx(blocks, **more)).paragraphs]  # type: ignore[arg-type]


def line(*content: str) -> str:
    """Return the text of one paragraph with this content."""
    return texts(para(*content))[0]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (("một\thai\nba",), "một\thai\nba"),
        ((run(Xml("<w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t>")),), "a-bc"),
        ((run(Xml("<w:t>a</w:t><w:cr/><w:t>b</w:t><w:ptab/><w:t>c</w:t>")),), "a\nb\tc"),
        ((run(Xml('<w:br w:type="page"/><w:t>a</w:t>')),), "a"),
        ((run(Xml('<w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t>')),), "a\nb"),
        ((run(Xml("<w:t>  a b </w:t>")),), "a b"),
        ((run(Xml('<w:t xml:space="preserve"> a </w:t>')),), " a "),
        ((run(Xml("<w:t>a\n  b\tc</w:t>")),), "a   b c"),
        ((run("a\u00adb\u200bc\ufeff"),), "abc"),
        (("a", inserted("b"), deleted("c"), "d"), "abd"),
        (("a", Xml("<w:moveFrom><w:r><w:t>b</w:t></w:r></w:moveFrom>"), "c"), "ac"),
        (("a", Xml("<w:moveTo><w:r><w:t>b</w:t></w:r></w:moveTo>"), "c"), "abc"),
        (("a", control("b"), link("c"), "d"), "abcd"),
        (
            (
                Xml(
                    '<w:smartTag w:element="x"><w:customXml><w:r><w:t>a</w:t></w:r></w:customXml></w:smartTag>'
                ),
            ),
            "a",
        ),
        (("trang ", field_runs("PAGE", "3"), "."), "trang 3."),
        ((Xml('<w:fldSimple w:instr="DATE"><w:r><w:t>hôm nay</w:t></w:r></w:fldSimple>'),), "hôm nay"),
        (("a", run("ẩn", hidden=True), "b"), "ab"),
        ((Xml("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"),), "x+1"),
        ((run(Xml('<w:sym w:font="Wingdings" w:char="F0FC"/><w:t>a</w:t>')),), "✓a"),
        ((run(Xml('<w:sym w:font="Symbol" w:char="F0B3"/>')),), "≥"),
        ((run("\uf0b7 a"),), "• a"),
        ((Xml("<w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt></w:ruby>"), "a"), "a"),
    ],
)
def test_run_content(content: tuple[str, ...], expected: str) -> None:
    """Breaks, hyphens, symbols, fields, tracked changes, wrappers and hidden text become what a reader sees."""
    assert line(*content) == expected


def test_nested_field_shows_only_its_outer_result() -> None:
    """A field inside a field's code is code; one inside the result is text."""
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    inner = field_runs("PAGE", "2")
    whole = Xml(
        char.format("begin") + inner + char.format("separate") + inner + run("!") + char.format("end")
    )

    assert line(whole, "sau") == "2!sau"


def test_unclosed_field_does_not_swallow_the_rest() -> None:
    """A field that was never closed hides its paragraph's code, not the paragraphs behind it."""
    begin = Xml('<w:r><w:fldChar w:fldCharType="begin"/></w:r>')

    assert texts(para("a", begin, "b"), para("c")) == ["a", "c"]


def test_field_result_may_span_paragraphs() -> None:
    """A table of contents keeps its lines, though its field opens in the first and closes in the last."""
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    first = para(Xml(char.format("begin")), Xml(char.format("separate")), "I. Mở đầu")

    assert texts(first, para("II. Kết quả", Xml(char.format("end")), " hết")) == [
        "I. Mở đầu",
        "II. Kết quả hết",
    ]


def test_deleted_paragraph_mark_joins_with_the_next() -> None:
    """Deleting the mark between two paragraphs makes one paragraph, which is numbered and styled as the second."""
    blocks = [para("Một ", mark=DELETED_MARK), para("hai", align="center"), para("ba")]
    document = read(docx(blocks))

    assert [(p.text, p.block, p.layout.alignment) for p in document.paragraphs] == [
        ("Một hai", 0, "center"),
        ("ba", 1, None),
    ]


def test_wholly_deleted_paragraph_leaves_nothing() -> None:
    """A paragraph whose text and mark are deleted is gone, before another paragraph and before a table."""
    gone = para(deleted("xóa"), mark=DELETED_MARK)

    assert texts(gone, "a", gone, table([["b"]])) == ["a", "b"]


def test_deleted_row_is_not_read() -> None:
    """A row deleted under tracking does not stand; an inserted one does."""
    rows = [row("a"), row("b", properties='<w:del w:id="9"/>'), row("c", properties='<w:ins w:id="9"/>')]

    assert texts(table(rows)) == ["a", "c"]


def test_text_box_is_read_once_behind_its_host() -> None:
    """The fallback of a drawn box repeats its text and is not read; the box's paragraphs follow the host."""
    document = read(docx([para("trước ", text_box("HỎA TỐC", bold("x")), "sau"), para("cuối")]))

    assert [(p.text, p.boxed, p.block) for p in document.paragraphs] == [
        ("trước sau", False, 0),
        ("HỎA TỐC", True, 1),
        ("x", True, 2),
        ("cuối", False, 3),
    ]


def test_fallback_is_read_where_the_choice_has_no_text() -> None:
    """A symbol that the choice draws in an unknown way is taken from the fallback."""
    alternate = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="w14"><w14:x/></mc:Choice>'
        "<mc:Fallback><w:t>☒</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )

    assert line("a", Xml(alternate)) == "a☒"


def test_vml_box_and_box_in_a_cell() -> None:
    """A box of old Word is read too; in a table its paragraphs belong to the cell."""
    box = Xml(
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        + para("hộp")
        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    document = read(docx([table([[cell(para("a", box))]])]))

    assert [(p.text, p.boxed, p.part, p.cell) for p in document.paragraphs] == [
        ("a", False, "table", (0, 0, 0)),
        ("hộp", True, "table", (0, 0, 0)),
    ]


def test_empty_box_leaves_no_paragraph() -> None:
    """A drawn frame without text adds nothing."""
    assert texts(para("a", text_box(""))) == ["a"]


def test_block_content_control_and_custom_xml_are_looked_through() -> None:
    """Blocks inside content controls and custom XML are blocks of the body."""
    wrapped = control(para("a"), control(table([["b"]])))

    assert texts(wrapped, Xml("<w:customXml>" + para("c") + "</w:customXml>")) == ["a", "b", "c"]


def test_content_controls_round_rows_and_cells() -> None:
    """Rows and cells may sit in content controls."""
    inner = f"<w:sdt><w:sdtContent>{row('a', Xml('<w:sdt><w:sdtContent>' + cell('b') + '</w:sdtContent></w:sdt>'))}</w:sdtContent></w:sdt>"
    made = inner.replace("<w:tc><w:tcPr></w:tcPr><w:sdt>", "<w:sdt>").replace("</w:sdt></w:tc>", "</w:sdt>")

    assert texts(Xml(f"<w:tbl>{made}</w:tbl>")) == ["a", "b"]


def merged_table() -> Table:
    """Return a table with one cell over two columns and one over two rows."""
    rows = [
        [cell("đầu", span=2), cell("c", merge="restart")],
        [cell("a"), cell("b"), cell(merge="continue")],
        row(cell("x"), properties='<w:gridBefore w:val="1"/>'),
    ]
    block = read(docx([table(rows)])).body[0]
    assert isinstance(block, Table)
    return block


def test_merged_cells_stand_once_with_their_spans() -> None:
    """Columns are those of the grid; what is merged into another cell is not a cell of its own."""
    places = [
        [(c.text, c.row, c.col, c.rowspan, c.colspan) for c in table_row] for table_row in merged_table().rows
    ]

    assert places == [
        [("đầu", 0, 0, 1, 2), ("c", 0, 2, 2, 1)],
        [("a", 1, 0, 1, 1), ("b", 1, 1, 1, 1)],
        [("x", 2, 1, 1, 1)],
    ]


def test_nested_table_is_numbered_after_its_outer_one() -> None:
    """Tables count in reading order, the outer one first; a paragraph knows the innermost cell."""
    document = read(docx([table([[cell("a", table([["trong"]]), "b")]]), table([["c"]])]))

    assert [t.index for t in document.tables] == [0, 1, 2]
    assert [(p.text, p.cell, p.block) for p in document.paragraphs] == [
        ("a", (0, 0, 0), 0),
        ("trong", (1, 0, 0), 1),
        ("b", (0, 0, 0), 2),
        ("c", (2, 0, 0), 3),
    ]


def test_blocks_count_by_part() -> None:
    """Body and table paragraphs are counted apart, each from 0 through the whole document."""
    document = read(report_docx(["Nội dung."]))
    blocks = [(p.part, p.block) for p in document.paragraphs]

    assert blocks == [
        *[("table", i) for i in range(6)],
        *[("body", i) for i in range(3)],
        *[("table", i) for i in range(6, 14)],
    ]


def test_footnotes_and_endnotes_with_anchors() -> None:
    """Notes are numbered in the order of their marks, whatever their ids; unreferenced ones are not shown."""
    first = para("Thi đua", footnote_mark(7), " yêu nước", footnote_mark(3), footnote_mark(1, "endnote"))
    document = read(
        docx([first], footnotes={3: ["hai"], 7: [para("một")], 9: ["thừa"]}, endnotes={1: ["cuối"]})
    )

    assert [
        (n.mark, n.kind, n.paragraphs[0].text, n.anchor.start if n.anchor else None) for n in document.notes
    ] == [
        ("1", "footnote", "một", 7),
        ("2", "footnote", "hai", 16),
        ("i", "endnote", "cuối", 16),
    ]
    assert document.paragraphs[0].text == "Thi đua yêu nước"
    assert [(p.part, p.block) for n in document.notes for p in n.paragraphs] == [
        ("note", 0),
        ("note", 1),
        ("note", 2),
    ]


def test_note_with_a_sign_of_its_own() -> None:
    """A custom mark is in the text and is the note's mark; it takes no number."""
    own = Xml('<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>')
    document = read(docx([para("a", own, footnote_mark(2))], footnotes={1: ["x"], 2: ["y"]}))

    assert [n.mark for n in document.notes] == ["*", "1"]
    assert document.paragraphs[0].text == "a*"


def test_note_numbers_follow_the_settings() -> None:
    """Format and start of the numbers come from the settings."""
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>'
    document = read(docx([para("a", footnote_mark(1))], footnotes={1: ["x"]}, settings=settings))

    assert [n.mark for n in document.notes] == ["c"]


def test_deleted_reference_shows_no_note() -> None:
    """A note whose mark was deleted under tracking is not shown."""
    gone = Xml(f'<w:del w:id="1">{footnote_mark(1)}</w:del>')

    assert read(docx([para("a", gone)], footnotes={1: ["x"]})).notes == ()


def test_headers_and_footers_that_are_shown() -> None:
    """The first-page header shows only with titlePg, the even one only where the settings ask for it."""
    given_headers = {"default": [para(field_runs("PAGE", "2"))], "first": ["đầu"], "even": ["chẵn"]}
    section = "<w:sectPr><w:titlePg/></w:sectPr>"
    plain = read(docx(["a"], headers=given_headers, footers={"default": [table([["chân"]])]}))
    first = read(docx(["a"], headers=given_headers, section=section))
    even = read(docx(["a"], headers=given_headers, settings="<w:evenAndOddHeaders/>"))

    assert [(p.text, p.part, p.block) for p in plain.headers] == [("2", "header", 0)]
    assert [(p.text, p.part, p.cell) for p in plain.footers] == [("chân", "footer", None)]
    assert [p.text for p in first.headers] == ["đầu", "2"]
    assert [p.text for p in even.headers] == ["2", "chẵn"]


def test_page_setup_of_each_section() -> None:
    """Each section has its page, in twips; metric lengths are converted, what is absent is Word's own."""
    wide = para(
        "a",
        properties='<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="2cm"/></w:sectPr>',
    )
    pages = read(docx([wide, "b"], section="<w:sectPr/>")).sections

    assert [(p.width, p.height, p.top, p.left, p.landscape) for p in pages] == [
        (16838, 11906, 1134, 1440, True),
        (12240, 15840, 1440, 1440, False),
    ]


def test_runs_of_one_look_are_merged() -> None:
    """Neighbouring runs that look alike are one run, as Word splits them at every revision."""
    paragraph = read(docx([para("a", "b", run("c", bold=True), run("d", bold=True), "e")])).paragraphs[0]

    assert [(r.start, r.end, r.bold) for r in paragraph.runs] == [(0, 2, False), (2, 4, True), (4, 5, False)]


def test_word_split_between_letter_and_mark() -> None:
    """A decomposed letter whose mark stands in the next run is one letter of the first run."""
    paragraph = read(docx([para(run("ho", bold=True), run("\u0300a bình"))])).paragraphs[0]

    assert paragraph.text == "hòa bình"
    assert paragraph.runs[0] == Run(0, 2, bold=True, size=14.0, font="Times New Roman")
    assert (paragraph.runs[1].start, paragraph.runs[1].end) == (2, 8)
    assert paragraph.origin == (0, 1, 3, 4, 5, 6, 7, 8, 9)


VIETNAMESE = st.text(
    alphabet="aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịnoòỏõóọôồổỗốộơờởỡớợuưừửữứựy ,.12", max_size=40
)


def signature(document: Document) -> list[tuple[str, str]]:
    """Return the texts and labels of a document."""
    return [(p.text, p.label) for p in document.paragraphs]


@given(VIETNAMESE, st.integers(1, 5))
def test_composed_and_decomposed_files_read_alike(text: str, every: int) -> None:
    """NFC and NFD builds of one text give one text, however the runs are cut."""
    whole = read(docx([para("x", split_runs(text, every, form="NFD"))]))
    plain = read(docx([para("x", split_runs(text, every + 1, form="NFC"))]))

    assert signature(whole) == signature(plain) == [("x" + unicodedata.normalize("NFC", text), "")]


@given(VIETNAMESE, st.integers(1, 4))
def test_origin_leads_back_to_the_own_characters(text: str, every: int) -> None:
    """The characters between two origins compose to the character between the two offsets."""
    raw = unicodedata.normalize("NFD", text)
    paragraph = read(docx([para("x", split_runs(raw, every))])).paragraphs[0]
    origin = paragraph.origin or range(len(paragraph.text) + 1)

    assert [unicodedata.normalize("NFC", ("x" + raw)[a:b]) for a, b in pairwise(origin)] == list(
        paragraph.text
    )


@given(st.lists(st.tuples(VIETNAMESE.filter(bool), st.booleans()), min_size=1, max_size=6))
def test_runs_cover_the_text_without_gaps(pieces: list[tuple[str, bool]]) -> None:
    """Runs follow each other from 0 to the end of the text, and neighbours differ."""
    content = [run(unicodedata.normalize("NFD", text), bold=heavy) for text, heavy in pieces]
    paragraph = read(docx(["x", para(*content)])).paragraphs[1]
    ends = [0, *(r.end for r in paragraph.runs)]

    assert [r.start for r in paragraph.runs] == ends[:-1]
    assert ends[-1] == len(paragraph.text)
    assert all(a.bold != b.bold for a, b in pairwise(paragraph.runs))


def test_list_in_a_footnote_counts_by_itself() -> None:
    """A list in a note does not move the numbers of the body."""
    lists = numbering({1: [level("decimal", "%1.")]})
    blocks = [para("a", footnote_mark(1), num=(1, 0)), para("b", num=(1, 0))]
    document = read(docx(blocks, numbering=lists, footnotes={1: [para("x", num=(1, 0))]}))

    assert [p.label for p in document.paragraphs] == ["1.", "2."]
    assert [p.label for p in document.notes[0].paragraphs] == ["1."]


def both_ways(*blocks: str) -> tuple[list[Paragraph], list[Paragraph]]:
    """Return the paragraphs as they are read, and as they are read from the tree that was left as it is."""
    data = docx(blocks)

    return list(read(data).paragraphs), [traced.paragraph for traced in walk(open_package(data))]


CHANGED = "<w:rPrChange w:id='1' w:author='A'><w:rPr><w:i/></w:rPr></w:rPrChange>"
PARAGRAPH_CHANGED = "<w:pPrChange w:id='1' w:author='A'><w:pPr><w:jc w:val='right'/></w:pPr></w:pPrChange>"


@pytest.mark.parametrize(
    "block",
    [
        para(run("a", bold=True), run("b", bold=True), run("c", bold=True, properties=CHANGED)),
        para(run("a", properties=CHANGED), run("b", properties="<w:i/>"), properties=PARAGRAPH_CHANGED),
        para("a", align="center", mark=DELETED_MARK),
        para("a", align="center", mark=f"<w:b/>{CHANGED}"),
        para("a", properties="<w:sectPr><w:pgSz w:w='1' w:h='2'/></w:sectPr>"),
        Xml("<!-- <w:rPr> --><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r></w:p>"),
        Xml("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t><![CDATA[<w:rPr>]]></w:t></w:r></w:p>"),
        Xml('<w:p><w:r><w:rPr k="0"/><w:t>a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r></w:p>'),
        Xml(f'<x:p xmlns:x="{W}"><x:r><x:rPr><x:b/></x:rPr><x:t>a</x:t></x:r></x:p>'),
    ],
)
def test_numbered_properties_change_nothing(block: str) -> None:
    """Reading repeated properties once gives what reading each of them gives."""
    read_once, read_each = both_ways(block, block, para(run("z", bold=True), align="center"), block, "")

    assert read_once == read_each


def test_paragraphs_lead_back_to_their_elements() -> None:
    """Each paragraph of body, table and box knows the elements it was read from, joined ones several."""
    blocks = [para("a", mark=DELETED_MARK), para("b", text_box("c")), table([["d"]])]
    traced = walk(open_package(docx(blocks)))

    assert [(t.paragraph.text, len(t.elements)) for t in traced] == [("ab", 2), ("c", 1), ("d", 1)]
    assert ["".join(e.itertext()) for e in traced[2].elements] == ["d"]


@pytest.mark.parametrize("mark", ["<w:vanish/>", "<w:vanish/><w:specVanish/>"])
def test_hidden_mark_lets_the_next_paragraph_run_on(mark: str) -> None:
    """A heading whose mark is hidden (a style separator) stands in one paragraph with what follows."""
    assert texts(
        para("1. Kết quả. ", mark=mark), para("Đã làm."), para("b", mark='<w:vanish w:val="0"/>')
    ) == [
        "1. Kết quả. Đã làm.",
        "b",
    ]


def test_style_separator_keeps_the_heading_s_own_properties() -> None:
    """A run-in heading behind a style separator is a heading: its style, level and number are the first part's."""
    lists = numbering({1: [level("decimal", "%1.")]})
    first = para("Kết quả. ", style="Heading1", num=(1, 0), mark="<w:vanish/><w:specVanish/>")
    paragraph = read(docx([para(mark="<w:vanish/>"), first, para("Đã làm.")], numbering=lists)).paragraphs[0]

    assert (paragraph.text, paragraph.label, paragraph.outline_level) == ("Kết quả. Đã làm.", "1.", 0)
    assert [(r.end, r.bold) for r in paragraph.runs] == [(9, True), (16, False)]


@given(
    st.lists(
        st.text(alphabet="aoeđ \u00ad\u200b\u0300\u0323\u0302ệ.\t\n", min_size=1, max_size=4), max_size=6
    )
)
def test_any_text_gives_sane_offsets(pieces: list[str]) -> None:
    """Whatever marks and unseen characters stand where, text is NFC, runs tile it and origins ascend."""
    content = [run(text, bold=bool(i % 2)) for i, text in enumerate(pieces)]
    paragraph = read(docx(["x", para(*content)])).paragraphs[1]
    origin = paragraph.origin or tuple(range(len(paragraph.text) + 1))

    assert unicodedata.is_normalized("NFC", paragraph.text)
    assert [r.start for r in paragraph.runs] + [len(paragraph.text)] == [0, *(r.end for r in paragraph.runs)]
    assert len(origin) == len(paragraph.text) + 1
    assert list(origin) == sorted(origin)
    assert origin[-1] == len("".join(pieces))


def test_unseen_character_between_letter_and_mark() -> None:
    """A soft hyphen between a letter and its mark does not keep them apart."""
    paragraph = read(docx([para("ho\u00ad\u0300a")])).paragraphs[0]

    assert (paragraph.text, paragraph.origin) == ("hòa", (0, 1, 4, 5))
