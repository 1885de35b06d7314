"""Changes of rules by an office: they hold for all that a rule says, and the output tells what they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.packs import checked, found, write_pack
from thidua_check.cli import main
from thidua_check.errors import RulePackError
from thidua_check.findings import Confidence, Level
from thidua_check.ruleset.guide import load_guide
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.model import RuleSet

WRONG_CLASS = "Có 02 cá nhân được tặng Huân chương Độc lập hạng Tư năm 2024."
Captured = pytest.CaptureFixture[str]


def overridden(folder: Path, text: str) -> RuleSet:
    """The rules with these overrides."""
    return load_rules([write_pack(folder, {"overrides.yaml": text})])


def fault(folder: Path, text: str) -> str:
    """What is said of these overrides."""
    with pytest.raises(RulePackError) as error:
        overridden(folder, text)
    return error.value.vi


@pytest.mark.parametrize(
    ("level", "stronger", "weaker"),
    [
        ("info", Level.INFO, Level.INFO),
        ("warning", Level.WARNING, Level.INFO),
        ("error", Level.ERROR, Level.INFO),
    ],
)
def test_variants_follow_the_level(tmp_path: Path, level: str, stronger: Level, weaker: Level) -> None:
    """A variant as strong as the rule or stronger gets the new level, a weaker one never more than it had."""
    rule = overridden(tmp_path, f"TD04: {{level: {level}, reason: sở chỉ nhắc}}").rule("TD04")

    assert rule is not None
    assert rule.messages["no_such_class"].level == {"draft": stronger, "issued": stronger}
    assert rule.messages["no_class"].level == {"draft": weaker, "issued": weaker}


def test_variants_follow_at_each_stage(tmp_path: Path) -> None:
    """KT04 is a warning in drafts and an error when issued: its variant at warning follows in drafts alone."""
    rule = overridden(tmp_path, "KT04: {level: {draft: info, issued: error}, reason: x}").rule("KT04")

    assert rule is not None
    assert rule.messages["no_dot"].level == {"draft": Level.INFO, "issued": Level.WARNING}


def test_no_rule_says_more_than_its_new_level(tmp_path: Path) -> None:
    """With every rule at info, no bad example of any rule makes more than a note."""
    every = load_rules().rules
    lines = "".join(f"{rule.id}: {{level: info, reason: thử}}\n" for rule in every)
    pack = overridden(tmp_path, lines)

    above = [
        (rule.id, name)
        for rule in pack.rules
        for name, message in rule.messages.items()
        if message.level and max(message.level.values()) > Level.INFO
    ]
    assert above == []
    assert {level for rule in pack.rules for level in rule.level.values()} == {Level.INFO}


def test_confidence_is_changed_alike(tmp_path: Path) -> None:
    """A lowered confidence caps the variants, a raised one leaves what was less sure."""
    low = overridden(tmp_path, "CT05: {confidence: low, reason: x}").rule("CT05")
    high = overridden(tmp_path, "CT05: {confidence: high, reason: x}").rule("CT05")

    assert low is not None
    assert high is not None
    assert (low.confidence, low.messages["info"].confidence) == (Confidence.LOW, Confidence.LOW)
    assert (high.confidence, high.messages["info"].confidence) == (Confidence.HIGH, Confidence.LOW)


def test_finding_has_the_new_level(tmp_path: Path) -> None:
    """The stronger variant of TD04 is a note where the office made it one."""
    pack = write_pack(tmp_path, {"overrides.yaml": "TD04: {level: info, reason: sở chỉ nhắc}"})

    assert [f.level for f in found(WRONG_CLASS, pack, "TD04")] == [Level.INFO]


def test_outcome_says_what_changed_and_why(tmp_path: Path) -> None:
    """The outcome of a changed rule has the old and the new level, of its variants too, and the reason."""
    pack = write_pack(tmp_path, {"overrides.yaml": "TD04: {level: info, reason: sở chỉ nhắc}"})
    (outcome,) = checked(WRONG_CLASS, pack, "TD04").outcomes

    assert outcome.reason is not None
    assert outcome.reason.vi == (
        "mức: cảnh báo → lưu ý; mức của biến thể classless: lỗi → lưu ý; "
        "mức của biến thể no_such_class: lỗi → lưu ý (lý do của đơn vị: sở chỉ nhắc)"
    )
    assert outcome.reason.en.startswith("level: warning → info; ")


def test_parameters_are_said_by_what_came_and_went(tmp_path: Path) -> None:
    """Of a list the entries that were added and dropped are told, of a number the old and the new one."""
    text = "SL07: {params: {point_units: [ha, dặm]}, reason: x}\nCT01: {params: {most: 20}, reason: y}\n"
    pack = overridden(tmp_path, text)
    units, most = (pack.rule(rule) for rule in ("SL07", "CT01"))

    assert units is not None
    assert most is not None
    assert units.changes[0].what.vi.startswith("point_units: thêm dặm, bớt %")
    assert most.changes[0].what.vi == "most: 12 → 20"


def test_text_json_and_page_tell_changes(tmp_path: Path, capsys: Captured) -> None:
    """What changed stands in every report: on the screen, in the JSON's reason, on the page."""
    draft = tmp_path / "a.txt"
    draft.write_text(WRONG_CLASS, encoding="utf-8")
    pack = write_pack(
        tmp_path, {"overrides.yaml": "TD04: {level: info, reason: nhắc}\nTD05: {off: true, reason: chưa}"}
    )
    page = tmp_path / "a.html"
    main([str(draft), "--rules", str(pack), "--select", "TD04,TD05", "--format", f"html={page}"])
    words = ["--rules", str(pack), "--select", "TD04,TD05"]
    main([str(draft), *words])
    text = " ".join(capsys.readouterr().out.split())
    main([str(draft), *words, "--format", "json"])
    rules = {rule["id"]: rule for rule in json.loads(capsys.readouterr().out)["documents"][0]["rules"]}

    assert "Đã sửa TD04: mức: cảnh báo → lưu ý;" in text
    assert "2 quy tắc: 1 có phát hiện, 1 đơn vị đã tắt" in text
    assert rules["TD04"]["reason"].startswith("mức: cảnh báo → lưu ý;")
    assert rules["TD05"]["reason"] == "đơn vị tắt quy tắc này: chưa"
    assert "TD04: mức: cảnh báo → lưu ý" in page.read_text(encoding="utf-8")


