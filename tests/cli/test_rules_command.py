"""``rules`` and ``explain``: kinds, parameters, and what an office changed or added."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.packs import RULE, write_pack
from thidua_check.cli import main
from thidua_check.ruleset.load import load_rules

Captured = pytest.CaptureFixture[str]
OVERRIDES = (
    "TT10: {off: true, reason: Ban bỏ dấu}\nKT01: {level: info, reason: chưa ký}\n"
    "SL07: {params: {point_units: [ha]}, reason: phần mềm}\n"
)


def shown(capsys: Captured, *words: str) -> str:
    """What a command prints, its spaces joined."""
    assert main(list(words)) == 0
    return " ".join(capsys.readouterr().out.split())


def test_list_marks_own_changed_and_switched_off(tmp_path: Path, capsys: Captured) -> None:
    """A rule that is off is not shown with a level; changed and own rules say so."""
    pack = str(write_pack(tmp_path, {"overrides.yaml": OVERRIDES, "TD/TD90.yaml": RULE}))
    text = shown(capsys, "rules", "--rules", pack)

    assert "TT10 đã tắt Cuối văn bản thiếu dấu “./.”" in text
    assert "KT01 lưu ý Khối ký không có họ tên người ký (đơn vị đã sửa)" in text
    assert "TD90 cảnh báo Tên hình thức khen chưa theo quy chế (quy tắc riêng của đơn vị)" in text


def test_explain_shows_kind_values_and_levels_of_variants(capsys: Captured) -> None:
    """What an office needs for an override stands in the explanation: kind, parameters, variants above the level."""
    text = shown(capsys, "explain", "TD04")

    assert "Mức: cảnh báo (looser: lưu ý, classless: lỗi, no_such_class: lỗi, no_class: lưu ý)" in text
    assert "Kiểu: award_name (thidua-check kinds award_name)" in text
    assert "looser: chiến sĩ thi đua cấp cơ sở: Chiến sĩ thi đua cơ sở" in text


def test_explain_shows_changes(tmp_path: Path, capsys: Captured) -> None:
    """A changed rule is explained as it is now, with what changed, why, and where that stands."""
    pack = write_pack(tmp_path, {"overrides.yaml": OVERRIDES})
    off, units = (shown(capsys, "explain", rule, "--rules", str(pack)) for rule in ("TT10", "SL07"))

    assert "Tình trạng: đã tắt" in off
    assert "Đơn vị sửa: tắt; Ban bỏ dấu" in off
    assert "point_units: ha Đơn vị sửa: point_units: bớt %," in units


def test_json_has_parameters_and_changes(tmp_path: Path, capsys: Captured) -> None:
    """Programs get the values of the parameters and what was changed."""
    pack = write_pack(tmp_path, {"overrides.yaml": OVERRIDES})
    main(["rules", "SL07", "TT10", "--rules", str(pack), "--format", "json"])
    units, off = json.loads(capsys.readouterr().out)["rules"]

    assert units["params"] == {"point_units": ["ha"]}
    assert units["changes"][0]["reason"] == "phần mềm"
    assert units["changes"][0]["place"].endswith("overrides.yaml:3")
    assert (units["off"], off["off"]) == (False, True)


@pytest.mark.parametrize("rule", ["CT05", "NT01", "TD04", "TT24", "BC01"])
def test_template_is_a_rule_of_an_offices_own(rule: str, tmp_path: Path, capsys: Captured) -> None:
    """``explain --yaml`` prints a file that, saved as it says, is a rule of an office's own without faults."""
    main(["explain", rule, "--yaml"])
    text = capsys.readouterr().out
    pack = write_pack(tmp_path, {f"{rule[:2]}/{rule[:2]}90.yaml": text})

    assert f"Lưu thành {rule[:2]}/{rule[:2]}90.yaml" in text.splitlines()[0]
    assert main(["lint-pack", str(pack)]) == 0
    assert load_rules([pack]).rule(f"{rule[:2]}90") is not None


def test_template_of_a_pack_has_a_free_id(tmp_path: Path, capsys: Captured) -> None:
    """With a pack that has CT90 the template of CT05, and that of CT90 itself, is CT91."""
    main(["explain", "CT05", "--yaml"])
    pack = write_pack(tmp_path, {"CT/CT90.yaml": capsys.readouterr().out})

    for rule in ("CT05", "CT90"):
        main(["explain", rule, "--yaml", "--rules", str(pack)])
        text = capsys.readouterr().out

        assert "Lưu thành CT/CT91.yaml" in text.splitlines()[0]
        assert "\nid: CT91\n" in text
