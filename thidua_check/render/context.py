"""The sentence around a passage, and which section a passage stands in."""

from __future__ import annotations

import re

from attrs import field, frozen

from thidua_check.anatomy.model import Anatomy, Section
from thidua_check.document import Document, Location, Paragraph, Part
from thidua_check.render.safe import one_line

# The end of a sentence and the space after it: ". ", "; ", "!” ", ".) ".
_SENTENCE_END = re.compile(r"[.;!?…][\"”’)\]]?\s+|\n+")
_REACH = 110
_LONGEST = 260

Key = tuple[Part, int]


@frozen
class Quote:
    """A passage in its sentence: the words before, the words themselves, and the words after, ready for display."""

    before: str
    words: str
    after: str


@frozen
class Atlas:
    """Where the paragraphs of a draft are: by part and block, in reading order, with the sections that reach them."""

    paragraphs: dict[Key, Paragraph]
    order: dict[Key, int]
    sections: dict[Key, tuple[tuple[int, Section], ...]] = field(repr=False)
    first_heading: int | None
    last_content: int | None

    @classmethod
    def of(cls, document: Document, anatomy: Anatomy) -> Atlas:
        """Index a document and its sections."""
        everything = (*document.headers, *document.everything, *document.footers)
        paragraphs = {(p.part, p.block): p for p in everything}
        order = {key: number for number, key in enumerate(paragraphs)}
        sections: dict[Key, list[tuple[int, Section]]] = {}
        for section in anatomy.sections:
            for passage in (*section.heading.passages, *section.content):
                key = (passage.paragraph.part, passage.paragraph.block)
                sections.setdefault(key, []).append((passage.start, section))
        reached = [order[key] for key in sections if key in order and key[0] in ("body", "table")]
        return cls(
            paragraphs,
            order,
            {key: tuple(sorted(value, key=lambda pair: pair[0])) for key, value in sections.items()},
            min(reached, default=None),
            max(reached, default=None),
        )

    def section_of(self, location: Location) -> Section | None:
        """Return the section a location stands in, None outside any."""
        best: Section | None = None
        for start, section in self.sections.get((location.part, location.block), ()):
            if best is None or start <= location.start:
                best = section
        return best

    def position(self, location: Location) -> int:
        """Return the place of a location in reading order."""
        return self.order.get((location.part, location.block), len(self.order))

    def quote(self, location: Location, excerpt: str) -> Quote:
        """Return the words at a location in their sentence; the excerpt alone where the paragraph is not known."""
        paragraph = self.paragraphs.get((location.part, location.block))
        if paragraph is None or not 0 <= location.start < location.end <= len(paragraph.text):
            return Quote("", one_line(excerpt).strip(), "")
        return quote(paragraph.text, location.start, location.end)


def quote(text: str, start: int, end: int) -> Quote:
    """Return the sentence around ``text[start:end]``, cut at words where it is long.

    >>> quote("Một câu. Họp ngày 31/4/2024 tại xã. Hết.", 18, 27)
    Quote(before='Họp ngày ', words='31/4/2024', after=' tại xã.')
    """
    left = max((m.end() for m in _SENTENCE_END.finditer(text, max(0, start - 400), start)), default=0)
    if left == 0 and start > 400:
        left = start - 400
    stop = _SENTENCE_END.search(text, end)
    right = min(stop.end() if stop else len(text), end + 400)
    before, words, after = one_line(text[left:start]), one_line(text[start:end]), one_line(text[end:right])
    return Quote(_tail(before.lstrip()), _middle(words), _head(after.rstrip()))


def _tail(text: str) -> str:
    if len(text) <= _REACH:
        return text
    return "… " + text[text.find(" ", len(text) - _REACH) + 1 :]


def _head(text: str) -> str:
    if len(text) <= _REACH:
        return text
    cut = text.rfind(" ", 0, _REACH)
    return text[: cut if cut > 0 else _REACH] + " …"


def _middle(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return f"{text[: _LONGEST // 2].rstrip()} […] {text[-_LONGEST // 3 :].lstrip()}"
