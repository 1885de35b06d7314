"""Automatic numbering becomes the labels that Word shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.word import Xml, cell, docx, level, numbering, para, style, styles, table
from thidua_check.read import read
from thidua_check.read.docx.labels import MAX_ORDINARY, format_number


def labels(
    nums: list[tuple[int, int] | None],
    lists: str,
    *,
    sheet: str | None = None,
    names: list[str] | None = None,
) -> list[str]:
    """Return the labels of paragraphs with these (numId, ilvl) or styles."""
    blocks = [para("x", num=num) for num in nums] or [para("x", style=name) for name in names or []]
    return [p.label for p in read(docx(blocks, numbering=lists, styles=sheet)).paragraphs]


REPORT = [
    level("upperRoman", "%1."),
    level("decimal", "%2."),
    level("decimal", "%2.%3."),
    level("lowerLetter", "%4)"),
    level("bullet", "-"),
]


def test_report_hierarchy() -> None:
    """Lower levels start again under each higher one; a bullet is its own sign."""
    order = [0, 1, 2, 2, 1, 2, 3, 3, 4, 0, 1, 3]

    assert labels([(1, i) for i in order], numbering({1: REPORT})) == [
        "I.", "1.", "1.1.", "1.2.", "2.", "2.1.", "a)", "b)", "-", "II.", "1.", "a)",
    ]  # fmt: skip


def test_list_level_and_text_stay_apart() -> None:
    """The label is not in the text; an unnumbered paragraph has neither label nor level."""
    document = read(
        docx([para("x", num=(1, 1)), para("y"), para("z", num=(0, 0))], numbering=numbering({1: REPORT}))
    )

    assert [(p.text, p.label, p.list_level) for p in document.paragraphs] == [
        ("x", "1.", 1),
        ("y", "", None),
        ("z", "", None),
    ]


def test_higher_level_not_seen_yet_shows_its_start() -> None:
    """A list that begins on its second level shows the first level's start."""
    assert labels(
        [(1, 1), (1, 1)], numbering({1: [level("decimal", "%1.", start=3), level("decimal", "%1.%2")]})
    ) == [
        "3.1",
        "3.2",
    ]


def test_two_lists_of_one_abstract_share_their_counter() -> None:
    """A second w:num without an override goes on counting, as in Word."""
    lists = numbering({1: [level("decimal", "%1.")]}, {1: (1, ""), 2: (1, "")})

    assert labels([(1, 0), (2, 0), (1, 0)], lists) == ["1.", "2.", "3."]


def test_start_override_restarts_once() -> None:
    """A w:num with a start override begins there when it is first used, then goes on."""
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    lists = numbering({1: [level("decimal", "%1.")]}, {1: (1, ""), 2: (1, override)})

    assert labels([(1, 0), (1, 0), (2, 0), (2, 0), (1, 0)], lists) == ["1.", "2.", "5.", "6.", "7."]


def test_level_override_redefines_format() -> None:
    """A level given inside the override replaces the abstract list's own."""
    override = (
        f'<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">{level("lowerLetter", "(%1)")}</w:lvl></w:lvlOverride>'
    )
    lists = numbering({1: [level("decimal", "%1.")]}, {1: (1, ""), 2: (1, override)})

    assert labels([(1, 0), (2, 0)], lists) == ["1.", "(b)"]


def test_legal_numbering_prints_arabic() -> None:
    """With isLgl every number of the label is arabic."""
    lists = numbering({1: [level("upperRoman", "%1."), level("decimal", "%1.%2.", extra="<w:isLgl/>")]})

    assert labels([(1, 0), (1, 0), (1, 1)], lists) == ["I.", "II.", "2.1."]


@pytest.mark.parametrize(
    ("restart", "expected"), [("0", ["1.", "a", "2.", "b"]), ("1", ["1.", "a", "2.", "a"])]
)
def test_restart_of_a_level(restart: str, expected: list[str]) -> None:
    """lvlRestart 0 never starts again; 1 does after a paragraph of the first level."""
    second = level("lowerLetter", "%2", extra=f'<w:lvlRestart w:val="{restart}"/>')

    assert labels([(1, 0), (1, 1)] * 2, numbering({1: [level("decimal", "%1."), second]})) == expected


def test_restart_only_after_a_given_level() -> None:
    """With lvlRestart 1 the third level goes on through the second and starts again after the first."""
    third = level("decimal", "%3", extra='<w:lvlRestart w:val="1"/>')
    lists = numbering({1: [level("decimal", "%1."), level("decimal", "%2."), third]})
    order = [0, 1, 2, 1, 2, 0, 1, 2]

    assert labels([(1, i) for i in order], lists) == ["1.", "1.", "1", "2.", "2", "2.", "1.", "1"]


def test_numbering_linked_from_styles() -> None:
    """A style that names a list takes the level that is linked back to it, and passes it on to its heirs."""
    link = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    sheet = styles(
        style("Muc", paragraph_properties=link),
        style("Tieu", paragraph_properties=link),
        style("Con", based_on="Tieu"),
    )
    lists = numbering(
        {
            1: [
                level("upperRoman", "%1.", extra='<w:pStyle w:val="Muc"/>'),
                level("decimal", "%2.", extra='<w:pStyle w:val="Tieu"/>'),
            ]
        }
    )

    assert labels([], lists, sheet=sheet, names=["Muc", "Tieu", "Con", "Muc", "Tieu"]) == [
        "I.",
        "1.",
        "2.",
        "II.",
        "1.",
    ]


