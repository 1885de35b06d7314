"""Shares of one whole that do not make a hundred."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.clauses import frame_of
from thidua_check.extract.numbers import format_number
from thidua_check.extract.quantities import Quantity
from thidua_check.findings import Words
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.text import fold_letters

# "cơ cấu kinh tế: nông nghiệp 20%, công nghiệp 50%, dịch vụ 30%", "tỷ trọng các ngành"
_SHARES = re.compile(r"(?<!\w)(?:cơ cấu|tỷ trọng|tỉ trọng)(?!\w)")
# Between two shares: ", công nghiệp - xây dựng ", "; dịch vụ chiếm ", " và dịch vụ: "; no change and no other year.
_NEXT = re.compile(r"\s?(?:[,;]|và|[,;]\svà)\s(?:ngành\s|khu\svực\s)?(?P<label>[^\W\d_][^%;0-9.]{2,60})")
_CHANGED = re.compile(
    r"(?<!\w)(?:tăng|giảm|năm|từ|lên|xuống|đến|so với|trong đó|mục tiêu|kế hoạch|tỷ lệ)(?!\w)"
)
# The year of the shares: "Cơ cấu kinh tế năm 2024: ", "Cơ cấu kinh tế năm 2024, "
_YEAR = re.compile(r"(?<!\w)(?:đến\s)?năm\s20[0-9]{2}(?=\s?[:,])")
# "Kết quả xếp loại: Tốt 68,3%; Khá, giỏi 24,5%; Đạt 8,2%": grades, of which the lowest closes the list.
_GRADED = re.compile(
    r"(?<!\w)(?:xếp loại|phân loại|đánh giá|học lực|hạnh kiểm|kết quả học tập|kết quả rèn luyện)"
    r"(?:\s[^\W\d_]+){0,8}(?:\snăm\s20[0-9]{2})?\s?:\s"
)
_GRADE = (
    r"(?:(?:hoàn thành )?(?:xuất sắc|tốt)(?: nhiệm vụ)?|(?:không )?hoàn thành(?: nhiệm vụ)?|giỏi|khá|trung bình|đạt|"
    r"(?:chưa|không) đạt|yếu|kém)"
)
_GRADES = re.compile(rf"(?:loại |mức )?{_GRADE}(?:(?:,| và|, và) {_GRADE})*(?: chiếm| đạt| là|:)?\s")
_LOWEST = re.compile(r"(?<!\w)(?:chưa đạt|không đạt|yếu|kém|không hoàn thành)(?!\w)")
_FEWEST, _MOST = 3, 12


@frozen
class Params:
    """``far`` is how far from a hundred the shares may be for the sentence to mean a whole at all."""

    far: Decimal = Decimal(10)


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report lists of three shares and more that are nearly, but not, a hundred together."""
    for _, group in groupby(
        draft.facts.quantities, key=lambda q: (q.passage.paragraph.part, q.passage.paragraph.block)
    ):
        quantities = [q for q in group if q.unit == "%"]
        if len(quantities) < _FEWEST:
            continue
        text = quantities[0].passage.paragraph.text
        folded = fold_letters(text)
        frame = frame_of(text)
        for lead in _SHARES.finditer(folded):
            shares = _list(folded, frame.sentence(lead.start())[1], lead.end(), quantities)
            if hit := _hit(shares, params):
                yield hit
                break
        for lead in _GRADED.finditer(folded):
            grades = _list(folded, frame.sentence(lead.start())[1], lead.end(), quantities)
            hit = _hit(grades, params) if _are_grades(folded, lead.end(), grades) else None
            if hit:
                yield hit


def _list(folded: str, stop: int, start: int, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return the shares in a row behind the words that announce them."""
    found: list[Quantity] = []
    first = bisect_left(quantities, start, key=lambda q: q.start)
    for quantity in quantities[first : first + _MOST]:
        if quantity.end > stop:
            break
        between = folded[found[-1].end if found else start : quantity.start]
        if not found:
            between = _YEAR.sub("", between, count=1)
        if _CHANGED.search(between) or (found and not _NEXT.fullmatch(between)) or quantity.pair:
            break
        found.append(quantity)
    return found


def _are_grades(folded: str, start: int, shares: Sequence[Quantity]) -> bool:
    """Return whether all labels are grades, and none can be left out: the lowest is named, or they are too many."""
    ends = [start, *(q.end for q in shares)]
    labels = [folded[end : q.start].lstrip(" ,;") for end, q in zip(ends, shares, strict=False)]
    plain = [re.sub(r"^(?:và|còn) ", "", label) for label in labels]
    above = sum((q.value or Decimal(0) for q in shares), Decimal(0)) > 100
    return all(map(_GRADES.fullmatch, plain)) and (above or any(map(_LOWEST.search, plain)))


def _hit(shares: Sequence[Quantity], params: Params) -> Hit | None:
    values = [q.value for q in shares if q.value is not None]
    if len(values) < _FEWEST or len(values) != len(shares):
        return None
    total = sum(values, Decimal(0))
    room = sum((q.step for q in shares), Decimal(0)) / 2
    if abs(total - 100) <= room or abs(total - 100) > params.far:
        return None
    first, last = shares[0], shares[-1]
    passage = Passage(first.passage.paragraph, first.start, last.end)
    parts = tuple((q.extent or q.passage, Words("tỷ trọng", "share")) for q in shares)
    return Hit(passage, {"sum": format_number(total)}, related=parts)


KIND = Kind("wrong_shares", check, Params, {"default": frozenset({"sum"})})
