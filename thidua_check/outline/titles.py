"""Titles of headings and outline items as weighted features, and how much two of them are alike.

A title is folded, freed from its movement's name, period, brackets, leading ``Công tác`` and final punctuation, and cut
into single words and pairs of neighbouring words. Words that many titles share weigh little, rare ones much.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from math import log

from attrs import frozen
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from thidua_check.outline.movements import QUOTED, movement_key, same_movement
from thidua_check.registry import load_registry, per_pack
from thidua_check.text import fold, strip_marks

_BRACKETS = re.compile(r"\([^()]*\)")
# A period or year: "giai đoạn 2021-2025", "từ năm 2022 đến nay", "năm 2025", "trong năm 2025".
_PERIOD = re.compile(
    r"(?:\b(?:trong|từ)\s+)?(?:\b(?:giai đoạn|năm)\s+)?\b(?:19|20)\d\d\b(?:\s*-\s*(?:19|20)\d\d\b)?(?:\s+đến nay\b)?"
)
# Where a phrase ends inside a title: comma, semicolon, colon, stop, dash, slash, quote.
_CLAUSE = re.compile(r'[,;:.()\-/"“”]+')
_WORD = re.compile(r"[^\W\d_]+")
# "công tác" says nothing of its own at the head of a title or after "và".
_EMPTY = re.compile(r"\b(?:công tác|cụ thể|gọi tắt là|sau đây)\b")
_STOP = frozenset(
    [
        "và",
        "của",
        "các",
        "những",
        "về",
        "việc",
        "trong",
        "cho",
        "với",
        "đối",
        "được",
        "đã",
        "tại",
        "từ",
        "đến",
        "là",
        "theo",
        "do",
        "một",
        "số",
        "có",
        "này",
        "đó",
        "nhằm",
        "để",
        "cùng",
        "như",
        "bằng",
        "ra",
    ]
)
_GENERIC_SHARE = 0.3
_SINGLE_SHARE = 0.5
_SYNONYM_COST = 0.96
_ALIKE = 0.9
_SHORTEST = 5


@frozen
class TitleWords:
    """The word lists of ``rules/registry/title_words.yaml``: synonyms, cues of running text, generic phrases.

    ``plain_generic`` holds the single words of the generic phrases.
    """

    same: Mapping[str, str]
    pattern: re.Pattern[str]
    cues: Mapping[str, tuple[str, ...]]
    generic: frozenset[str]
    plain_generic: frozenset[str]


@frozen
class Title:
    """A title for comparison: ``plain`` its folded words, ``features`` words and pairs, with synonyms put in one form."""

    plain: str
    features: frozenset[str]


@per_pack
def title_words() -> TitleWords:
    """Return the word lists, read once."""
    root = load_registry("title_words")
    root.keys(("same", "cues", "generic"), ("same", "cues", "generic"))
    groups = [tuple(map(fold, node.texts())) for node in root.table()["same"].items()]
    cues = {fold(key): tuple(map(fold, node.texts())) for key, node in root.table()["cues"].table().items()}
    generic = frozenset(map(fold, root.table()["generic"].texts()))
    root.faults.check()
    same = {other: group[0] for group in groups for other in group[1:]}
    longest = sorted(same, key=len, reverse=True)
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, longest)) + r")\b")
    parts = frozenset(part for phrase in generic for part in phrase.split())
    return TitleWords(same, pattern, cues, generic, parts)


def plain_title(title: str, movement: str | None = None) -> str:
    """Return a title folded, without brackets, period, final punctuation and the name of its own movement.

    ``movement`` is a key of :func:`movement_key`; other names in quotes stay.

    >>> plain_title("Công tác kiểm tra, giám sát (nêu rõ) giai đoạn 2021-2025:")
    'công tác kiểm tra, giám sát'
    """
    text = _BRACKETS.sub(" ", fold(title))
    if movement is not None:
        text = QUOTED.sub(
            lambda m: " " if same_movement(movement_key(f"phong trào {m[0]}"), movement) else m[0], text
        )
    return fold(_PERIOD.sub(" ", text)).strip(" .,;:-/\"'")


def features(text: str) -> frozenset[str]:
    """Return the words and the pairs of neighbouring words of a folded text, clause by clause, synonyms in one form."""
    words = title_words()
    text = _EMPTY.sub(" ", words.pattern.sub(lambda m: words.same[m[0]], text))
    found: set[str] = set()
    for clause in _CLAUSE.split(text):
        row = _WORD.findall(clause)
        found.update(w for w in row if w not in _STOP)
        found.update(f"{a} {b}" for a, b in pairwise(row) if a not in _STOP and b not in _STOP)
    return frozenset(found)


@lru_cache(maxsize=4096)
def make_title(title: str, movement: str | None = None) -> Title:
    """Return a title ready for comparison."""
    plain = plain_title(title, movement)
    return Title(plain, features(plain))


def pair_index(titles: Iterable[Title]) -> dict[str, set[str]]:
    """Return the pairs of words of some titles by each of their words without marks, for :func:`mend`."""
    index: dict[str, set[str]] = {}
    for title in titles:
        for pair in title.features:
            if " " in pair:
                for word in pair.split():
                    index.setdefault(strip_marks(word), set()).add(pair)
    return index


def mend(title: Title, index: Mapping[str, set[str]]) -> Title:
    """Return the title with a typing slip mended where the mended pair of words is one that the outline has."""
    known = set().union(*index.values()) if index else set()
    out = set(title.features)
    for pair in sorted(f for f in title.features if " " in f and f not in known):
        bare = strip_marks(pair)
        near = {k for word in bare.split() for k in index.get(word, ())}
        right = min((k for k in near if _slip(bare, strip_marks(k))), default=None)
        if right is not None:
            out = (out - {pair, *pair.split()}) | {right, *right.split()}
    return title if out == title.features else Title(title.plain, frozenset(out))


def _slip(one: str, other: str) -> bool:
    """Whether two words without marks differ by one letter at most, in words long enough for that to be a slip."""
    if one == other:
        return True
    return len(one) >= 7 and Levenshtein.distance(one, other, score_cutoff=1) <= 1


def weights(titles: Iterable[Title]) -> Callable[[str], float]:
    """Return the weight of a feature: rare over the titles weighs more, generic words and single words less."""
    counted: Counter[str] = Counter()
    number = 0
    for title in titles:
        counted.update(title.features)
        number += 1
    generic = title_words().plain_generic

    @cache
    def weight(feature: str) -> float:
        share = log(1 + (number + 1) / (1 + counted[feature]))
        if " " not in feature:
            share *= _SINGLE_SHARE
        if all(part in generic for part in feature.split()):
            share *= _GENERIC_SHARE
        return share

    return weight


def likeness(heading: Title, item: Title, weight: Callable[[str], float]) -> float:
    """Return how much a heading's title is like an item's, 0 to 1.

    A heading that is the item cut short, or the item with words added, is nearly as good as an equal one, provided
    that what they share tells something.
    """
    if heading.plain == item.plain and heading.plain:
        return 1.0
    common = heading.features & item.features
    if not common:
        return 0.0
    shared = sum(map(weight, common))
    one, two = sum(map(weight, heading.features)), sum(map(weight, item.features))
    high, low = max(shared / one, shared / two), min(shared / one, shared / two)
    told = min(1.0, shared / _enough(weight))
    score = (0.7 * high + 0.3 * low) * (0.6 + 0.4 * told)
    if score > 0.5 and heading.features != item.features:
        score = max(score * _SYNONYM_COST, _spelled(heading.plain, item.plain))
    return min(score, 0.99)


def misspelt(one: Title, other: Title) -> bool:
    """Whether a short title differs from another by a slip of one letter, marks apart ("Ưu điểm", "Ưu điể").

    >>> misspelt(make_title("Ưu đểm"), make_title("Ưu điểm")), misspelt(make_title("Với huyện"), make_title("Với tỉnh"))
    (True, False)
    """
    return _near(strip_marks(one.plain), strip_marks(other.plain))


def misspelt_beginning(one: Title, other: Title) -> bool:
    """Whether a short title is the beginning of another but for a slip of one letter.

    >>> misspelt_beginning(make_title("Biện phám"), make_title("Biện pháp nâng cao chất lượng"))
    True
    """
    a, b = strip_marks(one.plain), strip_marks(other.plain)
    return len(a) < len(b) and len(a) > _SHORTEST and _near(a, b[: len(a)])


def _near(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _SHORTEST and Levenshtein.distance(one, other, score_cutoff=1) <= 1


def _enough(weight: Callable[[str], float]) -> float:
    """What one telling pair with its two words weighs."""
    return 2.0 * weight("\x00 \x00") * 0.8


def _spelled(one: str, other: str) -> float:
    ratio = fuzz.ratio(one, other) / 100
    return ratio if ratio >= _ALIKE else 0.0
