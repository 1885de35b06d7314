"""Planted mistakes: one fact found in a document is changed by seed, and exactly that must be found.

A *plant* takes a draft that was analysed and a random source, picks a fact that holds, and returns the document with
that fact made wrong, the rule that must speak, and the words it must mark. Documents are the clean report in all its
typings and the corpus; facts that the checker does not find are never changed, so the figures say how well it judges
what it understands, not how much it understands (coverage says that).
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from attrs import frozen

from tests.support.editing import Key, key, replaced, without
from thidua_check.anatomy.model import Section
from thidua_check.checking import Options, analyse
from thidua_check.document import Document, Passage
from thidua_check.draft import Draft
from thidua_check.extract.dates import DateMention
from thidua_check.extract.quantities import Quantity
from thidua_check.extract.relations import Relation
from thidua_check.findings import Finding, Level
from thidua_check.outline.model import OutlineItem
from thidua_check.ruleset.model import Rule
from thidua_check.ruleset.run import run


@frozen
class Planted:
    """A changed document: ``rules`` of which one must speak, ``words`` it must mark, ``where`` the paragraphs meant.

    ``also`` are rules that may rightly speak as well, because the change breaks what they guard too. ``says`` is what
    the message must hold; where nothing is left to mark, ``words`` is empty and any words at ``where`` will do.
    """

    document: Document
    rules: tuple[str, ...]
    words: str
    where: tuple[Key, ...]
    also: tuple[str, ...] = ()
    says: str = ""


@frozen
class Trial:
    """What came of one plant: found on the exact words or not, and what else changed at warning or above."""

    kind: str
    source: str
    rule: str
    words: str
    found: bool
    exact: bool
    strangers: tuple[str, ...]


@frozen
class Base:
    """A document to plant in, with the options it is judged by."""

    name: str
    document: Document
    options: Options


Plant = Callable[[Draft, random.Random], Planted | None]


def trials(
    bases: Sequence[Base], rules: Sequence[Rule], seeds: int, *, kinds: Collection[str] | None = None
) -> Iterator[Trial]:
    """Plant each kind (or some) ``seeds`` times in each base that holds such a fact; yield what came of each."""
    drafts = [(base, analyse(base.document, base.options)) for base in bases]
    before = {base.name: _Voice.of(run(rules, draft).findings) for base, draft in drafts}
    for kind, plant in PLANTS.items():
        if kinds is not None and kind not in kinds:
            continue
        for base, draft in drafts:
            done: set[tuple[str, tuple[Key, ...]]] = set()
            for seed in range(seeds):
                planted = plant(draft, random.Random(f"{kind}/{base.name}/{seed}"))
                if planted is None:
                    break
                mark = (planted.words, planted.where)
                if mark in done:
                    continue
                done.add(mark)
                findings = run(rules, analyse(planted.document, base.options)).findings
                yield _judged(kind, base, planted, findings, before[base.name])


@frozen
class _Voice:
    """What was said at warning or above: how often each rule marked the same words, where, and of what."""

    words: Mapping[tuple[str, str], int]
    places: frozenset[tuple[str, Key]]
    matters: frozenset[tuple[str, str]]

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
        return cls(words, frozenset(places), frozenset(matters))


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


def _judged(kind: str, base: Base, planted: Planted, findings: Sequence[Finding], before: _Voice) -> Trial:
    mine = [
        place
        for finding in findings
        if finding.rule in planted.rules and planted.says in finding.message.vi
        for place in finding.places
        if (place.location.part, place.location.block) in planted.where
    ]
    words = " ".join(planted.words.split())
    hits = [place.excerpt for place in mine if words in " ".join(place.excerpt.split())]
    exact = any(len(hit) <= len(words) + 25 or not words for hit in hits)
    strangers = _strangers(findings, before, (*planted.rules, *planted.also))
    return Trial(kind, base.name, planted.rules[0], words or planted.says, bool(mine), exact, strangers)


# ---- dates ----------------------------------------------------------------------------------------------------


def _slash_dates(draft: Draft) -> list[DateMention]:
    return [d for d in draft.facts.dates if d.form == "slash" and d.value is not None and d.value.year > 1990]


def impossible_date(draft: Draft, rng: random.Random) -> Planted | None:
    """A digit of a date typed twice, or a month or day that no calendar has."""
    dates = _slash_dates(draft)
    if not dates:
        return None
    chosen = rng.choice(dates)
    day, month, year = chosen.passage.text.split("/")
    wrong = rng.choice(
        [
            f"{day}/{month}/{year[:3]}{year[2]}{year[3]}",
            f"{day}/{month}/{year}{year[-1]}",
            f"3{rng.randint(2, 9)}/{month}/{year}",
            f"{day}/1{rng.randint(3, 9)}/{year}",
        ]
    )
    return Planted(
        replaced(draft.document, chosen.passage, wrong),
        ("NT01",),
        wrong,
        (key(chosen.passage.paragraph),),
        ("VD02", "VD08", "NT03"),
    )


def later_than_report(draft: Draft, rng: random.Random) -> Planted | None:
    """A cited document dated after the report."""
    as_of = draft.as_of.date
    cited = [c.date for c in draft.facts.citations if c.date and c.date.form == "slash" and c.date.value]
    if as_of is None or not cited:
        return None
    chosen = rng.choice(cited)
    day, month, _ = chosen.passage.text.split("/")
    wrong = f"{day}/{month}/{as_of.year + rng.randint(1, 3)}"
    return Planted(
        replaced(draft.document, chosen.passage, wrong),
        ("NT03",),
        wrong,
        (key(chosen.passage.paragraph),),
        ("VD02", "VD08", "ND11"),
    )


def reversed_period(draft: Draft, rng: random.Random) -> Planted | None:
    """A period whose last year comes before its first."""
    periods = [
        p for p in draft.facts.periods if p.lead == "giai đoạn" and p.passage.paragraph in draft.anatomy.main
    ]
    if not periods:
        return None
    chosen = rng.choice(periods)
    first = chosen.passage.text.find(str(chosen.first))
    last = chosen.passage.text.rfind(str(chosen.last))
    wrong = f"{chosen.last}{chosen.passage.text[first + 4 : last]}{chosen.first}"
    spot = Passage(chosen.passage.paragraph, chosen.passage.start + first, chosen.passage.start + last + 4)
    return Planted(
        replaced(draft.document, spot, wrong), ("NT04", "NT05"), wrong, (key(spot.paragraph),), ("NT05",)
    )


# ---- figures --------------------------------------------------------------------------------------------------


def _other_digit(written: str, rng: random.Random, *, lead: bool = False) -> str:
    places = [i for i, c in enumerate(written) if c.isdigit()]
    place = places[0] if lead else rng.choice(places[: max(1, len(places) - 1)])
    choices = [d for d in "123456789" if d != written[place]]
    return written[:place] + rng.choice(choices) + written[place + 1 :]


def _holding(draft: Draft, kind: str) -> list[Relation]:
    out = []
    for relation in draft.facts.relations:
        value = relation.whole.value
        if relation.kind != kind or relation.expected is None or value is None:
            continue
        if abs(value - relation.expected) <= (relation.tolerance or Decimal(0)):
            out.append(relation)
    return out


def _changed_quantity(
    draft: Draft,
    relation: Relation,
    quantity: Quantity,
    rules: tuple[str, ...],
    rng: random.Random,
    *,
    lead: bool = False,
) -> Planted:
    written = quantity.passage.text
    wrong = _other_digit(written, rng, lead=lead)
    whole = wrong if quantity is relation.whole else relation.whole.passage.text
    where = (key(relation.whole.passage.paragraph),)
    also = ("SL01", "SL02", "SL03", "SL04", "SL05", "SL06")
    return Planted(replaced(draft.document, quantity.passage, wrong), rules, whole, where, also)


def part_of_sum(draft: Draft, rng: random.Random) -> Planted | None:
    """One part of a total changed by a digit."""
    sums = [r for r in _holding(draft, "sum") if r.exhaustive and len(r.parts) > 1]
    if not sums:
        return None
    relation = rng.choice(sums)
    return _changed_quantity(draft, relation, rng.choice(relation.parts), ("SL01",), rng, lead=True)


def percentage(draft: Draft, rng: random.Random) -> Planted | None:
    """A digit of a percentage of n/m."""
    ratios = _holding(draft, "ratio")
    if not ratios:
        return None
    relation = rng.choice(ratios)
    return _changed_quantity(draft, relation, relation.whole, ("SL02",), rng)


def growth(draft: Draft, rng: random.Random) -> Planted | None:
    """A digit of a growth rate."""
    rates = _holding(draft, "growth")
    if not rates:
        return None
    relation = rng.choice(rates)
    return _changed_quantity(draft, relation, relation.whole, ("SL05",), rng)


def footing(draft: Draft, rng: random.Random) -> Planted | None:
    """A digit of a total in a table."""
    totals = _holding(draft, "footing")
    if not totals:
        return None
    relation = rng.choice(totals)
    return _changed_quantity(draft, relation, relation.whole, ("SL04",), rng)


def counted_name(draft: Draft, rng: random.Random) -> Planted | None:
    """One name taken out of a counted list."""
    lists = [r for r in _holding(draft, "count") if len(r.names) > 2]
    if not lists:
        return None
    relation = rng.choice(lists)
    number = rng.randrange(1, len(relation.names) - 1)
    name, following = relation.names[number], relation.names[number + 1]
    if name.paragraph is not following.paragraph:
        return None
    cut = Passage(name.paragraph, name.start, following.start)
    words = relation.whole.passage.text
    return Planted(
        replaced(draft.document, cut, ""),
        ("SL03",),
        words,
        (key(relation.whole.passage.paragraph),),
        ("SL01",),
    )


def decimal_point(draft: Draft, rng: random.Random) -> Planted | None:
    """A decimal comma typed as a point."""
    found = [
        q
        for q in draft.facts.quantities
        if q.decimals in (1, 2) and q.unit == "%" and "," in q.passage.text and q.problem is None
    ]
    if len(found) < 2:
        return None
    chosen = rng.choice(found)
    wrong = chosen.passage.text.replace(",", ".")
    return Planted(
        replaced(draft.document, chosen.passage, wrong), ("SL07",), wrong, (key(chosen.passage.paragraph),)
    )


# ---- citations ------------------------------------------------------------------------------------------------


def wrong_type(draft: Draft, rng: random.Random) -> Planted | None:
    """A decision cited as a plan, a plan as a decision."""
    other = {"QĐ": "Kế hoạch", "KH": "Quyết định", "CT": "Quyết định", "NQ": "Kế hoạch"}
    cited = [
        c
        for c in draft.facts.citations
        if c.type_passage
        and c.has_so
        and c.number
        and not c.party
        and c.year is None
        and c.symbol.split("-")[0] in other
    ]
    if not cited:
        return None
    chosen = rng.choice(cited)
    assert chosen.type_passage
    wrong = other[chosen.symbol.split("-")[0]]
    return Planted(
        replaced(draft.document, chosen.type_passage, wrong),
        ("VD01",),
        chosen.number,
        (key(chosen.passage.paragraph),),
        ("VD02",),
    )


# ---- structure ------------------------------------------------------------------------------------------------


def _leaves(draft: Draft, level: int) -> list[Section]:
    sections = draft.anatomy.sections
    return [
        s
        for s in sections
        if not s.children
        and s.heading.level == level
        and not s.heading.run_in
        and s.content
        and s.heading.paragraph.cell is None
    ]


def _keys_of(section: Section, *, with_heading: bool) -> set[Key]:
    passages = (*section.heading.passages, *section.content) if with_heading else section.content
    return {key(p.paragraph) for p in passages}


def _answered(draft: Draft) -> dict[int, OutlineItem]:
    """Return the items of a given outline that one section surely answers, by the section's index."""
    return {
        match.sections[0].index: match.item
        for outline in draft.outlines
        if outline.how == "given"
        for match in outline.matches
        if match.verdict in ("matched", "renamed") and len(match.sections) == 1
    }


