"""Planting, running the rules, and judging what they said."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from tests.support.editing import Key, difference
from tests.support.planting.model import Base, Plant, Planted, Trial
from thidua_check.checking import analyse
from thidua_check.draft import Draft
from thidua_check.findings import Finding, Level
from thidua_check.ruleset.model import Rule
from thidua_check.ruleset.run import run


def trials(
    bases: Sequence[Base], rules: Sequence[Rule], seeds: int, plants: Mapping[str, Plant]
) -> Iterator[Trial]:
    """Plant each kind ``seeds`` times in each base that holds such a fact; yield what came of each."""
    drafts = [(base, analyse(base.document, base.options)) for base in bases]
    before = {base.name: _Voice.of(run(rules, draft).findings) for base, draft in drafts}
    for kind, base, planted in plantings(drafts, seeds, plants):
        options = evolve(base.options, against=planted.against)
        findings = run(rules, analyse(planted.document, options)).findings
        yield _judged(kind, base, planted, findings, before[base.name])


def plantings(
    drafts: Sequence[tuple[Base, Draft]], seeds: int, plants: Mapping[str, Plant]
) -> Iterator[tuple[str, Base, Planted]]:
    """Plant each kind ``seeds`` times in each draft that holds such a fact; what was made before is left out."""
    for kind, plant in plants.items():
        for base, draft in drafts:
            done: set[int] = set()
            for seed in range(seeds):
                planted = plant(draft, random.Random(f"{kind}/{base.name}/{seed}"))
                mark = hash((planted.document, planted.against)) if planted else None
                if planted is None or mark is None or mark in done:
                    continue
                done.add(mark)
                yield kind, base, planted


@frozen
class _Voice:
    """What was said at warning or above: how often each rule marked the same words, where, and of what.

    ``all`` is what was said at any level: rule, message, words, place.
    """

    words: Mapping[tuple[str, str], int]
    places: frozenset[tuple[str, Key]]
    matters: frozenset[tuple[str, str]]
    all: frozenset[tuple[str, str, str, Key]]

    @classmethod
    def of(cls, findings: Sequence[Finding]) -> _Voice:
        """Listen to the findings of one run."""
        words: dict[tuple[str, str], int] = {}
        places, matters = set(), set()
        for finding in findings:
            if finding.outcome != "fail" or finding.level < Level.WARNING:
                continue
            matters.add((finding.rule, _matter(finding)))
            for place in finding.places:
                mark = (finding.rule, place.excerpt)
                words[mark] = words.get(mark, 0) + 1
                places.add((finding.rule, (place.location.part, place.location.block)))
        return cls(words, frozenset(places), frozenset(matters), frozenset(_said(findings)))


# A mark may hold a few words more than the mistake: the word before a comma, the type of a cited document.
_ROOM = 25
# “Thiếu mục “5. Khen thưởng” theo đề cương VNN” -> what stands in the first quotation marks.
_QUOTED = re.compile(r"“([^”]*)”")


def _matter(finding: Finding) -> str:
    found = _QUOTED.search(finding.message.vi)
    return found[1] if found else finding.message.vi


def _strangers(findings: Sequence[Finding], before: _Voice, allowed: Sequence[str]) -> tuple[str, ...]:
    """Return what is new: words not marked before, in a paragraph and of a matter that the rule had not named."""
    now = _Voice.of(findings)
    out = []
    for finding in findings:
        mark = (finding.rule, finding.excerpt)
        place = (finding.rule, (finding.location.part, finding.location.block))
        known = now.words.get(mark, 0) <= before.words.get(mark, 0) or place in before.places
        if (
            not known
            and finding.rule not in allowed
            and (finding.rule, _matter(finding)) not in before.matters
        ):
            out.append(f"{finding.rule} {finding.excerpt}")
    return tuple(out)


def _said(findings: Sequence[Finding]) -> Iterator[tuple[str, str, str, Key]]:
    for finding in findings:
        for place in finding.places:
            where = (place.location.part, place.location.block)
            yield finding.rule, finding.message.vi, place.excerpt, where


def _judged(kind: str, base: Base, planted: Planted, findings: Sequence[Finding], before: _Voice) -> Trial:
    """Compare what is said now: found if a rule meant speaks anew at the place, exact if on the words and few more."""
    words = " ".join(planted.words.split())
    new = [
        " ".join(excerpt.split())
        for rule, message, excerpt, where in _said(findings)
        if rule in planted.rules
        and planted.says in message
        and (not planted.where or where in planted.where)
        and (rule, message, excerpt, where) not in before.all
    ]
    hits = [excerpt for excerpt in new if words in excerpt or (len(excerpt) > 3 and excerpt in words)]
    exact = any(words in hit and (len(hit) <= len(words) + _ROOM or not words) for hit in hits)
    strangers = _strangers(findings, before, (*planted.rules, *planted.also))
    return Trial(
        kind,
        base.name,
        base.document.format == "docx",
        planted.rules[0],
        words or planted.says,
        bool(hits),
        exact,
        strangers,
        difference(base.document, planted.document),
    )
