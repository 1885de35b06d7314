"""``thidua-check outline FILE[#ID]``: read the outlines of a guidance letter, show them or save one."""

from __future__ import annotations

import argparse
import os

from thidua_check.cli import console, outputs
from thidua_check.cli.guidance import guidance_file, read_outlines
from thidua_check.errors import UsageError
from thidua_check.findings import Lang
from thidua_check.outline.load import dump_outline
from thidua_check.outline.model import Outline
from thidua_check.registry import using_packs
from thidua_check.render.outline import outline_list, outline_text
from thidua_check.render.view import View
from thidua_check.ruleset.load import load_rules


def run(args: argparse.Namespace, lang: Lang) -> int:
    """Show the outlines of a file, list them, or write one as YAML."""
    if len(args.operands) != 1:
        raise UsageError(
            "Lệnh outline nhận đúng một tệp: thidua-check outline TỆP.", "outline takes exactly one file."
        )
    spec = args.operands[0]
    if args.output is not None:
        outputs.check_target(args.output, [guidance_file(spec)])
        _check_free(args.output, args.force)
    with using_packs(load_rules(args.rules).packs if args.rules else ()):
        outlines = read_outlines(spec)
    if args.output is not None:
        outputs.write(args.output, dump_outline(_only(outlines, spec)))
    view = View(lang=lang, width=console.width(), color=console.wants_color(args.color))
    if args.list:
        console.emit(outline_list(outlines, view))
    elif args.output is None:
        console.emit("\n".join(outline_text(outline, view) for outline in outlines))
    return 0


def _check_free(path: str, force: bool) -> None:
    """Raise UsageError where a file is there that an office may have completed by hand."""
    if os.path.isfile(path) and not force:
        raise UsageError(
            f"Tệp “{path}” đã có, có thể đã được bổ sung bằng tay; chọn tên khác, hoặc thêm --force để ghi đè.",
            f'"{path}" is there and may have been completed by hand; choose another name, or add --force.',
        )


def _only(outlines: tuple[Outline, ...], spec: str) -> Outline:
    """Return the one outline there is; a YAML file holds one."""
    if len(outlines) > 1:
        ids = ", ".join(outline.id for outline in outlines)
        raise UsageError(
            f"Tệp có {len(outlines)} đề cương ({ids}); chọn một để ghi, như: {spec}#{outlines[0].id}.",
            f"The file holds {len(outlines)} outlines ({ids}); choose one to save, as {spec}#{outlines[0].id}.",
        )
    return outlines[0]
