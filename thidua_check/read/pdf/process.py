"""Starting the process that reads a PDF, and what its answer means."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from typing import Any, Final

from thidua_check.errors import UnreadableError
from thidua_check.read.pdf.child import MAX_SECONDS
from thidua_check.read.pdf.rows import Piece, Row
from thidua_check.read.refusals import refuse

_FAILED: Final = 1  # the exit code of Python after an exception; a crash or a killed process has another
_COMMAND: Final = "import sys; from thidua_check.read.pdf.child import main; sys.exit(main())"


def read_pages(data: bytes) -> list[list[Row]]:
    """Return the rows of each page of a PDF; raise UnreadableError where it cannot be read within bounds."""
    if find_spec("pypdfium2") is None:
        raise refuse("pdf")
    answer = _ask(data)
    if "refused" in answer:
        raise refuse(answer["refused"])
    return [[_row(*row) for row in page] for page in answer["pages"]]


def _ask(data: bytes) -> dict[str, Any]:
    paths = os.pathsep.join(path for path in sys.path if path)
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"}
    try:
        done = subprocess.run(
            [sys.executable, "-c", _COMMAND],
            input=data,
            capture_output=True,
            timeout=MAX_SECONDS,
            check=False,
            env=environment,
        )
        if done.returncode == _FAILED:
            raise _broken(done.stderr)
        answer: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise refuse("slow-pdf") from error
    except (OSError, ValueError) as error:
        raise refuse("damaged-pdf") from error
    return answer


def _broken(trace: bytes) -> UnreadableError:
    """Return the error for a fault of the checker itself, which is not to pass for one of the file."""
    last = trace.decode("utf-8", errors="replace").strip().rpartition("\n")[2][:200]
    return UnreadableError(
        "internal",
        f"Chương trình bị lỗi khi đọc tệp PDF này ({last}); xin báo cho nhóm phát triển.",
        f"The checker failed on this PDF ({last}); please report it.",
    )


def _row(y: float, size: float, pieces: list[list[Any]]) -> Row:
    return Row(y, size, tuple(Piece(x0, x1, text, looks.encode("latin-1")) for x0, x1, text, looks in pieces))
