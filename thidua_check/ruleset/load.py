"""Loading rule files strictly: unknown keys, wrong values and wrong placeholders are told with file and line."""

from __future__ import annotations

import hashlib
import re
import string
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, cast, get_args

from thidua_check import strict_yaml
from thidua_check._data import data_path
from thidua_check.anatomy.model import Regime
from thidua_check.anatomy.phrases import TYPES, type_names
from thidua_check.findings import Basis, Confidence, Level
from thidua_check.registry import using_packs
from thidua_check.ruleset.fields import choice, levels_of, params_of, scalar, words_of
from thidua_check.ruleset.files import DIVIDER, pack_digest, read_text, rule_files
from thidua_check.ruleset.kinds import KINDS
from thidua_check.ruleset.model import DEFAULT, Applies, Kind, Message, Rule, RuleSet
from thidua_check.ruleset.overrides import apply_overrides
from thidua_check.ruleset.packs import check_pack
from thidua_check.strict_yaml import Faults, Node
from thidua_check.text import fold

PACK_VERSION = "1"
_RULE_ID = re.compile(r"(?:BC|ND|NT|SL|VD|TT|KT|CT|TD)\d\d")
KEYS = (
    "id", "name", "title", "level", "confidence", "status", "kind", "params", "applies", "basis", "effective",
    "message", "repair", "variants", "since", "suppressible",
)  # fmt: skip
_REQUIRED = ("id", "name", "title", "level", "kind", "message", "since")
# What switches a variant off in a rule file.
_OFF = "off"
# A line of dashes that was meant to be the divider, or what stands below it.
_BELOW = re.compile(r"^(?:-{2,}[ \t]*|help:.*|examples:.*)$", re.MULTILINE)


def load_rules(extra: Sequence[Path | str] = ()) -> RuleSet:
    """Load the built-in rules and those of further folders.

    A folder may add rules, outlines and registry entries, and change rules by its ``overrides.yaml``.
    Raises RulePackError with every fault of every file, one a line.
    """
    faults = Faults()
    rules = read_rules(extra, faults)
    faults.check()
    return rules


def read_rules(extra: Sequence[Path | str], faults: Faults) -> RuleSet:
    """Load what can be loaded of the built-in rules and those of further folders; every fault is noted."""
    rules: dict[str, Rule] = {}
    digest = hashlib.sha256()
    packs = tuple(map(Path, extra))
    types = _types(packs, faults)
    for folder in (data_path(), *packs):
        own = _rules_of(folder, types, digest, faults)
        if folder in packs:
            check_pack(folder, own, rules, faults)
            digest.update(pack_digest(folder))
        rules.update({key: rule for key, rule in own.items() if key not in rules})
        if folder in packs:
            with faults.kept():
                apply_overrides(folder, rules, faults)
    for rule in rules.values():
        _check_level(rule, faults)
    if packs:
        _check_data(packs, faults)
    return RuleSet(tuple(rules[key] for key in sorted(rules)), PACK_VERSION, digest.hexdigest(), packs)


def _types(packs: Sequence[Path], faults: Faults) -> frozenset[str]:
    """Return the folded document types that a rule may be for, those of the packs included."""
    with faults.kept(), using_packs(packs):
        return type_names()
    return frozenset(map(fold, TYPES))


def _rules_of(folder: Path, types: Collection[str], digest: hashlib._Hash, faults: Faults) -> dict[str, Rule]:
    """Return the rules of a folder that load, by their ids."""
    own: dict[str, Rule] = {}
    for path in rule_files(folder):
        with faults.kept():
            text = read_text(path)
            digest.update(path.name.encode() + b"\0" + text.encode() + b"\0")
            rule = load_rule(text, path, types, faults)
            if rule is not None and rule.id in own:
                faults.found.append(f"{path}:1: mã {rule.id} đã dùng trong {own[rule.id].path}.")
            elif rule is not None:
                own[rule.id] = rule
    return own


def _check_data(packs: Sequence[Path], faults: Faults) -> None:
    """Read the outlines and registries of the packs, so that their faults are told at once."""
    from thidua_check.ruleset.registries import check_registries

    with using_packs(packs):
        for folder in packs:
            check_registries(folder, faults)


def load_rule(text: str, path: Path, types: Collection[str], faults: Faults) -> Rule | None:
    """Return the rule that a file's text states, None without a kind; what is wrong is added to ``faults``.

    ``types`` are the folded document types that there are.
    """
    head, divider, _ = text.partition(DIVIDER)
    if not divider:
        faults.found.append(_undivided(text, path))
        return None
    root = strict_yaml.loads(head, str(path), faults)
    root.keys(KEYS, _REQUIRED)
    kind = _kind(root, faults)
    if kind is None:
        return None
    rule = _rule(root, kind, types, path)
    _check_place(rule, root)
    return rule


def _undivided(text: str, path: Path) -> str:
    """Say where the line is missing that parts a rule from its help and examples."""
    below = _BELOW.search(text)
    line = text.count("\n", 0, below.start()) + 1 if below else 1
    return f"{path}:{line}: thiếu dòng “---” (đúng ba dấu gạch ngang, đứng một mình) trước help và examples."


def _rule(root: Node, kind: Kind, types: Collection[str], path: Path) -> Rule:
    messages, silent = _messages(root, kind)
    return Rule(
        id=scalar(root, "id"),
        name=scalar(root, "name"),
        title=words_of(root.get("title")),
        family=scalar(root, "id")[:2],
        level=levels_of(root.get("level")),
        confidence=Confidence(choice(root, "confidence", [c.value for c in Confidence], "high")),
        status=cast(Any, choice(root, "status", ("preview", "stable", "deprecated"), "stable")),
        kind=kind,
        params=params_of(root, kind.params),
        applies=_applies(root.get("applies"), types),
        basis=_basis(root.get("basis")),
        effective=_effective(root.get("effective")),
        messages=messages,
        since=scalar(root, "since"),
        path=path,
        silent=silent,
        suppressible=choice(root, "suppressible", ("true", "false"), "true") == "true",
    )


