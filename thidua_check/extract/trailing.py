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
        passage = Passage(paragraph, parts[0].start, whole.end)
        relation = Relation("sum", passage, whole, tuple(parts), lead="tổng cộng", sure=False)
        labels = [folded[part.end : part.end + 24].partition(",")[0] for part in parts]
        if (whole.unit or same_kind(whole, parts)) and not may_overlap([*labels, *(p.noun for p in parts)]):
            total = sum((part.value for part in parts if part.value is not None), Decimal(0))
            yield evolve(relation, expected=total, tolerance=slack((whole, *parts)))
        else:
            yield relation


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
