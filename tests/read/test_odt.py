"""OpenDocument texts: words, headings, lists, tables, notes, looks; what is no such text is refused."""

from __future__ import annotations

import pytest

from tests.support.word import pack
from thidua_check.document import Document, Table
from thidua_check.errors import UnreadableError
from thidua_check.read import read

_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
_TYPE = b"application/vnd.oasis.opendocument.text"


def odt(body: str, *, automatic: str = "", common: str = "", masters: str = "", **members: bytes) -> bytes:
    """Return an OpenDocument text with this body and these styles."""
    content = (
        f"<office:document-content {_NAMES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    styles = (
        f"<office:document-styles {_NAMES}><office:styles>{common}</office:styles>"
        f"<office:master-styles>{masters}</office:master-styles></office:document-styles>"
    )
    named = {name.replace("__", "/").replace("_", "."): data for name, data in members.items()}
    return pack({"mimetype": _TYPE, "content.xml": content.encode(), "styles.xml": styles.encode(), **named})


def texts(document: Document) -> list[str]:
    """Return labels and texts of the paragraphs."""
    return [f"{p.label} {p.text}".strip() for p in document.paragraphs]


def refusal(data: bytes) -> UnreadableError:
    """Return the error with which a file is refused."""
    with pytest.raises(UnreadableError) as caught:
        read(data)
    return caught.value


def test_white_space_is_joined_and_written_spaces_stay() -> None:
    """A line end in the XML is a space; text:s, text:tab and text:line-break are what they say."""
    document = read(
        odt(
            '<text:p>\n  Số:<text:s text:c="3"/>/BC\n  <text:tab/>a <text:span> b</text:span><text:line-break/>c</text:p>'
        )
    )

    assert document.paragraphs[0].text == "Số:   /BC \ta b\nc"
    assert (document.format, document.has_layout) == ("odt", False)


def test_headings_have_their_level() -> None:
    """text:h counts its levels from 1."""
    document = read(odt('<text:h text:outline-level="2">Kết quả</text:h><text:p>Đạt.</text:p>'))

    assert [p.outline_level for p in document.paragraphs] == [1, None]


_LIST = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix=")" text:display-levels="2"/>'
    '<text:list-level-style-bullet text:level="3" text:bullet-char="-"/></text:list-style>'
)


def item(inside: str, start: str = "") -> str:
    """Return a list item."""
    return f"<text:list-item{start}>{inside}</text:list-item>"


def test_lists_give_labels_by_level() -> None:
    """Numbers show as many levels as they say, bullets their sign; only the first paragraph has the label."""
    deep = f"<text:list>{item('<text:p>c</text:p>')}</text:list>"
    inner = f"<text:list>{item('<text:p>b</text:p><text:p>b2</text:p>' + deep)}{item('<text:p>d</text:p>')}</text:list>"
    body = f'<text:list text:style-name="L">{item("<text:p>a</text:p>" + inner)}{item("<text:p>e</text:p>")}</text:list>'

    assert texts(read(odt(body, automatic=_LIST))) == ["I. a", "I.1) b", "b2", "- c", "I.2) d", "II. e"]


def test_list_goes_on_only_where_it_says_so() -> None:
    """A new list begins anew; one that continues goes on behind the text between; an item may set its number."""
    one = f'<text:list text:style-name="L">{item("<text:p>a</text:p>")}</text:list>'
    on = one.replace('"L"', '"L" text:continue-numbering="true"')
    at = f'<text:list text:style-name="L">{item("<text:p>a</text:p>", " text:start-value=" + chr(34) + "5" + chr(34))}</text:list>'

    assert texts(read(odt(one + "<text:p>x</text:p>" + on + one + at, automatic=_LIST))) == [
        "I. a",
        "x",
        "II. a",
        "I. a",
        "V. a",
    ]