def _kind(root: Node, faults: Faults) -> Kind | None:
    node = root.get("kind")
    if node is None:
        return None
    name = node.text()
    if name not in KINDS:
        faults.add(
            node,
            f"không có kiểu kiểm tra “{name}” (xem: thidua-check kinds){strict_yaml.nearest(name, KINDS)}.",
        )
    return KINDS.get(name)


def _applies(node: Node | None, types: Collection[str]) -> Applies:
    if node is None:
        return Applies()
    known = {"types": Node.texts, "stages": Node.texts, "regimes": Node.texts}
    found = strict_yaml.structure(node, known)
    for written in found.get("types", ()):
        if fold(written) not in types:
            near = strict_yaml.nearest(written.lower(), types)
            node.faults.add(node.table()["types"], f"không có loại văn bản “{written}”{near}.")
    for key, words in (("stages", ("draft", "issued")), ("regimes", get_args(Regime))):
        for one in node.table()[key].items() if key in found else ():
            one.choice(words)
    found["types"] = tuple(written.upper() for written in found.get("types", ()))
    return Applies(**found)


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
    first, last = (child.date() if (child := node.get(key)) else None for key in ("from", "to"))
    if first and last and last <= first:
        node.faults.add(node, f"hiệu lực kết thúc ({last}) không sau ngày bắt đầu ({first}).")
    return (first, last)


def _messages(root: Node, kind: Kind) -> tuple[Mapping[str, Message], frozenset[str]]:
    """Return what each variant says, and the variants that are switched off."""
    plain = _message(root, None)
    _check_words(plain, kind.provides[DEFAULT], root)
    messages, silent = {DEFAULT: plain}, set()
    variants = root.get("variants")
    for name, node in variants.table().items() if variants else ():
        provided = kind.provides.get(name)
        if provided is None or (node.raw == _OFF and name == DEFAULT):
            known = [variant for variant in kind.provides if variant != DEFAULT]
            near = (
                strict_yaml.nearest(name, known)
                or f"; kiểu này có: {', '.join(known) or 'không biến thể nào'}"
            )
            root.faults.add(node, f"kiểu {kind.name} không có biến thể “{name}”{near}.")
        elif node.raw == _OFF:
            silent.add(name)
        else:
            messages[name] = _message(node, root)
            _check_words(messages[name], provided, node)
    return messages, frozenset(silent)


def _message(node: Node, rule: Node | None) -> Message:
    """Return the message of a rule, or that of one of its variants, which has from the rule what it leaves out."""
    if rule is None:
        repair = node.get("repair")
        return Message(words_of(node.get("message")), words_of(repair) if repair else None)
    node.keys(("message", "repair", "level", "confidence"))
    level, repair = node.get("level"), node.get("repair") or rule.get("repair")
    sure = choice(node, "confidence", [c.value for c in Confidence], "")
    return Message(
        words_of(node.get("message") or rule.get("message")),
        words_of(repair) if repair else None,
        levels_of(level) if level else None,
        Confidence(sure) if sure else None,
    )


def _check_words(message: Message, provided: frozenset[str], node: Node) -> None:
    """Note an empty message, and placeholders that the variant does not provide."""
    given = node.table().get("message")
    written = given.table().get("vi") if given and isinstance(given.raw, dict) else given
    if written is not None and isinstance(written.raw, str) and not written.raw.strip():
        node.faults.add(given or node, "câu báo (message) không được để trống.")
    for words, where in ((message.text, node.get("message")), (message.repair, node.get("repair"))):
        for text in (words.vi, words.en) if words else ():
            _check_placeholders(text, provided | {"excerpt", "count"}, where or node)


def _check_placeholders(text: str, provided: frozenset[str], node: Node) -> None:
    try:
        used = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        node.faults.add(node, f"câu “{text}” viết sai dấu ngoặc nhọn: mỗi “{{” phải có một “}}”.")
        return
    for name in sorted(used - provided):
        known = ", ".join(f"{{{one}}}" for one in sorted(provided))
        node.faults.add(node, f"câu báo dùng {{{name}}} mà ở đây không có; được dùng: {known}.")


def _check_place(rule: Rule, root: Node) -> None:
    """Note an id that is none, and a file that is not where its id belongs."""
    if not _RULE_ID.fullmatch(rule.id):
        root.faults.add(
            root.get("id") or root, f"mã “{rule.id}” phải gồm hai chữ của nhóm và hai chữ số, như NT90."
        )
    elif not rule.path.name.startswith(rule.id) or rule.path.parent.name != rule.family:
        root.faults.add(root, f"quy tắc {rule.id} phải nằm trong tệp {rule.family}/{rule.id}….yaml.")


def _check_level(rule: Rule, faults: Faults) -> None:
    """Note a rule at error level whose basis is too weak for it, also after a pack changed its level."""
    weak = rule.basis is not None and rule.basis.confidence in ("C1", "M")
    every = (rule.level, *(m.level for m in rule.messages.values() if m.level))
    if any(Level.ERROR in levels.values() for levels in every) and (
        weak or rule.confidence is Confidence.LOW
    ):
        where = rule.changes[-1].place if rule.changes else f"{rule.path}:1"
        faults.found.append(
            f"{where}: {rule.id}: căn cứ mức C1, M hoặc độ chắc thấp (low) thì không được ở mức error."
        )
