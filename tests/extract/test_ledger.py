"""The ledger: which mentions are of one document. Numbers and bodies are invented."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_check.document import Paragraph
from thidua_check.extract.bodies import body_of
from thidua_check.extract.citations import find_citations
from thidua_check.extract.dates import find_dates
from thidua_check.extract.ledger import CitedDocument, ledger


def ledger_of(text: str) -> tuple[CitedDocument, ...]:
    paragraph = Paragraph(text)
    return ledger(find_citations(paragraph, find_dates(paragraph)))


def test_an_entry_gathers_what_its_mentions_say() -> None:
    """Date, body and title may stand at different mentions of one document."""
    [entry] = ledger_of(
        "Thực hiện Quyết định số 76/QĐ-UBND ngày 17/6/2022; theo Quyết định số 76/QĐ-UBND của UBND tỉnh"
        " về việc ban hành Kế hoạch thi đua."
    )

    assert (entry.type, entry.number, entry.symbol, entry.year) == ("Quyết định", "76", "QĐ-UBND", None)
    assert entry.date == date(2022, 6, 17)
    assert entry.issuer == "UBND tỉnh"
    assert entry.title == "về việc ban hành Kế hoạch thi đua"
    assert len(entry.mentions) == 2


@pytest.mark.parametrize(
    ("second", "entries"),
    [
        ("Quyết định số 76/QĐ-UBND ngày 18/6/2022 của UBND tỉnh", 1),
        ("Quyết định số 076/QĐ-UBND ngày 17/6/2022 của Chủ tịch UBND tỉnh", 1),
        ("Kế hoạch số 76/QĐ-UBND", 1),
        ("Quyết định số 76/QĐ-UBND ngày 18/6/2022 của UBND huyện", 2),
        ("Quyết định số 76/QĐ-UBND ngày 20/9/2023 của UBND tỉnh", 2),
        ("Quyết định số 76/2022/QĐ-UBND", 2),
        ("Quyết định số 76-QĐ/TU ngày 17/6/2022", 2),
    ],
)
def test_what_is_one_entry(second: str, entries: int) -> None:
    """Another year, body, regime or a year in the symbol makes another document."""
    assert len(ledger_of(f"Quyết định số 76/QĐ-UBND ngày 17/6/2022 của UBND tỉnh; {second}.")) == entries


def test_party_numbers_restart_with_the_term() -> None:
    """One number of two terms of the Central Committee is two documents, within a term one."""
    text = "Chỉ thị số 05-CT/TW ngày 15/5/2016; Chỉ thị số 05-CT/TW ngày {}."

    assert len(ledger_of(text.format("23/6/2021"))) == 2
    assert len(ledger_of(text.format("15/5/2017"))) == 1


def test_entries_stand_in_reading_order() -> None:
    """The ledger follows the first mentions."""
    found = ledger_of(
        "Kế hoạch số 9/KH-UBND, Công văn số 12/SNV-VP và Kế hoạch số 9/KH-UBND, Báo cáo số 3/BC-UBND."
    )

    assert [document.number for document in found] == ["9", "12", "3"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh Quảng Ngãi", True),
        ("Chủ tịch UBND tỉnh", "Uỷ ban nhân dân tỉnh", True),
        ("UBND tỉnh", "UBND huyện", False),
        ("HĐND tỉnh khóa XIII", "Hội đồng nhân dân tỉnh", True),
        ("Bộ trưởng Bộ Nội vụ", "Bộ Nội vụ", True),
    ],
)
def test_bodies_are_compared_by_their_long_names(one: str, other: str, same: bool) -> None:
    """Short and long names, heads and their bodies are the same; levels are not."""
    assert body_of(one).same(body_of(other)) is same
