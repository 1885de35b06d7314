"""Fingerprints name findings for good: by what stands there, not by where or by which program saved it."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from thidua_check.checking import check

DRAFTS = Path(__file__).parents[1] / "fixtures/drafts"


def marks(data: bytes, name: str) -> list[tuple[str, str]]:
    """Rule and fingerprint of every finding."""
    return [(f.rule, f.fingerprint) for f in check(data, name=name).findings]


def saved_again(data: bytes) -> bytes:
    """The Word file as another program writes it."""
    out = io.BytesIO()
    docx.Document(io.BytesIO(data)).save(out)
    return out.getvalue()


def stored(data: bytes) -> bytes:
    """The Word file with its parts in another order and without compression."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in sorted(old.infolist(), key=lambda i: (i.filename != "[Content_Types].xml", i.filename)):
            new.writestr(info.filename, old.read(info), compress_type=zipfile.ZIP_STORED)
    return out.getvalue()


@pytest.mark.parametrize("change", [saved_again, stored])
def test_saving_a_word_file_again_changes_nothing(change: Callable[[bytes], bytes]) -> None:
    """Other bytes, the same findings by the same names."""
    data = (DRAFTS / "bao-cao-co-loi.docx").read_bytes()
    again = change(data)
    before = marks(data, "a.docx")

    assert again != data
    assert len(before) > 5
    assert marks(again, "b.docx") == before


def shifted(text: str) -> str:
    """The text further down in its file."""
    return "\n\n\n" + text


def windows(text: str) -> str:
    """The text with a mark and the line ends of Windows."""
    return "\ufeff" + text.replace("\n", "\r\n")


def decomposed(text: str) -> str:
    """The text with its tone marks apart."""
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize("change", [shifted, windows, decomposed])
def test_moved_lines_change_nothing(change: Callable[[str], str]) -> None:
    """Line numbers, line ends and the form of Unicode are not in the fingerprint."""
    text = (DRAFTS / "bao-cao-co-loi.txt").read_text(encoding="utf-8")
    before = marks(text.encode(), "a.txt")

    assert len(before) > 5
    assert marks(change(text).encode(), "a.txt") == before


def test_names_are_unique() -> None:
    """No two findings of a draft have one name."""
    found = marks((DRAFTS / "bao-cao-co-loi.docx").read_bytes(), "a.docx")

    assert len(set(found)) == len(found)
