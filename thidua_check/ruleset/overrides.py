"""Overrides of a pack: an office changes a rule's level or parameters or switches it off, each with a reason."""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path

from attrs import evolve

from thidua_check import strict_yaml
from thidua_check.findings import Words
from thidua_check.ruleset.fields import levels_of, param_values, scalar
from thidua_check.ruleset.files import OVERRIDES
from thidua_check.ruleset.model import Rule
from thidua_check.strict_yaml import Faults, Node, nearest


def apply_overrides(folder: Path, rules: MutableMapping[str, Rule], faults: Faults) -> None:
    """Change the rules as ``overrides.yaml`` of a folder says."""
    path = folder / OVERRIDES
    if not path.is_file():
        return
    root = strict_yaml.load(path, faults)
    for rule_id, node in () if root.is_null() else root.table().items():
        if rule_id not in rules:
            faults.add(node, f"không có quy tắc “{rule_id}”{nearest(rule_id, rules)}.")
            continue
        rules[rule_id] = _changed(rules[rule_id], node)


def _changed(rule: Rule, node: Node) -> Rule:
    node.keys(("level", "params", "off", "reason"), ("reason",))
    level, params, off = node.get("level"), node.get("params"), node.get("off")
    reason = scalar(node, "reason")
    if node.get("reason") and not reason.strip():
        node.faults.add(node, "phải ghi lý do (reason) cho mỗi sửa đổi.")
    if not (level or params or off):
        node.faults.add(node, "phải có ít nhất một trong level, params, off.")
    if level:
        rule = evolve(rule, level=levels_of(level))
    if params:
        rule = evolve(rule, params=evolve(rule.params, **param_values(params, rule.kind.params)))
    if off and off.boolean():
        rule = evolve(
            rule, off=Words(f"đơn vị tắt quy tắc này: {reason}", f"switched off by the office: {reason}")
        )
    return evolve(rule, note=reason)
