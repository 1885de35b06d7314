"""Counts of syllables and pairs of neighbours in Vietnamese prose, in one binary file that loads without parsing.

The file and how it was made: ``rules/registry/lexicon/README.md``; it is written by ``thidua_check.words.build``.
Words are folded (:func:`thidua_check.text.fold`); ids are positions in the order of (letters without tone, tone), so
that the syllables of one skeleton ("chuyen" with its marks, without its tone) are neighbours.
"""

from __future__ import annotations

import math
import sys
from array import array
from bisect import bisect_left
from functools import cache, cached_property
from pathlib import Path

from attrs import field, frozen

from thidua_check._data import data_path
from thidua_check.errors import RulePackError

MAGIC = b"TDLX1\0\n"
# Pair counts are stored as one byte: this many steps for each doubling, so that 250 is a hundred thousand.
STEPS = 15
# Of three words of a set phrase: the first, and the last, is not half of a compound that the three cut in two.
FIRST_WHOLE, LAST_WHOLE = 1, 2
# What a syllable that the counts do not know is taken to have occurred.
UNSEEN = 3
# How many syllables are the commonest.
COMMONEST = 150

# The parts of the file in order: name, type code of the array.
PARTS = (
    ("counts", "I"),
    ("tones", "B"),
    ("skeleton", "H"),
    ("lone_right", "I"),
    ("lone_left", "I"),
    ("rows", "I"),
    ("seconds", "H"),
    ("sizes", "B"),
    ("backs", "I"),
    ("leaders", "H"),
    ("aheads", "I"),
    ("followers", "H"),
    ("skeleton_starts", "H"),
    ("mark_rows", "I"),
    ("marks", "H"),
    ("letter_rows", "I"),
    ("letters", "H"),
    ("phrases", "H"),
)


