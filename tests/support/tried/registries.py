"""Rows of the registries, and what the package does without one of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from attrs import frozen

from thidua_check import strict_yaml
from thidua_check._data import data_path
from thidua_check.registry import using_packs
from thidua_check.strict_yaml import Faults, Node

# Caches of what no registry changes, and what is slow to make anew.
_LASTING = frozenset({"load_lexicon", "data_path", "draft"})


@frozen
class Row:
    """A row of a registry: where it stands, a word for it, and its node (of a list of words the whole list)."""

    path: tuple[object, ...]
    label: str
    node: Node

    @property
    def part(self) -> str:
        """The list of the registry in which the row stands, empty where the registry is one list."""
        return str(self.path[0]) if len(self.path) > 1 else ""


def rows(name: str) -> tuple[Row, ...]:
    """Return the rows of a built-in registry: the entries of its lists and tables, the words of its lists of words."""
    return tuple(_rows(strict_yaml.load(data_path() / "registry" / f"{name}.yaml")))


def _rows(node: Node, path: tuple[object, ...] = ()) -> Iterator[Row]:
    if isinstance(node.raw, list):
        for number, entry in enumerate(node.raw):
            yield Row((*path, number), _label(entry), entry)
    elif isinstance(node.raw, dict):
        for key, entry in node.raw.items():
            if path:
                yield Row((*path, key), str(key), entry)
            else:
                yield from _rows(entry, (key,))
    else:
        for word in node.raw.split():
            yield Row((*path, word), word, node)


def _label(entry: Node) -> str:
    raw = entry.raw
    if isinstance(raw, dict):
        return " ".join(str(node.raw) for node in list(raw.values())[:2] if isinstance(node.raw, str)) or str(
            next(iter(raw.values())).raw
        )
    if isinstance(raw, list):
        return "/".join(str(node.raw) for node in raw)
    return str(raw)


_COUNT = iter(range(1_000_000))


def fresh() -> Path:
    """Return the name of a pack that is not there and was not asked for before, so that nothing is remembered for it."""
    return Path(f"no-pack-{next(_COUNT)}")


@contextmanager
def without(name: str, row: Row) -> Iterator[None]:
    """Let a registry be without one row, inside the ``with`` block."""
    load = strict_yaml.load

    def poorer(file: Path, faults: Faults | None = None) -> Node:
        node = load(file, faults)
        if file.stem == name and file.parent.name == "registry":
            _drop(node, row.path)
        return node

    forget()
    with mock.patch.object(strict_yaml, "load", poorer), using_packs((fresh(),)):
        yield
    forget()


def _drop(node: Node, path: tuple[object, ...]) -> None:
    holder: Any = node
    for step in path[:-1]:
        holder = holder.raw[step]
    if isinstance(holder.raw, str):
        holder.raw = " ".join(word for word in holder.raw.split() if word != path[-1])
    else:
        del holder.raw[path[-1]]


def forget() -> None:
    """Empty the package's caches, in which something of a registry may stand."""
    modules = [module for name, module in sys.modules.items() if name.startswith("thidua_check.")]
    for kept in {id(v): v for module in modules for v in vars(module).values()}.values():
        if hasattr(kept, "cache_clear") and getattr(kept, "__name__", "") not in _LASTING:
            kept.cache_clear()
