"""The baseline: findings that were there when it was written, so that only new ones are told."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from thidua_check.config.entries import from_folder
from thidua_check.errors import ConfigError
from thidua_check.findings import Words
from thidua_check.report import Checked
from thidua_check.suppress import Suppression

VERSION = 1
DEFAULT_NAME = "thidua_check.baseline.json"
REASON = Words("có từ trước, ghi trong tệp mức nền", "known before, in the baseline")
_KEYS = {"path", "rule", "fingerprint", "excerpt"}
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


@frozen(order=True)
class Known:
    """One known finding; ``path`` goes with slashes from the folder of the baseline, ``excerpt`` is for people."""

    path: str
    rule: str
    fingerprint: str
    excerpt: str


@frozen
class Baseline:
    """A baseline file and the findings it knows."""

    file: str
    known: tuple[Known, ...] = ()

    def key(self, draft: str) -> str:
        """Return the path of a draft as the file writes it."""
        return from_folder(draft, os.path.dirname(os.path.abspath(self.file)))

    def suppressions(self, draft: str) -> tuple[Suppression, ...]:
        """Return the suppressions of a draft's known findings."""
        key = self.key(draft)
        source = Words(self.file)
        return tuple(
            Suppression(k.rule, REASON.vi, source, k.fingerprint) for k in self.known if k.path == key
        )


def load_baseline(file: str, *, missing: bool = False) -> Baseline:
    """Return the baseline of a file; with ``missing`` an empty one where there is no file.

    Raises ConfigError for a file that cannot be read or is no baseline.
    """
    path = Path(file)
    if missing and not path.exists():
        return Baseline(file)
    try:
        value = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(
            f"{file}: không đọc được tệp mức nền ({error.strerror}).",
            f"{file}: the baseline cannot be read ({error.strerror}).",
        ) from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(
            f"{file}: không phải tệp mức nền ({error}).", f"{file}: not a baseline ({error})."
        ) from error
    return Baseline(file, tuple(_known(file, value)))


def _known(file: str, value: Any) -> Iterable[Known]:
    rows = value.get("findings") if isinstance(value, dict) and value.get("version") == VERSION else None
    if not isinstance(rows, list):
        raise ConfigError(
            f"{file}: không phải tệp mức nền của phiên bản này (version phải là {VERSION}).",
            f"{file}: not a baseline of this version (version must be {VERSION}).",
        )
    for number, row in enumerate(rows, 1):
        sound = (
            isinstance(row, dict) and row.keys() == _KEYS and all(isinstance(v, str) for v in row.values())
        )
        if not sound or not _FINGERPRINT.fullmatch(row["fingerprint"]):
            raise ConfigError(
                f"{file}: findings[{number}]: cần path, rule, fingerprint (16 chữ số), excerpt.",
                f"{file}: findings[{number}]: needs path, rule, fingerprint (16 digits), excerpt.",
            )
        yield Known(**row)


def dump_baseline(baseline: Baseline) -> str:
    """Return the text of a baseline file: one finding a line, in order, so that changes are easy to read."""
    rows = [
        json.dumps(
            {"path": k.path, "rule": k.rule, "fingerprint": k.fingerprint, "excerpt": k.excerpt},
            ensure_ascii=False,
        )
        for k in sorted(baseline.known)
    ]
    body = "\n" + ",\n".join(f"    {row}" for row in rows) + "\n  " if rows else ""
    return f'{{\n  "version": {VERSION},\n  "findings": [{body}]\n}}\n'


def written(baseline: Baseline, documents: Sequence[Checked], fixed: frozenset[str]) -> Baseline:
    """Return the baseline with what is found in the given drafts; what it knows of other drafts stays.

    The drafts are checked without the baseline. ``fixed`` are the rules that cannot be suppressed.
    """
    keys = {baseline.key(d.path) for d in documents}
    now = {
        Known(baseline.key(d.path), f.rule, f.fingerprint, f.excerpt)
        for d in documents
        for f in d.findings
        if f.rule not in fixed
    }
    return Baseline(baseline.file, tuple(sorted({k for k in baseline.known if k.path not in keys} | now)))


def pruned(baseline: Baseline, documents: Sequence[Checked]) -> Baseline:
    """Return the baseline without what is no longer found in the given drafts, and without drafts that are gone.

    The drafts are checked without the baseline.
    """
    folder = os.path.dirname(os.path.abspath(baseline.file))
    found = {(baseline.key(d.path), f.rule, f.fingerprint) for d in documents for f in d.findings}
    keys = {baseline.key(d.path) for d in documents}

    def stays(known: Known) -> bool:
        if known.path in keys:
            return (known.path, known.rule, known.fingerprint) in found
        return os.path.exists(os.path.join(folder, known.path))

    return Baseline(baseline.file, tuple(filter(stays, baseline.known)))
