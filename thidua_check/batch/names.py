"""Names of results: the drafts' own paths under the folder of results, made safe for every file system."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Final

# What Windows does not take in a name, and what hides in one (Microsoft, "Naming Files, Paths, and Namespaces").
_FORBIDDEN: Final = re.compile(
    r"[<>:\"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
# "CON", "nul.txt", "COM1", "LPT¹"
_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)
# Most file systems take 255 bytes or UTF-16 units; a suffix follows.
_LONGEST: Final = 180


def safe_names(paths: Sequence[str]) -> tuple[str, ...]:
    """Return a path for each draft's relative path, with slashes, none equal to another in any case or form.

    >>> safe_names(["xa/bao cao.docx", "XA/Bao cao.docx", "aux.txt", "a:b?.md"])
    ('xa/bao cao.docx', 'XA/Bao cao (2).docx', '_aux.txt', 'a_b_.md')
    """
    taken: set[str] = set()
    out: list[str] = []
    for path in paths:
        safe = "/".join(map(_safe, PurePosixPath(path).parts))
        name, number = PurePosixPath(safe), 1
        while _alike(safe) in taken:
            number += 1
            safe = str(name.with_name(f"{name.stem} ({number}){name.suffix}"))
        taken.add(_alike(safe))
        out.append(safe)
    return tuple(out)


def _safe(part: str) -> str:
    name = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", part))
    name = name.rstrip(". ") or "_"
    name = f"_{name}" if _DEVICE.match(name) or name.startswith(".") else name
    if len(name.encode()) <= _LONGEST:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    suffix = PurePosixPath(name).suffix[:10]
    return f"{name.encode()[: _LONGEST - 20].decode(errors='ignore').rstrip('. ')}-{digest}{suffix}"


def _alike(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()
