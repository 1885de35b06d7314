"""Figures that a report may state in two sections: shares of one whole, numbers that a unit has, rates.

Unlike in ``statements`` the words before the figure need not be the same: the whole with the words behind it, or digits
so alike that one is likely a slip of the other, tell that one thing is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Literal

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.extract.clauses import Frame, frame_of
from thidua_check.extract.letters import CAPITAL
from thidua_check.extract.parts import is_bare_lead
from thidua_check.extract.quantities import Quantity
from thidua_check.text import fold_letters

# Where the words that belong to a figure begin.
_CLAUSE = re.compile(r"\.(?![0-9])|[;:()\[\]“”\"]|,\s|\s[-–]\s|^\s*[-+*]\s")
# What will be or was meant to be, anywhere before the figure in its sentence: "phấn đấu đến hết năm 2025 có 24/24 xã".
_PLANNED = re.compile(
    r"(?<!\w)(?:kế hoạch (?:đề|giao|đến)|theo kế hoạch|dự kiến|phấn đấu|đề nghị|nhu cầu|dự toán|giao|đăng ký|nghị quyết đề"
    r"|trước (?:khi|đây|sáp nhập)|thiếu|(?:mục tiêu|chỉ tiêu)(?=[^;]*$))(?!\w)"
)
# A change, a comparison, a bound or a doing right before the figure: "tăng 12", "kết nạp 12 đảng viên", "trên 300".
_OTHER_KIND = re.compile(
    r"(?<!\w)(?:tăng|giảm|từ|lên|xuống|vượt|thêm|bình quân|trung bình|mỗi|riêng|hơn|trên(?! địa)|gần|khoảng|dưới"
    r"|tối (?:đa|thiểu)|ít nhất|so với|cùng kỳ|kết nạp|tặng|trao|hỗ trợ|thăm|tổ chức(?! cơ sở)|thành lập|vận động"
    r"|huy động|công nhận|giúp|cho|tập huấn|thu hút|tham gia|cấp)(?!\w)"
)
# When: "năm 2024", "đến tháng 10/2024", "6 tháng đầu năm", "giai đoạn 2021-2025".
_TIME = re.compile(
    r"(?<!\w)(?:(?:tính )?(?:đến|trong|tại|vào) )?(?:(?:thời điểm|đầu|cuối|giữa|hết) )*"
    r"(?:(?:năm|tháng|quý|ngày|giai đoạn|đợt|kỳ|lần|học kỳ) (?:thứ )?(?:[0-9ivx][0-9ivx/]*(?:\s?[-–]\s?[0-9]{4})?)"
    r"|nay|hiện nay|[0-9]+ tháng(?: đầu)?(?: năm)?)(?!\w)"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)[0-9]{2}(?!\d)")
_NAME = re.compile(rf"(?<!\w){CAPITAL}[^\W\d_]*(?:[\s-]{CAPITAL}[^\W\d_]*)+")
_WORD = re.compile(r"[^\W\d_]+")
# The words behind the counted noun, to the end of the clause; "tiêu chí số 15" keeps its number.
_TAIL = re.compile(r"(?:\s(?:số\s[0-9]{1,2}(?:\.[0-9]+)?|[^\W\d_]+)){1,10}")
# Where the words that name the thing are over: "đạt chuẩn nông thôn mới | chiếm ...".
_TAIL_END = re.compile(
    r"\s(?:và|chiếm|tăng|giảm|đạt tỷ lệ|vượt|bằng|với|trong|tại|trên|theo|so|từ|gồm|của|do|năm|tháng|nhưng|cùng|là)(?!\w)"
)
_POPULATION = re.compile(r"(?<!\w)dân số(?: [^\W\d_]+){0,4}\s?$")
# "tỷ lệ học sinh xếp loại Tốt tăng từ 20,1% lên", "tỷ lệ hộ nghèo năm 2024 là": what it is the rate of, and the verb.
_RATE_WORD = re.compile(r"(?<!\w)(?:tỷ|tỉ) lệ(?!\w)")
_RATE = re.compile(
    r"(?:tỷ|tỉ) lệ\s(?P<what>[^.;:%()]{3,110}?)\s(?:(?:đã|ước|hiện|cũng|chỉ|được|duy trì|tiếp tục)\s)*"
    r"(?:đạt|chiếm|là|còn|bằng|(?:tăng|giảm|nâng)\s[^.;:%]{0,20}[0-9.,]+\s?%[^.;:%]{0,30}(?:lên|xuống|còn)(?:\s(?:còn|đạt))?)\s"
)
# Words of a rate that carry no meaning of their own.
_LIGHT = re.compile(
    r"của|các|những|trên|địa|bàn|toàn|huyện|xã|phường|tỉnh|trong|có|số|về|được|tại|loại|thành"
)
# Words that make a rate another one: "hộ cận nghèo", "lao động nữ".
_NARROWING = frozenset(
    {"cận", "nữ", "trẻ", "dân", "tộc", "thiểu", "không", "chưa", "mới", "tái", "nâng", "cao"}
)
# What is left of a share: ", còn 02 doanh nghiệp chưa ký", "; còn lại 02 xã".
_LEFT = re.compile(r"[,;(]\s?còn(?P<sure> lại)?(?: có)?\s$")
_LACKING = re.compile(r"\s(?:chưa|không)\s(?P<what>[^\W\d_]+)")
# What may stand before a standing figure besides the words of ``is_bare_lead``: "toàn tỉnh có", "với".
_UNIT = re.compile(
    r"(?<!\w)(?:toàn|với|gồm|tổng số|huyện|xã|phường|tỉnh|thành phố|hiện|và|trong đó|dân số|ngày|tháng|quý)(?!\w)"
)
_REACH, _BEHIND = 300, 40
_LEAST_NAMING, _LEAST_DIGITS, _SURE_DIGITS = 4, 3, 4
_MANY_WORDS, _MORE_WORDS = 4, 2


@frozen
class Standing:
    """A figure with the thing it counts.

    ``thing`` names it: ``số``, the noun and the words behind it, ``dân số`` or the words of a rate, ``words`` of which hold
    what means something. ``whole`` is the second number of a share. ``years``, ``times`` (with figures) and ``names``
    are those that stand with it; ``bare`` tells that nothing before it says whose it is.
    """

    sort: Literal["share", "count", "rate"]
    quantity: Quantity
    thing: str
    words: frozenset[str]
    whole: Quantity | None
    years: frozenset[str]
    times: frozenset[str]
    names: frozenset[str]
    bare: bool

    @property
    def written(self) -> Passage:
        """The figure with its whole, unit and noun."""
        return Passage(
            self.quantity.passage.paragraph, self.quantity.start, (self.whole or self.quantity).end
        )


@frozen
class Rivals:
    """Two standing figures of one thing; ``sure`` where both say of the same stated time the same in the same words."""

    first: Standing
    second: Standing
    sure: bool


def find_standing(quantities: Sequence[Quantity]) -> Iterator[Standing]:
    """Yield the shares, counts and rates of one paragraph that are said to be so, not planned, changed or done.

    >>> from thidua_check.document import Paragraph
    >>> from thidua_check.extract.quantities import find_quantities
    >>> paragraph = Paragraph("Đến nay có 22/24 xã đạt chuẩn nông thôn mới; phấn đấu có 24/24 xã")
    >>> [(s.written.text, s.thing) for s in find_standing(find_quantities(paragraph))]
    [('22/24 xã', 'số xã đạt chuẩn nông thôn mới')]
    """
    if not quantities:
        return
    text = quantities[0].passage.paragraph.text
    folded, frame = fold_letters(text), frame_of(text)
    before = 0
    for quantity, after in pairwise((*quantities, None)):
        if quantity is None:
            return
        if quantity.pair in ("", "n") and quantity.value is not None:
            whole = after if quantity.pair == "n" else None
            found = _standing(folded, frame, quantity, whole, before)
            if found is not None:
                yield found
        before = quantity.end


def _standing(
    folded: str, frame: Frame, quantity: Quantity, whole: Quantity | None, before: int
) -> Standing | None:
    first, last = frame.sentence(quantity.start)
    first = max(first, quantity.start - _REACH)
    if _PLANNED.search(folded, first, quantity.start):
        return None
    begin = max((sign.end() for sign in _CLAUSE.finditer(folded, first, quantity.start)), default=first)
    near, end = folded[max(begin, before) : quantity.start], (whole or quantity).end
    if quantity.unit == "%":
        thing, words = _rate(folded, first, quantity)
    elif _OTHER_KIND.search(near) or quantity.unit:
        return None
    else:
        thing, words = _counted(near, whole or quantity, last), frozenset()
    if not thing:
        return None
    text = quantity.passage.paragraph.text
    behind = folded[end : min(last, end + _BEHIND)].partition(",")[0]
    stated = folded[first : quantity.start] + " " + behind
    return Standing(
        sort="rate" if words else "share" if whole else "count",
        quantity=quantity,
        thing=thing,
        words=words,
        whole=whole,
        years=frozenset(_YEAR.findall(stated)),
        times=frozenset(time for time in _TIME.findall(stated) if any(map(str.isdigit, time))),
        names=frozenset(_NAME.findall(text[begin : quantity.start])),
        bare=is_bare_lead(_UNIT.sub(" ", near)),
    )


def _counted(near: str, counted: Quantity, last: int) -> str:
    """Return the noun with the words behind it that tell what is counted, or ``dân số``."""
    if _POPULATION.search(near):
        return "dân số"
    if not counted.noun:
        return ""
    text = counted.passage.paragraph.text
    match = _TAIL.match(text, counted.end, last)
    tail = match.group() if match else ""
    cut = _TAIL_END.search(tail)
    noun = text[counted.end - len(counted.noun) : counted.end]
    return " ".join(f"số {noun} {tail[: cut.start()] if cut else tail}".split())


def _rate(folded: str, first: int, quantity: Quantity) -> tuple[str, frozenset[str]]:
    """Return the name of a rate and its words that mean something; empty where no rate stands before the figure."""
    starts = [word.start() for word in _RATE_WORD.finditer(folded, first, quantity.start)]
    match = _RATE.fullmatch(folded, starts[-1], quantity.start) if starts else None
    if match is None or quantity.pair:
        return "", frozenset()
    what = " ".join(_TIME.sub(" ", match["what"]).split())
    words = frozenset(word for word in _WORD.findall(what) if not _LIGHT.fullmatch(word))
    return (f"tỷ lệ {what}", words) if len(words) > 1 else ("", frozenset())


def find_rivals(standing: Sequence[Standing], year: int | None) -> Iterator[Rivals]:
    """Yield the pairs of different figures of one thing; three and more different ones are a series.

    ``year`` is that of the report: what says no time is of this year.
    """
    pairs = [
        (one, two)
        for one, two in combinations(standing, 2)
        if _is_rival(one, two) and _same_time(one, two, year)
    ]
    for one, two in pairs:
        alike = {s.quantity.value for pair in pairs if one in pair or two in pair for s in pair}
        if len(alike) == 2:
            same = one.thing.lower() == two.thing.lower() and one.bare and two.bare
            yield Rivals(
                one, two, same and bool(one.years) and one.times == two.times and one.sort == "share"
            )


def _is_rival(one: Standing, two: Standing) -> bool:
    """Tell whether two figures differ and are likely to be of one thing."""
    if one.quantity.value == two.quantity.value or one.names != two.names:
        return False
    if {one.sort, two.sort} == {"rate"}:
        return _is_one_rate(one, two) and slip_between(one.quantity, two.quantity) != ""
    if "rate" in (one.sort, two.sort):
        return False
    wholes = [s.whole.value for s in (one, two) if s.whole is not None and s.whole.value is not None]
    if wholes:
        within = all(s.quantity.value is not None and s.quantity.value <= min(wholes) for s in (one, two))
        naming = len(one.thing.split()) > _LEAST_NAMING
        return one.thing.lower() == two.thing.lower() and naming and within and len(set(wholes)) == 1
    return _is_slip(one, two)


def _is_one_rate(one: Standing, two: Standing) -> bool:
    """Tell whether two rates have the same words, or many of them and at most two more that narrow nothing."""
    few, many = sorted((one.words, two.words), key=len)
    more = many - few
    if not more:
        return few == many
    ends = one.thing.split()[-1] == two.thing.split()[-1]
    return (
        few < many and ends and len(few) >= _MANY_WORDS and len(more) <= _MORE_WORDS and not more & _NARROWING
    )


def _is_slip(one: Standing, two: Standing) -> bool:
    """Tell whether two counts of one noun differ as by a slip of the hand: digits swapped, or one of many another."""
    slip, digits = slip_between(one.quantity, two.quantity), _digits(one.quantity)
    short, long = sorted((f"{one.quantity.noun} ", f"{two.quantity.noun} "), key=len)
    if short == long and slip == "swapped":
        return len(digits) >= _LEAST_DIGITS
    if short != long and slip == "swapped":
        return long.startswith(short) and len(digits) >= _SURE_DIGITS
    return (
        slip == "other"
        and one.thing.lower() == two.thing.lower()
        and (one.thing == "dân số" or (one.bare and two.bare and len(digits) >= _SURE_DIGITS))
    )


def _same_time(one: Standing, two: Standing, year: int | None) -> bool:
    """Tell whether the stated times are the same, or only one is stated and is of the report's own year."""
    if one.years and two.years:
        return one.years == two.years and (not one.times or not two.times or one.times == two.times)
    stated = one.times | two.times
    if not one.years and not two.years:
        return not stated or one.times == two.times
    return one.years | two.years == {str(year)} and all(str(year) in time for time in stated)


