"""Automatic numbering: from ``w:numPr`` to the label that Word shows (ISO 29500-1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from attrs import define, evolve, field, frozen
from lxml.etree import _Element

from thidua_check.read.docx import names as n
from thidua_check.read.docx.labels import bullet, format_number
from thidua_check.read.docx.properties import (
    NO_PARAGRAPH_PROPS,
    ParagraphProps,
    child_value,
    number,
    read_paragraph_props,
    read_run_props,
    switched_on,
)

LEVELS: Final = 9
_MAX_VALUE: Final = 1_000_000_000
# "%1", "%9" in "%1.%2."
_PLACE: Final = re.compile(r"%([1-9])")


@frozen
class Level:
    """One level of a list. ``restart`` is w:lvlRestart: None for the default, 0 for never."""

    start: int = 0
    format: str = "decimal"
    pattern: str | None = None
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str | None = None
    props: ParagraphProps = NO_PARAGRAPH_PROPS


@frozen
class Instance:
    """A ``w:num``: the list whose counters it shares, its levels, and the values at which it starts anew."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


@define
class Numbering:
    """The lists of a document by ``w:numId``; a list is read when a paragraph first asks for it."""

    nums: dict[int, _Element] = field(factory=dict)
    abstracts: dict[str, _Element] = field(factory=dict)
    style_num: Callable[[str], int | None] = field(default=lambda style: None)
    _instances: dict[int, Instance | None] = field(factory=dict)
    _levels: dict[str, dict[int, Level]] = field(factory=dict)

    def instance(self, num_id: int | None) -> Instance | None:
        """Return a list, None where there is none of this number."""
        if num_id is None or num_id not in self.nums:
            return None
        if num_id not in self._instances:
            self._instances[num_id] = self._read(self.nums[num_id])
        return self._instances[num_id]

    def level(self, num_id: int | None, index: int | None, style: str | None = None) -> Level | None:
        """Return a level, None where the list or the level is not there.

        ``style`` names the paragraph style that carries the numbering: the level linked to it wins over ``index``.
        """
        instance = self.instance(num_id)
        return instance.levels.get(self.level_index(num_id, index, style)) if instance else None

    def level_index(self, num_id: int | None, index: int | None, style: str | None = None) -> int:
        """Return the index of that level, 0 to 8."""
        instance = self.instance(num_id)
        if instance is not None and style is not None:
            for place, level in instance.levels.items():
                if level.style == style:
                    return place
        return min(max(index or 0, 0), LEVELS - 1)

    def _read(self, num: _Element) -> Instance | None:
        abstract = self._abstract_of(num)
        if abstract is None:
            return None
        if abstract not in self._levels:
            self._levels[abstract] = _levels(self.abstracts[abstract])
        return _instance(num, abstract, self._levels[abstract])

    def _abstract_of(self, num: _Element) -> str | None:
        """Return the id of the abstract list behind a ``w:num``, through a numbering style where it names one."""
        for _ in range(4):
            abstract = child_value(num, n.ABSTRACT_NUM_ID) or ""
            if abstract not in self.abstracts:
                return None
            style = child_value(self.abstracts[abstract], n.NUM_STYLE_LINK)
            linked = self.nums.get(self.style_num(style) or 0) if style else None
            if linked is None:
                return abstract
            num = linked
        return None


@define
class Counters:
    """The running numbers of one story; lists made from one abstract list share them, as in Word."""

    numbering: Numbering
    values: dict[str, list[int | None]] = field(factory=dict)
    started: set[tuple[int, int]] = field(factory=set)

    def label(self, num_id: int, index: int) -> str:
        """Count one paragraph and return its label, empty where the list shows none."""
        instance = self.numbering.instance(num_id)
        level = instance.levels.get(index) if instance else None
        if instance is None or level is None:
            return ""
        values = self.values.setdefault(instance.abstract, [None] * LEVELS)
        self._advance(values, instance, num_id, index)
        if level.format == "bullet":
            return level.text
        return _PLACE.sub(
            lambda m: _place(int(m.group(1)) - 1, values, instance, level.legal), level.text
        ).strip()

    def _advance(self, values: list[int | None], instance: Instance, num_id: int, index: int) -> None:
        level = instance.levels[index]
        current = values[index]
        if index in instance.starts and (num_id, index) not in self.started:
            values[index] = instance.starts[index]
        else:
            values[index] = level.start if current is None else current + 1
        self.started.add((num_id, index))
        for deeper in range(index + 1, LEVELS):
            restart = instance.levels[deeper].restart if deeper in instance.levels else None
            if restart is None or index < restart:
                values[deeper] = None


