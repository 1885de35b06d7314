"""Styles: what a run or a paragraph looks like after defaults, table, paragraph and character styles.

ISO 29500-1, 17.7.2 (hierarchy) and 17.7.3 (toggle properties).
"""

from __future__ import annotations

import re
from typing import Any, Final, TypeVar

from attrs import define, field, frozen
from lxml.etree import _Element

from thidua_check.document import Layout
from thidua_check.read.docx import names as n
from thidua_check.read.docx.numbering import Numbering
from thidua_check.read.docx.properties import (
    NO_PARAGRAPH_PROPS,
    NO_RUN_PROPS,
    ParagraphProps,
    RunProps,
    child_value,
    read_paragraph_props,
    read_run_props,
)

_Props = TypeVar("_Props", RunProps, ParagraphProps)
_LEGACY_FONTS: Final = (".vn", "vni-", "vni ")
# "heading 1", "Heading 9": the name is the same in every language of Word
_HEADING: Final = re.compile(r"heading ([1-9])", re.IGNORECASE)


@frozen
class Style:
    """One style: the style it is based on, and its own properties, which are read when they are asked for."""

    id: str
    kind: str
    name: str
    based_on: str | None
    link: str | None
    element: _Element

    @property
    def run(self) -> RunProps:
        """What the style says of runs."""
        return read_run_props(self.element.find(n.R_PR))

    @property
    def paragraph(self) -> ParagraphProps:
        """What the style says of paragraphs."""
        return read_paragraph_props(self.element.find(n.P_PR))


@frozen
class Format:
    """A run's formatting after everything was resolved; the fields of document.Run, and whether it is hidden."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    size: float | None = None
    font: str | None = None
    color: str | None = None
    hidden: bool = field(default=False, eq=False)


@frozen
class Shape:
    """A paragraph's formatting after everything was resolved. ``num_id`` 0 is an unnumbered paragraph."""

    layout: Layout
    style: str | None
    outline_level: int | None
    num_id: int
    num_level: int


@define
class StyleSheet:
    """The styles of a document with what was resolved so far."""

    styles: dict[str, Style]
    defaults_run: RunProps
    defaults_paragraph: ParagraphProps
    theme: dict[str, str]
    numbering: Numbering = field(factory=Numbering)
    default_paragraph: str | None = None
    default_table: str | None = None
    _runs: dict[str | None, RunProps] = field(factory=dict)
    _paragraphs: dict[str | None, ParagraphProps] = field(factory=dict)
    _formats: dict[tuple[str | None, str | None, RunProps], Format] = field(factory=dict)
    _same: dict[tuple[Format, bool], Format] = field(factory=dict)
    _shapes: dict[tuple[str | None, ParagraphProps], Shape] = field(factory=dict)

    def format(self, paragraph: str | None, table: str | None, direct: RunProps) -> Format:
        """Return the formatting of a run in a paragraph style and a table style (None outside tables).

        Equal formatting is one and the same object.
        """
        key = (paragraph, table, direct)
        found = self._formats.get(key)
        if found is None:
            look = self._resolve_run(paragraph, table, direct)
            found = self._formats[key] = self._same.setdefault((look, look.hidden), look)
        return found

    def shape(self, table: str | None, direct: ParagraphProps) -> Shape:
        """Return the formatting of a paragraph with its own properties in a table style (None outside tables)."""
        key = (table, direct)
        found = self._shapes.get(key)
        if found is None:
            found = self._shapes[key] = self._resolve_paragraph(table, direct)
        return found

    def legacy_fonts(self) -> bool:
        """Return whether any text so far is in a font of the time before Unicode (``.VnTime``, ``VNI-Times``)."""
        return any((look.font or "").lower().startswith(_LEGACY_FONTS) for look in self._formats.values())

    def paragraph_style(self, style: str | None) -> str | None:
        """Return the style itself where it is a known paragraph style, the default one otherwise."""
        known = self.styles.get(style or "")
        return style if known is not None and known.kind == "paragraph" else self.default_paragraph

    def num_of(self, style: str) -> int | None:
        """Return the w:numId that a style names, its own or inherited."""
        return next((num for s in self.chain(style) if (num := s.paragraph.num_id) is not None), None)

    def chain(self, style: str | None) -> list[Style]:
        """Return a style and those it is based on, itself first; a circle is cut."""
        out: list[Style] = []
        seen: set[str] = set()
        while style in self.styles and style not in seen:
            seen.add(style)
            out.append(self.styles[style])
            style = out[-1].based_on
        return out

    def _style_run(self, style: str | None) -> RunProps:
        if style not in self._runs:
            props = NO_RUN_PROPS
            for link in reversed(self.chain(style)):
                props = over(props, link.run)
            self._runs[style] = props
        return self._runs[style]

    def _style_paragraph(self, style: str | None) -> ParagraphProps:
        if style not in self._paragraphs:
            props = NO_PARAGRAPH_PROPS
            for link in reversed(self.chain(style)):
                own = link.paragraph
                if own.num_id is not None or own.num_level is not None:
                    # A list's indents stand just below those of the style that brings the list.
                    num_id = props.num_id if own.num_id is None else own.num_id
                    level = self.numbering.level(num_id, own.num_level, link.id)
                    own = over(level.props, own) if level else own
                    own = own._replace(num_level=self.numbering.level_index(num_id, own.num_level, link.id))
                props = over(props, own)
            self._paragraphs[style] = props
        return self._paragraphs[style]

    def _resolve_run(self, paragraph: str | None, table: str | None, direct: RunProps) -> Format:
        layers = (
            self._style_run(table or self.default_table) if table is not None else NO_RUN_PROPS,
            self._style_run(paragraph),
            self._style_run(self._character_style(direct.style)),
        )
        below = over(over(over(self.defaults_run, layers[0]), layers[1]), layers[2])
        all_props = over(below, direct)
        color = all_props.color
        return Format(
            bold=self._toggle("bold", layers, direct),
            italic=self._toggle("italic", layers, direct),
            underline=bool(all_props.underline),
            caps=self._toggle("caps", layers, direct),
            hidden=self._toggle("hidden", layers, direct),
            size=all_props.size,
            font=self.theme.get(all_props.font, all_props.font) if all_props.font else None,
            color=None if color == "auto" else color,
        )

    def _toggle(self, name: str, layers: tuple[RunProps, ...], direct: RunProps) -> bool:
        """Return a toggle property: direct formatting decides; else each level of styles that sets it turns it over."""
        own: bool | None = getattr(direct, name)
        if own is not None:
            return own
        if getattr(self.defaults_run, name):
            return True
        return sum(bool(getattr(layer, name)) for layer in layers) % 2 == 1

    def _character_style(self, style: str | None) -> str | None:
        """Return a character style; a paragraph style named by a run stands for the one linked to it."""
        known = self.styles.get(style or "")
        if known is None or known.kind == "character":
            return style
        return known.link

    def _resolve_paragraph(self, table: str | None, direct: ParagraphProps) -> Shape:
        style = self.paragraph_style(direct.style)
        base = self.defaults_paragraph
        if table is not None:
            base = over(base, self._style_paragraph(table or self.default_table))
        inherited = self._style_paragraph(style)
        props = over(base, inherited)
        if direct.num_id is not None or direct.num_level is not None:
            num_id = direct.num_id if direct.num_id is not None else inherited.num_id
            level = self.numbering.level(num_id, direct.num_level)
            props = over(props, level.props) if level else props
        props = over(props, direct)
        return Shape(
            layout=_layout(props),
            style=self.styles[style].name if style in self.styles else direct.style,
            outline_level=self._outline_level(style, props.outline_level),
            num_id=props.num_id or 0,
            num_level=min(max(props.num_level or 0, 0), 8),
        )

    def _outline_level(self, style: str | None, level: int | None) -> int | None:
        """Return 0 to 8: as set, else from the name of a built-in heading style in the chain."""
        if level is not None:
            return level if 0 <= level <= 8 else None
        for link in self.chain(style):
            match = _HEADING.fullmatch(link.name)
            if match:
                return int(match.group(1)) - 1
        return None


