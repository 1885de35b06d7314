"""Lists of parts behind a total: which numbers of a passage are its items, and what each item is called."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

from attrs import frozen

from thidua_check.extract.clauses import Frame
from thidua_check.extract.quantities import Quantity

Form = Literal["colon", "noun", "label"]

# A number that is compared with the total or adds to it, and is no part of it: "tăng 5 ha", "tương đương 20 ha".
_COMPARED = re.compile(
    r"(?:^|\W)(?:(?:so\svới|cùng\skỳ|tương\sđương|tương\sứng|bình\squân|trung\sbình|mỗi|tăng|giảm|vượt|thiếu|kế\shoạch|"
    r"mục\stiêu|chỉ\stiêu|trị\sgiá|tổng|lũy\skế|luỹ\skế|cộng\sdồn|thêm|bằng|định\smức)(?:\s[^\W\d_]+){0,3}|"
    r"từ|đến|lên|hơn|gần|dưới|khoảng|trên|tối\sđa|ít\snhất)\s?$"
)
# Another list inside an item: "A 60 ha, trong đó a 20 ha".
_NESTED = re.compile(r"(?<!\w)(?:trong\sđó|bao\sgồm|gồm|chia\sra|riêng)(?!\w)")
# Between the items of a list: ", ", "; ", " và ", ", và ", " + ".
_BREAK = re.compile(r"[,;+]\s?(?:và\s|còn\s)?|(?<!\w)và\s|\s[-–]\s(?=[0-9])")
# Words before the number that are no label: "có", "là", "đã có".
_EMPTY_LABEL = re.compile(r"\s*(?:đã\s)?(?:có|là|với|còn|thì)?\s*")


@frozen
class Item:
    """One part: the quantity that counts, the words that name it, and how it is written.

    ``form`` is ``colon`` (``xây mới: 405 nhà``), ``noun`` (``405 nhà xây mới``) or ``label`` (``xây mới 405 nhà``).
    ``closing`` marks the item after the list's last ``và``.
    """

    quantity: Quantity
    label: str
    form: Form
    closing: bool = False


@frozen
class Listing:
    """The items of a passage. ``clean`` is False where something in it does not belong to one plain list."""

    items: tuple[Item, ...]
    clean: bool
    separated: bool


def read_listing(
    folded: str, quantities: Sequence[Quantity], unit: str, start: int, end: int, frame: Frame
) -> Listing:
    """Return the items with a unit between two offsets, numbers in inner brackets left out."""
    inner = frame.inner(start, end)
    first = bisect_left(quantities, start, key=lambda q: q.start)
    within = quantities[first : bisect_right(quantities, end, key=lambda q: q.passage.end)]
    outside = [q for q in within if not any(a < q.start < b for a, b in inner)]
    fitting = [q for q in outside if q.unit == unit and q.pair != "m"]
    flat = _blank(folded, start, end, inner)
    if ";" in flat:
        return _by_semicolon(flat, start, fitting)
    return _by_comma(flat, start, fitting)


def _blank(folded: str, start: int, end: int, inner: Sequence[tuple[int, int]]) -> str:
    """Return the passage with what stands in inner brackets blanked out, character for character."""
    pieces: list[str] = []
    place = start
    for opening, closing in inner:
        pieces.append(folded[place:opening])
        pieces.append(" " * (min(closing + 1, end) - opening))
        place = min(closing + 1, end)
    pieces.append(folded[place:end])
    return "".join(pieces)


def _by_semicolon(flat: str, offset: int, fitting: Sequence[Quantity]) -> Listing:
    """Return the items of a list with semicolons: the first fitting number of each segment."""
    first = flat.index(";")
    leading = _by_comma(flat[:first], offset, [q for q in fitting if q.start < offset + first])
    if len(leading.items) > 1:
        return leading
    items: list[Item] = []
    clean = True
    place = 0
    for segment in flat.split(";"):
        begin, finish = offset + place, offset + place + len(segment)
        place += len(segment) + 1
        inside = [q for q in fitting if begin <= q.start < finish]
        if not inside:
            clean = clean and finish >= offset + len(flat)
            continue
        items.append(_whole_segment(flat, offset, inside[0], begin))
        clean = clean and not _COMPARED.search(flat[begin - offset : inside[0].start - offset])
        clean = clean and all(_is_aside(flat, offset, inside[0], q) for q in inside[1:])
    return Listing(tuple(items), clean, True)


def _is_aside(flat: str, offset: int, first: Quantity, other: Quantity) -> bool:
    """Return whether a later number of a segment details or compares the first one."""
    between = flat[first.passage.end - offset : other.start - offset]
    return bool(_NESTED.search(between) or _COMPARED.search(between)) or other.pair == "range"


def _by_comma(flat: str, offset: int, fitting: Sequence[Quantity]) -> Listing:
    """Return the items of a list with commas and "và"; what follows the closing "và" item is no part of it."""
    items: list[Item] = []
    place = offset
    for quantity in fitting:
        before = flat[place - offset : quantity.start - offset]
        if _NESTED.search(before) and items:
            return Listing(tuple(items), len(items) > 1 and items[-1].closing, False)
        if _COMPARED.search(before):
            return Listing(tuple(items), bool(items) and items[-1].closing, False)
        if items and (items[-1].closing or not _BREAK.search(before)):
            return Listing(tuple(items), items[-1].closing, False)
        items.append(_item(flat, offset, quantity, place))
        place = quantity.end
    return Listing(tuple(items), True, False)


def _item(flat: str, offset: int, quantity: Quantity, place: int) -> Item:
    """Return the item of a quantity whose words begin at or after an offset."""
    before = flat[place - offset : quantity.start - offset]
    tail = before[_last_figure(before) :]
    first = _BREAK.search(tail)
    if tail.rstrip().endswith(":"):
        label = tail[first.end() if first and place > offset else 0 :]
        return Item(
            quantity, label.strip(" :-+"), "colon", place > offset and bool(first and "và" in first.group())
        )
    breaks = list(_BREAK.finditer(tail))
    last = breaks[-1] if breaks else None
    label = tail[last.end() :] if last else tail
    closing = place > offset and bool(last and "và" in last.group())
    if _EMPTY_LABEL.fullmatch(label):
        name = flat[quantity.passage.end - offset :].partition(";")[0].partition(",")[0]
        return Item(quantity, name.strip(), "noun", closing)
    return Item(quantity, label.strip(), "label", closing)


def _whole_segment(flat: str, offset: int, quantity: Quantity, begin: int) -> Item:
    """Return the item of a segment between semicolons: all words before its number name it."""
    label = flat[begin - offset : quantity.start - offset].strip()
    if label.endswith(":"):
        return Item(quantity, label.strip(" :-+"), "colon")
    if _EMPTY_LABEL.fullmatch(label):
        return _item(flat, offset, quantity, quantity.start)
    return Item(quantity, label, "label")


def _last_figure(text: str) -> int:
    """Return the offset behind the last figure or percent sign of a text."""
    for index in range(len(text) - 1, -1, -1):
        if text[index].isdigit() or text[index] == "%":
            return index + 1
    return 0
