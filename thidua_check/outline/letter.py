"""What a guidance letter says of itself: who asks, whom, by when."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from thidua_check.anatomy.model import Anatomy
from thidua_check.document import Document, Paragraph
from thidua_check.extract.dates import find_dates
from thidua_check.outline.model import Letter
from thidua_check.text import fold_same_length

# Words that set a deadline: "trước ngày 20/11/2023" (strictly before), "chậm nhất ngày", "hạn cuối: 20/11/2023".
_STRICT = re.compile(r"\btrước\s+(?:ngày\s+)?$")
_LATEST = re.compile(
    r"\b(?:chậm nhất|muộn nhất|hạn cuối|thời hạn|hạn gửi|hạn chót)(?:\s+(?:là|đến|trước|vào|gửi|báo cáo))*\s*:?\s*(?:ngày\s+)?$"
)
_LOOK_BACK = 60
# Whom the report goes to: "gửi báo cáo về Sở Nội vụ (Ban Thi đua - Khen thưởng tỉnh) trước ngày".
_SEND_TO = re.compile(
    r"\bgửi\s+(?:kết quả\s+)?(?:báo cáo\s+)?(?:kết quả\s+)?(?:về|cho|đến)\s+(?P<to>[^,;.]{3,120}?)(?=\s+(?:trước|chậm nhất|muộn nhất|để|qua)\b|[,;.]|$)"
)
_SUBJECT = re.compile(r"^v/v\s+", re.IGNORECASE)
_ADDRESSED = re.compile(r"^kính gửi\s*:?\s*")
_BULLET = re.compile(r"^\s*[-–+•]\s*")


def letter_of(document: Document, paragraphs: Sequence[Paragraph]) -> Letter | None:
    """Return what the letter before the first outline says of itself; None if there is no letter."""
    from thidua_check.anatomy import analyse

    if not paragraphs:
        return None
    anatomy = analyse(document)
    deadline, strict = _deadline(paragraphs)
    return Letter(
        issuer=anatomy.issuer.text if anatomy.issuer else None,
        number=anatomy.number,
        symbol=anatomy.symbol,
        date=_date(anatomy),
        subject=_subject(anatomy),
        deadline=deadline,
        deadline_strict=strict,
        requester=_requester(paragraphs),
        addressees=_addressees(paragraphs),
    )


def _date(anatomy: Anatomy) -> dt.date | None:
    line = anatomy.place_date
    if line is None or not (line.day and line.month and line.year):
        return None
    try:
        return dt.date(line.year, line.month, line.day)
    except ValueError:
        return None


def _subject(anatomy: Anatomy) -> str | None:
    return _SUBJECT.sub("", anatomy.subject.text, count=1) if anatomy.subject else None


def _deadline(paragraphs: Sequence[Paragraph]) -> tuple[dt.date | None, bool]:
    """Return the first date that a word of deadline stands before, and whether it means strictly before."""
    for paragraph in paragraphs:
        folded = fold_same_length(paragraph.text)
        for mention in find_dates(paragraph):
            start = mention.passage.start
            before = folded[max(0, start - _LOOK_BACK) : start]
            if mention.value and (_STRICT.search(before) or _LATEST.search(before)):
                return mention.value, bool(_STRICT.search(before))
    return None, False


def _requester(paragraphs: Sequence[Paragraph]) -> str | None:
    for paragraph in paragraphs:
        match = _SEND_TO.search(fold_same_length(paragraph.text))
        if match:
            return paragraph.text[match.start("to") : match.end("to")].strip()
    return None


def _addressees(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """Return the lines after "Kính gửi:", or the one that stands on its line."""
    for i, paragraph in enumerate(paragraphs):
        match = _ADDRESSED.match(fold_same_length(paragraph.text))
        if not match:
            continue
        own = paragraph.text[match.end() :].strip(" .;,-")
        if own:
            return (own,)
        out: list[str] = []
        for following in paragraphs[i + 1 :]:
            if not (_BULLET.match(following.text) or following.label):
                break
            out.append(_BULLET.sub("", following.text).strip(" .;,"))
        return tuple(out)
    return ()
