"""Comments and tracked changes of Word files, for tests: findings on chosen words, what is anchored, what changed."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterable

from lxml import etree

from tests.support.word import W, unpack
from thidua_check.document import Document, Location, Passage
from thidua_check.findings import Basis, Confidence, Finding, Level, Place, Suggestion, Words
from thidua_check.read import read

_W = f"{{{W}}}"
_NOTHING = ("commentRangeStart", "commentRangeEnd", "commentReference")


def finding(place: Location, excerpt: str, *, repair: str | None = None, number: int = 0) -> Finding:
    """Return a finding of an invented rule on a place; ``repair`` is a safe one."""
    return Finding(
        rule="XX01",
        name="invented",
        family="XX",
        outcome="fail",
        level=Level.ERROR,
        confidence=Confidence.HIGH,
        message=Words(f"“{excerpt}” cần xem lại.", f'Look at "{excerpt}" again.'),
        excerpt=excerpt,
        location=place,
        places=(Place(place, excerpt, repair),),
        suggestion=Suggestion(Words(repair), "safe") if repair is not None else None,
        basis=Basis("Nghị định 30/2020/NĐ-CP", "Phụ lục I"),
        fingerprint=hashlib.sha256(f"{place}{number}".encode()).hexdigest()[:16],
    )


def on(data: bytes, *words: str, repair: str | None = None) -> list[Finding]:
    """Return a finding on the first place of each of the words in a file, in the body, a note, a header or a footer."""
    return [finding(where(read(data), one), one, repair=repair) for one in words]


def where(document: Document, words: str) -> Location:
    """Return the first place of some words."""
    for paragraph in (*document.everything, *document.headers, *document.footers):
        start = paragraph.text.find(words)
        if start >= 0:
            return Location.of(Passage(paragraph, start, start + len(words)))
    raise ValueError(f"no such words: {words}")


def anchored(data: bytes) -> dict[str, str]:
    """Return for each comment, by its text's first line, the characters between the ends of its range."""
    root = etree.fromstring(main_part(data))
    ids: dict[str, list[str]] = {}
    out: dict[str, str] = {}
    for element in root.iter("*"):
        name = etree.QName(element).localname
        number = element.get(_W + "id") or ""
        if name == "commentRangeStart":
            ids[number] = []
        elif name == "commentRangeEnd":
            out[number] = "".join(ids.pop(number))
        elif name in ("t", "delText") and not _in_fallback(element):
            for text in ids.values():
                text.append(element.text or "")
    marks = [e.get(_W + "id") or "" for e in root.iter(_W + "commentReference")]
    assert sorted(marks) == sorted(out)
    lines = comment_lines(data)
    return {lines[number][0]: out[number] for number in sorted(out, key=int)}


def _in_fallback(element: etree._Element) -> bool:
    return any(etree.QName(e).localname == "Fallback" for e in element.iterancestors())


def comment_lines(data: bytes) -> dict[str, list[str]]:
    """Return the paragraphs of each comment by its id."""
    part = unpack(data).get("word/comments.xml")
    root = etree.fromstring(part) if part else ()
    return {
        comment.get(_W + "id") or "": [
            "".join(t.text or "" for t in p.iter(_W + "t")) for p in comment.iter(_W + "p")
        ]
        for comment in root
    }


def main_part(data: bytes) -> bytes:
    """Return the main part."""
    return unpack(data)["word/document.xml"]


def bare(main: bytes, keep: Iterable[str] = ()) -> bytes:
    """Return the canonical XML of a main part without comment anchors, neighbouring runs of one formatting joined.

    ``keep`` are ids of comments whose anchors stay.
    """
    root = etree.fromstring(main)
    kept = set(keep)
    for element in list(root.iter(*(_W + name for name in _NOTHING))):
        if element.get(_W + "id") not in kept:
            holder = element.getparent() if element.tag == _W + "commentReference" else element
            assert holder is not None
            above = holder.getparent()
            assert above is not None
            above.remove(holder)
    for paragraph in root.iter(_W + "p"):
        _join_all(paragraph)
    for text in root.iter(_W + "t"):
        if text.text and text.text == text.text.strip():
            text.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", None)
    return etree.tostring(root, method="c14n")


