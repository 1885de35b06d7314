"""The page of the check kinds in Markdown: what each looks at, its parameters, and what its messages may use."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Iterable, Iterator, Mapping

import attrs

from thidua_check.ruleset.model import DEFAULT, Kind

_INTRO = """\
# Check kinds

Made from the code: `thidua-check kinds` prints this page. A rule names one of these as its `kind`, sets its
parameters under `params`, and may use the placeholders in its messages (`{excerpt}` and `{count}` always). A kind with
variants speaks through `variants` of the rule; what a rule leaves out is said with the default message.
A list of a rule takes the place of the kind's own list."""


def kind_pages(kinds: Mapping[str, Kind], names: Iterable[str] = ()) -> str:
    """Return the page of the kinds of these names, of all without."""
    wanted = list(names) or sorted(kinds)
    blocks = [_INTRO, *("\n".join(_lines(kinds[name])) for name in wanted)]
    return "\n\n".join(blocks) + "\n"


def _lines(kind: Kind) -> Iterator[str]:
    yield from (f"## {kind.name}", "", _summary(inspect.getmodule(kind.check)), "")
    yield from _parameters(kind.params)
    for variant, placeholders in kind.provides.items():
        names = ", ".join(f"`{{{name}}}`" for name in sorted(placeholders)) or "none of its own"
        yield f"- message: {names}" if variant == DEFAULT else f"- variant `{variant}`: {names}"


def _summary(thing: object) -> str:
    return " ".join((inspect.getdoc(thing) or "").split())


def _parameters(params: type) -> Iterator[str]:
    fields = attrs.fields(params)
    if not fields:
        return
    yield from (_summary(params), "")
    hints = typing.get_type_hints(params)
    for field in fields:
        yield f"- parameter `{field.name}`: {_type(hints[field.name])}{_default(field)}"


def _type(hint: object) -> str:
    if typing.get_origin(hint) is typing.Literal:
        return "one of " + ", ".join(f"`{choice}`" for choice in typing.get_args(hint))
    names = {
        str: "text",
        int: "a whole number",
        bool: "`true` or `false`",
        tuple[str, ...]: "a list of texts",
    }
    return names.get(hint, str(hint).replace("collections.abc.", "").replace("decimal.", ""))  # type: ignore[call-overload, no-any-return]


def _default(field: attrs.Attribute[object]) -> str:
    if field.default is attrs.NOTHING:
        return " (must be given)"
    if isinstance(field.default, attrs.Factory):  # type: ignore[arg-type]
        return ""
    value = field.default
    shown = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return f", else {shown[:200]}" if shown else ", else none"
