"""What a guidance letter says of itself: who asks, whom, by when, and by which documents."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from thidua_check.anatomy.model import Anatomy
from thidua_check.document import Document, Paragraph
from thidua_check.extract.citations import find_citations
from thidua_check.extract.dates import find_dates
from thidua_check.outline.model import Letter
from thidua_check.text import fold_same_length

# Words that set a deadline: "trước ngày 20/11/2023", "trước 17 giờ ngày" (strictly before), "chậm nhất ngày",
# "hạn cuối: 20/11/2023", "chậm nhất 16 giờ 00 phút ngày", "gửi ... trong ngày 25 tháng 10".
_HOUR = r"(?:\d{1,2}\s*(?:giờ|h)(?:\s*\d{1,2}(?:\s*phút)?)?\s*,?\s*)?"
_DAY = rf"{_HOUR}(?:ngày\s+)?$"
_STRICT = re.compile(rf"\btrước\s+{_DAY}")
_LATEST = re.compile(
    r"\b(?:chậm nhất|muộn nhất|hạn cuối|thời hạn|thời gian gửi|hạn gửi|hạn chót)(?:\s+(?:là|đến|trước|vào|hết|gửi|báo cáo))*"
    rf"\s*:?\s*{_DAY}|\bgửi\b.*\s(?:trong|đến hết|hết)\s+(?:ngày\s+)?$"
)
_LOOK_BACK = 120
# Whom the report goes to: "gửi báo cáo về Sở Nội vụ (Ban Thi đua - Khen thưởng tỉnh) trước ngày", "gửi báo cáo sơ kết
# 6 tháng (theo đề cương) về Ban", "báo cáo kết quả về Ban", "nộp về văn phòng", "báo cáo gửi Sở Nội vụ trước ngày".
_OFFICE = (
    r"(?:sở|ban|ubnd|uỷ ban|phòng|hội(?! viên| nghị| thi| thảo)|liên đoàn|công đoàn|tỉnh đoàn|thành đoàn|huyện đoàn|đoàn(?! viên)|thường trực|văn phòng"
    r"|đảng uỷ|cục|chi cục|bộ|trung tâm|mặt trận)\b"
)
_NAME_END = (
    r"(?=\s+(?:trước|chậm nhất|muộn nhất|để|qua|trong|đến hết|đến ngày|hạn|theo|bằng|hoàn thành|vào)\b"
    r"|\s+và\s+(?:gửi|đồng thời)\b|[,;.]|$)"
)
_SEND_TO = (
    re.compile(
        r"\bgửi\s+(?:kết quả\s+)?(?:báo cáo\s+)?(?:kết quả\s+)?(?:về|cho|đến)\s+(?P<to>[^,;.]{3,120}?)"
        + _NAME_END
    ),
    re.compile(
        rf"\b(?:gửi|nộp|báo cáo kết quả)\b[^.;]{{0,90}}?\s(?:về|cho|đến)\s+(?P<to>{_OFFICE}[^,;.]{{0,120}}?){_NAME_END}"
    ),
    re.compile(rf"\bgửi\s+(?P<to>{_OFFICE}[^,;.]{{0,120}}?){_NAME_END}"),
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
        cited=tuple(dict.fromkeys(_cited(paragraphs))),
    )


def _date(anatomy: Anatomy) -> dt.date | None:
    line = anatomy.place_date
    if line is None or not (line.day and line.month and line.year):
        return None
    try:
        return dt.date(line.year, line.month, line.day)
    except ValueError:
        return None


def _cited(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Yield the documents that the letter names with type, number and date, and with the body where it says it."""
    for paragraph in paragraphs:
        for citation in find_citations(paragraph, find_dates(paragraph)):
            if citation.understood and citation.adjacent and citation.date and citation.date.value:
                body = f" của {citation.issuer}" if citation.issuer else ""
                yield " ".join(f"{citation.dated_passage.text}{body}".split())


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
        folded = fold_same_length(paragraph.text)
        match = next((m for form in _SEND_TO if (m := form.search(folded))), None)
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