def removed_heading(draft: Draft, rng: random.Random) -> Planted | None:
    """A section of the second level taken out, heading and text."""
    answered = _answered(draft)
    leaves = [s for s in _leaves(draft, 2) if s.index in answered and s.index > 0]
    if not leaves:
        return None
    chosen = rng.choice(leaves)
    sections = draft.anatomy.sections
    before = sections[chosen.index - 1]
    where = _keys_of(before, with_heading=True)
    if chosen.parent is not None:
        where |= _keys_of(sections[chosen.parent], with_heading=True)
    return Planted(
        without(draft.document, _keys_of(chosen, with_heading=True)),
        ("BC01",),
        "",
        tuple(where),
        ("BC04", "SL01", "TT10"),
        says=answered[chosen.index].title[:30],
    )


def emptied_heading(draft: Draft, rng: random.Random) -> Planted | None:
    """A section whose text is gone."""
    leaves = [
        s
        for s in (*_leaves(draft, 2), *_leaves(draft, 3))
        if s.index + 1 < len(draft.anatomy.sections) and all(p.paragraph.cell is None for p in s.content)
    ]
    if not leaves:
        return None
    chosen = rng.choice(leaves)
    kept = without(draft.document, _keys_of(chosen, with_heading=False))
    return Planted(kept, ("BC02",), chosen.heading.title, (key(chosen.heading.paragraph),), ("BC01",))


