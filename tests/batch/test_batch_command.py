"""``thidua-check batch``: a folder from beginning to end."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest
from attrs import frozen

from tests.support.folder import drafts, endless_text, good, table, write_folder
from thidua_check.cli.entry import main

Captured = pytest.CaptureFixture[str]
CHECKED = ["a/so-hai.docx", "a/so-mot.docx", "b/so-ba.txt", "b/so-bon.md", "so-nam.docx"]
DRAFTS = [*CHECKED[:4], "hong.docx", "so-nam.docx"]


@frozen
class Ran:
    """A folder that was checked: exit code, drafts, results and the guidance letter."""

    code: int
    source: Path
    out: Path
    letter: Path


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """The invented folder, checked by two processes."""
    root = tmp_path_factory.mktemp("batch")
    source, out = root / "du-thao", root / "ket-qua"
    letter = write_folder(source)
    words = ["--outline", str(letter), "--format", "json", "--format", "word", "--format", "html", "-j", "2"]
    return Ran(main(["batch", str(source), "-o", str(out), *words]), source, out, letter)


def rows(out: Path, name: str = "tong-hop.csv") -> dict[str, dict[str, str]]:
    """The rows of a table by draft, each by column."""
    heads, *body = table(out / name)
    return {row[0]: dict(zip(heads, row, strict=True)) for row in body}


def test_every_draft_has_a_row_in_order(ran: Ran) -> None:
    """Drafts come by name; the letter, the checker's copies and Word's locks are none; a broken file is one."""
    assert [row[0] for row in table(ran.out / "tong-hop.csv")[1:]] == DRAFTS
    assert ran.code == 2


@pytest.mark.parametrize("path", CHECKED)
def test_judged_as_by_the_plain_command(ran: Ran, path: str, capsys: Captured) -> None:
    """A draft of a folder gets the very result that the command gives for it alone."""
    main([str(ran.source / path), "--outline", str(ran.letter), "--format", "json"])
    alone = capsys.readouterr().out

    assert (ran.out / f"{path}.json").read_text(encoding="utf-8") == alone
    counts = json.loads(alone)["summary"]
    row = rows(ran.out)[path]
    named = {"Lỗi": "error", "Cảnh báo": "warning", "Lưu ý": "info"}
    assert {key: int(row[key]) for key in named} == {key: counts[name] for key, name in named.items()}


def test_number_of_processes_changes_nothing(ran: Ran, tmp_path: Path) -> None:
    """One process makes the very files that two make."""
    words = ["--outline", str(ran.letter), "--format", "json", "--format", "html", "-j", "1"]
    main(["batch", str(ran.source), "-o", str(tmp_path / "k"), *words])
    made = {
        p.relative_to(tmp_path / "k")
        for p in (tmp_path / "k").rglob("*")
        if p.suffix in (".json", ".csv", ".html")
    }
    named = {
        name
        for name in made
        if name.parts[0] != ".thidua-check" and name.name not in ("tong-hop.csv", "tong-hop.html")
    }

    assert len(named) == 2 * len(DRAFTS) + 4
    assert [n for n in sorted(named) if (tmp_path / "k" / n).read_bytes() != (ran.out / n).read_bytes()] == []


def test_who_lacks_what(ran: Ran) -> None:
    """The matrix has each item's verdict, the list each lacking item with its drafts."""
    matrix = rows(ran.out, "tong-hop.muc-1.csv")
    prizes = next(key for key in matrix["a/so-hai.docx"] if key.startswith("II.5 "))

    assert {path: row[prizes] for path, row in matrix.items()} == {
        "a/so-hai.docx": "thiếu",
        "a/so-mot.docx": "có",
        "b/so-ba.txt": "thiếu",
        "b/so-bon.md": "có",
        "so-nam.docx": "chưa kết luận được",
    }
    lacking = table(ran.out / "tong-hop.muc-thieu.csv")[1:]
    assert [*lacking[0][1].split(".")[:2], *lacking[0][2:]] == [
        "II",
        "5",
        "2",
        "a/so-hai.docx; b/so-ba.txt",
    ]


def test_deadline(ran: Ran) -> None:
    """The date on the draft is held against the letter's; a blank day before it is not sure."""
    late = {
        path: (row["Ngày văn bản"], row["Đúng hạn (theo ngày văn bản)"])
        for path, row in rows(ran.out).items()
    }

    assert late == {
        "a/so-hai.docx": ("02/4/2025", "quá hạn"),
        "a/so-mot.docx": ("28/3/2025", "đúng hạn"),
        "b/so-ba.txt": ("3/2025", "chưa rõ"),
        "b/so-bon.md": ("28/3/2025", "đúng hạn"),
        "hong.docx": ("", ""),
        "so-nam.docx": ("15/11/2023", "đúng hạn"),
    }
    assert rows(ran.out)["a/so-hai.docx"]["Hạn báo cáo"] == "trước 31/3/2025"


