"""Loading rule files strictly: unknown keys, wrong values and wrong placeholders are told with file and line."""

from __future__ import annotations

import hashlib
import re
import string
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, cast

from thidua_check import strict_yaml
from thidua_check._data import data_path
from thidua_check.findings import Basis, Confidence, Level, Words
from thidua_check.registry import using_packs
from thidua_check.ruleset.fields import choice, level_of, levels_of, params_of, scalar, words_of
from thidua_check.ruleset.files import (
    DIVIDER,
    OVERRIDES,
    check_places,
    pack_digest,
    read_text,
    rule_files,
)
from thidua_check.ruleset.kinds import KINDS
from thidua_check.ruleset.model import DEFAULT, Applies, Kind, Message, Rule, RuleSet
from thidua_check.ruleset.overrides import apply_overrides
from thidua_check.strict_yaml import Faults, Node

PACK_VERSION = "1"
_RULE_ID = re.compile(r"(?:BC|ND|NT|SL|VD|TT|KT|CT|TD)\d\d")
_KEYS = [
    "id",
    "name",
    "title",
    "family",
    "level",
    "confidence",
    "status",
    "kind",
    "params",
    "applies",
    "basis",
    "effective",
    "message",
    "repair",
    "variants",
    "since",
    "suppressible",
]
_REQUIRED = ["id", "name", "title", "level", "kind", "message", "since"]


def load_rules(extra: Sequence[Path | str] = ()) -> RuleSet:
    """Load the built-in rules and those of further folders.

    A folder may add rules, outlines and registry entries, and change rules by its ``overrides.yaml``.
    Raises RulePackError with every fault of every file, one a line.
    """
    faults = Faults()
    rules: dict[str, Rule] = {}
    digest = hashlib.sha256()
    packs = tuple(map(Path, extra))
    for folder in (data_path(), *packs):
        own: dict[str, Rule] = {}
        for path in rule_files(folder):
            text = read_text(path)
            digest.update(path.name.encode() + b"\0" + text.encode() + b"\0")
            rule = load_rule(text, path, faults)
            if rule.id in own:
                faults.found.append(f"{path}:1: mã {rule.id} đã dùng trong {own[rule.id].path}.")
            own[rule.id] = rule
        if folder in packs:
            _check_pack(folder, own, rules, faults)
            digest.update(pack_digest(folder))
        rules.update(own)
        if folder in packs:
            apply_overrides(folder, rules, faults)
    for rule in rules.values():
        _check_level(rule, faults)
    if packs:
        _check_data(packs, faults)
    faults.check()
    return RuleSet(tuple(rules[key] for key in sorted(rules)), PACK_VERSION, digest.hexdigest(), packs)


def _check_data(packs: Sequence[Path], faults: Faults) -> None:
    """Read the outlines and registries of the packs, so that their faults are told at once."""
    from thidua_check.ruleset.registries import check_registries

    with using_packs(packs):
        for folder in packs:
            check_registries(folder, faults)


def _check_pack(folder: Path, own: Mapping[str, Rule], rules: Mapping[str, Rule], faults: Faults) -> None:
    """Note files that nothing would read, and rules that would take the place of others without a word."""
    check_places(folder, faults)
    for rule_id, rule in own.items():
        if rule_id in rules:
            faults.found.append(
                f"{rule.path}:1: mã {rule_id} đã có trong bộ quy tắc; dùng mã mới (như {rule_id[:2]}90), "
                f"hoặc sửa quy tắc có sẵn bằng {OVERRIDES}."
            )


def load_rule(text: str, path: Path, faults: Faults) -> Rule:
    """Return the rule that a file's text states; what is wrong is added to ``faults``."""
    root = strict_yaml.loads(text.partition(DIVIDER)[0], str(path), faults)
    root.keys(_KEYS, _REQUIRED)
    kind = _kind(root, faults)
    rule = Rule(
        id=scalar(root, "id"),
        name=scalar(root, "name"),
        title=words_of(root.get("title")),
        family=scalar(root, "id")[:2],
        level=levels_of(root.get("level")),
        confidence=Confidence(choice(root, "confidence", [c.value for c in Confidence], "high")),
        status=cast(Any, choice(root, "status", ("preview", "stable", "deprecated"), "stable")),
        kind=kind,
        params=params_of(root, kind.params),
        applies=_applies(root.get("applies")),
        basis=_basis(root.get("basis")),
        effective=_effective(root.get("effective")),
        messages=_messages(root),
        since=scalar(root, "since"),
        path=path,
        suppressible=choice(root, "suppressible", ("true", "false"), "true") == "true",
    )
    _check_rule(rule, root)
    return rule


