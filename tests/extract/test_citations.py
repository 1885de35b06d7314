"""Cited documents. All numbers and bodies of the examples are invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_check.document import Paragraph
from thidua_check.extract.citations import Citation, find_citations
from thidua_check.extract.dates import find_dates


def cited(text: str) -> tuple[Citation, ...]:
    paragraph = Paragraph(text)
    return find_citations(paragraph, find_dates(paragraph))


def only(text: str) -> Citation:
    [found] = cited(text)
    return found


@pytest.mark.parametrize(
    ("text", "words", "number", "symbol"),
    [
        ("theo Kế hoạch số 76/KH-UBND", "Kế hoạch số 76/KH-UBND", "76", "KH-UBND"),
        ("theo Kế hoạch 76/KH-UBND", "Kế hoạch 76/KH-UBND", "76", "KH-UBND"),
        ("Quyết định 17/QĐ- BNV", "Quyết định 17/QĐ- BNV", "17", "QĐ-BNV"),
        ("Quyết định số 17/QĐ – UBND", "Quyết định số 17/QĐ – UBND", "17", "QĐ-UBND"),
        ("Quyết định số 17 /QĐ-UBND", "Quyết định số 17 /QĐ-UBND", "17", "QĐ-UBND"),
        ("quyết định số 17/qđ-ubnd", "quyết định số 17/qđ-ubnd", "17", "qđ-ubnd"),
        ("Công văn số 32/BTĐKT-P.III.", "Công văn số 32/BTĐKT-P.III", "32", "BTĐKT-P.III"),
        ("Công văn số 90/BNV-CTTN&BĐG ngày", "Công văn số 90/BNV-CTTN&BĐG", "90", "BNV-CTTN&BĐG"),
        ("Công văn số 12/UBND - Kế tiếp", "Công văn số 12/UBND", "12", "UBND"),
        ("Công văn số /SNV-TĐKT", "Công văn số /SNV-TĐKT", "", "SNV-TĐKT"),
        ("Công văn số …/SNV-TĐKT", "Công văn số …/SNV-TĐKT", "", "SNV-TĐKT"),
        ("Chương trình hành động số 12-CTr/TU", "Chương trình hành động số 12-CTr/TU", "12", "CTr/TU"),
        ("Chỉ thị 34/CT-TW", "Chỉ thị 34/CT-TW", "34", "CT-TW"),
        ("220/KH-UBND", "220/KH-UBND", "220", "KH-UBND"),
    ],
)
def test_form(text: str, words: str, number: str, symbol: str) -> None:
    """Numbers and symbols are read as people type them; the citation begins at its type word."""
    found = only(text)

    assert (found.passage.text, found.number, found.symbol) == (words, number, symbol)


@pytest.mark.parametrize(
    ("text", "year", "symbol"),
    [
        ("Nghị định số 98/2023/NĐ-CP.", 2023, "NĐ-CP"),
        ("Luật số 06/2022/QH15", 2022, "QH15"),
        ("Nghị quyết số 66.4/2025/NQ-CP", 2025, "NQ-CP"),
        ("Nghị định số 98/2023-NĐ-CP", 2023, "NĐ-CP"),
        ("Thông tư số 49/2025TT-BCT", 2025, "TT-BCT"),
        ("Quyết định số /2025/QĐ-UBND", 2025, "QĐ-UBND"),
    ],
)
def test_year_in_the_symbol(text: str, year: int, symbol: str) -> None:
    """Normative documents carry their year."""
    found = only(text)

    assert (found.year, found.symbol, found.party) == (year, symbol, False)


@pytest.mark.parametrize("text", ["Chỉ thị số 34-CT/TW", "Kế hoạch số 04-KH/BCĐ", "Kết luận số 2043-KL/TU"])
def test_party_form(text: str) -> None:
    """A hyphen before the type and a slash before the organ is the Party's form."""
    assert only(text).party


