"""Overrides of a pack: an office changes a rule's level or parameters or switches it off, each with a reason.

An overridden level or confidence is the most that any message of the rule has from then on. A variant that was as strong
as the rule or stronger follows it, one that was weaker never becomes stronger than it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any, TypeVar

import attrs
from attrs import evolve

from thidua_check import strict_yaml
from thidua_check.findings import Confidence, Words
from thidua_check.ruleset.fields import choice, levels_of, param_values, scalar
from thidua_check.ruleset.files import OVERRIDES
from thidua_check.ruleset.model import DEFAULT, Change, Message, Rule
from thidua_check.ruleset.words import confidence_words, level_words, param_change, said_change
from thidua_check.strict_yaml import Faults, Node, nearest

T = TypeVar("T")
_KEYS = ("level", "confidence", "params", "off", "reason")
_STRENGTH = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)


def apply_overrides(folder: Path, rules: MutableMapping[str, Rule], faults: Faults) -> None:
    """Change the rules as ``overrides.yaml`` of a folder says."""
    path = folder / OVERRIDES
    if not path.is_file():
        return
    root = strict_yaml.load(path, faults)
    for rule_id, node in () if root.is_null() else root.table().items():
        if rule_id not in rules:
            near = nearest(rule_id, [rule_id.upper()] if rule_id.upper() in rules else ())
            faults.add(node, f"không có quy tắc “{rule_id}” (xem: thidua-check rules){near}.")
            continue
        rules[rule_id] = _changed(rules[rule_id], node)


def _changed(rule: Rule, node: Node) -> Rule:
    node.keys(_KEYS)
    reason = scalar(node, "reason").strip()
    if not reason:
        node.faults.add(node, "phải ghi lý do (reason) cho mỗi sửa đổi.")
    if not any(node.get(key) for key in _KEYS[:-1]):
        node.faults.add(node, "phải có ít nhất một trong level, confidence, params, off.")
    said: list[Words] = []
    for change in (_level, _confidence, _params, _off):
        rule = change(rule, node, said)
    what = Words("; ".join(w.vi for w in said), "; ".join(w.get("en") for w in said))
    return evolve(rule, changes=(*rule.changes, Change(what, reason, f"{node.path}:{node.line}")))


def _level(rule: Rule, node: Node, said: list[Words]) -> Rule:
    if (given := node.get("level")) is None:
        return rule
    new = levels_of(given)
    own = {name: m.level for name, m in rule.messages.items() if m.level is not None}
    followed = {
        name: {stage: _followed(level[stage], rule.level[stage], new[stage], int) for stage in level}
        for name, level in own.items()
    }
    said += _said("mức", "level", rule.level, new, own, followed, level_words)
    return evolve(rule, level=new, messages=_with(rule.messages, "level", followed))


def _confidence(rule: Rule, node: Node, said: list[Words]) -> Rule:
    if node.get("confidence") is None:
        return rule
    new = Confidence(choice(node, "confidence", [str(c) for c in Confidence], str(rule.confidence)))
    own = {name: m.confidence for name, m in rule.messages.items() if m.confidence is not None}
    followed = {n: _followed(c, rule.confidence, new, _STRENGTH.index) for n, c in own.items()}
    said += _said("độ chắc", "confidence", rule.confidence, new, own, followed, confidence_words)
    return evolve(rule, confidence=new, messages=_with(rule.messages, "confidence", followed))


def _followed(own: T, old: T, new: T, strength: Callable[[T], int]) -> T:
    """Return what a variant has after its rule went from old to new.

    >>> _followed(3, 2, 1, int), _followed(1, 2, 3, int), _followed(2, 2, 3, int)
    (1, 1, 3)
    """
    return new if strength(own) >= strength(old) else min(own, new, key=strength)


def _with(messages: Mapping[str, Message], key: str, values: Mapping[str, object]) -> Mapping[str, Message]:
    return {
        name: evolve(message, **{key: values[name]}) if name in values else message  # type: ignore[arg-type]
        for name, message in messages.items()
    }


def _said(
    vi: str,
    en: str,
    old: T,
    new: T,
    own: Mapping[str, T],
    followed: Mapping[str, T],
    words: Callable[[T], Words],
) -> list[Words]:
    """Say what a rule and those of its variants that changed had and have."""
    out = [said_change(Words(vi, en), words(old), words(new))]
    for name in own:
        if name != DEFAULT and own[name] != followed[name]:
            which = Words(f"{vi} của biến thể {name}", f"{en} of the variant {name}")
            out.append(said_change(which, words(own[name]), words(followed[name])))
    return out


def _params(rule: Rule, node: Node, said: list[Words]) -> Rule:
    if (given := node.get("params")) is None:
        return rule
    if not attrs.fields(rule.kind.params):
        node.faults.add(given, f"{rule.id} (kiểu {rule.kind.name}) không có tham số nào để đổi.")
        return rule
    values: dict[str, Any] = param_values(given, rule.kind.params)
    said += [param_change(name, getattr(rule.params, name), value) for name, value in values.items()]
    return evolve(rule, params=evolve(rule.params, **values))


def _off(rule: Rule, node: Node, said: list[Words]) -> Rule:
    if (given := node.get("off")) is None:
        return rule
    if not given.boolean():
        node.faults.add(given, "chỉ viết off: true để tắt; không tắt thì bỏ dòng này.")
        return rule
    reason = scalar(node, "reason")
    said.append(Words("tắt", "switched off"))
    return evolve(
        rule, off=Words(f"đơn vị tắt quy tắc này: {reason}", f"switched off by the office: {reason}")
    )
