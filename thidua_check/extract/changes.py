"""How much a change is, worked out from its two ends: in percent, in points, as an amount, as a multiple."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import evolve

from thidua_check.document import Paragraph, Passage
from thidua_check.extract.arithmetic import Relation, percentage, slack
from thidua_check.extract.quantities import Quantity

# A rate by the year, or against something else, is not the whole change.
_RATE = re.compile(r"bình\squân|trung\sbình|mỗi\snăm|hàng\snăm|hằng\snăm|/năm|một\snăm|mỗi")
_OTHER_BASE = re.compile(
    r"[\s(]{0,3}(?:kh\b|kế\shoạch|chỉ\stiêu|/năm|mỗi|một\snăm|bình\squân|so\svới\s(?:kế|chỉ|mục|nghị))"
)
# How far a multiple in whole numbers ("gấp 2 lần", "gấp đôi") may be off.
_MULTIPLE_ROOM = Decimal("0.4")


def change_of(
    paragraph: Paragraph, folded: str, first: Quantity, last: Quantity, whole: Quantity, verb: str = ""
) -> Relation:
    """Return the relation of a printed change to its two ends; ``verb`` is the word that gives its direction."""
    ends = (first, last, whole)
    passage = Passage(paragraph, min(q.start for q in ends), max(q.end for q in ends))
    relation = Relation("growth", passage, whole, (first, last), lead=verb)
    if first.value is None or last.value is None or whole.value is None or not first.value:
        return relation
    before = max((q.end for q in (first, last) if q.end <= whole.start), default=whole.start)
    if _RATE.search(folded[before : whole.start]) or _OTHER_BASE.match(folded, whole.end):
        return relation
    if whole.unit == "lần":
        return _multiple(relation, first.value, last.value, whole)
    points = abs(last.value - first.value)
    in_points = evolve(relation, expected=points, tolerance=slack(ends))
    if whole.unit != "%":
        fitting = first.unit == "%" if whole.unit == "điểm %" else whole.unit == first.unit
        return in_points if fitting else relation
    worked = percentage(evolve(last, value=points), first, whole)
    if worked is None:
        return relation
    relative = evolve(relation, expected=worked[0], tolerance=worked[1])
    if first.unit != "%" or (in_points.standing == "off" and relative.standing != "off"):
        return relative
    return in_points


def _multiple(relation: Relation, first: Decimal, last: Decimal, whole: Quantity) -> Relation:
    """Return the relation of "three times as many"; "up by 1,5 times" may mean what was added."""
    times = last / first
    room = whole.step / 2 if whole.decimals else _MULTIPLE_ROOM
    return evolve(relation, expected=times, tolerance=room, also=(times - 1,), sure=False)


def alike(*quantities: Quantity) -> bool:
    """Return whether amounts are in one unit and count one thing, as far as their nouns tell.

    >>> from thidua_check.extract.quantities import find_quantities
    >>> one, two, three = find_quantities(Paragraph("312 hộ nghèo, 83 hộ, 40 hộ cận nghèo"))
    >>> alike(one, two), alike(one, three)
    (True, False)
    """
    first, *others = quantities
    return all(_same_thing(first, other) for other in others)


def _same_thing(one: Quantity, other: Quantity) -> bool:
    if one.unit.partition("/")[0] != other.unit.partition("/")[0]:
        return False
    if one.unit:
        return True
    nouns = one.noun.split()[:2], other.noun.split()[:2]
    shorter = min(map(len, nouns))
    return shorter > 0 and nouns[0][:shorter] == nouns[1][:shorter]
