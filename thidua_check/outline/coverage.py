"""Whether the words of some sections answer an item that has no heading of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Literal

from attrs import frozen

from thidua_check.anatomy.model import Section
from thidua_check.document import Passage
from thidua_check.outline.met import is_met
from thidua_check.outline.model import Requirement
from thidua_check.outline.movements import bare
from thidua_check.outline.titles import Title, features, title_words
from thidua_check.text import fold

Answer = Literal["covered", "partly", "absent"]

# Shares of an item's telling words: in one paragraph, in all paragraphs together, and too many for a sure absence.
_PASSAGE_ENOUGH = 0.55
_REGION_ENOUGH = 0.75
_HEADLESS = 0.8
# Shares of an item's explicit demands that are met.
_DEMANDS_ENOUGH = 0.5
_DEMANDS_SOME = 0.34
_TELLING = 4
# An explicit nil is a whole short answer: "Không.", "Không có.", "Không có kiến nghị, đề xuất."
_NIL = re.compile(r"^\W*(?:không|không có|chưa có|không phát sinh)(?:\s[^.;:]{0,60})?[.;/]*\W*$")
_MOST_PASSAGES = 4000
_REACH = 40
_OPENING = 14
# A sentence's end inside a paragraph.
_SENTENCE = re.compile(r"[.;:!?]\s+")
# Where what a title is about ends and what it concerns begins: "Nguyên nhân | của hạn chế", "Kiểm tra | thực hiện ...".
_RELATION = re.compile(r"\b(?:của|về|trong|đối với|cho|tại|thực hiện|triển khai|nhằm|để)\b")
# An item that only names whom it speaks to: "Với tỉnh", "Đối với Trung ương", "Kiến nghị với Chính phủ".
_ADDRESSED = re.compile(r"^(?:(?:kiến nghị|đề nghị|đề xuất)\s+)?(?:đối với|với)\s+(.{2,40})$")
_ADDRESSING = (" đề nghị ", " kiến nghị ", " đề xuất ", " với ", " trình ", " mong ")


@frozen
class Coverage:
    """How far some sections answer an item, in which of them best, and which demands they do not meet."""

    answer: Answer
    share: float
    best: Section | None = None
    lacking: tuple[str, ...] = ()


def passages_of(sections: Sequence[Section]) -> Iterator[tuple[Section, Passage]]:
    """Yield the passages of some sections with their section, of a hostile draft no more than can be read in time."""
    return islice(((s, p) for s in sections for p in s.content), _MOST_PASSAGES)


def is_nil(sections: Sequence[Section]) -> bool:
    """Whether all that stands in the sections is an explicit nil (``Không.``)."""
    words = [fold(p.text) for s in sections for p in s.content if p.text.strip()]
    return bool(words) and all(_NIL.match(text) for text in words)


def cover(
    title: Title,
    requires: Sequence[Requirement],
    sections: Sequence[Section],
    weight: Callable[[str], float],
    *,
    cues: bool = False,
) -> Coverage:
    """Tell whether the text of some sections answers an item: by its demands if it has any, else by its words.

    A demand is met only by a paragraph that speaks of the item itself: "70 hộ gia đình được công nhận" in another
    item's section does not answer "Công tác khen thưởng (số hộ gia đình ...)".
    With ``cues`` words of running text count that speak of a matter without naming it ("Tuy nhiên" for a limitation).
    """
    by_words = _by_words(title, sections, weight, cues)
    if not requires:
        return by_words
    counted = " | ".join(noun for r in requires for noun in r.nouns)
    wanted = telling(title, weight)
    wanted = {f: w for f, w in wanted.items() if f not in counted} or wanted
    about = [p.text for _, p in passages_of(sections) if _found(wanted, p, cues=True)]
    lacking = tuple(r.text for r in requires if not any(is_met(r, text) for text in about))
    met = 1 - len(lacking) / len(requires)
    nameless = any(r.kind == "name" and r.text in lacking for r in requires)
    if met >= _DEMANDS_ENOUGH and not nameless:
        return Coverage("covered", met, by_words.best, lacking)
    answer: Answer = "partly" if met >= _DEMANDS_SOME else "absent"
    return Coverage(answer, met, by_words.best, lacking)


def _by_words(
    title: Title, sections: Sequence[Section], weight: Callable[[str], float], cues: bool
) -> Coverage:
    if addressee := _ADDRESSED.match(title.plain):
        return _addressed(addressee[1], sections)
    wanted = telling(title, weight)
    total = sum(wanted.values())
    everywhere: set[str] = set()
    best, share = None, 0.0
    for section, passage in passages_of(sections):
        found = _found(wanted, passage, cues)
        everywhere |= found
        here = sum(wanted[f] for f in found) / total
        if here > share:
            best, share = section, here
    region = sum(wanted[f] for f in everywhere) / total if total else 1.0
    if not everywhere & _head(title, wanted):
        return Coverage("partly" if region >= _HEADLESS else "absent", region, best)
    if share >= _PASSAGE_ENOUGH or region >= _REGION_ENOUGH:
        return Coverage("covered", max(share, region), best)
    return Coverage("partly", region, best)


def _addressed(whom: str, sections: Sequence[Section]) -> Coverage:
    """Look for words addressed to someone ("đề nghị UBND tỉnh ...") in answer to an item such as "Với tỉnh"."""
    for section, passage in passages_of(sections):
        text = _canonical(passage.text)[1]
        at = text.find(f" {whom} ")
        while at >= 0:
            if any(word in text[max(0, at - _REACH) : at + 1] for word in _ADDRESSING):
                return Coverage("covered", 1.0, section)
            at = text.find(f" {whom} ", at + 1)
    return Coverage("absent", 0.0)


def opens_with(title: Title, sections: Sequence[Section], weight: Callable[[str], float]) -> Section | None:
    """Return a section in which some sentence begins with what an item is about, None if there is none."""
    wanted = telling(title, weight)
    for section, passage in passages_of(sections):
        for sentence in _SENTENCE.split(fold(passage.text)):
            start = _canonical(sentence[:_REACH])[1]
            if any(0 <= start.find(f" {f} ") <= _OPENING for f in wanted):
                return section
    return None


def _head(title: Title, wanted: Mapping[str, float]) -> frozenset[str]:
    """Return the telling words before the first "của", "về", "trong ...": what the title is about."""
    words = title_words()
    plain = words.pattern.sub(lambda m: words.same[m[0]], title.plain)
    lead = features(_RELATION.split(plain, maxsplit=1)[0])
    return frozenset(f for f in wanted if f in lead) or frozenset(list(wanted)[:1])


def telling(title: Title, weight: Callable[[str], float]) -> dict[str, float]:
    """Return the weights of the pairs that tell an item apart, in the title's order.

    A title without pairs gives its single words, one of generic words only the whole of it.
    """
    words = title_words()
    plain = words.pattern.sub(lambda m: words.same[m[0]], title.plain)
    pairs = [f for f in title.features if " " in f] or list(title.features)
    known = [f for f in pairs if not all(part in words.plain_generic for part in f.split())]
    if not known:
        return {bare(plain): 1.0} if plain else {}
    ordered = sorted(known, key=lambda f: (plain.find(f), f))
    least = sorted(map(weight, ordered), reverse=True)[:_TELLING][-1] * 0.5
    return {f: weight(f) for f in ordered if weight(f) >= least}


@lru_cache(maxsize=4096)
def _canonical(text: str) -> tuple[str, str]:
    """Return a text folded, and its bare words with synonyms in one form between spaces."""
    words = title_words()
    folded = fold(text)
    return folded, f" {bare(words.pattern.sub(lambda m: words.same[m[0]], folded))} "


def _found(wanted: dict[str, float], passage: Passage, cues: bool) -> set[str]:
    """Return the wanted features that stand in a passage, by name, synonym or cue."""
    hints = title_words().cues if cues else {}
    text, plain = _canonical(passage.text)
    return {f for f in wanted if f" {f} " in plain or any(cue in text for cue in hints.get(f, ()))}
