"""Quantities: a number with its unit, scale, counted noun and printed precision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.extract.letters import CAPITAL
from thidua_check.extract.numbers import NUMBER, read_number
from thidua_check.extract.units import (
    AMOUNT_BEFORE,
    NOT_NOUNS,
    NOUN_ENDS,
    ORDINAL_BEFORE,
    SCALES,
    SLOGAN,
    SOFT_ORDINAL_BEFORE,
    TIME_UNITS,
    UNIT,
    YEAR_BEFORE,
    takes_decimals,
    unit_name,
)
from thidua_check.text import fold_same_length


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


# What looks like a number and is none, wherever it stands:
_NOISE = re.compile(
    r"""
      [0-9]{1,2}\s?/\s?[0-9]{1,2}\s?/\s?[0-9]{4,5}              # 15/9/2022
    | [0-9]{1,2}[-.][0-9]{1,2}[-.](?:19|20)[0-9]{2}(?![0-9.,])   # 15-9-2022
    | (?<![0-9])[0-9]{1,2}/(?:19|20)[0-9]{2}(?![0-9.,])          # 12/2024
    | (?<![0-9.,])(?:19|20)[0-9]{2}\s?[-–—]\s?(?:19|20)?[0-9]{2}(?![0-9.,%])   # 2021 - 2025
    | [0-9]+\s?/\s?(?:[0-9]{4}\s?/\s?)?[A-ZĐ][A-ZĐ0-9-]*          # 769/QĐ-UBND, 48/2021/QĐ-UBND
    | [0-9]+\s?[-–]\s?[A-ZĐ]{2,3}\s?/\s?[A-ZĐ]+                    # 34-CT/TW
    | (?<![0-9.,/])(?:24/24|24/7|7/7)(?![0-9/]|[.,][0-9])    # 24/7
    | (?<![0-9.,])0[0-9]{2,}(?:[ .][0-9]{3,4})*(?![0-9]|,[0-9])     # 0912345678, 0255.3822456
    | [0-9]{1,2}(?:h|\sgiờ\s)[0-9]{2}(?:\sphút)?                   # 7h30
    | \([0-9]{1,2}\)                                             # (1)
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
_NOUN = re.compile(r"(?:\s{1,2}[^\W\d_]+(?:-[^\W\d_]+)*){1,5}")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# A four-figure year without a unit: "2024".
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
# Between the members of a named chain: "tiêu chí số 8 và 15.2", "khoản 1, 2", "ngày 01/6".
_CHAIN = re.compile(r"\s?(?:,|;|và|đến|-|–|/)\s?(?:số\s)?")
# A point of a law or a criterion, unless something is counted: "điểm 3.3", "15.2 về".
_POINTED = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}")
# A proper name with a number: "xã A Lưới 1", "Sơn Kỳ 2".
_AFTER_NAME = re.compile(rf"[^\W\d_]\s{CAPITAL}[^\W\d_]*\s$")
_GLUED_AFTER = re.compile(r"[^\W\d]|_|\.[A-ZĐ]")
_GLUED_BEFORE = re.compile(r"\w[-–/]?$|[^\W_][.,]$|…$|\.\.$")