def swapped_headings(draft: Draft, rng: random.Random) -> Planted | None:
    """The titles of two neighbours exchanged, so that their order is not the outline's."""
    answered = _answered(draft)
    parents = {item.parent for outline in draft.outlines for item in outline.outline.items}
    leaves = [s for s in _leaves(draft, 2) if s.index in answered and answered[s.index].id not in parents]
    pairs = [(a, b) for a, b in pairwise(leaves) if a.parent == b.parent]
    if not pairs:
        return None
    first, second = rng.choice(pairs)
    one, two = first.heading.title_passage, second.heading.title_passage
    document = replaced(replaced(draft.document, two, one.text), one, two.text)
    return Planted(document, ("BC03",), one.text, (key(one.paragraph), key(two.paragraph)), ("ND01",))


def wrong_number(draft: Draft, rng: random.Random) -> Planted | None:
    """A heading numbered one too high."""
    headings = [
        h
        for h in draft.anatomy.headings
        if h.scheme == "arabic" and h.label[:-1].isdigit() and not h.paragraph.label and int(h.label[:-1]) > 1
    ]
    if not headings:
        return None
    chosen = rng.choice(headings)
    start = chosen.passages[0].start
    wrong = f"{int(chosen.label[:-1]) + rng.randint(2, 4)}."
    spot = Passage(chosen.paragraph, start, start + len(chosen.label))
    document = replaced(draft.document, spot, wrong)
    return Planted(document, ("BC04",), wrong, tuple(key(h.paragraph) for h in draft.anatomy.headings), ())