@pytest.mark.parametrize(
    "text",
    [
        "đạt 19/19 xã",
        "48.503/48.981 thẻ",
        "70 triệu đồng/ha/năm",
        "Số: 15/BC-UBND",
        "Số: /BC-SKHCN",
        "tuyến 01/TL-HL",
        "ngày 15/9/2022",
        "cấp 10/Xã-Phường",
        "20 km/h",
        "ban hành C/O mẫu D",
    ],
)
def test_not_a_citation(text: str) -> None:
    """Fractions, rates and the document's own number line cite nothing."""
    assert cited(text) == ()


def test_two_types() -> None:
    """Two type words for one number are both kept."""
    found = only("theo Công văn Hướng dẫn 02/HD-SNV")

    assert (found.type, found.types, found.adjacent) == (
        "Công văn Hướng dẫn",
        ("Công văn", "Hướng dẫn"),
        True,
    )


@pytest.mark.parametrize(
    ("text", "blank", "words"),
    [
        (
            "theo Công văn số /SNV-TĐKT ngày tháng 11 năm 2023 của Sở",
            True,
            "Công văn số /SNV-TĐKT ngày tháng 11 năm 2023",
        ),
        ("theo Kế hoạch số 12/KH-UBND ngày …/6/2025", True, "Kế hoạch số 12/KH-UBND ngày …/6/2025"),
        (
            "theo Kế hoạch số 12/KH-UBND ngày 05/6/2025 của Sở",
            False,
            "Kế hoạch số 12/KH-UBND ngày 05/6/2025",
        ),
        ("theo Kế hoạch số 12/KH-UBND của Sở", False, "Kế hoạch số 12/KH-UBND"),
    ],
)
def test_blanks_and_extent(text: str, blank: bool, words: str) -> None:
    """A blank number or a blank in the date is a blank; the dated passage ends with the date."""
    (found,) = cited(text)

    assert (found.has_blank, found.dated_passage.text) == (blank, words)


def test_verb_before_the_type_is_no_type() -> None:
    """In ``hướng dẫn Nghị định`` only the decree is a type."""
    assert only("để hướng dẫn Nghị định số 98/2023/NĐ-CP").types == ("Nghị định",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kế hoạch của UBND tỉnh số 22/KH-UBND", "Kế hoạch"),
        ("Văn bản hướng dẫn tuyên truyền số 71/STT-TTB", "Văn bản"),
        ("Luật Cán bộ, công chức số 80/2025/QH15", "Luật"),
    ],
)
def test_type_at_a_distance(text: str, kind: str) -> None:
    """A type further off is found, is not adjacent, and the citation begins at ``số``."""
    found = only(text)

    assert (found.type, found.adjacent) == (kind, False)
    assert found.passage.text.startswith("số ")


def test_type_of_another_clause_is_not_taken() -> None:
    """A semicolon ends the reach of a type word."""
    assert only("Kế hoạch đề ra; số 22/KH-UBND").type is None


def test_list_shares_its_type() -> None:
    """The later numbers of a list have the type of the first."""
    found = cited(
        "các Quyết định số 83/QĐ-UBND ngày 29/7/2022, 12/QĐ-UBND và số 15/QĐ-UBND; Kế hoạch số 1/KH-UBND"
    )

    assert [(c.type, c.listed, c.has_so) for c in found] == [
        ("Quyết định", False, True),
        ("Quyết định", True, False),
        ("Quyết định", True, True),
        ("Kế hoạch", False, True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ thị số 34-CT/TW, ngày 07/4/2014 của Bộ Chính trị",
        "Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của Bộ Chính trị",
        "Chỉ thị số 34-CT/TW của Bộ Chính trị ngày 07/4/2014",
        "Chỉ thị số 34-CT/TW (ngày 07/4/2014) của Bộ Chính trị",
    ],
)
def test_date_and_issuer(text: str) -> None:
    """Date and issuing body stand behind the symbol in either order."""
    found = only(text)

    assert found.date is not None
    assert (found.date.value, found.issuer) == (date(2014, 4, 7), "Bộ Chính trị")


