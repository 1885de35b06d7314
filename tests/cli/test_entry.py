"""The way in: whatever happens ends in a sentence and an exit code; a few true processes."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_check.cli import entry, main

ROOT = Path(__file__).parents[2]


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "thidua_check", *words],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        check=False,
        timeout=120,
    )


def test_unexpected_fault(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A fault of the program is one sentence that asks for a report; details only when asked for."""

    def fail(*_: object) -> int:
        raise ValueError("hỏng \x1b[0m")

    monkeypatch.setattr(entry, "run", fail)
    monkeypatch.delenv("THIDUA_CHECK_TRACEBACK", raising=False)
    assert main(["a.docx"]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "ValueError: hỏng \\x1b[0m" in err
    assert main(["a.docx", "--traceback"]) == 2
    assert "test_entry.py" in capsys.readouterr().err


def test_interrupt(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C ends with 130 and no traceback."""

    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(entry, "run", interrupt)
    assert main(["a.docx"]) == 130
    assert capsys.readouterr().err == "thidua-check: Đã dừng.\n"


def test_process_writes_utf8_in_any_locale() -> None:
    """A console of another encoding gets UTF-8 and no failure."""
    done = run("--help", PYTHONIOENCODING="ascii", LC_ALL="C")

    assert done.returncode == 0
    assert "Cách dùng: thidua-check" in done.stdout.decode("utf-8")


def test_process_exit_code_and_streams() -> None:
    """A wrong option: nothing on stdout, one sentence on stderr, 2."""
    done = run("--khong-co")

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode("utf-8").count("\n") == 1


def test_help_does_not_load_the_pipeline() -> None:
    """--help stays quick: no lxml, no YAML, no rules."""
    code = (
        "import sys; from thidua_check.cli import main; main(['--help']);"
        "print([m for m in ('lxml', 'yaml', 'rapidfuzz', 'thidua_check.checking', 'thidua_check.anatomy') if m in sys.modules],"
        " file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=True, timeout=60)

    assert done.stderr.decode().strip() == "[]"


def test_closed_pipe_is_no_fault() -> None:
    """A reader that goes away leaves no traceback and no other exit code."""
    script = f"{sys.executable} -m thidua_check rules --format json | head -c 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, cwd=ROOT, check=False, timeout=60)

    assert done.returncode == 0
    assert done.stderr == b""


WORDS = st.one_of(
    st.sampled_from(
        [
            "rules",
            "facts",
            "outline",
            "check",
            "--stage",
            "issued",
            "--format",
            "json",
            "--lang",
            "en",
            "--",
            "-",
            "a#b",
        ]
    ),
    st.text(st.characters(exclude_characters="\0/.~\\", exclude_categories=["Cs"]), max_size=8),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=5))
def test_any_command_line_ends_well(words: list[str]) -> None:
    """Whatever is typed, the command ends with 0, 1 or 2 and never with a fault of its own."""
    errors = io.StringIO()
    with (
        TemporaryDirectory() as folder,
        chdir(folder),
        redirect_stdout(io.StringIO()),
        redirect_stderr(errors),
    ):
        assert main(words) in (0, 1, 2)

    assert "ngoài dự kiến" not in errors.getvalue()
    assert "unexpectedly" not in errors.getvalue()
