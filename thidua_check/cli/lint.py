"""``thidua-check lint-pack DIR``: whether a pack loads, and whether its examples behave."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from thidua_check.cli import console
from thidua_check.errors import RulePackError, UsageError
from thidua_check.findings import Lang
from thidua_check.outline.source import builtin
from thidua_check.registry import pack_files, using_packs
from thidua_check.ruleset.examples import execute
from thidua_check.ruleset.guide import load_guide
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.model import Rule
from thidua_check.strict_yaml import load


def run(args: argparse.Namespace, lang: Lang) -> int:
    """Check packs; return 0, or 1 where an example misbehaves. A pack that does not load is raised (exit code 2)."""
    if not args.operands:
        raise UsageError("Lệnh lint-pack cần thư mục bộ quy tắc.", "lint-pack needs the folder of a pack.")
    pack = load_rules(args.operands)
    folders = tuple(map(Path, args.operands))
    own = [rule for rule in pack.rules if any(rule.path.is_relative_to(folder) for folder in folders)]
    with using_packs(folders):
        _read_data()
        faults = [fault for rule in own for fault in _faults(rule, lang)]
    for fault in faults:
        console.emit(fault + "\n")
    changed = sum(bool(rule.note) for rule in pack.rules)
    console.emit(_summary(len(own), changed, len(faults), lang))
    return int(bool(faults))


def _read_data() -> None:
    """Read the outlines and registries, so that their faults are raised."""
    builtin()
    faults = [load(path).faults for path in pack_files("registry", "*.yaml")]
    found = [line for one in faults for line in one.found]
    if found:
        raise RulePackError("\n".join(found))


def _faults(rule: Rule, lang: Lang) -> Iterator[str]:
    for verdict in execute(rule, load_guide(rule)):
        if verdict.fault:
            what = f"example of {rule.id}" if lang == "en" else f"ví dụ của {rule.id} không đúng như mong đợi"
            yield f"{rule.path}:{verdict.example.line}: {what}: {verdict.fault}"


def _summary(rules: int, changed: int, faults: int, lang: Lang) -> str:
    if lang == "en":
        return f"{rules} own rules, {changed} changed; {faults} examples misbehave.\n"
    return f"{rules} quy tắc riêng, {changed} quy tắc được sửa đổi; {faults} ví dụ sai.\n"