# ---- form -----------------------------------------------------------------------------------------------------


def signer_gone(draft: Draft, rng: random.Random) -> Planted | None:
    """The signer's name left out."""
    signature = draft.anatomy.signature
    if signature is None or signature.name is None or not signature.titles:
        return None
    title = signature.titles[-1]
    document = replaced(draft.document, signature.name, "")
    return Planted(document, ("KT01",), title.text, (key(title.paragraph),))


def title_gone(draft: Draft, rng: random.Random) -> Planted | None:
    """The signer's title left out."""
    signature = draft.anatomy.signature
    if signature is None or signature.name is None or len(signature.titles) != 1 or signature.authority:
        return None
    document = replaced(draft.document, signature.titles[0], "")
    return Planted(document, ("KT02",), signature.name.text, (key(signature.name.paragraph),))


def end_mark_gone(draft: Draft, rng: random.Random) -> Planted | None:
    """The end mark left out."""
    mark = draft.anatomy.end_mark
    if mark is None:
        return None
    before = mark.paragraph.text[: mark.start].rstrip().split()[-1]
    return Planted(replaced(draft.document, mark, ""), ("TT10",), before, (key(mark.paragraph),))


def motto_dashed(draft: Draft, rng: random.Random) -> Planted | None:
    """The motto with long dashes."""
    motto = draft.anatomy.motto
    if motto is None or " - " not in motto.text:
        return None
    wrong = motto.text.replace(" - ", rng.choice([" – ", "-", " — "]))
    return Planted(replaced(draft.document, motto, wrong), ("TT02",), wrong, (key(motto.paragraph),))


def type_code(draft: Draft, rng: random.Random) -> Planted | None:
    """A number line whose code is another type's."""
    line, symbol = draft.anatomy.number_line, draft.anatomy.symbol
    if line is None or not symbol or not symbol.startswith("BC-"):
        return None
    start = line.start + line.text.index("BC-")
    wrong = rng.choice(["KH", "QĐ", "TB", "HD", "TTr"])
    spot = Passage(line.paragraph, start, start + 2)
    return Planted(
        replaced(draft.document, spot, wrong), ("TT05",), wrong, (key(line.paragraph),), ("TT03", "TT04")
    )


def day_gone(draft: Draft, rng: random.Random) -> Planted | None:
    """The day of the place-date line left blank in an issued document."""
    line = draft.anatomy.place_date
    if draft.stage != "issued" or line is None or line.day is None:
        return None
    digits = line.passage.text.index("ngày ") + 5
    spot = Passage(line.passage.paragraph, line.passage.start + digits, line.passage.start + digits + 2)
    wrong = line.passage.text.replace(spot.text, "  ", 1)
    return Planted(replaced(draft.document, spot, "  "), ("TT07",), wrong, (key(spot.paragraph),))


PLANTS: Mapping[str, Plant] = {
    plant.__name__.replace("_", "-"): plant
    for plant in (
        impossible_date,
        later_than_report,
        reversed_period,
        part_of_sum,
        percentage,
        growth,
        footing,
        counted_name,
        decimal_point,
        wrong_type,
        removed_heading,
        emptied_heading,
        swapped_headings,
        wrong_number,
        signer_gone,
        title_gone,
        end_mark_gone,
        motto_dashed,
        type_code,
        day_gone,
    )
}