def over(base: _Props, own: _Props) -> _Props:
    """Return the properties of two layers: what the upper one says, else the lower one."""
    values: list[Any] = [a if b is None else b for a, b in zip(base, own, strict=True)]
    return type(base)(*values)


def read_styles(root: _Element | None, theme: _Element | None) -> StyleSheet:
    """Return the styles of a styles part and a theme part; both may be absent."""
    sheet = StyleSheet({}, NO_RUN_PROPS, NO_PARAGRAPH_PROPS, _theme_fonts(theme))
    if root is None:
        return sheet
    sheet.defaults_run = read_run_props(root.find(f"{n.DOC_DEFAULTS}/{n.R_PR_DEFAULT}/{n.R_PR}"))
    sheet.defaults_paragraph = read_paragraph_props(root.find(f"{n.DOC_DEFAULTS}/{n.P_PR_DEFAULT}/{n.P_PR}"))
    for element in root.iterchildren(n.STYLE):
        style = _read_style(element)
        sheet.styles[style.id] = style
        if element.get(n.DEFAULT) in ("1", "true", "on"):
            if style.kind == "paragraph":
                sheet.default_paragraph = style.id
            elif style.kind == "table":
                sheet.default_table = style.id
    return sheet


def _read_style(element: _Element) -> Style:
    style_id = element.get(n.STYLE_ID) or ""
    return Style(
        id=style_id,
        kind=element.get(n.TYPE) or "paragraph",
        name=child_value(element, n.NAME) or style_id,
        based_on=child_value(element, n.BASED_ON),
        link=child_value(element, n.LINK),
        element=element,
    )


def _theme_fonts(theme: _Element | None) -> dict[str, str]:
    """Return the Latin fonts of a theme under the references that properties use."""
    out: dict[str, str] = {}
    for key, name in (("+major", n.MAJOR_FONT), ("+minor", n.MINOR_FONT)):
        latin = (
            theme.find(f"{n.THEME_ELEMENTS}/{n.FONT_SCHEME}/{name}/{n.LATIN}") if theme is not None else None
        )
        face = latin.get("typeface") if latin is not None else None
        if face:
            out[key] = face
    return out


def _layout(props: ParagraphProps) -> Layout:
    return Layout(
        alignment=props.alignment,
        left=props.left or 0,
        right=props.right or 0,
        first_line=props.first_line or 0,
        before=props.before or 0,
        after=props.after or 0,
        line=props.line,
        line_rule=props.line_rule,
        page_break_before=bool(props.page_break_before),
        contextual=bool(props.contextual),
        in_characters=bool(props.in_characters),
    )
