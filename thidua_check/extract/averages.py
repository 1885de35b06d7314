"""Averages that the text gives total and number of: ``312 lượt, số tiền 156 triệu đồng, bình quân 500.000 đồng/lượt``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.extract.arithmetic import Relation, slack
from thidua_check.extract.clauses import Frame
from thidua_check.extract.quantities import Quantity

# Directly before the average, with nothing that it might be the average of: ", bình quân ", "(bình quân mỗi hộ "
_LEAD = re.compile(
    r"[,(]\s?(?:tính\s|với\s(?:mức\s)?|đạt\s|mức\s)?(?:bình\squân|trung\sbình)(?:\s(?:là|đạt|được))?\s$"
)
# What an average of counted things is counted by: "40 bóng/km", "81 lượt/buổi"
_PER = re.compile(r"/(?P<one>[^\W\d_]{1,7})(?![\w/])")
# Figures that are no total and no number of things: "mỗi chi đoàn 1,2 triệu đồng", "định mức 50 triệu đồng", "tăng 5"
_NO_OPERAND = re.compile(
    r"(?<!\w)(?:mỗi|bình\squân|trung\sbình|định\smức|mức|thêm|hơn|trên|gần|khoảng|từ|tăng|giảm|so\svới)(?:\s[^\W\d_]+){0,3}\s$"
)
# One word for the same things, where an average uses the shorter one.
_NAMES: dict[str, tuple[str, ...]] = {
    "em": ("học sinh", "em", "cháu", "trẻ em"),
    "cháu": ("cháu", "em", "trẻ em", "học sinh"),
    "người": ("người", "lao động", "hội viên", "đoàn viên", "học viên", "cán bộ"),
    "căn": ("căn", "nhà", "ngôi nhà"),
    "nhà": ("nhà", "căn nhà", "ngôi nhà"),
}
# Averages over time are of something else than the sentence's figures.
_TIMES = frozenset({"năm", "tháng", "ngày", "quý", "tuần", "vụ", "giờ", "đợt", "kỳ"})
_REACH = 160


@frozen
class _Average:
    """A printed average: of which unit or noun it is, and by what it is counted."""

    whole: Quantity
    what: str
    one: str


def find_averages(
    paragraph: Paragraph, folded: str, quantities: Sequence[Quantity], frame: Frame
) -> Iterator[Relation]:
    """Yield each average that stands behind its total and its number in one sentence, in the very units of both."""
    for index, whole in enumerate(quantities):
        average = _average(folded, whole)
        if average is None:
            continue
        before = list(_operands(folded, quantities, index, frame))
        totals = [q for q in before if _is_total(q, average)]
        counts = [q for q in before if _is_counted(q, average.one)]
        pairs = [(total, count) for total in totals for count in counts]
        if pairs:
            held = [_relation(paragraph, average, *pair, rounded=pair == pairs[0]) for pair in pairs]
            fitting = next((relation for relation in held if relation.standing == "holds"), None)
            if fitting is not None or not _fits_together(whole, totals, counts):
                yield fitting or held[0]


def _fits_together(whole: Quantity, totals: Sequence[Quantity], counts: Sequence[Quantity]) -> bool:
    """Return whether an average is that of several figures together: "30 hộ nghèo và 20 hộ cận nghèo"."""
    runs = ([q.value or Decimal(0) for q in figures] for figures in (totals, counts))
    over, under = ([sum(run[:n], Decimal(0)) for n in range(1, len(run) + 1)] for run in runs)
    return any(m and abs(n / m - (whole.value or 0)) <= whole.step / 2 for n in over for m in under)


def _average(folded: str, whole: Quantity) -> _Average | None:
    """Return what a quantity is the average of, None if it is none or one over time."""
    if whole.pair or whole.value is None or not _LEAD.search(folded[max(0, whole.start - 40) : whole.start]):
        return None
    unit, _, one = whole.unit.partition("/")
    if not whole.unit:
        per = _PER.match(folded, whole.end)
        unit, one = whole.noun, per["one"] if per else ""
    return _Average(whole, unit, one) if unit and one and "/" not in one and one not in _TIMES else None


def _operands(folded: str, quantities: Sequence[Quantity], index: int, frame: Frame) -> Iterator[Quantity]:
    """Yield the figures before an average that may be its total or its number, the nearest first."""
    start = quantities[index].start
    for quantity in reversed(quantities[:index]):
        if start - quantity.end > _REACH or frame.sentence(quantity.start)[1] < start:
            return
        if ";" in folded[quantity.end : start]:
            return
        rate = _NO_OPERAND.search(folded, max(0, quantity.start - 40), quantity.start)
        if not (quantity.pair or rate or quantity.value is None):
            yield quantity


def _is_total(quantity: Quantity, average: _Average) -> bool:
    if average.whole.unit:
        return quantity.unit == average.what
    return not quantity.unit and _begins(quantity.noun, (average.what, *_NAMES.get(average.what, ())))


def _is_counted(quantity: Quantity, one: str) -> bool:
    if quantity.unit:
        return quantity.unit == one
    return _begins(quantity.noun, _NAMES.get(one, (one,)))


def _begins(noun: str, names: Sequence[str]) -> bool:
    return any(noun == name or noun.startswith(f"{name} ") for name in names)


def _relation(
    paragraph: Paragraph, average: _Average, total: Quantity, count: Quantity, *, rounded: bool
) -> Relation:
    """Return the relation of an average to total and number; ``rounded``: its trailing zeros may be rounding."""
    whole = average.whole
    passage = Passage(paragraph, min(total.start, count.start), whole.end)
    relation = Relation("average", passage, whole, (total, count), sure=False)
    if total.value is None or not count.value:
        return relation
    expected = total.value / count.value
    rounding = (slack([total]) + expected * slack([count])) / count.value
    step = _printed_step(whole) if rounded else whole.step
    return evolve(relation, expected=expected, tolerance=step / 2 + rounding)


def _printed_step(whole: Quantity) -> Decimal:
    """Return the worth of the last figure that is no trailing zero: 100.000 of "600.000 đồng".

    >>> from thidua_check.extract.quantities import find_quantities
    >>> _printed_step(find_quantities(Paragraph("600.000 đồng/lượt"))[0])
    Decimal('1E+5')
    """
    if whole.decimals:
        return whole.step
    digits = whole.passage.text.replace(".", "")
    return whole.step.scaleb(len(digits) - len(digits.rstrip("0")))
