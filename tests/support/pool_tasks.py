"""Tasks for worker processes, importable by name."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable


def begin(given: int) -> Callable[[str], str]:
    """Return what does a task: a word with what the worker was given, or what its first letters say."""

    def do(task: str) -> str:
        if task == "hang":
            time.sleep(600)
        if task == "die":
            os._exit(7)
        if task == "fail":
            raise ValueError("không được")
        if task.startswith("child:"):
            return _with_child(task.removeprefix("child:"))
        return f"{task}{given}:{os.getpid()}"

    return do


def never(given: int) -> Callable[[str], str]:
    """Fail to begin."""
    os._exit(3)


def _with_child(path: str) -> str:
    """Start a program that would outlive the worker, write its number to a file, and hang."""
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    with open(path, "w", encoding="ascii") as stream:
        stream.write(str(child.pid))
    time.sleep(600)
    return ""


def alive(pid: int) -> bool:
    """Return whether a process runs (one that has ended and waits for its parent does not)."""
    try:
        os.kill(pid, 0)
        with open(f"/proc/{pid}/stat", encoding="ascii") as stream:
            return stream.read().rsplit(")", 1)[1].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False
