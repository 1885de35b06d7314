"""Totals of several things at once, with clauses that give a figure for each: ``74 tập thể, 163 cá nhân; ...``.

``58 tập thể, 117 cá nhân. Trong đó: ... 05 tập thể, 09 cá nhân; ... 53 tập thể, 108 cá nhân``: the collectives add up
to the collectives, the persons to the persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.clauses import Frame
from thidua_check.extract.nouns import may_overlap
from thidua_check.extract.quantities import Quantity

# Who is rewarded; longer words before those they begin with.
_KINDS = ("tập thể", "cá nhân", "hộ gia đình", "gia đình", "hộ", "doanh nghiệp")
# Between the figures of one group: ", ", " và ", ", và ".
_NEXT = re.compile(r"(?:\s[^\W\d_]+){0,2}\s?(?:,|,?\svà)\s")
# Behind the group that is the total: " được khen thưởng. Trong đó: ", " (trong đó ", " (".
_AFTER = re.compile(
    r"(?P<words>[^.;:()0-9]{0,60})(?P<lead>[.,;]?\s?\(?\s?trong\sđó(?!\w)[\s:,]{0,3}|\s?\(\s?(?=[^)]{0,80}:))"
)
# Before it: "; tổng số được khen thưởng là ", ". Tổng cộng có ".
_BEFORE = re.compile(r"[.;,]\s?tổng\s(?:số|cộng)(?:\s[^\W\d_]+){0,5}\s?:?\s$")
_VAGUE = re.compile(r"(?<!\w)(?:hơn|trên|gần|khoảng|dưới|ít\snhất|thêm|mỗi)\s$")
# One person may have both: whoever is "Chiến sĩ thi đua" is "Lao động tiên tiến" as well.
_TITLE = re.compile(r"(?<!\w)(?:chiến\s(?:sĩ|sỹ)\sthi\sđua|danh\shiệu|lđtt|cstđ)(?!\w)")
_FEWEST = 2
# Clauses that are further off than this share are of something else.
_NEAR = Decimal("0.25")
_REACH = 1500

Group = Mapping[str, Quantity]


@frozen
class _Clauses:
    """The groups of the clauses of a list, and whether every clause held one."""

    groups: tuple[Group, ...]
    whole: bool


def find_kind_sums(
    paragraph: Paragraph, folded: str, quantities: Sequence[Quantity], frame: Frame
) -> Iterator[Relation]:
    """Yield for each noun of a group of totals the relation to the same noun in the clauses beside it."""
    if ";" not in folded:
        return
    for start, group in _groups(folded, quantities):
        last = max(quantity.end for quantity in group.values())
        if _BEFORE.search(folded, max(0, start - 60), start):
            clauses = _clauses(folded, quantities, *_before(folded, start, frame))
            yield from _relations(paragraph, folded, group, clauses, leading=False)
        elif len(group) > 1 and (after := _AFTER.match(folded, last)):
            clauses = _clauses(folded, quantities, after.end(), _end(folded, after, frame))
            yield from _relations(paragraph, folded, group, clauses, leading=True)


def _kind(quantity: Quantity) -> str:
    if quantity.unit or quantity.pair or quantity.value is None or quantity.scale != 1:
        return ""
    return next((kind for kind in _KINDS if quantity.noun.startswith(kind)), "")


def _groups(folded: str, quantities: Sequence[Quantity]) -> Iterator[tuple[int, Group]]:
    """Yield the runs of figures of different kinds: "58 tập thể, 117 cá nhân và 12 hộ"."""
    run: dict[str, Quantity] = {}
    end = -1
    for quantity in quantities:
        kind = _kind(quantity)
        joined = bool(run) and _NEXT.fullmatch(folded, end, quantity.start) is not None
        if run and not (joined and kind and kind not in run):
            yield min(q.start for q in run.values()), run
            run = {}
        if kind:
            run = {**run, kind: quantity}
            end = quantity.end
    if run:
        yield min(q.start for q in run.values()), run


def _before(folded: str, start: int, frame: Frame) -> tuple[int, int]:
    """Return where the clauses before a total begin and end: in its sentence, or in the one before that it sums up."""
    lead = _BEFORE.search(folded, max(0, start - 60), start)
    end = lead.start() if lead else start
    return max(frame.sentence(max(0, end - 1))[0], start - _REACH), end


def _end(folded: str, after: re.Match[str], frame: Frame) -> int:
    around = frame.enclosing(after.end())
    return around[1] if around else frame.sentence(after.end())[1]


def _clauses(folded: str, quantities: Sequence[Quantity], start: int, end: int) -> _Clauses:
    """Return the groups of the clauses between semicolons; ``whole`` is False where a clause holds anything else."""
    groups: list[Group] = []
    whole = True
    place = start
    for clause in folded[start:end].split(";"):
        inside = [q for q in quantities if place <= q.start < place + len(clause)]
        kinds = [_kind(q) for q in inside]
        place += len(clause) + 1
        plain = bool(kinds) and "" not in kinds and len(set(kinds)) == len(kinds)
        vague = any(_VAGUE.search(folded, max(0, q.start - 12), q.start) for q in inside)
        whole = whole and plain and not vague and not _TITLE.search(clause) and not may_overlap([clause])
        groups.append(dict(zip(kinds, inside, strict=True)))
    return _Clauses(tuple(groups), whole)


def _relations(
    paragraph: Paragraph, folded: str, totals: Group, clauses: _Clauses, *, leading: bool
) -> Iterator[Relation]:
    """Yield the relations of a list that counts nothing but what the totals count.

    Behind "trong đó" a list may name only some; it is whole where one of its nouns adds up.
    """
    named = {kind for group in clauses.groups for kind in group}
    if not clauses.whole or len(clauses.groups) < _FEWEST or not named <= totals.keys():
        return
    if any(_VAGUE.search(folded, max(0, q.start - 12), q.start) for q in totals.values()):
        return
    found = [
        _relation(paragraph, whole, [group[kind] for group in clauses.groups if kind in group], leading)
        for kind, whole in totals.items()
        if kind in named
    ]
    closed = any(relation.whole.value == relation.expected and len(relation.parts) > 1 for relation in found)
    for relation in found:
        known = evolve(relation, exhaustive=closed or not leading, sure=closed)
        if _is_near(known):
            yield known


def _is_near(relation: Relation) -> bool:
    """Return whether a relation holds or is off by so little that the clauses may be meant to add up."""
    value, expected = relation.whole.value, relation.expected
    near = value is not None and expected is not None and abs(value - expected) <= value * _NEAR
    return near or relation.standing == "holds"


def _relation(paragraph: Paragraph, whole: Quantity, parts: Sequence[Quantity], leading: bool) -> Relation:
    ends = [*(part.end for part in parts), whole.end]
    starts = [*(part.start for part in parts), whole.start]
    total = sum((part.value for part in parts if part.value is not None), Decimal(0))
    return Relation(
        "sum",
        Passage(paragraph, min(starts), max(ends)),
        whole,
        tuple(parts),
        expected=total,
        tolerance=Decimal(0),
        lead="trong đó" if leading else "tổng cộng",
    )
