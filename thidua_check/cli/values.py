"""Values of options: each function turns the words of one option into its value or says what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from thidua_check.cli.console import ColorChoice
from thidua_check.errors import UsageError
from thidua_check.findings import Lang, Level

if TYPE_CHECKING:  # the help must not wait for what a draft is made of
    from thidua_check.draft import Stage

FORMATS = ("text", "json", "sarif", "junit", "github", "csv", "html", "word")
# What is no text and goes to a file only.
FILE_FORMATS = ("word",)
# Of what is no report, such as the list of rules.
PLAIN_FORMATS = ("text", "json")

# 2025-03-31, and as people write it: 31/3/2025, 31-3-2025, 31.3.2025.
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DATE = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")


@frozen
class Output:
    """A format and the file it goes to; None is stdout."""

    format: str
    path: str | None


def output(word: str) -> Output:
    """Return the output of ``FORMAT`` or ``FORMAT=path``.

    >>> output("json=ket-qua.json")
    Output(format='json', path='ket-qua.json')
    """
    name, equals, path = word.partition("=")
    if name not in FORMATS:
        raise _choice("--format", name, FORMATS)
    if not path and (equals or name in FILE_FORMATS):
        raise UsageError(f"Sau “--format {name}=” phải có tên tệp.", f'"--format {name}=" needs a file name.')
    return Output(name, path or None)


def day(word: str) -> date:
    """Return the date of ``YYYY-MM-DD`` or ``dd/mm/yyyy``.

    >>> day("31/3/2025")
    datetime.date(2025, 3, 31)
    """
    iso, written = _ISO_DATE.fullmatch(word), _DATE.fullmatch(word)
    parts = iso.groups() if iso else written.groups()[::-1] if written else None
    if parts is None:
        raise UsageError(
            f"--as-of nhận ngày dạng 31/3/2025 hoặc 2025-03-31, không phải “{word}”.",
            f'--as-of takes a date such as 2025-03-31 or 31/3/2025, not "{word}".',
        )
    try:
        return date(*map(int, parts))
    except ValueError:
        raise UsageError(
            f"--as-of: không có ngày “{word}” trong lịch.", f'--as-of: there is no day "{word}".'
        ) from None


def ids(word: str) -> tuple[str, ...]:
    """Return rule ids or their beginnings from a list with commas.

    >>> ids("nt01, SL")
    ('NT01', 'SL')
    """
    return tuple(part.upper() for part in re.split(r"[,\s]+", word) if part)


def stage(word: str) -> Stage:
    """Return the stage of a draft."""
    known: dict[str, Stage] = {"draft": "draft", "issued": "issued"}
    if word not in known:
        raise _choice("--stage", word, known)
    return known[word]


def lang(word: str) -> Lang:
    """Return the language of messages."""
    known: dict[str, Lang] = {"vi": "vi", "en": "en"}
    if word not in known:
        raise _choice("--lang", word, known)
    return known[word]


def color(word: str) -> ColorChoice:
    """Return when to colour."""
    known: dict[str, ColorChoice] = {"auto": "auto", "always": "always", "never": "never"}
    if word not in known:
        raise _choice("--color", word, known)
    return known[word]


def min_level(word: str) -> Level:
    """Return the lowest level to show."""
    return _level("--min-level", word)


def fail_on(word: str) -> Level | Literal["never"]:
    """Return the level from which findings fail the run, or ``never``."""
    return "never" if word == "never" else _level("--fail-on", word, "never")


def port(word: str) -> int:
    """Return a port of the network; 0 stands for any free one."""
    if not (word.isascii() and word.isdigit() and int(word[:6]) < 65536):
        raise UsageError(
            f"--port nhận số từ 0 đến 65535, không phải “{word}”.", f'--port takes 0 to 65535, not "{word}".'
        )
    return int(word)


def plain_format(word: str) -> str:
    """Return a format that goes to stdout."""
    if word not in PLAIN_FORMATS:
        raise _choice("--format", word, PLAIN_FORMATS)
    return word


def rules_format(word: str) -> str:
    """Return a form of the list of rules."""
    if word not in (*PLAIN_FORMATS, "markdown"):
        raise _choice("--format", word, (*PLAIN_FORMATS, "markdown"))
    return word


def _level(option: str, word: str, *more: str) -> Level:
    known = {str(level): level for level in sorted(Level, reverse=True)}
    if word not in known:
        raise _choice(option, word, (*known, *more))
    return known[word]


def _choice(option: str, word: str, known: Iterable[str]) -> UsageError:
    names = ", ".join(known)
    return UsageError(
        f"{option} nhận một trong: {names}; không có “{word}”.",
        f'{option} takes one of: {names}; not "{word}".',
    )