@frozen(slots=False, eq=False)
class Lexicon:
    """The counts: ``words`` by id, ``foreign`` words that are frequent and no syllables, ``bare`` skeletons by number.

    Of the arrays, ``rows`` and ``seconds`` hold, for each first syllable, the second ones of its known pairs,
    ascending; ``aheads`` and ``followers`` the close ones among them, ``backs`` and ``leaders`` the same backwards.
    ``lone_right`` is how often the right neighbour of a syllable made no known pair with it, ``lone_left`` the same
    on the left. ``skeleton`` is the number of each word's letters without tone; ``marks`` and ``letters`` name, for
    each skeleton, those that differ by one mark and by one letter. ``phrases`` are triples of ids that stand in set
    phrases, each with its flags.
    """

    words: tuple[str, ...] = field(repr=False)
    foreign: frozenset[str] = field(repr=False)
    bare: tuple[str, ...] = field(repr=False)
    arrays: dict[str, array[int]] = field(repr=False)

    @cached_property
    def ids(self) -> dict[str, int]:
        """The id of each folded syllable."""
        return {word: i for i, word in enumerate(self.words)}

    @cached_property
    def skeletons(self) -> dict[str, int]:
        """The number of each skeleton, by its letters."""
        return {bare: number for number, bare in enumerate(self.bare)}

    @cached_property
    def total(self) -> int:
        """How many syllables were counted."""
        return sum(self.arrays["counts"])

    @cached_property
    def lone_total(self) -> int:
        """How many neighbourhoods were counted that made no known pair."""
        return sum(self.arrays["lone_right"])

    @cached_property
    def triples(self) -> dict[tuple[int | None, ...], int]:
        """Three neighbours of a set phrase: with ``FIRST_WHOLE``, ``LAST_WHOLE`` where no compound is cut at that end."""
        flat = self.arrays["phrases"]
        return {
            (first, second, third): whole
            for first, second, third, whole in zip(flat[::4], flat[1::4], flat[2::4], flat[3::4], strict=True)
        }

    @cached_property
    def phrase_words(self) -> frozenset[int]:
        """The words that stand in set phrases of three."""
        return frozenset(word for triple in self.triples for word in triple if word is not None)

    @cached_property
    def middles(self) -> dict[tuple[int | None, int | None], tuple[int, ...]]:
        """The words between two in the set phrases."""
        out: dict[tuple[int | None, int | None], tuple[int, ...]] = {}
        for first, middle, last in self.triples:
            if middle is not None:
                out[first, last] = (*out.get((first, last), ()), middle)
        return out

    @cached_property
    def commonest(self) -> dict[int, tuple[int, ...]]:
        """The commonest syllables by the numbers of their skeletons: words of grammar for the most part."""
        counts, skeleton = self.arrays["counts"], self.arrays["skeleton"]
        out: dict[int, tuple[int, ...]] = {}
        for word in sorted(range(len(self.words)), key=counts.__getitem__)[-COMMONEST:]:
            out[skeleton[word]] = (*out.get(skeleton[word], ()), word)
        return out

    def pair(self, first: int, second: int) -> float:
        """Return about how often two syllables stood side by side, 0.0 if fewer times than are counted."""
        rows, seconds = self.arrays["rows"], self.arrays["seconds"]
        end = rows[first + 1]
        place = bisect_left(seconds, second, rows[first], end)
        if place < end and seconds[place] == second:
            return SIZES[self.arrays["sizes"][place]]
        return 0.0

    def followers(self, first: int) -> array[int]:
        """Return the ids that make a close pair behind a syllable."""
        aheads = self.arrays["aheads"]
        return self.arrays["followers"][aheads[first] : aheads[first + 1]]

    def leaders(self, second: int) -> array[int]:
        """Return the ids that make a close pair before a syllable."""
        backs = self.arrays["backs"]
        return self.arrays["leaders"][backs[second] : backs[second + 1]]

    def of_skeleton(self, number: int) -> range:
        """Return the ids of the syllables with a skeleton."""
        starts = self.arrays["skeleton_starts"]
        return range(starts[number], starts[number + 1])

    def near(self, number: int, kind: str) -> array[int]:
        """Return the skeletons that differ from one by a ``mark`` or by a ``letter``."""
        rows = self.arrays[f"{kind}_rows"]
        return self.arrays[f"{kind}s"][rows[number] : rows[number + 1]]


SIZES = tuple(2 ** (step / STEPS) for step in range(256))


@cache
def load_lexicon() -> Lexicon:
    """Return the counts that ship with the project; raise RulePackError if the file is not there or damaged."""
    return read_lexicon(data_path() / "registry" / "lexicon" / "lexicon.bin")


def read_lexicon(path: Path) -> Lexicon:
    """Return the counts of a file that ``thidua_check.words.build`` wrote."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RulePackError(f"{path}: không đọc được tệp ({error.strerror}).") from error
    head, _, rest = data.partition(b"\n\n")
    if not head.startswith(MAGIC):
        raise RulePackError(f"{path}: không phải là tệp từ vựng.")
    sizes = [int(part) for part in head[len(MAGIC) :].split()]
    if len(sizes) != len(PARTS) + 1 or sum(sizes) != len(rest):
        raise RulePackError(f"{path}: tệp từ vựng không trọn vẹn.")
    start = sizes[0]
    words, foreign, bare = (block.split("\n") for block in rest[:start].decode().split("\n\n"))
    arrays: dict[str, array[int]] = {}
    for (name, code), size in zip(PARTS, sizes[1:], strict=True):
        part: array[int] = array(code)
        part.frombytes(rest[start : start + size])
        if sys.byteorder == "big":
            part.byteswap()
        arrays[name] = part
        start += size
    return Lexicon(tuple(words), frozenset(foreign), tuple(bare), arrays)


def size_code(count: int) -> int:
    """Return the byte that stands for the count of a pair.

    >>> round(SIZES[size_code(1000)])
    978
    """
    return min(255, round(STEPS * math.log2(max(1, count))))