def test_unreadable_file_has_its_reason(ran: Ran) -> None:
    """What could not be read is listed with the sentence of the plain command."""
    ((path, reason),) = table(ran.out / "tong-hop.khong-doc-duoc.csv")[1:]

    assert path == "hong.docx"
    assert reason.startswith("Tệp bị hỏng")
    assert rows(ran.out)["hong.docx"]["Kiểm tra"] == "không kiểm tra được"


def test_results_mirror_the_folder(ran: Ran) -> None:
    """Results have the drafts' paths; commented copies are made of Word files alone; the drafts are as they were."""
    found = {p.relative_to(ran.out).as_posix() for p in ran.out.rglob("*") if p.is_file()}
    copies = {name for name in found if name.endswith(".nhan-xet.docx")}

    assert copies == {f"{p}.nhan-xet.docx" for p in CHECKED if p.endswith(".docx")}
    assert {f"{p}.html" for p in DRAFTS} <= found
    assert {p: (ran.source / p).read_bytes() for p in CHECKED} == drafts()
    assert {p.name for p in ran.source.iterdir()} == {
        "a",
        "b",
        "cong-van.docx",
        "hong.docx",
        "so-nam.docx",
        "so-nam.nhan-xet.docx",
    }


def test_page_links_to_results(ran: Ran) -> None:
    """The summary's page loads nothing and its links lead to files."""
    page = (ran.out / "tong-hop.html").read_text(encoding="utf-8")

    assert "default-src 'none'" in page
    assert 'href="./a/so-mot.docx.html"' in page
    assert "6 bản thảo; 1 bản không kiểm tra được" in page


def test_workbook_has_every_table(ran: Ran) -> None:
    """Each table is a sheet; numbers are numbers."""
    with zipfile.ZipFile(ran.out / "tong-hop.xlsx") as book:
        names = book.read("xl/workbook.xml").decode()
        first = book.read("xl/worksheets/sheet1.xml").decode()

    assert [name in names for name in ("Bản thảo", "Mục đề cương VNN", "Mục còn thiếu")] == [True] * 3
    assert first.count("<row ") == 1 + len(DRAFTS)
    assert "<f>" not in first


def test_resumed_run_does_nothing_twice(ran: Ran, tmp_path: Path, capsys: Captured) -> None:
    """Unchanged drafts are taken over; a changed one, one whose result is gone and an unread one are checked."""
    source, out = tmp_path / "du-thao", tmp_path / "ket-qua"
    shutil.copytree(ran.source, source)
    words = ["batch", str(source), "-o", str(out), "--format", "json", "-j", "1", "--resume"]
    main(words)
    capsys.readouterr()
    before = {p: p.stat().st_mtime_ns for p in out.rglob("*.json")}
    (source / "a/so-mot.docx").write_bytes(good("SỞ MỘT", {"46 căn": "47 căn"}))
    (out / "b/so-bon.md.json").unlink()
    first = table(out / "tong-hop.csv")
    code = main(words)
    said = capsys.readouterr().err

    done = [line.split("] ")[1].split(":")[0] for line in said.splitlines() if line.startswith("[")]
    assert sorted(done) == ["a/so-mot.docx", "b/so-bon.md", "hong.docx"]
    kept = [p for p in before if p.exists() and p.stat().st_mtime_ns == before[p]]
    assert {p.name for p in kept if p.parent.name != ".thidua-check"} == {
        "cong-van.docx.json",
        "so-hai.docx.json",
        "so-ba.txt.json",
        "so-nam.docx.json",
    }
    second = table(out / "tong-hop.csv")
    assert [row for row in second if row not in first] == [row for row in second if row[0] == "a/so-mot.docx"]
    assert code == 2


def test_other_options_are_another_run(ran: Ran, tmp_path: Path, capsys: Captured) -> None:
    """What was judged otherwise is judged anew."""
    source, out = tmp_path / "d", tmp_path / "k"
    source.mkdir()
    shutil.copy(ran.source / "so-nam.docx", source)
    words = ["batch", str(source), "-o", str(out), "--format", "none", "--resume"]
    assert main([*words, "--select", "NT01"]) == 1
    capsys.readouterr()

    assert main([*words, "--select", "CT06"]) == 0
    assert "[1/1] so-nam.docx: 0 lỗi" in capsys.readouterr().err


