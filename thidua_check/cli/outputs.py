"""Where results go: planned before the check, written after it, never over a file that was read."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from thidua_check.cli.values import Output
from thidua_check.errors import UsageError


def plan(outputs: Sequence[Output], inputs: Iterable[str]) -> tuple[Output, ...]:
    """Return the outputs, text on stdout without any.

    Raises UsageError for two results in one place and for a result over one of the files that are read.
    """
    chosen = tuple(outputs) or (Output("text", None),)
    if sum(o.path is None for o in chosen) > 1:
        raise UsageError(
            "Chỉ một dạng kết quả được hiện ra màn hình; các dạng khác phải có tên tệp (--format json=TỆP).",
            "Only one result can go to the screen; give the others a file (--format json=FILE).",
        )
    read = tuple(inputs)
    taken: set[str] = set()
    for path in (o.path for o in chosen if o.path is not None):
        check_target(path, read)
        if os.path.realpath(path) in taken:
            raise UsageError(f"Hai kết quả cùng ghi vào “{path}”.", f'Two results go to "{path}".')
        taken.add(os.path.realpath(path))
    return chosen


def check_target(path: str, read: Iterable[str]) -> None:
    """Raise UsageError if a result must not be written to a path: it is one of the files that are read."""
    if any(_same(path, other) for other in read):
        raise UsageError(
            f"Không ghi kết quả đè lên tệp được đọc: “{path}”.",
            f'A result is not written over a file that is read: "{path}".',
        )
    if os.path.isdir(path):
        raise UsageError(
            f"Không ghi được vào “{path}”: đó là thư mục.", f'Cannot write to "{path}": it is a folder.'
        )


def _same(one: str, two: str) -> bool:
    if os.path.realpath(one) == os.path.realpath(two):
        return True
    try:
        return os.path.samefile(one, two)
    except OSError:
        return False


def write(path: str, content: str | bytes) -> None:
    """Write a file whole or not at all.

    Raises UsageError where it cannot be written.
    """
    target = Path(os.path.realpath(path))
    data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)  # a device or a pipe: it cannot be replaced
        else:
            _replace(target, data)
    except OSError as error:
        raise UsageError(
            f"Không ghi được tệp “{path}” ({error.strerror}).", f'Cannot write "{path}" ({error.strerror}).'
        ) from error


def _replace(target: Path, data: bytes) -> None:
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=".thidua-check-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        os.chmod(name, mode)
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
