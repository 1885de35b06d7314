"""The head of a document: national header, issuing body, number line, place and date, type, subject, addressees.

NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 1 to 5 and 9. Offices set it as a borderless table, in boxes, in
two tabbed columns or as plain lines; the reading order of the two columns is not relied on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from attrs import frozen

from thidua_check.anatomy.labels import typed_label
from thidua_check.anatomy.lines import Line, lines_of
from thidua_check.anatomy.model import Field, PlaceDate
from thidua_check.anatomy.organs import organs_of
from thidua_check.anatomy.phrases import ORGAN_WORDS, Kind, kind_of, read_number, read_place_date, type_end
from thidua_check.anatomy.units import is_caps
from thidua_check.document import Paragraph, Passage
from thidua_check.text import fold


@frozen
class Head:
    """What was found at the head; ``stop`` is the index of the first paragraph behind it."""

    stop: int = 0
    national: Passage | None = None
    motto: Passage | None = None
    parent: Field | None = None
    issuer: Field | None = None
    number_line: Passage | None = None
    number: str | None = None
    symbol: str | None = None
    year: int | None = None
    place_date: PlaceDate | None = None
    type: Field | None = None
    subject: Field | None = None
    to: Field | None = None
    annex: Field | None = None
    regime: Literal["state", "party"] | None = None


@frozen
class _Tagged:
    """A line of the head with what it is there."""

    kind: str
    line: Line


# How body text opens: "Căn cứ Luật ...", "Thực hiện Kế hoạch ...", "Theo đề nghị ...".
_OPENS_BODY = re.compile(
    r"(?:căn cứ|thực hiện|theo|trên cơ sở|xét|để|nhằm|phát huy|hưởng ứng|tiếp tục|ngày|trong|năm \d|sau khi|qua|với"
    r"|triển khai|được sự|thời gian qua|tại|chấp hành|vừa qua|thi hành|uỷ ban nhân dân|ubnd)\b"
)
# Brackets under a title: "(Kèm theo Công văn số ...)", "(Ban hành kèm theo ...)", "(Phục vụ kỳ họp ...)".
_BRACKET = re.compile(r"\W*\(.{3,400}\)\W*")
# Who decides, in capitals between the subject of a decision and its grounds: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ...".
_ENACTING = re.compile(
    r"(?:chủ tịch|uỷ ban|hội đồng|thủ tướng|chính phủ|bộ trưởng|giám đốc|chánh|quốc hội|tổng|hiệu trưởng|cục trưởng"
    r"|viện trưởng|trưởng|thống đốc|chi cục trưởng|ban |thường trực)"
)
_MOST = 60
_PREAMBLE = 12


def head_of(paragraphs: Sequence[Paragraph]) -> Head:
    """Return the head with which non-empty paragraphs begin; an empty one if they begin with body text.

    A few lines may stand before it, as the name of a form or of the letter that it came with.
    """
    for first in (0, _header_start(paragraphs)):
        tagged: list[_Tagged] = []
        stop = first
        for index in range(first, min(len(paragraphs), first + _MOST)):
            found = _tag(paragraphs[index], index, tagged)
            if found is None:
                break
            tagged.extend(found)
            stop = index + 1
        if _is_head(tagged):
            return _assemble(tagged, stop)
    return Head()


def _header_start(paragraphs: Sequence[Paragraph]) -> int:
    """Return the index of the first paragraph of a header table or header lines that a preamble precedes, else 0."""
    for index, paragraph in enumerate(paragraphs[:_PREAMBLE]):
        first = next(lines_of(paragraph, index), None)
        if first is None or len(paragraph.text) > 300:
            continue
        if kind_of(first.text) in (Kind.NATIONAL, Kind.PARTY):
            while index and _leads_to(paragraphs[index - 1], paragraph):
                index -= 1
            return index
    return 0


def _leads_to(above: Paragraph, header: Paragraph) -> bool:
    """Tell whether a paragraph belongs to the header that stands right below it."""
    if header.cell is not None:
        return above.cell is not None and above.cell[0] == header.cell[0]
    return above.cell is None and is_caps(above.text) and ORGAN_WORDS.match(fold(above.text)) is not None


def _is_head(tagged: Iterable[_Tagged]) -> bool:
    """Tell whether the lines hold anything that only a head has."""
    sure = {"national", "motto", "party", "number", "place_date", "type", "to", "annex"}
    return any(t.kind in sure or (t.kind == "organ" and ORGAN_WORDS.match(t.line.folded)) for t in tagged)


def _tag(paragraph: Paragraph, index: int, before: Sequence[_Tagged]) -> list[_Tagged] | None:
    """Return the tagged lines of one paragraph, None if body text begins with it."""
    out: list[_Tagged] = []
    for line in lines_of(paragraph, index):
        kind = _tag_line(line, [*before[-12:], *out])
        if kind is None:
            return None
        out.append(_Tagged(kind, line))
    return out


def _tag_line(line: Line, before: Sequence[_Tagged]) -> str | None:
    """Return what a line of the head is, None for body text."""
    if line.is_rule:
        return "rule"
    kind = kind_of(line.text)
    state = _state(before)
    if kind == Kind.ABOUT and state == "titled":
        return _titled_line(line, before)
    if kind in _FIXED and not (kind == Kind.TYPE and state != "open"):
        if kind == Kind.TYPE and _joins(line, before, "organ"):
            return "organ"
        return str(kind)
    if kind == Kind.ANNEX:
        return "annex" if state == "open" and not before else None
    if kind == Kind.TO:
        return "to"
    return _STATES[state](line, before)


_FIXED = frozenset(
    {Kind.NATIONAL, Kind.MOTTO, Kind.PARTY, Kind.NUMBER, Kind.PLACE_DATE, Kind.MARK, Kind.ABOUT, Kind.TYPE}
)


def _state(before: Sequence[_Tagged]) -> str:
    """Return whether the type and subject, the addressees, or neither have begun."""
    for tagged in reversed(before):
        if tagged.kind in ("to", "addressee"):
            return "to"
        if tagged.kind in ("type", "subject", "annex", "bracket"):
            return "titled"
    return "open"


def _joins(line: Line, before: Sequence[_Tagged], kind: str) -> bool:
    """Tell whether the line continues the last line of a kind: same paragraph, or same table cell."""
    last = next((t for t in reversed(before) if t.kind == kind), None)
    if last is None:
        return False
    return last.line.index == line.index or (line.cell is not None and last.line.cell == line.cell)


def _open_line(line: Line, before: Sequence[_Tagged]) -> str | None:
    """Tag a line before any type: an issuing body, more of the subject of a letter, or body text."""
    last = before[-1].kind if before else ""
    if is_caps(line.text) and len(line.text) <= 150 and not _numbered(line):
        return "organ"
    if last == "national" and "việt nam" in line.folded:
        return "national"
    if last == "about" and len(line.text) < 150 and not _numbered(line) and not _is_body(line):
        return "about"
    if before and _joins(line, before, "about") and len(line.text) < 150:
        return "about"
    in_table = line.cell is not None and before and before[-1].line.cell is not None
    if in_table and before[-1].line.cell is not None and line.cell is not None:
        same = before[-1].line.cell[0] == line.cell[0]
        return "other" if same and len(line.text) < 120 else None
    if before and _BRACKET.fullmatch(line.text):
        return "bracket"
    return "other" if line.paragraph.boxed and len(line.text) < 120 else None


def _is_body(line: Line) -> bool:
    return line.text.endswith((".", ";", ":")) or _OPENS_BODY.match(line.folded) is not None


def _numbered(line: Line) -> bool:
    label = typed_label(line.text)
    return label is not None and label.scheme not in ("star", "plus")


def _titled_line(line: Line, before: Sequence[_Tagged]) -> str | None:
    """Tag a line after the type: more of the subject, a bracket below it, or body text."""
    if _BRACKET.fullmatch(line.text) or (_joins(line, before, "bracket") and line.text.endswith(")")):
        return "bracket"
    if line.text.startswith("(") and len(line.text) < 300 and ")" not in line.text:
        return "bracket"
    if _numbered(line) or line.folded.startswith("căn cứ ") or line.paragraph.label:
        return None
    last = before[-1].kind
    subjects = [t.line for t in before if t.kind == "subject"]
    if subjects and subjects[-1].index != line.index and is_caps(line.text) and _ENACTING.match(line.folded):
        return "enacting"
    if last in ("rule", "bracket", "enacting") and subjects:
        return None
    if line.text.isdigit():
        return "rule"
    if last == "type" or not subjects:
        return "subject" if _first_subject(line) else None
    return "subject" if _more_subject(line, subjects[-1]) else None


def _first_subject(line: Line) -> bool:
    """Tell whether the line right below the type is the subject: short, bold, centred or in capitals."""
    if len(line.text) > 500:
        return False
    if is_caps(line.text) or line.bold:
        return True
    if line.text.endswith((":", ";", ",")):
        return False
    centred = line.paragraph.layout.alignment == "center"
    if line.text.endswith((".", "./.")):
        return len(line.text) < 200 and (centred or not _OPENS_BODY.match(line.folded))
    return centred or len(line.text) < 300


def _more_subject(line: Line, last: Line) -> bool:
    """Tell whether a line continues the subject."""
    if line.index == last.index:
        return True
    if last.paragraph.runs and any(r.bold for r in last.paragraph.runs):
        same_look = (
            line.bold == last.bold and line.paragraph.layout.alignment == last.paragraph.layout.alignment
        )
        centred = line.paragraph.layout.alignment == "center"
        return same_look and (centred or is_caps(line.text) == is_caps(last.text)) and len(line.text) < 300
    if is_caps(last.text):
        return is_caps(line.text)
    if line.text[0].islower():
        return not line.text.endswith((":", ";")) and len(line.text) < 200
    if line.paragraph.layout.alignment == "center" == last.paragraph.layout.alignment:
        return True
    open_ended = last.text.endswith((",", "-", "–"))
    short = len(line.text) < 90 and not line.text.endswith((".", ":", ";", ","))
    return (short and not _OPENS_BODY.match(line.folded)) or (open_ended and not _is_body(line))


_UNIT_WORDS = re.compile(
    r"(?:các|uỷ ban|ubnd|sở|ban|bộ|thủ trưởng|chủ tịch|giám đốc|hội|đồng chí|ông|bà|văn phòng|phòng)\b"
)


def _addressee_line(line: Line, before: Sequence[_Tagged]) -> str | None:
    """Tag a line after ``Kính gửi``: one more addressee, or body text."""
    last = before[-1]
    if line.index == last.line.index or (
        line.cell is not None and last.line.cell and line.cell[0] == last.line.cell[0]
    ):
        return "addressee"
    label = typed_label(line.text)
    dashed = (label is not None and label.scheme in ("dash", "plus", "star")) or line.paragraph.label
    if len(line.text) > 250 or _OPENS_BODY.match(line.folded):
        return None
    if dashed:
        return "addressee"
    bare = last.kind == "to" and re.fullmatch(r"\W*kính\s?(?:gửi|trình)\W*", last.line.folded)
    listed = last.line.text.endswith((";", ",")) and _UNIT_WORDS.match(line.folded)
    return "addressee" if (bare and len(line.text) < 150) or listed else None


_STATES: dict[str, Callable[[Line, Sequence[_Tagged]], str | None]] = {
    "open": _open_line,
    "titled": _titled_line,
    "to": _addressee_line,
}


def _assemble(tagged: Sequence[_Tagged], stop: int) -> Head:
    lines: dict[str, list[Line]] = {}
    for tag in tagged:
        lines.setdefault(tag.kind, []).append(tag.line)
    number_line = next(iter(lines.get("number", ())), None)
    number = read_number(number_line.text) if number_line else None
    parent, issuer = organs_of(lines.get("organ", ()))
    type_, subject = _type_and_subject(lines)
    party = bool(lines.get("party")) or bool(number and number.symbol and _PARTY_SYMBOL.match(number.symbol))
    return Head(
        stop=stop,
        national=_span(lines.get("national", ())[:2]),
        motto=_span(lines.get("motto", ())[:2]),
        parent=parent,
        issuer=issuer,
        number_line=number_line.passage if number_line else None,
        number=number.number if number else None,
        symbol=number.symbol if number else None,
        year=number.year if number else None,
        place_date=_place_date(lines.get("place_date", ())),
        type=type_,
        subject=subject,
        to=_to([t.line for t in tagged if t.kind in ("to", "addressee")]),
        annex=_field(lines.get("annex", ())),
        regime="party" if party else "state" if lines.get("national") or lines.get("motto") else None,
    )


# The symbol of a Party document: type, slash, organ: "QĐ/TW", "KH/BCĐ".
_PARTY_SYMBOL = re.compile(r"[A-ZĐ][A-Za-zĐđ]{1,3}/[A-ZĐ]")


def _span(lines: Sequence[Line]) -> Passage | None:
    """Return the passage over lines of one paragraph, or the first line where they stand in several."""
    if not lines:
        return None
    first, last = lines[0].passage, lines[-1].passage
    if first.paragraph is last.paragraph:
        return Passage(first.paragraph, first.start, last.end)
    return first


def _field(lines: Sequence[Line]) -> Field | None:
    if not lines:
        return None
    return Field(" ".join(line.text for line in lines), tuple(line.passage for line in lines))


def _place_date(lines: Sequence[Line]) -> PlaceDate | None:
    if not lines:
        return None
    read = read_place_date(lines[0].text)
    if read is None:
        return None
    return PlaceDate(lines[0].passage, read.place, read.day, read.month, read.year)


def _type_and_subject(lines: dict[str, list[Line]]) -> tuple[Field | None, Field | None]:
    """Return the type and the subject; a letter has no type and its subject begins with ``V/v``."""
    typed = next(iter(lines.get("type", ())), None)
    if typed is None:
        return None, _field(lines.get("about", ()) or lines.get("subject", ()))
    end = type_end(typed.text)
    whole = typed.passage
    if end is None or end >= len(typed.text):
        return Field(typed.text.strip(" *."), (whole,)), _field(
            lines.get("subject", ()) or lines.get("about", ())
        )
    words = len(typed.text[:end].split())
    cut = whole.start
    for match in re.finditer(r"\S+", whole.text):
        cut = whole.start + match.end()
        words -= 1
        if not words:
            break
    rest = Passage(
        whole.paragraph,
        cut
        + len(whole.text[cut - whole.start :])
        - len(whole.text[cut - whole.start :].lstrip(" :\n\t\u00a0")),
        whole.end,
    )
    subject = [rest, *(line.passage for line in lines.get("subject", ()))]
    return (
        Field(typed.text[:end], (Passage(whole.paragraph, whole.start, cut),)),
        Field(" ".join(" ".join(p.text.split()) for p in subject), tuple(subject)),
    )


_TO_LABEL = re.compile(r"\W*kính\s?(?:gửi|trình)\W*", re.IGNORECASE)


def _to(lines: Sequence[Line]) -> Field | None:
    """Return the addressees; the words leave the label out, the passages hold it."""
    if not lines:
        return None
    words = [
        _TO_LABEL.sub("", line.text, count=1)
        if fold(line.text).lstrip("* ").startswith("kính")
        else line.text
        for line in lines
    ]
    return Field(" ".join(w for w in words if w), tuple(line.passage for line in lines))
