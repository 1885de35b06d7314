"""Quantities: a number with its unit, scale, counted noun and printed precision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.extract.letters import CAPITAL
from thidua_check.extract.numbers import NUMBER, read_number
from thidua_check.extract.units import takes_decimals
from thidua_check.extract.wording import counts_nothing, is_bare_label, is_name, noun_at, unit_at


@frozen
class Quantity:
    """A number as written. ``value`` is in ``unit`` with ``scale`` applied; None where it cannot be read surely.

    ``passage`` covers the digits alone, ``extent`` digits, unit and noun. ``unit`` is the unit word or symbol
    (``%``, ``tấn``, ``đồng``, ``ha``), ``noun`` the counted noun (``hộ nghèo``), ``decimals`` the printed decimals,
    ``scale`` the power-of-ten word applied (``triệu`` = 1000000). ``problem`` names a deviation from the Vietnamese
    way of printing numbers: ``decimal-point``, ``no-grouping``, ``comma-grouping``, ``ambiguous``. ``pair`` is ``n``
    or ``m`` for the two numbers of ``19/19``, ``range`` for the ends of ``95-97``.

    >>> q, = find_quantities(Paragraph("ước 43,068 tỷ đồng"))
    >>> q.passage.text, q.value, q.unit, q.decimals, q.extent.text
    ('43,068', Decimal('43068000000.000'), 'đồng', 3, '43,068 tỷ đồng')
    """

    passage: Passage
    value: Decimal | None
    unit: str = ""
    noun: str = ""
    scale: Decimal = Decimal(1)
    decimals: int = 0
    extent: Passage | None = None
    problem: str | None = None
    pair: str = ""

    @property
    def start(self) -> int:
        """Where the digits begin."""
        return self.passage.start

    @property
    def end(self) -> int:
        """Where digits, unit and noun end."""
        return (self.extent or self.passage).end

    @property
    def step(self) -> Decimal:
        """The worth of one in the last printed place."""
        return self.scale.scaleb(-self.decimals)


# What begins like an amount and is none:
_NOISE = re.compile(
    r"""
      [0-9]{1,2}\s?/\s?[0-9]{1,2}\s?/\s?[0-9]{4,5}              # 15/9/2022
    | [0-9]{1,2}[-.][0-9]{1,2}[-.](?:19|20)[0-9]{2}(?![0-9.,])   # 15-9-2022
    | (?<![0-9])[0-9]{1,2}/(?:19|20)[0-9]{2}(?![0-9.,])          # 12/2024
    | (?<![0-9.,])(?:19|20)[0-9]{2}\s?[-–—]\s?(?:19|20)?[0-9]{2}(?![0-9.,%])   # 2021 - 2025
    | [0-9]+\s?/\s?(?:[0-9]{4}\s?/\s?)?[A-ZĐ][A-ZĐ0-9-]*          # 769/QĐ-UBND, 48/2021/QĐ-UBND
    | [0-9]+\s?[-–]\s?[A-ZĐ]{2,3}\s?/\s?[A-ZĐ]+                    # 34-CT/TW
    | (?<![0-9.,/])(?:24/7(?![0-9/])|24/24(?=\s?(?:h\b|giờ|[,.;)]|$)))   # 24/7, 24/24 giờ
    | (?<![0-9.,])0[0-9]{2,}(?:[ .][0-9]{3,4})*(?![0-9]|,[0-9])     # 0912345678, 0255.3822456
    | [0-9]{1,2}(?:h|\sgiờ\s)[0-9]{2}(?:\sphút)?                   # 7h30
    | (?<=\()[0-9]{1,2}\)                                         # (1)
    | (?<![0-9.,])[0-9]\.[0-9]{6}(?![0-9])(?:\.[A-Z0-9]+)?        # 1.009403, 3.000527.H61 (administrative procedures)
    | [0-9]{1,2}(?:\.[0-9]{1,2}){2,}(?![0-9])                      # 2.1.3, 15.9.2
    """,
    re.VERBOSE,
)
# A list label or a footnote mark that opens the paragraph: "3.", "2.1.", "1)", "1 Kế hoạch số".
_LABEL = re.compile(
    r"\s*[“\"]?(?:\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)](?![0-9])|[1-9](?:\.[0-9]{1,2})*\s?(?=" + CAPITAL + "))"
)
# Quoted names may hold numbers that count nothing: “Nhân dân 3 tự giác”.
_QUOTED = re.compile(r"[“\"][^“”\"]{1,160}[”\"]")
_PAIR = re.compile(r"\s?/\s?")
# "95-97", "từ 6 đến dưới 14 tuổi"
_RANGE = re.compile(r"\s?[-–]\s?|\s(?:đến|tới)\s(?:dưới\s|trên\s|khoảng\s)?")
# Between the members of a named chain: "tiêu chí số 8 và 15.2", "khoản 1, 2", "ngày 01/6".
_CHAIN = re.compile(r"\s?(?:,|;|và|đến|-|–|/)\s?(?:số\s)?")
_GLUED_AFTER = re.compile(r"[^\W\d]|_|\.[A-ZĐ]")
_GLUED_BEFORE = re.compile(r"\w[-–/]?$|[^\W_][.,]$|…$|\.\.$")


def find_quantities(paragraph: Paragraph, taken: Sequence[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """Return the quantities of a paragraph in reading order.

    ``taken`` are half-open spans of dates, periods, citations and the heading's label, which hold no quantities.

    >>> [(q.passage.text, q.noun) for q in find_quantities(Paragraph("Điều 5: 22 tập thể, 37 cá nhân năm 2024"))]
    [('22', 'tập thể'), ('37', 'cá nhân')]
    """
    text = paragraph.text
    if not NUMBER.search(text):
        return ()
    label = _LABEL.match(text)
    blocked = sorted((*taken, label.span())) if label else sorted(taken)
    quotes = [m.span() for m in _QUOTED.finditer(text)]
    found: list[Quantity] = []
    place, named, clear = 0, -1, 0
    for match in NUMBER.finditer(text):
        start, end = match.span()
        while place < len(blocked) and blocked[place][1] <= start:
            place += 1
        noise = _NOISE.match(text, start)
        if noise:
            clear = max(clear, noise.end())
        if start < clear or (place < len(blocked) and blocked[place][0] < end):
            continue
        if _names(text, start, end, named):
            named = end
            continue
        quoted = any(first < start < last for first, last in quotes)
        behind = found[-1] if found and text[found[-1].end : start] == "/" else None
        quantity = _read(paragraph, start, end, quoted, behind)
        if quantity is not None:
            found.append(quantity)
    return tuple(_joined(text, found))


def _names(text: str, start: int, end: int, named: int) -> bool:
    """Return whether a number is a name: by the words before it, or in a chain with one that is ("số 8 và 15.2")."""
    if is_name(text[max(0, start - 24) : start].lower(), text, start, end):
        return True
    return named >= 0 and bool(_CHAIN.fullmatch(text, named, start)) and counts_nothing(text, end)


def _read(
    paragraph: Paragraph, start: int, end: int, quoted: bool, behind: Quantity | None = None
) -> Quantity | None:
    """Return the quantity whose digits stand at start to end, None if they count nothing.

    ``behind`` is the quantity before a slash, which may name the same unit: ``214,0 km/305 km``.
    """
    text = paragraph.text
    scale, unit, after = unit_at(text, end)
    if after == end and _GLUED_AFTER.match(text, end):
        return None
    noun, noun_end = ("", after) if unit else noun_at(text, after)
    glued = _GLUED_BEFORE.search(text[max(0, start - 2) : start]) and not _after_pair_or_range(text, start)
    if glued and not (
        behind is not None
        and (unit or noun)
        and (unit, scale, noun) == (behind.unit, behind.scale, behind.noun)
    ):
        return None
    if not unit and scale == 1 and (quoted or is_bare_label(paragraph, start, end, noun)):
        return None
    number = read_number(text[start:end], fractional=takes_decimals(unit, scale))
    return Quantity(
        passage=Passage(paragraph, start, end),
        value=None if number.value is None else number.value * scale,
        unit=unit,
        noun=noun,
        scale=scale,
        decimals=number.decimals,
        extent=Passage(paragraph, start, noun_end),
        problem=number.problem,
    )


def _after_pair_or_range(text: str, start: int) -> bool:
    """Return whether the digits follow another number's slash or dash: "48.503/48.981", "95-97"."""
    return start > 1 and text[start - 1] in "/-–" and text[start - 2].isdigit()


