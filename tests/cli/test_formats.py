"""All formats alike: the exit code is that of the findings, whatever is written and wherever."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from thidua_check.cli import main, values
from thidua_check.cli.word_copies import FORMATS as COPIES
from thidua_check.render.renderers import RENDERERS

Captured = pytest.CaptureFixture[str]

CLEAN = "Hội nghị tổng kết tổ chức ngày 30/4/2024 tại xã Minh Lập.\n"
WRONG = "Hội nghị tổng kết tổ chức ngày 31/4/2024 tại xã Minh Lập.\n"


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder with a clean draft, a wrong one and a damaged one (all invented)."""
    (tmp_path / "sach.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "sai.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "hong.docx").write_bytes(b"PK\x03\x04hong")
    return tmp_path


def test_every_format_has_a_renderer() -> None:
    """What the option takes is what can be shown or copied."""
    assert set(values.FORMATS) == set(RENDERERS) | (COPIES - {"fix"})


@pytest.mark.parametrize("format_", sorted(RENDERERS))
@pytest.mark.parametrize(
    ("names", "more", "code"),
    [
        (["sach.txt"], [], 0),
        (["sach.txt", "sai.txt"], [], 1),
        (["sai.txt"], ["--fail-on", "never"], 0),
        (["sai.txt"], ["--min-level", "error"], 1),
        (["sai.txt", "hong.docx"], [], 2),
        (["khong-co.txt"], [], 2),
    ],
)
def test_exit_code_is_the_same_for_every_format(
    drafts: Path, format_: str, names: list[str], more: list[str], code: int, capsys: Captured
) -> None:
    """On the screen and in a file, every format ends with the same code."""
    operands = [str(drafts / name) for name in names]

    assert main([*operands, "--select", "NT01", "--format", format_, *more]) == code
    assert capsys.readouterr().out
    target = drafts / "ket-qua"
    assert main([*operands, "--select", "NT01", "--format", f"{format_}={target}", *more]) == code
    assert capsys.readouterr().out == ""
    assert target.stat().st_size


def test_several_formats_at_once(drafts: Path, capsys: Captured) -> None:
    """One on the screen, the others in files."""
    wanted = [name for name in sorted(RENDERERS) if name != "github"]
    options = [word for name in wanted for word in ("--format", f"{name}={drafts / name}.out")]
    code = main([str(drafts / "sai.txt"), "--select", "NT01", "--format", "github", *options])

    assert code == 1
    assert capsys.readouterr().out.startswith("::error file=")
    assert sorted(path.stem for path in drafts.glob("*.out")) == wanted
    assert json.loads((drafts / "sarif.out").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_table_is_utf8_with_a_mark(drafts: Path) -> None:
    """The bytes begin with the mark by which Excel knows UTF-8."""
    target = drafts / "bang.csv"
    main([str(drafts / "sai.txt"), "--select", "NT01", "--format", f"csv={target}"])

    assert target.read_bytes().startswith(b"\xef\xbb\xbf" + "Tệp;Mức;".encode())


@pytest.mark.parametrize("command", ["rules", "facts"])
def test_other_commands_know_text_and_json_only(command: str, capsys: Captured) -> None:
    """A list of rules is no report."""
    assert main([command, "--format", "sarif"]) == 2
    assert "nhận một trong: text, json" in capsys.readouterr().err
