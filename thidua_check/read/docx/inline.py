"""The inside of one paragraph: its visible characters with their formatting, its boxes and its note marks.

What counts (ISO 29500-1, 17.3.3 and 17.13.5): inserted and moved-in text, field results, content controls, links.
What does not: deleted and moved-away text, field codes, hidden text, the fallback of alternative content.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from attrs import define, field, frozen
from lxml.etree import _Element

from thidua_check.read.docx import names as n
from thidua_check.read.docx.fields import Fields
from thidua_check.read.docx.labels import symbol
from thidua_check.read.docx.properties import NO_RUN_PROPS
from thidua_check.read.docx.repeats import Repeats
from thidua_check.read.docx.styles import Format, StyleSheet


@frozen
class Mark:
    """A reference to a note: the offset in the paragraph's own characters, and its own sign where it has one."""

    kind: str
    id: str
    offset: int
    custom: str | None


@frozen
class Piece:
    """Some characters of a paragraph with the element they stand in; ``in_field`` for those of a complex field.

    A ``w:t`` whose outer spaces do not count has more characters than the piece.
    """

    text: str
    element: _Element
    in_field: bool


@define
class Inline:
    """What has been collected of one paragraph; ``trace`` takes up where each piece stands, where that is asked."""

    sheet: StyleSheet
    repeats: Repeats
    fields: Fields
    style: str | None
    table: str | None
    pieces: list[str] = field(factory=list)
    formats: list[Format] = field(factory=list)
    length: int = 0
    boxes: list[_Element] = field(factory=list)
    marks: list[Mark] = field(factory=list)
    trace: list[Piece] | None = None

    def add(self, text: str, look: Format, element: _Element) -> None:
        """Take up some text of one formatting, which stands in an element."""
        if self.fields.muted or look.hidden or not text:
            return
        if self.trace is not None:
            self.trace.append(Piece(text, element, bool(self.fields.open)))
        self.pieces.append(text)
        self.formats.append(look)
        self.length += len(text)


def collect(parent: _Element, into: Inline) -> None:
    """Take up the runs of a paragraph, or of a container in it, in reading order."""
    for child in parent:
        tag = child.tag
        if tag == n.R:
            _run(child, into)
        elif tag in _TRANSPARENT:
            collect(child, into)
        elif tag == n.SDT:
            for content in child.iterchildren(n.SDT_CONTENT):
                collect(content, into)
        elif tag == n.ALTERNATE:
            chosen = branch(child)
            if chosen is not None:
                collect(chosen, into)
        elif tag == n.O_MATH:
            into.add("".join(t.text or "" for t in child.iter(n.MATH_T)), _look(None, into), child)


def branch(alternate: _Element) -> _Element | None:
    """Return the part of alternative content that is read: the first choice with something to read, else the fallback."""
    fallback = None
    for child in alternate:
        if child.tag == n.CHOICE:
            if next(child.iter(*_READABLE), None) is not None:
                return child
        elif child.tag == n.FALLBACK:
            fallback = child
    return fallback


def _look(properties: _Element | None, into: Inline) -> Format:
    props = into.repeats.run_props(properties) if properties is not None else NO_RUN_PROPS
    return into.sheet.format(into.style, into.table, props)


def _run(run: _Element, into: Inline) -> None:
    """Take up one run."""
    look: Format | None = None
    properties: _Element | None = None
    for child in run:
        tag = child.tag
        if tag == n.R_PR:
            properties = child
        elif tag == n.T:
            look = look or _look(properties, into)
            into.add(_text(child, look.font), look, child)
        else:
            handler = _RUN_CONTENT.get(tag)
            if handler is not None:
                look = look or _look(properties, into)
                handler(child, into, look)


def _text(element: _Element, font: str | None) -> str:
    """Return the characters of a ``w:t``: outer spaces count only where they are to be preserved."""
    text = element.text or ""
    if _ODD.search(text):
        text = _SYMBOL_CHAR.sub(lambda m: symbol(m.group(), font), _BREAKS.sub(" ", text))
    if text and (text[0] == " " or text[-1] == " ") and element.get(n.SPACE) != "preserve":
        return text.strip(" ")
    return text


def _break(element: _Element, into: Inline, look: Format) -> None:
    kind = element.get(n.TYPE)
    if kind in (None, "textWrapping") or into.length:
        into.add("\n", look, element)


