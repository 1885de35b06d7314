"""Passages that stand word for word in two places: twice in one draft, or in another one as well."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.extract.clauses import frame_of
from thidua_check.text import fold_letters

_WORD = re.compile(r"\w+")
_SEMICOLON = re.compile(r";")
# A clause has at least so many words; between two that follow each other stand a mark and a space.
_CLAUSE, _GAP = 4, 2
# A seed is this many words from a word of this many letters on: every other word begins one.
_SEED, _LETTERS = 6, 4
# A copy goes on where one to three words were changed and this many follow unchanged.
_CHANGED, _UNCHANGED = 3, 4


@frozen
class Copy:
    """A stretch of words and the place where the same words stand first; ``words`` counts the equal ones."""

    passage: Passage
    source: Passage
    words: int


@frozen
class _Text:
    """A passage with its words, folded."""

    passage: Passage
    words: tuple[str, ...]

    def between(self, first: int, last: int) -> Passage:
        """Return the passage from one word to before another."""
        own = self.passage
        spans = [m.span() for m in _WORD.finditer(own.paragraph.text, own.start, own.end)]
        return Passage(own.paragraph, spans[first][0], spans[last - 1][1])


_Index = dict[tuple[str, ...], tuple[_Text, int]]


def find_repeats(passages: Iterable[Passage], least: int) -> Iterator[Copy]:
    """Yield what a draft says twice, the second time, where at least ``least`` words are the same.

    A copy lies within one passage, which may differ from the source in a few words.

    >>> from thidua_check.document import Paragraph
    >>> words = "vận động công chức tham gia đầy đủ các phong trào"
    >>> again, = find_repeats([Passage.whole(Paragraph(words, block=n)) for n in (0, 1)], 10)
    >>> again.words, again.source.paragraph.block
    (11, 0)
    """
    index: _Index = {}
    for text in map(_text, passages):
        yield from _copies(text, index, least, own=True)


def find_copies(passages: Iterable[Passage], others: Iterable[Passage], least: int) -> Iterator[Copy]:
    """Yield the passages that stand in ``others`` as well."""
    index: _Index = {}
    for text in map(_text, others):
        for place in _seeds(text.words):
            index.setdefault(text.words[place : place + _SEED], (text, place))
    for text in map(_text, passages):
        yield from _copies(text, index, least, own=False)


def find_twins(passages: Iterable[Passage], least: int) -> Iterator[Copy]:
    """Yield the sentences and clauses between semicolons that begin with the very words of a whole earlier one.

    >>> from thidua_check.document import Paragraph
    >>> words = "Bà con hiến đất làm đường; bà con hiến đất làm đường liên thôn."
    >>> twin, = find_twins([Passage.whole(Paragraph(words))], 6)
    >>> twin.passage.text, twin.words
    ('bà con hiến đất làm đường', 6)
    """
    last: Copy | None = None
    for copy in _same_clauses(passages):
        if last is not None and _follows(last.passage, copy.passage) and _follows(last.source, copy.source):
            last = Copy(
                _through(last.passage, copy.passage),
                _through(last.source, copy.source),
                last.words + copy.words,
            )
            continue
        if last is not None and last.words >= least:
            yield last
        last = copy
    if last is not None and last.words >= least:
        yield last


def _same_clauses(passages: Iterable[Passage]) -> Iterator[Copy]:
    """Yield the clauses of some words that begin with the words of an earlier one."""
    known: dict[tuple[str, ...], Passage] = {}
    lengths: set[int] = set()
    for clause in chain.from_iterable(map(_clauses, chain.from_iterable(map(_sentences, passages)))):
        text = _text(clause)
        count = len(text.words)
        same = max((n for n in lengths if n <= count and text.words[:n] in known), default=0)
        if same:
            source = known[text.words[:same]]
            yield Copy(text.between(0, same), _text(source).between(0, same), same)
        if count >= _CLAUSE:
            known.setdefault(text.words, clause)
            lengths.add(count)


def _follows(one: Passage, two: Passage) -> bool:
    return one.paragraph is two.paragraph and 0 <= two.start - one.end <= _GAP


def _through(one: Passage, two: Passage) -> Passage:
    return Passage(one.paragraph, one.start, two.end)


def _sentences(passage: Passage) -> Iterator[Passage]:
    return _cut(passage, frame_of(passage.paragraph.text).ends)


def _clauses(sentence: Passage) -> Iterator[Passage]:
    """Yield the clauses of a sentence between semicolons outside brackets."""
    text, frame = sentence.paragraph.text, frame_of(sentence.paragraph.text)
    signs = _SEMICOLON.finditer(text, sentence.start, sentence.end)
    return _cut(sentence, [sign.end() for sign in signs if frame.enclosing(sign.start()) is None])


def _cut(passage: Passage, ends: Sequence[int]) -> Iterator[Passage]:
    begin = passage.start
    for end in (*ends, passage.end):
        if begin < end <= passage.end:
            yield Passage(passage.paragraph, begin, end)
            begin = end


def _text(passage: Passage) -> _Text:
    return _Text(passage, tuple(_WORD.findall(fold_letters(passage.text))))


def _seeds(words: Sequence[str]) -> list[int]:
    return [i for i, word in enumerate(words[: 1 - _SEED]) if len(word) >= _LETTERS]


def _copies(text: _Text, index: _Index, least: int, *, own: bool) -> Iterator[Copy]:
    """Yield the copies in a text; ``own`` puts its seeds into the index as they are passed."""
    reached = floor = 0
    for place in _seeds(text.words):
        seed = text.words[place : place + _SEED]
        known = index.get(seed)
        if known is None:
            if own:
                index[seed] = (text, place)
            continue
        if place < reached:
            continue
        source, there = known
        first, begin, end, stop, count = _widest(text.words, place, source.words, there, floor)
        reached = end
        apart = source is not text or stop <= begin
        if apart and count >= least:
            floor = end
            yield Copy(text.between(begin, end), source.between(first, stop), count)


def _widest(
    one: Sequence[str], i: int, two: Sequence[str], j: int, floor: int
) -> tuple[int, int, int, int, int]:
    """Return the widest stretch around equal words: its begin in two and in one, its end in both, and its equal words."""
    back = 0
    while i - back > floor and j - back > 0 and one[i - back - 1] == two[j - back - 1]:
        back += 1
    a, b, count = i, j, back
    while True:
        while a < len(one) and b < len(two) and one[a] == two[b]:
            a, b, count = a + 1, b + 1, count + 1
        skipped = _resumes(one, a, two, b)
        if skipped is None:
            return j - back, i - back, a, b, count
        a, b = a + skipped[0], b + skipped[1]


def _resumes(one: Sequence[str], a: int, two: Sequence[str], b: int) -> tuple[int, int] | None:
    """Return how many words to leave out on either side for the copy to go on, None if it ends."""
    for total in range(1, 2 * _CHANGED + 1):
        for here in range(max(0, total - _CHANGED), min(total, _CHANGED) + 1):
            left, right = a + here, b + total - here
            piece = one[left : left + _UNCHANGED]
            if len(piece) == _UNCHANGED and piece == two[right : right + _UNCHANGED]:
                return here, total - here
    return None
