"""What one ``w:rPr`` or ``w:pPr`` says by itself, before styles: hashable tuples in which None says nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from lxml.etree import _Element

from thidua_check.document import Alignment
from thidua_check.read.docx import names as n


class RunProps(NamedTuple):
    """Run properties (ISO 29500-1, 17.3.2); ``size`` in points; ``color`` is ``auto`` or RRGGBB.

    ``font`` may be a theme reference such as ``+minor``.
    """

    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    font: str | None = None
    color: str | None = None
    style: str | None = None


class ParagraphProps(NamedTuple):
    """Paragraph properties (ISO 29500-1, 17.3.1); lengths in twips, ``first_line`` negative for a hanging indent.

    ``in_characters`` is set where the indent is given in hundredths of a character and in no length.
    """

    style: str | None = None
    alignment: Alignment | None = None
    left: int | None = None
    right: int | None = None
    first_line: int | None = None
    before: int | None = None
    after: int | None = None
    line: int | None = None
    line_rule: str | None = None
    page_break_before: bool | None = None
    outline_level: int | None = None
    num_id: int | None = None
    num_level: int | None = None
    contextual: bool | None = None
    in_characters: bool | None = None


NO_RUN_PROPS: Final = RunProps()
NO_PARAGRAPH_PROPS: Final = ParagraphProps()


def read_run_props(element: _Element | None) -> RunProps:
    """Return what a ``w:rPr`` says."""
    if element is None:
        return NO_RUN_PROPS
    values: list[Any] = [None] * 9
    for child in element:
        reader = _RUN.get(child.tag)
        if reader is not None:
            values[reader[0]] = reader[1](child)
    return RunProps._make(values)


def read_paragraph_props(element: _Element | None) -> ParagraphProps:
    """Return what a ``w:pPr`` says."""
    if element is None:
        return NO_PARAGRAPH_PROPS
    values: dict[str, Any] = {}
    for child in element:
        reader = _PARAGRAPH.get(child.tag)
        if reader is not None:
            reader(child, values)
    return ParagraphProps(**values)


def number(value: str | None) -> int | None:
    """Return an integer attribute, None where it is absent or no integer.

    >>> number("-12"), number("12.7"), number("x"), number(None)
    (-12, 12, None, None)
    """
    if not value or len(value) > 12:
        return None
    try:
        return int(value)
    except ValueError:
        match = _DECIMAL.fullmatch(value)
        return int(match.group(1)) if match else None


def twips(value: str | None) -> int | None:
    """Return a length in twips; a bare number already is one (ST_TwipsMeasure, ISO 29500-1, 22.9.2.14).

    >>> twips("720"), twips("2cm"), twips("0.5in"), twips("wide")
    (720, 1134, 720, None)
    """
    match = _MEASURE.fullmatch(value) if value and len(value) <= 16 else None
    if match is None:
        return number(value)
    return round(float(match.group(1)) * _TWIPS_PER_UNIT[match.group(2)])


def switched_on(element: _Element) -> bool:
    """Return whether an on/off element is on: it is, unless its value says otherwise (ISO 29500-1, 22.9.2.7)."""
    value = element.get(n.VAL)
    return value is None or value not in _OFF


def child_value(element: _Element | None, name: str) -> str | None:
    """Return the ``w:val`` of the first child of a name, None where there is no child or no value."""
    child = element.find(name) if element is not None else None
    return child.get(n.VAL) if child is not None else None


def _underline(element: _Element) -> bool:
    return element.get(n.VAL, "single") != "none"


def _size(element: _Element) -> float | None:
    value = element.get(n.VAL)
    half_points = number(value)
    if half_points is None:
        return (twips(value) or 0) / 20 or None
    return half_points / 2 if half_points > 0 else None


def _font(element: _Element) -> str | None:
    theme = element.get(_ASCII_THEME) or element.get(_H_ANSI_THEME)
    if theme:
        return "+major" if theme.startswith("major") else "+minor"
    return element.get(_ASCII) or element.get(_H_ANSI)


def _color(element: _Element) -> str | None:
    value = element.get(n.VAL)
    return value if value is None or value == "auto" else value.upper()


def _value(element: _Element) -> str | None:
    return element.get(n.VAL)


def _style(element: _Element, values: dict[str, Any]) -> None:
    values["style"] = element.get(n.VAL)


def _alignment(element: _Element, values: dict[str, Any]) -> None:
    values["alignment"] = _ALIGNMENTS.get(element.get(n.VAL) or "")


def _indent(element: _Element, values: dict[str, Any]) -> None:
    get = element.get
    values["left"] = twips(get(_LEFT) or get(_START))
    values["right"] = twips(get(_RIGHT) or get(_END))
    hanging = twips(get(_HANGING))
    values["first_line"] = -hanging if hanging is not None else twips(get(_FIRST_LINE))
    counted = [number(get(name)) for name in (_LEFT_CHARS, _START_CHARS, _FIRST_LINE_CHARS, _HANGING_CHARS)]
    if any(counted):
        values["in_characters"] = not any(get(name) for name in (_LEFT, _START, _FIRST_LINE, _HANGING))
    elif get(_FIRST_LINE) or get(_HANGING):
        values["in_characters"] = False


def _spacing(element: _Element, values: dict[str, Any]) -> None:
    get = element.get
    values["before"] = _AUTO_SPACING if get(_BEFORE_AUTO) in _ON else _lines(get(_BEFORE_LINES), get(_BEFORE))
    values["after"] = _AUTO_SPACING if get(_AFTER_AUTO) in _ON else _lines(get(_AFTER_LINES), get(_AFTER))
    values["line"] = twips(get(_LINE))
    if values["line"] is not None:
        values["line_rule"] = get(_LINE_RULE) or "auto"


def _lines(hundredths: str | None, length: str | None) -> int | None:
    """Return a space in twips; where only hundredths of a line are given, a line is twelve points."""
    lines = number(hundredths)
    if length is not None or lines is None:
        return twips(length)
    return lines * _LINE_TWIPS // 100


def _outline(element: _Element, values: dict[str, Any]) -> None:
    values["outline_level"] = number(element.get(n.VAL))


def _page_break(element: _Element, values: dict[str, Any]) -> None:
    values["page_break_before"] = switched_on(element)


def _contextual(element: _Element, values: dict[str, Any]) -> None:
    values["contextual"] = switched_on(element)


def _numbering(element: _Element, values: dict[str, Any]) -> None:
    values["num_id"] = number(child_value(element, n.NUM_ID))
    values["num_level"] = number(child_value(element, n.ILVL))


_OFF: Final = frozenset({"0", "false", "off", "none"})
_ON: Final = frozenset({"1", "true", "on"})
_LINE_TWIPS: Final = 240
_AUTO_SPACING: Final = 280  # the 14 points that Word gives to "automatic" spacing

# "12.7", "-3.0"
_DECIMAL: Final = re.compile(r"(-?\d+)\.\d*")
# "2cm", "0.5in", "-12.5pt"
_MEASURE: Final = re.compile(r"(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)")
_TWIPS_PER_UNIT: Final = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440, "pt": 20, "pc": 240, "pi": 240}

_ALIGNMENTS: Final[Mapping[str, Alignment]] = {
    "left": "left",
    "start": "left",
    "right": "right",
    "end": "right",
    "center": "center",
    "both": "both",
    "distribute": "both",
    "thaiDistribute": "both",
    "lowKashida": "both",
    "mediumKashida": "both",
    "highKashida": "both",
}

_ASCII, _H_ANSI = n.w("ascii"), n.w("hAnsi")
_ASCII_THEME, _H_ANSI_THEME = n.w("asciiTheme"), n.w("hAnsiTheme")
_LEFT, _START, _RIGHT, _END = n.w("left"), n.w("start"), n.w("right"), n.w("end")
_FIRST_LINE, _HANGING = n.w("firstLine"), n.w("hanging")
_LEFT_CHARS, _START_CHARS = n.w("leftChars"), n.w("startChars")
_FIRST_LINE_CHARS, _HANGING_CHARS = n.w("firstLineChars"), n.w("hangingChars")
_BEFORE_LINES, _AFTER_LINES = n.w("beforeLines"), n.w("afterLines")
_BEFORE, _AFTER, _LINE, _LINE_RULE = n.w("before"), n.w("after"), n.w("line"), n.w("lineRule")
_BEFORE_AUTO, _AFTER_AUTO = n.w("beforeAutospacing"), n.w("afterAutospacing")

_RUN: Final[Mapping[Any, tuple[int, Callable[[_Element], Any]]]] = {
    n.B: (0, switched_on),
    n.I: (1, switched_on),
    n.U: (2, _underline),
    n.CAPS: (3, switched_on),
    n.VANISH: (4, switched_on),
    n.SZ: (5, _size),
    n.R_FONTS: (6, _font),
    n.COLOR: (7, _color),
    n.R_STYLE: (8, _value),
}

_PARAGRAPH: Final[Mapping[Any, Callable[[_Element, dict[str, Any]], None]]] = {
    n.P_STYLE: _style,
    n.JC: _alignment,
    n.IND: _indent,
    n.SPACING: _spacing,
    n.OUTLINE_LVL: _outline,
    n.PAGE_BREAK_BEFORE: _page_break,
    n.CONTEXTUAL_SPACING: _contextual,
    n.NUM_PR: _numbering,
}
