"""Whole commands, in-process: what goes to which stream, and the exit code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from thidua_check.checking import expand
from thidua_check.cli import main

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "fixtures/corpus"
GUIDANCE = CORPUS / "003_0c20e40965675cb7.txt"
Captured = pytest.CaptureFixture[str]

# An invented office's report: one impossible date, and nothing else that the date rules look at.
DRAFT = """BÁO CÁO
Kết quả phong trào thi đua năm 2024
Thực hiện Kế hoạch số 15/KH-UBND ngày 31/4/2024 của UBND huyện, xã Minh Lập báo cáo như sau:
I. Đặc điểm tình hình
Xã có 12 thôn.
II. Kết quả
Xã đã hoàn thành các chỉ tiêu./.
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """The invented report as a file."""
    path = tmp_path / "bao-cao.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def report_of(text: str) -> dict[str, Any]:
    """The object of JSON output, checked against the published schema."""
    value: dict[str, Any] = json.loads(text)
    schema = json.loads((ROOT / "docs/schema/report-1.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(value)
    return value


def test_error_in_a_draft(draft: Path, capsys: Captured) -> None:
    """An impossible date is found, shown in its sentence, and makes the exit code 1."""
    code = main([str(draft), "--select", "NT01"])
    out, err = capsys.readouterr()

    assert code == 1
    assert "LỖI NT01" in out
    assert "ngày «31/4/2024» của UBND huyện" in out
    assert out.splitlines()[-1] == "Chưa nên gửi: còn 1 chỗ phải sửa (mã kết thúc 1)."
    assert err == ""


def test_check_may_be_named(draft: Path, capsys: Captured) -> None:
    """``check`` in front changes nothing."""
    assert main([str(draft), "--select", "NT01"]) == main(["check", str(draft), "--select", "NT01"])
    first, second = capsys.readouterr().out.split(str(draft))[1:]

    assert first.strip() == second.strip()


@pytest.mark.parametrize(("level", "code"), [("error", 1), ("info", 1), ("never", 0)])
def test_fail_on(draft: Path, level: str, code: int) -> None:
    """--fail-on moves the border of the exit code."""
    assert main([str(draft), "--select", "NT01", "--fail-on", level]) == code


def test_rules_left_out_are_said(draft: Path, capsys: Captured) -> None:
    """What --ignore leaves out is named among what was not checked, and the exit code follows."""
    code = main([str(draft), "--select", "NT", "--ignore", "NT01"])
    out = " ".join(capsys.readouterr().out.split())

    assert code == 0
    assert "không chạy, vì --select, --ignore" in out


def test_unknown_rule_is_a_sentence(draft: Path, capsys: Captured) -> None:
    """A rule id that is not there ends the run with 2."""
    assert main([str(draft), "--select", "ZZ99"]) == 2
    assert "ZZ99" in capsys.readouterr().err


def test_formats_together(draft: Path, tmp_path: Path, capsys: Captured) -> None:
    """Text on the screen and JSON in a file come from one run; the exit code is the same for all."""
    target = tmp_path / "ket-qua.json"
    code = main([str(draft), "--select", "NT01", "--format", "text", "--format", f"json={target}"])
    value = report_of(target.read_text(encoding="utf-8"))

    assert code == value["summary"]["exit_code"] == 1
    assert value["documents"][0]["findings"][0]["excerpt"] == "31/4/2024"
    assert "LỖI NT01" in capsys.readouterr().out


def test_json_is_the_whole_of_stdout(draft: Path, capsys: Captured) -> None:
    """Unreadable files are told on stderr too, stdout stays one JSON object in the order given."""
    code = main(["khong-co.docx", str(draft), "--select", "NT01", "--format", "json"])
    out, err = capsys.readouterr()

    assert code == 2
    assert [d["outcome"] for d in report_of(out)["documents"]] == ["unreadable", "checked"]
    assert err.count("\n") == 1
    assert "khong-co.docx" in err


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.txt")), ids=lambda path: path.name[:3])
@pytest.mark.parametrize("stage", ["draft", "issued"])
def test_corpus_validates(path: Path, stage: str, capsys: Captured) -> None:
    """The JSON of every source document follows the schema, with and without an outline."""
    for more in ([], ["--outline", str(GUIDANCE)]):
        code = main([str(path), "--stage", stage, "--format", "json", *more])
        value = report_of(capsys.readouterr().out)

        assert code == value["summary"]["exit_code"] < 2
        assert value["documents"][0]["stage"] == stage


def test_folder(draft: Path, tmp_path: Path, capsys: Captured) -> None:
    """A folder gives its drafts by name, without lock files, hidden ones and the guidance letter."""
    (tmp_path / "con").mkdir()
    for name in ("~$bao-cao.txt", ".an.txt", "anh.png", "con/a.md", "de-cuong.txt"):
        (tmp_path / name).write_bytes(GUIDANCE.read_bytes() if "cuong" in name else DRAFT.encode())
    main([str(tmp_path), "--format", "json", "--select", "NT01", "--outline", f"{tmp_path}/de-cuong.txt#NTM"])
    documents = report_of(capsys.readouterr().out)["documents"]

    assert [Path(d["path"]).relative_to(tmp_path).as_posix() for d in documents] == [
        "bao-cao.txt",
        "con/a.md",
    ]


def test_printed_copy_is_no_second_draft(draft: Path, tmp_path: Path) -> None:
    """A PDF beside the file it was printed from is left out of a folder; one that stands alone is a draft."""
    for name in ("a.docx", "a.pdf", "b.pdf", "c.ODT", "d.doc", "e.rtf", "f.xlsx"):
        (tmp_path / name).write_bytes(b"x")

    assert [path.name for path in expand(tmp_path)] == [
        "a.docx",
        "b.pdf",
        draft.name,
        "c.ODT",
        "d.doc",
        "e.rtf",
    ]


def test_folder_without_drafts(tmp_path: Path, capsys: Captured) -> None:
    """An empty folder is said to be one, and is no pass."""
    code = main([str(tmp_path)])

    assert code == 2
    assert "Thư mục này không có bản thảo nào" in capsys.readouterr().out


def test_no_file(capsys: Captured) -> None:
    """Without any file: one sentence with the usage."""
    assert main([]) == 2
    out, err = capsys.readouterr()

    assert out == ""
    assert err == (
        "thidua-check: Chưa có tệp nào để kiểm tra. Cách dùng: thidua-check TỆP (xem thêm: thidua-check --help).\n"
    )


def test_input_is_never_written_over(draft: Path, capsys: Captured) -> None:
    """A result cannot replace the draft."""
    assert main([str(draft), "--format", f"json={draft}"]) == 2
    assert draft.read_text(encoding="utf-8") == DRAFT
    assert "đè lên" in capsys.readouterr().err


def test_unwritable_result_is_two(draft: Path, tmp_path: Path, capsys: Captured) -> None:
    """A result that cannot be written is a sentence and 2; the other results are still given."""
    code = main([str(draft), "--format", "text", "--format", f"json={tmp_path}/khong/co.json"])
    out, err = capsys.readouterr()

    assert code == 2
    assert str(draft) in out
    assert "Không ghi được tệp" in err


def test_file_named_like_a_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """``./rules`` is a file, ``rules`` the command."""
    monkeypatch.chdir(tmp_path)
    Path("rules").write_text(DRAFT, encoding="utf-8")

    assert main(["./rules", "--select", "NT01"]) == 1
    assert capsys.readouterr().out.startswith("./rules\n")


def test_hostile_names_and_words(tmp_path: Path, capsys: Captured) -> None:
    """Escape sequences and line breaks in file name and text reach the screen written out."""
    path = tmp_path / "a\nb\x1b[31m.txt"
    path.write_text(DRAFT.replace("của UBND", "\x1b]0;x\x07\u202e của UBND"), encoding="utf-8")
    main([str(path), "--select", "NT01"])
    out, err = capsys.readouterr()

    assert "\x1b" not in out + err
    assert "\u202e" not in out + err
    assert "a\\nb\\x1b[31m.txt" in out


def test_english(draft: Path, capsys: Captured) -> None:
    """--lang en speaks English, errors of the command line too."""
    main([str(draft), "--select", "NT01", "--lang", "en"])
    assert "ERROR NT01" in capsys.readouterr().out
    main(["--lang", "en", "--xyzzy"])
    assert capsys.readouterr().err.startswith("thidua-check: There is no option --xyzzy")


@pytest.mark.parametrize("words", [["--help"], ["outline", "--help"], ["rules", "-h", "--lang", "en"]])
def test_help(words: list[str], capsys: Captured) -> None:
    """Help goes to stdout and is no failure."""
    assert main(words) == 0
    assert "thidua-check" in capsys.readouterr().out


def test_version(capsys: Captured) -> None:
    """--version names the program and its version."""
    from thidua_check import __version__

    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"thidua-check {__version__}\n"


def test_outline_list_and_save(tmp_path: Path, capsys: Captured) -> None:
    """The outlines of a guidance letter are listed, shown, and saved one at a time; the saved one can be given."""
    target = tmp_path / "vnn.yaml"
    assert main(["outline", str(GUIDANCE), "--list"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines() if line[0] != " "] == [
        "NTM",
        "VNN",
    ]
    assert main(["outline", str(GUIDANCE), "-o", str(target)]) == 2
    assert "Tệp có 2 đề cương (NTM, VNN)" in capsys.readouterr().err
    assert main(["outline", f"{GUIDANCE}#VNN", "-o", str(target)]) == 0
    assert main(["outline", str(target)]) == 0
    assert "30 mục." in capsys.readouterr().out


def test_outline_shows_how_its_instructions_were_read(tmp_path: Path, capsys: Captured) -> None:
    """Behind each item stands what is judged of it and what a person must compare."""
    path = tmp_path / "de-cuong.txt"
    path.write_text(
        "ĐỀ CƯƠNG BÁO CÁO\nKết quả năm 2024\n\nI. Tình hình (số lớp; hiệu quả)\n\nII. Văn bản (số, ngày, trích yếu)\n\n"
        "III. Gương (từ 02 - 03 gương; viết không quá 01 trang)\n\n(Gửi kèm danh sách)\n",
        encoding="utf-8",
    )
    assert main(["outline", str(path)]) == 0
    out = " ".join(capsys.readouterr().out.split())

    assert "I. Tình hình (số lớp; hiệu quả) [xét: số lớp] [không tự xét: hiệu quả]" in out
    assert "[xét: văn bản có số, ngày, trích yếu]" in out
    assert "[xét: từ 02 - 03 gương] [không tự xét: không quá 01 trang]" in out
    assert "Cả báo cáo: [xét: gửi kèm danh sách]" in out


def test_outline_that_is_not_there(draft: Path, capsys: Captured) -> None:
    """A guidance file without outline, a wrong id and a missing file are each one sentence."""
    for spec in (str(draft), f"{GUIDANCE}#ABC", "khong-co.docx"):
        assert main([str(draft), "--outline", spec]) == 2
        err = capsys.readouterr().err
        assert err.count("\n") == 1
        assert spec.partition("#")[0] in err


def test_facts(draft: Path, capsys: Captured) -> None:
    """Facts are listed with what was understood, in text and JSON."""
    assert main(["facts", str(draft)]) == 0
    assert "“31/4/2024” → không có ngày này" in capsys.readouterr().out
    assert main(["facts", str(draft), "--format", "json"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert [d["value"] for d in value["dates"] if d["text"] == "31/4/2024"] == [None]
    assert main(["facts", "khong-co.docx"]) == 2
    assert capsys.readouterr().err.startswith("thidua-check: khong-co.docx: ")


def test_rules_and_explain(capsys: Captured) -> None:
    """Every rule is listed and can be explained, in both languages."""
    assert main(["rules", "--format", "json"]) == 0
    ids = [rule["id"] for rule in json.loads(capsys.readouterr().out)["rules"]]
    assert "NT01" in ids
    assert ids == sorted(ids)
    for lang in ("vi", "en"):
        assert main(["explain", *ids, "--lang", lang]) == 0
        text = capsys.readouterr().out
        assert all(f"{rule_id}  " in text for rule_id in ids)
        assert "⟦" not in text
    assert main(["rules", "NT"]) == 0
    assert "SL" not in capsys.readouterr().out
    assert main(["explain", "ZZ99"]) == 2
    assert main(["explain"]) == 2


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_facts_of_the_corpus_validate(path: Path, capsys: Captured) -> None:
    """The facts of every source document follow their schema."""
    schema = json.loads((ROOT / "docs/schema/facts-1.json").read_text(encoding="utf-8"))
    main(["facts", str(path), "--format", "json"])
    value = json.loads(capsys.readouterr().out)

    jsonschema.Draft202012Validator(schema).validate(value)
    assert len(value["dates"]) == value["coverage"]["dates"]["found"] > 0


def test_faulty_rule_pack(draft: Path, tmp_path: Path, capsys: Captured) -> None:
    """A rule file with faults: each fault on its line with file and line number, 2, and nothing on stdout."""
    (tmp_path / "pack/NT").mkdir(parents=True)
    (tmp_path / "pack/NT/NT01x.yaml").write_text("id: NT01\n---\n", encoding="utf-8")
    for command in ([str(draft)], ["rules"], ["explain", "NT01"]):
        assert main([*command, "--rules", str(tmp_path / "pack")]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.count("NT01x.yaml:1: ") == err.count("\n") > 1


def test_unknown_profile(draft: Path, capsys: Captured) -> None:
    """A profile that is not there is one sentence and 2."""
    assert main([str(draft), "--profile", "KHONGCO"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_as_of_is_used(draft: Path, capsys: Captured) -> None:
    """The day given with --as-of is the one the draft is judged on."""
    main([str(draft), "--as-of", "15/11/2024", "--format", "json"])

    assert report_of(capsys.readouterr().out)["documents"][0]["as_of"] == {
        "date": "2024-11-15",
        "precision": "day",
        "how": "given",
    }


def test_month_counts_where_the_day_cannot_be(tmp_path: Path, capsys: Captured) -> None:
    """A day that is not in the calendar counts as blank: the month is judged on, and the ending says why."""
    path = tmp_path / "bao_cao.txt"
    path.write_text(
        "Phường An Thử, ngày 31 tháng 11 năm 2024\n\nBÁO CÁO\nKết quả phong trào thi đua năm 2024\n"
    )

    main([str(path), "--format", "json"])
    shown = report_of(capsys.readouterr().out)["documents"][0]["as_of"]
    main([str(path)])

    assert shown == {"date": "2024-11-30", "precision": "month", "how": "document"}
    assert "11/2024 (ghi trong văn bản; ngày ghi ở đó không có thật)" in capsys.readouterr().out
