"""Totals behind their parts: ``42 tập thể và 30 cá nhân, tổng cộng 72 trường hợp``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import evolve

from thidua_check.document import Paragraph, Passage
from thidua_check.extract.arithmetic import Relation, slack
from thidua_check.extract.clauses import Frame
from thidua_check.extract.nouns import may_overlap, same_kind
from thidua_check.extract.quantities import Quantity

# ", tổng cộng ", "; tổng là ", " (tổng số: ", ", tổng cộng có "
_LEAD = re.compile(r"[,;(]\s?tổng(?:\scộng|\ssố)?(?:\s(?:là|có|được))?\s?:?\s$")
# "Cộng 05 năm là ", "Tổng cộng cả 03 năm: "
_YEARS_LEAD = re.compile(
    r"(?<!\w)(?:tổng\s)?cộng\s(?:cả\s)?(?P<number>[0-9]{1,2})\snăm\s?(?:là|được|đạt|:)?\s?$"
)
# "năm 2021 là ", "9 tháng năm 2025: ", "năm 2022 hỗ trợ "
_YEAR = re.compile(r"(?<!\w)năm\s(?P<year>20[0-9]{2})\s?(?:là|:|đạt|được|có|hỗ\strợ)?\s?:?\s?$")
# "tổng số đoàn viên, hội viên là ", "tổng cộng tập thể và cá nhân: "
_NAMED_LEAD = re.compile(r"[,;]\stổng\s(?:cộng|số)\s(?P<names>[^\W\d_][^.;:()0-9]{2,60}?)\s?(?:là|:|có)\s$")
_AND = re.compile(r",\s|\svà\s")
# Between two parts: ", 30 cá nhân", " và tặng Giấy khen cho ", "; ".
_NEXT = re.compile(r"(?:\s[^\W\d_]+){0,3}\s?(?:[,;]|\svà|[,;]\svà)(?:\s[^\W\d_]+){0,3}\s")
_ASIDE = frozenset({"%", "điểm %", "tuổi", "sao", "năm", "tháng", "ngày", "lần", "giờ"})
_FEWEST, _MOST = 2, 12


def find_trailing_sums(
    paragraph: Paragraph, folded: str, quantities: Sequence[Quantity], frame: Frame
) -> Iterator[Relation]:
    """Yield the totals that follow their parts in one sentence; another list before these leaves it open."""
    for index, whole in enumerate(quantities):
        first = frame.sentence(whole.start)[0]
        if (
            whole.unit in _ASIDE
            or whole.pair
            or not _LEAD.search(folded, max(first, whole.start - 24), whole.start)
        ):
            continue
        near = quantities[max(0, index - _MOST) : index]
        parts = _parts(folded, [q for q in near if q.start >= first], whole)
        if len(parts) < _FEWEST or whole.value is None:
            continue
        relation = _total(paragraph, whole, tuple(parts), sure=False)
        labels = [folded[part.end : part.end + 24].partition(",")[0] for part in parts]
        if (whole.unit or same_kind(whole, parts)) and not may_overlap([*labels, *(p.noun for p in parts)]):
            yield relation
        else:
            yield evolve(relation, expected=None, tolerance=None)


def find_yearly_sums(
    paragraph: Paragraph, folded: str, quantities: Sequence[Quantity], frame: Frame
) -> Iterator[Relation]:
    """Yield the totals of as many years as were told one by one before: "Cộng 03 năm là 78,5 tỷ đồng"."""
    for index, whole in enumerate(quantities):
        lead = _YEARS_LEAD.search(folded, max(0, whole.start - 32), whole.start)
        if lead is None or not whole.unit or whole.unit in _ASIDE or whole.value is None:
            continue
        told = [
            (int(year["year"]), quantity)
            for quantity in quantities[:index]
            if quantity.unit == whole.unit
            and (year := _YEAR.search(folded, max(0, quantity.start - 32), quantity.start))
        ]
        count = int(lead["number"])
        years = [year for year, _ in told]
        parts = tuple(quantity for _, quantity in told)
        if count < _FEWEST or len(years) != count or years != list(range(years[0], years[0] + count)):
            continue
        if any(part.value is None or part.pair or frame.enclosing(part.start) for part in parts):
            continue
        yield _total(paragraph, whole, parts, sure=True)


def find_named_sums(
    paragraph: Paragraph, folded: str, quantities: Sequence[Quantity], frame: Frame
) -> Iterator[Relation]:
    """Yield the totals that name each of the things just counted: "tổng số đoàn viên, hội viên là 131.777 người"."""
    for index, whole in enumerate(quantities):
        first = frame.sentence(whole.start)[0]
        lead = _NAMED_LEAD.search(folded, max(first, whole.start - 90), whole.start)
        if lead is None or whole.unit or whole.pair or whole.value is None:
            continue
        names = _AND.split(lead["names"])
        parts = tuple(quantities[max(0, index - len(names)) : index])
        if len(names) < _FEWEST or len(parts) != len(names) or parts[0].start < first:
            continue
        if all(
            part.value is not None and not part.pair and not part.unit and part.noun.startswith(name)
            for part, name in zip(parts, names, strict=True)
        ):
            yield _total(paragraph, whole, parts, sure=True)


def _total(paragraph: Paragraph, whole: Quantity, parts: tuple[Quantity, ...], *, sure: bool) -> Relation:
    passage = Passage(paragraph, parts[0].start, whole.end)
    total = sum((part.value for part in parts if part.value is not None), Decimal(0))
    return Relation(
        "sum",
        passage,
        whole,
        parts,
        expected=total,
        tolerance=slack((whole, *parts)),
        sure=sure,
        lead="tổng cộng",
    )


def _parts(folded: str, before: Sequence[Quantity], whole: Quantity) -> list[Quantity]:
    """Return the figures in a row that end where the total begins; none where one of them cannot be a part."""
    parts: list[Quantity] = []
    for quantity in reversed(before):
        if parts and not _NEXT.fullmatch(folded, quantity.end, parts[0].start):
            break
        if quantity.unit != whole.unit or quantity.pair or quantity.value is None:
            return []
        parts.insert(0, quantity)
    return parts
