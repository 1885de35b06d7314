"""Worker processes: one bad task never stops the rest."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.support.pool_tasks import alive, begin, never
from thidua_check.batch.pool import Lost, run
from thidua_check.errors import ThiduaCheckError


def results(tasks: list[str], processes: int = 2, seconds: float = 60) -> list[str | Lost]:
    """The results in the order of their tasks."""
    found = dict(run(tasks, begin, 5, processes=processes, seconds=seconds))
    return [found[n] for n in range(len(tasks))]


def test_one_process_does_all_tasks() -> None:
    """A worker is started once and told everything once."""
    done = results(["a", "b", "c"], processes=1)

    words = [str(r).partition(":") for r in done]
    assert [w[0] for w in words] == ["a5", "b5", "c5"]
    assert len({w[2] for w in words}) == 1
    assert words[0][2] != str(os.getpid())


def test_bad_tasks_are_told_and_the_rest_is_done() -> None:
    """A task that hangs, one whose process dies and one that fails leave the others alone."""
    done = results(["hang", "a", "die", "fail", "b"], processes=2, seconds=3)

    assert done[0] == Lost("timeout")
    assert done[2] == Lost("died")
    assert done[3] == Lost("failed", "ValueError: không được")
    assert [str(done[n]).partition(":")[0] for n in (1, 4)] == ["a5", "b5"]


@pytest.mark.skipif(not os.path.exists("/proc/self/stat"), reason="looks at processes in /proc")
def test_programs_of_a_killed_worker_end(tmp_path: Path) -> None:
    """What a worker has started is killed with it."""
    note = tmp_path / "pid"
    assert results([f"child:{note}"], processes=1, seconds=3) == [Lost("timeout")]

    pid, end = int(note.read_text()), time.monotonic() + 10
    while alive(pid) and time.monotonic() < end:
        time.sleep(0.05)
    assert not alive(pid)


def test_no_tasks_start_nothing() -> None:
    """Without tasks there are no results."""
    assert results([]) == []


def test_worker_that_cannot_begin_is_an_error() -> None:
    """A process that dies before its first task ends the run, not in a loop of new ones."""
    with pytest.raises(ThiduaCheckError, match="Không khởi động được"):
        list(run(["a"], never, 5, processes=1, seconds=60))
