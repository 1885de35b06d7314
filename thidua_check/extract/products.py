"""Totals of so much for each: ``86 hộ, mỗi hộ 10 kg gạo, tổng cộng 860 kg``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.extract.arithmetic import Relation, slack
from thidua_check.extract.clauses import Frame
from thidua_check.extract.quantities import Quantity
from thidua_check.extract.units import TIME_UNITS

# Before the amount for each: "mỗi suất ", "mỗi suất quà trị giá ", "mỗi hộ được hỗ trợ ".
_EACH = re.compile(
    r"(?<!\w)mỗi\s(?P<thing>[^\W\d_]+(?:\s[^\W\d_]+){0,2}?)\s?"
    r"(?:(?:được|trị\sgiá|hỗ\strợ|nhận|là|với|số\stiền|tặng|ủng\shộ|đóng\sgóp|thưởng|vay|dài|rộng)\s){0,3}:?\s?$"
)
# Before a rate that names what is counted: ", mức 50 triệu đồng/nhà", "(600.000 đồng/suất".
_RATE = re.compile(
    r"(?:^|[,(;]\s?)(?:với\s)?(?:(?:mức|định\smức|mức\shỗ\strợ|đơn\sgiá)\s(?:hỗ\strợ\s|là\s)?)?$"
)
# Between the amount for each and the total: " gạo, tổng cộng ", ", tổng trị giá ", "; tổng số tiền là ".
_TOTAL = re.compile(
    r"(?:\s[^\W\d_]+){0,2}\s?[,;]\s?(?:với\s)?tổng(?:\scộng|\ssố)?(?:\s(?:trị\sgiá|giá\strị|số\stiền|tiền|kinh\sphí|số|chiều\sdài|diện\stích))?"
    r"\s?(?:là|:|được)?\s?"
)
# Between the things and what they are worth, which a bracket divides: " trị giá ", ", tổng kinh phí là ".
_WORTH = re.compile(
    r"(?:\s[^\W\d_]+){1,4}?\s?,?\s?(?:với\s)?(?:tổng\s(?:số\s)?)?(?:trị\sgiá|giá\strị|số\stiền|tiền|kinh\sphí)\s(?:là\s)?"
)
# Amounts for a time: "10 kg gạo/tháng", "1 triệu đồng mỗi năm"; and what happens again and again: "mỗi tháng".
_TIMES = re.compile(r"(?<!\w)(?:tháng|năm|quý|tuần|ngày|đợt|lần|kỳ|vụ)(?!\w)")
_AGAIN = re.compile(r"(?<!\w)(?:mỗi|hằng|hàng)\s(?:tháng|năm|quý|tuần|ngày|đợt|lần|kỳ|vụ)(?!\w)")
# No fixed amount: "hơn 100 suất", "mỗi suất ít nhất ".
_VAGUE = re.compile(
    r"(?<!\w)(?:hơn|trên|gần|khoảng|dưới|ít\snhất|tối\sthiểu|tối\sđa|xấp\sxỉ|không\squá|bình\squân|trung\sbình|từ|đến|thêm)"
    r"(?:\s[^\W\d_]+){0,3}\s$"
)
# What may be worth something besides: "500.000 đồng và quà".
_BESIDES = re.compile(r"(?<!\w)(?:và|cùng|kèm|ngoài\sra|chưa\skể|kể\scả)(?!\w)")
_NO_AMOUNTS = frozenset({"", "%", "điểm %", "tuổi", "sao", *TIME_UNITS})
_REACH = 60


@frozen
class _Product:
    """So many things, the amount for each of them, and the total that is given."""

    count: Quantity
    each: Quantity
    whole: Quantity
    sure: bool


def find_products(
    paragraph: Paragraph, folded: str, quantities: Sequence[Quantity], frame: Frame
) -> Iterator[Relation]:
    """Yield the totals beside a number of things and the amount for each of them."""
    if "mỗi" not in folded and "/" not in folded:
        return
    for index in range(1, len(quantities)):
        each = quantities[index]
        sentence = frame.sentence(each.start)
        first = next((i for i in range(index) if quantities[i].start >= sentence[0]), index)
        thing = _thing(folded, each, sentence[0])
        if not thing or each.pair:
            continue
        product = _behind(folded, quantities, index, first, thing) or _bracketed(
            folded, quantities, index, first, thing, frame
        )
        if product and product.whole.start < sentence[1] and _is_fixed(folded, product, sentence):
            yield from _relation(paragraph, product, quantities[first:index])


def _thing(folded: str, each: Quantity, first: int) -> str:
    """Return what an amount is for, empty where it is for nothing that is counted."""
    lead = _EACH.search(folded, max(first, each.start - _REACH), each.start)
    if lead:
        return "" if _TIMES.match(lead["thing"]) else lead["thing"]
    thing = each.unit.partition("/")[2]
    rated = thing and _RATE.search(folded, max(first, each.start - 30), each.start)
    return thing if rated and not _TIMES.search(thing) else ""


def _behind(
    folded: str, quantities: Sequence[Quantity], index: int, first: int, thing: str
) -> _Product | None:
    """Return the product whose total follows the amount for each: "100 suất, mỗi suất 500.000 đồng, tổng ..."."""
    if index + 1 >= len(quantities):
        return None
    each, whole = quantities[index], quantities[index + 1]
    if not _TOTAL.fullmatch(folded, each.end, whole.start):
        return None
    for place in range(index - 1, first - 1, -1):
        count = quantities[place]
        rate = _is_rate(folded, count)
        if _counts(count, thing) and not rate:
            return _Product(count, each, whole, place == index - 1 and each.start - count.end < _REACH)
        if not rate:
            return None
    return None


def _bracketed(
    folded: str, quantities: Sequence[Quantity], index: int, first: int, thing: str, frame: Frame
) -> _Product | None:
    """Return the product whose total stands before a bracket with the rate: "100 suất trị giá ... (500.000 đồng/suất)"."""
    each, around = quantities[index], frame.enclosing(quantities[index].start)
    if around is None or index - 2 < first:
        return None
    count, whole = quantities[index - 2], quantities[index - 1]
    after = index + 1 < len(quantities) and quantities[index + 1].start < around[1]
    if after or folded[each.end : around[1]].strip() or folded[whole.end : around[0]].strip():
        return None
    if not _counts(count, thing) or not _WORTH.fullmatch(folded, count.passage.end, whole.start):
        return None
    return _Product(count, each, whole, False)


def _is_rate(folded: str, quantity: Quantity) -> bool:
    """Return whether a figure is itself one for each: "mỗi chi hội 02 hộ", not "mỗi tháng hỗ trợ 86 hộ"."""
    lead = _EACH.search(folded, max(0, quantity.start - _REACH), quantity.start)
    return lead is not None and not _TIMES.match(lead["thing"])


def _counts(quantity: Quantity, thing: str) -> bool:
    """Return whether a quantity counts a thing: "100 suất quà" and "suất"."""
    if quantity.unit or quantity.pair or quantity.scale != 1 or not quantity.noun:
        return False
    return f"{quantity.noun} ".startswith(f"{thing} ") or f"{thing} ".startswith(f"{quantity.noun} ")


def _is_fixed(folded: str, product: _Product, sentence: tuple[int, int]) -> bool:
    """Return whether all three are fixed amounts of one unit that hold for the same time."""
    count, each, whole = product.count, product.each, product.whole
    unit = each.unit.partition("/")[0]
    if unit in _NO_AMOUNTS or whole.unit.partition("/")[0] != unit or whole.pair:
        return False
    if _TIMES.search(each.unit):
        return False
    if any(_VAGUE.search(folded, max(sentence[0], q.start - 30), q.start) for q in (count, each, whole)):
        return False
    last = max(each, whole, key=lambda q: q.start)
    between = folded[min(each, whole, key=lambda q: q.start).end : last.start]
    if _BESIDES.search(between) or _TIMES.search(between):
        return False
    after = re.split(r"[,;.()]", folded[last.end : sentence[1]], maxsplit=1)[0]
    timed = bool(_TIMES.search(after[:20]) or _TIMES.search(whole.unit))
    return timed == bool(_AGAIN.search(folded, sentence[0], each.start))


def _relation(paragraph: Paragraph, product: _Product, before: Sequence[Quantity]) -> Iterator[Relation]:
    """Yield the relation.

    Where the total is more, other things in the sentence may be part of it; where it is so many times as much, the
    amount may have been given so many times.
    """
    count, each, whole = product.count, product.each, product.whole
    if count.value is None or each.value is None or whole.value is None or count.decimals:
        return
    expected = count.value * each.value
    others = any(not q.unit and q is not count for q in before if q.start < count.start)
    if expected < whole.value and (others or whole.value % expected == 0):
        return
    rounding = each.step / 2 if each.decimals or each.scale > 1 else Decimal(0)
    yield Relation(
        "product",
        Passage(paragraph, count.start, max(each.end, whole.end)),
        whole,
        (count, each),
        expected=expected,
        tolerance=slack((whole,)) + count.value * rounding,
        sure=product.sure,
        lead="mỗi",
    )
