"""Old Word files (.doc), RTF and Word 2003 XML: through LibreOffice where it is installed, else their text alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import Final

from attrs import evolve

from thidua_check.document import Document
from thidua_check.read.docx import read_docx
from thidua_check.read.old_text import from_antiword, from_catdoc, from_striprtf
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
    for program, (options, flatten) in _TEXT_PROGRAMS.items():
        command = find_program(program)
        if command is not None:
            text = run_program([command, *options], data=data).decode("utf-8", errors="replace")
            return _from_text(flatten(text), "doc", path=path, sha256=sha256)
    raise refuse("doc")


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
    return _from_text(from_striprtf(text), "rtf", path=path, sha256=sha256)


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


def _from_text(text: str, kind: str, *, path: str, sha256: str) -> Document:
    """Return a text without layout as a document of a format that has no lines."""
    if not text.strip():
        raise refuse("blank")
    data = text.encode("utf-8", errors="ignore")
    return evolve(unplaced(read_text(data, path=path, sha256=sha256, markdown=False)), format=kind)


def _is_locked(data: bytes) -> bool:
    """Tell whether a .doc is encrypted: bit 8 of the flags of its header ([MS-DOC] 2.5.1), which begins a sector."""
    header = data[_SECTOR : _SECTOR + 12]
    return header[:2] == b"\xec\xa5" and bool(header[11] & 1)


# Programs that write a .doc from their input as UTF-8 text, one line a paragraph, the better one first.
_TEXT_PROGRAMS: Final[Mapping[str, tuple[tuple[str, ...], Callable[[str], str]]]] = {
    "antiword": (("-m", "UTF-8.txt", "-w", "0", "-"), from_antiword),
    "catdoc": (("-d", "utf-8", "-w", "-"), from_catdoc),
}
_SECTOR: Final = 512
_MOST_RTF: Final = 20 * 1024 * 1024
