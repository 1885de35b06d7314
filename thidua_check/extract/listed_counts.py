"""Stated counts whose items are the bullets below: ``04 mô hình tiêu biểu:`` and a bullet for each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from thidua_check.document import Paragraph, Passage
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.bulleted import bullets_below
from thidua_check.extract.quantities import Quantity
from thidua_check.text import fold_same_length

Found = Mapping[tuple[str, int], Sequence[Quantity]]

# What is listed with a name of its own.
_NAMED = (
    "mô hình",
    "phong trào",
    "công trình",
    "câu lạc bộ",
    "cuộc vận động",
    "phần việc",
    "cuộc thi",
    "hội thi",
)
# From the count to the end of its paragraph: " tiêu biểu:", " hiệu quả sau:", ", cụ thể như sau:".
_LEAD = re.compile(
    r"(?:\s[^\W\d_]+){0,6}(?:,?\s(?:gồm|cụ\sthể|đó\slà|là|sau|sau\sđây|như\ssau|cụ\sthể\snhư\ssau))?\s?:\s*$"
)
# Words of a list that names only some.
_PARTIAL = re.compile(
    r"(?<!\w)(?:như(?!\ssau)|điển\shình|ví\sdụ|nhất\slà|nổi\sbật|trong\s(?:số\s)?đó|một\ssố|đáng\schú\sý)(?!\w)|,\s?tiêu\sbiểu|tiêu\sbiểu\slà"
)
_VAGUE = re.compile(r"(?<!\w)(?:hơn|trên|gần|khoảng|ít\snhất|thêm|trong|số|tổng\ssố|trong\stổng\ssố)\s$")
# A bullet with one quoted name: "- “Thư viện xanh” của tổ Ngữ văn", "+ Mô hình “Hũ gạo tình thương”".
_ITEM = re.compile(
    r"\W{0,6}(?:[a-zđ][.)]\s|[0-9]{1,2}[.)]\s)?(?P<kind>[^\W\d_]+(?:\s[^\W\d_]+){0,3}\s)?(?P<name>[“\"][^“”\"]{2,160}[”\"])"
)
_FEWEST = 2
# A count that is further off than this is likely to be of more things than the list is about.
_FARTHEST = 2


def find_list_counts(paragraphs: Sequence[Paragraph], found: Found) -> Iterator[Relation]:
    """Yield the counts at the end of a paragraph with bullets below it that each open with one quoted name."""
    for index, paragraph in enumerate(paragraphs[:-_FEWEST]):
        if paragraph.cell is not None or not paragraph.text.rstrip().endswith(":"):
            continue
        quantities = found.get((paragraph.part, paragraph.block), ())
        whole = _whole(paragraph, quantities) if quantities else None
        if whole is None or whole.value is None:
            continue
        names = _names(bullets_below(paragraphs, index + 1, paragraph), whole)
        if len(names) < _FEWEST or abs(whole.value - len(names)) > _FARTHEST:
            continue
        yield Relation(
            "count",
            whole.passage,
            whole,
            names=names,
            expected=Decimal(len(names)),
            tolerance=Decimal(0),
            sure=False,
        )


def _whole(paragraph: Paragraph, quantities: Sequence[Quantity]) -> Quantity | None:
    """Return the last figure of a paragraph if it counts the bullets below and nothing says that some are left out."""
    whole, folded = quantities[-1], fold_same_length(paragraph.text)
    if whole.unit or whole.pair or whole.scale != 1 or not whole.noun.startswith(_NAMED):
        return None
    if not _LEAD.match(folded, whole.passage.end) or _PARTIAL.search(folded, whole.passage.end):
        return None
    return None if _VAGUE.search(folded[: whole.start]) else whole


def _names(bullets: Sequence[Paragraph], whole: Quantity) -> tuple[Passage, ...]:
    """Return the quoted name of each bullet, none where a bullet opens otherwise or names another kind of thing."""
    names: list[Passage] = []
    for bullet in bullets:
        match = _ITEM.match(bullet.text)
        kind = fold_same_length(match["kind"] or "").strip() if match else ""
        if match is None or (kind and not whole.noun.startswith(kind) and not kind.startswith(whole.noun)):
            return ()
        names.append(Passage(bullet, *match.span("name")))
    return tuple(names)
