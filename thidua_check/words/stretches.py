"""Stretches of words: what stands between two signs that are no letters and no spaces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import pairwise

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


@frozen(eq=False, slots=False)
class Stretch:
    """Folded words that stand side by side, and where in the paragraph they begin."""

    paragraph: Paragraph
    start: int
    end: int
    words: tuple[str, ...]

    @cached_property
    def places(self) -> tuple[tuple[int, int], ...]:
        """The offsets of each word in the paragraph."""
        return tuple(m.span() for m in _WORD.finditer(self.paragraph.text, self.start, self.end))

    def passage(self, first: int, last: int) -> Passage:
        """Return the passage from one word to another, both included."""
        return Passage(self.paragraph, self.places[first][0], self.places[last][1])

    @cached_property
    def printed(self) -> tuple[str, ...]:
        """The words as printed."""
        return tuple(self.paragraph.text[self.start : self.end].split())

    def left_open(self, i: int) -> bool:
        """Return whether a word stands beside dots to be filled in: ``hồi`` in ``họp hồi… giờ``."""
        text = self.paragraph.text
        before = text[max(0, self.start - 3) : self.start].rstrip()
        after = text[self.end : self.end + 3].lstrip()
        return (i == 0 and before.endswith(_DOTS)) or (i == len(self.words) - 1 and after.startswith(_DOTS))

    @cached_property
    def abbreviations(self) -> frozenset[int]:
        """The places of the words in capitals among words that are not: ``TU``, ``UBND``."""
        if self.capitals:
            return frozenset()
        return frozenset(i for i, word in enumerate(self.printed) if word.isupper())

    @cached_property
    def capitals(self) -> bool:
        """Whether most of the words are printed in capitals."""
        return 2 * sum(word.isupper() for word in self.printed) > len(self.printed)


@frozen(eq=False, slots=False)
class Wording:
    """The stretches of a document, and how often two and three neighbours stand in it."""

    stretches: tuple[Stretch, ...]

    @cached_property
    def counts(self) -> Counter[tuple[str, ...]]:
        """How often each two and three neighbouring words stand in the document."""
        counts: Counter[tuple[str, ...]] = Counter()
        for stretch in self.stretches:
            words = stretch.words
            counts.update(pairwise(words))
            counts.update(zip(words, words[1:], words[2:], strict=False))
        return counts


@lru_cache(maxsize=2)
def wording(document: Document) -> Wording:
    """Return the words of a document's body, tables and notes."""
    return Wording(tuple(s for paragraph in document.everything for s in _stretches(paragraph)))


def _stretches(paragraph: Paragraph) -> Iterator[Stretch]:
    text = paragraph.text
    for match in _STRETCH.finditer(text):
        yield Stretch(paragraph, match.start(), match.end(), tuple(map(_folded, match.group().split())))


@lru_cache(maxsize=1 << 14)
def _folded(word: str) -> str:
    return fold(word).translate(_LOOK_ALIKE)