def test_paragraph_can_leave_its_style_s_list() -> None:
    """numId 0 in the paragraph takes the style's numbering away."""
    sheet = styles(style("Muc", paragraph_properties='<w:numPr><w:numId w:val="1"/></w:numPr>'))
    blocks = [para("a", style="Muc"), para("b", style="Muc", num=(0, 0)), para("c", style="Muc")]
    document = read(docx(blocks, styles=sheet, numbering=numbering({1: [level("decimal", "%1.")]})))

    assert [p.label for p in document.paragraphs] == ["1.", "", "2."]


def test_numbering_style_link() -> None:
    """A list that only names a numbering style takes the levels of the list behind that style, and its counter."""
    sheet = styles(
        style("Kieu", kind="numbering", paragraph_properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
    )
    lists = numbering({1: [level("decimal", "Điều %1.")], 2: []}).replace(
        '<w:abstractNum w:abstractNumId="2">',
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Kieu"/>',
    )

    assert labels([(2, 0), (1, 0)], lists, sheet=sheet) == ["Điều 1.", "Điều 2."]


def test_numbers_go_on_through_tables() -> None:
    """Cells count in reading order with the body."""
    blocks = [para("a", num=(1, 0)), table([[cell(para("b", num=(1, 0)))]]), para("c", num=(1, 0))]
    document = read(docx(blocks, numbering=numbering({1: [level("decimal", "%1.")]})))

    assert [p.label for p in document.paragraphs] == ["1.", "2.", "3."]


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("\uf02d", "Symbol", "-"),
        ("\uf0a7", "Wingdings", "•"),
        ("o", "Courier New", "•"),
        ("-", "Times New Roman", "-"),
        ("+", "", "+"),
        ("–", "Calibri", "–"),
    ],
)
def test_bullets(text: str, font: str, expected: str) -> None:
    """Bullets of symbol fonts become a dot or a dash; written ones stay as they are."""
    look = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""

    assert labels([(1, 0)], numbering({1: [Xml(level("bullet", text) + look)]})) == [expected]


@pytest.mark.parametrize(
    ("fmt", "values", "expected"),
    [
        ("upperRoman", (1, 4, 9, 14, 40, 1999), ["I", "IV", "IX", "XIV", "XL", "MCMXCIX"]),
        ("lowerRoman", (3,), ["iii"]),
        ("upperLetter", (1, 26, 27, 53), ["A", "Z", "AA", "AAA"]),
        ("lowerLetter", (4, 5), ["d", "e"]),
        ("decimalZero", (1, 9, 10), ["01", "09", "10"]),
        ("ordinal", (1, 2, 3, 4, 11, 21), ["1st", "2nd", "3rd", "4th", "11th", "21st"]),
        (
            "vietnameseCounting",
            (1, 10, 15, 21, 34),
            ["một", "mười", "mười lăm", "hai mươi mốt", "ba mươi bốn"],
        ),
        ("none", (1,), [""]),
        ("numberInDash", (2,), ["- 2 -"]),
        ("decimalEnclosedCircle", (1, 20, 21), ["①", "⑳", "21"]),
        ("chicago", (1, 5), ["*", "**"]),
        ("không-biết", (7,), ["7"]),
    ],
)
def test_number_formats(fmt: str, values: tuple[int, ...], expected: list[str]) -> None:
    """Each of Word's number formats prints as Word prints it."""
    assert [format_number(v, fmt) for v in values] == expected


@given(
    st.integers(0, 10**12),
    st.sampled_from(["upperRoman", "upperLetter", "decimalZero", "ordinal", "chicago"]),
)
def test_labels_stay_short(value: int, fmt: str) -> None:
    """No start value makes a label of more letters than a list could reach."""
    assert len(format_number(value, fmt)) <= MAX_ORDINARY // 4 + 13


@given(st.lists(st.integers(0, 3), min_size=1, max_size=25))
def test_siblings_are_numbered_without_gaps(order: list[int]) -> None:
    """Within one parent, the labels of a level run 1, 2, 3 whatever the order of levels."""
    lists = numbering({1: [level("decimal", f"%{i + 1}") for i in range(4)]})
    expected: list[str] = []
    counts = [0, 0, 0, 0]
    for index in order:
        counts[index] += 1
        counts[index + 1 :] = [0] * (3 - index)
        expected.append(str(counts[index]))

    assert labels([(1, i) for i in order], lists) == expected


def test_custom_zero_padded_format() -> None:
    """A custom format stands in the choice of an alternative; its example gives the width."""
    inner = (
        '<w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1/BC"/>'
    )

    assert labels([(1, 0)], numbering({1: [Xml(inner)]})) == ["007/BC"]


def test_missing_pieces_give_no_label() -> None:
    """A list, a level or an abstract list that is not there shows nothing; a missing start is 0."""
    lists = numbering({1: [level("decimal", "%1.", start=None)]}, {1: (1, ""), 2: (9, "")})

    assert labels([(5, 0), (1, 4), (2, 0), (1, 0)], lists) == ["", "", "", "0."]


def test_style_based_on_a_numbered_style_moves_to_another_level() -> None:
    """A style that only says its level keeps the list of the style it is based on, with that level's indents."""
    sheet = styles(
        style("Mot", paragraph_properties='<w:numPr><w:numId w:val="1"/></w:numPr>'),
        style("Hai", based_on="Mot", paragraph_properties='<w:numPr><w:ilvl w:val="1"/></w:numPr>'),
    )
    lists = numbering({1: [level("upperRoman", "%1.", left=100), level("decimal", "%2.", left=700)]})
    document = read(docx([para("a", style="Mot"), para("b", style="Hai")], styles=sheet, numbering=lists))

    assert [(p.label, p.layout.left) for p in document.paragraphs] == [("I.", 100), ("1.", 700)]