def _symbol(element: _Element, into: Inline, look: Format) -> None:
    try:
        char = chr(int(element.get(n.CHAR) or "", 16))
    except (ValueError, OverflowError):
        return
    font = element.get(n.FONT)
    in_table = "\uf000" <= char <= "\uf0ff" or (font in ("Symbol", "Wingdings") and ord(char) < 256)
    # A lone surrogate is no text.
    if in_table or not "\ud800" <= char <= "\udfff":
        into.add(symbol(char, font) if in_table else char, look, element)


def _field(element: _Element, into: Inline, look: Format) -> None:
    action = _FIELD_ACTIONS.get(element.get(n.FLD_CHAR_TYPE) or "")
    if action is not None:
        action(into.fields)


def _note(element: _Element, into: Inline, look: Format) -> None:
    if look.hidden or into.fields.muted:
        return
    kind = "footnote" if element.tag == n.FOOTNOTE_REFERENCE else "endnote"
    custom = None
    if element.get(n.CUSTOM_MARK_FOLLOWS) in ("1", "true", "on"):
        following = next(element.itersiblings(n.T), None)
        custom = (following.text or "") if following is not None else ""
    into.marks.append(Mark(kind, element.get(n.ID) or "", into.length, custom))


def _drawing(element: _Element, into: Inline, look: Format) -> None:
    if not look.hidden:
        into.boxes.extend(_boxes(element))


def _boxes(element: _Element) -> Iterator[_Element]:
    """Yield the outermost text boxes of a drawing that hold anything, each once."""
    for child in element:
        if child.tag == n.TXBX_CONTENT:
            if any(t.tag != n.T or t.text for t in child.iter(*_READABLE)):
                yield child
        elif child.tag == n.ALTERNATE:
            chosen = branch(child)
            if chosen is not None:
                yield from _boxes(chosen)
        elif len(child):
            yield from _boxes(child)


def _alternate(element: _Element, into: Inline, look: Format) -> None:
    chosen = branch(element)
    for child in chosen if chosen is not None else ():
        if child.tag == n.T:
            into.add(_text(child, look.font), look, child)
        elif child.tag in _RUN_CONTENT:
            _RUN_CONTENT[child.tag](child, into, look)
        elif child.tag == n.R:
            _run(child, into)


def _ruby(element: _Element, into: Inline, look: Format) -> None:
    for base in element.iterchildren(n.RUBY_BASE):
        collect(base, into)


def _character(char: str) -> Callable[[_Element, Inline, Format], None]:
    def handler(element: _Element, into: Inline, look: Format) -> None:
        into.add(char, look, element)

    return handler


_TRANSPARENT: Final = frozenset(
    {
        n.INS,
        n.MOVE_TO,
        n.HYPERLINK,
        n.SMART_TAG,
        n.CUSTOM_XML,
        n.FLD_SIMPLE,
        n.DIR,
        n.BDO,
        n.O_MATH_PARA,
    }
)
_READABLE: Final = (n.T, n.MATH_T, n.SYM)
_FIELD_ACTIONS: Final[Mapping[str, Callable[[Fields], None]]] = {
    "begin": Fields.begin,
    "separate": Fields.separate,
    "end": Fields.end,
}
_RUN_CONTENT: Final[Mapping[Any, Callable[[_Element, Inline, Format], None]]] = {
    n.TAB: _character("\t"),
    n.PTAB: _character("\t"),
    n.CR: _character("\n"),
    n.NO_BREAK_HYPHEN: _character("-"),
    n.SOFT_HYPHEN: _character("\u00ad"),
    n.BR: _break,
    n.SYM: _symbol,
    n.FLD_CHAR: _field,
    n.FOOTNOTE_REFERENCE: _note,
    n.ENDNOTE_REFERENCE: _note,
    n.DRAWING: _drawing,
    n.PICT: _drawing,
    n.OBJECT: _drawing,
    n.ALTERNATE: _alternate,
    n.RUBY: _ruby,
}

# Line ends and tabs inside w:t are shown as spaces.
_BREAKS: Final = re.compile(r"[\r\n\t]")
# A character of a symbol font that Word wrote as plain text
_SYMBOL_CHAR: Final = re.compile("[\uf020-\uf0ff]")
_ODD: Final = re.compile("[\r\n\t\uf020-\uf0ff]")
