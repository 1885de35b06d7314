"""What a file is shows in its content; what cannot be read ends in one clear sentence."""

from __future__ import annotations

import hashlib
import io
import os
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from tests.support.word import MAIN_TYPE, Xml, docx, pack, para, part, relations, run, unpack
from thidua_check.document import Document
from thidua_check.errors import UnreadableError
from thidua_check.read import read
from thidua_check.read.docx.package import MAX_MEMBERS
from thidua_check.read.reading import READERS, sniff

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refusal(source: str | bytes | Path) -> UnreadableError:
    """Return the error with which a source is refused."""
    with pytest.raises(UnreadableError) as caught:
        read(source)
    return caught.value


def replaced(**members: bytes) -> bytes:
    """Return a good file with some members replaced; ``__`` in a name stands for a slash, ``_`` for a dot."""
    parts = unpack(docx([para("Thi đua")]))
    return pack(
        {**parts, **{name.replace("__", "/").replace("_", "."): data for name, data in members.items()}}
    )


def test_path_bytes_and_file_give_the_same(tmp_path: Path) -> None:
    """A path, bytes and an open file are read alike; the name is only a name."""
    data = docx([para("Thi đua")])
    path = tmp_path / "nháp.pdf"
    path.write_bytes(data)
    with path.open("rb") as file:
        documents = [
            read(path),
            read(str(path)),
            read(data, name="a.txt"),
            read(file),
            read(io.BytesIO(data)),
        ]

    assert [d.paragraphs[0].text for d in documents] == ["Thi đua"] * 5
    assert {d.sha256 for d in documents} == {documents[0].sha256}
    assert [d.path for d in documents] == [str(path), str(path), "a.txt", str(path), "-"]
    assert (documents[0].format, documents[0].has_layout) == ("docx", True)


class Trickle(io.RawIOBase):
    """A stream that gives a few bytes at a time, as pipes do."""

    def __init__(self, data: bytes) -> None:
        self.left = io.BytesIO(data)

    def read(self, size: int = -1) -> bytes:
        """Return at most ten bytes."""
        return self.left.read(10)


def test_stream_that_comes_in_pieces_is_read_whole() -> None:
    """A pipe gives less than asked for; the file is what comes until it ends."""
    assert read(Trickle(docx([para("Thi đua")]))).paragraphs[0].text == "Thi đua"  # type: ignore[arg-type]


def test_sha256_is_that_of_the_bytes() -> None:
    """The fingerprint is the plain SHA-256 of the file."""
    data = "Báo cáo kết quả thi đua.\n".encode()

    assert read(data).sha256 == "f57b9f0fb29c7301d699b79dd96b3feae424701e90eb39fc5ef03e55480ed1e2"


def test_text_is_text_whatever_its_name(tmp_path: Path) -> None:
    """A text file called .docx is read as text."""
    path = tmp_path / "a.docx"
    path.write_text("Báo cáo kết quả phong trào thi đua.\n", encoding="utf-8")

    assert read(path).format == "txt"


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        (b"", "empty", "rỗng"),
        (b"\xef\xbb\xbf\r\n ", "empty", "rỗng"),
        (b"x", "empty", "rỗng"),
        (b"%PDF-1.7\n1 0 obj", "damaged", "PDF"),
        (b"\n\n%PDF-1.4\n", "damaged", "PDF"),
        (b"<!DOCTYPE html><html></html>", "empty", "không có chữ"),
        (b"\xef\xbb\xbf<html lang='vi'>", "empty", "không có chữ"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "format", "HTML"),
        (b"<?xml version='1.0'?><a/>", "format", "XML"),
        (b"\x89PNG\r\n\x1a\n", "format", "ảnh"),
        (b"\xff\xd8\xff\xe0", "format", "ảnh"),
        (b"Rar!\x1a\x07\x00", "format", "nén"),
        (b"PK\x05\x06" + bytes(18), "format", "zip"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", "mật khẩu"),
        (OLE + "Workbook".encode("utf-16-le"), "format", "Excel"),
        (OLE, "format", "Office"),
        (b"PK\x03\x04", "damaged", "hỏng"),
        (docx([para("Thi đua")])[:-300], "damaged", "hỏng"),
        (pack({"a.txt": b"x"}), "format", "zip"),
        (pack({"mimetype": b"application/vnd.oasis.opendocument.text"}), "format", "zip"),
        (docx([""]), "empty", "không có chữ"),
    ],
)
def test_what_is_no_draft_is_called_by_its_name(data: bytes, kind: str, words: str) -> None:
    """Each kind of file that cannot be read is named, in Vietnamese and in English."""
    error = refusal(data)

    assert error.kind == kind
    assert words in error.vi
    assert error.en != error.vi
    assert error.vi.count("\n") == 0


def test_excel_and_powerpoint_are_told_apart() -> None:
    """A package whose main part is not Word's is called what it is."""
    sheet = docx(["a"], main_type=MAIN_TYPE.replace("wordprocessingml.document", "spreadsheetml.sheet"))
    slides = docx(
        ["a"], main_type=MAIN_TYPE.replace("wordprocessingml.document", "presentationml.presentation")
    )

    assert "Excel" in refusal(sheet).vi
    assert "PowerPoint" in refusal(slides).vi


