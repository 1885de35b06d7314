"""The terminal: streams in UTF-8, width, colour, and writing that survives a closed pipe."""

from __future__ import annotations

import os
import shutil
import sys
from io import TextIOWrapper
from typing import Literal, TextIO

from thidua_check.findings import Lang
from thidua_check.render.safe import one_line, shown

ColorChoice = Literal["auto", "always", "never"]

_NARROWEST, _WIDEST = 40, 100


def prepare() -> None:
    """Make both streams write UTF-8 whatever the console's own encoding, and never fail on a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def width() -> int:
    """Return the columns to write for: the terminal's within reason, 80 where there is none."""
    columns = shutil.get_terminal_size((80, 24)).columns if _is_terminal(sys.stdout) else 80
    return min(max(columns, _NARROWEST), _WIDEST)


def wants_color(choice: ColorChoice) -> bool:
    """Return whether to colour: as chosen; by itself only on a terminal and not against NO_COLOR (no-color.org)."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    # The old Windows console shows the codes as text; the newer ones set one of these.
    modern = os.name != "nt" or any(map(os.environ.get, ("WT_SESSION", "TERM", "ANSICON")))
    return _is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb" and modern


def _is_terminal(stream: TextIO) -> bool:
    return stream is not None and stream.isatty()


def emit(text: str) -> None:
    """Write a result to stdout; a reader that has gone away (``| head``) is no fault."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes stdout again at its end; let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(vi: str, en: str, lang: Lang) -> None:
    """Write one sentence to stderr, the parts that came from outside made harmless."""
    _say(f"thidua-check: {one_line(en if lang == 'en' else vi)}\n")


def detail(text: str) -> None:
    """Write lines to stderr as they are, but harmless."""
    _say("".join(f"{shown(line)}\n" for line in text.splitlines()))


def _say(text: str) -> None:
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
