"""Write the lexicon from tables of counts: ``python -m thidua_check.words.build SYLLABLES BIGRAMS PHRASES OUT``.

SYLLABLES and BIGRAMS are gzipped TSV files (syllable, count, ...; two syllables, count); PHRASES is a text file with
a set phrase a line, whose pairs count at least ``PHRASE_COUNT`` times.
"""

from __future__ import annotations

import gzip
import math
import sys
from array import array
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from thidua_check.text import fold, strip_marks
from thidua_check.words.edits import edits
from thidua_check.words.lexicon import FIRST_WHOLE, LAST_WHOLE, MAGIC, PARTS, size_code
from thidua_check.words.syllables import TONES, is_syllable, parse_bare, split_tone

# How often the pairs of a set phrase of the field are taken to occur, where the counts have fewer.
PHRASE_COUNT = 120
# How often a word must occur that is no syllable and yet left alone.
FOREIGN_COUNT = 40
# A pair is close where it is this many times as frequent as its syllables alone would make it.
CLOSE = math.exp(1.0)
# Two words of a phrase are a compound, which a triple may cut in two, where they are this many times as frequent.
COMPOUND = math.exp(2.0)

# Words that join what is no phrase: with them three words prove nothing.
_LOOSE = frozenset(("và", "của", "với", "là", "về", "các", "có", "được", "vì", "khi", "cho", "ở"))

Pairs = dict[str, dict[str, int]]
Triple = tuple[str, str, str]


def main(arguments: Sequence[str]) -> int:
    """Write the file; return the exit code."""
    if len(arguments) != 4:
        sys.stderr.write(__doc__ or "")
        return 2
    syllables, bigrams, phrases, out = map(Path, arguments)
    out.write_bytes(build(syllables, bigrams, phrases))
    return 0


def build(syllables: Path, bigrams: Path, phrases: Path) -> bytes:
    """Return the bytes of the lexicon."""
    counts = _counts(syllables)
    pairs = _pairs(bigrams, counts)
    triples = _add_phrases(phrases, counts, pairs)
    words = sorted(counts, key=_order)
    ids = {word: i for i, word in enumerate(words)}
    parts: dict[str, array[int]] = {name: array(code) for name, code in PARTS}
    _fill_counts(parts, words, counts, pairs)
    _fill_pairs(parts, words, ids, counts, pairs)
    _fill_skeletons(parts, words)
    for triple, whole in sorted(triples.items()):
        parts["phrases"].extend((*(ids[word] for word in triple), whole))
    return _packed(words, _foreign(syllables), parts)


def _order(word: str) -> tuple[str, int]:
    bare, tone, _ = split_tone(word)
    return bare, TONES.find(tone) if tone else -1


def _counts(path: Path) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            word, count, *_ = line.rstrip("\n").split("\t")
            if is_syllable(word):
                counts[fold(word)] += int(count)
    return dict(counts)