def _kind(root: Node, faults: Faults) -> Kind:
    name = scalar(root, "kind")
    if name in KINDS:
        return KINDS[name]
    node = root.get("kind")
    if node:
        faults.add(node, f"không có kiểu kiểm tra “{name}”{strict_yaml.nearest(name, KINDS)}.")
    return next(iter(KINDS.values()))


def _applies(node: Node | None) -> Applies:
    if node is None:
        return Applies()
    known = {"types": Node.texts, "stages": Node.texts, "regimes": Node.texts}
    return Applies(**strict_yaml.structure(node, known))


def _basis(node: Node | None) -> Basis | None:
    if node is None:
        return None
    node.keys(("document", "clause", "modality", "confidence"), ("document", "clause", "confidence"))
    return Basis(
        scalar(node, "document"),
        scalar(node, "clause"),
        cast(Any, choice(node, "modality", ("must", "should", "usage"), "must")),
        choice(node, "confidence", ("C3", "C2", "C1", "M", "D"), "D"),
    )


def _effective(node: Node | None) -> tuple[date | None, date | None]:
    if node is None:
        return (None, None)
    node.keys(("from", "to"))
    first, last = node.get("from"), node.get("to")
    return (first.date() if first else None, last.date() if last else None)


def _messages(root: Node) -> Mapping[str, Message]:
    repair = root.get("repair")
    messages = {DEFAULT: Message(words_of(root.get("message")), words_of(repair) if repair else None)}
    variants = root.get("variants")
    for name, node in variants.table().items() if variants else ():
        node.keys(("message", "repair", "level", "confidence"))
        own, level, confidence = node.get("repair"), node.get("level"), node.get("confidence")
        messages[name] = Message(
            words_of(node.get("message") or root.get("message")),
            words_of(own) if own else messages[DEFAULT].repair,
            level_of(level) if level else None,
            Confidence(choice(node, "confidence", [c.value for c in Confidence], "low"))
            if confidence
            else None,
        )
    return messages


def _check_rule(rule: Rule, root: Node) -> None:
    """Note what the parts of a rule contradict: id and file, placeholders and kind."""
    if not _RULE_ID.fullmatch(rule.id):
        root.faults.add(root, f"mã “{rule.id}” phải gồm hai chữ của nhóm và hai chữ số, như NT01.")
    elif not rule.path.name.startswith(rule.id) or rule.path.parent.name != rule.family:
        root.faults.add(root, f"quy tắc {rule.id} phải nằm trong tệp {rule.family}/{rule.id}….yaml.")
    for name, message in rule.messages.items():
        provided = rule.kind.provides.get(name)
        if provided is None:
            known = rule.kind.provides
            root.faults.add(
                root, f"kiểu {rule.kind.name} không có biến thể “{name}”{strict_yaml.nearest(name, known)}."
            )
            continue
        for words in (message.text, message.repair):
            _check_placeholders(words, provided | {"excerpt", "count"}, root)


def _check_level(rule: Rule, faults: Faults) -> None:
    """Note a rule at error level whose basis is too weak for it, also after a pack changed its level."""
    weak = rule.basis is not None and rule.basis.confidence in ("C1", "M")
    levels = [*rule.level.values(), *(m.level for m in rule.messages.values() if m.level)]
    if Level.ERROR in levels and (weak or rule.confidence is Confidence.LOW):
        where = f"{OVERRIDES}: {rule.id}" if rule.note else f"{rule.path}:1: {rule.id}"
        faults.found.append(f"{where}: căn cứ C1, M hoặc độ tin cậy thấp thì không được ở mức error.")


def _check_placeholders(words: Words | None, provided: frozenset[str], root: Node) -> None:
    for text in (words.vi, words.en) if words else ():
        try:
            used = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
        except ValueError as error:
            root.faults.add(root, f"câu “{text}” viết sai dấu ngoặc nhọn ({error}).")
            continue
        for name in sorted(used - provided):
            root.faults.add(
                root,
                f"câu báo dùng {{{name}}} mà kiểu kiểm tra không cho{strict_yaml.nearest(name, provided)}.",
            )
