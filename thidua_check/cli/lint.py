"""``thidua-check lint-pack DIR``: whether a pack loads, and whether its examples behave."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from thidua_check.cli import console
from thidua_check.errors import UsageError
from thidua_check.findings import Lang, Words
from thidua_check.registry import using_packs
from thidua_check.ruleset.examples import execute
from thidua_check.ruleset.files import OVERRIDES
from thidua_check.ruleset.guide import load_guide
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.model import Guide, Rule

_FEW = Words(
    "cần ít nhất một ví dụ sai và hai ví dụ đúng, trong đó có một ví dụ dễ nhầm (look_alike: true)",
    "needs a bad example and two good ones, one of these a look-alike",
)


def run(args: argparse.Namespace, lang: Lang) -> int:
    """Check packs; return 0, or 1 where an example misbehaves. A pack that does not load is raised (exit code 2)."""
    if not args.operands:
        raise UsageError("Lệnh lint-pack cần thư mục bộ quy tắc.", "lint-pack needs the folder of a pack.")
    folders = tuple(map(Path, args.operands))
    for folder in folders:
        if folder.is_file():
            raise UsageError(
                f"{folder} là một tệp; lint-pack cần thư mục.", f"{folder} is a file, no folder."
            )
    pack = load_rules(folders)
    own = [rule for rule in pack.rules if any(rule.path.is_relative_to(folder) for folder in folders)]
    changed = [rule for rule in pack.rules if rule.note and rule.off is None and rule not in own]
    with using_packs(folders):
        faults = [line for rule in own for line in _faults(rule, lang)]
        notes = [line for rule in changed for line in _doubts(rule, lang)]
    for line in (*faults, *notes):
        console.emit(line + "\n")
    console.emit(_summary(folders, len(own), sum(bool(rule.note) for rule in pack.rules), len(faults), lang))
    return int(bool(faults))


def _faults(rule: Rule, lang: Lang) -> Iterator[str]:
    """Yield what is wrong with the examples of a pack's own rule."""
    guide = load_guide(rule)
    if _too_few(guide):
        yield f"{rule.path}:1: {rule.id}: {_FEW.get(lang)}"
    for verdict in execute(rule, guide):
        if verdict.fault:
            what = "example" if lang == "en" else "ví dụ"
            yield f"{rule.path}:{verdict.example.line}: {what}: {verdict.fault.get(lang)}"


def _too_few(guide: Guide) -> bool:
    good = [example for example in guide.examples if not example.bad]
    bad = len(guide.examples) - len(good)
    return not bad or len(good) < 2 or not any(example.look_alike for example in good)


def _doubts(rule: Rule, lang: Lang) -> Iterator[str]:
    """Yield a line for a changed rule whose own examples no longer hold: it may be meant so, or be a slip."""
    failed = sum(verdict.fault is not None for verdict in execute(rule, load_guide(rule)))
    if failed and lang == "en":
        yield f"{OVERRIDES}: {rule.id}: after the change {failed} of the rule's own examples no longer hold; is it meant so?"
    elif failed:
        yield f"{OVERRIDES}: {rule.id}: sau khi sửa, {failed} ví dụ của quy tắc không còn đúng; có đúng ý không?"


def _summary(folders: Sequence[Path], rules: int, changed: int, faults: int, lang: Lang) -> str:
    outlines, registries = (
        sum(len(list((f / name).glob("*.yaml"))) for f in folders) for name in ("outlines", "registry")
    )
    if lang == "en":
        return (
            f"{rules} own rules, {changed} changed, {outlines} outlines, {registries} registries; "
            f"{faults} faults in examples.\n"
        )
    return (
        f"{rules} quy tắc riêng, {changed} quy tắc được sửa đổi, {outlines} đề cương, {registries} danh mục; "
        f"{faults} chỗ sai trong ví dụ.\n"
    )
