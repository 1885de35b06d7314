"""The terminal."""

from __future__ import annotations

import pytest

from thidua_check.cli import console


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A stdout that is a terminal, with nothing in the environment."""
    monkeypatch.setattr(console, "_is_terminal", lambda stream: True)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return monkeypatch


def test_colour_on_a_terminal(terminal: pytest.MonkeyPatch) -> None:
    """A terminal gets colours unless NO_COLOR or a dumb terminal says otherwise; a choice beats both."""
    assert console.wants_color("auto")
    terminal.setenv("NO_COLOR", "1")
    assert not console.wants_color("auto")
    assert console.wants_color("always")
    terminal.setenv("NO_COLOR", "")
    terminal.setenv("TERM", "dumb")
    assert not console.wants_color("auto")


def test_no_colour_when_piped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe gets none unless FORCE_COLOR asks."""
    monkeypatch.setattr(console, "_is_terminal", lambda stream: False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    assert not console.wants_color("auto")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert console.wants_color("auto")
    assert not console.wants_color("never")


def test_width(terminal: pytest.MonkeyPatch) -> None:
    """The terminal's width within reason; 80 columns for a pipe."""
    for given, used in (("20", 40), ("72", 72), ("300", 100)):
        terminal.setenv("COLUMNS", given)
        assert console.width() == used
    terminal.setattr(console, "_is_terminal", lambda stream: False)
    assert console.width() == 80


def test_complaints_are_harmless(capsys: pytest.CaptureFixture[str]) -> None:
    """A file name in a sentence cannot steer the terminal."""
    console.complain("“a\x1b[2J\u202e”", "en", "vi")

    assert capsys.readouterr().err == "thidua-check: “a\\x1b[2J\\u202e”\n"