def _join_all(holder: etree._Element) -> None:
    for child in list(holder):
        before = child.getprevious()
        if child.tag == _W + "r" and before is not None and before.tag == _W + "r" and _alike(before, child):
            _join(before, child)
        elif child.tag not in (_W + "r", _W + "p"):
            _join_all(child)


def _alike(one: etree._Element, two: etree._Element) -> bool:
    return dict(one.attrib) == dict(two.attrib) and _look(one) == _look(two)


def _look(run: etree._Element) -> bytes:
    found = run.find(_W + "rPr")
    return b"" if found is None else etree.tostring(found, method="c14n")


def _join(one: etree._Element, two: etree._Element) -> None:
    for child in [c for c in two if c.tag != _W + "rPr"]:
        last = one[-1] if len(one) else None
        if last is not None and last.tag == child.tag == _W + "t":
            last.text = (last.text or "") + (child.text or "")
            last.attrib.update(child.attrib)
        else:
            one.append(child)
    above = two.getparent()
    assert above is not None
    above.remove(two)


def with_parts(data: bytes, parts: dict[str, bytes]) -> bytes:
    """Return a file with some members changed or added, by plain unpacking and packing."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**unpack(data), **parts}.items():
            archive.writestr(name, content)
    return out.getvalue()


def answered(data: bytes, answers: dict[str, str], *, done: bool = False) -> bytes:
    """Return a commented file in which comments, by id, were answered as Word does: new comments and their threads."""
    w14 = "http://schemas.microsoft.com/office/word/2010/wordml"
    w15 = "http://schemas.microsoft.com/office/word/2012/wordml"
    parts = unpack(data)
    root = etree.fromstring(parts["word/comments.xml"])
    threads = etree.Element(f"{{{w15}}}commentsEx", nsmap={"w15": w15})
    main = parts["word/document.xml"].decode()
    keys: dict[str, str] = {}
    for index, comment in enumerate(root):
        key = keys[comment.get(_W + "id") or ""] = f"{index + 1:08X}"
        comment[-1].set(f"{{{w14}}}paraId", key)
        entry = etree.SubElement(threads, f"{{{w15}}}commentEx")
        entry.set(f"{{{w15}}}paraId", key)
        entry.set(f"{{{w15}}}done", str(int(done)))
    for number, (target, text) in enumerate(answers.items(), 900):
        answer = etree.SubElement(root, _W + "comment", {_W + "id": str(number), _W + "author": "Lê Văn Mẫu"})
        paragraph = etree.SubElement(answer, _W + "p")
        paragraph.set(f"{{{w14}}}paraId", f"{number:08X}")
        etree.SubElement(etree.SubElement(paragraph, _W + "r"), _W + "t").text = text
        entry = etree.SubElement(threads, f"{{{w15}}}commentEx")
        entry.set(f"{{{w15}}}paraId", f"{number:08X}")
        entry.set(f"{{{w15}}}paraIdParent", keys[target])
        main = _same_range(main, target, str(number))
    relations = parts["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    more = f'<Relationship Id="rIdThreads" Type="{kind}" Target="commentsExtended.xml"/></Relationships>'
    return with_parts(
        data,
        {
            "word/document.xml": main.encode(),
            "word/comments.xml": etree.tostring(root, encoding="UTF-8", xml_declaration=True),
            "word/commentsExtended.xml": etree.tostring(threads, encoding="UTF-8", xml_declaration=True),
            "word/_rels/document.xml.rels": re.sub("</Relationships>", more, relations).encode(),
        },
    )


def _same_range(main: str, target: str, number: str) -> str:
    """Return the text with the anchors of an answer beside those of the comment it answers."""
    for pattern in (
        rf'<w:commentRange(?:Start|End) w:id="{target}"/>',
        rf'<w:r><w:rPr>(?:(?!</w:rPr>).)*</w:rPr><w:commentReference w:id="{target}"/></w:r>',
    ):
        main = re.sub(pattern, lambda m: m[0] + m[0].replace(f'w:id="{target}"', f'w:id="{number}"'), main)
    return main
