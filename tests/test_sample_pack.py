"""The rule pack that ships as a model for offices: it lints clean, and each of its parts has an effect."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.expected import FIXTURES
from tests.support.packs import checked
from thidua_check.cli import main
from thidua_check.findings import Level, Outcome
from thidua_check.ruleset.load import load_rules

PACK = FIXTURES / "packs" / "van-phong-mau"
DRAFT = """BÁO CÁO
Sơ kết Phong trào thi đua “Sông Mẫu chung sức chuyển đổi số” năm 2026

I. Đặc điểm tình hình

Phòng triển khai Một cách nghiêm túc phong trào “Sông Mẫu chung sức chuyển đổi sô”.

II. Kết quả thực hiện

1. Công tác tuyên truyền

Trong thời gian vừa qua đã tổ chức 05 hội nghị theo Thư ngỏ số 13/QĐ-BTĐKT ngày 05/02/2026 của Ban.

Trên đây là báo cáo của Sở./.
"""


def test_pack_lints_clean(capsys: pytest.CaptureFixture[str]) -> None:
    """Two rules, three overrides, an outline, two registries, and nothing to mend."""
    assert main(["lint-pack", str(PACK)]) == 0
    assert capsys.readouterr().out == (
        "2 quy tắc riêng, 3 quy tắc được sửa đổi, 1 đề cương, 2 danh mục; 0 chỗ sai trong quy tắc riêng.\n"
    )


def test_its_rules_and_entries_find_something() -> None:
    """Both phrases, the missing courtesy, the movement's name, the code of the new type; the outline is recognised."""
    document = checked(DRAFT, PACK)
    found = document.findings

    assert [(f.rule, f.excerpt) for f in found if f.rule in ("CT90", "TD01", "TT90", "VD01")] == [
        ("CT90", "Một cách nghiêm túc"),
        ("TD01", "Sông Mẫu chung sức chuyển đổi sô"),
        ("CT90", "Trong thời gian vừa qua"),
        ("VD01", "Thư ngỏ số 13/QĐ-BTĐKT"),
        ("TT90", "đây là báo cáo của Sở./."),
    ]
    assert document.draft.profile.id == "SKMAU"


def test_its_overrides_are_told() -> None:
    """Each changed rule says what the office changed and why; the one that is off did not run."""
    outcomes = {outcome.id: outcome for outcome in checked(DRAFT, PACK).outcomes}
    said = {rule: str(outcomes[rule].reason) for rule in ("VD04", "CT01", "CT18")}

    assert said == {
        "VD04": "mức: cảnh báo → lưu ý (lý do của đơn vị: Ban chỉ nhắc)",
        "CT01": "most: 12 → 20 (lý do của đơn vị: tên riêng của địa phương nhiều)",
        "CT18": "đơn vị tắt quy tắc này: Ban dùng danh mục chữ viết tắt riêng",
    }
    assert outcomes["CT18"].outcome is Outcome.NOT_APPLICABLE


def test_report_names_the_offices_own_rules(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A reader of the report sees which rules are not those of the program."""
    draft = tmp_path / "a.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    main([str(draft), "--rules", str(PACK)])
    text = " ".join(capsys.readouterr().out.split())

    assert "Quy tắc riêng CT90, TT90 (của đơn vị, không phải của chương trình)" in text


def test_its_rules_say_how_weighty_they_are() -> None:
    """The levels of the sample are those that its file states."""
    rules = load_rules([PACK])
    words = rules.rule("CT90")

    assert words is not None
    assert words.level["draft"] is Level.WARNING
    assert words.path == Path(PACK, "CT", "CT90.yaml")
