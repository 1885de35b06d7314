"""Loading rule files strictly: unknown keys, wrong values and wrong placeholders are told with file and line."""

from __future__ import annotations

import hashlib
import re
import string
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import attrs

from thidua_check import strict_yaml
from thidua_check._data import data_path
from thidua_check.draft import Stage
from thidua_check.errors import RulePackError
from thidua_check.findings import Basis, Confidence, Level, Words
from thidua_check.ruleset.kinds import KINDS
from thidua_check.ruleset.model import DEFAULT, Applies, Example, Guide, Kind, Message, Rule, RuleSet
from thidua_check.strict_yaml import Faults, Node

FAMILIES = ("BC", "ND", "NT", "SL", "VD", "TT", "KT", "CT", "TD")
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
]
_REQUIRED = ["id", "name", "title", "level", "kind", "message", "since"]
_EXAMPLE_KEYS = ("text", "stage", "as_of", "outline", "word", "look_alike", "variant", "against", "look")
# A rule file is the rule, a line of three dashes, and the guide (help and examples): a check reads the rule alone.
_DIVIDER = "\n---\n"


def load_rules(extra: Sequence[Path | str] = ()) -> RuleSet:
    """Load the built-in rules and those of further folders, which may replace a built-in rule of the same id.

    Raises RulePackError with every fault of every file, one a line.
    """
    faults = Faults()
    rules: dict[str, Rule] = {}
    digest = hashlib.sha256()
    for folder in (data_path(), *map(Path, extra)):
        own: dict[str, Rule] = {}
        for path in rule_files(folder):
            text = _read(path)
            digest.update(path.name.encode() + b"\0" + text.encode() + b"\0")
            rule = load_rule(text, path, faults)
            if rule.id in own:
                faults.found.append(f"{path}:1: mã {rule.id} đã dùng trong {own[rule.id].path}.")
            own[rule.id] = rule
        rules.update(own)
    faults.check()
    return RuleSet(tuple(rules[key] for key in sorted(rules)), PACK_VERSION, digest.hexdigest())


