"""How the rules on figures speak: which operand is shown, how sure, and with which places."""

from __future__ import annotations

from thidua_check.checking import Options, analyse
from thidua_check.findings import Confidence, Finding, Level
from thidua_check.read import read
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.run import run_rule

RULES = load_rules()


def findings(rule_id: str, text: str) -> list[Finding]:
    """Return what one rule finds in a text."""
    rule = RULES.rule(rule_id)
    assert rule is not None
    draft = analyse(read(text.encode(), name="thu.txt"), Options())
    return [finding for _, finding in run_rule(rule, draft)[1]]


def test_a_sure_total_is_an_error_with_its_parts() -> None:
    """A bracket leaves no other reading; the parts are related places with the value that would fit."""
    (finding,) = findings("SL01", "Có 12 sản phẩm (03 sản phẩm đạt 4 sao và 08 sản phẩm đạt 3 sao).")

    assert (finding.excerpt, finding.level, finding.confidence) == (
        "12 sản phẩm",
        Level.ERROR,
        Confidence.HIGH,
    )
    assert [related.note.vi for related in finding.related] == [
        "thành phần; nếu chỉ số này sai thì số khớp với tổng là 4 sản phẩm",
        "thành phần; nếu chỉ số này sai thì số khớp với tổng là 9 sản phẩm",
    ]
    assert finding.message.vi == (
        "“12 sản phẩm” không khớp với các thành phần được nêu: 03 sản phẩm + 08 sản phẩm = 11 sản phẩm,"
        " nhỏ hơn tổng, chênh 1 sản phẩm."
    )


def test_a_part_above_its_total_is_a_warning() -> None:
    """One part is a subset; that it exceeds the total may still be another reading of the words."""
    (finding,) = findings("SL01", "Huyện hỗ trợ 50 triệu đồng, trong đó ngân sách xã 70 triệu đồng.")

    assert (finding.level, finding.confidence) == (Level.WARNING, Confidence.MEDIUM)


def test_decimal_points_fold_into_one_finding() -> None:
    """The same slip in several places is told once."""
    (finding,) = findings(
        "SL07", "Đạt 105,5% kế hoạch; đợt một đạt 99.02%, đợt hai đạt 70.40%, đợt ba đạt 59.83%."
    )

    assert [place.excerpt for place in finding.places] == ["99.02%", "70.40%", "59.83%"]
    assert finding.level is Level.WARNING


def test_a_draft_with_points_only_is_told_gently() -> None:
    """Without a decimal comma anywhere the point may be the draft's own habit."""
    (finding,) = findings("SL07", "Đợt một đạt 99.02%, đợt hai đạt 70.40%.")

    assert finding.level is Level.INFO


def test_ungrouped_numbers_pass_where_nothing_is_grouped() -> None:
    """The thousands dot is asked for only against the draft's own convention."""
    assert findings("SL07", "Đã cấp 9638 thẻ và 1689 suất quà.") == []


def test_a_cut_off_percentage_is_info() -> None:
    """A percentage that was cut off instead of rounded is worth a look and no more."""
    (finding,) = findings("SL02", "Đã cấp 3.093/5.168 thẻ, đạt 59,84%.")

    assert (finding.level, finding.excerpt) == (Level.INFO, "59,84%")
    assert finding.suggestion is not None
    assert "59,85%" in finding.suggestion.text.vi


def test_totals_are_judged_in_party_documents_too() -> None:
    """Arithmetic holds whatever the regime."""
    text = "ĐẢNG CỘNG SẢN VIỆT NAM\n\nBÁO CÁO\n\nCó 12 sản phẩm (03 sản phẩm đạt 4 sao và 08 sản phẩm đạt 3 sao)."

    assert [f.excerpt for f in findings("SL01", text)] == ["12 sản phẩm"]