@frozen
class Remainder:
    """What is said to be left of a share, with the number that would be; ``sure`` where the words leave no other reading."""

    left: Quantity
    share: tuple[Quantity, Quantity]
    expected: Decimal
    sure: bool


def find_remainders(quantities: Sequence[Quantity]) -> Iterator[Remainder]:
    """Yield the remainders of shares that do not fit: "22/23 doanh nghiệp có thỏa ước, còn 02 doanh nghiệp chưa ký".

    >>> from thidua_check.document import Paragraph
    >>> from thidua_check.extract.quantities import find_quantities
    >>> paragraph = Paragraph("Có 22/24 xã đạt chuẩn, chiếm 91,7%, còn 03 xã chưa đạt chuẩn")
    >>> [(r.expected, r.sure) for r in find_remainders(find_quantities(paragraph))]
    [(Decimal('2'), True)]
    """
    shares: list[tuple[Quantity, Quantity]] = []
    open_ones = 0
    for quantity, after in pairwise((*quantities, None)):
        if quantity is None:
            return
        if quantity.pair == "n" and after is not None:
            shares.append((quantity, after))
            open_ones += 1
        elif quantity.pair != "m" and quantity.unit != "%":
            found = _remainder(shares, quantity) if open_ones else None
            if found is not None:
                yield found
            open_ones = 0


