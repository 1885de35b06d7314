"""The rules on layout, on heads and first pages that offices write in other ways than the decree draws them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.ruleset.test_layout_rules import report
from thidua_check.checking import Options, analyse
from thidua_check.document import Document, Paragraph, Run
from thidua_check.findings import Finding
from thidua_check.read import read
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.run import run as run_rules

RULES = load_rules().rules
# The obedient report has no end mark, which TT10 would tell
FORM = [rule for rule in RULES if (rule.family == "TT" and rule.id != "TT10") or rule.id == "BC04"]
HEAD = (
    "UBND TỈNH SÔNG MẪU",
    "SỞ VÍ DỤ",
    "Số: 15/BC-SVD",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
)


def said(changes: Mapping[str, Mapping[str, object]]) -> list[Finding]:
    """Return what the rules on form say of the obedient report with the changes."""
    return list(run_rules(FORM, analyse(read(report(changes)), Options())).findings)


def said_of(*lines: str | Paragraph) -> list[Finding]:
    """Return what the rules on form say of paragraphs in a Word file."""
    body = tuple(
        Paragraph(p, block=n, runs=(Run(0, len(p)),)) if isinstance(p, str) else p
        for n, p in enumerate(lines)
    )
    document = Document(path="x", sha256="", format="docx", body=body, has_layout=True)
    return list(run_rules(FORM, analyse(document, Options())).findings)


def rules_of(findings: list[Finding], *ids: str) -> list[str]:
    """Return rule and excerpt of the findings of some rules."""
    return [f"{f.rule} {f.excerpt}" for f in findings if f.rule in ids]


@pytest.mark.parametrize(
    ("component", "change", "expected"),
    [
        ("issuer", {"text": "Sở Ví Dụ"}, ["TT33 Sở Ví Dụ"]),
        ("parent", {"text": "UBND tỉnh Quảng Ngãi"}, ["TT32 UBND tỉnh Quảng Ngãi"]),
        (
            "national",
            {"text": "Cộng hòa xã hội chủ nghĩa Việt Nam"},
            ["TT01 Cộng hòa xã hội chủ nghĩa Việt Nam"],
        ),
        ("issuer", {"text": "Sở Ví Dụ", "caps": True}, []),
        ("national", {"text": "Cộng hòa xã hội chủ nghĩa Việt Nam", "caps": True}, []),
        ("name", {"text": "LÊ VĂN MẪU"}, ["TT46 LÊ VĂN MẪU"]),
        ("name", {"text": "Lê Văn Mẫu", "caps": True}, ["TT46 Lê Văn Mẫu"]),
    ],
)
def test_capitals_and_small_letters(component: str, change: dict[str, object], expected: list[str]) -> None:
    """Letters count as they are shown, and small ones are told of the line that has them."""
    assert [f"{f.rule} {f.excerpt}" for f in said({component: change})] == expected


def test_a_name_in_capitals_is_repaired_word_by_word() -> None:
    """A name takes a capital for each word, which "Sentence case" would not give."""
    (finding,) = said({"name": {"text": "LÊ VĂN MẪU"}})
    assert finding.suggestion is not None
    assert "Capitalize Each Word" in str(finding.suggestion.text)


def test_minutes_have_no_place_date_line() -> None:
    """The template of minutes holds the day in its text."""
    text = ("BIÊN BẢN", "Họp xét thi đua", "Hôm nay, ngày 05 tháng 12 năm 2025, tại Sở Ví Dụ, Hội đồng họp.")
    assert rules_of(said_of(*HEAD, *text), "TT07") == []
    assert rules_of(said_of(*HEAD, "BÁO CÁO", *text[1:]), "TT07") == ["TT07 BÁO CÁO"]


@pytest.mark.parametrize(
    ("words", "color", "expected"),
    [
        ("KHẨN", "FF0000", []),
        ("HOẢ TỐC", "C00000", []),
        ("TUYỆT MẬT", "FF0000", []),
        ("KHẨN", "0000FF", ["TT23 KHẨN"]),
        ("KHẨN TRƯƠNG", "FF0000", ["TT23 KHẨN TRƯƠNG"]),
    ],
)
def test_marks_of_urgency_and_secrecy_are_red(words: str, color: str, expected: list[str]) -> None:
    """A mark that is stamped in red may be red; other words and other colours may not."""
    mark = Paragraph(words, block=0, runs=(Run(0, len(words), color=color),))
    assert rules_of(said_of(mark, *HEAD, "BÁO CÁO"), "TT23") == expected
