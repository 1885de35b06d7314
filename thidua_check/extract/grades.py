"""Grades of all the members of a group: ``Tốt 318 em, Khá 806 em, Đạt 268 em, Chưa đạt 10 em`` of 1.402 pupils.

The total may stand far before; it is the last one of the same people that the grades nearly add up to and that
their own percentages fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from thidua_check.document import Paragraph
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.quantities import Quantity
from thidua_check.text import fold_same_length

Found = Mapping[tuple[str, int], Sequence[Quantity]]

# Scales from the best grade to the last; each leaves nobody out.
_SCALES = (
    ("tốt", "khá", "đạt", "chưa đạt"),
    ("hoàn thành tốt", "hoàn thành", "chưa hoàn thành"),
    ("giỏi", "khá", "trung bình", "yếu"),
    ("giỏi", "khá", "trung bình", "yếu", "kém"),
    ("giỏi", "khá", "đạt", "chưa đạt"),
    ("xuất sắc", "tốt", "khá", "trung bình", "yếu"),
)
_WORDS = frozenset(word for scale in _SCALES for word in scale)
_PEOPLE = ("học sinh", "em", "sinh viên", "học viên", "trẻ", "cháu")
# "; tốt ", ", xếp loại khá: ", " và loại giỏi có "
_GRADE = re.compile(
    r"(?:^|[:,;(.]|\svà)\s?(?:(?:xếp\s)?loại\s)?(?P<grade>[^\W\d_]+(?:\s[^\W\d_]+){0,2}?)\s?(?::|có|là)?\s?$"
)
# "(22,7%)", ", chiếm 22,7%", ", tỷ lệ 22,7%"
_SHARE = re.compile(r"\s?(?:\(|,\s?)(?:chiếm\s|đạt\s|tỷ\slệ\s|tỉ\slệ\s|chiếm\stỷ\slệ\s)?$")
_VAGUE = re.compile(r"(?<!\w)(?:hơn|trên|gần|khoảng|tăng|giảm|còn|thêm)\s$")
_REACH = 40
# A total is one whose grades are off by at most this share of it.
_NEAR = Decimal("0.05")


@frozen
class _Grade:
    """One grade: its word, how many have it, and which percentage that is said to be."""

    word: str
    number: Quantity
    share: Quantity | None


def find_grade_sums(paragraphs: Sequence[Paragraph], found: Found) -> Iterator[Relation]:
    """Yield the totals of people with all their grades as parts, wherever before the grades the total stands."""
    totals: list[Quantity] = []
    for paragraph in paragraphs:
        quantities = found.get((paragraph.part, paragraph.block), ())
        if paragraph.cell is not None or not quantities:
            continue
        folded = fold_same_length(paragraph.text)
        for grades in _series(folded, quantities):
            before = [*totals, *(q for q in quantities if q.start < grades[0].number.start and _is_total(q))]
            relation = _relation(grades, before)
            if relation is not None:
                yield relation
        totals += [q for q in quantities if _is_total(q)]


def _is_total(quantity: Quantity) -> bool:
    people = quantity.noun.startswith(_PEOPLE)
    return people and not quantity.unit and not quantity.pair and quantity.value is not None


def _series(folded: str, quantities: Sequence[Quantity]) -> Iterator[tuple[_Grade, ...]]:
    """Yield the runs of grades that make a whole scale."""
    run: list[_Grade] = []
    for index, quantity in enumerate(quantities):
        if quantity.unit == "%" and run:
            continue
        grade = _grade(folded, quantities, index)
        if grade is None or any(grade.word == known.word for known in run):
            run = []
        if grade is not None:
            run.append(grade)
        words = tuple(known.word for known in run)
        longer = words == ("giỏi", "khá", "trung bình", "yếu") and _goes_on(folded, quantities, index)
        if words in _SCALES and not longer:
            yield tuple(run)
            run = []


def _goes_on(folded: str, quantities: Sequence[Quantity], index: int) -> bool:
    """Return whether the next figure of people is one more grade."""
    after = (i for i in range(index + 1, len(quantities)) if quantities[i].unit != "%")
    place = next(after, None)
    grade = _grade(folded, quantities, place) if place is not None else None
    return grade is not None and grade.word == "kém"


def _grade(folded: str, quantities: Sequence[Quantity], index: int) -> _Grade | None:
    number = quantities[index]
    before = folded[max(0, number.start - _REACH) : number.start]
    match = _GRADE.search(before)
    if match is None or match["grade"] not in _WORDS or not _is_total(number) or _VAGUE.search(before):
        return None
    after = quantities[index + 1] if index + 1 < len(quantities) else None
    beside = after is not None and after.unit == "%" and _SHARE.fullmatch(folded, number.end, after.start)
    return _Grade(match["grade"], number, after if beside else None)


def _relation(grades: Sequence[_Grade], totals: Sequence[Quantity]) -> Relation | None:
    """Return the relation to the last total that fits, None where no total is told by percentages or by nearness."""
    expected = sum((grade.number.value for grade in grades if grade.number.value is not None), Decimal(0))
    shared = all(grade.share is not None for grade in grades)
    parts = tuple(grade.number for grade in grades)
    for whole in reversed(totals if shared else totals[-1:]):
        near = whole.value is not None and abs(whole.value - expected) <= whole.value * _NEAR
        if near and all(_fits(grade, whole) for grade in grades):
            return Relation(
                "sum",
                whole.passage,
                whole,
                parts,
                expected=expected,
                tolerance=Decimal(0),
                sure=False,
                lead="xếp loại",
            )
    return None


def _fits(grade: _Grade, whole: Quantity) -> bool:
    """Return whether a grade's percentage, if any is given, is that of the total, give or take its last place."""
    share = grade.share
    if share is None or share.value is None or grade.number.value is None or not whole.value:
        return share is None
    return abs(100 * grade.number.value / whole.value - share.value) <= share.step
