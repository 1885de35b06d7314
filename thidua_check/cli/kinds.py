"""``thidua-check kinds [NAME]``: the check kinds that a rule can be written with."""

from __future__ import annotations

import argparse

from thidua_check.cli import console
from thidua_check.errors import UsageError
from thidua_check.findings import Lang
from thidua_check.render.kind_pages import kind_pages
from thidua_check.ruleset.kinds import KINDS
from thidua_check.ruleset.load import load_rules
from thidua_check.strict_yaml import nearest


def run(args: argparse.Namespace, lang: Lang) -> int:
    """Print the kinds that were named, or all."""
    for name in args.operands:
        if name not in KINDS:
            near = nearest(name, KINDS)
            raise UsageError(f"Không có kiểu kiểm tra “{name}”{near}", f'There is no kind "{name}".')
    console.emit(kind_pages(KINDS, load_rules().rules, lang, args.operands))
    return 0