def _foreign(path: Path) -> list[str]:
    """Return the frequent words without marks that are no syllables, and would be none with a tone."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = (line.split("\t") for line in file)
        return sorted(
            word
            for word, count, *_ in rows
            if int(count) >= FOREIGN_COUNT and word.isascii() and len(word) > 2
            if not is_syllable(word) and parse_bare(word) is None
        )


def _pairs(path: Path, counts: dict[str, int]) -> Pairs:
    pairs: Pairs = defaultdict(dict)
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            words, count = line.rstrip("\n").split("\t")
            first, second = map(fold, words.split(" "))
            if first in counts and second in counts:
                pairs[first][second] = pairs[first].get(second, 0) + int(count)
    return pairs


def _add_phrases(path: Path, counts: dict[str, int], pairs: Pairs) -> dict[Triple, int]:
    """Add the pairs of the set phrases; return their triples with ``FIRST_WHOLE`` and ``LAST_WHOLE``."""
    lines = path.read_text(encoding="utf-8").splitlines()
    phrases = [words for line in lines if (words := fold(line.partition("#")[0]).split())]
    total = sum(counts.values())

    def compound(first: str, second: str) -> bool:
        count = pairs.get(first, {}).get(second, 0)
        return count * total > COMPOUND * counts.get(first, 0) * counts.get(second, 0)

    triples: dict[Triple, int] = {}
    for words in phrases:
        for i in range(len(words) - 2):
            triple = (words[i], words[i + 1], words[i + 2])
            if not _LOOSE.intersection(triple):
                first = 0 if i and compound(words[i - 1], words[i]) else FIRST_WHOLE
                last = 0 if i + 3 < len(words) and compound(words[i + 2], words[i + 3]) else LAST_WHOLE
                triples[triple] = triples.get(triple, 0) | first | last
    for words in phrases:
        for word in words:
            counts[word] = max(counts.get(word, 0), PHRASE_COUNT)
        for one, two in pairwise(words):
            pairs[one][two] = max(pairs[one].get(two, 0), PHRASE_COUNT)
    return triples


def _fill_counts(
    parts: dict[str, array[int]], words: list[str], counts: dict[str, int], pairs: Pairs
) -> None:
    led: dict[str, int] = defaultdict(int)
    for row in pairs.values():
        for second, count in row.items():
            led[second] += count
    for word in words:
        count = counts[word]
        least = max(1, count // 100)
        parts["counts"].append(count)
        parts["tones"].append(_order(word)[1] + 1)
        parts["lone_right"].append(max(least, count - sum(pairs.get(word, {}).values())))
        parts["lone_left"].append(max(least, count - led[word]))


def _fill_pairs(
    parts: dict[str, array[int]],
    words: list[str],
    ids: dict[str, int],
    counts: dict[str, int],
    pairs: Pairs,
) -> None:
    total = sum(counts.values())
    back: dict[int, list[int]] = defaultdict(list)
    ahead: dict[int, list[int]] = defaultdict(list)
    for i, first in enumerate(words):
        parts["rows"].append(len(parts["seconds"]))
        for second, count in sorted((ids[word], n) for word, n in pairs.get(first, {}).items()):
            parts["seconds"].append(second)
            parts["sizes"].append(size_code(count))
            if count * total > CLOSE * counts[first] * counts[words[second]]:
                back[second].append(i)
                ahead[i].append(second)
    parts["rows"].append(len(parts["seconds"]))
    for starts, kept, rows in (("backs", "leaders", back), ("aheads", "followers", ahead)):
        for i in range(len(words)):
            parts[starts].append(len(parts[kept]))
            parts[kept].extend(rows[i])
        parts[starts].append(len(parts[kept]))


def _fill_skeletons(parts: dict[str, array[int]], words: list[str]) -> None:
    numbers: dict[str, int] = {}
    for i, word in enumerate(words):
        bare = split_tone(word)[0]
        if bare not in numbers:
            numbers[bare] = len(numbers)
            parts["skeleton_starts"].append(i)
        parts["skeleton"].append(numbers[bare])
    parts["skeleton_starts"].append(len(words))
    names = list(numbers)
    for bare in names:
        near = sorted({numbers[other] for other in edits(bare) if other in numbers and other != bare})
        marks = [k for k in near if strip_marks(names[k]) == strip_marks(bare)]
        for kind, found in (("mark", marks), ("letter", [k for k in near if k not in marks])):
            parts[f"{kind}_rows"].append(len(parts[f"{kind}s"]))
            parts[f"{kind}s"].extend(found)
    for kind in ("mark", "letter"):
        parts[f"{kind}_rows"].append(len(parts[f"{kind}s"]))


def _packed(words: list[str], foreign: list[str], parts: dict[str, array[int]]) -> bytes:
    bare = [split_tone(words[start])[0] for start in parts["skeleton_starts"][:-1]]
    blobs = ["\n\n".join("\n".join(block) for block in (words, foreign, bare)).encode()]
    for name, _ in PARTS:
        if sys.byteorder == "big":
            parts[name].byteswap()
        blobs.append(parts[name].tobytes())
    sizes = " ".join(str(len(blob)) for blob in blobs)
    return MAGIC + sizes.encode() + b"\n\n" + b"".join(blobs)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