def test_date_of_the_next_document_is_not_taken() -> None:
    """A date behind another document belongs to that one."""
    first, second = cited("Kế hoạch số 1/KH-UBND và Công văn số 2/UBND-VX ngày 05/6/2024")

    assert first.date is None
    assert second.date is not None


@pytest.mark.parametrize(
    ("tail", "issuer", "title"),
    [
        ("của UBND tỉnh về việc giao chỉ tiêu; sau", "UBND tỉnh", "về việc giao chỉ tiêu"),
        ("của Bộ Văn hóa, Thể thao và Du lịch, đơn vị", "Bộ Văn hóa, Thể thao và Du lịch", None),
        ("của UBND tỉnh và các sở", "UBND tỉnh", None),
        ("của UBND tỉnh và Kế hoạch số 2/KH-SNV", "UBND tỉnh", None),
        ("ban hành Quy chế làm việc. Sau đó", None, "ban hành Quy chế làm việc"),
    ],
)
def test_tail(tail: str, issuer: str | None, title: str | None) -> None:
    """Issuer and title end where the clause or the next citation begins."""
    found = cited(f"Quyết định số 12/QĐ-UBND ngày 05/6/2024 {tail}")[0]

    assert (found.issuer, found.title) == (issuer, title)


TYPES = st.sampled_from(
    [("Quyết định", "QĐ"), ("Kế hoạch", "KH"), ("Chỉ thị", "CT"), ("Tờ trình", "TTr"), ("Hướng dẫn", "HD")]
)
ORGANS = st.sampled_from(["UBND", "TTg", "HĐND", "SNV", "BTĐKT", "UBTVQH15"])
NUMBERS = st.integers(1, 99999)


@given(
    TYPES, NUMBERS, ORGANS, st.booleans(), st.sampled_from(["{n}/{c}-{o}", "{n}-{c}/{o}", "{n}/2024/{c}-{o}"])
)
def test_what_is_printed_is_read(kind: tuple[str, str], number: int, organ: str, so: bool, form: str) -> None:
    """Any citation in the state's, the Party's or the normative form is read back, and its passage slices the text."""
    word, code = kind
    body = form.format(n=number, c=code, o=organ)
    text = f"Thực hiện {word} {'số ' if so else ''}{body}, đơn vị"
    found = only(text)

    assert (found.type, found.number, found.code, found.has_so) == (word, str(number), code, so)
    assert text[found.passage.start : found.passage.end] == f"{word} {'số ' if so else ''}{body}"


@given(
    st.lists(
        st.sampled_from(
            [
                "Quyết",
                "định",
                "Kế",
                "hoạch",
                "số",
                "của",
                "UBND",
                "tỉnh",
                "ban",
                "hành",
                "ngày",
                "/",
                "-",
                "QĐ",
                "KH-UBND",
                "hộ/năm",
            ]
        )
    )
)
def test_words_without_digits_hold_no_full_citation(words: list[str]) -> None:
    """Without a digit there is at most a citation whose number is blank."""
    assert all(c.number == "" for c in cited(" ".join(words)))


@given(st.text(alphabet="Quyếtđịnhsố 0123456789/-–.…QĐKHUBNDTW,;\t", max_size=200))
def test_any_text_is_survived(text: str) -> None:
    """Whatever the text, the citations are in order and inside it."""
    found = cited(text)
    ends = [0, *(c.passage.end for c in found)]

    assert all(
        end <= c.passage.start < c.passage.end <= len(text) for end, c in zip(ends, found, strict=False)
    )


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Quyết định số 45/QĐ-UBND ngày 05/6/2024 về việc thực hiện Quyết định 19/QĐ-TTg", [False, True]),
        (
            "Quyết định số 45/QĐ-UBND của UBND tỉnh về phong trào thi đua và Công văn số 12/SNV-TĐKT",
            [False, False],
        ),
        ("theo Kế hoạch số 12/KH-UBND, Công văn số 13/SNV-TĐKT", [False, False]),
    ],
)
def test_citations_in_a_title(text: str, inside: list[bool]) -> None:
    """A document that the title of the one before it goes on to name is in that title."""
    assert [c.in_title for c in cited(text)] == inside
