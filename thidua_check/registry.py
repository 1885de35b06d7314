"""The registries of ``rules/registry/`` and of the rule packs in use, read once for each set of packs.

A pack's ``registry/<name>.yaml`` has the shape of the built-in file and adds to it: lists grow, and an entry with the
same key (``key``, ``id``, ``code``, ``right`` or ``name``; for pairs of a wrong and a right form both) as a built-in
one takes its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from pathlib import Path
from typing import TypeVar

from attrs import frozen

from thidua_check import strict_yaml
from thidua_check._data import data_path
from thidua_check.strict_yaml import Node

T = TypeVar("T")
_KEYS = ("key", "id", "code", "right", "name")
# The folders of the packs in use in this thread or task, set for the time of one check.
_PACKS: ContextVar[tuple[Path, ...]] = ContextVar("packs", default=())


@frozen
class Source:
    """Where an office's own registry entry has it from, in the office's words, and the file that holds the entry."""

    words: str
    file: str


def pack_source(entry: Node, key: str = "source") -> Source | None:
    """Return the source of a pack's entry; None for a built-in one, for which the rule's own basis speaks."""
    path = Path(entry.path)
    if path.is_relative_to(data_path()):
        return None
    node = entry.get(key)
    return Source(node.text() if node else "danh mục của đơn vị", "/".join(path.parts[-3:]))


@contextmanager
def using_packs(folders: Sequence[Path]) -> Iterator[None]:
    """Let the registries and outlines of these folders count as well, inside the ``with`` block."""
    token = _PACKS.set(tuple(folders))
    try:
        yield
    finally:
        _PACKS.reset(token)


def per_pack(load: Callable[[], T]) -> Callable[[], T]:
    """Keep what a loader returns for each set of packs in use."""

    @lru_cache(maxsize=8)
    def kept(packs: tuple[Path, ...]) -> T:
        return load()

    @wraps(load)
    def current() -> T:
        return kept(_PACKS.get())

    return current


def pack_files(folder: str, pattern: str) -> list[Path]:
    """Return the files of a folder of the built-in data and of the packs in use, in this order."""
    return [path for root in (data_path(), *_PACKS.get()) for path in sorted((root / folder).glob(pattern))]


@per_pack
def pack_types() -> tuple[str, ...]:
    """Return the names of the document types that the packs in use bring along, as written."""
    entries = load_registry("document_types").items()
    return tuple(e.table()["name"].text() for e in entries if pack_source(e) and e.get("name"))


def load_registry(name: str) -> Node:
    """Return a registry's nodes, those of the packs merged in; raises RulePackError for a file that is no YAML."""
    first, *more = pack_files("registry", f"{name}.yaml")
    root = strict_yaml.load(first)
    for path in more:
        _merge(root, strict_yaml.load(path, root.faults))
    return root


def _merge(root: Node, other: Node) -> None:
    if isinstance(root.raw, list):
        _extend(root.raw, other.items())
    elif isinstance(root.raw, dict):
        for key, node in other.table().items():
            own = root.raw.get(key)
            if own is not None and isinstance(own.raw, list | dict):
                _merge(own, node)
            else:
                root.raw[key] = node


def _extend(entries: list[Node], more: list[Node]) -> None:
    known = {name: index for index, entry in enumerate(entries) if (name := _name(entry)) is not None}
    for entry in more:
        name = _name(entry)
        if name is not None and name in known:
            entries[known[name]] = entry
        else:
            entries.append(entry)


def _name(entry: Node) -> tuple[str, str, str] | None:
    """Return what tells an entry from the others (its key, and the wrong form of a pair), None for one without."""
    if not isinstance(entry.raw, dict):
        return None
    wrong = entry.get("wrong")
    for key in _KEYS:
        node = entry.raw.get(key)
        if node is not None and isinstance(node.raw, str):
            return key, node.raw, wrong.text() if wrong else ""
    return None
