"""Page numbers in headers and footers, lines of tables, and spacing that styles drop."""

from __future__ import annotations

import pytest

from tests.support.word import SECTION, Xml, docx, field_runs, para, run, style, styles, table, text_box
from thidua_check.document import PageNumber
from thidua_check.read import read

PAGE = field_runs("PAGE  \\* MERGEFORMAT", "2")
TITLE_PAGE = SECTION.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")


def numbers(**margins: object) -> list[tuple[str, str, str | None, bool | None]]:
    """Return part, text, place and first-page flag of each page number of a file with these margins."""
    document = read(docx([para("Thi đua")], **margins))  # type: ignore[arg-type]
    return [(n.paragraph.part, n.paragraph.text, n.alignment, n.first) for n in document.page_numbers]


def test_number_in_the_header_from_page_two() -> None:
    """With a title page the default header does not show on page 1."""
    found = numbers(headers={"default": [para(PAGE, align="center")]}, section=TITLE_PAGE)

    assert found == [("header", "2", "center", False)]


def test_number_in_the_footer_of_every_page() -> None:
    """Without a title page the default footer shows on page 1; no alignment is left."""
    assert numbers(footers={"default": [para(PAGE)]}) == [("footer", "2", "left", True)]


def test_simple_field_is_a_page_number() -> None:
    """w:fldSimple holds its code in an attribute."""
    simple = Xml(f'<w:fldSimple w:instr=" PAGE ">{run("7")}</w:fldSimple>')

    assert numbers(headers={"default": [para(simple)]}) == [("header", "7", "left", True)]


@pytest.mark.parametrize("code", ["NUMPAGES", "PAGEREF _Toc1 \\h", "SECTIONPAGES"])
def test_other_fields_are_no_page_numbers(code: str) -> None:
    """Counts of pages and references to pages do not number the page."""
    assert numbers(headers={"default": [para(field_runs(code, "9"))]}) == []


def test_conditional_number_leaves_the_first_page_open() -> None:
    """A number inside an IF field may or may not show on page 1."""
    nested = Xml(field_runs("IF ", "") + field_runs("PAGE", "2"))

    assert [first for *_, first in numbers(headers={"default": [para(nested)]})] == [None]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (
            para(
                PAGE,
                properties='<w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="center"/>',
            ),
            "center",
        ),
        (para(PAGE, properties='<w:framePr w:hAnchor="margin" w:xAlign="right"/>'), "right"),
        (para(PAGE, properties='<w:framePr w:hAnchor="margin" w:x="900"/>'), None),
        (para("\t", PAGE), None),
        (para("\t\t", PAGE), None),
        (
            para(Xml('<w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>'), PAGE),
            "right",
        ),
    ],
)
def test_place_by_frames_and_tabs(content: Xml, place: str | None) -> None:
    """Where a frame or a tab puts the number is not told by the alignment of its paragraph."""
    assert [found for _, _, found, _ in numbers(headers={"default": [content]})] == [place]


@pytest.mark.parametrize(
    ("code", "arabic"), [("PAGE", True), ("PAGE \\* MERGEFORMAT", True), ("PAGE \\* roman", False)]
)
def test_numerals(code: str, arabic: bool) -> None:
    """A switch of the field asks for roman numerals."""
    document = read(docx(["Mở đầu"], headers={"default": [para(field_runs(code, "2"))]}))
    assert [number.arabic for number in document.page_numbers] == [arabic]


def test_number_in_a_text_box_is_counted_once() -> None:
    """The fallback of a drawn box repeats the field."""
    assert numbers(headers={"default": [para(text_box(para(PAGE)))]}) == [("header", "2", None, True)]


def test_gutter_counts_to_the_left_margin() -> None:
    """The space for the binding is added to the left margin."""
    section = SECTION.replace('w:gutter="0"', 'w:gutter="284"')

    assert read(docx([para("Thi đua")], section=section)).sections[0].left == 1701 + 284


def borders(*edges: str, value: str = "single") -> str:
    """Return XML that draws these edges of a table."""
    return "<w:tblBorders>" + "".join(f'<w:{e} w:val="{value}" w:sz="4"/>' for e in edges) + "</w:tblBorders>"


def boxed(xml: str, **more: object) -> bool | None:
    """Return whether the first table of a file is boxed."""
    return read(docx([Xml(xml)], **more)).tables[0].boxed  # type: ignore[arg-type]


GRID = style("TableGrid", kind="table").replace(
    "</w:style>", f"<w:tblPr>{borders('top', 'left')}</w:tblPr></w:style>"
)


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("", False),
        (borders("top", "left", "insideV"), True),
        (borders("top", "left", "insideV", value="nil"), False),
        (borders("top", "left", value="none"), False),
        (borders("bottom", "insideH"), False),
    ],
)
def test_lines_of_a_table(properties: str, expected: bool) -> None:
    """Lines at the top or the sides make a box; nil and none draw nothing; a rule below is no box."""
    plain = table([["a", "b"]])

    assert boxed(plain.replace("<w:tblPr/>", f"<w:tblPr>{properties}</w:tblPr>")) is expected


def test_style_draws_the_lines() -> None:
    """A table takes the lines of its style."""
    assert boxed(table([["a", "b"]], style="TableGrid"), styles=styles(GRID)) is True


def test_table_overrides_its_style() -> None:
    """Lines that a table switches off itself are off."""
    off = borders("top", "left", value="nil")
    xml = table([["a"]], style="TableGrid").replace("</w:tblPr>", f"{off}</w:tblPr>")

    assert boxed(xml, styles=styles(GRID)) is False


def test_cells_override_the_table() -> None:
    """A table whose every cell switches its sides off is not boxed; one cell with a side is."""
    general = table([["a"]], style="TableGrid")
    off = '<w:tcBorders><w:top w:val="nil"/><w:left w:val="nil"/></w:tcBorders>'

    assert boxed(general.replace("<w:tcPr>", f"<w:tcPr>{off}"), styles=styles(GRID)) is False
    assert boxed(table([["a"]]).replace("<w:tcPr>", f"<w:tcPr>{off.replace('nil', 'single')}")) is True


def test_contextual_spacing_is_read() -> None:
    """A style that drops the space between its paragraphs says so in their layout."""
    sheet = styles(style("List", paragraph_properties='<w:spacing w:after="120"/><w:contextualSpacing/>'))
    document = read(docx([para("a", style="List"), para("b")], styles=sheet))

    assert [p.layout.contextual for p in document.paragraphs] == [True, False]


def test_text_formats_have_no_page_numbers() -> None:
    """A text file shows neither page numbers nor lines."""
    numbers_of_text: tuple[PageNumber, ...] = read(b"Thi \xc4\x91ua", name="a.txt").page_numbers

    assert numbers_of_text == ()
