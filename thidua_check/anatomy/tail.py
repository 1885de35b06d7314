"""The end of a document: closing sentence, end mark, recipients and signature, in whatever order columns were read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from thidua_check.anatomy.labels import typed_label
from thidua_check.anatomy.lines import Line, lines_of
from thidua_check.anatomy.model import Signature
from thidua_check.anatomy.phrases import Kind, kind_of
from thidua_check.anatomy.signing import (
    RECIPIENTS,
    is_authority,
    is_full_name,
    is_name,
    is_post,
    is_signed_mark,
)
from thidua_check.anatomy.units import is_caps
from thidua_check.document import Paragraph, Passage
from thidua_check.text import fold


@frozen
class Tail:
    """What was found at the end: ``start`` and ``stop`` bound its paragraphs."""

    start: int
    stop: int
    recipients_label: Passage | None = None
    recipients: tuple[Passage, ...] = ()
    signature: Signature | None = None


_NAME_WITHIN = 10
_MOST = 300
_LONGEST = 160


def tail_of(paragraphs: Sequence[Paragraph], first: int) -> Tail:
    """Return the first closing block of non-empty paragraphs from index ``first`` on; an empty one at their end."""
    start = _start(paragraphs, first)
    if start is None:
        return Tail(len(paragraphs), len(paragraphs))
    tagged: list[tuple[str, Line]] = []
    stop = start
    for index in range(start, min(len(paragraphs), start + _MOST)):
        found = _tag(paragraphs[index], index, tagged)
        if found is None:
            break
        tagged.extend(found)
        stop = index + 1
    return _assemble(tagged, start, stop)


def _start(paragraphs: Sequence[Paragraph], first: int) -> int | None:
    """Return the index of the paragraph with which the closing block begins."""
    for index in range(first, len(paragraphs)):
        paragraph = paragraphs[index]
        if len(paragraph.text) > 2 * _LONGEST and "\n" not in paragraph.text:
            continue
        for line in lines_of(paragraph, index):
            if RECIPIENTS.match(line.folded) and (":" in line.text or _lists(paragraphs, index)):
                return index
            if is_authority(line.text) or (is_caps(line.text) and is_post(line.text)):
                if _signed_near(paragraphs, index):
                    return index
                break
    return None


def _lists(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Tell whether items follow: with a dash, or the file copy within a few lines that end like items."""
    if any(p.label or _dashed(p.text.strip()) for p in paragraphs[index + 1 : index + 3]):
        return True
    for paragraph in paragraphs[index + 1 : index + _NAME_WITHIN]:
        if _dashed(paragraph.text.strip()):
            return True
        if not paragraph.text.rstrip().endswith((";", ",")):
            return False
    return False


