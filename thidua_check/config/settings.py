"""Settings: the keys of a configuration file, each with its default, and where a value came from."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from thidua_check.config.entries import Entry, read_entries
from thidua_check.config.tables import Faults, Table, read_toml
from thidua_check.findings import Level, Words

CONFIG_NAME = "thidua_check.toml"
PYPROJECT = "pyproject.toml"
SECTION = "thidua_check"

_LEVELS = tuple(str(level) for level in sorted(Level, reverse=True))


@frozen
class Setting:
    """A value and where it came from."""

    value: Any
    origin: Words


@frozen
class Config:
    """What one configuration file says; ``folder`` is where its paths start."""

    file: str
    folder: Path
    settings: Mapping[str, Setting]
    entries: tuple[Entry, ...]


def _path(table: Table, key: str) -> str | None:
    written = table.text(key)
    return None if written is None else _beside(table.file, written)


def _paths(table: Table, key: str) -> tuple[str, ...] | None:
    written = table.texts(key)
    return None if written is None else tuple(_beside(table.file, path) for path in written)


def _beside(file: str, path: str) -> str:
    return os.path.normpath(os.path.join(os.path.dirname(file), path))


def _ids(table: Table, key: str) -> tuple[str, ...] | None:
    written = table.texts(key)
    return None if written is None else tuple(word.strip().upper() for word in written)


def _level(table: Table, key: str) -> Level | None:
    word = table.choice(key, _LEVELS)
    return None if word is None else Level.named(word)


def _fail_on(table: Table, key: str) -> Level | str | None:
    word = table.choice(key, (*_LEVELS, "never"))
    return word if word is None or word == "never" else Level.named(word)


# Key -> how it is read, and its default.
KEYS: Mapping[str, tuple[Callable[[Table, str], Any], Any]] = {
    "outline": (_path, None),
    "profile": (Table.text, None),
    "stage": (lambda table, key: table.choice(key, ("draft", "issued")), "draft"),
    "rules": (_paths, ()),
    "select": (_ids, ()),
    "ignore": (_ids, ()),
    "fail_on": (_fail_on, Level.ERROR),
    "min_level": (_level, Level.INFO),
    "baseline": (_path, None),
}
# Settings of the whole run: the drafts of one run must agree on them.
OF_THE_RUN = ("rules", "fail_on", "min_level", "baseline")

DEFAULTS: Mapping[str, Setting] = {
    key: Setting(default, Words("mặc định", "default")) for key, (_, default) in KEYS.items()
}


def nearest(folder: Path, faults: Faults) -> Config | None:
    """Return the nearest configuration upward from a folder, None if there is none.

    In one folder ``thidua_check.toml`` comes before ``pyproject.toml``, which counts only if it has a table
    ``[tool.thidua_check]``. What is wrong in the file is added to ``faults``; raises ConfigError where the file
    cannot be read at all.
    """
    for parent in (folder, *folder.parents):
        own = parent / CONFIG_NAME
        if os.path.isfile(own):
            return _config(own, read_toml(own), "", faults)
        project = parent / PYPROJECT
        table = _own_table(project) if os.path.isfile(project) else None
        if table is not None:
            return _config(project, table, f"tool.{SECTION}.", faults)
    return None


def _own_table(project: Path) -> dict[str, Any] | None:
    """Return the table of ours in a ``pyproject.toml``; the file is somebody else's unless it names us."""
    try:
        if SECTION.encode() not in project.read_bytes():
            return None
    except OSError:
        return None
    tools = read_toml(project).get("tool")
    table = tools.get(SECTION) if isinstance(tools, dict) else None
    return table if isinstance(table, dict) else None


def _config(path: Path, raw: dict[str, Any], prefix: str, faults: Faults) -> Config:
    table = Table(_shown(path), raw, faults, prefix)
    table.only((*KEYS, "suppress"))
    settings = {}
    for key, (read, _) in KEYS.items():
        value = read(table, key)
        if value is not None:
            settings[key] = Setting(value, Words(f"{table.file}: {prefix}{key}"))
    return Config(table.file, path.parent, settings, tuple(read_entries(table)))


def sidecar(draft: str, faults: Faults) -> tuple[Entry, ...]:
    """Return the suppressions beside a draft, ``draft.docx.thidua.toml``; none without that file."""
    path = Path(f"{draft}.thidua.toml")
    if not os.path.isfile(path):
        return ()
    table = Table(_shown(path), read_toml(path), faults)
    table.only(("suppress",))
    return tuple(read_entries(table))


def _shown(path: Path) -> str:
    """Return a path as people want it: from the working folder where it lies below that."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
