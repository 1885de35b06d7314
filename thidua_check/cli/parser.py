"""Reading a command line with argparse, with help and complaints in the user's language."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import Any, NoReturn

from attrs import field, frozen

from thidua_check.errors import UsageError
from thidua_check.findings import Lang, Words

# What argparse says of an option without its value: "argument --stage: expected one argument".
_NO_VALUE = re.compile(r"argument (?P<option>\S+): expected ")
# ... and of a flag with one: "argument --list: ignored explicit argument 'x'".
_NEEDLESS_VALUE = re.compile(r"argument (?P<option>\S+): ignored explicit argument ")


@frozen
class Option:
    """One option: its names, what it says in the help, the name of its value, and how the value is read.

    ``bare`` is the value of an option whose value may be left out; one that is given follows an equals sign.
    """

    names: tuple[str, ...]
    help: Words
    metavar: str | Words | None = None
    read: Callable[[str], Any] | None = None
    default: Any = None
    repeat: bool = False
    bare: str | None = None


@frozen
class Command:
    """A subcommand: its name, usage lines, description, operands (what they are called, help), options and examples."""

    name: str
    usage: Words
    description: Words
    operand: tuple[Words, Words]
    options: tuple[Option, ...]
    epilog: Words = field(default=Words(""))


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """argparse's layout with the usage line in the user's language."""

    prefix = "usage: "

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix=self.prefix)


class _VietnameseFormatter(_Formatter):
    prefix = "Cách dùng: "


class _Parser(argparse.ArgumentParser):
    """argparse asks for a subclass to change what a wrong command line does: here it raises UsageError."""

    def error(self, message: str) -> NoReturn:
        raise usage_error(message)


def usage_error(message: str) -> UsageError:
    """Return argparse's complaint as a sentence in both languages."""
    if match := _NO_VALUE.match(message):
        option = match["option"].split("/")[-1]
        return UsageError(f"Sau {option} phải có một giá trị.", f"{option} needs a value.")
    if match := _NEEDLESS_VALUE.match(message):
        option = match["option"].split("/")[-1]
        return UsageError(f"{option} không nhận giá trị.", f"{option} takes no value.")
    return UsageError(f"Không hiểu dòng lệnh ({message}).", f"Wrong command line ({message}).")


def parse(command: Command, argv: Sequence[str], lang: Lang) -> argparse.Namespace:
    """Return the options and operands of a command line.

    Raises UsageError for a wrong one; ``--help`` and ``--version`` end the program as argparse does.
    """
    parser = build(command, lang)
    names, extra = parser.parse_known_intermixed_args(_with_bare_values(command, argv))
    unknown = [word for word in extra if word.startswith("-") and word != "--"]
    if unknown:
        raise _unknown_option(unknown[0], command)
    names.operands += [word for word in extra if word != "--"]
    return names


def _with_bare_values(command: Command, argv: Sequence[str]) -> list[str]:
    """Return the words with the value put to each option that stands without its optional one."""
    bare = {name: o.bare for o in command.options if o.bare is not None for name in o.names}
    last = argv.index("--") if "--" in argv else len(argv)
    return [f"{w}={bare[w]}" if w in bare and i < last else w for i, w in enumerate(argv)]


def build(command: Command, lang: Lang) -> argparse.ArgumentParser:
    """Return the parser of a command."""
    english = lang == "en"
    parser = _Parser(
        prog="thidua-check",
        usage=command.usage.get(lang),
        description=command.description.get(lang),
        epilog=command.epilog.get(lang) or None,
        formatter_class=_Formatter if english else _VietnameseFormatter,
        add_help=False,
        allow_abbrev=False,
    )
    name, words = command.operand
    parser.add_argument_group("operands" if english else "Nhận vào").add_argument(
        "operands", metavar=name.get(lang), nargs="*", help=words.get(lang)
    )
    options = parser.add_argument_group("options" if english else "Tuỳ chọn")
    for option in command.options:
        _add(options, option, lang)
    shown = "show this help and end" if english else "hiện phần trợ giúp này rồi thôi"
    options.add_argument("-h", "--help", action="help", help=shown)
    return parser


def _add(group: Any, option: Option, lang: Lang) -> None:
    text = option.help.get(lang).replace("%", "%%")
    if option.read is None:
        group.add_argument(*option.names, action="store_true", help=text)
        return
    metavar = option.metavar.get(lang) if isinstance(option.metavar, Words) else option.metavar
    group.add_argument(
        *option.names,
        metavar=metavar,
        type=option.read,
        default=[] if option.repeat else option.default,
        action="append" if option.repeat else "store",
        help=text,
    )


def _unknown_option(word: str, command: Command) -> UsageError:
    name = word.partition("=")[0]
    known = [n for option in command.options for n in option.names] + ["--help"]
    near = get_close_matches(name, known, 1)
    vi = f"; có phải là {near[0]}?" if near else " (xem thidua-check --help)."
    en = f"; did you mean {near[0]}?" if near else " (see thidua-check --help --lang en)."
    return UsageError(f"Không có tuỳ chọn {name}{vi}", f"There is no option {name}{en}")