def test_looks_come_through_parents_spans_and_shares() -> None:
    """A span lies over the paragraph's style, which lies over its parent; a share is one of the size below."""
    common = (
        '<style:default-style style:family="paragraph"><style:text-properties fo:font-size="14pt"/></style:default-style>'
        '<style:style style:name="Base" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:margin-left="1.27cm"/>'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
    )
    automatic = (
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Base"/>'
        '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic" fo:font-size="50%"/></style:style>'
        '<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    body = '<text:p text:style-name="P1">ab<text:span text:style-name="T1">cd</text:span><text:span text:style-name="T2">ef</text:span></text:p>'
    (p,) = read(odt(body, automatic=automatic, common=common)).paragraphs

    assert p.text == "abcd"
    assert [(r.start, r.end, r.bold, r.italic, r.size) for r in p.runs] == [
        (0, 2, True, False, 14.0),
        (2, 4, True, True, 7.0),
    ]
    assert (p.layout.alignment, p.layout.left, p.style) == ("both", 720, "Base")


def test_styles_that_lead_in_a_circle_end() -> None:
    """A chain of parents that comes back on itself is followed once round."""
    ring = "".join(
        f'<style:style style:name="{a}" style:family="paragraph" style:parent-style-name="{b}"/>'
        for a, b in ("AB", "BA")
    )

    assert (
        read(odt('<text:p text:style-name="A">Thi đua</text:p>', common=ring)).paragraphs[0].text == "Thi đua"
    )


def test_tables_have_places_and_merged_cells() -> None:
    """Covered cells take their column; header rows are rows; a repeat of a billion is bounded."""
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        '<table:table-cell table:number-columns-spanned="2"><text:p>a</text:p></table:table-cell><table:covered-table-cell/>'
        "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table-header-rows>"
        '<table:table-row><table:table-cell table:number-columns-repeated="999999999"/>'
        "<table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table>"
    )
    (table,) = read(odt(body)).body

    assert isinstance(table, Table)
    assert [(c.row, c.col, c.colspan, c.text) for row in table.rows for c in row] == [
        (0, 0, 2, "a"),
        (0, 2, 1, "b"),
        (1, 0, 1, ""),
        (1, 1000, 1, "c"),
    ]
    assert [p.cell for p in table.paragraphs()] == [(0, 0, 0), (0, 0, 2), (0, 1, 1000)]


def test_notes_have_their_mark_and_anchor() -> None:
    """A note stands apart, its anchor where its mark stood."""
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Kế hoạch số 5.</text:p></text:note-body></text:note>"
    )
    document = read(odt(f"<text:p>Thi đua{note} tốt</text:p>"))
    (found,) = document.notes

    assert document.paragraphs[0].text == "Thi đua tốt"
    assert (found.mark, found.kind, found.paragraphs[0].text) == ("1", "footnote", "Kế hoạch số 5.")
    assert found.anchor is not None
    assert (found.anchor.start, found.anchor.end) == (7, 7)


def test_deleted_text_and_comments_are_no_text() -> None:
    """Tracked changes count as accepted; a comment in the text is none of it."""
    tracked = (
        '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>xóa</text:p></text:deletion>'
        "</text:changed-region></text:tracked-changes>"
    )
    body = (
        tracked
        + '<text:p>Thi<text:change text:change-id="c"/><office:annotation><text:p>xem</text:p></office:annotation> đua</text:p>'
    )

    assert texts(read(odt(body))) == ["Thi đua"]


def test_text_box_stands_behind_its_host() -> None:
    """A box is read once, as boxed paragraphs."""
    frame = "<draw:frame><draw:text-box><text:p>Mật</text:p></draw:text-box></draw:frame>"
    document = read(odt(f"<text:p>Báo cáo{frame}</text:p><text:p>Hết</text:p>"))

    assert [(p.text, p.boxed) for p in document.paragraphs] == [
        ("Báo cáo", False),
        ("Mật", True),
        ("Hết", False),
    ]


def test_decomposed_letters_are_composed_with_a_way_back() -> None:
    """The text is NFC; the origin counts the characters of the paragraph as written."""
    (p,) = read(odt("<text:p>Hòa bình</text:p>".replace("ò", "o\u0300"))).paragraphs

    assert p.text == "Hòa bình"
    assert p.origin == (0, 1, 3, 4, 5, 6, 7, 8, 9)


def test_headers_stand_apart() -> None:
    """Headers of the pages are no body text."""
    masters = '<style:master-page style:name="S"><style:header><text:p>Đầu trang</text:p></style:header></style:master-page>'
    document = read(odt("<text:p>a b</text:p>", masters=masters))

    assert [p.text for p in document.headers] == ["Đầu trang"]
    assert texts(document) == ["a b"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (odt(""), "empty"),
        (odt("<text:p>a</text:p>", META_INF__manifest_xml=b"<x><encryption-data/></x>").replace(b"META.INF", b"META-INF"), "encrypted"),
        (odt("<text:p>"), "damaged"),
        (odt("<text:p>a</text:p>", content_xml=b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "unsafe"),
        (odt("<text:p>a</text:p>", content_xml=b"<a/>"), "damaged"),
        (odt("<text:p>a</text:p>", mimetype=_TYPE.replace(b".text", b".spreadsheet")), "format"),
        (odt("<text:p>a</text:p>", content_xml=b"<a>" + b" " * (40 * 1024 * 1024) + b"</a>"), "too-large"),
        (odt("<text:p>a</text:p>")[:-40], "damaged"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(data: bytes, kind: str) -> None:
    """Empty, locked, broken, hostile, another program's: one sentence each."""
    assert refusal(data).kind == kind
