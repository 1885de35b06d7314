"""Starting the process that checks, within a time, and what its answer means."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
import tempfile
from typing import Final

from thidua_check.findings import Words
from thidua_check.web.job import Job, Result, unpack_answer

_COMMAND: Final = "import sys; from thidua_check.web.child import main; sys.exit(main())"
_PATIENCE: Final = 5  # seconds between asking a process to end and ending it

TOO_SLOW: Final = Words(
    "Kiểm tra mất quá nhiều thời gian nên đã dừng lại; hãy thử từng tệp một, hoặc dùng lệnh thidua-check.",
    "The check took too long and was stopped; try the files one by one, or use the command thidua-check.",
)
BROKEN: Final = Words(
    "Chương trình gặp lỗi khi kiểm tra các tệp này; xin báo cho nhóm phát triển.",
    "The checker failed on these files; please report it.",
)


async def checked(job: Job, seconds: float, command: str = _COMMAND) -> Result | Words:
    """Return the result of a job, or the sentence that says why there is none.

    What the check writes to the disk while it runs (an old format on its way through LibreOffice) is in a folder that
    is removed at its end, also when the request is given up. ``command`` is what the process runs.
    """
    with tempfile.TemporaryDirectory(prefix="thidua-check-", ignore_cleanup_errors=True) as folder:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", command),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env=_environment(folder),
            start_new_session=True,
        )
        try:
            out, _ = await asyncio.wait_for(process.communicate(job.packed()), seconds)
        except TimeoutError:
            return TOO_SLOW
        finally:
            await _end(process)
    try:
        return unpack_answer(out) if process.returncode == 0 else BROKEN
    except ValueError:
        return BROKEN


def _environment(folder: str) -> dict[str, str]:
    paths = os.pathsep.join(path for path in sys.path if path)
    places = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder)
    return {**os.environ, **places, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"}


async def _end(process: asyncio.subprocess.Process) -> None:
    """Ask a process that still runs to end, then end it."""
    for stop in (process.terminate, process.kill):
        if process.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            stop()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), _PATIENCE)
