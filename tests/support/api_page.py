"""Make ``docs/api.md`` from the docstrings: ``python -m tests.support.api_page --write`` (without it, print the page)."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator, Sequence
from enum import Enum
from importlib import import_module
from typing import Any

import attrs

import thidua_check
from tests.support.expected import FIXTURES

PAGE = FIXTURES.parent / "docs" / "api.md"

# What is not named here stands in the last part of what is exported.
_PARTS: dict[str, Sequence[str]] = {
    "Check": ("check", "check_all", "Options", "analyse"),
    "Results": ("Report", "Checked", "Unreadable", "Finding", "Level", "Confidence", "Suppression"),
    "Copies of a Word draft": ("annotate", "fix", "Fixed"),
    "Outlines and rules": ("compile_outline", "load_outline", "load_rules", "RuleSet"),
    "Errors": (
        *("ThiduaCheckError", "UnreadableError", "UnwritableError"),
        *("OutlineError", "RulePackError", "UsageError"),
    ),
}
_OTHERS = "Further names"
# Values that results hold; they are met, not made, and are imported from their own modules where a type is needed.
_INSIDE = {
    "thidua_check.findings": ("Words", "Place", "Related", "Suggestion", "Basis", "RuleOutcome"),
    "thidua_check.document": ("Location",),
}
_INTRO = """# API reference

Made from the docstrings (`python -m tests.support.api_page --write`). Names are imported from `thidua_check`, those of
the last part from the module that is named there. [For programmers](programmers.md) shows them at work.
"""
_WIDTH = 96
# ">>> check(...)" and what follows it up to an empty line
_EXAMPLE = re.compile(r"^>>> .*(?:\n(?!\n).+)*", re.MULTILINE)


def api_page() -> str:
    """Return the page as it should be now."""
    return "\n".join([_INTRO, *_lines()]).rstrip() + "\n"


def _lines() -> Iterator[str]:
    placed = {name for names in _PARTS.values() for name in names}
    others = [name for name in thidua_check.__all__ if name not in placed]
    for title, names in {**_PARTS, _OTHERS: others}.items():
        if names:
            yield from (f"## {title}", "")
        for name in names:
            yield from _entry(name, getattr(thidua_check, name))
    yield from ("## Values inside results", "")
    for module, names in _INSIDE.items():
        for name in names:
            yield from _entry(name, getattr(import_module(module), name), module)


def _entry(name: str, thing: Any, module: str | None = None) -> Iterator[str]:
    yield from (f"### {name}", "")
    if module:
        yield from (f"From `{module}`.", "")
    if isinstance(thing, type) and issubclass(thing, Enum):
        members = [f"    {member.name} = {member.value!r}" for member in thing]
        yield from ("```python", f"class {name}:", *members, "```", "")
    else:
        yield from ("```python", *_signature(name, thing), "```", "")
    yield from (_prose(thing), "")
    if isinstance(thing, type):
        yield from _members(thing)


def _signature(name: str, thing: Any) -> list[str]:
    """Return a signature on one line, or with a parameter on each line where that is too long."""
    signature = inspect.signature(thing)
    kind = "class " if isinstance(thing, type) else "def "
    shown = list(_parameters(signature))
    result = "" if isinstance(thing, type) else f" -> {_type(signature.return_annotation)}"
    line = f"{kind}{name}({', '.join(shown)}){result}"
    if len(line) <= _WIDTH:
        return [line]
    return [f"{kind}{name}(", *(f"    {one}," for one in shown), f"){result}"]


def _parameters(signature: inspect.Signature) -> Iterator[str]:
    keyword_only = False
    for parameter in signature.parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY and not keyword_only:
            keyword_only = True
            yield "*"
        default = "" if parameter.default is parameter.empty else f" = {_value(parameter.default)}"
        yield f"{parameter.name}: {_type(parameter.annotation)}{default}"


def _value(default: Any) -> str:
    """Return a default as it is written; an attrs value with nothing set is its empty call."""
    if isinstance(default, Enum):
        return f"{type(default).__name__}.{default.name}"
    if attrs.has(type(default)) and default == type(default)():
        return f"{type(default).__name__}()"
    return repr(default)


def _type(annotation: Any) -> str:
    return annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)


def _prose(thing: Any) -> str:
    """Return a docstring as Markdown: names in single ticks, examples as blocks."""
    text = inspect.cleandoc(thing.__doc__ or "")
    text = _EXAMPLE.sub(lambda found: f"```pycon\n{found[0]}\n```", text)
    return _ticks(text)


def _ticks(text: str) -> str:
    """Turn double ticks into single ones where they are no fence."""
    return re.sub(r"(?<!`)``(?!`)", "`", text)


def _members(thing: type) -> Iterator[str]:
    """Yield the properties and methods that a class defines for others, each with what it says of itself."""
    found = [line for name, member in vars(thing).items() if (line := _member(name, member))]
    if found:
        yield from (*found, "")


def _member(name: str, member: Any) -> str | None:
    if name.startswith("_"):
        return None
    if isinstance(member, property) and member.fget:
        return f"- `{name}: {_type(inspect.signature(member.fget).return_annotation)}`: {_told(member)}"
    if inspect.isfunction(member):
        return f"- `{_method(name, member)}`: {_told(member)}"
    if isinstance(member, classmethod):
        return f"- `{_method(name, member.__func__)}` (class method): {_told(member)}"
    return None


def _method(name: str, member: Any) -> str:
    signature = inspect.signature(member)
    shown = [one for one in _parameters(signature) if not one.startswith(("self:", "cls:"))]
    return f"{name}({', '.join(shown)}) -> {_type(signature.return_annotation)}"


def _told(member: Any) -> str:
    """Return a member's docstring as one paragraph."""
    return " ".join(_ticks(inspect.cleandoc(member.__doc__ or "")).split())


def main() -> int:
    """Print the page, or write it."""
    if sys.argv[1:] == ["--write"]:
        PAGE.write_text(api_page(), encoding="utf-8")
    else:
        sys.stdout.write(api_page())
    return 0


if __name__ == "__main__":
    sys.exit(main())