def test_two_packs_are_both_told(tmp_path: Path) -> None:
    """Where two packs change one rule, the later wins and both are named."""
    (tmp_path / "tinh").mkdir()
    (tmp_path / "so").mkdir()
    first = write_pack(tmp_path / "tinh", {"overrides.yaml": "VD04: {level: error, reason: tỉnh}"})
    second = write_pack(tmp_path / "so", {"overrides.yaml": "VD04: {level: info, reason: sở}"})
    rule = load_rules([first, second]).rule("VD04")

    assert rule is not None
    assert rule.level["draft"] is Level.INFO
    assert [(c.reason, c.what.vi) for c in rule.changes] == [
        ("tỉnh", "mức: cảnh báo → lỗi"),
        ("sở", "mức: lỗi → lưu ý"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("VD04: {level: info}", ":1: phải ghi lý do (reason)"),
        ("VD04: {level: info, reason: ''}", ":1: phải ghi lý do (reason)"),
        ("VD04: {off: false, reason: x}", ":1: chỉ viết off: true để tắt"),
        ("VD04: {reason: x}", "ít nhất một trong level, confidence, params, off"),
        ("VD04: {level: off, reason: x}", "muốn tắt quy tắc thì viết off: true"),
        ("VD04: {level: cảnh báo, reason: x}", "warning (cảnh báo); có phải là “warning”?"),
        ("VD04: {params: {most: 3}, reason: x}", "VD04 (kiểu missing_so) không có tham số nào để đổi"),
        (
            "vd04: {level: info, reason: x}",
            "không có quy tắc “vd04” (xem: thidua-check rules); có phải là “VD04”?",
        ),
        ("VD44: {level: info, reason: x}", "không có quy tắc “VD44” (xem"),
        ("CT01: {params: {most: -5}, reason: x}", "tham số most không được nhỏ hơn 0"),
        ("VD01: {confidence: low, reason: x}", ":1: VD01: căn cứ mức C1, M hoặc độ chắc thấp (low)"),
    ],
)
def test_faults_are_told_with_file_and_line(tmp_path: Path, text: str, said: str) -> None:
    """A wrong override is told with the whole path of its file and its line."""
    told = fault(tmp_path, text)

    assert said in told
    assert str(tmp_path / "bo-quy-tac" / "overrides.yaml") in told


def test_examples_of_shipped_rules_know_their_variants() -> None:
    """Every rule that ships speaks or switches off each variant of its kind, or its default message is true of all."""
    for rule in load_rules().rules:
        load_guide(rule)
        known = {"default", *rule.messages, *rule.silent}
        assert rule.kind.general or set(rule.kind.provides) == known, rule.id