def test_draft_that_takes_too_long_is_told(tmp_path: Path, capsys: Captured) -> None:
    """A draft that takes too long is given up; the others are done."""
    source, out = tmp_path / "d", tmp_path / "k"
    source.mkdir()
    (source / "lon.txt").write_bytes(endless_text(60_000))
    (source / "nho.txt").write_text("BÁO CÁO\nNgày 31/4/2024 xã họp.", encoding="utf-8")
    code = main(["batch", str(source), "-o", str(out), "--timeout", "6", "-j", "1", "--format", "json"])

    assert code == 2
    assert table(out / "tong-hop.khong-doc-duoc.csv")[1:] == [["lon.txt", "Quá thời gian cho phép."]]
    assert rows(out)["nho.txt"]["Lỗi"] != "0"
    assert "lon.txt: Quá thời gian cho phép." in capsys.readouterr().err


def test_rollup(tmp_path: Path) -> None:
    """The units' figures add up to the joint report's or are told; what cannot be matched is listed."""
    source, out, joint = tmp_path / "d", tmp_path / "k", tmp_path / "d" / "chung.docx"
    source.mkdir()
    (source / "mot.docx").write_bytes(good("SỞ MỘT"))
    (source / "hai.docx").write_bytes(good("SỞ HAI", {"05 cuộc": "07 cuộc", "08 phòng": "04 phòng"}))
    joint.write_bytes(
        good("SỞ NỘI VỤ", {"05 cuộc": "12 cuộc", "08 phòng": "13 phòng", "24 tin": "48 tin truyền hình"})
    )
    words = [
        "batch",
        str(source),
        "-o",
        str(out),
        "--rollup",
        str(joint),
        "--format",
        "none",
        "--select",
        "NT01",
    ]
    codes = [main([*words, "--fail-on", level]) for level in ("error", "warning")]
    found = {row[1]: row[2:6] for row in table(out / "tong-hop.cong-don.csv")[1:]}

    assert list(rows(out)) == ["hai.docx", "mot.docx"]
    assert codes == [0, 1]
    assert found["tổ chức … cuộc kiểm tra"] == [
        "12 cuộc kiểm tra",
        "12",
        "khớp",
        "hai.docx: 07 cuộc kiểm tra; mot.docx: 05 cuộc kiểm tra",
    ]
    assert found["giao ước thi đua … phòng"] == [
        "13 phòng",
        "12",
        "lệch",
        "hai.docx: 04 phòng; mot.docx: 08 phòng",
    ]
    left = [row for row in table(out / "tong-hop.khong-ghep-duoc.csv")[1:] if row[3] == "24 tin"]
    assert [row[0] for row in left] == ["hai.docx", "mot.docx"]


def test_joint_report_that_cannot_be_read(tmp_path: Path, capsys: Captured) -> None:
    """Without the joint report the drafts are checked all the same, and the run says that something was not."""
    source, joint = tmp_path / "d", tmp_path / "chung.docx"
    source.mkdir()
    (source / "a.txt").write_text("BÁO CÁO\nXã họp.", encoding="utf-8")
    joint.write_bytes(b"PK\x03\x04")
    code = main(["batch", str(source), "-o", str(tmp_path / "k"), "--rollup", str(joint), "--format", "none"])

    assert code == 2
    assert rows(tmp_path / "k")["a.txt"]["Kiểm tra"] == "đã kiểm tra"
    assert "chung.docx: Tệp bị hỏng" in capsys.readouterr().err


def test_without_the_package_for_workbooks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    """The workbook is an extra: without its package the rest is written and a sentence says what to install."""
    for module in ("thidua_check.batch.summary", "thidua_check.cli.batch"):
        monkeypatch.setattr(f"{module}.can_write", lambda: False)
    source = tmp_path / "d"
    source.mkdir()
    (source / "a.txt").write_text("BÁO CÁO\nXã họp.", encoding="utf-8")
    main(["batch", str(source), "-o", str(tmp_path / "k"), "--format", "none", "--lang", "en"])

    assert {p.suffix for p in (tmp_path / "k").iterdir() if p.is_file()} == {".html", ".csv"}
    assert "pip install thidua-check[xlsx]" in capsys.readouterr().err


