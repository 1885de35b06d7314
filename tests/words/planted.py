"""Slips of the pen planted by seed into whole documents, at most one a paragraph, and how many are found.

``python -m tests.words.planted [--seeds N] [FILE ...]`` prints the table: for each kind of slip how many were planted,
found at any level, found as a warning, and repaired to what stood there; below it what was said wrongly on words that
nobody had changed. Without files the corpus is used, whose own slips are told apart.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from attrs import evolve, frozen

from tests.support.editing import Key, changed, key
from thidua_check.checking import Options, analyse
from thidua_check.document import Document, Paragraph
from thidua_check.findings import Level
from thidua_check.read import read
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.run import run
from thidua_check.words.evidence import neighbours
from thidua_check.words.lexicon import load_lexicon
from thidua_check.words.stretches import Stretch, wording
from thidua_check.words.syllables import is_syllable, split_tone

CORPUS = Path(__file__).parents[2] / "fixtures" / "corpus"
RULES = ("CT01", "CT02", "CT03", "CT04")
# How often a word must occur in prose to be worth a slip.
_COMMON = 300
# A document with more slips than one in so many words would be taken for damaged.
_WORDS_FOR_ONE = 120

Maker = Callable[[Stretch, int, random.Random], "tuple[int, str] | None"]


@frozen
class Plant:
    """One slip: its kind, its paragraph, where it stands after planting, what stood there and what stands now."""

    kind: str
    key: Key
    start: int
    end: int
    was: str
    now: str


@frozen
class Figures:
    """Counts by kind of slip, and what was said on words that nobody changed: rule, level, words."""

    planted: Counter[str]
    found: Counter[str]
    warned: Counter[str]
    repaired: Counter[str]
    strangers: tuple[tuple[str, str, str], ...]
    words: int


def _neighbour(change: str) -> Maker:
    def make(stretch: Stretch, i: int, rng: random.Random) -> tuple[int, str] | None:
        lexicon = load_lexicon()
        found = neighbours(lexicon, stretch.words[i])
        others = sorted(lexicon.words[k] for k, kind in found.items() if kind == change)
        return (1, rng.choice(others)) if others else None

    return make


def _doubled_letter(stretch: Stretch, i: int, rng: random.Random) -> tuple[int, str] | None:
    word = stretch.words[i]
    at = rng.randrange(len(word))
    return 1, word[: at + 1] + word[at:]


def _lost_tone(stretch: Stretch, i: int, rng: random.Random) -> tuple[int, str] | None:
    """A stopped syllable that lost its tone is none: ``săc``."""
    bare = split_tone(stretch.words[i])[0]
    return (1, bare) if not is_syllable(bare) else None


def _joined(stretch: Stretch, i: int, rng: random.Random) -> tuple[int, str] | None:
    words = stretch.words[i : i + 2]
    return (2, "".join(words)) if len(words) == 2 and not "".join(words).isascii() else None


def _said_twice(stretch: Stretch, i: int, rng: random.Random) -> tuple[int, str] | None:
    return 1, f"{stretch.words[i]} {stretch.words[i]}"


def _fallen_out(stretch: Stretch, i: int, rng: random.Random) -> tuple[int, str] | None:
    words = stretch.words[i : i + 3]
    return (3, f"{words[0]} {words[2]}") if len(words) == 3 else None


KINDS: Mapping[str, Maker] = {
    "tone": _neighbour("tone"),
    "mark": _neighbour("mark"),
    "mark and tone": _neighbour("mark and tone"),
    "letter": _neighbour("letter"),
    "doubled letter": _doubled_letter,
    "lost tone": _lost_tone,
    "joined": _joined,
    "said twice": _said_twice,
    "fallen out": _fallen_out,
}


def figures(paths: Sequence[Path], seeds: Sequence[int], kinds: Sequence[str] = tuple(KINDS)) -> Figures:
    """Plant each kind into each document once for each seed, and count."""
    tally = Figures(Counter(), Counter(), Counter(), Counter(), (), 0)
    strangers: list[tuple[str, str, str]] = []
    words = 0
    for path in paths:
        document = read(path.read_bytes(), name=path.name)
        words += sum(len(stretch.words) for stretch in wording(document).stretches)
        own = {(rule, excerpt) for rule, _, _, _, _, excerpt, _ in _said(document)}
        for seed in seeds:
            for kind in kinds:
                rng = random.Random(f"{path.name}/{kind}/{seed}")
                plants = list(_plants(document, kind, rng))
                strangers.extend(_count(tally, _planted(document, plants), plants, own))
    return evolve(tally, strangers=tuple(strangers), words=words)


def _count(
    tally: Figures, document: Document, plants: Sequence[Plant], own: set[tuple[str, str]]
) -> Iterator[tuple[str, str, str]]:
    """Count the plants that were found; yield what was said elsewhere."""
    said = _said(document)
    at = {plant.key: plant for plant in plants}
    hit: dict[Key, list[tuple[str, str | None]]] = {}
    for rule, level, place, start, end, excerpt, repair in said:
        plant = at.get(place)
        if plant and start < plant.end and end > plant.start:
            hit.setdefault(place, []).append((level, repair))
        elif (rule, excerpt) not in own and not plant:
            yield rule, level, excerpt
    for plant in plants:
        found = hit.get(plant.key, [])
        tally.planted[plant.kind] += 1
        tally.found[plant.kind] += bool(found)
        tally.warned[plant.kind] += any(level == "warning" for level, _ in found)
        tally.repaired[plant.kind] += any(
            repair and plant.was in f" {repair} ".lower() for _, repair in found
        )


@cache
def _rules() -> tuple[object, ...]:
    return tuple(rule for rule in load_rules().rules if rule.id in RULES)


def _said(document: Document) -> list[tuple[str, str, Key, int, int, str, str | None]]:
    draft = analyse(document, Options())
    out = []
    for finding in run(_rules(), draft).findings:  # type: ignore[arg-type]
        for place in finding.places:
            where = place.location
            repair = finding.suggestion.text.vi if finding.suggestion else None
            out.append(
                (
                    finding.rule,
                    "warning" if finding.level >= Level.WARNING else "info",
                    (where.part, where.block),
                    where.start,
                    where.end,
                    place.excerpt,
                    repair,
                )
            )
    return out


def _plants(document: Document, kind: str, rng: random.Random) -> Iterator[Plant]:
    """Yield at most one slip for each paragraph, in words of prose printed in small letters."""
    seen: set[Key] = set()
    stretches = list(wording(document).stretches)
    most = sum(len(stretch.words) for stretch in stretches) // _WORDS_FOR_ONE
    rng.shuffle(stretches)
    for stretch in stretches:
        place = key(stretch.paragraph)
        if place in seen or len(stretch.words) < 4 or len(seen) >= most:
            continue
        plant = _plant(stretch, kind, rng)
        if plant:
            seen.add(place)
            yield plant


def _plant(stretch: Stretch, kind: str, rng: random.Random) -> Plant | None:
    i = rng.randrange(len(stretch.words) - 1)
    lexicon = load_lexicon()
    known = lexicon.ids.get(stretch.words[i])
    made = (
        KINDS[kind](stretch, i, rng)
        if known is not None and lexicon.arrays["counts"][known] > _COMMON
        else None
    )
    if made is None:
        return None
    length, now = made
    passage = stretch.passage(i, min(i + length, len(stretch.words)) - 1)
    if not passage.text.islower() or passage.text != " ".join(passage.text.split()):
        return None
    start = passage.start
    return Plant(kind, key(stretch.paragraph), start, start + len(now), passage.text, now)


def _planted(document: Document, plants: Sequence[Plant]) -> Document:
    by_key = {plant.key: plant for plant in plants}

    def change(paragraph: Paragraph) -> Paragraph:
        plant = by_key.get(key(paragraph))
        if plant is None:
            return paragraph
        text = paragraph.text[: plant.start] + plant.now + paragraph.text[plant.start + len(plant.was) :]
        return evolve(paragraph, text=text, runs=(), lines=(), origin=None)

    return changed(document, change)


def table(result: Figures) -> Iterator[str]:
    """Yield the lines of the table in Markdown."""
    yield "| kind of slip | planted | found | as a warning | repaired |"
    yield "|---|---|---|---|---|"
    for kind in KINDS:
        if result.planted[kind]:
            counts = (result.planted, result.found, result.warned, result.repaired)
            yield f"| {kind} | " + " | ".join(str(count[kind]) for count in counts) + " |"


def main(arguments: Sequence[str]) -> int:
    """Print the table and what was said wrongly."""
    rest = list(arguments)
    seeds = 1
    if rest[:1] == ["--seeds"]:
        seeds, rest = int(rest[1]), rest[2:]
    paths = [Path(name) for name in rest] or sorted(CORPUS.glob("*.txt"))
    result = figures(paths, range(seeds))
    print("\n".join(table(result)))
    for rule, level, excerpt in result.strangers:
        print(f"wrong: {rule} {level} {excerpt}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