def rule_files(folder: Path) -> list[Path]:
    """Return the rule files of a folder: ``XX/XXnn*.yaml`` for each family, in order of name.

    Raises RulePackError if the folder does not exist.
    """
    if not folder.is_dir():
        raise RulePackError(f"{folder}: không có thư mục quy tắc này.")
    return [path for family in FAMILIES for path in sorted((folder / family).glob("*.yaml"))]


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise RulePackError(f"{path}: không đọc được tệp ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise RulePackError(f"{path}: tệp không phải là UTF-8.") from error


def load_rule(text: str, path: Path, faults: Faults) -> Rule:
    """Return the rule that a file's text states; what is wrong is added to ``faults``."""
    root = strict_yaml.loads(text.partition(_DIVIDER)[0], str(path), faults)
    root.keys(_KEYS, _REQUIRED)
    kind = _kind(root, faults)
    rule = Rule(
        id=_scalar(root, "id"),
        name=_scalar(root, "name"),
        title=_words(root.get("title")),
        family=_scalar(root, "id")[:2],
        level=_levels(root.get("level")),
        confidence=Confidence(_choice(root, "confidence", [c.value for c in Confidence], "high")),
        status=cast(Any, _choice(root, "status", ("preview", "stable", "deprecated"), "stable")),
        kind=kind,
        params=_params(root, kind.params),
        applies=_applies(root.get("applies")),
        basis=_basis(root.get("basis")),
        effective=_effective(root.get("effective")),
        messages=_messages(root),
        since=_scalar(root, "since"),
        path=path,
    )
    _check_rule(rule, root)
    return rule


def load_guide(rule: Rule) -> Guide:
    """Return the help and the examples of a rule's file.

    Raises RulePackError if they are wrong.
    """
    text = _read(rule.path)
    head, _, tail = text.partition(_DIVIDER)
    faults = Faults()
    # Empty lines in front keep the line numbers of the whole file.
    root = strict_yaml.loads("\n" * (head.count("\n") + 2) + tail, str(rule.path), faults)
    root.keys(("help", "examples"), ("help", "examples"))
    examples = root.get("examples")
    found: list[Example] = []
    if examples:
        examples.keys(("bad", "good"), ("bad", "good"))
        for key in ("bad", "good"):
            for node in examples.table()[key].items() if key in examples.table() else []:
                found.append(_example(node, key == "bad"))
    guide = Guide(_words(root.get("help")), tuple(found))
    faults.check()
    return guide


def _example(node: Node, bad: bool) -> Example:
    if isinstance(node.raw, str):
        return Example(node.text(), bad, node.line)
    node.keys(_EXAMPLE_KEYS, ("text",))
    as_of, word, alike = node.get("as_of"), node.get("word"), node.get("look_alike")
    look = node.get("look")
    return Example(
        text=_scalar(node, "text"),
        bad=bad,
        line=node.line,
        stage=cast(Stage, _choice(node, "stage", ("draft", "issued"), "draft")),
        as_of=as_of.date() if as_of else None,
        outline=_scalar(node, "outline") or None,
        word=word.boolean() if word else False,
        look_alike=alike.boolean() if alike else False,
        variant=_scalar(node, "variant") or None,
        look={key: value.text() for key, value in look.table().items()} if look else None,
        against=_scalar(node, "against") or None,
    )


def _scalar(node: Node, key: str) -> str:
    child = node.get(key)
    return child.text() if child else ""


def _choice(node: Node, key: str, known: Sequence[str], default: str) -> str:
    child = node.get(key)
    if not child:
        return default
    word = child.choice(known)
    return word if word in known else default


def _words(node: Node | None) -> Words:
    if node is None:
        return Words("")
    if isinstance(node.raw, str):
        return Words(node.text())
    node.keys(("vi", "en"), ("vi",))
    return Words(_scalar(node, "vi"), _scalar(node, "en"))


def _level(node: Node) -> Level:
    names = [str(level) for level in Level]
    word = node.choice(names)
    return Level.named(word) if word in names else Level.INFO


def _levels(node: Node | None) -> Mapping[Stage, Level]:
    if node is None:
        return {"draft": Level.INFO, "issued": Level.INFO}
    if isinstance(node.raw, str):
        level = _level(node)
        return {"draft": level, "issued": level}
    node.keys(("draft", "issued"), ("draft", "issued"))
    table = node.table()
    return {stage: _level(table[stage]) if stage in table else Level.INFO for stage in ("draft", "issued")}


def _kind(root: Node, faults: Faults) -> Kind:
    name = _scalar(root, "kind")
    if name in KINDS:
        return KINDS[name]
    node = root.get("kind")
    if node:
        faults.add(node, f"không có kiểu kiểm tra “{name}”{strict_yaml.nearest(name, KINDS)}.")
    return next(iter(KINDS.values()))


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


def _params(root: Node, cls: type) -> Any:
    """Build a kind's parameters: each field is read by its annotated type; a field without default is required."""
    hints = typing.get_type_hints(cls)
    fields = attrs.fields(cls)
    getters = {f.name: _getter(hints[f.name]) for f in fields}
    node = root.get("params")
    if node is None:
        node = Node(root.path, root.line, {}, root.faults)
    values = strict_yaml.structure(node, getters)
    missing = [f.name for f in fields if f.default is attrs.NOTHING and f.name not in values]
    for name in missing:
        node.faults.add(node, f"thiếu tham số “{name}”.")
    return cls(**{**dict.fromkeys(missing), **values})


def _getter(hint: Any) -> Callable[[Node], Any]:
    if isinstance(hint, types.UnionType):
        hint = next(part for part in typing.get_args(hint) if part is not type(None))
    return _GETTERS[hint]


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
        _scalar(node, "document"),
        _scalar(node, "clause"),
        cast(Any, _choice(node, "modality", ("must", "should", "usage"), "must")),
        _choice(node, "confidence", ("C3", "C2", "C1", "M", "D"), "D"),
    )


def _effective(node: Node | None) -> tuple[date | None, date | None]:
    if node is None:
        return (None, None)
    node.keys(("from", "to"))
    first, last = node.get("from"), node.get("to")
    return (first.date() if first else None, last.date() if last else None)


def _messages(root: Node) -> Mapping[str, Message]:
    repair = root.get("repair")
    messages = {DEFAULT: Message(_words(root.get("message")), _words(repair) if repair else None)}
    variants = root.get("variants")
    for name, node in variants.table().items() if variants else ():
        node.keys(("message", "repair", "level", "confidence"))
        own, level, confidence = node.get("repair"), node.get("level"), node.get("confidence")
        messages[name] = Message(
            _words(node.get("message") or root.get("message")),
            _words(own) if own else messages[DEFAULT].repair,
            _level(level) if level else None,
            Confidence(_choice(node, "confidence", [c.value for c in Confidence], "low"))
            if confidence
            else None,
        )
    return messages


def _check_rule(rule: Rule, root: Node) -> None:
    """Note what the parts of a rule contradict: id and file, level and confidence, placeholders and kind."""
    if not _RULE_ID.fullmatch(rule.id):
        root.faults.add(root, f"mã “{rule.id}” phải gồm hai chữ của nhóm và hai chữ số, như NT01.")
    elif not rule.path.name.startswith(rule.id) or rule.path.parent.name != rule.family:
        root.faults.add(root, f"quy tắc {rule.id} phải nằm trong tệp {rule.family}/{rule.id}….yaml.")
    weak = rule.basis is not None and rule.basis.confidence in ("C1", "M")
    levels = [*rule.level.values(), *(m.level for m in rule.messages.values() if m.level)]
    if Level.ERROR in levels and (weak or rule.confidence is Confidence.LOW):
        root.faults.add(root, "căn cứ C1, M hoặc độ tin cậy thấp thì không được ở mức error.")
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
