"""Totals whose parts are the list below them: ``Tổng kinh phí 500 triệu đồng, gồm:`` and a bullet for each part."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from thidua_check.document import Paragraph
from thidua_check.extract.arithmetic import Relation, slack
from thidua_check.extract.clauses import frame_of
from thidua_check.extract.nouns import is_partition, may_overlap, same_kind
from thidua_check.extract.quantities import Quantity
from thidua_check.text import fold_same_length

Found = Mapping[tuple[str, int], Sequence[Quantity]]

# The last words before a list: "gồm:", "trong đó:", "cụ thể như sau:", "chia ra:".
_LEAD = re.compile(
    r"(?P<lead>(?P<some>trong\s(?:số\s)?đó(?:\s(?:có|gồm))?)|(?P<all>(?:bao\s)?gồm(?:\scó)?|chia\s(?:ra|thành)|cụ\sthể(?:\slà)?))"
    r"(?:\s(?:như\ssau|là))?\s?:\s*$"
)
_COLON = re.compile(r":\s*$")
# A paragraph that only announces the parts of a total in the paragraph above: "Trong đó:", "- Cụ thể như sau:".
_ALONE = re.compile(
    r"[\s*+–-]*(?:trong\s(?:số\s)?đó|(?:bao\s)?gồm|chia\s(?:ra|thành)|cụ\sthể)(?:\s(?:có|gồm|như\ssau|là)){0,2}\s?:\s*"
)
_TOTAL = re.compile(r"(?<!\w)tổng(?!\w)[^.;:]{0,60}$")
# What begins an item: "- ", "+ ", "* ", "• ", "a) ", "1) ".
_BULLET = re.compile(r"\s*(?P<mark>[-–—+*•·]|(?:[a-zđ]|[0-9]{1,2})\))\s?(?!\d)")
_VAGUE = re.compile(
    r"(?<!\w)(?:hơn|trên|gần|khoảng|dưới|ít\snhất|tối\sthiểu|tối\sđa|xấp\sxỉ|bình\squân|mỗi|thêm|từ|ước)\s$"
)
# A number that compares and is no part: "tăng 5 ha", "đạt 90%", "so với 12".
_COMPARED = re.compile(
    r"(?:so\svới|cùng\skỳ|tăng|giảm|vượt|thiếu|kế\shoạch|chỉ\stiêu|bình\squân|mỗi|trị\sgiá|từ|đến|lên|hơn|gần|khoảng|trên|dưới)"
    r"(?:\s[^\W\d_]+){0,2}\s?$"
)
# What details the figure before it: "30 người, trong đó nữ 12 người".
_NESTED = re.compile(r"(?<!\w)(?:trong\sđó|gồm|riêng|chia\sra)(?!\w)")
_ASIDE = frozenset({"%", "điểm %", "tuổi", "sao", "năm", "tháng", "ngày", "lần", "giờ"})
_MOST, _REACH = 30, 160


@frozen
class _Head:
    """A total with what announces its parts; ``stated`` is set where the words say that nothing is left out."""

    whole: Quantity
    lead: str
    exhaustive: bool
    stated: bool
    mark: str


def find_list_sums(paragraphs: Sequence[Paragraph], found: Found) -> Iterator[Relation]:
    """Yield the totals at the end of a paragraph with the bullets below it as parts.

    Such a total is understood where each bullet of the list opens with one figure of the total's own unit.
    """
    for index, paragraph in enumerate(paragraphs[:-2]):
        if paragraph.cell is not None or not paragraph.text.rstrip().endswith(":"):
            continue
        home = paragraph
        if index and _ALONE.fullmatch(fold_same_length(paragraph.text)):
            home = paragraphs[index - 1]
        quantities = found.get((home.part, home.block), ())
        head = _head(home, quantities, paragraph) if quantities else None
        if head is not None:
            items = list(_items(paragraphs, index + 1, head.mark))
            relation = _relation(head, items, found)
            if relation is not None:
                yield relation


def _head(paragraph: Paragraph, quantities: Sequence[Quantity], above: Paragraph) -> _Head | None:
    """Return the last total of a paragraph; ``above`` is the one that announces the parts, mostly the same."""
    folded, announcing = fold_same_length(paragraph.text), fold_same_length(above.text)
    lead = _LEAD.search(announcing) or _COLON.search(announcing)
    if lead is None:
        return None
    word = lead.groupdict().get("lead") or ":"
    at = lead.start() if above is paragraph else len(folded.rstrip())
    last = bisect_right(quantities, at, key=lambda q: q.passage.end)
    fitting = [q for q in quantities[:last] if q.unit not in _ASIDE]
    if not fitting or fitting[-1].pair or at - fitting[-1].end > _REACH:
        return None
    whole = fitting[-1]
    sentence = frame_of(paragraph.text).sentence(whole.start)
    before = folded[sentence[0] : whole.start]
    if folded[sentence[1] : at].strip(" -+") or _VAGUE.search(before) or _COMPARED.search(before):
        return None
    stated = bool(lead.groupdict().get("all")) or bool(_TOTAL.search(before))
    return _Head(whole, word, not lead.groupdict().get("some"), stated, _mark(above))


def _mark(paragraph: Paragraph) -> str:
    """Return what kind of bullet opens a paragraph, empty for none: a sign itself, or the kind of its label."""
    if paragraph.label:
        return f"auto{paragraph.list_level}"
    match = _BULLET.match(paragraph.text)
    if match is None:
        return ""
    mark = match["mark"]
    return "-" if mark in "-–—" else mark if len(mark) == 1 else "1)" if mark[0].isdigit() else "a)"


def bullets_below(paragraphs: Sequence[Paragraph], start: int, above: Paragraph) -> tuple[Paragraph, ...]:
    """Return the bullets of the list that begins at an index, right below the paragraph that announces it."""
    return tuple(_items(paragraphs, start, _mark(above)))


def _items(paragraphs: Sequence[Paragraph], start: int, above: str) -> Iterator[Paragraph]:
    """Yield the bullets of the list that begins at an index; deeper ones belong to the bullet above them."""
    own = ""
    for paragraph in paragraphs[start : start + _MOST]:
        if not paragraph.text.strip():
            continue
        mark = _mark(paragraph)
        if not mark or mark == above or paragraph.cell is not None:
            return
        own = own or mark
        if mark == own:
            yield paragraph


def _relation(head: _Head, items: Sequence[Paragraph], found: Found) -> Relation | None:
    whole = head.whole
    figures = [_figures(item, found, whole) for item in items]
    parts = tuple(own[0] for own in figures if own)
    if len(parts) < 2 or len(parts) != len(figures):
        return None
    plain = all(len(own) == 1 for own in figures)
    labels = [fold_same_length(part.passage.paragraph.text[: part.start]) for part in parts]
    relation = Relation(
        "sum", whole.passage, whole, parts, exhaustive=head.exhaustive or is_partition(labels), lead=head.lead
    )
    if whole.value is None or any(part.value is None for part in parts):
        return relation
    if not whole.unit and not same_kind(whole, parts):
        return relation
    total = sum((part.value for part in parts if part.value is not None), Decimal(0))
    full = evolve(relation, expected=total, tolerance=slack((whole, *parts)))
    if full.standing == "off" and not (plain and _near(whole.value, total, head) and not may_overlap(labels)):
        return relation
    return evolve(full, sure=head.stated and total < 2 * whole.value)


def _near(value: Decimal, total: Decimal, head: _Head) -> bool:
    """Whether a list that does not add up is likely to be meant to: said so, or off by a tenth at most."""
    return head.stated or abs(value - total) * 10 <= value


def _figures(item: Paragraph, found: Found, whole: Quantity) -> list[Quantity]:
    """Return the figures of a bullet that count in the total's unit, outside brackets; empty where the first compares."""
    folded = fold_same_length(item.text)
    frame = frame_of(item.text)
    sentence = frame.sentence(0)[1]
    out: list[Quantity] = []
    for quantity in found.get((item.part, item.block), ()):
        if quantity.start >= sentence:
            break
        if frame.enclosing(quantity.start) is not None or quantity.unit != whole.unit:
            continue
        compared = quantity.pair or _COMPARED.search(folded[: quantity.start])
        if compared and not out:
            return []
        if out and _NESTED.search(folded, out[0].end, quantity.start):
            break
        if not compared:
            out.append(quantity)
    return out
