"""The parts beside the main one that comments need: the comments, their content type and their relationship."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from datetime import datetime
from typing import Final
from xml.sax.saxutils import quoteattr

from attrs import frozen
from lxml.etree import _Element

from thidua_check.read.docx import names as n
from thidua_check.render.word.dialect import STRICT, TRANSITIONAL, Dialect, dialect_of, parse
from thidua_check.render.word.draft_file import DraftFile
from thidua_check.render.word.spans import append_child, as_utf8

AUTHOR: Final = "thidua_check"
_INITIALS: Final = "TC"
_TYPES_PART: Final = "[Content_Types].xml"
_COMMENTS_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION_TYPE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION_TYPE: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@frozen
class Entry:
    """One comment to be written: its id and its paragraphs."""

    id: int
    lines: tuple[str, ...]


def moment(date: datetime | None) -> str:
    """Return a date as Word writes it, now for None: local time, though the form says otherwise.

    The standard lets it be left out, but LibreOffice then saves a date that is none.
    """
    return (date or datetime.now()).strftime("%Y-%m-%dT%H:%M:%SZ")


def next_id(file: DraftFile) -> int:
    """Return the first id above those of all comments and of all ranges and marks in the text."""
    used = [e.get(n.ID) for e in file.root.iter(n.COMMENT_REFERENCE, n.COMMENT_RANGE_START)]
    existing = file.package.related("comments")
    if existing is not None:
        used += [e.get(n.ID) for e in existing.iterchildren(n.COMMENT)]
    return max((int(i) for i in used if i and i.isdecimal()), default=-1) + 1


def comment_parts(file: DraftFile, entries: Sequence[Entry], date: str) -> dict[str, bytes]:
    """Return the parts that change or are new, by name, with the comments behind those that are there."""
    package = file.package
    related = (r.part for r in package.relations(package.main).values() if r.kind == "comments")
    name = next(related, None)
    old = package.data(name) if name else None
    if name is None:
        name = _free_name(file)
        out = {_relations_name(package.main): _with_relation(file, name)}
    else:
        out = {}
    types = _with_type(as_utf8(package.data(_TYPES_PART) or b""), name)
    if types is not None:
        out[_TYPES_PART] = types
    out[name] = _with_entries(as_utf8(old) if old else _new_comments(file.strict), entries, date)
    return out


def _new_comments(strict: bool) -> bytes:
    return f'{_DECLARATION}<w:comments xmlns:w="{STRICT if strict else TRANSITIONAL}"/>'.encode()


def _with_entries(part: bytes, entries: Sequence[Entry], date: str) -> bytes:
    dialect = dialect_of(parse(part), part)
    return append_child(part, "".join(_comment(dialect, entry, date) for entry in entries).encode())


def _comment(dialect: Dialect, entry: Entry, date: str) -> str:
    """Return a comment; it brings its look along, since the draft may have no styles for comments."""
    d = dialect
    shape = (
        d.element("spacing", {"before": "0", "after": "0", "line": "240", "lineRule": "auto"})
        + d.element("ind", {"left": "0", "right": "0", "firstLine": "0"})
        + d.element("jc", {"val": "left"})
    )
    look = d.element("rPr", inner=d.element("sz", {"val": "20"}) + d.element("szCs", {"val": "20"}))
    sign = d.element("r", inner=look + d.element("annotationRef"))
    paragraphs = "".join(
        d.element(
            "p",
            inner=d.element("pPr", inner=shape)
            + (sign if index == 0 else "")
            + d.element("r", inner=look + d.text(line)),
        )
        for index, line in enumerate(entry.lines)
    )
    attributes = {"id": str(entry.id), "author": AUTHOR, "date": date, "initials": _INITIALS}
    return d.element("comment", attributes, paragraphs)


def _free_name(file: DraftFile) -> str:
    folder = posixpath.dirname(file.package.main)
    names = (posixpath.join(folder, f"comments{i or ''}.xml") for i in range(len(file.package.names) + 1))
    return next(name for name in names if name.lower() not in file.package.names)


def _relations_name(part: str) -> str:
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", base + ".rels")


def _with_relation(file: DraftFile, name: str) -> bytes:
    """Return the main part's relationships with one to the comments."""
    data = file.package.data(_relations_name(file.package.main))
    if data is None:
        data = f'{_DECLARATION}<Relationships xmlns="{_RELATIONS}"/>'.encode()
    data = as_utf8(data)
    root = parse(data)
    used = {child.get("Id") for child in root}
    key = next(f"rId{i}" for i in range(1, len(used) + 2) if f"rId{i}" not in used)
    kind = _STRICT_RELATION_TYPE if file.strict else _RELATION_TYPE
    attributes = f'Id="{key}" Type="{kind}" Target={quoteattr(posixpath.basename(name))}'
    return append_child(data, f"<{_prefixed(root, 'Relationship')} {attributes}/>".encode())


def _with_type(data: bytes, name: str) -> bytes | None:
    """Return the content types with one for the comments, None where it is there."""
    root = parse(data)
    if any((child.get("PartName") or "").lower() == f"/{name}".lower() for child in root):
        return None
    attributes = f'PartName={quoteattr("/" + name)} ContentType="{_COMMENTS_TYPE}"'
    return append_child(data, f"<{_prefixed(root, 'Override')} {attributes}/>".encode())


def _prefixed(root: _Element, name: str) -> str:
    return f"{root.prefix}:{name}" if root.prefix else name
