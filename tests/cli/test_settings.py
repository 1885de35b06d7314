"""Settings and suppressions from files, through the command."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from thidua_check.cli import main

Captured = pytest.CaptureFixture[str]

# An invented report with an impossible date in section I, a reversed period in II and nothing else of these rules.
DRAFT = """BÁO CÁO
Kết quả phong trào thi đua năm 2024
I. Đặc điểm tình hình
Thực hiện Kế hoạch số 15/KH-UBND ngày 31/4/2024 của UBND huyện Minh Lập, xã có 12 thôn.
II. Kết quả
Giai đoạn 2025-2021 xã đã hoàn thành các chỉ tiêu./.
"""


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented report in the working folder."""
    monkeypatch.chdir(tmp_path)
    path = Path("bao-cao.txt")
    path.write_text(DRAFT, encoding="utf-8")
    return path


def object_of(capsys: Captured, *words: str) -> tuple[int, dict[str, Any], str]:
    """Exit code, JSON and what was said on stderr."""
    code = main([*words, "--format", "json"])
    out, err = capsys.readouterr()
    return code, json.loads(out), err


def fingerprint_of(capsys: Captured, draft: Path, rule: str) -> str:
    """The fingerprint of a rule's one finding."""
    _, value, _ = object_of(capsys, str(draft), "--no-config", "--select", rule)
    (finding,) = value["documents"][0]["findings"]
    return str(finding["fingerprint"])


def test_settings_of_a_file_hold(draft: Path, capsys: Captured) -> None:
    """What the file says is as if it were said on the command line."""
    Path("thidua_check.toml").write_text(
        'stage = "issued"\nselect = ["NT01"]\nfail_on = "never"', encoding="utf-8"
    )
    code, value, _ = object_of(capsys, str(draft))

    assert code == 0
    assert value["documents"][0]["stage"] == "issued"
    assert [rule["id"] for rule in value["documents"][0]["rules"]] == ["NT01"]
    assert value["summary"]["exit_code"] == 0


def test_command_line_comes_first(draft: Path, capsys: Captured) -> None:
    """An option beats the file, and ``--no-config`` leaves the file alone."""
    Path("thidua_check.toml").write_text('stage = "issued"\nselect = ["NT04"]', encoding="utf-8")

    assert (
        object_of(capsys, str(draft), "--stage", "draft", "--select", "NT01")[1]["documents"][0]["stage"]
        == "draft"
    )
    assert len(object_of(capsys, str(draft), "--no-config")[1]["documents"][0]["rules"]) > 50


def test_each_draft_has_its_nearest_file(draft: Path, capsys: Captured) -> None:
    """Drafts of two folders are judged by two files, and stand in the order given."""
    inner = Path("huyen")
    inner.mkdir()
    (inner / "b.txt").write_text(DRAFT, encoding="utf-8")
    (inner / "thidua_check.toml").write_text('stage = "issued"\nselect = ["NT01"]', encoding="utf-8")
    _, value, _ = object_of(capsys, str(inner), str(draft), str(inner / "b.txt"))

    assert [(d["path"], d["stage"]) for d in value["documents"]] == [
        ("huyen/b.txt", "issued"),
        ("bao-cao.txt", "draft"),
        ("huyen/b.txt", "issued"),
    ]


def test_files_that_contradict_each_other(draft: Path, capsys: Captured) -> None:
    """Settings of the whole run must agree."""
    inner = Path("huyen")
    inner.mkdir()
    (inner / "b.txt").write_text(DRAFT, encoding="utf-8")
    (inner / "thidua_check.toml").write_text('fail_on = "never"', encoding="utf-8")

    assert main([str(draft), str(inner)]) == 2
    assert "khác nhau về fail_on (mặc định; huyen/thidua_check.toml: fail_on)" in capsys.readouterr().err


def test_guidance_of_the_file_is_no_draft(draft: Path, capsys: Captured) -> None:
    """The outline's file in the folder that is checked is left out."""
    Path("thidua_check.toml").write_text('outline = "cong-van.txt"', encoding="utf-8")
    Path("cong-van.txt").write_text("Không phải đề cương.", encoding="utf-8")

    assert main(["."]) == 2
    assert "cong-van.txt" in capsys.readouterr().err


def test_suppression_of_a_section(draft: Path, capsys: Captured) -> None:
    """An entry in the file sets the finding aside, with its reason and where it is written."""
    Path("thidua_check.toml").write_text(
        '[[suppress]]\nrule = "NT01"\nsection = "I"\nreason = "trích nguyên văn"', encoding="utf-8"
    )
    code, value, err = object_of(capsys, str(draft), "--select", "NT01")
    (aside,) = value["documents"][0]["suppressed"]

    assert (code, err) == (0, "")
    assert (aside["reason"], aside["source"]) == ("trích nguyên văn", "thidua_check.toml, suppress[1]")
    assert value["documents"][0]["findings"] == []
    assert value["summary"]["suppressed"] == 1


