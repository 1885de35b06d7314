"""The default command: check drafts and show or save the report."""

from __future__ import annotations

import argparse
from datetime import date

from attrs import evolve

from thidua_check.cli import console, outputs, word_copies
from thidua_check.cli.judging import find, judge
from thidua_check.cli.setup import Finder, given, prepare
from thidua_check.cli.show_config import config_text
from thidua_check.cli.values import Output
from thidua_check.errors import UsageError
from thidua_check.findings import Lang
from thidua_check.render.renderers import RENDERERS
from thidua_check.render.view import View
from thidua_check.report import Report, Unreadable


def run(args: argparse.Namespace, lang: Lang) -> int:
    """Check, show, and return the exit code."""
    if not args.operands and not args.show_config:
        raise UsageError(
            "Chưa có tệp nào để kiểm tra. Cách dùng: thidua-check TỆP (xem thêm: thidua-check --help).",
            "No file to check. Usage: thidua-check FILE (see: thidua-check --help --lang en).",
        )
    finder = Finder(given(args), not args.no_config)
    targets = find(args.operands, finder.guidance)
    setup = prepare(finder, targets.paths)
    if args.show_config:
        console.emit(config_text(setup, lang, date.today()))
        return 0
    planned = outputs.plan(
        word_copies.planned(args.format, args.fix, targets.paths), [*targets.paths, *setup.files()]
    )
    judged = judge(args, targets, setup, lang, date.today())
    _warn(judged.report, planned, lang)
    view = View(
        lang=lang,
        fail_on=setup.fail_on,
        min_level=setup.value("min_level"),
        left_out=judged.left_out,
        suppressed=args.show_suppressed,
        settings=setup.settings_files,
    )
    failed = _deliver(judged.report, planned, view, args.color)
    return 2 if failed else judged.report.exit_code(setup.fail_on)


def _warn(report: Report, planned: tuple[Output, ...], lang: Lang) -> None:
    """Say on stderr which files were not checked, and what is to be said of suppressions, unless the screen does."""
    if Output("text", None) in planned:
        return
    for document in report.documents:
        if isinstance(document, Unreadable):
            error = document.error
            console.complain(f"{document.path}: {error.vi}", f"{document.path}: {error.en}", lang)
    for remark in report.remarks:
        console.complain(remark.vi, remark.get("en"), lang)


def _deliver(report: Report, planned: tuple[Output, ...], view: View, color: console.ColorChoice) -> bool:
    """Write every result; return whether one could not be written."""
    screen = evolve(view, width=console.width(), color=console.wants_color(color))
    failed = False
    for output in planned:
        if output.format in word_copies.FORMATS:
            copied = word_copies.write(output, report, view)
            console.complain(copied.said.vi, copied.said.en, view.lang)
            failed = failed or not copied.good
            continue
        if output.path is None:
            console.emit(RENDERERS[output.format](report, screen))
            continue
        try:
            outputs.write(output.path, RENDERERS[output.format](report, view))
        except UsageError as error:
            console.complain(error.vi, error.en, view.lang)
            failed = True
    return failed
