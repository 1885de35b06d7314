"""Starting the process that reads a PDF, and what its answer means."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any, Final

from attrs import frozen

from thidua_check.errors import UnreadableError
from thidua_check.read.pdf.child import MAX_SECONDS
from thidua_check.read.pdf.grids import Grid, GridCell
from thidua_check.read.pdf.rows import Piece, Row
from thidua_check.read.refusals import refuse

_FAILED: Final = 1  # the exit code of Python after an exception; a crash or a killed process has another
_OUT_OF_TIME: Final = -getattr(signal, "SIGXCPU", 1_000)
_COMMAND: Final = "import sys; from thidua_check.read.pdf.child import main; sys.exit(main())"


@frozen
class Page:
    """The rows of a page from the top, without those in its tables."""

    rows: list[Row]
    grids: list[Grid]


def read_pages(data: bytes) -> list[Page]:
    """Return the rows and tables of each page of a PDF; raise UnreadableError where it cannot be read within bounds."""
    if find_spec("pypdfium2") is None:
        raise refuse("pdf")
    answer = _ask(data)
    if "refused" in answer:
        raise refuse(answer["refused"])
    return [
        Page([_row(row) for row in page["rows"]], [_grid(grid) for grid in page["grids"]])
        for page in answer["pages"]
    ]


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
        if done.returncode == _OUT_OF_TIME:
            raise refuse("slow-pdf")
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


def _row(row: Mapping[str, Any]) -> Row:
    pieces = (Piece(p["x0"], p["x1"], p["text"], p["looks"].encode("latin-1")) for p in row["pieces"])
    return Row(row["y"], row["size"], tuple(pieces))


def _grid(grid: Mapping[str, Any]) -> Grid:
    cells = (
        GridCell(c["row"], c["col"], c["rowspan"], c["colspan"], tuple(_row(row) for row in c["rows"]))
        for c in grid["cells"]
    )
    return Grid(grid["top"], tuple(grid["columns"]), tuple(cells))
