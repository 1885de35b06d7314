"""The Word file that a copy is made of: opened once, with its paragraphs in reach of their bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from zipfile import ZipInfo

from attrs import frozen
from lxml.etree import _Element

from thidua_check.document import Comment, Location, Note, Part
from thidua_check.errors import UnwritableError
from thidua_check.read.docx import names as n
from thidua_check.read.docx import read_docx, walk
from thidua_check.read.docx.comments import read_comments
from thidua_check.read.docx.package import Package, open_package
from thidua_check.read.reading import Source, load, sniff
from thidua_check.read.refusals import refuse
from thidua_check.render.word.archive import rewrite
from thidua_check.render.word.dialect import Dialect, dialect_of, is_strict
from thidua_check.render.word.spans import Span, as_utf8, locate
from thidua_check.render.word.spots import Trace, chain

Key = tuple[Part, int]


@frozen(slots=False)
class DraftFile:
    """A draft's bytes, its package, the bytes and the tree of its main part, and its paragraphs by part and block."""

    data: bytes
    package: Package
    main: bytes
    root: _Element
    traces: Mapping[Key, Trace]
    dialect: Dialect

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """The comments that are in the file."""
        return read_comments(self.package)

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The footnotes and endnotes, which only a whole reading finds."""
        return read_docx(self.data, path="-", sha256="").notes

    @property
    def strict(self) -> bool:
        """Whether the file is written in the strict namespaces."""
        return is_strict(self.main)

    def spans(self, elements: Iterable[_Element]) -> dict[_Element, Span]:
        """Return where elements of paragraphs lie in the bytes of the main part, with their runs and what holds them."""
        wanted: set[_Element] = set()
        for element in elements:
            for holder in chain(element):
                wanted.add(holder)
                if holder.tag == n.R:
                    wanted.update(holder)
        return locate(self.main, self.root, wanted)

    def trace(self, location: Location) -> Trace | None:
        """Return the paragraph of a location, None where it is not in the main part or has no characters."""
        return self.traces.get((location.part, location.block))

    def written(self, main: bytes, parts: Mapping[str, bytes]) -> bytes:
        """Return the file with its main part and some other parts changed or added."""
        changed: dict[ZipInfo | str, bytes] = {}
        for name, content in {self.package.main: main, **parts}.items():
            changed[self.package.names.get(name.lower(), name)] = content
        return rewrite(self.data, self.package.archive, changed)


def open_draft(source: Source) -> DraftFile:
    """Open a draft for a copy with changes.

    Raises UnreadableError for what cannot be read at all, UnwritableError for what is no .docx or is signed.
    """
    _, data = load(source)
    if sniff(data) != "docx":
        raise UnwritableError(
            "Nhận xét và chỗ sửa chỉ ghi được vào bản sao của tệp Word .docx; bản thảo này không phải .docx.",
            "Comments and repairs can only be written into a copy of a .docx file; this draft is none.",
        )
    package = open_package(data)
    if _is_signed(package):
        raise UnwritableError(
            "Tệp đã được ký số: ghi thêm vào bản sao sẽ làm chữ ký mất hiệu lực, nên không ghi. Hãy dùng bản chưa ký.",
            "The file is digitally signed: a changed copy would carry a broken signature. Use the unsigned draft.",
        )
    trail = walk(package)
    traces = {(t.paragraph.part, t.paragraph.block): Trace(t) for t in trail if t.pieces}
    if not traces:
        raise refuse("blank")
    root = trail[0].elements[0].getroottree().getroot()
    main = as_utf8(package.data(package.main) or b"")
    return DraftFile(data, package, main, root, traces, dialect_of(root, main))


def _is_signed(package: Package) -> bool:
    """Return whether the package holds an XML signature (ISO 29500-2, 13; [MS-OFFCRYPTO] 2.5)."""
    return any(name.startswith("_xmlsignatures/") for name in package.names) or any(
        relation.kind == "origin" for relation in package.relations("").values()
    )
