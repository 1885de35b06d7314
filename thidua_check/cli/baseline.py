"""``thidua-check baseline write|prune FILE...``: accept what is found now, so that only new findings are told."""

from __future__ import annotations

import argparse
from datetime import date

from attrs import evolve

from thidua_check.cli import console, outputs
from thidua_check.cli.judging import find, judge
from thidua_check.cli.setup import Finder, given, prepare
from thidua_check.config.baseline import DEFAULT_NAME, dump_baseline, load_baseline, pruned, written
from thidua_check.errors import UsageError
from thidua_check.findings import Lang
from thidua_check.report import Checked, Unreadable

_ACTIONS = ("write", "prune")


def run(args: argparse.Namespace, lang: Lang) -> int:
    """Write the baseline of the given drafts, or drop from it what is no longer found in them."""
    action, operands = _action(args.operands)
    finder = Finder(given(args), not args.no_config)
    targets = find(operands, finder.guidance)
    setup = prepare(finder, targets.paths, baseline=False)
    file = setup.value("baseline") or DEFAULT_NAME
    outputs.check_target(file, [*targets.paths, *setup.files()])
    before = load_baseline(file, missing=action == "write")
    judged = judge(args, targets, setup, lang, date.today())
    report = judged.report
    if report.exit_code(None):
        for document in report.documents:
            if isinstance(document, Unreadable):
                error = document.error
                console.complain(f"{document.path}: {error.vi}", f"{document.path}: {error.en}", lang)
        raise UsageError(
            f"Có điều không kiểm tra được, nên không ghi “{file}”.",
            f'Something could not be checked; "{file}" was not written.',
        )
    documents = [d for d in report.documents if isinstance(d, Checked)]
    after = written(before, documents, judged.fixed) if action == "write" else pruned(before, documents)
    outputs.write(file, dump_baseline(evolve(after, file=file)))
    came, gone = len(set(after.known) - set(before.known)), len(set(before.known) - set(after.known))
    console.complain(
        f"“{file}”: {len(after.known)} phát hiện (thêm {came}, bỏ {gone}).",
        f'"{file}": {len(after.known)} finding(s) ({came} added, {gone} dropped).',
        lang,
    )
    _tell_fixed(sum(f.rule in judged.fixed for f in report.findings), action, lang)
    return 0


def _action(operands: list[str]) -> tuple[str, list[str]]:
    if len(operands) < 2 or operands[0] not in _ACTIONS:
        raise UsageError(
            "Cách dùng: thidua-check baseline write TỆP, hoặc thidua-check baseline prune TỆP.",
            "Usage: thidua-check baseline write FILE, or thidua-check baseline prune FILE.",
        )
    return operands[0], operands[1:]


def _tell_fixed(count: int, action: str, lang: Lang) -> None:
    if count and action == "write":
        console.complain(
            f"Không ghi {count} phát hiện của những quy tắc không được bỏ qua.",
            f"{count} finding(s) of rules that cannot be suppressed were left out.",
            lang,
        )
