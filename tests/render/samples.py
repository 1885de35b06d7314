"""Reports built by hand; the office and everything in it are invented."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from attrs import evolve

from thidua_check.anatomy.model import Anatomy, Field, Heading, PlaceDate, Section, Signature
from thidua_check.document import Document, Location, Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.errors import UnreadableError
from thidua_check.extract.dates import DateMention
from thidua_check.extract.facts import Facts
from thidua_check.extract.quantities import Quantity
from thidua_check.findings import (
    AsOf,
    Basis,
    Confidence,
    Coverage,
    Finding,
    Level,
    Outcome,
    Place,
    Related,
    RuleOutcome,
    Suggestion,
    Words,
)
from thidua_check.outline.model import ItemMatch, Outline, OutlineItem, OutlineMap, Profile, Verdict
from thidua_check.report import Checked, Report, Unreadable

TEXTS = (
    "BÁO CÁO",
    "Kết quả phong trào thi đua giai đoạn 2021-2025",
    "I. Đặc điểm tình hình",
    "Xã Minh Lập có 12 thôn. Thực hiện Chương trình số 05-CTr/TU ngày 15/9/25022 của Tỉnh ủy về giảm nghèo bền"
    " vững, xã đã ban hành kế hoạch; đến nay đã hoàn thành.",
    "II. Kết quả",
    "Tổng số 9638 hộ, trong đó 1.200 hộ nghèo.",
    "CHỦ TỊCH",
)


def paragraphs() -> tuple[Paragraph, ...]:
    """The paragraphs of the invented report, each on its own source line."""
    return tuple(Paragraph(text, block=n, lines=((0, n + 1),)) for n, text in enumerate(TEXTS))


def words(paragraph: Paragraph, text: str) -> Passage:
    """The passage of some words of a paragraph."""
    start = paragraph.text.index(text)
    return Passage(paragraph, start, start + len(text))


def sections(body: tuple[Paragraph, ...]) -> tuple[Section, ...]:
    """Two sections with one paragraph each."""
    out = []
    for index, at in enumerate((2, 4)):
        label, _, title = body[at].text.partition(" ")
        heading = Heading(
            label, title, 1, "roman", (Passage.whole(body[at]),), words(body[at], title), path=(label[:-1],)
        )
        out.append(Section(index, heading, None, (), (Passage.whole(body[at + 1]),)))
    return tuple(out)


def draft(**changes: object) -> Draft:
    """The invented report as a draft."""
    body = paragraphs()
    parts = sections(body)
    outline = Outline(
        "THU",
        "Đề cương thử",
        (OutlineItem("THU/I", "I", "Đặc điểm tình hình", 1), OutlineItem("THU/II", "II", "Kết quả", 1)),
        source="de-cuong.docx",
    )
    matches = (
        ItemMatch(outline.items[0], Verdict.MATCHED, 0.987654, 0.2, (parts[0],)),
        ItemMatch(outline.items[1], Verdict.RENAMED, 0.8, 0.2, (parts[1],)),
    )
    value = Draft(
        document=Document("bao-cao.txt", "0" * 64, "txt", body),
        anatomy=Anatomy(
            main=body[2:6],
            sections=parts,
            type=Field("BÁO CÁO", (Passage.whole(body[0]),)),
            subject=Field(TEXTS[1], (Passage.whole(body[1]),)),
            place_date=PlaceDate(Passage.whole(body[0]), "Minh Lập", None, 4, 2025),
            signature=Signature((), (Passage.whole(body[6]),), None),
        ),
        facts=Facts(
            dates=(
                DateMention(
                    words(body[3], "15/9/25022"),
                    "slash",
                    15,
                    9,
                    25022,
                    None,
                    "impossible",
                    (date(2022, 9, 15),),
                ),
            ),
            quantities=(
                Quantity(words(body[5], "9638"), Decimal(9638), noun="hộ", problem="no-grouping"),
                Quantity(words(body[5], "1.200"), None),
            ),
        ),
        outlines=(OutlineMap(outline, "given", None, matches, ()),),
        profile=Profile("bao-cao", "chosen", 0.921),
        stage="draft",
        as_of=AsOf(date(2025, 4, 30), "month", "document"),
    )
    return evolve(value, **changes)


def date_finding(**changes: object) -> Finding:
    """An impossible date, at error level."""
    spot = words(paragraphs()[3], "15/9/25022")
    value = Finding(
        rule="NT01",
        name="impossible-date",
        family="NT",
        outcome="fail",
        level=Level.ERROR,
        confidence=Confidence.HIGH,
        message=Words("“15/9/25022”: không có ngày này.", "“15/9/25022” is not a date."),
        excerpt="15/9/25022",
        location=Location.of(spot, ("I",)),
        suggestion=Suggestion(Words("15/9/2022"), "unsafe"),
        basis=Basis("Nghị định 30/2020/NĐ-CP", "Phụ lục I, phần II, mục 4"),
        fingerprint="00000000000000aa",
    )
    return evolve(value, **changes)


def number_finding() -> Finding:
    """A number without its dot, folded over two places, at warning level, and not sure."""
    body = paragraphs()
    first, second = words(body[5], "9638"), words(body[3], "12")
    return Finding(
        rule="SL07",
        name="number-format",
        family="SL",
        outcome="fail",
        level=Level.WARNING,
        confidence=Confidence.LOW,
        message=Words("Số “9638” thiếu dấu chấm hàng nghìn."),
        excerpt="9638",
        location=Location.of(first, ("II",)),
        places=(Place(Location.of(first, ("II",)), "9638"), Place(Location.of(second, ("I",)), "12")),
        related=(Related(Location.of(second, ("I",)), Words("số thôn", "number of hamlets")),),
        fingerprint="00000000000000bb",
    )


def review_finding() -> Finding:
    """Something a person must look at, in the signature block."""
    spot = Passage.whole(paragraphs()[6])
    return Finding(
        rule="KT01",
        name="signer-name",
        family="KT",
        outcome="review",
        level=Level.INFO,
        confidence=Confidence.MEDIUM,
        message=Words("Chưa thấy họ tên người ký."),
        excerpt="CHỦ TỊCH",
        location=Location.of(spot),
        fingerprint="00000000000000cc",
    )


OUTCOMES = (
    RuleOutcome("KT01", Outcome.REVIEW, None, 1),
    RuleOutcome("NT01", Outcome.FAIL, None, 1),
    RuleOutcome("NT02", Outcome.PASS),
    RuleOutcome("NT03", Outcome.NOT_APPLICABLE, Words("không rõ ngày của văn bản", "the date is not known")),
    RuleOutcome("SL07", Outcome.FAIL, None, 1),
    RuleOutcome("VD06", Outcome.NOT_APPLICABLE, Words("không rõ ngày của văn bản", "the date is not known")),
)


def checked(*findings: Finding, outcomes: tuple[RuleOutcome, ...] = OUTCOMES, **changes: object) -> Checked:
    """The invented report as checked; without findings given, the three above."""
    found = findings or (date_finding(), number_finding(), review_finding())
    return Checked(draft(**changes), outcomes, found)


def clean(**changes: object) -> Checked:
    """The invented report with nothing found in it."""
    return Checked(draft(**changes), (RuleOutcome("NT02", Outcome.PASS),), ())


def unreadable(path: str = "hong.docx") -> Unreadable:
    """A damaged file."""
    return Unreadable(path, None, UnreadableError("damaged", "Tệp bị hỏng.", "The file is damaged."))


def report(*documents: Checked | Unreadable) -> Report:
    """A report of the given documents."""
    return Report(documents, "1", "f" * 64)


COVERAGE = {
    "headings": Coverage(2, 2),
    "dates": Coverage(1, 0),
    "citations": Coverage(0, 0),
    "quantities": Coverage(2, 1),
    "relations": Coverage(0, 0),
}
