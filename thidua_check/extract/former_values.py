"""Changes held against a former value in brackets: ``1.896,4 tỷ đồng, tăng 184,6 tỷ đồng so với năm 2022 (1.711,8 tỷ đồng)``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import evolve

from thidua_check.document import Paragraph, Passage
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.changes import alike, change_of
from thidua_check.extract.clauses import Frame
from thidua_check.extract.quantities import Quantity

# From the change to the former value: " so với cuối năm 2022 (", " so với giai đoạn 2018-2020 (đạt "
_COMPARED = re.compile(
    r",?\sso\s(?:với\s)?(?![^(]*(?:kế\shoạch|chỉ\stiêu|mục\stiêu|dự\stoán|nghị\squyết|bình\squân))[^;,()%]{3,40}"
    r"\((?:là\s|đạt\s|có\s)?"
)
# Directly before the change: "tăng ", "giảm được ", "tăng thêm ", "gấp ", "tăng gấp "
_CHANGE = re.compile(r"(?<!\w)(?P<verb>tăng|giảm)(?:\s(?:được|thêm))?\s$")
_TIMES = re.compile(r"(?<!\w)(?:tăng\s)?(?P<verb>gấp)\s$")
_DOUBLED = re.compile(r"(?<!\w)gấp\s(?P<word>đôi|ba)(?!\w)")
_MULTIPLES = {"đôi": Decimal(2), "ba": Decimal(3)}
# Between a former value and its closing bracket: nothing, or what it is counted by: "28 lượt/ngày)"
_PER = re.compile(r"(?:/[^\W\d_]{1,7})?")
# From a former value to the change that follows it: ") tăng ", "), giảm "
_THEN = re.compile(r"(?:/[^\W\d_]{1,7})?\)\s?,?\s?(?:đã\s)?(?P<verb>tăng|giảm)(?:\s(?:được|thêm))?\s")
# From an amount to the same change in percent: ", tương ứng tăng ", " (tăng ", "), tương đương "
_ALSO = re.compile(
    r"\)?\s?[,(]\s?(?:(?:tương\sứng|tương\sđương|tức)\s(?:là\s|với\s)?(?:(?:tăng|giảm)\s)?|(?:tăng|giảm)\s)"
)
_REACH = 90


def find_former_values(
    paragraph: Paragraph, folded: str, quantities: Sequence[Quantity], frame: Frame
) -> Iterator[Relation]:
    """Yield each change whose former value stands in brackets behind what it is compared with."""
    figures = sorted((*quantities, *_doubled(paragraph, folded)), key=lambda q: q.start)
    for index, former in enumerate(figures):
        around = frame.enclosing(former.start)
        if index == 0 or former.pair or former.unit in ("%", "lần") or around is None:
            continue
        if not _PER.fullmatch(folded, former.end, around[1]):
            continue
        found = _change_before(paragraph, folded, figures, index, frame) or _change_behind(
            paragraph, folded, figures, index
        )
        if found is not None:
            yield found
            yield from _in_percent(paragraph, folded, figures, index, found)


def _doubled(paragraph: Paragraph, folded: str) -> Iterator[Quantity]:
    """Yield the multiples that are words: "gấp đôi"."""
    for match in _DOUBLED.finditer(folded):
        passage = Passage(paragraph, *match.span("word"))
        yield Quantity(
            passage, _MULTIPLES[match["word"]], unit="lần", extent=Passage(paragraph, *match.span())
        )


def _change_before(
    paragraph: Paragraph, folded: str, figures: Sequence[Quantity], index: int, frame: Frame
) -> Relation | None:
    """Return the change of "B, up by p against last year (A)"."""
    former, change = figures[index], figures[index - 1]
    lead = (_TIMES if change.unit == "lần" else _CHANGE).search(
        folded, max(0, change.start - 16), change.start
    )
    if lead is None or change.pair or not _COMPARED.fullmatch(folded, change.end, former.start):
        return None
    if change.unit not in ("%", "lần") and not (change.unit == former.unit and alike(change, former)):
        return None
    held = [
        change_of(paragraph, folded, former, last, change, lead["verb"])
        for last in _now(folded, figures, index - 1, former, frame)
    ]
    if not held:
        return None
    fitting = next(filter(_fits, held), None)
    return fitting or (held[0] if len(held) == 1 else evolve(held[0], sure=False, lead=""))


def _fits(relation: Relation) -> bool:
    """Return whether a change is as large as the text says and goes the way it says, as far as that can be told."""
    first, last = (part.value for part in relation.parts)
    if relation.standing == "off" or first is None or last is None:
        return relation.standing == "unknown"
    return relation.lead not in ("tăng", "giảm") or (last > first) == (relation.lead == "tăng")


def _now(
    folded: str, figures: Sequence[Quantity], index: int, former: Quantity, frame: Frame
) -> Iterator[Quantity]:
    """Yield the figures before a change that may be the new value, the nearest first."""
    start = figures[index].start
    for last in reversed(figures[:index]):
        if (
            start - last.end > _REACH
            or frame.sentence(last.start)[1] < start
            or ";" in folded[last.end : start]
        ):
            return
        changed = _CHANGE.search(folded, max(0, last.start - 16), last.start)
        if not (last.pair or changed or frame.enclosing(last.start)) and alike(last, former):
            yield last


def _change_behind(
    paragraph: Paragraph, folded: str, figures: Sequence[Quantity], index: int
) -> Relation | None:
    """Return the change of "B, against last year (A) up by p"."""
    if index + 1 >= len(figures):
        return None
    last, former, change = figures[index - 1 : index + 2]
    then = _THEN.fullmatch(folded, former.end, change.start)
    if then is None or last.pair or not _COMPARED.fullmatch(folded, last.end, former.start):
        return None
    if not alike(last, former) or not (change.unit == "%" or alike(former, change)):
        return None
    return change_of(paragraph, folded, former, last, change, then["verb"])


def _in_percent(
    paragraph: Paragraph, folded: str, figures: Sequence[Quantity], index: int, found: Relation
) -> Iterator[Relation]:
    """Yield the percentage that says the same change once more: "..., tăng 85 sáng kiến, tương ứng tăng 13,4%"."""
    behind = index + 1 if found.whole.start < figures[index].start else index + 2
    if behind >= len(figures) or figures[behind].unit != "%" or found.whole.unit in ("%", "lần"):
        return
    if _ALSO.fullmatch(folded, figures[behind - 1].end, figures[behind].start):
        first, last = found.parts
        yield change_of(paragraph, folded, first, last, figures[behind], found.lead)
