"""Mistakes planted in dates, periods and figures."""

from __future__ import annotations

import random
from collections.abc import Mapping
from decimal import Decimal

from tests.support.editing import key, replaced
from tests.support.planting.model import Plant, Planted
from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.dates import DateMention
from thidua_check.extract.quantities import Quantity
from thidua_check.extract.relations import Relation


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
    """A cited document dated after the report, when its body may be gone."""
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
        ("VD02", "VD08", "ND11", "TD08"),
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
        if q.decimals in (1, 2)
        and (q.unit in ("%", "km", "ha", "tấn") or q.scale > 1)
        and "," in q.passage.text
        and "." not in q.passage.text
        and q.problem is None
        and q.passage.paragraph.cell is None
    ]
    if len(found) < 2:
        return None
    chosen = rng.choice(found)
    wrong = chosen.passage.text.replace(",", ".")
    return Planted(
        replaced(draft.document, chosen.passage, wrong), ("SL07",), wrong, (key(chosen.passage.paragraph),)
    )


def dot_gone(draft: Draft, rng: random.Random) -> Planted | None:
    """A number of thousands without its dot in a draft that writes it."""
    grouped = [
        q
        for q in draft.facts.quantities
        if q.problem is None and "." in q.passage.text and "," not in q.passage.text and (q.unit or q.noun)
    ]
    if len(grouped) < 3:
        return None
    chosen = rng.choice(grouped)
    wrong = chosen.passage.text.replace(".", "")
    document = replaced(draft.document, chosen.passage, wrong)
    return Planted(document, ("SL07",), wrong, (key(chosen.passage.paragraph),))


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


def zero_gone(draft: Draft, rng: random.Random) -> Planted | None:
    """A day under 10 without its zero."""
    dates = [d for d in _slash_dates(draft) if d.passage.text.startswith("0")]
    if not dates:
        return None
    chosen = rng.choice(dates)
    wrong = chosen.passage.text[1:]
    return Planted(
        replaced(draft.document, chosen.passage, wrong), ("NT02",), wrong, (key(chosen.passage.paragraph),)
    )


def other_period(draft: Draft, rng: random.Random) -> Planted | None:
    """The movement of the title with another period, in the opening or the closing sentence."""
    ends = [p for p in draft.anatomy.main if p.cell is None]
    subject = draft.anatomy.subject
    title = {key(p.paragraph) for p in subject.passages} if subject else set()
    titled = {(p.first, p.last) for p in draft.facts.periods if key(p.passage.paragraph) in title}
    own = [
        p
        for p in draft.facts.periods
        if p.lead == "giai đoạn"
        and p.attached
        and p.passage.paragraph in (*ends[:1], *ends[-1:])
        and (p.first, p.last) in titled
    ]
    if not own:
        return None
    chosen = rng.choice(own)
    first = chosen.first - rng.randint(1, 3)
    wrong = chosen.passage.text.replace(str(chosen.first), str(first))
    words = f"{first}-{chosen.last}"
    document = replaced(draft.document, chosen.passage, wrong)
    return Planted(document, ("NT05",), words, (key(chosen.passage.paragraph),), ("CT09", "ND11"))


PLANTS: Mapping[str, Plant] = {
    "impossible-date": impossible_date,
    "later-than-report": later_than_report,
    "reversed-period": reversed_period,
    "part-of-sum": part_of_sum,
    "percentage": percentage,
    "growth": growth,
    "footing": footing,
    "counted-name": counted_name,
    "decimal-point": decimal_point,
    "dot-gone": dot_gone,
    "wrong-type": wrong_type,
    "zero-gone": zero_gone,
    "other-period": other_period,
}
