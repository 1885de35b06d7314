"""Old Word files and RTF: through the programs that are installed, else refused with what to install."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import time
from pathlib import Path

import pytest

from thidua_check.errors import UnreadableError
from thidua_check.read import old_formats as old
from thidua_check.read import programs, read

FORMATS = Path(__file__).parents[2] / "fixtures" / "formats"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
DOC = OLE + "WordDocument".encode("utf-16-le")
RTF = rb"{\rtf1\ansi\ansicpg1258 B\u225?o c\u225?o phong tr\u224?o thi \u273?ua.\par K\u7871?t qu\u7843? n\u259?m 2024.\par}"

needs_office = pytest.mark.skipif(programs.find_office() is None, reason="LibreOffice is not installed")


def alone(monkeypatch: pytest.MonkeyPatch, *programs_there: str) -> None:
    """Let no other program be installed but those named."""
    monkeypatch.setattr(old, "find_office", lambda: None)

    def find(*names: str) -> str | None:
        return next((shutil.which(name) for name in names if name in programs_there), None)

    monkeypatch.setattr(old, "find_program", find)


def refusal(data: bytes) -> UnreadableError:
    """Return the error with which a file is refused."""
    with pytest.raises(UnreadableError) as caught:
        read(data)
    return caught.value


def test_doc_without_any_program_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence names LibreOffice, antiword and catdoc."""
    alone(monkeypatch)
    error = refusal(DOC)

    assert error.kind == "format"
    assert all(word in error.vi for word in (".doc", "LibreOffice", "antiword", "catdoc"))


def test_rtf_without_any_program_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence names LibreOffice and the extra."""
    alone(monkeypatch)
    monkeypatch.setattr(old, "find_spec", lambda name: None)
    error = refusal(RTF)

    assert error.kind == "format"
    assert "pip install thidua-check[legacy]" in error.vi


def test_word_xml_without_libreoffice_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Word 2003 XML file is called XML."""
    alone(monkeypatch)

    assert "XML" in refusal(b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><a/>').vi


def test_rtf_through_striprtf_is_text_without_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """The text comes whole, each paragraph by itself, without layout and without source lines."""
    pytest.importorskip("striprtf", reason="the extra 'legacy' is not installed")
    alone(monkeypatch)
    document = read(RTF)

    assert [p.text for p in document.paragraphs] == ["Báo cáo phong trào thi đua.", "Kết quả năm 2024."]
    assert (document.format, document.has_layout) == ("rtf", False)
    assert all(p.lines == () and p.origin is None for p in document.paragraphs)


@pytest.mark.parametrize("program", ["antiword", "catdoc"])
def test_doc_through_a_text_program_keeps_its_words(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without LibreOffice the words of a .doc are read all the same."""
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    alone(monkeypatch, program)
    document = read(FORMATS / "bao-cao-co-loi.doc")

    assert (document.format, document.has_layout) == ("doc", False)
    assert any(
        p.text.startswith("Sở Ví Dụ là cơ quan chuyên môn thuộc UBND tỉnh, có 06 phòng và 02 đơn vị")
        for p in document.paragraphs
    )


@needs_office
def test_doc_through_libreoffice_keeps_tables_and_layout() -> None:
    """LibreOffice gives all that a .docx has."""
    document = read(FORMATS / "bao-cao-co-loi.doc")

    assert (document.format, document.has_layout) == ("doc", True)
    assert document.tables[0].rows[0][0].text.startswith("UBND TỈNH SÔNG MẪU")


@needs_office
def test_junk_that_calls_itself_doc_is_refused() -> None:
    """What LibreOffice cannot open ends in a sentence."""
    assert refusal(DOC).kind in ("damaged", "empty", "format")


def test_locked_doc_is_refused_without_a_program() -> None:
    """The flag of encryption in the header is enough."""
    header = b"\xec\xa5" + bytes(9) + b"\x01" + bytes(500)

    assert refusal(OLE[:512] + header + DOC).kind == "encrypted"


@pytest.mark.skipif(os.name != "posix", reason="a shell script as the program")
def test_program_that_never_ends_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The time is bounded, and what the program started ends with it."""
    script = tmp_path / "slow"
    script.write_text(f"#!/bin/sh\n{sys.executable} -c 'import time; time.sleep(60)' &\nsleep 60\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(programs, "MAX_SECONDS", 1)
    start = time.monotonic()
    with pytest.raises(UnreadableError) as caught:
        programs.run_program([str(script)])

    assert caught.value.kind == "too-large"
    assert time.monotonic() - start < 15


@pytest.mark.skipif(os.name != "posix", reason="a shell script as the program")
def test_program_that_fails_is_a_damaged_file(tmp_path: Path) -> None:
    """An exit code other than 0 is told as a file that could not be converted."""
    script = tmp_path / "fails"
    script.write_text("#!/bin/sh\nexit 3\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    with pytest.raises(UnreadableError) as caught:
        programs.run_program([str(script)])

    assert caught.value.kind == "damaged"
