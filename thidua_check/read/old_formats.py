"""Old Word files (.doc), RTF and Word 2003 XML: through LibreOffice where it is installed, else their text alone."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

from attrs import evolve

from thidua_check.document import Document
from thidua_check.read.docx import read_docx
from thidua_check.read.encoding import decode
from thidua_check.read.plain import read_text, unplaced
from thidua_check.read.programs import find_office, find_program, office_to_docx, run_program
from thidua_check.read.refusals import refuse


def read_doc(data: bytes, *, path: str, sha256: str) -> Document:
    """Read a Word 97-2003 file; raise UnreadableError where no program that reads it is installed."""
    if _is_locked(data):
        raise refuse("encrypted")
    office = find_office()
    if office is not None:
        return _through_office(data, "doc", office, path=path, sha256=sha256)
    words = _text_command()
    if words is None:
        raise refuse("doc")
    return _from_text(run_program(words, data=data), "doc", path=path, sha256=sha256)


def read_rtf(data: bytes, *, path: str, sha256: str) -> Document:
    """Read an RTF file; raise UnreadableError where neither LibreOffice nor striprtf is installed."""
    office = find_office()
    if office is not None:
        return _through_office(data, "rtf", office, path=path, sha256=sha256)
    if find_spec("striprtf") is None:
        raise refuse("rtf")
    from striprtf.striprtf import rtf_to_text

    if len(data) > _MOST_RTF:
        raise refuse("too-large")
    text = str(rtf_to_text(data.decode("latin-1"), errors="ignore"))  # type: ignore[no-untyped-call]
    return _from_text(text.encode("utf-8", errors="ignore"), "rtf", path=path, sha256=sha256)


def read_word_xml(data: bytes, *, path: str, sha256: str) -> Document:
    """Read a Word 2003 XML file; raise UnreadableError where LibreOffice is not installed."""
    office = find_office()
    if office is None:
        raise refuse("xml")
    return _through_office(data, "xml", office, path=path, sha256=sha256)


def _through_office(data: bytes, kind: str, office: str, *, path: str, sha256: str) -> Document:
    """Return what LibreOffice makes of a file."""
    made = office_to_docx(data, kind, office)
    return evolve(read_docx(made, path=path, sha256=sha256), format=kind)


def _text_command() -> list[str] | None:
    """Return the command that writes a .doc from its input as UTF-8 text, one line a paragraph."""
    antiword = find_program("antiword")
    if antiword is not None:
        return [antiword, "-m", "UTF-8.txt", "-w", "0", "-"]
    catdoc = find_program("catdoc")
    return None if catdoc is None else [catdoc, "-d", "utf-8", "-w", "-"]


def _from_text(text: bytes, kind: str, *, path: str, sha256: str) -> Document:
    """Return a text without layout as a document of a format that has no lines."""
    if not decode(text or b" ").text.strip():
        raise refuse("blank")
    return evolve(unplaced(read_text(text, path=path, sha256=sha256, markdown=False)), format=kind)


def _is_locked(data: bytes) -> bool:
    """Tell whether a .doc is encrypted: bit 8 of the flags of its header ([MS-DOC] 2.5.1), which begins a sector."""
    header = data[_SECTOR : _SECTOR + 12]
    return header[:2] == b"\xec\xa5" and bool(header[11] & 1)


_SECTOR: Final = 512
_MOST_RTF: Final = 20 * 1024 * 1024
