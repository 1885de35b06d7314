"""One draft in every format: the same is found, whatever the file that an office sends."""

from __future__ import annotations

import shutil

import pytest

from tests.support import formats
from thidua_check.read import old_formats as old
from thidua_check.read import read
from thidua_check.read.programs import find_office

# A table in plain text is rows of words: its total is not added up, and its cells read like a sentence.
PLAIN = ["- SL04 warning 2.308,6", "+ CT15 info Công chức"]


def test_the_word_file_has_findings() -> None:
    """There is something to agree on."""
    assert sum(formats.found("docx").values()) > 10


@pytest.mark.parametrize("kind", ["md", "odt", "html", "pdf", "rtf", "doc"])
def test_the_same_is_found(kind: str) -> None:
    """Rule, level and words agree with the Word file."""
    if kind in ("rtf", "doc") and find_office() is None:
        pytest.skip("LibreOffice is not installed")
    if kind == "pdf":
        pytest.importorskip("pypdfium2", reason="the extra 'pdf' is not installed")

    assert formats.differences(kind) == []


def test_plain_text_differs_by_its_table_alone() -> None:
    """A text file knows no tables."""
    assert formats.differences("txt") == PLAIN


@pytest.mark.parametrize(("kind", "program"), [("doc", "antiword"), ("doc", "catdoc"), ("rtf", "striprtf")])
def test_without_libreoffice_the_text_is_checked(
    kind: str, program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the other programs give is the same text, so that mistakes of the text are still found."""
    if program == "striprtf":
        pytest.importorskip("striprtf", reason="the extra 'legacy' is not installed")
    elif shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    monkeypatch.setattr(old, "find_office", lambda: None)
    monkeypatch.setattr(
        old, "find_program", lambda *names: shutil.which(program) if program in names else None
    )

    assert read(formats.versions()[kind]).has_layout is False
    assert formats.differences(kind) == PLAIN
