"""Rules on dates, periods and citations beyond their own examples. Numbers and bodies are invented."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_check.checking import Options, analyse
from thidua_check.draft import Draft
from thidua_check.findings import Finding
from thidua_check.read import read
from thidua_check.ruleset.document_types import load_document_types
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.run import run_rule

PACK = load_rules()


def draft_of(text: str, as_of: date | None = None) -> Draft:
    return analyse(read(text.encode(), name="a.txt"), Options(as_of=as_of))


def findings(rule_id: str, text: str, as_of: date | None = None) -> list[Finding]:
    rule = PACK.rule(rule_id)
    assert rule is not None
    return [finding for _, finding in run_rule(rule, draft_of(text, as_of))[1]]


def test_neighbouring_dates_choose_the_repair() -> None:
    """A year with a digit missing is repaired to the year of the dates beside it."""
    [found] = findings("NT01", "Kế hoạch ngày 03/4/2025, Quyết định ngày 15/9/202, Công văn ngày 20/10/2025.")

    assert found.suggestion is not None
    assert "có thể là 15/9/2025" in found.message.vi


def test_a_single_repair_is_offered_as_text() -> None:
    """With one likely date the suggestion is that date in the form of the mistake."""
    [found] = findings("NT01", "Ban hành ngày 15 tháng 9 năm 25022 tại huyện.")

    assert found.suggestion is not None
    assert found.suggestion.text.vi == "ngày 15 tháng 9 năm 2022"


def test_missing_zeros_fold() -> None:
    """Missing zeros in the text are one finding with all their places."""
    [found] = findings("NT02", "Họp ngày 5/3/2024, ngày 6/3/2024 và ngày 07/3/2024.")

    assert [place.excerpt for place in found.places] == ["5/3/2024", "6/3/2024"]


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("Quyết định số 76/QĐ-UBND ngày 18/6/2022 của UBND tỉnh", 1),
        ("Quyết định số 76/QĐ-UBND ngày 18/6/2022 của UBND huyện", 0),
        ("Quyết định số 76/QĐ-UBND ngày 20/9/2023 của UBND tỉnh", 0),
        ("Quyết định số 76/QĐ-UBND ngày 17/6/2023 của UBND tỉnh", 1),
        ("Quyết định số 076/QĐ-UBND ngày 18/6/2022 của Chủ tịch UBND tỉnh", 1),
        ("Quyết định số 76/QĐ-TTg ngày 18/6/2022 của Thủ tướng", 0),
        ("Quyết định số 76/QĐ-UBND", 0),
    ],
)
def test_what_is_one_document(second: str, count: int) -> None:
    """The same number, body and year is one document; another year is one only with the same day and month."""
    text = f"Thực hiện Quyết định số 76/QĐ-UBND ngày 17/6/2022 của UBND tỉnh; {second}."

    assert len(findings("VD02", text)) == count


def test_the_rarer_date_is_marked() -> None:
    """Of two dates of one document the one that stands once is marked, wherever it stands."""
    cited = "Kế hoạch số 22/KH-UBND ngày {}/11/2024 của UBND tỉnh"
    text = "; ".join(cited.format(day) for day in ("16", "15", "15"))

    [found] = findings("VD02", text)

    assert found.excerpt == "16/11/2024"


def test_a_wrong_year_is_told_once() -> None:
    """Where the symbol's year shows which date is wrong, the rule on two dates is silent."""
    text = "Nghị định số 6/2021/NĐ-CP ngày 26/01/2021; Nghị định số 6/2021/NĐ-CP ngày 26/01/2025."

    assert [f.excerpt for f in findings("VD07", text)] == ["26/01/2025"]
    assert findings("VD02", text) == []


def test_right_citation_elsewhere_is_shown() -> None:
    """A wrong type word comes with the place where the same number has the right one."""
    [found] = findings("VD01", "Quyết định số 76/QĐ-UBND đã có. Thực hiện Kế hoạch 76/QĐ-UBND của tỉnh.")

    assert len(found.related) == 1
    assert found.excerpt == "Kế hoạch 76/QĐ-UBND"


def test_list_members_are_only_asked_about() -> None:
    """A code in a list under another type is for a person to look at."""
    [found] = findings("VD01", "Các Quyết định số 76/QĐ-UBND ngày 17/6/2022, số 12/KH-UBND của tỉnh.")

    assert found.outcome == "review"


def test_every_right_pair_is_quiet() -> None:
    """Each type of the registry may stand with each of its own codes."""
    types = load_document_types()
    lines = [
        f"Thực hiện {name.capitalize()} số 15/{code.upper()}-UBND của tỉnh."
        for name, codes in types.codes.items()
        for code in sorted(codes)
    ]

    assert findings("VD01", "\n\n".join(lines)) == []
