"""Places in SARIF: artifacts, regions, and the sections as logical locations (SARIF 2.1.0, 3.28-3.33)."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from thidua_check.document import Document, Location, Paragraph, Part
from thidua_check.findings import Lang
from thidua_check.render.places import place, section_path
from thidua_check.render.uris import uri

Object = dict[str, Any]


@frozen
class Lines:
    """Where the paragraphs stand in the plain text of a document that has no lines of its own.

    That text has the paragraphs in reading order (page headers, body and tables, notes, page footers), each ended by
    a line feed. By part and block: the paragraph, the offset of its first character, and its first line (from 1).
    """

    starts: dict[tuple[Part, int], tuple[Paragraph, int, int]] = field(repr=False)

    @classmethod
    def of(cls, document: Document) -> Lines:
        """Lay out the paragraphs of a document."""
        starts: dict[tuple[Part, int], tuple[Paragraph, int, int]] = {}
        offset, line = 0, 1
        for paragraph in (*document.headers, *document.everything, *document.footers):
            starts[(paragraph.part, paragraph.block)] = (paragraph, offset, line)
            offset += len(paragraph.text) + 1
            line += paragraph.text.count("\n") + 1
        return cls(starts)

    def region(self, location: Location) -> Object | None:
        """Return the region of a location, None where it is in no known paragraph."""
        found = self.starts.get((location.part, location.block))
        if found is None:
            return None
        paragraph, offset, line = found
        text = paragraph.text
        return {
            "startLine": line + text.count("\n", 0, location.start),
            "startColumn": _column(text, location.start),
            "endLine": line + text.count("\n", 0, location.end),
            "endColumn": _column(text, location.end),
            "charOffset": offset + location.start,
            "charLength": location.end - location.start,
        }


def _column(text: str, offset: int) -> int:
    return offset - text.rfind("\n", 0, offset)


@frozen
class Places:
    """What the places of one document need: its artifact and, where the format has no lines, the laid-out text."""

    path: str
    index: int
    lines: Lines
    lang: Lang

    def artifact(self) -> Object:
        """Return the reference to the document's artifact."""
        return {"uri": uri(self.path), "index": self.index}

    def location(self, location: Location, excerpt: str | None = None) -> Object:
        """Return a location with its region, its section, and its place in words."""
        physical: Object = {"artifactLocation": self.artifact()}
        region = _source_lines(location) or self.lines.region(location)
        if region:
            physical["region"] = {**region, "snippet": {"text": excerpt}} if excerpt else region
        out: Object = {"physicalLocation": physical, "message": {"text": place(location, self.lang)}}
        if location.section:
            path = section_path(location.section)
            out["logicalLocations"] = [{"fullyQualifiedName": path, "kind": "section"}]
        out["properties"] = {
            "part": location.part,
            "block": location.block,
            "start": location.start,
            "end": location.end,
            **({"cell": list(location.cell)} if location.cell else {}),
            **({"page": location.page} if location.page else {}),
        }
        return out


def _source_lines(location: Location) -> Object | None:
    if location.line is None:
        return None
    return {"startLine": location.line, "endLine": max(location.line, location.line_end or 0)}


def artifact(document: Document | None, path: str) -> Object:
    """Return the artifact of a file, with its checksum where it was read."""
    out: Object = {"location": {"uri": uri(path)}, "roles": ["analysisTarget"]}
    if document is not None:
        out["hashes"] = {"sha-256": document.sha256}
    return out
