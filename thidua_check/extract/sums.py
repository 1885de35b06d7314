"""Totals with their parts: ``11 sản phẩm (03 sản phẩm đạt 4 sao và 08 sản phẩm đạt 3 sao)``.

A total is judged only where its parts are surely a list of its parts. Everything else is a relation that was seen
and not understood.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import evolve, frozen
from rapidfuzz.distance import OSA

from thidua_check.document import Paragraph, Passage
from thidua_check.extract.arithmetic import Relation, slack
from thidua_check.extract.clauses import Frame
from thidua_check.extract.lists import Item, Listing, read_listing
from thidua_check.extract.nouns import are_kinds, is_partition, may_overlap, same_kind, shares_noun
from thidua_check.extract.quantities import Quantity

# The words that announce parts. After the first group parts may be left out, after the second they may not.
_LEAD = re.compile(
    r"""(?<!\w)(?:
      (?P<some>trong\s(?:số\s)?(?:đó|này)(?:\s(?:có|gồm))?|cụ\sthể(?:\snhư\ssau)?)
    | (?P<all>(?:bao\s)?gồm(?:\s(?:có|cả))?|chia\s(?:ra|thành)|cụ\sthể\slà)
    )(?!\w)[\s:,]{0,3}
    """,
    re.VERBOSE,
)
# An amount that is no fixed total: "hơn 60km", "gần 1.000", "khoảng 30", "ít nhất 02".
_VAGUE = re.compile(
    r"(?<!\w)(?:hơn|trên|gần|khoảng|dưới|ít\snhất|tối\sthiểu|tối\sđa|xấp\sxỉ|không\squá|từ|mỗi|bình\squân|trung\sbình|thêm)\s$"
)
# A bracket or colon list opens with a number, or with a label, a colon and a number: "(03 sản phẩm", "(xây mới: 405".
_OPENS = re.compile(r"\s?(?:(?:có\s)?[0-9]|[^\W\d_]+(?:[\s,/–-]{1,3}(?:[^\W\d_]+|20[0-9]{2})){0,7}:\s?[0-9])")
# A bracket of labels without colons: "(xây mới 124 nhà, sửa chữa 53 nhà)"; its labels must leave nothing out.
_LABELS = re.compile(r"\s?[^\W\d_]+(?:\s[^\W\d_]+){0,4}\s[0-9][0-9.]*\s[^()0-9]{1,40}[,;]\s?")
# "Trong 36 đơn vị trực thuộc có ", "Trong số 12 xã có "
_WITHIN = re.compile(r"(?<!\w)trong\s(?:tổng\s)?(?:số\s)?$")
_HAVING = re.compile(r"(?:\s[^\W\d_]+){0,3}\s?,?\scó\s(?=[0-9])")
_COLON = re.compile(r"(?:\s[^\W\d_]+){0,6}\s?:(?=\s{0,2}[0-9])")
# Awards and those who got them, one each: "25 Giấy khen cho 10 tập thể và 15 cá nhân".
_AWARDS = ("bằng khen", "giấy khen", "cờ thi đua", "huân chương", "kỷ niệm chương")
_GIVEN = re.compile(r"(?:\s[^\W\d_]+){0,8}\scho\s(?=[0-9])")
# Units that stand beside a total without being one: percentages, ages, ranks, times.
_ASIDE = frozenset({"%", "điểm %", "tuổi", "sao", "năm", "tháng", "ngày", "lần", "giờ"})
_REACH = 300
# A unit may have one wrong letter for each three of its own: "tấnn", "triêu đồg".
_LETTERS_FOR_A_SLIP = 3
# Lists of parts are read this far (characters).
_LONGEST = 2000


@frozen
class _Lead:
    """What announces parts: ``at`` where the total must have ended, and the bounds of the parts.

    ``unit`` is the total's unit where figures of other units may stand between it and the parts.
    """

    word: str
    at: int
    start: int
    end: int
    exhaustive: bool
    bracketed: bool
    unit: str | None = None


def find_sums(
    paragraph: Paragraph, folded: str, quantities: Sequence[Quantity], frame: Frame
) -> Iterator[Relation]:
    """Yield the totals of a paragraph with their parts."""
    if len(quantities) < 2:
        return
    seen: set[tuple[int, int]] = set()
    leads = (
        *_worded(folded, frame),
        *_bracketed(folded, quantities, frame),
        *_after_colon(folded, quantities, frame),
        *_awarded(folded, quantities, frame),
        *_within(folded, quantities, frame),
    )
    for lead in leads:
        whole = _whole(folded, quantities, frame, lead)
        if whole is None or (whole.start, lead.at) in seen:
            continue
        end = min(lead.end, lead.start + _LONGEST)
        listing = read_listing(folded, quantities, whole.unit, lead.start, end, frame)
        if not listing.items or (lead.exhaustive and len(listing.items) < 2):
            continue
        seen.add((whole.start, lead.at))
        if _has_misspelt_unit(folded, quantities, whole, lead.start, end):
            listing = evolve(listing, clean=False)
        yield _relation(paragraph, folded, quantities, whole, lead, listing)


def _worded(folded: str, frame: Frame) -> Iterator[_Lead]:
    """Yield the leads that are words: "trong đó", "gồm"."""
    for match in _LEAD.finditer(folded):
        around = frame.enclosing(match.start())
        opened = around is not None and not folded[around[0] + 1 : match.start()].strip()
        at = around[0] if around and opened else match.start()
        end = around[1] if around else frame.sentence(match.start())[1]
        yield _Lead(match.group().strip(" :,"), at, match.end(), end, bool(match["all"]), opened)


def _bracketed(folded: str, quantities: Sequence[Quantity], frame: Frame) -> Iterator[_Lead]:
    """Yield the brackets that open with a number or a labelled number."""
    for opening, closing in frame.brackets:
        if _OPENS.match(folded, opening + 1):
            yield _Lead("(", opening, opening + 1, closing, True, True)
        elif _LABELS.match(folded, opening + 1, closing):
            first = bisect_left(quantities, opening, key=lambda q: q.start)
            unit = quantities[first].unit if first < len(quantities) else None
            yield _Lead("(", opening, opening + 1, closing, True, True, unit)


def _within(folded: str, quantities: Sequence[Quantity], frame: Frame) -> Iterator[_Lead]:
    """Yield the totals that are named first: "Trong 36 đơn vị trực thuộc có 13 bệnh viện"."""
    for quantity in quantities:
        match = _HAVING.match(folded, quantity.end) if not quantity.unit else None
        if match and _WITHIN.search(folded, max(0, quantity.start - 16), quantity.start):
            yield _Lead("có", quantity.end, match.end(), _home_end(frame, quantity), False, False)


def _after_colon(folded: str, quantities: Sequence[Quantity], frame: Frame) -> Iterator[_Lead]:
    """Yield the colons behind a number and its noun: "02 Huân chương: 01 tập thể và 01 cá nhân"."""
    for quantity in quantities:
        match = _COLON.match(folded, quantity.end)
        if match and not quantity.unit and not _LEAD.search(match.group()):
            yield _Lead(":", match.end() - 1, match.end(), _home_end(frame, quantity), True, False)


def _awarded(folded: str, quantities: Sequence[Quantity], frame: Frame) -> Iterator[_Lead]:
    """Yield the awards that are followed by those who got them."""
    for quantity in quantities:
        match = _GIVEN.match(folded, quantity.end) if quantity.noun.startswith(_AWARDS) else None
        if match:
            yield _Lead("cho", match.end(), match.end(), _home_end(frame, quantity), True, False)


def _home_end(frame: Frame, quantity: Quantity) -> int:
    """Return where the bracket or else the sentence of a quantity ends."""
    around = frame.enclosing(quantity.start)
    return around[1] if around else frame.sentence(quantity.start)[1]


def _whole(folded: str, quantities: Sequence[Quantity], frame: Frame, lead: _Lead) -> Quantity | None:
    """Return the nearest number before a lead that can be a total, in the same sentence and bracket."""
    around = frame.enclosing(lead.at)
    first = frame.sentence(lead.at)[0]
    if not folded[first : lead.at].strip(" -+") and first:
        first = frame.sentence(first - 1)[0]
    rate = False
    last = bisect_right(quantities, lead.at, key=lambda q: q.passage.end)
    for index in range(last - 1, -1, -1):
        quantity = quantities[index]
        if quantity.start < first or lead.at - quantity.end > _REACH:
            return None
        if frame.enclosing(quantity.start) != around:
            continue
        if lead.unit is not None and quantity.unit != lead.unit:
            continue
        if quantity.unit in _ASIDE:
            rate = rate or "%" in quantity.unit
            continue
        gap = folded[min(quantity.end, lead.at) : lead.at]
        if (";" in gap and not rate) or quantity.pair == "range":
            return None
        return quantities[index - 1] if quantity.pair == "m" and index else quantity
    return None


def _has_misspelt_unit(
    folded: str, quantities: Sequence[Quantity], whole: Quantity, start: int, end: int
) -> bool:
    """Return whether a number among the parts has nearly the total's unit: ``86 triệuu đồng`` below ``triệu đồng``."""
    unit = folded[whole.passage.end : whole.end].split()
    printed = " ".join(unit)
    most = len(printed) // _LETTERS_FOR_A_SLIP
    for quantity in quantities:
        if most and start <= quantity.start < end and quantity.unit != whole.unit:
            words = " ".join(folded[quantity.passage.end : end].split()[: len(unit)]).rstrip(".,;:)")
            if OSA.distance(words, printed, score_cutoff=most) <= most:
                return True
    return False


