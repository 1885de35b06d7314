"""Rules of an office's own: what they may leave unsaid, and what is refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.packs import RULE, found, write_pack
from thidua_check.errors import RulePackError
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.usage import spoken, unspoken

WRONG_CLASS = "Có 02 cá nhân được tặng Huân chương Độc lập hạng Tư năm 2024."
_OFF = RULE[RULE.index("variants:") : RULE.index("since:")]


def fault(folder: Path, text: str, name: str = "TD/TD90.yaml") -> str:
    """What is said of a pack with this rule."""
    with pytest.raises(RulePackError) as error:
        load_rules([write_pack(folder, {name: text})])
    return error.value.vi


@pytest.mark.parametrize("variants", [_OFF, ""], ids=["off", "left out"])
def test_variants_without_words_are_silent(tmp_path: Path, variants: str) -> None:
    """A variant that a rule switches off or leaves out makes no finding, so that no other message stands for it."""
    pack = write_pack(tmp_path, {"TD/TD90.yaml": RULE.replace(_OFF, variants)})

    assert found(WRONG_CLASS, pack, "TD90") == ()
    assert [f.excerpt for f in found("Tặng bằng khen cấp tỉnh.", pack, "TD90")] == ["bằng khen cấp tỉnh"]


def test_spoken_variant_may_lean_on_the_rule(tmp_path: Path) -> None:
    """A variant with words of its own speaks; what it leaves out it has from the rule."""
    text = RULE.replace(
        "  no_such_class: off", "  no_such_class: {message: {vi: 'Không có hạng này.'}, level: info}"
    )
    (finding,) = found(WRONG_CLASS, write_pack(tmp_path, {"TD/TD90.yaml": text}), "TD90")

    assert finding.message.vi == "Không có hạng này."
    assert str(finding.level) == "info"


def test_shipped_rules_speak_every_variant() -> None:
    """No built-in rule leaves a variant of its kind unsaid, and each variant is said by one of them."""
    rules = load_rules().rules
    kinds = {rule.kind.name: rule.kind for rule in rules}

    assert [(rule.id, list(unspoken(rule))) for rule in rules if list(unspoken(rule))] == []
    silent = {
        (name, v) for name, kind in kinds.items() for v in kind.provides if v not in spoken(kind, rules)
    }
    assert {name for name, _ in silent} <= {name for name, kind in kinds.items() if kind.general}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kind: award_name", "kind: award_names", ":5: không có kiểu kiểm tra “award_names” (xem: thidua-check kinds); có phải là “award_name”?"),
        ("kind: award_name", "kind: xyz", ":5: không có kiểu kiểm tra “xyz” (xem: thidua-check kinds)."),
        ("level: warning", "level:warning", "thiếu dấu cách sau dấu “:”"),
        ("level: warning", "level: cảnh báo", ":4: “cảnh báo” không hợp lệ"),
        ("message: {vi: '“{excerpt}”: phải ghi “{repair}”.'}", "message: {vi: {repair}}", "đặt trong dấu nháy"),
        ("message: {vi: '“{excerpt}”: phải ghi “{repair}”.'}", "message: {vi: ''}", ":10: câu báo (message) không được để trống"),
        ("“{repair}”", "“{repiar}”", ":10: câu báo dùng {repiar} mà ở đây không có; được dùng: {count}, {excerpt}, {repair}."),
        ("“{repair}”", "“{repair”", "viết sai dấu ngoặc nhọn"),
        ("  class: off", "  klass: off", "kiểu award_name không có biến thể “klass”; có phải là “class”?"),
        ("  class: off", "  default: off", "kiểu award_name không có biến thể “default”"),
        ("since:", "applies: {types: [BÁO CAO]}\nsince:", "không có loại văn bản “BÁO CAO”; có phải là “báo cáo”?"),
        ("since:", "applies: {stages: [nháp]}\nsince:", "“nháp” không hợp lệ; được dùng: draft (dự thảo), issued"),
        ("since:", "applies: {regimes: [đảng]}\nsince:", "“đảng” không hợp lệ; được dùng: normative (văn bản quy phạm), party"),
        ("since:", "effective: {from: 2026-01-01, to: 2025-01-01}\nsince:", "kết thúc (2025-01-01) không sau"),
        ("since:", "effective: {from: 2025-02-30}\nsince:", "ngày có thật"),
        ("basis: {document: Quy chế văn thư của Ban, clause: Điều 7, confidence: D}\n", "", "thiếu căn cứ (basis)"),
        ("name: ten-khen-cap-tinh", "name: Tên khen", "tên “Tên khen” (name) chỉ gồm chữ thường không dấu"),
        ("name: ten-khen-cap-tinh", "name: viet-hoa-sau-dau-phay", "đã dùng cho quy tắc CT15"),
        ("---\n", "", ":18: thiếu dòng “---”"),
        ("---\n", "----\n", ":18: thiếu dòng “---”"),
        ("looser: {}", "looser: 5", "ở đây phải là các cặp “khóa: giá trị”, không phải “5”"),
        ("document: Quy chế", "document: *Quy chế", "dấu * chưa đặt trong dấu nháy"),
    ],
)  # fmt: skip
def test_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    """What cannot work is refused, in Vietnamese, at the line where it stands, and once."""
    told = fault(tmp_path, RULE.replace(old, new, 1))

    assert said in told
    assert told.count("\n") == 0
    assert "bo-quy-tac/TD/TD90.yaml:" in told


def test_numbers_below_ninety_are_not_an_offices(tmp_path: Path) -> None:
    """A later version of the program may use any number below 90, so that a pack must not."""
    told = fault(tmp_path, RULE.replace("TD90", "TD50"), "TD/TD50.yaml")

    assert "quy tắc của đơn vị mang số từ 90 đến 99 (như TD90)" in told


def test_taken_id_names_the_ways_out(tmp_path: Path) -> None:
    """An id of a built-in rule is refused with both ways to go on."""
    told = fault(tmp_path, RULE.replace("TD90", "TD04"), "TD/TD04.yaml")

    assert "dùng mã mới (như TD90), hoặc sửa quy tắc có sẵn bằng overrides.yaml" in told


def test_decomposed_letters_are_read_composed(tmp_path: Path) -> None:
    """Vietnamese typed in decomposed Unicode means the same as composed."""
    import unicodedata

    pack = write_pack(tmp_path, {"TD/TD90.yaml": unicodedata.normalize("NFD", RULE)})

    assert [f.excerpt for f in found("Tặng bằng khen cấp tỉnh.", pack, "TD90")] == ["bằng khen cấp tỉnh"]
