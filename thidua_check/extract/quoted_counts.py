"""Stated counts with the quoted names behind them: ``03 mô hình: “Hũ gạo tình thương”, “Nuôi heo đất”``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from thidua_check.document import Paragraph, Passage
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.clauses import Frame
from thidua_check.extract.quantities import Quantity

_NAMED = (
    "phong trào",
    "mô hình",
    "cuộc vận động",
    "chương trình",
    "chuyên đề",
    "công trình",
    "phần việc",
    "câu lạc bộ",
    "cuộc thi",
    "hội thi",
)
# Between the counted noun and the first name: " thi đua: ", " hiệu quả gồm: ", " (", " sau: ", ", cụ thể: ".
_LEAD = re.compile(
    r"(?:\s[^\W\d_]+){0,8}\s?(?:(?:,?\scụ\sthể(?:\slà)?\s?)?:|\(|\s(?:gồm|là|đó là)\s?:?)\s?(?:(?:các\s)?(?:phong trào|mô hình)\s(?:thi đua\s)?)?(?=[“\"])"
)
_QUOTE = re.compile(r"[“\"][^“”\"]{2,200}[”\"]")
# Between two names: ", ", "; mô hình ", " và phong trào thi đua ".
_NEXT = re.compile(
    r"\s?(?:[,;]|,?\svà|;\svà)\s?(?:(?:mô hình|phong trào|công trình|phần việc|chương trình|cuộc thi|hội thi)(?:\sthi đua)?\s)?"
)
_END = re.compile(r"\s?[).;]|\s*$")
_PARTIAL = re.compile(r"(?<!\w)(?:như|tiêu biểu|điển hình|ví dụ|nhất là|nổi bật|trong đó)(?!\w)")


def find_quoted_counts(
    paragraph: Paragraph, folded: str, quantities: Sequence[Quantity], frame: Frame
) -> Iterator[Relation]:
    """Yield the counts that are followed by nothing but quoted names up to the end of the sentence or bracket."""
    for whole in quantities:
        if whole.unit or whole.scale > 1 or whole.pair or not whole.noun.startswith(_NAMED):
            continue
        lead = _LEAD.match(folded, whole.end)
        if lead is None or _PARTIAL.search(lead.group()):
            continue
        names = _names(paragraph, lead.end(), frame.sentence(whole.start)[1])
        if len(names) > 1:
            passage = Passage(paragraph, whole.start, names[-1].end)
            yield Relation(
                "count",
                passage,
                whole,
                names=names,
                expected=Decimal(len(names)),
                tolerance=Decimal(0),
                sure=False,
            )


def _names(paragraph: Paragraph, start: int, stop: int) -> tuple[Passage, ...]:
    """Return the quoted names in a row, none where anything else ends the row."""
    names: list[Passage] = []
    while match := _QUOTE.match(paragraph.text, start, stop):
        names.append(Passage(paragraph, *match.span()))
        between = _NEXT.match(paragraph.text, match.end(), stop)
        if between is None or paragraph.text[between.end() : between.end() + 1] not in ("“", '"'):
            break
        start = between.end()
    return tuple(names) if names and _END.match(paragraph.text, names[-1].end) else ()
