"""Where results may go."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from thidua_check.cli import main
from thidua_check.cli.outputs import plan, write
from thidua_check.cli.values import Output
from thidua_check.errors import UsageError

LETTER = next((Path(__file__).parents[2] / "fixtures/corpus").glob("003_*.txt"))


def test_text_is_the_default() -> None:
    """Without --format the text goes to the screen."""
    assert plan([], []) == (Output("text", None),)


def test_two_results_on_the_screen_are_refused() -> None:
    """Only one format may go to stdout."""
    with pytest.raises(UsageError, match="Chỉ một dạng"):
        plan([Output("text", None), Output("json", None)], [])


def test_two_results_in_one_file_are_refused(tmp_path: Path) -> None:
    """The same file under two names is one file."""
    one, two = str(tmp_path / "a.json"), str(tmp_path / "." / "a.json")

    with pytest.raises(UsageError, match="cùng ghi"):
        plan([Output("json", one), Output("text", two)], [])


@pytest.mark.parametrize("link", [os.link, os.symlink])
def test_inputs_are_never_written_over(tmp_path: Path, link: object) -> None:
    """A link to an input is the input."""
    draft = tmp_path / "a.txt"
    draft.write_text("x")
    assert callable(link)
    link(draft, tmp_path / "b.txt")

    for name in ("a.txt", "b.txt"):
        with pytest.raises(UsageError, match="đè lên"):
            plan([Output("text", str(tmp_path / name))], [str(draft)])


def test_folder_is_no_file(tmp_path: Path) -> None:
    """A folder cannot take a result."""
    with pytest.raises(UsageError, match="đó là thư mục"):
        plan([Output("json", str(tmp_path))], [])


def test_file_is_replaced_whole(tmp_path: Path) -> None:
    """Writing leaves nothing beside the file, keeps its permissions, and follows a link."""
    target = tmp_path / "ket-qua.json"
    target.write_text("cũ" * 100, encoding="utf-8")
    target.chmod(0o640)
    (tmp_path / "link.json").symlink_to(target)
    write(str(tmp_path / "link.json"), "mới\n")

    assert target.read_text(encoding="utf-8") == "mới\n"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert sorted(p.name for p in tmp_path.iterdir()) == ["ket-qua.json", "link.json"]


def test_new_file_has_ordinary_permissions(tmp_path: Path) -> None:
    """A new file is as readable as the user's umask lets it be."""
    old = os.umask(0o022)
    try:
        write(str(tmp_path / "a"), "x")
    finally:
        os.umask(old)

    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o644


def test_device_is_written_not_replaced() -> None:
    """/dev/null stays a device."""
    write(os.devnull, "x")

    assert not Path(os.devnull).is_file()


def test_missing_folder_is_a_sentence(tmp_path: Path) -> None:
    """A path that cannot be written ends in a sentence."""
    with pytest.raises(UsageError, match="Không ghi được tệp"):
        write(str(tmp_path / "khong-co" / "a.json"), "x")


def test_outline_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that an office may have completed by hand stays, unless it is asked for."""
    target = tmp_path / "de-cuong.yaml"
    words = ["outline", f"{LETTER}#VNN", "-o", str(target)]
    assert main(words) == 0
    target.write_text("bổ sung bằng tay", encoding="utf-8")

    assert main(words) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert target.read_text(encoding="utf-8") == "bổ sung bằng tay"
    assert main([*words, "--force"]) == 0
    assert target.read_text(encoding="utf-8").startswith("id: VNN")


def test_letter_is_never_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    """Even with --force an outline does not replace the letter that it is read from."""
    assert main(["outline", str(LETTER), "-o", str(LETTER), "--force"]) == 2
    assert "Không ghi kết quả đè lên tệp được đọc" in capsys.readouterr().err
