"""What check kinds and their parameters mean in words for officers, as ``rules/kinds.yaml`` has it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from thidua_check import strict_yaml
from thidua_check._data import data_path
from thidua_check.strict_yaml import Node


@frozen
class KindWords:
    """``about`` the kind, its ``params``, and those ``variants`` that no built-in rule speaks."""

    about: str = ""
    params: Mapping[str, str] = {}
    variants: Mapping[str, str] = {}


@cache
def load_kind_words() -> Mapping[str, KindWords]:
    """Return the words of each kind that has any; raise RulePackError if the file is wrong."""
    root = strict_yaml.load(data_path() / "kinds.yaml")
    getters = {"about": Node.text, "params": _texts, "variants": _texts}
    found = {name: KindWords(**strict_yaml.structure(node, getters)) for name, node in root.table().items()}
    root.faults.check()
    return found


def _texts(node: Node) -> Mapping[str, str]:
    return {key: child.text() for key, child in node.table().items()}
