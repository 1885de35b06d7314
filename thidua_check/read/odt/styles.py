"""Styles: what a paragraph or a span looks like after its chain of parents (ISO/IEC 26300-1, 16)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from attrs import define, field
from lxml.etree import _Element

from thidua_check.document import Alignment, Layout
from thidua_check.read.docx.styles import Format
from thidua_check.read.odt import names as n

Props = Mapping[str, str]

_MOST_PARENTS: Final = 20
# A length: "1.27cm", "0.5in", "12pt", "-0.25in"; a share: "150%".
_LENGTH: Final = re.compile(r"(?P<number>-?\d{0,6}(?:\.\d{0,8})?)(?P<unit>cm|mm|in|pt|pc|px|%)")
_TWIPS: Final[Mapping[str, float]] = {
    "cm": 1440 / 2.54, "mm": 144 / 2.54, "in": 1440, "pt": 20, "pc": 240, "px": 15, "%": 0,
}  # fmt: skip
_ALIGNMENTS: Final[Mapping[str, Alignment]] = {
    "start": "left", "left": "left", "end": "right", "right": "right", "center": "center", "justify": "both",
}  # fmt: skip
_NONE: Final = frozenset({"", "none", "hidden"})


@define
class Sheet:
    """The styles of a document by family and name, automatic ones before common ones."""

    styles: dict[tuple[str, str], _Element] = field(factory=dict)
    defaults: dict[str, _Element] = field(factory=dict)
    lists: dict[str, _Element] = field(factory=dict)
    outline: _Element | None = None
    fonts: dict[str, str] = field(factory=dict)
    _formats: dict[tuple[str | None, tuple[str, ...]], Format] = field(factory=dict)
    _layouts: dict[str | None, Layout] = field(factory=dict)

    def take(self, root: _Element | None) -> None:
        """Take up the styles of a part; those of a part taken up later go first."""
        for group in root if root is not None else ():
            if group.tag == _FACES:
                for face in group:
                    name, family = face.get(n.style("name")), face.get(n.FONT_FAMILY)
                    if name and family:
                        self.fonts[name] = family.strip("'\"")
            elif group.tag in _GROUPS:
                self._take_group(group)

    def _take_group(self, group: Iterable[_Element]) -> None:
        for element in group:
            name = element.get(n.style("name")) or ""
            if element.tag == n.style("style"):
                self.styles[element.get(n.style("family")) or "", name] = element
            elif element.tag == n.style("default-style"):
                self.defaults[element.get(n.style("family")) or ""] = element
            elif element.tag == n.text("list-style"):
                self.lists[name] = element
            elif element.tag == n.text("outline-style"):
                self.outline = element

    def chain(self, family: str, name: str | None) -> list[_Element]:
        """Return the styles from the most general to the named one, the default of the family first."""
        out: list[_Element] = []
        seen: set[str] = set()
        while name and name not in seen and len(out) < _MOST_PARENTS:
            seen.add(name)
            element = self.styles.get((family, name))
            if element is None:
                break
            out.append(element)
            name = element.get(n.style("parent-style-name"))
        default = self.defaults.get(family)
        return [*([] if default is None else [default]), *reversed(out)]

    def paragraph_name(self, name: str | None) -> str | None:
        """Return the common style that a paragraph's style is, or is made from, as a reader sees its name."""
        for element in reversed(self.chain("paragraph", name)):
            if element.getparent() is not None and element.getparent().tag == n.office("styles"):  # type: ignore[union-attr]
                return element.get(n.style("display-name")) or element.get(n.style("name"))
        return None

    def format(self, paragraph: str | None, spans: tuple[str, ...]) -> Format:
        """Return the look of characters in a paragraph's style and the spans around them, one value for one look."""
        key = (paragraph, spans)
        if key not in self._formats:
            layers = self.chain("paragraph", paragraph)
            for span in spans:
                layers += [e for e in self.chain("text", span) if e.tag != n.style("default-style")]
            self._formats[key] = self._resolve(layers)
        return self._formats[key]

    def layout(self, paragraph: str | None) -> Layout:
        """Return the shape of a paragraph."""
        if paragraph not in self._layouts:
            self._layouts[paragraph] = _layout(
                merged(self.chain("paragraph", paragraph), "paragraph-properties")
            )
        return self._layouts[paragraph]

    def _resolve(self, layers: list[_Element]) -> Format:
        props = merged(layers, "text-properties")
        font = props.get(n.style("font-name"))
        color = props.get(n.fo("color"))
        automatic = props.get(n.style("use-window-font-color")) == "true" or not color
        return Format(
            bold=props.get(n.fo("font-weight"), "normal") in _BOLD,
            italic=props.get(n.fo("font-style"), "normal") in ("italic", "oblique"),
            underline=props.get(n.style("text-underline-style"), "none") not in _NONE,
            caps=props.get(n.fo("text-transform")) == "uppercase"
            or props.get(n.fo("font-variant")) == "small-caps",
            size=_size(layers),
            font=self.fonts.get(font, font) if font else props.get(n.fo("font-family")),
            color=None if automatic or color is None else color.lstrip("#").upper(),
            hidden=props.get(n.text("display")) == "none",
        )


