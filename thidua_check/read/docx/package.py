"""The zip behind a Word file: bounded unpacking, hardened XML, parts found through relationships (ISO 29500-2).

Nothing is ever extracted to disk and no external relationship is followed; members whose names climb out of the
archive are simply never asked for.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Final
from urllib.parse import unquote

from attrs import define, field, frozen
from lxml import etree
from lxml.etree import _Element

from thidua_check.read.refusals import refuse

MAX_MEMBERS: Final = 5_000
MAX_PART_BYTES: Final = 32 * 1024 * 1024  # some 1500 pages
MAX_TOTAL_BYTES: Final = 200 * 1024 * 1024
MAX_RATIO: Final = (
    200  # of inflated to packed size, for parts above RATIO_FREE_BYTES; real parts reach about 40
)
RATIO_FREE_BYTES: Final = 1024 * 1024
_CHUNK: Final = 256 * 1024

_PACKAGE_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIP: Final = f"{{{_PACKAGE_RELATIONS}}}Relationship"
_USUAL_MAIN: Final = "word/document.xml"
# Words of a content type that name another program's document.
_OTHER_PROGRAMS: Final = (
    ("spreadsheetml", "xlsx"),
    ("ms-excel", "xlsx"),
    ("presentationml", "pptx"),
    ("ms-powerpoint", "pptx"),
)

# ISO 29500-1 Annex A strict namespaces and their transitional twins; read by rewriting the declaration.
_STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)  # fmt: skip
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))


@frozen
class Relation:
    """An internal relationship: the last word of its type (``header``, ``styles``) and the part it leads to."""

    kind: str
    part: str


@define
class Package:
    """An opened Word file. ``main`` is the name of the main part; parts are inflated and parsed when asked for."""

    archive: zipfile.ZipFile
    main: str
    names: dict[str, zipfile.ZipInfo]
    inflated: int = 0
    _relations: dict[str, dict[str, Relation]] = field(factory=dict)

    def data(self, name: str) -> bytes | None:
        """Return the bytes of a part, None where the package has no such part."""
        info = self.names.get(name.lower())
        return None if info is None else self._inflate(info)

    def xml(self, name: str) -> _Element | None:
        """Return the root element of a part, None where the package has no such part."""
        data = self.data(name)
        return None if data is None else parse_xml(transitional(data))

    def relations(self, name: str) -> dict[str, Relation]:
        """Return the internal relationships of a part by id; ``""`` stands for the package itself."""
        if name not in self._relations:
            self._relations[name] = self._read_relations(name)
        return self._relations[name]

    def related(self, kind: str) -> _Element | None:
        """Return the root of the main part's first relationship of a kind (``styles``), None where there is none."""
        part = next((r.part for r in self.relations(self.main).values() if r.kind == kind), None)
        return self.xml(part) if part else None

    def _read_relations(self, name: str) -> dict[str, Relation]:
        folder, base = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", base + ".rels"))
        out: dict[str, Relation] = {}
        for child in root if root is not None else ():
            target = child.get("Target")
            if child.tag != _RELATIONSHIP or child.get("TargetMode") == "External" or not target:
                continue
            part = posixpath.normpath(posixpath.join("/" + folder, unquote(target))).lstrip("/")
            out[child.get("Id") or ""] = Relation((child.get("Type") or "").rpartition("/")[2], part)
        return out

    def _inflate(self, info: zipfile.ZipInfo) -> bytes:
        """Return a member's bytes, counting while they come and stopping at the caps."""
        if info.flag_bits & 1:
            raise refuse("encrypted-zip")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise refuse("damaged-zip")
        limit = min(MAX_PART_BYTES, max(RATIO_FREE_BYTES, info.compress_size * MAX_RATIO))
        limit = min(limit, MAX_TOTAL_BYTES - self.inflated)
        chunks: list[bytes] = []
        size = 0
        try:
            with self.archive.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    if size > limit:
                        raise refuse("bomb")
                    chunks.append(chunk)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise refuse("damaged-zip") from error
        self.inflated += size
        return b"".join(chunks)


def open_package(data: bytes) -> Package:
    """Open a zip that should be a Word file and find its main part; refuse what is not one or is out of bounds."""
    package = open_archive(data)
    if "[content_types].xml" not in package.names:
        raise refuse("zip")
    package.main = _main_part(package)
    return package


def open_archive(data: bytes) -> Package:
    """Open a zip of parts, whatever they are; refuse one that is damaged or out of bounds."""
    archive = _open_zip(data)
    infos = archive.infolist()
    if sum(info.file_size for info in infos) > MAX_TOTAL_BYTES:
        raise refuse("bomb")
    return Package(archive, "", {info.filename.replace("\\", "/").lower(): info for info in infos})


def transitional(data: bytes) -> bytes:
    """Return a part with the strict namespaces rewritten to the transitional ones."""
    if b"purl.oclc.org" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    return data


def parse_xml(data: bytes) -> _Element:
    """Return the root of an XML part; refuse a DOCTYPE, entities, broken or absurdly deep XML."""
    if any(mark in data for mark in _DOCTYPES):
        raise refuse("doctype")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refuse("damaged-xml") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise refuse("doctype")
    return root


def _open_zip(data: bytes) -> zipfile.ZipFile:
    # Every member needs one such record, so this bounds the directory before it is read.
    if data.count(b"PK\x01\x02") > MAX_MEMBERS:
        raise refuse("too-many-members")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as error:
        raise refuse("damaged-zip") from error


def _main_part(package: Package) -> str:
    """Return the name of the part that the package calls its document; refuse another program's document."""
    relations = package.relations("").values()
    main = next((r.part for r in relations if r.kind == "officeDocument"), _USUAL_MAIN)
    kind = _content_type(package, main)
    for word, name in _OTHER_PROGRAMS:
        if word in kind:
            raise refuse(name)
    if main.lower() not in package.names:
        raise refuse("damaged-part" if relations and "word" in kind else "zip")
    return main


def _content_type(package: Package, part: str) -> str:
    """Return the content type of a part: its own override, else its extension's default, else nothing."""
    root = package.xml("[Content_Types].xml")
    extension = part.rpartition(".")[2].lower()
    default = ""
    for child in root if root is not None else ():
        if child.tag == f"{{{_CONTENT_TYPES}}}Override":
            if (child.get("PartName") or "").lstrip("/").lower() == part.lower():
                return child.get("ContentType") or ""
        elif (child.get("Extension") or "").lower() == extension:
            default = child.get("ContentType") or ""
    return default
