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
from thidua_check.ruleset.guide import load_guide
from thidua_check.ruleset.kind_words import KindWords, load_kind_words
from thidua_check.ruleset.load import read_rules
from thidua_check.ruleset.model import Guide, Rule
from thidua_check.ruleset.usage import spoken, unspoken
from thidua_check.strict_yaml import Faults

_FEW = Words(
    "có {bad} ví dụ sai, {good} ví dụ đúng, trong đó {alike} ví dụ dễ nhầm; "
    "cần ít nhất 1 ví dụ sai và 2 ví dụ đúng, trong đó 1 ví dụ dễ nhầm (look_alike: true)",
    "has {bad} bad examples and {good} good ones, {alike} of them look-alikes; needs 1, 2 and 1",
)


def run(args: argparse.Namespace, lang: Lang) -> int:
    """Check packs; return 0, or 1 where an example misbehaves. A pack that does not load is raised (exit code 2)."""
    folders = _folders(args.operands)
    faults = Faults()
    pack = read_rules(folders, faults)
    own = [rule for rule in pack.rules if any(rule.path.is_relative_to(folder) for folder in folders)]
    changed = [rule for rule in pack.rules if rule.changes and rule.off is None and rule not in own]
    with using_packs(folders):
        broken = "\n".join(faults.found)
        whole = [rule for rule in own if f"{rule.path}:" not in broken]
        wrong = [line for rule in whole for line in _faults(rule, pack.rules, faults, lang)]
        sound = [
            rule for rule in changed if f"{rule.changes[-1].place.partition('.yaml:')[0]}.yaml:" not in broken
        ]
        notes = [line for rule in sound for line in _doubts(rule, faults, lang)]
    for line in (*wrong, *notes):
        console.emit(line + "\n")
    faults.check()
    console.emit(
        _summary(folders, len(own), sum(bool(rule.changes) for rule in pack.rules), len(wrong), lang)
    )
    return int(bool(wrong))


def _folders(operands: Sequence[str]) -> tuple[Path, ...]:
    if not operands:
        raise UsageError("Lệnh lint-pack cần thư mục bộ quy tắc.", "lint-pack needs the folder of a pack.")
    folders = tuple(map(Path, operands))
    for folder in folders:
        if folder.is_file():
            raise UsageError(
                f"{folder} là một tệp; lint-pack cần thư mục.", f"{folder} is a file, no folder."
            )
    return folders


def _faults(rule: Rule, rules: Sequence[Rule], faults: Faults, lang: Lang) -> Iterator[str]:
    """Yield what is wrong with a pack's own rule: variants without words, and its examples."""
    yield from _unspoken(rule, rules, lang)
    with faults.kept():
        guide = load_guide(rule)
        if few := _too_few(guide, lang):
            yield f"{rule.path}:1: {rule.id}: {few}"
        for verdict in execute(rule, guide):
            if verdict.fault:
                what = "example" if lang == "en" else "ví dụ"
                yield f"{rule.path}:{verdict.example.line}: {what}: {verdict.fault.get(lang)}"


def _unspoken(rule: Rule, rules: Sequence[Rule], lang: Lang) -> Iterator[str]:
    """Yield a line for each variant of the kind that the rule neither speaks nor switches off."""
    known = spoken(rule.kind, (other for other in rules if other is not rule))
    meanings = load_kind_words().get(rule.kind.name, KindWords()).variants
    for variant in unspoken(rule):
        said, meant = known.get(variant), meanings.get(variant, "")
        like = f" (như {said[0].id}: {said[1].text.vi})" if said else f" ({meant})" if meant else ""
        alike = f" (as {said[0].id}: {said[1].text.get('en')})" if said else ""
        yield f"{rule.path}:1: {rule.id}: " + Words(
            f"kiểu {rule.kind.name} còn biến thể “{variant}”{like}; viết câu báo cho nó trong variants, "
            f"hoặc ghi “{variant}: off” để quy tắc không nói đến.",
            f'the kind {rule.kind.name} has the variant "{variant}"{alike}; give it a message under variants, '
            f'or write "{variant}: off".',
        ).get(lang)


def _too_few(guide: Guide, lang: Lang) -> str:
    """Say how many examples of each sort there are where that is not enough, nothing where it is."""
    good = [example for example in guide.examples if not example.bad]
    bad, alike = len(guide.examples) - len(good), sum(example.look_alike for example in good)
    enough = bad >= 1 and len(good) >= _GOOD and alike >= 1
    return "" if enough else _FEW.get(lang).format(bad=bad, good=len(good), alike=alike)


_GOOD = 2


def _doubts(rule: Rule, faults: Faults, lang: Lang) -> Iterator[str]:
    """Yield a line for a changed rule whose own examples no longer hold: it may be meant so, or be a slip."""
    with faults.kept():
        failed = [verdict for verdict in execute(rule, load_guide(rule)) if verdict.fault is not None]
        if not failed:
            return
        first = failed[0].fault or Words("")
        yield f"{rule.changes[-1].place}: " + Words(
            f"{rule.id}: sau khi sửa, {len(failed)} ví dụ của quy tắc không còn đúng; có đúng ý không? "
            f"Chẳng hạn: {first.vi}",
            f"{rule.id}: after the change {len(failed)} of the rule's own examples no longer hold; is it meant so? "
            f"For instance: {first.get('en')}",
        ).get(lang)


def _summary(folders: Sequence[Path], rules: int, changed: int, faults: int, lang: Lang) -> str:
    outlines, registries = (
        sum(len(list((f / name).glob("*.yaml"))) for f in folders) for name in ("outlines", "registry")
    )
    if lang == "en":
        return (
            f"{rules} own rules, {changed} changed, {outlines} outlines, {registries} registries; "
            f"{faults} faults in own rules.\n"
        )
    return (
        f"{rules} quy tắc riêng, {changed} quy tắc được sửa đổi, {outlines} đề cương, {registries} danh mục; "
        f"{faults} chỗ sai trong quy tắc riêng.\n"
    )