def _joined(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities with pairs, ranges and compounds ("2 tỷ 500 triệu đồng") joined."""
    index = 0
    while index < len(found):
        this = found[index]
        after = found[index + 1] if index + 1 < len(found) else None
        if after is None:
            yield this
            return
        gap = text[this.passage.end : after.start]
        if _names_unit_twice(text, this, after):
            yield evolve(this, pair="n")
            yield evolve(after, pair="m")
            index += 2
        elif _PAIR.fullmatch(gap) and _is_day(this, after):
            index += 2
        elif _PAIR.fullmatch(gap):
            yield _with_unit_of(this, after, "n")
            yield evolve(after, pair="m")
            index += 2
        elif _RANGE.fullmatch(gap) and not (this.unit or this.noun):
            yield _with_unit_of(this, after, "range")
            yield evolve(after, pair="range")
            index += 2
        elif _compounds(text, this, after):
            found[index + 1] = _compound(this, after)
            index += 1
        else:
            yield this
            index += 1


def _names_unit_twice(text: str, first: Quantity, last: Quantity) -> bool:
    """Return whether two numbers are a pair that names its unit at both: "214,0 km/305 km", "196 xã/198 xã"."""
    alike = (first.unit, first.noun) == (last.unit, last.noun) and first.unit != "%"
    return alike and bool(first.unit or first.noun) and text[first.end : last.start] == "/"


def _is_day(first: Quantity, last: Quantity) -> bool:
    """Return whether n/m without a noun may be a day and a month: "15/11 hằng năm"."""
    if last.unit or last.noun or first.value is None or last.value is None:
        return False
    return first.decimals == last.decimals == 0 and 1 <= first.value <= 31 and 1 <= last.value <= 12


def _with_unit_of(first: Quantity, last: Quantity, pair: str) -> Quantity:
    """Return the first number of a pair or range with the scale and unit that are written after the last one."""
    number = read_number(first.passage.text, fractional=takes_decimals(last.unit, last.scale))
    value = None if number.value is None else number.value * last.scale
    return evolve(
        first,
        value=value,
        unit=last.unit,
        noun=last.noun,
        scale=last.scale,
        decimals=number.decimals,
        problem=number.problem,
        pair=pair,
    )


def _compounds(text: str, first: Quantity, last: Quantity) -> bool:
    """Return whether two numbers are one amount: "2 tỷ 500 triệu đồng"."""
    return (
        first.scale > last.scale > 1
        and not first.unit
        and first.decimals == 0
        and not text[first.end : last.start].strip()
        and not first.noun
    )


def _compound(first: Quantity, last: Quantity) -> Quantity:
    paragraph = first.passage.paragraph
    both = None if first.value is None or last.value is None else first.value + last.value
    return evolve(
        last,
        passage=Passage(paragraph, first.start, last.passage.end),
        extent=Passage(paragraph, first.start, last.end),
        value=both,
    )
