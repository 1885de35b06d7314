"""``thidua-check facts FILE``: what was read in one draft."""

from __future__ import annotations

import argparse

from thidua_check.cli import console
from thidua_check.errors import UsageError
from thidua_check.findings import Lang


def run(args: argparse.Namespace, lang: Lang) -> int:
    """Show the facts of one draft; 2 through an exception if it cannot be read."""
    if len(args.operands) != 1:
        raise UsageError("Lệnh facts nhận đúng một tệp: thidua-check facts TỆP.", "facts takes one file.")
    from thidua_check.checking import analyse
    from thidua_check.read import read
    from thidua_check.render.facts import facts_json, facts_text
    from thidua_check.render.view import View

    draft = analyse(read(args.operands[0]))
    if args.format == "json":
        console.emit(facts_json(draft))
    else:
        view = View(lang=lang, width=console.width(), color=console.wants_color(args.color))
        console.emit(facts_text(draft, view))
    return 0