def test_missing_file_folder_and_special_file(tmp_path: Path) -> None:
    """What is not there, a folder and a pipe each have their sentence; a pipe is never waited for."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    assert refusal(tmp_path / "không-có.docx").kind == "missing"
    assert refusal(tmp_path / "pipe" / "x").kind == "missing"
    assert refusal("a\x00b").kind == "missing"
    assert refusal(tmp_path).kind == "folder"
    assert refusal(pipe).kind == "format"


def test_too_large_a_file_is_not_loaded(tmp_path: Path) -> None:
    """A file above the cap is refused after reading no more than the cap."""
    path = tmp_path / "to.docx"
    with path.open("wb") as file:
        file.truncate(61 * 1024 * 1024)

    assert refusal(path).kind == "too-large"


def test_every_sniffed_format_has_a_reader() -> None:
    """Whatever the content is taken for, there is an entry for it."""
    samples = [b"PK\x03\x04", b"%PDF", b"{\\rtf", b"<html", b"<?xml ", OLE, b"abc", b"GIF89a", b"\x1f\x8b"]

    assert {sniff(data) for data in samples} <= set(READERS)


def test_xml_cut_off_is_damaged() -> None:
    """A main part that ends in the middle is damaged, not half read."""
    whole = unpack(docx([para("Thi đua")]))["word/document.xml"]
    error = refusal(replaced(word__document_xml=whole[: len(whole) // 2]))

    assert error.kind == "damaged"
    assert "nội dung" in error.vi


def test_missing_main_part_is_damaged() -> None:
    """A package that points to a part which is not there is damaged."""
    parts = unpack(docx([para("a")]))
    del parts["word/document.xml"]

    assert refusal(pack(parts)).kind == "damaged"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_doctype_is_refused_before_parsing(encoding: str) -> None:
    """An entity bomb never reaches the parser, in any encoding."""
    bomb = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w [<!ENTITY a "{"x" * 50}">'
        + "".join(f'<!ENTITY {b} "{f"&{a};" * 50}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
        + "]><w>&i;</w>"
    )
    error = refusal(replaced(word__document_xml=bomb.encode(encoding)))

    assert error.kind == "unsafe"


def test_external_entity_is_not_read(tmp_path: Path) -> None:
    """A document that asks for a file of the machine is refused."""
    secret = tmp_path / "s"
    secret.write_text("bí mật")
    bomb = f'<!DOCTYPE w [<!ENTITY a SYSTEM "{secret.as_uri()}">]><w>&a;</w>'

    assert refusal(replaced(word__document_xml=bomb.encode())).kind == "unsafe"


def bomb_docx(size: int) -> bytes:
    """Return a file whose main part inflates to this many bytes of one repeated paragraph."""
    parts = unpack(docx([para("a")]))
    block = b"<w:p/>" * 20_000
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            if name != "word/document.xml":
                archive.writestr(name, data)
        with archive.open("word/document.xml", "w", force_zip64=True) as stream:
            for _ in range(size // len(block)):
                stream.write(block)
    return out.getvalue()


def test_zip_bomb_is_refused_before_it_is_inflated() -> None:
    """A part of 100 MB is refused within a few megabytes of memory."""
    data = bomb_docx(100 * 1024 * 1024)
    tracemalloc.start()
    error = refusal(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert error.kind == "too-large"
    assert peak < 60 * 1024 * 1024


def test_forged_size_does_not_open_the_door() -> None:
    """A directory that lies about the inflated size does not let a bomb through: bytes are counted as they come."""
    data = bytearray(bomb_docx(100 * 1024 * 1024))
    for signature, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.rfind(signature)
        data[at + offset : at + offset + 4] = (1000).to_bytes(4, "little")

    assert refusal(bytes(data)).kind in ("too-large", "damaged")


def test_too_many_members_are_refused_unread() -> None:
    """A zip of very many members is refused before its directory is read."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for i in range(MAX_MEMBERS + 1):
            archive.writestr(f"{i}", b"")

    assert refusal(out.getvalue()).kind == "too-large"


def test_names_that_climb_out_are_not_followed(tmp_path: Path) -> None:
    """A member or a relationship that leads out of the archive is never read nor written."""
    outside = tmp_path / "styles.xml"
    outside.write_text("<x/>")
    parts = unpack(docx([para("a")]))
    parts["../../evil.xml"] = b"x"
    parts["word/_rels/document.xml.rels"] = relations({"r1": ("styles", f"../../..{outside}")}).encode()

    assert read(pack(parts)).paragraphs[0].text == "a"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["styles.xml"]


def test_external_relationships_are_not_followed() -> None:
    """A style sheet on another machine is as good as none."""
    parts = unpack(docx([para("a")]))
    outside = relations({"r1": ("styles", "https://localhost:1/styles.xml")})
    parts["word/_rels/document.xml.rels"] = outside.replace("/>", ' TargetMode="External"/>').encode()

    assert read(pack(parts)).paragraphs[0].runs[0].font is None


