"""Paragraphs as the recognition of headings looks at them: label, words behind it, bold stretch, case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from thidua_check.anatomy.labels import label_of, resolve
from thidua_check.anatomy.model import Label, Scheme
from thidua_check.document import Paragraph

# From the broadest division to the narrowest, as decrees and offices nest them.
RANKS: dict[Scheme, float] = {
    "part": 0,
    "chapter": 1,
    "capital": 2,
    "roman": 3,
    "muc": 4,
    "dieu": 5,
    "arabic": 6,
    "decimal": 6,
    "letter": 10,
    "subroman": 11,
    "star": 13,
    "dash": 14,
    "plus": 15,
    "plain": 20,
}
BULLETS = frozenset({"dash", "plus", "star"})

_LONGEST_CAPS = 600

# The dots and page number of a line of a table of contents: "I. Kết quả ......... 5", "I. Kết quả\t5".
_CONTENTS_LINE = re.compile(r"(?:\.{4,}|…{2,}|\t)\s*\d{1,3}\s*$")


@frozen
class Unit:
    """A non-empty paragraph: ``start`` is where its words begin behind the label, ``end`` where they stop.

    ``bold_end`` is the offset up to which the words are bold without a break (``start`` if they are not).
    ``open`` is False for a paragraph that can be no heading: a cell of a data table, a box, a line of contents.
    """

    paragraph: Paragraph
    label: Label | None
    start: int
    end: int
    bold_end: int
    caps: bool
    open: bool

    @property
    def words(self) -> str:
        """The words behind the label."""
        return self.paragraph.text[self.start : self.end]

    @property
    def bold(self) -> bool:
        """Whether all the words are bold, but for a sign or a note mark at the end."""
        return self.bold_end > self.start and self.end - self.bold_end <= 2

    @property
    def scheme(self) -> Scheme:
        """The scheme of its label, ``plain`` without one."""
        return self.label.scheme if self.label else "plain"

    @property
    def rank(self) -> float:
        """How broad its label is: smaller is broader."""
        return rank_of(self.label)


def rank_of(label: Label | None) -> float:
    """Return how broad a label is among the schemes; each further number of a decimal is one narrower."""
    if label is None:
        return RANKS["plain"]
    base = RANKS[label.scheme]
    if label.scheme == "decimal":
        return base + min(len(label.numbers) - 1, 3)
    if label.scheme == "letter":
        return base + 0.5 * (len(label.numbers) - 1)
    if label.scheme == "muc" and label.printed[:1].lower() == "t":
        return base + 0.5
    return base


def units_of(paragraphs: Sequence[Paragraph], layout_tables: frozenset[int]) -> list[Unit]:
    """Return the non-empty paragraphs as units; those in tables count as text only if the table is layout."""
    filled = [p for p in paragraphs if p.text.strip()]
    bold = _bold_tells(filled)
    labels = resolve(label_of(p) if _is_open(p, layout_tables) else None for p in filled)
    return [_unit(p, label, layout_tables, bold) for p, label in zip(filled, labels, strict=True)]


def _bold_tells(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether bold type marks anything: in a text that is bold as a whole it does not."""
    long = [p for p in paragraphs if len(p.text) > 200 and p.runs][:60]
    return 2 * sum(all(r.bold for r in p.runs) for p in long) <= len(long)


def is_caps(text: str) -> bool:
    """Tell whether nearly all letters are capitals (quoted names and units may keep small ones)."""
    if text.isupper():
        return sum(map(str.isalpha, text[:40])) > 1
    if len(text) > _LONGEST_CAPS or sum(map(str.islower, text[:30])) > 8:
        return False
    letters = sum(map(str.isalpha, text))
    return letters > 1 and sum(map(str.isupper, text)) >= 0.9 * letters


def _is_open(paragraph: Paragraph, layout_tables: frozenset[int]) -> bool:
    if paragraph.boxed or (paragraph.cell is not None and paragraph.cell[0] not in layout_tables):
        return False
    if (paragraph.style or "").lower().startswith(("toc", "mục lục")):
        return False
    text = paragraph.text.rstrip()
    return not text[-1:].isdigit() or _CONTENTS_LINE.search(text[-80:]) is None


def _unit(paragraph: Paragraph, label: Label | None, layout_tables: frozenset[int], bold: bool) -> Unit:
    text = paragraph.text
    start = label.end if label else 0
    while start < len(text) and text[start].isspace():
        start += 1
    end = len(text.rstrip())
    words = text[start:end]
    return Unit(
        paragraph=paragraph,
        label=label,
        start=start,
        end=end,
        bold_end=_bold_end(paragraph, start, end) if bold else start,
        caps=is_caps(words) or (any(r.caps for r in paragraph.runs) and paragraph.share("caps") > 0.9),
        open=_is_open(paragraph, layout_tables),
    )


def _bold_end(paragraph: Paragraph, start: int, end: int) -> int:
    """Return the offset up to which the words from ``start`` are bold, blanks between bold runs included."""
    reached = start
    for run in paragraph.runs:
        if run.end <= start:
            continue
        visible = paragraph.text[max(run.start, start) : min(run.end, end)].strip()
        if visible and not run.bold:
            break
        if visible:
            reached = min(run.end, end)
    return reached


def has_bold(units: Iterable[Unit]) -> bool:
    """Tell whether the source shows bold type that marks something."""
    return any(unit.bold_end > unit.start for unit in units)
