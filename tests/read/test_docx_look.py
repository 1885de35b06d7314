"""Resolved formatting of runs and paragraphs: defaults, styles, toggles, theme, numbering indents."""

from __future__ import annotations

import pytest

from tests.support.word import docx, level, numbering, para, run, style, styles, table
from thidua_check.document import Layout, Paragraph
from thidua_check.read import read

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme name="x">'
    '<a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)


def first(*blocks: str, **more: object) -> Paragraph:
    """Return the first paragraph of a file."""
    return read(docx(blocks, **more)).paragraphs[0]  # type: ignore[arg-type]


def test_document_defaults_reach_every_run() -> None:
    """Font and size of the defaults hold where nothing else is said."""
    look = first(para("a")).runs[0]

    assert (look.font, look.size, look.bold, look.color) == ("Times New Roman", 14.0, False, None)


def test_style_chain_is_inherited_and_overridden() -> None:
    """A style takes what its base says and overrides what it says itself; direct formatting overrides both."""
    sheet = styles(
        style("Base", run_properties='<w:i/><w:sz w:val="20"/><w:color w:val="ff0000"/>'),
        style("Own", based_on="Base", run_properties='<w:sz w:val="24"/>'),
    )
    paragraph = first(para("a", run("b", size=9, color="auto"), style="Own"), styles=sheet)

    assert [(r.italic, r.size, r.color) for r in paragraph.runs] == [
        (True, 12.0, "FF0000"),
        (True, 9.0, None),
    ]


@pytest.mark.parametrize(
    ("in_paragraph", "in_character", "direct", "expected"),
    [
        ("<w:b/>", "", None, True),
        ("<w:b/>", "<w:b/>", None, False),
        ("", "<w:b/>", None, True),
        ("<w:b/>", '<w:b w:val="0"/>', None, True),
        ("<w:b/>", "<w:b/>", True, True),
        ("<w:b/>", "", False, False),
    ],
)
def test_toggle_properties(in_paragraph: str, in_character: str, direct: bool | None, expected: bool) -> None:
    """Bold in a paragraph style and in a character style cancel out; direct formatting decides (17.7.3)."""
    sheet = styles(
        style("Para", run_properties=in_paragraph),
        style("Char", kind="character", run_properties=in_character),
    )

    assert (
        first(para(run("a", style="Char", bold=direct), style="Para"), styles=sheet).runs[0].bold is expected
    )


def test_toggle_within_one_chain_is_not_turned_over() -> None:
    """Bold in a style and in its base is bold: only different kinds of styles cancel out."""
    sheet = styles(
        style("Base", run_properties="<w:b/>"), style("Own", based_on="Base", run_properties="<w:b/>")
    )

    assert first(para("a", style="Own"), styles=sheet).runs[0].bold is True


def test_toggle_of_the_defaults_stays_on() -> None:
    """What the document defaults switch on, styles do not turn over."""
    sheet = styles(
        style("Own", run_properties="<w:b/>"),
        defaults="<w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault>",
    )

    assert first(para("a", style="Own"), styles=sheet).runs[0].bold is True


def test_theme_fonts_are_named() -> None:
    """A theme reference becomes the theme's Latin font; a plain font in a style above it wins."""
    sheet = styles(
        style("Plain", run_properties='<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'),
        style("Major", run_properties='<w:rFonts w:asciiTheme="majorHAnsi" w:ascii="Arial"/>'),
        defaults='<w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/></w:rPr></w:rPrDefault>',
    )
    document = read(
        docx([para("a"), para("b", style="Plain"), para("c", style="Major")], styles=sheet, theme=THEME)
    )

    assert [p.runs[0].font for p in document.paragraphs] == ["Calibri", "Arial", "Cambria"]


def test_hidden_and_caps_come_from_styles_too() -> None:
    """A style may hide text or show capitals; the text itself stays as written."""
    sheet = styles(
        style("Hide", kind="character", run_properties="<w:vanish/>"),
        style("Caps", kind="character", run_properties="<w:caps/>"),
    )
    paragraph = first(para("a", run("b", style="Hide"), run("báo cáo", style="Caps")), styles=sheet)

    assert paragraph.text == "abáo cáo"
    assert [r.caps for r in paragraph.runs] == [False, True]


def test_underline_none_is_no_underline() -> None:
    """An underline of kind none takes a style's underline away."""
    sheet = styles(style("Line", run_properties='<w:u w:val="single"/>'))
    paragraph = first(para("a", run("b", properties='<w:u w:val="none"/>'), style="Line"), styles=sheet)

    assert [r.underline for r in paragraph.runs] == [True, False]


def test_unknown_style_falls_back_on_the_default() -> None:
    """A paragraph of a style that is not there looks like the default style and is called so."""
    assert first(para("a", style="Không có")).style == "Normal"