def _signed_near(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Tell whether a name, the recipients or the end follow soon, as they do after a signer's post."""
    near = paragraphs[index : index + _NAME_WITHIN]
    if len(near) < _NAME_WITHIN and all(len(p.text) < _LONGEST for p in near):
        return True
    for n, paragraph in enumerate(near):
        if len(paragraph.text) > 2 * _LONGEST:
            return False
        for line in lines_of(paragraph, n):
            if (n and is_name(line.text)) or RECIPIENTS.match(line.folded):
                return True
    return False


def _tag(
    paragraph: Paragraph, index: int, before: Sequence[tuple[str, Line]]
) -> list[tuple[str, Line]] | None:
    """Return the tagged lines of one paragraph of the block, None behind its end."""
    out: list[tuple[str, Line]] = []
    for line in lines_of(paragraph, index):
        tag = _tag_line(line, [*before, *out])
        if tag is None:
            return out or None
        out.append((tag, line))
    return out


def _tag_line(line: Line, before: Sequence[tuple[str, Line]]) -> str | None:
    text = line.text
    if line.is_rule or is_signed_mark(text) or text == "./.":
        return "rule"
    named = any(tag == "name" for tag, _ in before)
    if kind_of(text) in (
        Kind.NATIONAL,
        Kind.MOTTO,
        Kind.NUMBER,
        Kind.ANNEX,
        Kind.PARTY,
        Kind.TYPE,
        Kind.PLACE_DATE,
    ):
        dated = kind_of(text) == Kind.PLACE_DATE and not named
        return "rule" if dated else None
    if RECIPIENTS.match(line.folded):
        return "recipients" if not any(tag == "recipients" for tag, _ in before) else None
    if is_authority(text):
        return "authority"
    if line.paragraph.label or _dashed(text) or _in_recipients_cell(line, before):
        return "item" if any(tag == "recipients" for tag, _ in before) else None
    if is_post(text) and (is_caps(text) or not named):
        return "title"
    return _signature_line(line, before, named)


def _dashed(text: str) -> bool:
    label = typed_label(text)
    return (label is not None and label.scheme in ("dash", "plus", "star", "arabic")) or fold(
        text
    ).startswith("lưu")


def _in_recipients_cell(line: Line, before: Sequence[tuple[str, Line]]) -> bool:
    """Tell whether the line stands in the table cell of the recipients."""
    return line.cell is not None and any(tag == "recipients" and old.cell == line.cell for tag, old in before)


def _signature_line(line: Line, before: Sequence[tuple[str, Line]], named: bool) -> str | None:
    """Tag a line that is neither a form of signing nor an item: a name, more of a title, or what follows the block."""
    last = next((tag for tag, _ in reversed(before) if tag != "rule"), "")
    signed = any(tag in ("authority", "title") for tag, _ in before)
    if not signed and not named and is_full_name(line.text) and _recipients_done(line, before):
        return "name"
    if last in ("item", "more") and not signed and len(line.text) <= _LONGEST:
        return "more"
    if signed and is_name(line.text):
        return "name"
    if is_caps(line.text) and not named and last in ("authority", "title") and len(line.text) < 90:
        return last
    if last in ("recipients", "item") and not named and len(line.text) <= _LONGEST and not is_caps(line.text):
        return "item" if last == "recipients" else "more"
    same_table = line.cell is not None and before and before[0][1].cell is not None
    if same_table and line.cell and before[0][1].cell and line.cell[0] == before[0][1].cell[0]:
        return "rule"
    return (
        "rule"
        if not named and len(line.text) < 60 and signed and not line.text.endswith((".", ";", ":"))
        else None
    )


def _recipients_done(line: Line, before: Sequence[tuple[str, Line]]) -> bool:
    """Tell whether the list of recipients ended before the line: in another cell, or with a full stop."""
    items = [old for tag, old in before if tag in ("item", "more")]
    return bool(items) and (items[-1].cell != line.cell or items[-1].text.endswith("."))


def _assemble(tagged: Sequence[tuple[str, Line]], start: int, stop: int) -> Tail:
    by_tag: dict[str, list[Line]] = {}
    for tag, line in tagged:
        by_tag.setdefault(tag, []).append(line)
    label = next(iter(by_tag.get("recipients", ())), None)
    items = [line.passage for line in by_tag.get("item", ())]
    if label is not None and (rest := _behind_label(label)) is not None:
        items.insert(0, rest)
    name = next(iter(by_tag.get("name", ())), None)
    authority, titles = _joined(by_tag.get("authority", ())), _joined(by_tag.get("title", ()))
    signature = (
        Signature(authority, titles, name.passage if name else None) if authority or titles or name else None
    )
    return Tail(start, stop, label.passage if label else None, tuple(items), signature)


_LABEL = re.compile(r"\W*nơi\s+(?:nhận|gửi)\s*:?\s*", re.IGNORECASE)


def _behind_label(line: Line) -> Passage | None:
    """Return the first recipient where it stands on the label's own line."""
    passage = line.passage
    match = _LABEL.match(passage.text)
    if match is None or not re.search(r"\w", passage.text[match.end() :]):
        return None
    return Passage(passage.paragraph, passage.start + match.end(), passage.end)


def _joined(lines: Sequence[Line]) -> tuple[Passage, ...]:
    """Return the lines as passages; one that a break cuts inside its paragraph is one passage."""
    out: list[Passage] = []
    for line in lines:
        cut = (
            out
            and out[-1].paragraph is line.paragraph
            and not is_authority(line.text)
            and not is_post(line.text)
        )
        if cut:
            out[-1] = Passage(line.paragraph, out[-1].start, line.passage.end)
        else:
            out.append(line.passage)
    return tuple(out)


# "./.", "/.", "./", ". /." at the end of the text.
_END_MARK = re.compile(r"(?:\.\s?/\s?\.?|/\s?\.)\s*[*_]*\s*$")
_CLOSING = re.compile(
    r"\W*(?:trên đây là|trên đây|kính (?:báo cáo|gửi|trình|đề nghị|mong)|xin (?:báo cáo|trân trọng)|trân trọng)\b"
    r"|.{0,120}\bkính (?:báo cáo|gửi|trình)\b.{0,120}$"
)


def closing_of(
    paragraphs: Sequence[Paragraph], start: int, stop: int
) -> tuple[Passage | None, Passage | None]:
    """Return the closing sentence and the end mark of a text whose closing block begins at ``stop``."""
    closing = mark = None
    for index in range(stop - 1, max(start, stop - 4) - 1, -1):
        paragraph = paragraphs[index]
        if mark is None and (found := _END_MARK.search(paragraph.text)):
            mark = Passage(paragraph, found.start(), found.start() + len(found.group().rstrip(" *_\n\t")))
        folded = fold(paragraph.text)
        better = closing is None or folded.lstrip(" *").startswith("trên đây")
        opens = folded.endswith(":")
        if better and not opens and _CLOSING.match(folded) and typed_label(paragraph.text) is None:
            closing = Passage.whole(paragraph)
    return closing, mark
