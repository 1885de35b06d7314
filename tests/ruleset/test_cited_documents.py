"""Rules on cited documents as a whole, beyond their own examples. Numbers and bodies are invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from thidua_check.checking import Options, analyse
from thidua_check.errors import RulePackError
from thidua_check.findings import Finding, Level
from thidua_check.read import read
from thidua_check.registry import using_packs
from thidua_check.ruleset import issuers, legal
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.run import run_rule

PACK = load_rules()


def findings(rule_id: str, text: str, as_of: date | None = None) -> list[Finding]:
    rule = PACK.rule(rule_id)
    assert rule is not None
    draft = analyse(read(text.encode(), name="a.txt"), Options(as_of=as_of, stage="issued"))
    outcome, pairs = run_rule(rule, draft)
    assert outcome.reason is None or outcome.outcome != "error", outcome.reason
    return [finding for _, finding in pairs]


@pytest.mark.parametrize(
    ("day", "count"), [(date(2025, 6, 30), 0), (date(2025, 7, 1), 1), (date(2026, 1, 5), 1)]
)
def test_force_ends_on_its_day(day: date, count: int) -> None:
    """A decree is no basis from the first day out of force, and one until the day before."""
    text = "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ;"

    assert len(findings("VD06", text, day)) == count


def test_a_month_that_is_not_over_is_no_proof() -> None:
    """A draft whose day is blank is judged on the first day of its month."""
    text = "Số: 1/BC-SVD\nQuảng Ngãi, ngày   tháng {} năm 2025\n\nBÁO CÁO\nTổng kết\n\n{}\n"
    cited = "Căn cứ Thông tư số 01/2024/TT-BNV của Bộ Nội vụ;"

    assert findings("VD06", text.format("8", cited)) == []
    assert len(findings("VD06", text.format("9", cited))) == 1


@pytest.mark.parametrize(
    ("cited", "level"),
    [
        ("Chỉ thị số 39-CT/TW ngày 21/5/2005 của Bộ Chính trị", Level.ERROR),
        ("Chỉ thị số 34-CT/TW ngày 14/7/2014 của Bộ Chính trị", Level.ERROR),
        ("Quyết định số 587/QĐ-TTg ngày 18/5/2023 của Thủ tướng Chính phủ", Level.WARNING),
        ("Quyết định số 587/QĐ-TTg ngày 20/4/2015 của Thủ tướng Chính phủ", None),
        ("Chỉ thị số 34-CT/TW ngày 20/5/2024 của Ban Bí thư", None),
        ("Luật Thi đua, khen thưởng ngày 16/6/2022", Level.ERROR),
        ("Luật Thi đua, khen thưởng năm 2022", None),
        ("Nghị định số 98/2023/NĐ-CP ngày 31/12/2022 của Chính phủ", None),
    ],
)
def test_dates_of_known_instruments(cited: str, level: Level | None) -> None:
    """Another date within year, term or with the same day is wrong; one source makes a warning; VD07 tells its own."""
    found = findings("VD08", f"Thực hiện {cited}.")

    assert [f.level for f in found] == ([] if level is None else [level])


def test_a_body_named_once_for_a_list_serves_all() -> None:
    """A later body of the enumeration, and one named before in the clause, stand for all of it."""
    head = "Số: 12/BC-SVD\n\nBÁO CÁO\n\nTổng kết phong trào thi đua\n\n"
    shared = "Quyết định số 9/QĐ-UBND ngày 05/3/2024, Quyết định số 12/QĐ-UBND ngày 09/4/2024 của UBND tỉnh."
    before = "UBND tỉnh đã ban hành Quyết định số 9/QĐ-UBND ngày 05/3/2024."
    alone = "Sở thực hiện Quyết định số 9/QĐ-UBND ngày 05/3/2024."

    assert findings("VD09", head + "Theo " + shared) == []
    assert findings("VD09", head + before) == []
    assert [f.excerpt for f in findings("VD09", head + alone)] == ["Quyết định số 9/QĐ-UBND ngày 05/3/2024"]


def test_an_office_does_not_name_itself() -> None:
    """A committee's own decisions need no body; whose report it is must be known before anything is said."""
    cited = "Đơn vị thực hiện Quyết định số 9/QĐ-UBND ngày 05/3/2024."
    own = "Số: 12/BC-UBND\n\nBÁO CÁO\n\nTổng kết phong trào thi đua\n\n"

    assert findings("VD09", own + cited) == []
    assert findings("VD09", cited) == []


