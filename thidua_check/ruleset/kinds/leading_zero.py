"""Days under 10 and the months 1 and 2 without the leading zero of NĐ 30/2020/NĐ-CP (Phụ lục I, Phần I, Mục II.4.b)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.extract.dates import DateMention, with_zeros
from thidua_check.ruleset.model import Hit, Kind


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report whole dates that lack a zero: the place-date line by itself, those of the text as one finding."""
    line = draft.anatomy.place_date
    for mention in draft.facts.dates:
        if mention.form not in ("long", "slash") or mention.problem == "impossible" or not mention.written[2]:
            continue
        if not _lacks_zero(mention):
            continue
        right = with_zeros(mention)
        if line is not None and mention.passage.within(line.passage):
            yield Hit(mention.passage, {"repair": right}, variant="place_line", replacement=right, safe=True)
        else:
            yield Hit(mention.passage, {"repair": right}, fold="text", replacement=right, safe=True)


def _lacks_zero(mention: DateMention) -> bool:
    """The decree asks for the zero on days 1 to 9 and on months 1 and 2 alone."""
    day, month, _ = mention.written
    return len(day) == 1 or month in ("1", "2")


PROVIDES = frozenset({"repair"})
KIND = Kind("leading_zero", check, Params, {"default": PROVIDES, "place_line": PROVIDES})
