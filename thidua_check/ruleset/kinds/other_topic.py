"""Paragraphs about another movement under the heading of this one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from thidua_check.anatomy.model import Section
from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.anchors import subtree
from thidua_check.ruleset.kinds.own_words import beginning
from thidua_check.ruleset.kinds.reports import NO_REPORT, is_report
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold

_MARKED, _MENTIONS = 12, 2


@frozen
class Params:
    """``topics`` names what movements are about: the words that tell a topic, apart by ``|``, the first its name."""

    topics: Mapping[str, str]


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Ask about paragraphs that speak of another topic twice or more and of their own part's not at all."""
    if not is_report(draft):
        return NO_REPORT
    topics = {name: re.compile(words) for name, words in params.topics.items()}
    tops = [
        (s, topic)
        for s in draft.anatomy.sections
        if s.parent is None and (topic := _topic(s.heading.title, topics))
    ]
    if not tops:
        return NotApplicable(
            Words("không có phần riêng cho từng phong trào", "no part of the draft is about one movement")
        )
    return [hit for section, topic in tops for hit in _strangers(draft, section, topic, topics)]


def _topic(title: str, topics: Mapping[str, re.Pattern[str]]) -> str | None:
    """Return the one topic of a heading, None if it has none or several."""
    found = [name for name, words in topics.items() if words.search(fold(title))]
    return found[0] if len(found) == 1 else None


def _strangers(
    draft: Draft, section: Section, topic: str, topics: Mapping[str, re.Pattern[str]]
) -> Iterator[Hit]:
    for each in subtree(draft.anatomy.sections, section):
        for passage in each.content:
            other = _other(passage, topic, topics)
            if other is not None:
                values = {"topic": topic, "other": other}
                yield Hit(beginning(passage, _MARKED), values, outcome="review")


def _other(passage: Passage, topic: str, topics: Mapping[str, re.Pattern[str]]) -> str | None:
    folded = fold(passage.text)
    if topics[topic].search(folded):
        return None
    counts = {name: len(words.findall(folded)) for name, words in topics.items() if name != topic}
    most: Sequence[str] = sorted(counts, key=lambda name: -counts[name])
    return most[0] if most and counts[most[0]] >= _MENTIONS else None


KIND = Kind("other_topic", check, Params, {"default": frozenset({"topic", "other"})})