def find_quantities(paragraph: Paragraph, taken: Sequence[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """Return the quantities of a paragraph in reading order.

    ``taken`` are half-open spans of dates, periods, citations and the heading's label, which hold no quantities.

    >>> [(q.passage.text, q.noun) for q in find_quantities(Paragraph("Điều 5: 22 tập thể, 37 cá nhân năm 2024"))]
    [('22', 'tập thể'), ('37', 'cá nhân')]
    """
    text = paragraph.text
    if not any(c.isdigit() for c in text):
        return ()
    blocked = sorted((*taken, *_blocked(text)))
    folded = fold_same_length(text)
    quotes = [m.span() for m in _QUOTED.finditer(text)]
    found: list[Quantity] = []
    place = 0
    named = -1
    for match in NUMBER.finditer(text):
        start, end = match.span()
        while place < len(blocked) and blocked[place][1] <= start:
            place += 1
        if place < len(blocked) and blocked[place][0] < end:
            continue
        if _is_name(folded[max(0, start - 24) : start], text, start, end) or (
            named >= 0 and _CHAIN.fullmatch(folded, named, start) and _counts_nothing(text, end)
        ):
            named = end
            continue
        quoted = any(first < start < last for first, last in quotes)
        quantity = _read(paragraph, start, end, quoted)
        if quantity is not None:
            found.append(quantity)
    return tuple(_joined(text, found))


def _blocked(text: str) -> Iterator[tuple[int, int]]:
    label = _LABEL.match(text)
    if label:
        yield label.span()
    for match in _NOISE.finditer(text):
        yield match.span()


def _read(paragraph: Paragraph, start: int, end: int, quoted: bool) -> Quantity | None:
    """Return the quantity whose digits stand at start to end, None if they count nothing."""
    text = paragraph.text
    if _GLUED_BEFORE.search(text[max(0, start - 2) : start]) and not _after_pair_or_range(text, start):
        return None
    scale, unit, after = _unit(text, end)
    if after == end and _GLUED_AFTER.match(text, end):
        return None
    noun, noun_end = ("", after) if unit else _noun(text, after)
    if not unit and scale == 1 and (quoted or _is_bare_label(paragraph, start, end, noun)):
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


def _unit(text: str, offset: int) -> tuple[Decimal, str, int]:
    """Return scale, unit with what it is counted by, and where they end."""
    scale = Decimal(1)
    match = UNIT.match(text, offset)
    if match is None:
        return scale, "", offset
    end = offset
    for word in (match["scale"] or "").lower().split():
        scale *= SCALES[word]
        end = match.end("scale")
    unit = unit_name(match["unit"]) if match["unit"] else ""
    if unit:
        end = match.end("unit")
    if match["per"] and (unit or scale > 1):
        unit += "/" + "/".join(part.strip() for part in match["per"].split("/")[1:])
        end = match.end("per")
    return scale, unit, end


def _is_name(before: str, text: str, start: int, end: int) -> bool:
    """Return whether the words before make the number a name, an ordinal or a year."""
    if YEAR_BEFORE.search(before) and _YEAR.fullmatch(text, start, end):
        return True
    hard = ORDINAL_BEFORE.search(before)
    if not (hard or SOFT_ORDINAL_BEFORE.search(before)) or AMOUNT_BEFORE.search(before):
        return False
    scale, unit, after = _unit(text, end)
    if scale > 1 or (unit and unit not in TIME_UNITS):
        return False
    if hard:
        return True
    small = end - start == 1 or (end - start == 2 and not _noun(text, after)[0])
    return small and text[after : after + 1] != "/"


def _counts_nothing(text: str, end: int) -> bool:
    scale, unit, after = _unit(text, end)
    return scale == 1 and not unit and not _noun(text, after)[0]


def _is_bare_label(paragraph: Paragraph, start: int, end: int, noun: str) -> bool:
    """Return whether a number without a unit is a year, a slogan's, a row's or a point's number."""
    text = paragraph.text
    token = text[start:end]
    if _YEAR.fullmatch(token) or SLOGAN.match(text, end):
        return True
    if noun or text[end : end + 1] == "/" or text[start - 1 : start] == "/":
        return False
    if _POINTED.fullmatch(token):
        return True
    alone = paragraph.cell is not None and text.strip() == token
    return len(token) < 3 and (alone or bool(_AFTER_NAME.search(text[max(0, start - 16) : start])))


def _noun(text: str, end: int) -> tuple[str, int]:
    """Return the counted noun after an offset (empty if a word follows that is none) and where it ends."""
    match = _NOUN.match(text, end)
    if not match:
        return "", end
    words: list[str] = []
    stop = end
    for word in _WORD.finditer(text, match.start(), match.end()):
        low = word.group().lower()
        if low in (NOUN_ENDS if words else NOT_NOUNS) and (words or word.group()[0].islower()):
            break
        if text[word.end() : word.end() + 1].isdigit():
            break
        words.append(low)
        stop = word.end()
    return " ".join(words), stop


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
        if _PAIR.fullmatch(gap) and _is_day(this, after):
            index += 2
        elif _PAIR.fullmatch(gap):
            yield evolve(this, unit=after.unit, noun=after.noun, scale=after.scale, pair="n")
            yield evolve(after, pair="m")
            index += 2
        elif _RANGE.fullmatch(gap) and not (this.unit or this.noun):
            yield _with_unit_of(this, after)
            yield evolve(after, pair="range")
            index += 2
        elif _compounds(text, this, after):
            found[index + 1] = _compound(this, after)
            index += 1
        else:
            yield this
            index += 1


def _is_day(first: Quantity, last: Quantity) -> bool:
    """Return whether n/m without a noun may be a day and a month: "15/11 hằng năm"."""
    if last.unit or last.noun or first.value is None or last.value is None:
        return False
    return first.decimals == last.decimals == 0 and 1 <= first.value <= 31 and 1 <= last.value <= 12


def _with_unit_of(first: Quantity, last: Quantity) -> Quantity:
    """Return the first end of a range with the unit that is written after the last one."""
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
        pair="range",
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
