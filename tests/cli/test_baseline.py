"""The baseline: what is accepted, what is new, what is gone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from thidua_check.cli import main
from thidua_check.config.baseline import Baseline, Known, dump_baseline, load_baseline
from thidua_check.errors import ConfigError

Captured = pytest.CaptureFixture[str]

LINE = "Hội nghị tổng kết tổ chức ngày {day} tại xã Minh Lập.\n"
RUN = ["--select", "NT01,NT04"]


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An invented draft with one impossible date, in the working folder."""
    monkeypatch.chdir(tmp_path)
    path = Path("a.txt")
    path.write_text(LINE.format(day="31/4/2024"), encoding="utf-8")
    return path


def check(*words: str) -> int:
    """Check against the baseline."""
    return main([*words, *RUN, "--baseline", "nen.json"])


def write(*words: str) -> int:
    """Write the baseline."""
    return main(["baseline", "write", *words, *RUN, "--baseline", "nen.json"])


def prune(*words: str) -> int:
    """Prune the baseline."""
    return main(["baseline", "prune", *words, *RUN, "--baseline", "nen.json"])


def known() -> list[tuple[str, str]]:
    """Path and words of the known findings."""
    return [(k.path, k.excerpt) for k in load_baseline("nen.json").known]


def test_known_findings_are_not_told_again(draft: Path, capsys: Captured) -> None:
    """After ``write`` the draft passes, though its lines have moved; the findings are counted as set aside."""
    assert check("--no-config", "a.txt") == 2  # no baseline yet
    assert write("a.txt") == 0
    draft.write_text("Một dòng mới.\n\n" + LINE.format(day="31/4/2024"), encoding="utf-8")
    capsys.readouterr()

    assert check("a.txt", "--format", "json") == 0
    summary = json.loads(capsys.readouterr().out)["summary"]
    assert (summary["error"], summary["suppressed"]) == (0, 1)


def test_new_findings_are_told(draft: Path) -> None:
    """What was not there when the baseline was written fails the run."""
    write("a.txt")
    draft.write_text(LINE.format(day="31/4/2024") + LINE.format(day="31/6/2024"), encoding="utf-8")

    assert check("a.txt") == 1


def test_prune_drops_what_is_gone(draft: Path, capsys: Captured) -> None:
    """A mended finding leaves the baseline, a new one does not come in; the check tells that it may be pruned."""
    write("a.txt")
    draft.write_text(LINE.format(day="31/6/2024"), encoding="utf-8")
    capsys.readouterr()
    check("a.txt")

    assert "Tệp mức nền có 1 phát hiện không còn nữa" in capsys.readouterr().out
    assert prune("a.txt") == 0
    assert known() == []
    assert capsys.readouterr().err == "thidua-check: “nen.json”: 0 phát hiện (thêm 0, bỏ 1).\n"


def test_other_drafts_stay(draft: Path) -> None:
    """Writing for one draft keeps what is known of another; pruning drops drafts that are no more."""
    Path("b.txt").write_text(LINE.format(day="30/2/2024"), encoding="utf-8")
    write("b.txt")
    write("a.txt")
    assert known() == [("a.txt", "31/4/2024"), ("b.txt", "30/2/2024")]
    Path("b.txt").unlink()
    prune("a.txt")

    assert known() == [("a.txt", "31/4/2024")]


def test_same_words_in_another_draft_are_new(draft: Path) -> None:
    """The baseline knows findings by their file."""
    write("a.txt")
    Path("b.txt").write_text(LINE.format(day="31/4/2024"), encoding="utf-8")

    assert check("b.txt") == 1


def test_rules_that_cannot_be_suppressed_stay_out(draft: Path, capsys: Captured) -> None:
    """Their findings are told in every run."""
    draft.write_text("Giai đoạn 2025-2021 xã đã hoàn thành các chỉ tiêu.\n", encoding="utf-8")

    assert write("a.txt") == 0
    assert known() == []
    assert "Không ghi 1 phát hiện của những quy tắc không được bỏ qua." in capsys.readouterr().err
    assert check("a.txt") == 1


def test_nothing_is_written_where_something_was_not_checked(draft: Path, capsys: Captured) -> None:
    """An unreadable draft leaves the baseline as it was."""
    Path("hong.docx").write_bytes(b"PK\x03\x04hong")

    assert write("a.txt", "hong.docx") == 2
    assert not Path("nen.json").exists()
    assert "không ghi “nen.json”" in capsys.readouterr().err


def test_path_of_the_settings_is_taken(draft: Path, capsys: Captured) -> None:
    """``baseline`` in the file of settings serves both commands, from any folder."""
    Path("thidua_check.toml").write_text('baseline = "muc-nen/nen.json"\nselect = ["NT01"]', encoding="utf-8")
    Path("muc-nen").mkdir()

    assert main(["baseline", "write", "a.txt"]) == 0
    assert [k.path for k in load_baseline("muc-nen/nen.json").known] == ["../a.txt"]
    assert main(["a.txt"]) == 0


@pytest.mark.parametrize("words", [[], ["write"], ["read", "a.txt"]])
def test_wrong_usage(words: list[str], capsys: Captured) -> None:
    """The command says how it is used."""
    assert main(["baseline", *words]) == 2
    assert "Cách dùng: thidua-check baseline write TỆP" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"version": 2, "findings": []}',
        '{"version": 1, "findings": [{"rule": "NT01"}]}',
        '{"version": 1, "findings": [{"path": "a", "rule": "NT01", "fingerprint": "x", "excerpt": ""}]}',
    ],
)
def test_what_is_no_baseline(text: str, tmp_path: Path) -> None:
    """A file of another kind is refused by name."""
    path = tmp_path / "nen.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ConfigError, match=r"nen\.json: "):
        load_baseline(str(path))


def test_file_reads_back(tmp_path: Path) -> None:
    """One finding a line, in order."""
    rows = (Known("b.txt", "NT01", "0" * 16, "“x”\n"), Known("a.txt", "NT01", "f" * 16, "y"))
    path = tmp_path / "nen.json"
    text = dump_baseline(Baseline(str(path), rows))
    path.write_text(text, encoding="utf-8")

    assert load_baseline(str(path)).known == rows[::-1]
    assert len(text.splitlines()) == 5 + len(rows)
    assert json.loads(dump_baseline(Baseline("x"))) == {"version": 1, "findings": []}