def merged(layers: Iterable[_Element], kind: str) -> Props:
    """Return the attributes of the property elements of a kind, later layers over earlier ones."""
    out: dict[str, str] = {}
    for layer in layers:
        for element in layer.iterchildren(n.style(kind)):
            out.update({str(name): str(value) for name, value in element.attrib.items()})
    return out


def twips(value: str | None) -> int | None:
    """Return a length in twips, None for none and for shares.

    >>> twips("1.27cm"), twips("0.5in"), twips("150%"), twips(None)
    (720, 720, None, None)
    """
    match = _LENGTH.fullmatch(value or "")
    if not match or match["unit"] == "%" or not match["number"].strip("-."):
        return None
    return round(float(match["number"]) * _TWIPS[match["unit"]])


def has_border(props: Props) -> bool:
    """Tell whether a line is drawn at the top or a side of a cell."""
    general = props.get(n.fo("border"), "")
    return any(
        props.get(n.fo(f"border-{edge}"), general).split(" ")[-1:] != ["none"]
        and props.get(n.fo(f"border-{edge}"), general) not in _NONE
        for edge in ("top", "left", "right")
    )


def _size(layers: Iterable[_Element]) -> float | None:
    """Return the type size in points; a share is one of the layer below."""
    size: float | None = None
    for layer in layers:
        for element in layer.iterchildren(n.style("text-properties")):
            value = element.get(n.fo("font-size"))
            match = _LENGTH.fullmatch(value or "")
            if match and match["unit"] == "%" and match["number"].strip("-.") and size is not None:
                size = size * float(match["number"]) / 100
            else:
                length = twips(value)
                size = length / 20 if length is not None else size
    return size


def _layout(props: Props) -> Layout:
    line = props.get(n.fo("line-height"), "")
    share = _LENGTH.fullmatch(line)
    general = twips(props.get(n.fo("margin"))) or 0
    relative = bool(share and share["unit"] == "%" and share["number"].strip("-."))
    least = twips(props.get(n.style("line-height-at-least")))
    exact = twips(line)
    return Layout(
        alignment=_ALIGNMENTS.get(props.get(n.fo("text-align"), "")),
        left=_margin(props, "left", general),
        right=_margin(props, "right", general),
        first_line=twips(props.get(n.fo("text-indent"))) or 0,
        before=_margin(props, "top", general),
        after=_margin(props, "bottom", general),
        line=round(float(share["number"]) * 2.4) if share and relative else exact or least,
        line_rule="auto" if relative else "exact" if exact else "atLeast" if least else None,
        page_break_before=props.get(n.fo("break-before")) == "page",
        contextual=props.get(n.style("contextual-spacing")) == "true",
    )


def _margin(props: Props, edge: str, general: int) -> int:
    own = twips(props.get(n.fo(f"margin-{edge}")))
    return general if own is None else own


_BOLD: Final = frozenset({"bold", "600", "700", "800", "900"})
_FACES: Final = n.office("font-face-decls")
_GROUPS: Final = frozenset({n.office("styles"), n.office("automatic-styles")})
