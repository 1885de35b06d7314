"""Known legal instruments, as ``rules/registry/legal_instruments.yaml`` has them, and where a draft cites them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.extract.citations import Citation
from thidua_check.extract.dates import DateMention
from thidua_check.extract.ledger import term
from thidua_check.registry import load_registry, per_pack
from thidua_check.strict_yaml import Node
from thidua_check.text import fold, fold_same_length


@frozen
class Instrument:
    """One instrument; dates that are not known are None. ``about`` are folded words of which a title holds one."""

    key: str
    number: str
    year: int | None
    symbol: str
    type: str
    name: str
    issuers: tuple[str, ...]
    about: tuple[str, ...]
    issued: dt.date | None
    in_force: dt.date | None
    until: dt.date | None
    replaced_by: str | None
    confidence: str

    @property
    def sure(self) -> bool:
        """Whether at least two public copies agree on it, so that it may make an error."""
        return self.confidence in ("C3", "C2")

    def same_series(self, day: dt.date) -> bool:
        """Return whether a document of this number and this day could be no other one."""
        if self.year is not None or self.issued is None:
            return True
        if self.symbol.endswith("/TW"):
            return term(day) == term(self.issued) or (day.day, day.month) == (
                self.issued.day,
                self.issued.month,
            )
        return day.year == self.issued.year or (day.day, day.month) == (self.issued.day, self.issued.month)


@frozen
class Use:
    """A place where a draft cites a known instrument: by number, or a law by its name and date."""

    passage: Passage
    instrument: Instrument
    mention: DateMention | None
    citation: Citation | None = None


_FIELDS = (
    "key",
    "type",
    "name",
    "issuers",
    "about",
    "issued",
    "from",
    "to",
    "replaced_by",
    "confidence",
    "source",
)
# "06/2022/QH15", "34-CT/TW", "587/QĐ-TTg".
_KEY = re.compile(r"(\d+)(?:/(\d{4}))?[/-](.+)")


@per_pack
def load_instruments() -> Mapping[tuple[str, int | None, str], tuple[Instrument, ...]]:
    """Return the registry by number without zeros, year and folded symbol; raise RulePackError if it is wrong."""
    root = load_registry("legal_instruments")
    found: dict[tuple[str, int | None, str], tuple[Instrument, ...]] = {}
    for entry in root.items():
        entry.keys(_FIELDS, ("key", "type", "name", "issuers", "confidence", "source"))
        instrument = _instrument(entry)
        if instrument is not None:
            key = (instrument.number, instrument.year, fold(instrument.symbol))
            found[key] = (*found.get(key, ()), instrument)
    root.faults.check()
    return found


def _instrument(entry: Node) -> Instrument | None:
    def text(key: str) -> str:
        node = entry.get(key)
        return node.text() if node else ""

    def texts(key: str) -> tuple[str, ...]:
        node = entry.get(key)
        return node.texts() if node else ()

    def day(key: str) -> dt.date | None:
        node = entry.get(key)
        return node.date() if node else None

    printed = _KEY.fullmatch(text("key"))
    if not printed:
        entry.faults.add(entry, f"“{text('key')}” không phải là số, ký hiệu.")
        return None
    confidence = entry.get("confidence")
    return Instrument(
        key=text("key"),
        number=printed[1].lstrip("0"),
        year=int(printed[2]) if printed[2] else None,
        symbol=printed[3],
        type=text("type"),
        name=text("name"),
        issuers=texts("issuers"),
        about=tuple(fold(word) for word in texts("about")),
        issued=day("issued"),
        in_force=day("from"),
        until=day("to"),
        replaced_by=text("replaced_by") or None,
        confidence=confidence.choice(("C3", "C2", "C1", "M", "D")) if confidence else "M",
    )


def uses_of(
    citations: Iterable[Citation], dates: Iterable[DateMention], paragraphs: Sequence[Paragraph]
) -> list[Use]:
    """Return, in reading order, where known instruments are cited: by number, and laws by name with a date or year."""
    order = {(paragraph.part, paragraph.block): place for place, paragraph in enumerate(paragraphs)}
    uses = [*_by_number(citations), *_laws_by_name(dates, paragraphs)]
    places = {
        id(use): order.get((use.passage.paragraph.part, use.passage.paragraph.block), len(order))
        for use in uses
    }
    return sorted(uses, key=lambda use: (places[id(use)], use.passage.start))


def _by_number(citations: Iterable[Citation]) -> Iterator[Use]:
    registry = load_instruments()
    for citation in citations:
        rows = registry.get((citation.number.lstrip("0"), citation.year, fold(citation.symbol)), ())
        row = _meant(rows, citation)
        if row is not None:
            yield Use(citation.passage, row, citation.date, citation)


def _meant(rows: Sequence[Instrument], citation: Citation) -> Instrument | None:
    """Return the row that a citation means: the one of its date, else of its series, else the only one."""
    day = citation.date.value if citation.date else None
    if day is None:
        return rows[0] if len(rows) == 1 and rows[0].year is not None else None
    exact = next((row for row in rows if row.issued == day), None)
    return exact or next((row for row in rows if row.same_series(day)), None)


_LAW = "luật thi đua, khen thưởng"
# Between a law's name and its date: " ", ", ", " (", " ngày ".
_TO_DATE = re.compile(r"[\s,(]*(?:ngày\s+)?")


def _laws_by_name(dates: Iterable[DateMention], paragraphs: Iterable[Paragraph]) -> Iterator[Use]:
    rows = [row for group in load_instruments().values() for row in group if fold(row.name) == _LAW]
    by_place: dict[tuple[str, int], list[DateMention]] = {}
    for mention in dates:
        by_place.setdefault((mention.passage.paragraph.part, mention.passage.paragraph.block), []).append(
            mention
        )
    for paragraph in paragraphs:
        own = by_place.get((paragraph.part, paragraph.block))
        if not own or "hen thưởng" not in paragraph.text:
            continue
        folded = fold_same_length(paragraph.text)
        at = folded.find(_LAW)
        while at >= 0:
            end = at + len(_LAW)
            dated = next((m for m in own if _TO_DATE.fullmatch(paragraph.text, end, m.passage.start)), None)
            row = _law_of(rows, dated)
            if row is not None:
                yield Use(Passage(paragraph, at, end), row, dated)
            at = folded.find(_LAW, end)


def _law_of(rows: Sequence[Instrument], mention: DateMention | None) -> Instrument | None:
    if mention is None:
        return None
    return next((row for row in rows if row.issued and mention.year == row.issued.year), None)
