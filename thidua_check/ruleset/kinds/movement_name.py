"""Names of movements and drives that are nearly the official ones, or that one draft gives in two wordings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen
from rapidfuzz.distance import OSA

from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.outline.movements import bare, identify, registry
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.ruleset.movement_names import (
    Quoted,
    former_names,
    official_names,
    own_sources,
    quoted_names,
)
from thidua_check.text import fold_letters


@frozen
class Params:
    """``most``: how many letters a wrong name may be away; ``shortest``: names with fewer letters are not judged.

    ``particles`` are words that alone make no other name.
    """

    most: int = 4
    shortest: int = 24
    particles: tuple[str, ...] = ("và", "các", "của", "việc")


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report names in quotes that are a few letters off an official one, and the rarer of two wordings."""
    names = [quoted for paragraph in draft.document.everything for quoted in quoted_names(paragraph)]
    given_up = {former.words for former in former_names()}
    others: list[Quoted] = []
    for quoted in names:
        judged = len(quoted.words) >= params.shortest and quoted.words not in given_up
        hit = _misnamed(quoted, params) if judged else None
        if hit is None:
            others.append(quoted)
        else:
            yield hit
    yield from _two_wordings(others)


def _misnamed(quoted: Quoted, params: Params) -> Hit | None:
    """Return what is wrong with a name: letters, particles or commas of the official one, or of its shared words."""
    words = quoted.words
    if any(words == official for _, official in official_names()):
        full = _with_its_commas(quoted)
        return None if full is None else _hit(quoted, full, "comma")
    known = any(_part(words, official) for _, official in official_names())
    for printed, official in official_names():
        # A name that holds another one ("Hòa Xuân chung sức ...") may be a locality's own, unless it is hardly off.
        most = min(_CORE_MOST if known else params.most, len(official) // 8)
        if not _part(words, official) and OSA.distance(words, official, score_cutoff=most) <= most:
            alike = _without(words, params.particles) == _without(official, params.particles)
            return _hit(quoted, printed, "particle" if alike else "default")
    return None if known or identify(words) else _near_core(quoted, params)


def _near_core(quoted: Quoted, params: Params) -> Hit | None:
    """Return a hit where a local name ends in nearly the words that tell a movement, as its name prints them."""
    parts = quoted.words.split()
    for movement in registry():
        for core in movement.cores:
            size = len(core.split())
            if len(core) < params.shortest or len(parts) < size:
                continue
            tail = " ".join(parts[-size:])
            printed = next(
                filter(None, (_printed(core, name) for name in (movement.name, *movement.aliases))), None
            )
            if printed and 0 < OSA.distance(tail, core, score_cutoff=_CORE_MOST) <= _CORE_MOST:
                return Hit(
                    quoted.passage,
                    {"official": printed},
                    variant="local",
                    fold=quoted.words,
                    source=movement.source,
                )
    return None


def _printed(core: str, name: str) -> str | None:
    """Return the stretch of a name that has the bare words of a core, with its commas and capitals."""
    words = list(_WORD.finditer(name))
    size = len(core.split())
    for first in range(len(words) - size + 1):
        stretch = name[words[first].start() : words[first + size - 1].end()]
        if bare(stretch) == core:
            return stretch
    return None


def _with_its_commas(quoted: Quoted) -> str | None:
    """Return the official name that a name has the words of and not all the commas."""
    for printed, official in official_names():
        if quoted.words == official:
            mine, its = (_TOKEN.findall(fold_letters(name)) for name in (quoted.passage.text, printed))
            pairs = zip(mine, its, strict=False)
            return printed if any(sign and not own for (_, own), (_, sign) in pairs) else None
    return None


# A word, and the comma or semicolon behind it; any other sign in its place is another way of writing.
_TOKEN = re.compile(r"(\w+)(?:\s?([,;:–-]))?")
_WORD = re.compile(r"\w+")
# Three letters off may be another word: "chung tay" for "chung sức" in a name of the locality's own.
_CORE_MOST = 2


def _without(words: str, particles: tuple[str, ...]) -> list[str]:
    return [word for word in words.split() if word not in particles]


def _hit(quoted: Quoted, official: str, variant: str) -> Hit:
    source = own_sources().get(official)
    return Hit(quoted.passage, {"official": official}, variant=variant, fold=quoted.words, source=source)


def _two_wordings(names: Sequence[Quoted]) -> Iterator[Hit]:
    """Yield the rarer wordings of one movement under one local name."""
    groups: dict[tuple[str, str], list[Quoted]] = {}
    for quoted in names:
        found = identify(quoted.words)
        if found:
            groups.setdefault((found[0].id, " ".join(quoted.words.split()[:2])), []).append(quoted)
    for group in groups.values():
        counts = Counter(quoted.words for quoted in group)
        usual, most = counts.most_common(1)[0]
        shown = next(quoted for quoted in group if quoted.words == usual)
        for quoted in group:
            if counts[quoted.words] < most and not _part(quoted.words, usual):
                note = Words("cách ghi ở chỗ khác", "the wording elsewhere")
                yield Hit(
                    quoted.passage,
                    {"official": " ".join(shown.passage.text.strip("*").split()), "times": str(most)},
                    variant="two",
                    fold=quoted.words,
                    related=((shown.passage, note),),
                )


def _part(one: str, other: str) -> bool:
    """Whether one wording is the other shortened or lengthened."""
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


PROVIDES = frozenset({"official"})
KIND = Kind(
    "movement_name",
    check,
    Params,
    {
        **dict.fromkeys(("default", "comma", "local", "particle"), PROVIDES),
        "two": PROVIDES | {"times"},
    },
)