def test_circular_styles_end() -> None:
    """Styles based on each other are read once each."""
    sheet = styles(
        style("A", based_on="B", run_properties="<w:b/>"), style("B", based_on="A", run_properties="<w:i/>")
    )
    look = first(para("a", style="A"), styles=sheet).runs[0]

    assert (look.bold, look.italic) == (True, True)


def test_outline_level_from_style_name_and_property() -> None:
    """A heading has its level from the style or from its own property; level 9 is body text."""
    sheet = styles(style("Muc", name="heading 6"), style("Con", based_on="Muc"))
    blocks = [
        para("a", style="Heading2"),
        para("b", outline=0),
        para("c", style="Muc"),
        para("d", style="Con"),
        para("e", style="Heading2", outline=9),
        para("f"),
    ]

    assert [p.outline_level for p in read(docx(blocks, styles=sheet)).paragraphs] == [1, 0, 5, 5, None, None]
    assert read(docx(blocks)).paragraphs[0].style == "heading 2"


def test_layout_in_twips() -> None:
    """Indents, spacing and alignment are resolved; hanging wins over first line; lengths may carry a unit."""
    sheet = styles(
        style(
            "Para",
            paragraph_properties='<w:jc w:val="both"/><w:spacing w:before="120" w:line="360" w:lineRule="auto"/>',
        )
    )
    own = '<w:ind w:start="1cm" w:right="100" w:firstLine="50" w:hanging="284"/><w:spacing w:after="6pt"/><w:pageBreakBefore/>'

    assert first(para("a", style="Para", properties=own), styles=sheet).layout == Layout(
        alignment="both",
        left=567,
        right=100,
        first_line=-284,
        before=120,
        after=120,
        line=360,
        line_rule="auto",
        page_break_before=True,
    )


def test_list_indents_stand_between_style_and_paragraph() -> None:
    """A list given in the paragraph overrides the style's indents and yields to the paragraph's own."""
    sheet = styles(style("Para", paragraph_properties='<w:ind w:left="100" w:firstLine="10"/>'))
    lists = numbering({1: [level("decimal", "%1.", left=720)]})
    blocks = [
        para("a", style="Para", num=(1, 0)),
        para("b", style="Para", num=(1, 0), properties='<w:ind w:left="5"/>'),
    ]
    document = read(docx(blocks, styles=sheet, numbering=lists))

    assert [(p.layout.left, p.layout.first_line) for p in document.paragraphs] == [(720, -360), (5, -360)]


def test_list_of_a_style_yields_to_the_style() -> None:
    """Where a style brings the list, the style's own indents win over the list's."""
    own = '<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="100"/>'
    lists = numbering({1: [level("decimal", "%1.", left=720)]})
    paragraph = first(
        para("a", style="So"), styles=styles(style("So", paragraph_properties=own)), numbering=lists
    )

    assert (paragraph.layout.left, paragraph.layout.first_line, paragraph.label) == (100, -360, "1.")


def test_table_style_stands_below_the_paragraph_style() -> None:
    """A table style formats the text of its cells where the paragraph's style says nothing."""
    sheet = styles(
        style(
            "Bang",
            kind="table",
            run_properties='<w:b/><w:sz w:val="22"/>',
            paragraph_properties='<w:jc w:val="center"/>',
        )
    )
    blocks = [table([["a"]], style="Bang"), para("b")]
    document = read(docx(blocks, styles=sheet))

    assert [(p.runs[0].bold, p.runs[0].size, p.layout.alignment) for p in document.paragraphs] == [
        (True, 11.0, "center"),
        (False, 14.0, None),
    ]


def test_size_may_carry_a_unit() -> None:
    """A size is in half points, or a length with its unit as strict files write it; nonsense is no size."""
    sizes = [
        first(para(run("a", properties=f'<w:sz w:val="{value}"/>'))).runs[0].size
        for value in ("27", "13pt", "0", "x")
    ]

    assert sizes == [13.5, 13.0, 14.0, 14.0]


def test_indents_in_characters_and_spaces_in_lines() -> None:
    """An indent in characters alone has no known length; a space in lines alone is taken at twelve points a line."""
    own = '<w:ind w:firstLineChars="200"/><w:spacing w:beforeLines="50" w:afterLines="25"/>'
    both = '<w:ind w:firstLine="567" w:firstLineChars="200"/><w:spacing w:before="60" w:beforeLines="50"/>'
    first, second = read(docx([para("Một", properties=own), para("Hai", properties=both)])).paragraphs

    assert (first.layout.in_characters, first.layout.before, first.layout.after) == (True, 120, 60)
    assert (second.layout.in_characters, second.layout.first_line, second.layout.before) == (False, 567, 60)
