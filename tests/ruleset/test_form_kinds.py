"""The rules on form and signature where their own examples cannot show it: formats, stages, regimes, excerpts."""

from __future__ import annotations

import pytest
from attrs import evolve

from thidua_check.checking import Options, analyse
from thidua_check.draft import Stage
from thidua_check.findings import Finding, Outcome
from thidua_check.read import read
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.run import run_rule

RULES = load_rules()
HEAD = (
    "UBND TỈNH QUẢNG NGÃI\nSỞ NỘI VỤ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
)
TITLE = "BÁO CÁO\nKết quả phong trào thi đua năm 2025\n\n"
BODY = "Thực hiện kế hoạch của cấp trên, Sở Nội vụ báo cáo như sau:\n\nI. Kết quả\n\nĐơn vị đã hoàn thành nhiệm vụ./.\n\n"
END = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nTrần Văn Mẫu\n"
FORM = (
    "TT01",
    "TT02",
    "TT03",
    "TT04",
    "TT05",
    "TT06",
    "TT07",
    "TT08",
    "TT09",
    "TT10",
    "KT01",
    "KT02",
    "KT03",
    "KT04",
)


def judge(
    rule_id: str, text: str, *, word: bool = False, stage: Stage = "draft"
) -> tuple[Outcome, list[Finding]]:
    """Return the outcome and the findings of one rule on a text."""
    rule = RULES.rule(rule_id)
    assert rule is not None
    document = read(text.encode(), name="x.txt")
    if word:
        document = evolve(document, format="docx", has_layout=True)
    outcome, pairs = run_rule(rule, analyse(document, Options(stage=stage)))
    return outcome.outcome, [finding for _, finding in pairs]


@pytest.mark.parametrize("rule_id", ["TT01", "TT04", "TT07", "TT08", "KT03"])
def test_absence_is_a_question_in_a_text_and_a_fault_in_word(rule_id: str) -> None:
    """What a text file may have lost is for a person to look at; in Word it is missing."""
    text = "UBND TỈNH QUẢNG NGÃI\nSỞ NỘI VỤ\n\n" + TITLE + BODY

    assert judge(rule_id, text)[0] is Outcome.REVIEW
    assert judge(rule_id, text, word=True)[0] is Outcome.FAIL


@pytest.mark.parametrize("rule_id", ["TT02", "TT04", "TT07"])
def test_lost_head_is_asked_about_once(rule_id: str) -> None:
    """Where nothing of the head is there, only the national header is asked about."""
    assert judge(rule_id, TITLE + BODY + END)[0] is Outcome.NOT_APPLICABLE
    assert judge("TT01", TITLE + BODY + END)[0] is Outcome.REVIEW


@pytest.mark.parametrize("rule_id", FORM)
def test_party_documents_follow_other_rules(rule_id: str) -> None:
    """A document under the Party's header is not judged by the state's rules of form."""
    party = (
        "HUYỆN ỦY BA TƠ\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSố 15-BC/HU\n\n" + TITLE + BODY + "T/M BAN THƯỜNG VỤ\n"
    )

    assert judge(rule_id, party, word=True, stage="issued") == (Outcome.NOT_APPLICABLE, [])


@pytest.mark.parametrize("rule_id", FORM)
def test_text_without_head_and_end_is_not_judged(rule_id: str) -> None:
    """An excerpt has no form to judge."""
    assert (
        judge(rule_id, "Trong năm 2025, đơn vị đã hoàn thành nhiệm vụ được giao.\n", stage="issued")[1] == []
    )


@pytest.mark.parametrize(
    ("rule_id", "line"), [("TT04", "Số: /BC-SNV"), ("TT07", "Quảng Ngãi, ngày tháng 3 năm 2025")]
)
def test_blanks_weigh_by_stage(rule_id: str, line: str) -> None:
    """A blank is worth a look in a draft and an error when issued."""
    text = HEAD + line + "\n\n" + TITLE + BODY + END

    assert [str(f.level) for f in judge(rule_id, text)[1]] == ["info"]
    assert [str(f.level) for f in judge(rule_id, text, stage="issued")[1]] == ["error"]


def test_party_form_of_authority_without_a_header_is_a_question() -> None:
    """T/M may be right where the header that would tell is lost."""
    outcome, findings = judge(
        "KT04", TITLE + BODY + "Nơi nhận:\n- Lưu: VT.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nĐinh Văn Mẫu\n"
    )

    assert outcome is Outcome.REVIEW
    assert [f.excerpt for f in findings] == ["T/M"]


def test_blank_place_is_a_blank() -> None:
    """Dots before the date are a blank to fill, not a missing place."""
    text = HEAD + "......, ngày 05 tháng 12 năm 2025\n\n" + TITLE + BODY + END

    assert judge("TT06", text)[1] == []
    assert [f.message.en for f in judge("TT07", text)[1]] == [
        '"......, ngày 05 tháng 12 năm 2025" leaves place blank.'
    ]


def test_symbol_of_an_office_that_begins_like_a_code() -> None:
    """A letter of an office whose abbreviation is also a type's code is right."""
    text = HEAD + "Số: 5680/CT-CS\nV/v trả lời\n\nKính gửi: Sở Tài chính\n\n" + BODY + END

    assert judge("TT05", text)[1] == []