def _relation(
    paragraph: Paragraph,
    folded: str,
    quantities: Sequence[Quantity],
    whole: Quantity,
    lead: _Lead,
    listing: Listing,
) -> Relation:
    """Return the relation, understood where whole and parts are surely total and parts."""
    items = listing.items
    parts = tuple(item.quantity for item in items)
    relation = Relation(
        "sum",
        Passage(paragraph, whole.start, parts[-1].end),
        whole,
        parts,
        exhaustive=(lead.exhaustive and len(parts) > 1) or is_partition([item.label for item in items]),
        lead=lead.word,
        also=_denominator(whole, quantities),
    )
    values = [part.value for part in parts]
    if whole.value is None or None in values or _VAGUE.search(folded[max(0, whole.start - 12) : whole.start]):
        return relation
    if _leaves_room(whole, items, lead):
        return relation
    if not whole.unit and not same_kind(whole, parts):
        return _guessed(relation, items, lead)
    held = _holding_prefix(relation)
    if held is not None:
        return held
    if not _is_plain_list(items, listing, lead):
        return relation
    full = _expecting(relation, parts)
    below = full.expected is not None and full.expected < whole.value
    return evolve(full, sure=_is_sure(items, listing, lead) and (lead.exhaustive or not below))


def _leaves_room(whole: Quantity, items: Sequence[Item], lead: _Lead) -> bool:
    """Return whether figures behind a loose lead may be more than the total's parts.

    "Trong 36 đơn vị có" takes only kinds of the total (two groups of units may overlap), a bracket of labels without
    colons only labels that leave nothing out.
    """
    if lead.word == "có":
        return len(items) < 2 or not are_kinds(whole, [item.quantity for item in items])
    return lead.unit is not None and not is_partition([item.label for item in items])


