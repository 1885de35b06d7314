"""The default command: check drafts and show or save the report."""

from __future__ import annotations

import argparse
import os
from itertools import chain

from attrs import evolve, frozen

from thidua_check.checking import Options, check_all, chosen_rules, expand
from thidua_check.cli import console, outputs, word_copies
from thidua_check.cli.guidance import guidance_file, read_others, read_outlines
from thidua_check.cli.values import Output
from thidua_check.errors import UnreadableError, UsageError
from thidua_check.findings import Lang, Level
from thidua_check.render.renderers import RENDERERS
from thidua_check.render.view import View
from thidua_check.report import Report, Unreadable
from thidua_check.ruleset.load import load_rules


@frozen
class Targets:
    """The drafts to check, in order; an operand that holds none stands as what the report says of it."""

    items: tuple[str | Unreadable, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """The files to read."""
        return tuple(item for item in self.items if isinstance(item, str))


def run(args: argparse.Namespace, lang: Lang) -> int:
    """Check, show, and return the exit code."""
    if not args.operands:
        raise UsageError(
            "Chưa có tệp nào để kiểm tra. Cách dùng: thidua-check TỆP (xem thêm: thidua-check --help).",
            "No file to check. Usage: thidua-check FILE (see: thidua-check --help --lang en).",
        )
    guidance = guidance_file(args.outline) if args.outline else None
    targets = find(args.operands, guidance)
    planned = outputs.plan(
        word_copies.planned(args.format, args.fix, targets.paths),
        [*targets.paths, *([guidance] if guidance else [])],
    )
    report, left_out = _check(args, targets, lang)
    _warn_unreadable(report, planned, lang)
    view = View(lang=lang, fail_on=_fail_on(args), min_level=args.min_level, left_out=left_out)
    failed = _deliver(report, planned, view, args.color)
    return 2 if failed else report.exit_code(_fail_on(args))


def find(operands: list[str], guidance: str | None) -> Targets:
    """Return the drafts of files and folders; the guidance file itself is no draft of its folder."""
    items: list[str | Unreadable] = []
    for operand in operands:
        if not os.path.isdir(operand):
            items.append(operand)
            continue
        found = [str(path) for path in expand(operand) if not _is_guidance(str(path), guidance)]
        items += found or [Unreadable(operand, None, _no_drafts())]
    return Targets(tuple(items))


def _is_guidance(path: str, guidance: str | None) -> bool:
    return guidance is not None and os.path.realpath(path) == os.path.realpath(guidance)


def _no_drafts() -> UnreadableError:
    return UnreadableError(
        "folder",
        "Thư mục này không có bản thảo nào (.docx, .txt, .md).",
        "There is no draft (.docx, .txt, .md) in this folder.",
    )


def _check(args: argparse.Namespace, targets: Targets, lang: Lang) -> tuple[Report, tuple[str, ...]]:
    """Return the report, and the ids of the rules that the options left out."""
    pack = load_rules(args.rules)
    options = Options(
        outlines=read_outlines(args.outline) if args.outline else (),
        stage=args.stage,
        as_of=args.as_of,
        profile=args.profile,
        select=tuple(chain.from_iterable(args.select)),
        ignore=tuple(chain.from_iterable(args.ignore)),
        lang=lang,
        against=read_others(args.against),
        preview=args.preview,
    )
    report = check_all(targets.paths, options=options, rules=pack)
    done = iter(report.documents)
    documents = tuple(next(done) if isinstance(item, str) else item for item in targets.items)
    run_ids = {rule.id for rule in chosen_rules(pack, options)}
    left_out = tuple(rule.id for rule in pack.rules if rule.id not in run_ids)
    return evolve(report, documents=documents), left_out


def _fail_on(args: argparse.Namespace) -> Level | None:
    return None if args.fail_on == "never" else args.fail_on


def _warn_unreadable(report: Report, planned: tuple[Output, ...], lang: Lang) -> None:
    """Say on stderr which files were not checked, unless the screen says it anyway."""
    if Output("text", None) in planned:
        return
    for document in report.documents:
        if isinstance(document, Unreadable):
            error = document.error
            console.complain(f"{document.path}: {error.vi}", f"{document.path}: {error.en}", lang)


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
