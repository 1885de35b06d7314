"""Reading the parts of a rule file from nodes: words, levels, choices, parameters. Faults are added to the node's own."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import attrs

from thidua_check import strict_yaml
from thidua_check.draft import Stage
from thidua_check.findings import Level, Words
from thidua_check.strict_yaml import Node


def scalar(node: Node, key: str) -> str:
    """Return the scalar of a key as written, empty where it is absent."""
    child = node.get(key)
    return child.text() if child else ""


def choice(node: Node, key: str, known: Sequence[str], default: str) -> str:
    """Return the word of a key, which must be one of the known ones; the default where it is absent or wrong."""
    child = node.get(key)
    if not child:
        return default
    word = child.choice(known)
    return word if word in known else default


def words_of(node: Node | None) -> Words:
    """Return words given as one text, or as ``vi`` and ``en``."""
    if node is None:
        return Words("")
    if isinstance(node.raw, str):
        return Words(node.text())
    node.keys(("vi", "en"), ("vi",))
    return Words(scalar(node, "vi"), scalar(node, "en"))


def level_of(node: Node) -> Level:
    """Return a level given by its name."""
    names = [str(level) for level in Level]
    if node.raw == "off":
        node.faults.add(node, "muốn tắt quy tắc thì viết off: true, không viết level: off.")
        return Level.INFO
    word = node.choice(names)
    return Level.named(word) if word in names else Level.INFO


def levels_of(node: Node | None) -> Mapping[Stage, Level]:
    """Return the level for each stage, given as one name or as ``draft`` and ``issued``."""
    if node is None:
        return {"draft": Level.INFO, "issued": Level.INFO}
    if isinstance(node.raw, str):
        level = level_of(node)
        return {"draft": level, "issued": level}
    node.keys(("draft", "issued"), ("draft", "issued"))
    table = node.table()
    return {stage: level_of(table[stage]) if stage in table else Level.INFO for stage in ("draft", "issued")}


_GETTERS: Mapping[Any, Callable[[Node], Any]] = {
    str: Node.text,
    int: Node.integer,
    Decimal: Node.decimal,
    bool: Node.boolean,
    date: Node.date,
    tuple[str, ...]: Node.texts,
    Mapping[str, str]: lambda node: {key: child.text() for key, child in node.table().items()},
    Mapping[str, tuple[str, ...]]: lambda node: {key: child.texts() for key, child in node.table().items()},
}


def params_of(root: Node, cls: type) -> Any:
    """Build a kind's parameters: each field is read by its annotated type; a field without default is required."""
    node = root.get("params")
    if node is None:
        node = Node(root.path, root.line, {}, root.faults)
    values = param_values(node, cls)
    missing = [f.name for f in attrs.fields(cls) if f.default is attrs.NOTHING and f.name not in values]
    for name in missing:
        node.faults.add(node, f"thiếu tham số “{name}”.")
    return cls(**{**dict.fromkeys(missing), **values})


def param_values(node: Node, cls: type) -> dict[str, Any]:
    """Return the parameters that a mapping sets, each read by the annotated type of its field."""
    hints = typing.get_type_hints(cls)
    values = strict_yaml.structure(node, {f.name: _getter(hints[f.name]) for f in attrs.fields(cls)})
    for name, value in values.items():
        if isinstance(value, int | Decimal) and not isinstance(value, bool) and value < 0:
            node.faults.add(node.table()[name], f"tham số {name} không được nhỏ hơn 0.")
    return values


def _getter(hint: Any) -> Callable[[Node], Any]:
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        hint = next(part for part in typing.get_args(hint) if part is not type(None))
    if typing.get_origin(hint) is typing.Literal:
        return partial(Node.choice, known=typing.get_args(hint))
    return _GETTERS[hint]
