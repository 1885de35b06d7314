"""The form of the draft's own number line (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3 and Điều 15)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from thidua_check.anatomy.model import Anatomy
from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.frame import NO_HEAD
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

# The digits, year and symbol behind "Số:"; "12/2025/BC-UBND", "5/BC-SNV", "15 / BC - SNV".
_PARTS = re.compile(
    r"(?P<number>\d+)[a-zđ]?\s*/\s*(?:(?P<year>(?:19|20)\d\d)\s*/\s*)?(?P<symbol>\S.*)", re.IGNORECASE
)
# A blank inside the number or the symbol: "15 /BC-SNV", "15/ BC-SNV", "15/BC - SNV".
_SPACED = re.compile(r"(?<=[\w.])\s+(?=[/-])|(?<=[/-])\s+(?=\w)")


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report a year in an administrative symbol, a number under 10 without its zero, blanks inside, the Party's form.

    The word before it is looked at too: ``Số:``, in small letters and with its colon.
    """
    anatomy = draft.anatomy
    if anatomy.number_line is None:
        return NO_HEAD
    if anatomy.number is None or anatomy.symbol is None:
        return NotApplicable(Words("số văn bản còn để trống", "the number is still blank"))
    return _hits(anatomy, anatomy.number_line)


def _hits(anatomy: Anatomy, line: Passage) -> Iterator[Hit]:
    match = _PARTS.search(line.text)
    if match is None:
        if anatomy.regime == "state":
            yield Hit(line, {"right": ""}, variant="party")
        return
    yield from _word(line, match.start())
    number, symbol = match["number"], match["symbol"].rstrip(" .")
    if symbol.islower() and not line.shown[match.start("symbol") :][:1].isupper():
        place = Passage(
            line.paragraph,
            line.start + match.start("symbol"),
            line.start + match.start("symbol") + len(symbol),
        )
        yield Hit(place, {"right": symbol.upper()}, variant="small")
    if match["year"] and anatomy.type is not None:
        year = Passage(line.paragraph, line.start + match.start("year"), line.start + match.end("year"))
        yield Hit(year, {"right": f"{number}/{symbol}"}, variant="year")
    if len(number) == 1:
        digit = Passage(line.paragraph, line.start + match.start("number"), line.start + match.end("number"))
        yield Hit(digit, {"right": f"0{number}"}, variant="zero", replacement=f"0{number}", safe=True)
    tail = match.group().rstrip()
    if _SPACED.search(tail):
        whole = Passage(line.paragraph, line.start + match.start(), line.start + match.start() + len(tail))
        right = _SPACED.sub("", tail)
        yield Hit(whole, {"right": right}, replacement=right, safe=True)


def _word(line: Passage, end: int) -> Iterator[Hit]:
    """Report the words before the number where they are not ``Số:``."""
    word = line.shown[:end].strip()
    place = Passage(line.paragraph, line.start, line.start + len(line.text[:end].rstrip()))
    if not word:
        yield Hit(line, {"right": f"Số: {line.text}"}, variant="word")
    elif word.startswith("SỐ"):
        yield Hit(place, {"right": "Số:"}, variant="capitals")
    elif word == "Số":
        yield Hit(place, {"right": "Số:"}, variant="colon", replacement="Số:", safe=True)


PROVIDES = frozenset({"right"})
KIND = Kind(
    "number_line_form",
    check,
    Params,
    dict.fromkeys(("default", "year", "zero", "party", "word", "capitals", "colon", "small"), PROVIDES),
)
