"""How a part spells the names of WordprocessingML: its prefix, and the strict or the transitional namespace."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from attrs import frozen
from lxml.etree import _Element

from thidua_check.read.docx.package import parse_xml, transitional

TRANSITIONAL: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"


@frozen
class Dialect:
    """The prefix of a part; ``declare`` is the namespace where the part's root does not declare it with a prefix."""

    prefix: str
    declare: str | None = None

    def element(self, name: str, attributes: Mapping[str, str | None] | None = None, inner: str = "") -> str:
        """Return an element with attributes of the namespace; those that are None are left out."""
        opening, closing = self.tags(name, attributes or {})
        return opening + inner + closing if inner else opening[:-1] + "/>"

    def tags(self, name: str, attributes: Mapping[str, str | None]) -> tuple[str, str]:
        """Return the start tag and the end tag of an element."""
        tag = f"{self.prefix}:{name}"
        given = "".join(
            f" {self.prefix}:{key}={quoteattr(value)}"
            for key, value in attributes.items()
            if value is not None
        )
        declared = f' xmlns:{self.prefix}="{self.declare}"' if self.declare else ""
        return f"<{tag}{declared}{given}>", f"</{tag}>"

    def text(self, text: str, name: str = "t") -> str:
        """Return the text as an element of a run, its outer spaces kept."""
        declared = f' xmlns:{self.prefix}="{self.declare}"' if self.declare else ""
        return f'<{self.prefix}:{name}{declared} xml:space="preserve">{escape(text)}</{self.prefix}:{name}>'


def dialect_of(root: _Element, data: bytes) -> Dialect:
    """Return how a part spells names, from its root and its bytes as they were written."""
    prefixes = [prefix for prefix, uri in root.nsmap.items() if prefix and uri == TRANSITIONAL]
    if prefixes:
        return Dialect("w" if "w" in prefixes else prefixes[0])
    return Dialect("thidua", STRICT if is_strict(data) else TRANSITIONAL)


def is_strict(data: bytes) -> bool:
    """Return whether a part is written in the strict namespaces of ISO 29500-1, Annex A."""
    return STRICT.encode() in data


def parse(data: bytes) -> _Element:
    """Return the root of a part, strict names read as transitional ones."""
    return parse_xml(transitional(data))
