"""The guide of a rule file: help for people, and the examples that are executed."""

from __future__ import annotations

from typing import cast

from thidua_check import strict_yaml
from thidua_check.draft import Stage
from thidua_check.ruleset.fields import choice, scalar, words_of
from thidua_check.ruleset.files import DIVIDER, read_text
from thidua_check.ruleset.model import Example, Guide, Rule
from thidua_check.strict_yaml import Faults, Node

_EXAMPLE_KEYS = (
    "text",
    "stage",
    "as_of",
    "outline",
    "word",
    "look_alike",
    "variant",
    "against",
    "guidance",
    "look",
)


def load_guide(rule: Rule) -> Guide:
    """Return the help and the examples of a rule's file.

    Raises RulePackError if they are wrong.
    """
    text = read_text(rule.path)
    head, _, tail = text.partition(DIVIDER)
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
                _check_variant(node, rule)
    guide = Guide(words_of(root.get("help")), tuple(found))
    faults.check()
    return guide


def _check_variant(node: Node, rule: Rule) -> None:
    """Note a variant in an example that the rule's kind has not."""
    variant = node.get("variant")
    if variant and variant.text() not in rule.kind.provides:
        near = strict_yaml.nearest(variant.text(), rule.kind.provides)
        node.faults.add(variant, f"kiểu {rule.kind.name} không có biến thể “{variant.text()}”{near}.")


def _example(node: Node, bad: bool) -> Example:
    if isinstance(node.raw, str):
        return Example(node.text(), bad, node.line)
    node.keys(_EXAMPLE_KEYS, ("text",))
    as_of, word, alike = node.get("as_of"), node.get("word"), node.get("look_alike")
    look = node.get("look")
    return Example(
        text=scalar(node, "text"),
        bad=bad,
        line=node.line,
        stage=cast(Stage, choice(node, "stage", ("draft", "issued"), "draft")),
        as_of=as_of.date() if as_of else None,
        outline=scalar(node, "outline") or None,
        word=word.boolean() if word else False,
        look_alike=alike.boolean() if alike else False,
        variant=scalar(node, "variant") or None,
        look={key: value.text() for key, value in look.table().items()} if look else None,
        guidance=scalar(node, "guidance") or None,
        against=scalar(node, "against") or None,
    )
