"""The head of a document: national header, issuing body, number line, place and date, type, subject, addressees.

NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 1 to 5 and 9. Offices set it as a borderless table, in boxes, in
two tabbed columns or as plain lines; the reading order of the two columns is not relied on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from thidua_check.anatomy.head_lines import Tagged, tag_paragraph
from thidua_check.anatomy.lines import Line, lines_of
from thidua_check.anatomy.model import Field, PlaceDate, Regime
from thidua_check.anatomy.organs import organs_of
from thidua_check.anatomy.phrases import (
    ORGAN_WORDS,
    Kind,
    Number,
    kind_of,
    read_bare_number,
    read_number,
    read_place_date,
    type_end,
)
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
    regime: Regime | None = None


_MOST = 60
_PREAMBLE = 12


def head_of(paragraphs: Sequence[Paragraph]) -> Head:
    """Return the head with which non-empty paragraphs begin; an empty one if they begin with body text.

    A few lines may stand before it, as the name of a form, of the letter that it came with or of a file. These may
    look like a title: what only has a title is no head where nothing but such lines stands above the national header.
    """
    start = _header_start(paragraphs)
    lines = not any(len(p.text) > _LINE or p.text.endswith((".", ";", ":")) for p in paragraphs[:start])
    for first in (0, start):
        tagged: list[Tagged] = []
        stop = first
        header_stop = _header_stop(paragraphs, first)
        for index in range(first, min(len(paragraphs), first + _MOST)):
            found = tag_paragraph(paragraphs[index], index, tagged, above=index < header_stop)
            if found is None:
                break
            tagged.extend(found)
            stop = index + 1
        other = first < start and lines and not any(t.kind in _TOP for t in tagged)
        if _is_head(tagged) and not other:
            return _assemble(tagged, stop)
    return Head()


# A longer line is a sentence.
_LINE = 90
# What stands above a title in a head.
_TOP = {"national", "motto", "party", "number", "place_date", "annex"}


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


def _header_stop(paragraphs: Sequence[Paragraph], first: int) -> int:
    """Return the index behind the last line above the title that only a head has, ``first`` without any."""
    stop = first
    for index in range(first, min(len(paragraphs), first + _HEADER)):
        paragraph = paragraphs[index]
        kinds = {kind_of(line.text) for line in lines_of(paragraph, index)}
        if len(paragraph.text) > _LONGEST or paragraph.label or kinds & {Kind.TYPE, Kind.TO}:
            break
        if kinds & {Kind.NATIONAL, Kind.MOTTO, Kind.NUMBER}:
            stop = index + 1
    return stop


_HEADER = 14
_LONGEST = 300


def _leads_to(above: Paragraph, header: Paragraph) -> bool:
    """Tell whether a paragraph belongs to the header that stands right below it."""
    if header.cell is not None:
        return above.cell is not None and above.cell[0] == header.cell[0]
    return above.cell is None and is_caps(above.text) and ORGAN_WORDS.match(fold(above.text)) is not None


def _is_head(tagged: Iterable[Tagged]) -> bool:
    """Tell whether the lines hold anything that only a head has."""
    sure = {"national", "motto", "party", "number", "place_date", "type", "to", "annex"}
    return any(t.kind in sure or (t.kind == "organ" and ORGAN_WORDS.match(t.line.folded)) for t in tagged)


def _assemble(tagged: Sequence[Tagged], stop: int) -> Head:
    lines: dict[str, list[Line]] = {}
    for tag in tagged:
        lines.setdefault(tag.kind, []).append(tag.line)
    number_line = next(iter(lines.get("number", ())), None)
    number = (
        read_number(number_line.text) or read_bare_number(number_line.text)
        if number_line is not None
        else None
    )
    parent, issuer = organs_of(lines.get("organ", ()))
    type_, subject = _type_and_subject(lines)
    state = bool(lines.get("national") or lines.get("motto"))
    party = bool(lines.get("party")) or (
        not state and bool(number and number.symbol and _PARTY_SYMBOL.match(number.symbol))
    )
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
        regime=_regime(number, state=state, party=party),
    )


def _regime(number: Number | None, *, state: bool, party: bool) -> Regime | None:
    if party:
        return "party"
    if number and number.year and number.symbol and _NORMATIVE_SYMBOL.match(number.symbol):
        return "normative"
    return "state" if state else None


# The symbols of legal norms, whose number holds a year: "QĐ-UBND", "NQ-HĐND", "NĐ-CP", "TT-BNV", "QH15", "UBTVQH15".
_NORMATIVE_SYMBOL = re.compile(r"(?:QĐ|NQ|NĐ|TT|TTLT|NQLT|PL|L|CT)-|(?:UBTV)?QH[0-9]")
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
