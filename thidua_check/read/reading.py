"""From a path, bytes or an open file to a Document: load within bounds, find out what it is, dispatch.

What a file is shows in its content; its name decides nothing.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Callable, Mapping
from typing import BinaryIO, Final

from thidua_check.document import Document
from thidua_check.read.refusals import refuse

Source = str | os.PathLike[str] | bytes | BinaryIO

MAX_FILE_BYTES: Final = 60 * 1024 * 1024


def read(source: Source, *, name: str | None = None) -> Document:
    """Read a draft from a path, from bytes or from an open binary file.

    ``name`` is what the document is called in reports when it does not come from a path. Raises UnreadableError
    for everything that cannot be read, with one sentence saying what the file is and what to do.
    """
    path, data = load(source, name)
    if len(data.strip(_BLANK)) < 2:
        raise refuse("empty")
    return READERS[sniff(data)](data, path, hashlib.sha256(data).hexdigest())


def sniff(data: bytes) -> str:
    """Return the name of the format as a key of READERS, from the content alone.

    >>> sniff(b"%PDF-1.7")
    'pdf'
    >>> sniff("Báo cáo".encode())
    'text'
    """
    if data.startswith(b"PK\x03\x04") and b"content.xml" in data and b"[Content_Types].xml" not in data:
        return "odt"
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return next((name for mark, name in _OLE_STREAMS if mark in data), "ole")
    head = data[:4096].replace(b"\x00", b"").lstrip(b"\xff\xfe\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if _HTML.match(head):
        return "html"
    if not head.startswith(b"<?xml"):
        return "text"
    return "word-xml" if b'progid="Word.Document"' in head else "xml"


def load(source: Source, name: str | None = None) -> tuple[str, bytes]:
    """Return the name for reports and the bytes, refusing what is missing, no file, or too large."""
    if isinstance(source, bytes):
        path, data = name or "-", source
    elif isinstance(source, (str, os.PathLike)):
        path = os.fspath(source)
        data = _load_path(path)
        path = name or path
    else:
        path = name or str(getattr(source, "name", "-"))
        data = _load_stream(source)
    if len(data) > MAX_FILE_BYTES:
        raise refuse("too-large")
    return path, data


def _load_stream(file: BinaryIO) -> bytes:
    """Return what is left in an open file, at most one byte more than the cap; a pipe gives it in pieces."""
    pieces: list[bytes] = []
    left = MAX_FILE_BYTES + 1
    while left and (piece := file.read(left)):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _load_path(path: str) -> bytes:
    """Return the bytes of a regular file, at most one more than the cap."""
    try:
        mode = os.stat(path).st_mode
        if stat.S_ISDIR(mode):
            raise refuse("folder")
        if not stat.S_ISREG(mode):
            raise refuse("special")
        with open(path, "rb") as file:
            return file.read(MAX_FILE_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise refuse("missing") from error
    except OSError as error:
        raise refuse("forbidden") from error


def _read_docx(data: bytes, path: str, sha256: str) -> Document:
    from thidua_check.read.docx import read_docx

    return read_docx(data, path=path, sha256=sha256)


def _read_text(data: bytes, path: str, sha256: str) -> Document:
    from thidua_check.read.plain import read_text

    return read_text(data, path=path, sha256=sha256)


def _read_pdf(data: bytes, path: str, sha256: str) -> Document:
    from thidua_check.read.pdf import read_pdf

    return read_pdf(data, path=path, sha256=sha256)


def _read_odt(data: bytes, path: str, sha256: str) -> Document:
    from thidua_check.read.odt import read_odt

    return read_odt(data, path=path, sha256=sha256)


def _read_html(data: bytes, path: str, sha256: str) -> Document:
    from thidua_check.read.html import read_html

    return read_html(data, path=path, sha256=sha256)


def _read_doc(data: bytes, path: str, sha256: str) -> Document:
    from thidua_check.read.old_formats import read_doc

    return read_doc(data, path=path, sha256=sha256)


def _read_rtf(data: bytes, path: str, sha256: str) -> Document:
    from thidua_check.read.old_formats import read_rtf

    return read_rtf(data, path=path, sha256=sha256)


def _read_word_xml(data: bytes, path: str, sha256: str) -> Document:
    from thidua_check.read.old_formats import read_word_xml

    return read_word_xml(data, path=path, sha256=sha256)


def _refusing(name: str) -> Callable[[bytes, str, str], Document]:
    """Return a reader that refuses with the named sentence."""

    def reader(data: bytes, path: str, sha256: str) -> Document:
        raise refuse(name)

    return reader


_BLANK: Final = b" \t\r\n\x00\xef\xbb\xbf\xfe\xff"

_MAGIC: Final[tuple[tuple[bytes, str], ...]] = (
    (b"PK\x03\x04", "docx"),
    (b"PK\x05\x06", "zip"),
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"Rar!\x1a", "archive"),
    (b"7z\xbc\xaf'\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
)

# Names of streams in an OLE compound file ([MS-CFB] 2.6.1, UTF-16), the telling ones first.
_OLE_STREAMS: Final[tuple[tuple[bytes, str], ...]] = (
    ("EncryptedPackage".encode("utf-16-le"), "encrypted"),
    ("WordDocument".encode("utf-16-le"), "doc"),
    ("Workbook".encode("utf-16-le"), "xls"),
    ("PowerPoint Document".encode("utf-16-le"), "ppt"),
)

# "<!DOCTYPE html>", "<html lang=vi>", '<?xml version="1.0"?> <html', "MIME-Version: 1.0" (a page saved by Word)
_HTML: Final = re.compile(
    rb"(?:<\?xml[^>]{0,200}>\s*)?(?:<!doctype\s+html|<html)|mime-version:", re.IGNORECASE
)

READERS: Final[Mapping[str, Callable[[bytes, str, str], Document]]] = {
    "docx": _read_docx,
    "text": _read_text,
    "odt": _read_odt,
    "html": _read_html,
    "pdf": _read_pdf,
    "doc": _read_doc,
    "rtf": _read_rtf,
    "word-xml": _read_word_xml,
    **{
        name: _refusing(name)
        for name in (
            "zip",
            "archive",
            "image",
            "xml",
            "encrypted",
            "xls",
            "ppt",
            "ole",
        )
    },
}