def test_hostile_names_and_words_are_inert(tmp_path: Path) -> None:
    """A file name or an office's name is no formula, no markup and no way out of the folder."""
    source, out = tmp_path / "d", tmp_path / "k"
    source.mkdir()
    name = "=cmd|' <b>x.txt"
    (source / name).write_text("=HYPERLINK(1)\nBÁO CÁO\nNgày 31/4/2024 xã họp.", encoding="utf-8")
    main(["batch", str(source), "-o", str(out), "--format", "json"])

    assert rows(out)[f"'{name}"]["Kiểm tra"] == "đã kiểm tra"
    assert (out / "=cmd_' _b_x.txt.json").is_file()
    assert "<b>x" not in (out / "tong-hop.html").read_text(encoding="utf-8")
    with zipfile.ZipFile(out / "tong-hop.xlsx") as book:
        assert not any(b"<f>" in book.read(n) for n in book.namelist() if "worksheets/sheet" in n)


@pytest.mark.parametrize(
    ("operands", "said"),
    [
        (["d"], "Cách dùng"),
        (["d", "-o", "d"], "không được là thư mục bản thảo"),
        (["d/sub", "-o", "d"], "không được là thư mục bản thảo"),
        (["d", "-o", "khac"], "đã có tệp khác"),
        (["d/a.txt", "-o", "k"], "không phải là thư mục"),
        (["d/sub", "-o", "k"], "không có bản thảo nào"),
        (["d", "-o", "k", "--jobs", "0"], "--jobs"),
        (["d", "-o", "k", "--timeout", "x"], "--timeout"),
        (["d", "-o", "k", "--format", "pdf"], "--format"),
        (["d", "-o", "k", "--select", "ZZ"], "ZZ"),
        (["d", "-o", "k", "--outline", "khong-co.docx"], "khong-co.docx"),
    ],
)
def test_refused(
    operands: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    """What cannot be done is said before anything is written."""
    monkeypatch.chdir(tmp_path)
    os.makedirs("d/sub")
    os.makedirs("khac")
    Path("d/a.txt").write_text("BÁO CÁO", encoding="utf-8")
    Path("khac/cua-toi.txt").write_text("x", encoding="utf-8")

    assert main(["batch", *operands]) == 2
    assert said in capsys.readouterr().err
    assert sorted(os.listdir()) == ["d", "khac"]
    assert os.listdir("khac") == ["cua-toi.txt"]


def test_results_inside_the_folder_are_no_drafts(tmp_path: Path) -> None:
    """The folder of results may lie in that of the drafts; a second run reads none of them."""
    (tmp_path / "a.txt").write_text("BÁO CÁO\nXã họp.", encoding="utf-8")
    words = ["batch", str(tmp_path), "-o", str(tmp_path / "out"), "--format", "text"]
    main(words)
    main(words)

    assert list(rows(tmp_path / "out")) == ["a.txt"]


def test_link_in_the_results_leads_nowhere(tmp_path: Path, capsys: Captured) -> None:
    """A link in the folder of results never has a file outside it written."""
    source, out, mine = tmp_path / "d", tmp_path / "k", tmp_path / "cua-toi.txt"
    source.mkdir()
    (out / ".thidua-check").mkdir(parents=True)
    (source / "a.txt").write_text("BÁO CÁO\nXã họp.", encoding="utf-8")
    mine.write_text("x", encoding="utf-8")
    (out / "tong-hop.csv").symlink_to(mine)

    assert main(["batch", str(source), "-o", str(out), "--format", "none"]) == 2
    assert mine.read_text(encoding="utf-8") == "x"
    assert "dẫn ra ngoài" in capsys.readouterr().err


def test_settings_of_a_file_hold(tmp_path: Path) -> None:
    """The configuration beside a draft holds as with the plain command, suppressions included."""
    source, out = tmp_path / "d", tmp_path / "k"
    source.mkdir()
    (source / "thidua_check.toml").write_text(
        'select = ["NT01"]\n[[suppress]]\nrule = "NT01"\nsection = "I"\npath = "a.txt"\nreason = "Số liệu cũ."\n',
        encoding="utf-8",
    )
    text = "BÁO CÁO\nKết quả phong trào thi đua\nI. Kết quả\nNgày 31/4/2024 xã họp.\nII. Kiến nghị\nKhông có./.\n"
    for name in ("a.txt", "b.txt"):
        (source / name).write_text(text, encoding="utf-8")
    main(["batch", str(source), "-o", str(out), "--format", "none"])

    assert {path: row["Lỗi"] for path, row in rows(out).items()} == {"a.txt": "0", "b.txt": "1"}