def _remainder(shares: Sequence[tuple[Quantity, Quantity]], left: Quantity) -> Remainder | None:
    """Return what is left of the last share of the same sentence and bracket, if it fits none of the sentence."""
    text = left.passage.paragraph.text
    folded, frame = fold_letters(text), frame_of(text)
    first, bracket = frame.sentence(left.start)[0], frame.enclosing(left.start)
    here = [
        (n, m)
        for n, m in shares
        if n.start >= first and left.noun and f"{m.noun} ".startswith(f"{left.noun} ")
    ]
    beside = [share for share in here if frame.enclosing(share[0].start) == bracket]
    said = _LEFT.search(folded, beside[-1][1].end, left.start) if beside else None
    rests = [m.value - n.value for n, m in here if n.value is not None and m.value is not None]
    if said is None or left.value is None or left.value in rests or len(rests) < len(here) or min(rests) < 0:
        return None
    some, whole = beside[-1]
    lacking = _LACKING.match(folded, left.end)
    repeated = bool(lacking and re.search(rf"(?<!\w){lacking['what']}(?!\w)", folded[first : said.start()]))
    if not (lacking or said["sure"]):
        return None
    return Remainder(left, (some, whole), rests[here.index(beside[-1])], bool(said["sure"]) or repeated)


def slip_between(one: Quantity, two: Quantity) -> Literal["swapped", "other", ""]:
    """Return how the digits of two figures differ: ``swapped`` neighbours, one ``other`` digit, or more than that.

    >>> from thidua_check.document import Paragraph
    >>> from thidua_check.extract.quantities import find_quantities
    >>> slip_between(*find_quantities(Paragraph("41.268 người và 42.168 người")))
    'swapped'
    """
    a, b = _digits(one), _digits(two)
    if len(a) != len(b) or one.decimals != two.decimals or one.scale != two.scale:
        return ""
    wrong = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(wrong) == 1:
        return "other"
    crossed = (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and a[wrong[0]] == b[wrong[1]]
        and a[wrong[1]] == b[wrong[0]]
    )
    return "swapped" if crossed else ""


def _digits(quantity: Quantity) -> str:
    return "".join(filter(str.isdigit, quantity.passage.text))
