"""The way in: pick the command, run it, and turn whatever happens into a sentence and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import pairwise

from thidua_check.cli import commands, console
from thidua_check.cli.command_baseline import BASELINE
from thidua_check.cli.command_batch import BATCH
from thidua_check.cli.command_serve import SERVE
from thidua_check.cli.parser import Command, parse
from thidua_check.errors import ConfigError, RulePackError, ThiduaCheckError
from thidua_check.findings import Lang
from thidua_check.version import VERSION

# Subcommand -> its options and the module and function that run it, imported when needed.
COMMANDS: dict[str, tuple[Command, str, str]] = {
    "check": (commands.CHECK, "thidua_check.cli.check", "run"),
    "outline": (commands.OUTLINE, "thidua_check.cli.outline", "run"),
    "facts": (commands.FACTS, "thidua_check.cli.facts", "run"),
    "rules": (commands.LIST_RULES, "thidua_check.cli.rules", "run"),
    "explain": (commands.EXPLAIN, "thidua_check.cli.rules", "run_explain"),
    "baseline": (BASELINE, "thidua_check.cli.baseline", "run"),
    "serve": (SERVE, "thidua_check.cli.serve", "run"),
    "batch": (BATCH, "thidua_check.cli.batch", "run"),
    "kinds": (commands.KINDS, "thidua_check.cli.kinds", "run"),
    "lint-pack": (commands.LINT_PACK, "thidua_check.cli.lint", "run"),
}
DEFAULT_COMMAND = "check"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line (without the program's name) and return its exit code; nothing is raised."""
    console.prepare()
    words = list(sys.argv[1:] if argv is None else argv)
    lang = language(words)
    try:
        return run(words, lang)
    except (RulePackError, ConfigError) as error:
        console.detail(error.en if lang == "en" else error.vi)  # one fault a line
        return 2
    except ThiduaCheckError as error:
        console.complain(error.vi, error.en, lang)
        return 2
    except SystemExit as stop:  # argparse ends the program after --help
        return int(stop.code or 0)
    except KeyboardInterrupt:
        console.complain("Đã dừng.", "Stopped.", lang)
        return 130
    except Exception as error:
        _apologise(error, words, lang)
        return 2


def run(words: Sequence[str], lang: Lang) -> int:
    """Run one command; raise ThiduaCheckError for what the user can mend."""
    name, rest = split(words)
    command, module, function = COMMANDS[name]
    args = parse(command, rest, lang)
    if getattr(args, "version", False):
        console.emit(f"thidua-check {VERSION}\n")
        return 0
    runner: Callable[..., int] = getattr(import_module(module), function)
    return runner(args, args.lang)


def split(words: Sequence[str]) -> tuple[str, list[str]]:
    """Return the subcommand and the other words; only ``--lang`` may stand before a subcommand.

    >>> split(["--lang", "en", "rules"])
    ('rules', ['--lang', 'en'])
    >>> split(["./rules"])
    ('check', ['./rules'])
    """
    at = 0
    while at < len(words) and words[at].startswith("--lang"):
        at += 1 if "=" in words[at] else 2
    if at < len(words) and words[at] in COMMANDS:
        return words[at], [*words[:at], *words[at + 1 :]]
    return DEFAULT_COMMAND, list(words)


def language(words: Sequence[str]) -> Lang:
    """Return the language asked for anywhere on the command line, before it is read in earnest.

    >>> language(["a.docx", "--lang=en"])
    'en'
    """
    english = "--lang=en" in words or any(one == "--lang" and two == "en" for one, two in pairwise(words))
    return "en" if english else "vi"


def _apologise(error: Exception, words: Sequence[str], lang: Lang) -> None:
    """Say that the program itself failed; show where only when asked."""
    what = f"{type(error).__name__}: {error}"[:300]
    console.complain(
        f"Chương trình gặp lỗi ngoài dự kiến ({what}). Xin báo cho người phát triển; thêm --traceback để có chi tiết.",
        f"The program failed unexpectedly ({what}). Please report it; add --traceback for details.",
        lang,
    )
    if "--traceback" in words or os.environ.get("THIDUA_CHECK_TRACEBACK"):
        import traceback

        console.detail("".join(traceback.format_exception(error)))
