"""``--format word=FILE`` and ``--fix`` write copies, and only copies."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.comments import anchored
from tests.support.word import report_docx
from thidua_check.cli.entry import main
from thidua_check.read import read


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Return a draft with an impossible date and a space too many."""
    path = tmp_path / "du-thao.docx"
    path.write_bytes(report_docx(["Ngày 31/4/2024, Sở  họp."]))
    return path


def test_comments_go_to_the_file(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The copy has the comments with their date; the screen stays empty, a line says where they are."""
    target = draft.with_name("du-thao.nhan-xet.docx")
    before = draft.read_bytes()
    code = main(["--select", "NT01", "--format", f"word={target}", str(draft)])
    said = capsys.readouterr()

    assert code == 1
    assert said.out == ""
    assert said.err == f"thidua-check: Đã ghi nhận xét vào “{target}”.\n"
    assert list(anchored(target.read_bytes()).values()) == ["31/4/2024"]
    assert draft.read_bytes() == before


def test_comments_below_the_lowest_level_are_left_out(draft: Path) -> None:
    """``--min-level`` chooses for the margin as for the screen."""
    target = draft.with_name("ra.docx")
    main(["--select", "NT01,CT06", "--min-level", "error", "--format", f"word={target}", str(draft)])

    assert list(anchored(target.read_bytes()).values()) == ["31/4/2024"]


@pytest.mark.parametrize("option", [["--fix"], ["--fix="]])
def test_repairs_go_beside_the_draft(
    draft: Path, option: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Bare ``--fix`` names the copy after the draft, and the report is on the screen."""
    before = draft.read_bytes()
    code = main(["--select", "NT01,CT06", *option, str(draft)])
    said = capsys.readouterr()
    target = draft.with_name("du-thao.da-sua.docx")

    assert code == 1
    assert "31/4/2024" in said.out
    assert f"Đã ghi 1 chỗ sửa (theo dõi thay đổi) vào “{target}”" in said.err
    assert "Ngày 31/4/2024, Sở họp." in [p.text for p in read(target).paragraphs]
    assert draft.read_bytes() == before


def test_repairs_go_to_the_file_named(draft: Path) -> None:
    """``--fix=FILE`` names the copy."""
    target = draft.with_name("ra.docx")
    main(["--select", "CT06", f"--fix={target}", str(draft)])

    assert target.exists()
    assert not draft.with_name("du-thao.da-sua.docx").exists()


def test_copy_that_is_there_is_not_overwritten(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The clerk may have worked on an earlier copy."""
    draft.with_name("du-thao.da-sua.docx").write_bytes(b"x")
    code = main(["--fix", str(draft)])

    assert code == 2
    assert "Đã có tệp" in capsys.readouterr().err
    assert draft.with_name("du-thao.da-sua.docx").read_bytes() == b"x"


def test_nothing_to_repair_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No copy is written where it would be the draft again; what people must do themselves is counted."""
    draft = tmp_path / "a.docx"
    draft.write_bytes(report_docx(["Ngày 5/1/2024, Sở họp."]))
    code = main(["--select", "NT02", "--fix", str(draft)])
    said = capsys.readouterr().err

    assert code == 0
    assert "Không có chỗ nào sửa tự động được, nên không ghi" in said
    assert "Còn 1 chỗ phải tự sửa." in said
    assert not draft.with_name("a.da-sua.docx").exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--format", "word", "{draft}"], "Sau “--format word=” phải có tên tệp."),
        (["--format", "word={draft}", "{draft}"], "Không ghi kết quả đè lên tệp được đọc"),
        (["--fix={draft}", "{draft}"], "Không ghi kết quả đè lên tệp được đọc"),
        (["--format", "word=x.docx", "{draft}", "{draft}"], "--format word nhận đúng một bản thảo"),
        (["--fix", "{draft}", "{draft}"], "--fix nhận đúng một bản thảo"),
        (["--format", "word={folder}", "{draft}"], "đó là thư mục"),
        (["--format", "word={folder}/x.docx", "{text}"], "chỉ ghi được vào bản sao của tệp Word .docx"),
        (["--format", "word={folder}/x.docx", "{folder}/khong-co.docx"], "Không kiểm tra được bản thảo"),
    ],
)
def test_what_cannot_be_written_is_said_in_one_sentence(
    draft: Path, words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong target, several drafts, a draft that is no Word file: exit code 2 and a sentence."""
    text = draft.with_suffix(".txt")
    text.write_text("Báo cáo của Sở.", encoding="utf-8")
    names = {"draft": str(draft), "text": str(text), "folder": str(draft.parent)}
    code = main([word.format(**names) for word in words])

    assert code == 2
    assert sentence in capsys.readouterr().err
