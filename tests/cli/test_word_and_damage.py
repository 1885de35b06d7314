"""Word drafts through the command, and files that cannot be checked."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import jsonschema
import pytest

from tests.support.word import docx, footnote_mark, level, numbering, para, report_docx, table
from thidua_check.cli import main

ROOT = Path(__file__).parents[2]
Captured = pytest.CaptureFixture[str]

WORD_FILES: dict[str, Callable[[], bytes]] = {
    "whole": lambda: report_docx(["I. KẾT QUẢ", "Ban hành Kế hoạch số 15/KH-UBND ngày 31/4/2024."]),
    "notes": lambda: docx(
        [para("Họp ngày 31/4/2024", footnote_mark(2))], footnotes={2: [para("Ngày 30/02/2024.")]}
    ),
    "table": lambda: docx([para("I. Kết quả"), table([["Nội dung", "Ngày"], ["Họp", "31/4/2024"]])]),
    "numbered": lambda: docx(
        [para("Kết quả", num=(1, 0)), para("Họp ngày 31/4/2024.")],
        numbering=numbering({1: [level("upperRoman", "%1.")]}),
    ),
}


@pytest.mark.parametrize("name", WORD_FILES)
def test_word_report_validates(name: str, tmp_path: Path, capsys: Captured) -> None:
    """Headers, tables, notes and numbered paragraphs of Word give a report that follows the schema."""
    path = tmp_path / f"{name}.docx"
    path.write_bytes(WORD_FILES[name]())
    code = main([str(path), "--format", "json", "--stage", "issued"])
    value = json.loads(capsys.readouterr().out)
    schema = json.loads((ROOT / "docs/schema/report-1.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(value)

    assert code == 1
    dates = [f for f in value["documents"][0]["findings"] if f["rule"] == "NT01"]
    assert "31/4/2024" in [f["excerpt"] for f in dates]


def test_place_in_a_table(tmp_path: Path, capsys: Captured) -> None:
    """A finding in a table says which cell."""
    path = tmp_path / "bang.docx"
    path.write_bytes(WORD_FILES["table"]())
    main([str(path), "--select", "NT01"])

    assert "bảng 1, hàng 2, cột 2" in capsys.readouterr().out


def _zip(**members: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return buffer.getvalue()


DAMAGED: dict[str, bytes] = {
    "rong.docx": b"",
    "mot-byte.docx": b"x",
    "rong.txt": b"\xef\xbb\xbf \n",
    "pdf.docx": b"%PDF-1.7\n1 0 obj\n",
    "khong-phai-word.docx": _zip(**{"a.txt": "x"}),
    "cut.docx": report_docx(["I. KẾT QUẢ"])[:900],
    "ole.docx": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_file(name: str, tmp_path: Path, capsys: Captured) -> None:
    """What cannot be read is one sentence and 2, never a pass, in text and in JSON."""
    path = tmp_path / name
    path.write_bytes(DAMAGED[name])
    assert main([str(path)]) == 2
    out, err = capsys.readouterr()

    assert out.count("KHÔNG KIỂM TRA ĐƯỢC: ") == 1
    assert "Không thấy lỗi" not in out
    assert err == ""
    assert main([str(path), "--format", "json"]) == 2
    assert json.loads(capsys.readouterr().out)["documents"][0]["outcome"] == "unreadable"
