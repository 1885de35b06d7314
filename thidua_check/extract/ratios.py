"""Percentages that the text itself gives the two numbers of: ``48.503/48.981 ..., đạt 99,02%``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve

from thidua_check.document import Paragraph, Passage
from thidua_check.extract.arithmetic import Relation, percentage
from thidua_check.extract.clauses import Frame
from thidua_check.extract.mistyping import is_slip
from thidua_check.extract.quantities import Quantity

# Words directly before the percentage: "đạt 99%", "đạt tỷ lệ 99%", "chiếm 12%", "tỷ lệ là 5%", "(98%", "= 98%".
_LEADS = re.compile(
    r"(?:(?:đạt|chiếm|bằng|tương\sđương|tương\sứng|tỷ\slệ|tỉ\slệ|=)(?:\s(?:với|là|tỷ\slệ|tỉ\slệ|trên|:))*|\()[\s:=]{0,3}$"
)
_SHARE = re.compile(r"(?:chiếm)(?:\s(?:tỷ\slệ|tỉ\slệ|là))*[\s:]{0,3}$")
# Another base than the pair's second number: "đạt 100,36% kế hoạch", "so với cùng kỳ", "chỉ tiêu".
_OTHER_BASE = re.compile(
    r"[\s(]{0,3}(?:kh\b|kế\shoạch|chỉ\stiêu|so\svới|dự\stoán|nghị\squyết|mục\stiêu|cùng\skỳ|năm|của\skế)"
)
# "4.788 ha trên tổng số 6.064 ha", "trong tổng 6.064 ha", "/tổng số 120 hộ"
_OF_TOTAL = re.compile(
    r"(?:trên|trong|/)\s?(?:tổng(?:\ssố|\sdiện\stích)?|toàn\sbộ)(?:\s[^\W\d_]+){0,4}[\s:]{1,2}$"
)
# Between a percentage and its pair in brackets: "100% (", "100% (tương đương ", "75,2% (đạt "
_OPENED = re.compile(r"\s?\((?:(?:đạt|có|bằng|tức|gồm|với|là|tương\sđương|tương\sứng)\s?(?:với\s|là\s)?)?\s?")
# The same behind the counted things: "100% các doanh nghiệp (", "95% số hộ dân trên địa bàn ("
_NAMED = re.compile(r"\s(?:các|số|tổng\ssố)?(?:\s?[^\W\d_]+){1,6}\s\(")
# Before a percentage that is no fixed one: "trên 90%", "phấn đấu 100%", "tăng 5%".
_NOT_FIXED = re.compile(
    r"(?:trên|hơn|gần|dưới|khoảng|ít\snhất|tối\sthiểu|tối\sđa|xấp\sxỉ|không\squá|từ|tăng|giảm|thêm)\s$"
)
_AIMED = re.compile(
    r"(?<!\w)(?:phấn\sđấu|mục\stiêu|chỉ\stiêu|kế\shoạch|yêu\scầu|dự\skiến|đề\sra|cam\skết)(?!\w)"
)
# What may stand between the numbers and is no rival of them: ages, ranks, times.
_ASIDE = frozenset({"tuổi", "sao", "năm", "tháng", "ngày", "lần"})
_REACH = 160


def find_ratios(
    paragraph: Paragraph, folded: str, quantities: Sequence[Quantity], frame: Frame
) -> Iterator[Relation]:
    """Yield each printed percentage together with the two numbers it was worked out from."""
    for index, whole in enumerate(quantities):
        if whole.unit != "%" or whole.pair:
            continue
        found = _pair_behind(folded, quantities, index, frame)
        if found is None:
            found = _pair_before(folded, quantities, index, frame) or _share_of_total(
                folded, quantities, index, frame
            )
        if found is not None:
            yield ratio_of(paragraph, folded, whole, *found)


def find_shares(
    paragraph: Paragraph, folded: str, quantities: Sequence[Quantity], sums: Sequence[Relation]
) -> Iterator[Relation]:
    """Yield the percentages that parts of a total carry: "6.064 ha, trong đó 4.788 ha, đạt 78,95%"."""
    following = {q.start: after for q, after in pairwise(quantities)}
    for total in sums:
        for part in total.parts:
            whole = following.get(part.start)
            if (
                whole is None
                or whole.unit != "%"
                or part.pair
                or total.whole.pair
                or part.unit != total.whole.unit
            ):
                continue
            if _of_another(folded, whole, total.whole):
                continue
            gap = folded[part.end : whole.start]
            word = _SHARE if len(total.parts) > 1 else _LEADS
            if len(gap) < 60 and word.search(gap) and ";" not in gap:
                share = ratio_of(paragraph, folded, whole, part, total.whole)
                yield _if_near(evolve(unless_other(share, quantities), sure=False))


def unless_other(share: Relation, quantities: Sequence[Quantity]) -> Relation:
    """Return a share, not understood where it is off and right of an earlier figure that counts the same.

    "24 xã có 18 xã đạt chuẩn, trong đó có 6 xã nâng cao, chiếm 25%" is a share of all 24.
    """
    part, whole = share.parts[0], share.whole
    if share.standing != "off" or part.value is None or whole.value is None:
        return share
    kind, value = (part.unit, part.noun.split(" ")[0]), whole.value
    others = (q.value for q in quantities if q.start < part.start and (q.unit, q.noun.split(" ")[0]) == kind)
    if any(other and abs(100 * part.value / other - value) <= whole.step / 2 for other in others):
        return evolve(share, expected=None, tolerance=None)
    return share


def _of_another(folded: str, share: Quantity, whole: Quantity) -> bool:
    """Tell whether the words behind a share name another whole: "24 xã có 12 thôn, chiếm 5% số thôn"."""
    named = _OF_NUMBER.match(folded, share.end)
    return named is not None and not whole.noun.lower().startswith(named[1])


_OF_NUMBER = re.compile(r"\s(?:tổng\s)?số\s([^\W\d_]+)")


def _if_near(share: Relation) -> Relation:
    """Return a share, not understood where it is so far off that it must be of another base.

    "1.135 hộ nghèo, trong đó hộ nghèo DTTS 553 hộ, tỷ lệ 8,15%" is a rate among households, not among the poor; the
    right share with its comma or one digit displaced is a slip, however far off that makes it.
    """
    whole, expected = share.whole.value, share.expected
    if share.standing != "off" or whole is None or expected is None or 4 * abs(whole - expected) <= expected:
        return share
    if is_slip(share.whole, expected):
        return share
    return evolve(share, expected=None, tolerance=None)


def ratio_of(paragraph: Paragraph, folded: str, whole: Quantity, n: Quantity, m: Quantity) -> Relation:
    """Return the relation of a percentage to n and m, not understood where the words behind it name another base."""
    start = min(whole.start, n.start, m.start)
    end = max(whole.end, n.end, m.end)
    relation = Relation("ratio", Passage(paragraph, start, end), whole, (n, m))
    worked = percentage(n, m, whole)
    if worked is None or whole.value is None:
        return relation
    known = evolve(relation, expected=worked[0], tolerance=worked[1])
    if known.standing == "off" and _OTHER_BASE.match(folded, whole.end):
        return relation
    return known


def _pair_before(
    folded: str, quantities: Sequence[Quantity], index: int, frame: Frame
) -> tuple[Quantity, Quantity] | None:
    """Return n and m of "n/m ..., đạt p%"."""
    whole = quantities[index]
    if not _LEADS.search(folded[max(0, whole.start - 24) : whole.start]):
        return None
    home = frame.enclosing(whole.start)
    for place in range(index - 1, 0, -1):
        m = quantities[place]
        if whole.start - m.end > _REACH or not _together(folded, m.end, whole.start, frame):
            return None
        if m.pair == "m":
            return quantities[place - 1], m
        if m.unit in _ASIDE or (frame.enclosing(m.start) not in (home, None) and not _holds(frame, m, whole)):
            continue
        return None
    return None


def _holds(frame: Frame, inner: Quantity, outer: Quantity) -> bool:
    """Return whether the bracket around one quantity also holds the other."""
    pair = frame.enclosing(inner.start)
    return pair is not None and pair[0] < outer.start < pair[1]


def _together(folded: str, start: int, end: int, frame: Frame) -> bool:
    """Return whether two offsets stand in one sentence with no semicolon outside brackets between them."""
    if frame.sentence(start)[1] < end:
        return False
    place = start
    for opening, closing in frame.inner(start, end):
        if ";" in folded[place:opening]:
            return False
        place = closing
    between = folded[place:end]
    return ";" not in between.partition(")")[2 if ")" in between else 0]


def _pair_behind(
    folded: str, quantities: Sequence[Quantity], index: int, frame: Frame
) -> tuple[Quantity, Quantity] | None:
    """Return n and m of "p% (n/m ...)"."""
    whole = quantities[index]
    if index + 2 >= len(quantities) or quantities[index + 1].pair != "n":
        return None
    if _NOT_FIXED.search(folded[max(0, whole.start - 12) : whole.start]):
        return None
    gap = folded[whole.end : quantities[index + 1].start]
    aimed = _AIMED.search(folded[frame.sentence(whole.start)[0] : whole.start])
    named = _NAMED.fullmatch(gap) and not _OTHER_BASE.match(gap) and not aimed
    return (quantities[index + 1], quantities[index + 2]) if named or _OPENED.fullmatch(gap) else None


def _share_of_total(
    folded: str, quantities: Sequence[Quantity], index: int, frame: Frame
) -> tuple[Quantity, Quantity] | None:
    """Return n and m of "n ... trên tổng số m ..., chiếm p%"."""
    whole = quantities[index]
    if index < 2 or not _LEADS.search(folded[max(0, whole.start - 24) : whole.start]):
        return None
    n, m = quantities[index - 2], quantities[index - 1]
    if n.pair or m.pair or n.unit != m.unit or n.unit == "%":
        return None
    if whole.start - n.start > _REACH or not _together(folded, n.end, whole.start, frame):
        return None
    return (n, m) if _OF_TOTAL.search(folded[n.end : m.start]) else None
