"""``thidua-check facts FILE``: what was read in one draft, or with ``--ledger`` the documents it cites."""

from __future__ import annotations

import argparse

from thidua_check.checking import analyse
from thidua_check.cli import console
from thidua_check.errors import UnreadableError, UsageError
from thidua_check.findings import Lang
from thidua_check.read import read
from thidua_check.registry import using_packs
from thidua_check.render.facts import facts_json, facts_text
from thidua_check.render.ledger import ledger_json, ledger_text
from thidua_check.render.view import View
from thidua_check.ruleset.load import load_rules


def run(args: argparse.Namespace, lang: Lang) -> int:
    """Show the facts of one draft."""
    if len(args.operands) != 1:
        raise UsageError("Lệnh facts nhận đúng một tệp: thidua-check facts TỆP.", "facts takes one file.")
    path = args.operands[0]
    try:
        with using_packs(load_rules(args.rules).packs if args.rules else ()):
            draft = analyse(read(path))
    except UnreadableError as error:
        console.complain(f"{path}: {error.vi}", f"{path}: {error.en}", lang)
        return 2
    if args.format == "json":
        console.emit(ledger_json(draft) if args.ledger else facts_json(draft))
        return 0
    view = View(lang=lang, width=console.width(), color=console.wants_color(args.color))
    console.emit(ledger_text(draft, view) if args.ledger else facts_text(draft, view))
    return 0