def test_suppression_beside_the_draft(draft: Path, capsys: Captured) -> None:
    """The sidecar suppresses by fingerprint."""
    mark = fingerprint_of(capsys, draft, "NT01")
    Path("bao-cao.txt.thidua.toml").write_text(
        f'[[suppress]]\nrule = "NT01"\nfingerprint = "{mark}"\nreason = "trích"', encoding="utf-8"
    )

    assert object_of(capsys, str(draft), "--select", "NT01")[0] == 0
    assert object_of(capsys, str(draft), "--select", "NT01", "--no-config")[0] == 1


def test_unused_and_expired_entries_are_told(draft: Path, capsys: Captured) -> None:
    """On the screen at the end, and on stderr where the screen shows something else."""
    Path("thidua_check.toml").write_text(
        '[[suppress]]\nrule = "NT01"\nsection = "V"\nreason = "x"\n'
        '[[suppress]]\nrule = "NT01"\nsection = "I"\nreason = "y"\nexpires = 2020-01-01\n'
        '[[suppress]]\nrule = "SL01"\nsection = "I"\nreason = "quy tắc không chạy"\n',
        encoding="utf-8",
    )
    code, _, err = object_of(capsys, str(draft), "--select", "NT01")
    main([str(draft), "--select", "NT01"])
    out, quiet = capsys.readouterr()

    assert code == 1
    assert err.splitlines() == [
        "thidua-check: thidua_check.toml, suppress[2] (NT01): đã hết hạn từ sau ngày 1/1/2020, không còn tác dụng.",
        "thidua-check: thidua_check.toml, suppress[1] (NT01): không dùng đến trong lần kiểm tra này.",
    ]
    assert "suppress[1] (NT01): không dùng đến" in out
    assert quiet == ""


def test_rule_that_cannot_be_suppressed(draft: Path, capsys: Captured) -> None:
    """An entry for it is refused, and so is one for a rule that does not exist."""
    Path("thidua_check.toml").write_text(
        '[[suppress]]\nrule = "NT04"\nsection = "II"\nreason = "x"\n'
        '[[suppress]]\nrule = "XX99"\nsection = "II"\nreason = "x"\n',
        encoding="utf-8",
    )

    assert main([str(draft)]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "thidua_check.toml: suppress[1].rule: quy tắc NT04 không được bỏ qua bằng cách này.",
        "thidua_check.toml: suppress[2].rule: không có quy tắc “XX99”.",
    ]


def test_wrong_rule_id_names_the_file(draft: Path, capsys: Captured) -> None:
    """What a setting breaks is told with the file it stands in."""
    Path("thidua_check.toml").write_text('select = ["XX"]', encoding="utf-8")

    assert main([str(draft)]) == 2
    assert capsys.readouterr().err == "thidua_check.toml: Không có quy tắc nào có mã bắt đầu bằng “XX”.\n"


def test_settings_are_never_written_over(draft: Path, capsys: Captured) -> None:
    """A result does not go into a file of settings."""
    Path("thidua_check.toml").write_text('stage = "draft"', encoding="utf-8")

    assert main([str(draft), "--format", "json=thidua_check.toml"]) == 2
    assert "đè lên" in capsys.readouterr().err


def test_show_config_tells_every_origin(draft: Path, capsys: Captured) -> None:
    """Every setting has a line with its origin, and every entry its own."""
    Path("thidua_check.toml").write_text(
        'stage = "issued"\n[[suppress]]\nrule = "NT01"\nsection = "I"\nreason = "x"', encoding="utf-8"
    )
    code = main([str(draft), "--show-config", "--fail-on", "warning"])
    lines = capsys.readouterr().out.splitlines()

    assert code == 0
    assert lines[:2] == ["# Tệp cấu hình: thidua_check.toml", "# Bản thảo: bao-cao.txt"]
    assert 'stage = "issued"  # thidua_check.toml: stage' in lines
    assert 'fail_on = "warning"  # --fail-on' in lines
    assert 'min_level = "info"  # mặc định' in lines
    assert "[[suppress]]  # thidua_check.toml, suppress[1]" in lines


def test_show_config_without_a_draft(draft: Path, capsys: Captured) -> None:
    """Without a draft the working folder's settings are shown."""
    assert main(["--show-config", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("# Configuration: (none)\n# outline  # default\n")


def test_screen_names_the_file_of_settings(draft: Path, capsys: Captured) -> None:
    """Who reads the result sees that a file had a say in it."""
    main([str(draft), "--select", "NT01"])
    plain = capsys.readouterr().out
    Path("thidua_check.toml").write_text('stage = "draft"', encoding="utf-8")
    main([str(draft), "--select", "NT01"])

    assert "Thiết lập" not in plain
    assert "  Thiết lập     thidua_check.toml" in capsys.readouterr().out.splitlines()
