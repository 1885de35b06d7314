"""Changes that the text gives both ends of: ``tăng từ 28.995 tấn lên 34.546 tấn, tăng 19,1%``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.changes import alike, change_of
from thidua_check.extract.clauses import Frame
from thidua_check.extract.quantities import Quantity
from thidua_check.extract.units import TIME_UNITS
from thidua_check.text import fold_letters

# "tăng từ 28.995 tấn", "giảm tỷ lệ hộ nghèo từ 34,68%", "nâng từ"; not "tăng cường", and the last verb of several.
_VERB = r"(?P<verb>tăng(?!\scường|\sgia)|giảm|nâng|hạ)"
_WORD = r"(?:\s(?!(?:tăng|giảm|nâng|hạ|đưa)\s)[^\W\d_]+)"
_FROM = re.compile(rf"(?<!\w){_VERB}{_WORD}{{0,6}}\stừ\s(?:[^\W\d_]+\s){{0,2}}$")
# The same with a longer name between: "giảm tỷ lệ hộ nghèo do phụ nữ làm chủ hộ từ ".
_FAR_FROM = re.compile(rf"(?<!\w){_VERB}{_WORD}{{7,14}}\stừ\s$")
# "năm 2021 xuống 5,86%", "lên 34.546 tấn": the way alone, with no comma between.
_WAY = re.compile(r"^[^,;()]{0,40}(?<!\w)(?P<way>lên|xuống)(?:\s(?:còn|đạt|tới|thành|mức))?\s$")
# "lên 34.546 tấn", "xuống còn 15,95%", "còn 2.815 hộ"
_TO = re.compile(r"(?:lên|xuống|còn|đến)(?:\s(?:còn|thành|đạt|tới|mức))?\s$")
# ", tăng 19,1%", "(giảm 18,73%", "tương ứng tăng", "tức giảm"
_CHANGE = re.compile(r"(?:tăng|giảm)(?:\s(?:được|thêm|tương\sứng|tương\sđương|khoảng|là))?[\s:]{1,2}$")
_UPWARD = ("tăng", "nâng", "lên")
# "từ 312 hộ nghèo đầu năm 2022, đến cuối năm 2024 còn 83 hộ": both ends, and no word of direction before them.
_BARE_FROM = re.compile(r"(?<!\w)từ\s$")
_BARE_TO = re.compile(r"[^;()%]{0,70}?(?:còn|lên|xuống)(?:\s(?:còn|đạt|tới|thành))?\s")
# Where less is better or nothing is measured: "tăng từ hạng 15 lên hạng 10", "vị trí thứ 5".
_RANKED = re.compile(r"(?<!\w)(?:hạng|bậc|vị\strí|thứ|xếp)(?!\w)")
_REACH = 120
# What a change is held against, with its year: "so với năm 2023", "so với cùng kỳ", "so cùng kỳ năm trước".
_COMPARED_WITH = re.compile(r"[\s(]{0,3}so\s(?:với\s)?(?:cùng\skỳ)?\s?(?:năm\s(?:(20[0-9]{2})|trước))?")
# The year of a figure, before or behind it: "năm 2023 đạt 1.200 tấn", "1.350 tấn (năm 2024)", "năm 2024 là 1.350 tấn".
_YEAR_BEFORE = re.compile(r"năm\s(20[0-9]{2}),?(?:\s(?!năm\s20)[^\W\d_]+){0,6}\s?:?\s$")
_YEAR_BEHIND = re.compile(r"\s?\(?(?:trong\s)?năm\s(20[0-9]{2})(?![0-9])")
# Between the second figure and the change: "tấn, tăng", "tấn (tăng", "hộ, bằng", "tấn, tức tăng".
_DIRECT = re.compile(
    r"(?:\s\(?năm\s20[0-9]{2}\)?)?\s?[,;(]?\s?(?:tức\s(?:là\s)?|như\svậy,?\s)?(?:đã\s)?(?:tăng|giảm)(?:\s(?:được|thêm|khoảng|là))?\s$"
)


def find_growths(
    paragraph: Paragraph, folded: str, quantities: Sequence[Quantity], frame: Frame
) -> Iterator[Relation]:
    """Yield each "from A to B, up or down by p%"."""
    for first, last, whole in zip(quantities, quantities[1:], quantities[2:], strict=False):
        amount = whole.unit == first.unit != "%" and alike(first, last, whole)
        if (
            first.unit != last.unit
            or first.pair
            or last.pair
            or not (amount or whole.unit in ("%", "điểm %"))
        ):
            continue
        if not _both_ends(folded, first, last) or _compared_to_other(folded, first, whole):
            continue
        change = _CHANGE.search(folded[last.end : whole.start])
        if change is None or (amount and not _DIRECT.fullmatch(folded, last.end, whole.start)):
            continue
        if whole.end - first.start > 2 * _REACH or frame.sentence(first.start)[1] < whole.end:
            continue
        yield change_of(paragraph, folded, first, last, whole, change.group().split()[0])
    yield from _dated(paragraph, folded, quantities, frame)


def _both_ends(folded: str, first: Quantity, last: Quantity) -> bool:
    """Return whether the words before and between two figures say "(up) from A to B"."""
    before, gap = folded[max(0, first.start - 48) : first.start], folded[first.end : last.start]
    if _FROM.search(before):
        return bool(_TO.search(gap))
    return bool(_BARE_FROM.search(before) and _BARE_TO.fullmatch(gap) and alike(first, last))


def _compared_to_other(folded: str, first: Quantity, whole: Quantity) -> bool:
    """Return whether the change is held against a year that is not the first figure's."""
    compared, year = _COMPARED_WITH.match(folded, whole.end), _year_of(folded, first)
    return bool(compared and compared[1] and year and compared[1] != year)


