"""What passes between the server and the process that checks: a line of JSON, then files one after the other."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any


def pack(head: dict[str, Any], files: Sequence[bytes]) -> bytes:
    """Return a head and files as one run of bytes; the head must not use the key ``sizes``."""
    line = json.dumps({**head, "sizes": [len(file) for file in files]}).encode("ascii")
    return b"".join((line, b"\n", *files))


def unpack(data: bytes) -> tuple[dict[str, Any], list[bytes]]:
    r"""Return the head and the files of ``pack``; raises ValueError for bytes that are not so built.

    >>> unpack(pack({"a": 1}, [b"x\n", b""]))
    ({'a': 1}, [b'x\n', b''])
    """
    line, _, rest = data.partition(b"\n")
    head = json.loads(line)
    if not isinstance(head, dict) or "sizes" not in head:
        raise ValueError("no head")
    files: list[bytes] = []
    at = 0
    for size in head.pop("sizes"):
        files.append(rest[at : at + size])
        at += size
    if at != len(rest):
        raise ValueError("cut off")
    return head, files
