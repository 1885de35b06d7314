"""Which office a draft is of, as far as it shows: from its head, its opening sentence or its signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.extract.bodies import Body, body_of
from thidua_check.text import fold, fold_same_length

# "...; Sở Khoa học và Công nghệ báo cáo", "UBND huyện xin báo cáo": the office that reports.
_REPORTS = re.compile(
    r"(?:^|[;,.:]\s)\s*((?:ubnd|uỷ ban nhân dân|hđnd|sở|ban|phòng|hội|đảng uỷ|liên đoàn|trường|trung tâm|công ty|chi cục|đoàn)"
    r"\s[^;,.:]{2,80}?)\s(?:xin |trân trọng |kính )?báo cáo(?=\s)"
)
_OPENING = 8


def own_office(draft: Draft) -> Body | None:
    """Return the office of a draft for comparing, None if it does not show."""
    return next((body_of(words) for words in _names(draft)), None)


def own_names(draft: Draft) -> tuple[str, ...]:
    """Return the names of the draft's own office as written, the head's first."""
    return tuple(_names(draft))


def _names(draft: Draft) -> Iterator[str]:
    anatomy = draft.anatomy
    if anatomy.issuer is not None:
        yield anatomy.issuer.text
    for paragraph in anatomy.main[:_OPENING]:
        for match in _REPORTS.finditer(fold_same_length(paragraph.text)):
            yield Passage(paragraph, *match.span(1)).text
    if anatomy.signature is not None:
        for passage in anatomy.signature.authority:
            words = fold(passage.text)
            if words.startswith("tm."):
                yield words[3:].strip()


def is_committee(draft: Draft) -> bool | None:
    """Return whether the draft is of a people's committee, None if its office does not show."""
    symbol = draft.anatomy.symbol
    if symbol is not None:
        return "UBND" in symbol.upper()
    office = own_office(draft)
    if office is not None:
        return office.name.startswith("uỷ ban nhân dân")
    return None


def reporting_end(paragraph: Paragraph) -> int | None:
    """Return the offset behind the words ``... báo cáo`` by which an office begins its report, None without them."""
    ends = [match.end() for match in _REPORTS.finditer(fold_same_length(paragraph.text))]
    return ends[-1] if ends else None