@pytest.mark.parametrize(
    ("symbol", "issuer", "count"),
    [
        ("12/QĐ-TTg", "Chính phủ", 1),
        ("12/NQ-CP", "Thủ tướng Chính phủ", 1),
        ("12/2025/TT-BNV", "Bộ Tài chính", 1),
        ("12/2025/TTLT-BNV-BTC", "Bộ Tài chính", 0),
        ("12/QĐ-UBND", "Chủ tịch Ủy ban nhân dân tỉnh", 0),
        ("12-KH/TU", "UBND tỉnh", 1),
        ("12-KH/TU", "Ban Thường vụ Tỉnh ủy", 0),
        ("12/QĐ-ABC", "UBND tỉnh", 0),
        ("12/NQ-HĐND", "HĐND tỉnh khóa XIII", 0),
    ],
)
def test_symbol_and_body(symbol: str, issuer: str, count: int) -> None:
    """Only a body that is surely another organ's is reported."""
    assert len(findings("VD10", f"Theo văn bản số {symbol} ngày 05/3/2024 của {issuer} về thi đua.")) == count


def test_two_titles_show_both_places() -> None:
    """The finding has both mentions as its places."""
    text = (
        "Kế hoạch số 9/KH-SVD ngày 05/3/2024 về tuyên truyền giảm nghèo bền vững năm 2024.\n\n"
        "Kế hoạch số 9/KH-SVD ngày 05/3/2024 về cải cách hành chính tại các phòng chuyên môn.\n"
    )
    [found] = findings("VD15", text)

    assert found.count == 2


@pytest.mark.parametrize("rule_id", [f"VD{n:02}" for n in (5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16)])
def test_hostile_text_is_quick_and_quiet(rule_id: str) -> None:
    """A paragraph of a thousand citations of one number gives few findings, and no rule breaks on it."""
    text = "Thực hiện " + ", ".join(
        "Quyết định số 9/QĐ-UBND ngày 05/3/2024 của UBND tỉnh" for _ in range(1000)
    )

    assert len(findings(rule_id, text + ".", date(2024, 12, 1))) <= 1


def test_registries_load_whole() -> None:
    """Each row of the registries is read, with its parts."""
    instruments = [row for rows in legal.load_instruments().values() for row in rows]

    assert len({row.key for row in instruments}) >= 20
    assert issuers.organ_codes("TTLT-BNV-BTC") == ("BNV", "BTC")
    assert issuers.load_issuers()["ttg"].is_body("Thủ tướng Chính phủ")


def test_a_faulty_row_is_told(tmp_path: Path) -> None:
    """A row of an office's own with an unknown key, a wrong symbol or a wrong confidence is refused with its line."""
    (tmp_path / "registry").mkdir()
    (tmp_path / "registry/legal_instruments.yaml").write_text(
        "- {key: abc, type: Luật, name: x, issuers: [y], confidence: C9, source: z}\n"
        "- {key: 1/2020/NĐ-CP, type: Luật, nam: x, issuers: [y], confidence: C3, source: z}\n",
        encoding="utf-8",
    )

    with using_packs([tmp_path]), pytest.raises(RulePackError) as caught:
        legal.load_instruments()
    assert "legal_instruments.yaml:1" in str(caught.value)
    assert "có phải là “name”?" in str(caught.value)
