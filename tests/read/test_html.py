"""Web pages that offices save as .doc: paragraphs, tables, lists, looks; hostile pages stay within bounds."""

from __future__ import annotations

import time
from contextlib import suppress
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from thidua_check.document import Document, Table
from thidua_check.errors import UnreadableError
from thidua_check.read import read


def page(body: str, head: str = '<meta charset="utf-8">') -> Document:
    """Return a page as it is read."""
    return read(
        f"<html><head>{head}<title>Tên</title><style>p {{}}</style></head><body>{body}</body></html>".encode()
    )


def test_blocks_are_paragraphs_and_white_space_is_joined() -> None:
    """Each block is a paragraph; text between blocks too; script and style are none."""
    document = page("<p>Báo\n   cáo <b>thi đua</b></p>năm<div>2024<p> đạt</p></div><script>x()</script>")

    assert [p.text for p in document.paragraphs] == ["Báo cáo thi đua", "năm", "2024", "đạt"]
    assert (document.format, document.has_layout) == ("html", False)


def test_looks_come_from_tags_and_styles() -> None:
    """Bold, italic and alignment are those of the element or the ones around it."""
    (p,) = page(
        '<p style="text-align:center">a<b>b<i>c</i></b><span style="font-weight:700">d</span></p>'
    ).paragraphs

    assert [(r.start, r.end, r.bold, r.italic) for r in p.runs] == [
        (0, 1, False, False),
        (1, 2, True, False),
        (2, 3, True, True),
        (3, 4, True, False),
    ]
    assert p.layout.alignment == "center"


def test_headings_and_lists() -> None:
    """h2 is outline level 1 (from 0); ordered items have their number, others a dot."""
    document = page(
        "<h2>Kết quả</h2><ol type='a' start='3'><li>một</li><li><p>hai</p></li></ol><ul><li>ba</li></ul>"
    )

    assert [(p.outline_level, p.label, p.text) for p in document.paragraphs] == [
        (1, "", "Kết quả"),
        (None, "c.", "một"),
        (None, "d.", "hai"),
        (None, "•", "ba"),
    ]


def test_tables_keep_their_grid() -> None:
    """Cells over rows and columns push the others aside."""
    (table,) = page(
        "<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tbody><tr><td>c</td><td>d<br>e</td></tr></tbody></table>"
    ).body

    assert isinstance(table, Table)
    assert [(c.row, c.col, c.rowspan, c.colspan, c.text) for row in table.rows for c in row] == [
        (0, 0, 2, 1, "a"),
        (0, 1, 1, 2, "b"),
        (1, 1, 1, 1, "c"),
        (1, 2, 1, 1, "d\ne"),
    ]


def test_hidden_text_is_none() -> None:
    """What a browser or Word hides is not checked."""
    assert [
        p.text
        for p in page('<p>a<span style="mso-hide:all">b</span></p><p style="display:none">c</p>').paragraphs
    ] == ["a"]


def test_the_named_encoding_counts() -> None:
    """A page of Windows-1258 says so; one that says nothing is decoded as a text file is."""
    text = "Báo cáo kết quả phong trào thi đua"
    named = '<html><meta charset="windows-1252"><p>Báo cáo</p></html>'.encode("cp1252")

    assert read(named).paragraphs[0].text == "Báo cáo"
    assert read(f"<html><p>{text}</p></html>".encode("utf-16")).paragraphs[0].text == text


def test_page_in_mime_is_read() -> None:
    """What Word saves as a single file page holds HTML among other parts."""
    message = MIMEMultipart("related")
    message.attach(MIMEText("<html><p>Thi đua</p></html>", "html", "utf-8"))
    data = b"MIME-Version: 1.0\r\n" + message.as_bytes().replace(b"MIME-Version: 1.0\n", b"", 1)

    assert read(data).paragraphs[0].text == "Thi đua"


def test_old_fonts_are_converted() -> None:
    """A page typed for .VnTime is Unicode when it is checked."""
    document = page("<p>B¸o c¸o kÕt qu¶ thùc hiÖn phong trµo <b>thi ®ua</b></p>")

    assert document.paragraphs[0].text == "Báo cáo kết quả thực hiện phong trào thi đua"
    assert document.converted == "TCVN3"


@pytest.mark.parametrize(
    "body",
    ["<div>" * 100_000, "<table><tr><td>" * 20_000, "<b>" * 100_000 + "a", "<p>" * 500_000, "&lt;" * 500_000],
)
def test_hostile_pages_end_soon(body: str) -> None:
    """Depth and number do not hang the reader: a document or one sentence, and no work that grows without bound."""
    start = time.process_time()
    with suppress(UnreadableError):
        page(body)

    assert time.process_time() - start < 60