def _dated(
    paragraph: Paragraph, folded: str, quantities: Sequence[Quantity], frame: Frame
) -> Iterator[Relation]:
    """Yield each "A in one year, B in a later one, up or down by p%"."""
    for first, last, whole in zip(quantities, quantities[1:], quantities[2:], strict=False):
        if first.unit != last.unit or first.noun != last.noun or first.pair or last.pair:
            continue
        if whole.unit != "%" and not (whole.unit == first.unit and alike(first, whole)):
            continue
        if not _DIRECT.fullmatch(folded, last.end, whole.start) or frame.sentence(first.start)[1] < whole.end:
            continue
        if first.unit == "%" or last.start - first.end > _REACH:
            continue
        if _both_ends(folded, first, last):
            continue
        earlier, later = _year_of(folded, first), _year_of(folded, last)
        compared = _COMPARED_WITH.match(folded, whole.end)
        base = (compared[1] or str(int(later) - 1)) if compared and later else earlier
        if earlier and later and int(earlier) < int(later) and base == earlier:
            verb = _CHANGE.search(folded[last.end : whole.start])
            yield change_of(paragraph, folded, first, last, whole, verb.group().split()[0] if verb else "")


@frozen
class Turn:
    """Two ends of a change and the word that says which way it went: ``passage`` covers word and ends."""

    passage: Passage
    verb: str
    first: Quantity
    last: Quantity

    @property
    def is_contrary(self) -> bool:
        """Whether the figures went the other way than the word says."""
        one, two = self.first.value, self.last.value
        if one is None or two is None or one == two:
            return False
        return (two > one) != (self.verb in _UPWARD)


def told_turn(relation: Relation) -> Turn | None:
    """Return the turn that a change tells by its own word ("..., giảm 25,7%"), None for multiples and ranks."""
    paragraph, whole = relation.whole.passage.paragraph, relation.whole
    folded = fold_letters(paragraph.text)
    start = folded.rfind(relation.lead, 0, whole.start) if relation.lead in ("tăng", "giảm") else -1
    if start < 0 or _RANKED.search(folded[relation.passage.start : relation.passage.end]):
        return None
    return Turn(Passage(paragraph, start, whole.end), relation.lead, *relation.parts[:2])


def find_turns(paragraph: Paragraph, quantities: Sequence[Quantity]) -> Iterator[Turn]:
    """Yield each "up (or down) from A to B" of a paragraph; ranks go the other way and are left out.

    >>> from thidua_check.extract.quantities import find_quantities
    >>> paragraph = Paragraph("Sản lượng tăng từ 34.546 tấn lên 28.995 tấn")
    >>> [(t.verb, t.is_contrary) for t in find_turns(paragraph, find_quantities(paragraph))]
    [('tăng', True)]
    """
    folded = fold_letters(paragraph.text)
    for first, last in pairwise(quantities):
        if first.unit != last.unit or first.pair or last.pair or last.start - first.end > _REACH:
            continue
        if first.noun and last.noun and first.noun.split(" ")[0] != last.noun.split(" ")[0]:
            continue
        low = max(0, first.start - 48)
        gap = folded[first.end : last.start]
        turned = _turned(folded, first.start, gap)
        if turned is None or _RANKED.search(folded[low : last.end + 12]) or ";" in gap:
            continue
        verb, start = turned
        if verb in ("lên", "xuống") and (not first.unit or first.unit in TIME_UNITS):
            continue
        yield Turn(Passage(paragraph, start, last.end), verb, first, last)


def _turned(folded: str, at: int, gap: str) -> tuple[str, int] | None:
    """Return the word that says which way a figure went, and where the words begin; None if none does.

    The verb before "từ" says it; where many words stand between, they may belong to another thing ("giảm nghèo"),
    so the word before the second figure must agree; where no verb stands at all, that word alone says it.
    """
    near = _FROM.search(folded, max(0, at - 48), at)
    if near is not None:
        return (near["verb"], near.start()) if _TO.search(gap) else None
    way = _WAY.search(gap)
    bare = _BARE_FROM.search(folded, max(0, at - 12), at)
    if way is None or bare is None:
        return None
    far = _FAR_FROM.search(folded, max(0, at - 100), at)
    if far is not None and (far["verb"] in _UPWARD) == (way["way"] == "lên"):
        return far["verb"], far.start()
    return way["way"], bare.start()


def _year_of(folded: str, quantity: Quantity) -> str | None:
    match = _YEAR_BEHIND.match(folded, quantity.end) or _YEAR_BEFORE.search(
        folded, max(0, quantity.start - 60), quantity.start
    )
    return match[1] if match else None
