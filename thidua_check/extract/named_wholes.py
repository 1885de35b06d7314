"""Shares of a whole that the words name: ``45 hộ nghèo, chiếm 0,18% tổng số hộ (24.812 hộ)``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from thidua_check.document import Paragraph
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.clauses import Frame
from thidua_check.extract.quantities import Quantity
from thidua_check.extract.ratios import ratio_of, unless_other

# Directly before a share: ", chiếm ", " (chiếm tỷ lệ ", ", đạt ", ", bằng "
_LEAD = re.compile(
    r"(?:[^,;()%]{0,60}[,(]\s?|\s)(?:chiếm|đạt|bằng|tương\sứng|tương\sđương)(?:\s(?:tỷ\slệ|tỉ\slệ|là))*\s"
)
# Before the whole, at the head of a clause: "Trong 10.877 hộ", "; trong tổng số 4.186 hộ"
_AMONG = re.compile(r"(?:^|[.;]\s|[-+*]\s)\s?trong\s(?:tổng\ssố\s|số\s)?$")
# From the whole to its part: " có ", ", có ", " thì có ", ", đã có "
_HAS = re.compile(r",?\s(?:thì\s|đã\s)?có\s")
# From the share to the whole behind it: " tổng số hộ (", " trong tổng số ", " trên tổng ", " so với tổng số hộ dân ("
_OF_ALL = re.compile(
    r"\s(?:(?:trong|trên|so\svới|của)\s)?(?:tổng|tổng\ssố|toàn\sbộ)(?:\s[^\W\d_]+){0,4}\s\(?"
)
# The whole that the words behind the share name by what was done: "số hộ được giúp", "tổng số hộ đã vay"
_OF_DONE = re.compile(
    r"\s(?:tổng\s)?số\s(?P<noun>[^\W\d_]+)(?:\s[^\W\d_]+){0,2}?\s(?:được|đã)\s(?P<verb>[^\W\d_]+)"
)
# The total that the words behind the share name: "tổng kinh phí", "tổng nguồn vốn", "tổng số hộ"
_OF_TOTAL = re.compile(r"\stổng\s(?P<name>[^\W\d_]+\s[^\W\d_]+)(?:\s(?:thực\shiện|chung))?(?=\s?[.,;)]|$)")
_FEW_WORDS = r"(?:\s(?:[^\W\d_]+|(?:19|20)[0-9]{2}(?:\s?[-–]\s?20[0-9]{2})?)){0,9}[\s:]{1,2}$"


def find_named_shares(
    paragraph: Paragraph, folded: str, quantities: Sequence[Quantity], frame: Frame
) -> Iterator[Relation]:
    """Yield the percentages of a whole that the words around them name; the words leave some room, so none is sure."""
    for index, share in enumerate(quantities):
        if index == 0 or share.unit != "%" or share.pair:
            continue
        part = quantities[index - 1]
        gap = folded[part.end : share.start]
        if (
            part.pair
            or part.unit == "%"
            or not _LEAD.fullmatch(gap)
            or frame.sentence(part.start)[1] < share.end
        ):
            continue
        whole = (
            _before(folded, quantities, index)
            or _behind(folded, quantities, index)
            or _done(folded, quantities, index, frame)
            or _total(folded, quantities, index)
        )
        if whole is not None and _is_part(part, whole):
            relation = ratio_of(paragraph, folded, share, part, whole)
            yield evolve(unless_other(relation, quantities), sure=False)


def _is_part(part: Quantity, whole: Quantity) -> bool:
    """Return whether one amount counts what the other counts, and is not the larger one."""
    if part.unit != whole.unit or part.value is None or whole.value is None or part.value > whole.value:
        return False
    return bool(part.unit) or part.noun.split(" ")[0] == whole.noun.split(" ")[0] != ""


def _before(folded: str, quantities: Sequence[Quantity], index: int) -> Quantity | None:
    """Return m of "Trong m hộ có n hộ nghèo, chiếm p%"."""
    if index < 2:
        return None
    whole, part = quantities[index - 2], quantities[index - 1]
    among = _AMONG.search(folded[max(0, whole.start - 24) : whole.start])
    return whole if among and not whole.pair and _HAS.fullmatch(folded, whole.end, part.start) else None


def _behind(folded: str, quantities: Sequence[Quantity], index: int) -> Quantity | None:
    """Return m of "n hộ nghèo, chiếm p% tổng số hộ (m hộ)"."""
    if index + 1 >= len(quantities):
        return None
    share, whole = quantities[index], quantities[index + 1]
    return whole if not whole.pair and _OF_ALL.fullmatch(folded, share.end, whole.start) else None


def _done(folded: str, quantities: Sequence[Quantity], index: int, frame: Frame) -> Quantity | None:
    """Return m of "giúp m hộ ...; n hộ thoát nghèo, đạt p% số hộ được giúp", if it is the only one."""
    share = quantities[index]
    named = _OF_DONE.match(folded, share.end)
    if named is None:
        return None
    first = frame.sentence(share.start)[0]
    doing = re.compile(rf"(?<!\w){named['verb']}(?:\s(?:được|đỡ|cho))?\s$")
    wholes = [
        q
        for q in quantities[: index - 1]
        if q.start >= first
        and q.noun.split(" ")[0] == named["noun"]
        and doing.search(folded[max(0, q.start - 24) : q.start])
    ]
    return wholes[0] if len(wholes) == 1 else None


def _total(folded: str, quantities: Sequence[Quantity], index: int) -> Quantity | None:
    """Return m of "Tổng kinh phí m ... n, chiếm p% tổng kinh phí", if the paragraph tells one alone."""
    share = quantities[index]
    named = _OF_TOTAL.match(folded, share.end)
    if named is None:
        return None
    naming = re.compile(rf"(?<!\w)tổng\s(?:số\s)?{re.escape(named['name'])}{_FEW_WORDS}")
    wholes = [q for q in quantities[: index - 1] if naming.search(folded[max(0, q.start - 80) : q.start])]
    return wholes[0] if len(wholes) == 1 and not wholes[0].pair else None