def read_numbering(root: _Element | None, style_num: Callable[[str], int | None]) -> Numbering:
    """Return the lists of a numbering part. ``style_num`` gives the w:numId of a numbering style."""
    if root is None:
        return Numbering()
    nums = {number(e.get(_NUM_ID)): e for e in root.iterchildren(n.NUM)}
    return Numbering(
        nums={key: element for key, element in nums.items() if key is not None},
        abstracts={e.get(_ABSTRACT_ID) or "": e for e in root.iterchildren(n.ABSTRACT_NUM)},
        style_num=style_num,
    )


def _instance(element: _Element, abstract: str, levels: dict[int, Level]) -> Instance:
    own = dict(levels)
    starts: dict[int, int] = {}
    for override in element.iterchildren(n.LVL_OVERRIDE):
        index = number(override.get(n.ILVL_ATTRIBUTE))
        if index is None or not 0 <= index < LEVELS:
            continue
        redefined = override.find(n.LVL)
        if redefined is not None:
            own[index] = _level(redefined)
        start = number(child_value(override, n.START_OVERRIDE))
        if start is not None:
            starts[index] = _bounded(start)
            own[index] = evolve(own.get(index, Level()), start=starts[index])
    return Instance(abstract, own, starts)


def _levels(abstract: _Element) -> dict[int, Level]:
    out: dict[int, Level] = {}
    for element in abstract.iterchildren(n.LVL):
        index = number(element.get(n.ILVL_ATTRIBUTE))
        if index is not None and 0 <= index < LEVELS:
            out[index] = _level(element)
    return out


def _level(element: _Element) -> Level:
    fmt, pattern = _number_format(element)
    text = child_value(element, n.LVL_TEXT) or ""
    if fmt == "bullet":
        picture = element.find(n.LVL_PIC_BULLET_ID) is not None
        text = "•" if picture else bullet(text, read_run_props(element.find(n.R_PR)).font).strip()
    legal = element.find(n.IS_LGL)
    return Level(
        start=_bounded(number(child_value(element, n.START)) or 0),
        format=fmt,
        pattern=pattern,
        text=text,
        legal=legal is not None and switched_on(legal),
        restart=number(child_value(element, n.LVL_RESTART)),
        style=child_value(element, n.P_STYLE),
        props=_indents(read_paragraph_props(element.find(n.P_PR))),
    )


def _number_format(element: _Element) -> tuple[str, str | None]:
    """Return the format and the pattern of a custom one, which stands in the choice of an alternative."""
    found = element.find(n.NUM_FMT)
    if found is None:
        found = element.find(f"{n.ALTERNATE}/{n.CHOICE}/{n.NUM_FMT}")
    if found is None:
        return "decimal", None
    return found.get(n.VAL) or "decimal", found.get(n.FORMAT)


def _indents(props: ParagraphProps) -> ParagraphProps:
    return ParagraphProps(left=props.left, right=props.right, first_line=props.first_line)


def _place(index: int, values: list[int | None], instance: Instance, legal: bool) -> str:
    """Return what stands for ``%n``: a level that was not counted yet shows its start."""
    level = instance.levels.get(index)
    if level is None:
        return ""
    value = values[index]
    fmt = "decimal" if legal and level.format not in ("decimalZero", "none", "bullet") else level.format
    if fmt == "bullet":
        return ""
    return format_number(level.start if value is None else value, fmt, level.pattern)


def _bounded(value: int) -> int:
    return min(max(value, 0), _MAX_VALUE)


_ABSTRACT_ID: Final = n.w("abstractNumId")
_NUM_ID: Final = n.w("numId")