def _denominator(whole: Quantity, quantities: Sequence[Quantity]) -> tuple[Decimal, ...]:
    """Return the second number of a pair whose first is the whole: parts may be those of either."""
    if whole.pair != "n":
        return ()
    after = quantities[bisect_right(quantities, whole.start, key=lambda q: q.start)]
    return (after.value,) if after.value is not None else ()


def _expecting(relation: Relation, parts: tuple[Quantity, ...]) -> Relation:
    total = sum((part.value for part in parts if part.value is not None), Decimal(0))
    end = max(part.end for part in parts)
    return evolve(
        relation,
        passage=evolve(relation.passage, end=max(end, relation.whole.end)),
        parts=parts,
        expected=total,
        tolerance=slack((relation.whole, *parts)),
    )


def _holding_prefix(relation: Relation) -> Relation | None:
    """Return the relation over the first parts that add up to the whole, None if none do."""
    for count in range(len(relation.parts), 1, -1):
        candidate = _expecting(evolve(relation, exhaustive=True), relation.parts[:count])
        if candidate.standing == "holds":
            return evolve(candidate, exhaustive=relation.exhaustive)
    return None


def _is_plain_list(items: Sequence[Item], listing: Listing, lead: _Lead) -> bool:
    """Return whether the items are written alike, end where the list ends, and do not cut across each other."""
    forms = {item.form for item in items}
    alike = len(forms) == 1 or (lead.bracketed and listing.separated)
    return listing.clean and alike and not may_overlap([item.label for item in items])


def _is_sure(items: Sequence[Item], listing: Listing, lead: _Lead) -> bool:
    """Return whether the words leave no other reading: a bracket, or labels with colons."""
    if len(items) == 1 or lead.word == "cho":
        return False
    return (
        lead.bracketed
        or (items[0].form == "colon" and listing.separated)
        or (lead.exhaustive and items[-1].closing)
    )


def _guessed(relation: Relation, items: Sequence[Item], lead: _Lead) -> Relation:
    """Return the relation for parts of mixed nouns: understood if they add up, or nearly do and share the total's noun."""
    held = _holding_prefix(relation)
    if held is not None:
        return held
    full = _expecting(relation, relation.parts)
    value, expected = relation.whole.value, full.expected
    if value is None or expected is None or not (lead.exhaustive and items[-1].closing and len(items) > 2):
        return relation
    near = abs(value - expected) * 10 <= value
    return evolve(full, sure=False) if near and shares_noun(relation.whole, relation.parts) else relation