def test_deep_nesting_ends_in_a_sentence() -> None:
    """Tables within tables without end are damage, not a crash."""
    deep = "<w:tbl><w:tr><w:tc>" * 3000 + para("a") + "</w:tc></w:tr></w:tbl>" * 3000

    assert refusal(docx([Xml(deep)])).kind == "damaged"


def test_deepest_nesting_that_parses_is_read() -> None:
    """As deep as the parser allows is read without running out of stack."""
    deep = "<w:tbl><w:tr><w:tc>" * 80 + para("a") + "</w:tc></w:tr></w:tbl>" * 80

    assert read(docx([Xml(deep)])).paragraphs[0].text == "a"


def test_encrypted_member_is_called_encrypted() -> None:
    """A zip whose members are encrypted says so."""
    data = bytearray(docx([para("a")]))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)

    assert refusal(bytes(data)).kind == "encrypted"


@pytest.mark.parametrize(
    "main_type",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ],
)
def test_macro_files_and_templates_are_read(main_type: str) -> None:
    """The main part of a .docm or .dotx is a document like any other."""
    assert read(docx([para("a")], main_type=main_type)).paragraphs[0].text == "a"


def test_main_part_is_found_through_its_relationship() -> None:
    """The main part may have any name and folder; its neighbours are found beside it."""
    document = read(docx([para("a", style="Heading1")], main="noi-dung/chinh.xml"))

    assert document.paragraphs[0].style == "heading 1"


def test_strict_namespaces_are_read() -> None:
    """A file saved as Strict Open XML reads like a transitional one."""
    parts = unpack(docx([para("a", style="Heading1"), para("b")]))
    for name, data in parts.items():
        parts[name] = data.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )

    assert [p.style for p in read(pack(parts)).paragraphs] == ["heading 1", "Normal"]


def test_damaged_side_part_is_damage() -> None:
    """A broken style sheet is not ignored: what it would have said is unknown."""
    assert refusal(replaced(word__styles_xml=b"<w:styles")).kind == "damaged"


def test_file_without_style_sheet_is_read() -> None:
    """Only the main part is needed."""
    parts = {
        "[Content_Types].xml": unpack(docx(["a"]))["[Content_Types].xml"],
        "_rels/.rels": relations({"r": ("officeDocument", "word/document.xml")}).encode(),
        "word/document.xml": part("document", f"<w:body>{para('a')}</w:body>").encode(),
    }
    paragraph = read(pack(parts)).paragraphs[0]

    assert (paragraph.text, paragraph.style, paragraph.runs[0].size) == ("a", None, None)


def outcome(data: bytes) -> str:
    """Return what came of reading: a document or the kind of the refusal. Anything else is a failure."""
    try:
        document = read(data)
    except UnreadableError as error:
        return error.kind
    assert isinstance(document, Document)
    return "read"


def test_any_cut_ends_in_a_sentence() -> None:
    """A file cut anywhere is refused, never a crash."""
    data = docx([para("Thi đua", num=(1, 0))])

    assert {outcome(data[:end]) for end in range(0, len(data) - 22, 97)} <= {"empty", "damaged"}


def test_flipped_bytes_end_in_a_document_or_a_sentence() -> None:
    """A byte changed anywhere gives a document or a refusal, never a crash."""
    data = bytearray(docx([para("Thi đua")], numbering=part("numbering", "")))
    for at in range(0, len(data), 23):
        original = data[at]
        data[at] = original ^ 0x55
        assert outcome(bytes(data)) in {
            "read",
            "damaged",
            "format",
            "encrypted",
            "too-large",
            "empty",
            "unsafe",
        }
        data[at] = original


def test_unicode_text_in_an_old_font_is_read() -> None:
    """A file that only names an old font while its letters are Unicode is read."""
    document = read(docx([para(run("Cộng hòa xã hội chủ nghĩa Việt Nam", font=".VnTimeH"))]))

    assert document.paragraphs[0].text == "Cộng hòa xã hội chủ nghĩa Việt Nam"


def test_too_many_paragraphs_are_refused() -> None:
    """A part within the size caps that is nothing but paragraphs does not fill the memory."""
    assert (
        refusal(
            docx([Xml("<w:p/><w:p a='1'/>" * 100_001 + f"<w:p><w:r><w:t>{noise(40_000)}</w:t></w:r></w:p>")])
        ).kind
        == "too-large"
    )


def noise(size: int) -> str:
    """Return letters that hardly compress, always the same."""
    return "".join(hashlib.sha256(str(i).encode()).hexdigest() for i in range(size // 64))


def test_utf16_parts_are_read() -> None:
    """A part may be UTF-16, as the packaging standard allows."""
    main = part("document", f"<w:body>{para('Thi đua', run('x', bold=True))}</w:body>").replace(
        "UTF-8", "UTF-16"
    )
    paragraph = read(replaced(word__document_xml=main.encode("utf-16"))).paragraphs[0]

    assert (paragraph.text, [r.bold for r in paragraph.runs]) == ("Thi đuax", [False, True])
