"""A movement that one enumeration names twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.clauses import frame_of
from thidua_check.findings import Words
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.ruleset.movement_names import Quoted, quoted_names


@frozen
class Params:
    """``least``: how many names in quotes make an enumeration."""

    least: int = 3


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report the second of two equal names of a sentence, where nothing behind either of them parts them."""
    for paragraph in draft.document.everything:
        names = list(quoted_names(paragraph))
        if len(names) < params.least:
            continue
        frame = frame_of(paragraph.text)
        sentences: dict[tuple[int, int], list[Quoted]] = {}
        for quoted in names:
            sentences.setdefault(frame.sentence(quoted.passage.start), []).append(quoted)
        for group in sentences.values():
            if len(group) >= params.least:
                yield from _doubled(group)


def _doubled(group: list[Quoted]) -> Iterator[Hit]:
    seen: dict[str, Quoted] = {}
    for quoted in group:
        first = seen.setdefault(quoted.words, quoted)
        if first is not quoted and _listed(first) and _listed(quoted):
            note = Words("lần đầu", "the first time")
            yield Hit(quoted.passage, {}, related=((first.passage, note),))


# What may follow a member of an enumeration: ", ", "; ", ".", " và ", and a period that belongs to the name.
_NEXT = re.compile(r"[*]?[”\"]\s*(?:giai đoạn [\d\s–-]+)?\s*(?:[,;.]|và\s|$)")


def _listed(quoted: Quoted) -> bool:
    passage: Passage = quoted.passage
    return _NEXT.match(passage.paragraph.text, passage.end) is not None


KIND = Kind("movement_twice", check, Params, {"default": frozenset()})
