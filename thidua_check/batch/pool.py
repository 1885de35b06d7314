"""Worker processes that may be killed: one task at a time each, with a limit of time, and the other tasks go on."""

from __future__ import annotations

import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Final, Literal, TypeVar

from attrs import define, frozen

from thidua_check.errors import ThiduaCheckError

Given = TypeVar("Given")
Task = TypeVar("Task")
Result = TypeVar("Result")

# A worker reads rules and outlines before its first task; this does not count as time of the task.
START_SECONDS: Final = 300.0


@frozen
class Lost:
    """A task without a result: it took too long, its process died, or it raised an error (``detail``)."""

    why: Literal["timeout", "died", "failed"]
    detail: str = ""


@define(eq=False)
class _Worker:
    """A process, the way to it, the number of its task (None while it starts or has none), and when its time is up."""

    process: BaseProcess
    channel: Connection
    until: float
    ready: bool = False
    task: int | None = None


def run(
    tasks: Sequence[Task],
    begin: Callable[[Given], Callable[[Task], Result]],
    given: Given,
    *,
    processes: int,
    seconds: float,
) -> Iterator[tuple[int, Result | Lost]]:
    """Yield the number of each task and its result, as they come.

    ``begin`` is called once in each worker and returns what does a task; it must be importable by name, and
    everything that passes between the processes picklable. A worker whose task takes longer than ``seconds`` is
    killed with all that it has started. Raises ThiduaCheckError where a worker cannot be started.
    """
    waiting = deque(range(len(tasks)))
    workers: list[_Worker] = []
    try:
        while waiting or any(worker.task is not None for worker in workers):
            missing = min(processes, len(waiting)) - sum(worker.task is None for worker in workers)
            for _ in range(min(missing, processes - len(workers))):
                workers.append(_start(begin, given))
            for worker in _due(workers):
                task, result = worker.task, _answer(worker)
                if isinstance(result, Lost) and result.why != "failed":
                    _end(worker)
                    workers.remove(worker)
                if task is not None:
                    yield task, result
            _hand_out(workers, waiting, tasks, seconds)
    finally:
        for worker in workers:
            _end(worker)


def _start(begin: Callable[[Given], Callable[[Task], Result]], given: Given) -> _Worker:
    context = get_context("spawn")
    ours, its = context.Pipe()
    process = context.Process(target=_serve, args=(its, begin, given), daemon=True)
    process.start()
    its.close()
    return _Worker(process, ours, time.monotonic() + START_SECONDS)


def _due(workers: Sequence[_Worker]) -> list[_Worker]:
    """Wait until a worker has something to say or its time is up; return these workers."""
    busy = [worker for worker in workers if worker.task is not None or not worker.ready]
    now = time.monotonic()
    first = min((worker.until for worker in busy), default=now)
    spoken = wait([worker.channel for worker in busy], timeout=max(0.0, first - now))
    now = time.monotonic()
    return [worker for worker in busy if worker.channel in spoken or worker.until <= now]


def _answer(worker: _Worker) -> Any:
    """Return what came of a worker's task; take note of a worker that is ready for its first."""
    try:
        answer = worker.channel.recv() if worker.channel.poll() else Lost("timeout")
    except (EOFError, OSError):
        answer = Lost("died")
    if not worker.ready and answer is not None:
        raise ThiduaCheckError(
            "Không khởi động được tiến trình kiểm tra.", "A checking process could not be started."
        )
    worker.ready, worker.task = True, None
    return answer


def _hand_out(workers: Sequence[_Worker], waiting: deque[int], tasks: Sequence[Task], seconds: float) -> None:
    for worker in workers:
        if waiting and worker.ready and worker.task is None:
            worker.task = waiting.popleft()
            worker.until = time.monotonic() + seconds
            try:
                worker.channel.send(tasks[worker.task])
            except OSError:
                worker.until = time.monotonic()  # it has died; what is read of it next says so


def _end(worker: _Worker) -> None:
    """Kill a worker with the programs it has started."""
    worker.channel.close()
    if os.name == "posix" and worker.ready and worker.process.pid is not None:
        try:
            os.killpg(worker.process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            worker.process.kill()
    else:
        worker.process.kill()
    worker.process.join()


def _serve(channel: Connection, begin: Callable[[Any], Callable[[Any], Any]], given: Any) -> None:
    """Do tasks until nobody asks any more; runs in the worker."""
    if os.name == "posix":
        os.setsid()  # so that it can be killed with its children, and Ctrl-C reaches the parent alone
    work = begin(given)
    channel.send(None)
    while True:
        try:
            task = channel.recv()
        except EOFError:
            return
        try:
            result = work(task)
        except Exception as error:  # told in the summary; the other drafts go on
            result = Lost("failed", f"{type(error).__name__}: {error}"[:300])
        channel.send(result)
