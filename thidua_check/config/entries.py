"""Suppressions as people write them into files: ``[[suppress]]`` tables."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

from attrs import frozen

from thidua_check.config.tables import Table
from thidua_check.findings import Words
from thidua_check.suppress import Suppression

_KEYS = ("rule", "fingerprint", "section", "reason", "expires", "path")
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


@frozen
class Entry:
    """A suppression of a file, with the last day it holds and the files it is for.

    ``path`` is a pattern (``*`` and ``?``; ``*`` takes slashes, too) for the path from the folder of the file; None
    stands for every draft that the file is for. ``name`` is the entry's name in its file.
    """

    by: Suppression
    file: str
    name: str
    expires: date | None = None
    path: str | None = None

    def expired(self, today: date) -> bool:
        """Return whether the entry's last day is over."""
        return self.expires is not None and today > self.expires

    def meant_for(self, path: str) -> bool:
        """Return whether the entry is for a draft, given by its path from the folder of the file."""
        return self.path is None or fnmatchcase(path, self.path)


def from_folder(path: str, folder: str) -> str:
    """Return a path with slashes, from a folder where there is a way (on Windows there is none between drives)."""
    full = os.path.abspath(path)
    try:
        full = os.path.relpath(full, os.path.abspath(folder))
    except ValueError:
        return Path(full).as_posix()
    return Path(full).as_posix()


def read_entries(table: Table) -> Iterator[Entry]:
    """Yield the suppressions of a file; what is wrong is added to the table's faults."""
    for own in table.tables("suppress"):
        entry = _entry(own)
        if entry:
            yield entry


def _entry(own: Table) -> Entry | None:
    own.only(_KEYS)
    rule, reason = own.text("rule"), own.text("reason")
    fingerprint, section = own.text("fingerprint"), own.text("section")
    for key, value in (("rule", rule), ("reason", reason)):
        if value is None and key not in own.raw:
            own.fault(key, "thiếu khóa này.", "this key is missing.")
    if fingerprint is not None and not _FINGERPRINT.fullmatch(fingerprint):
        own.fault("fingerprint", "phải gồm 16 chữ số 0-9, a-f.", "must be 16 digits 0-9, a-f.")
    if ("fingerprint" in own.raw) == ("section" in own.raw):
        own.fault(
            "fingerprint",
            "cần đúng một trong hai khóa fingerprint và section.",
            "give either fingerprint or section.",
        )
    labels = _labels(section) if section else None
    if labels == ():
        own.fault(
            "section", "phải có số, chữ của mục, như II.3.", "must have the labels of a section, as II.3."
        )
    expires, path = own.day("expires"), own.text("path")
    if rule is None or reason is None or (fingerprint is None and not labels):
        return None
    name = own.prefix.rstrip(".")
    return Entry(
        Suppression(
            rule=rule.strip().upper(),
            reason=reason.strip(),
            source=Words(f"{own.file}, {name}"),
            fingerprint=fingerprint,
            section=labels,
        ),
        own.file,
        name,
        expires,
        path,
    )


def _labels(section: str) -> tuple[str, ...]:
    return tuple(part.strip(" )") for part in section.replace("/", ".").split(".") if part.strip(" )"))
