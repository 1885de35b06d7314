"""The ledger as people and programs see it. The draft is invented."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from thidua_check.__main__ import main

ROOT = Path(__file__).parents[2]
TEXT = """Thực hiện Quyết định số 76/QĐ-UBND ngày 17/6/2022 của UBND tỉnh về việc thi đua.

Theo Quyết định số 76/QĐ-UBND và Chỉ thị số 12-CT/TU.
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "a.txt"
    found.write_text(TEXT, encoding="utf-8")
    return found


def test_ledger_lists_each_document_once(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A document stands on one line with date, body and title, and its places below."""
    assert main(["facts", "--ledger", str(path)]) == 0
    out = capsys.readouterr().out

    assert "Sổ văn bản viện dẫn: 2 văn bản\n" in out
    assert "• Quyết định 76/QĐ-UBND, 17/6/2022, UBND tỉnh, về việc thi đua\n" in out
    assert "    viện dẫn 2 lần: dòng 1; dòng 3\n" in out
    assert "• Chỉ thị 12-CT/TU, không ghi ngày, không ghi cơ quan\n" in out


@pytest.mark.parametrize("name", ["000", "004", None])
def test_ledger_json_follows_its_schema(
    name: str | None, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The JSON validates, for real drafts too, and counts the mentions."""
    target = next((ROOT / "fixtures/corpus").glob(f"{name}_*.txt")) if name else path
    main(["facts", "--ledger", str(target), "--format", "json"])
    value = json.loads(capsys.readouterr().out)

    schema = json.loads((ROOT / "docs/schema/ledger-1.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(value)
    if name is None:
        assert [len(d["mentions"]) for d in value["documents"]] == [2, 1]
