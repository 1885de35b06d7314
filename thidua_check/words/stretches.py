"""Stretches of words: what stands between two signs that are no letters and no spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from thidua_check.document import Document, Paragraph, Passage
from thidua_check.text import fold

# "Phong trào thi đua" in "Phong trào thi đua, khen thưởng"
# (raised and lowered digits are no letters: "Kế hoạch¹", "km²")
_STRETCH = re.compile(r"[^\W\d_¹²³⁰⁴-⁹₀-₉]+(?:\s+[^\W\d_¹²³⁰⁴-⁹₀-₉]+)*")
_DOTS = ("…", "..")
_WORD = re.compile(r"[^\W\d_¹²³⁰⁴-⁹₀-₉]+")
# Letters of other alphabets that look like Vietnamese ones: Icelandic eth, a with caron.
_LOOK_ALIKE = str.maketrans({"ð": "đ", "ǎ": "ă"})


@frozen(eq=False)
class Stretch:
    """Folded words that stand side by side, and where in the paragraph they begin."""

    paragraph: Paragraph
    start: int
    end: int
    words: tuple[str, ...]

    def places(self) -> list[tuple[int, int]]:
        """Return the offsets of each word in the paragraph."""
        return [m.span() for m in _WORD.finditer(self.paragraph.text, self.start, self.end)]

    def passage(self, first: int, last: int) -> Passage:
        """Return the passage from one word to another, both included."""
        places = self.places()
        return Passage(self.paragraph, places[first][0], places[last][1])

    def printed(self) -> list[str]:
        """Return the words as printed."""
        return self.paragraph.text[self.start : self.end].split()

    def left_open(self, i: int) -> bool:
        """Return whether a word stands beside dots to be filled in: ``hồi`` in ``họp hồi… giờ``."""
        text = self.paragraph.text
        before = text[max(0, self.start - 3) : self.start].rstrip()
        after = text[self.end : self.end + 3].lstrip()
        return (i == 0 and before.endswith(_DOTS)) or (i == len(self.words) - 1 and after.startswith(_DOTS))

    def abbreviations(self) -> frozenset[int]:
        """Return the places of the words in capitals among words that are not: ``TU``, ``UBND``."""
        if self.capitals:
            return frozenset()
        return frozenset(i for i, word in enumerate(self.printed()) if word.isupper())

    @property
    def capitals(self) -> bool:
        """Whether most of the words are printed in capitals."""
        printed = self.printed()
        return 2 * sum(word.isupper() for word in printed) > len(printed)


@frozen(eq=False)
class Wording:
    """The stretches of a document; ``text`` holds them all, each between line breaks, for counting."""

    stretches: tuple[Stretch, ...]
    text: str

    def count(self, *words: str | None) -> int:
        """Return how often neighbouring words stand in the document (None: nothing stands there, 0)."""
        return 0 if None in words else self.text.count(f" {' '.join(map(str, words))} ")


@lru_cache(maxsize=2)
def wording(document: Document) -> Wording:
    """Return the words of a document's body, tables and notes."""
    stretches = tuple(s for paragraph in document.everything for s in _stretches(paragraph))
    return Wording(stretches, "\n".join(f" {' '.join(s.words)} " for s in stretches))


def _stretches(paragraph: Paragraph) -> Iterator[Stretch]:
    text = paragraph.text
    for match in _STRETCH.finditer(text):
        yield Stretch(paragraph, match.start(), match.end(), tuple(map(_folded, match.group().split())))


@lru_cache(maxsize=1 << 14)
def _folded(word: str) -> str:
    return fold(word).translate(_LOOK_ALIKE)
