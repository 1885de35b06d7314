"""The files of a pack: none that looks like a part of it is left out without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.packs import RULE, write_pack
from thidua_check.errors import RulePackError
from thidua_check.ruleset.load import load_rules


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("TD/TD90.yaml.txt", "tên phải kết thúc đúng bằng .yaml: đổi thành “TD90.yaml”"),
        ("TD/TD90.YAML", "đổi thành “TD90.yaml”"),
        ("TD/TD90.yml", "đổi thành “TD90.yaml”"),
        ("overrides.yaml.txt", "đổi thành “overrides.yaml”"),
        ("overrides.txt", "đổi thành “overrides.yaml”"),
        ("overrides", "đổi thành “overrides.yaml”"),
        ("override.yaml", "(đuôi .yaml); có phải là “overrides.yaml”?"),
        ("TD90.yaml", "tệp “TD90.yaml” không được đọc ở đây; quy tắc ở <nhóm>/<mã>.yaml"),
        (
            "td/TD90.yaml",
            "không có nhóm “td”; được dùng: BC, ND, NT, SL, VD, TT, KT, CT, TD, outlines, registry; có phải là “TD”?",
        ),
        ("XX/XX90.yaml", "không có nhóm “XX”; được dùng: BC, ND"),
        ("outline/x.yaml", "registry; có phải là “outlines”?"),
        ("Registry/movements.yaml", "registry; có phải là “registry”?"),
        ("registry/abreviations.yaml", "title_words; có phải là “abbreviations”?"),
        ("TD/cu/TD90.yaml", "tệp nằm quá sâu"),
    ],
)
def test_unread_file_is_told(tmp_path: Path, name: str, said: str) -> None:
    """A file with another name, ending or folder is a fault, with the name that was probably meant."""
    pack = write_pack(tmp_path, {name: RULE})

    with pytest.raises(RulePackError) as error:
        load_rules([pack])
    assert said in error.value.vi
    assert str(pack / name) in error.value.vi


def test_other_files_may_stand_there(tmp_path: Path) -> None:
    """Notes, hidden files and spreadsheets are no part of a pack."""
    files = {"TD/TD90.yaml": RULE, "README.md": "x", ".git/x.yaml": "x", "TD/nguon.docx": "x"}

    assert load_rules([write_pack(tmp_path, files)]).rule("TD90") is not None


def test_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    """A file that is no YAML does not hide the faults of the others, nor a broken registry those of a rule."""
    files = {
        "TD/TD90.yaml": "a: [",
        "TD/TD91.yaml": RULE.replace("level: warning", "level: nặng"),
        "registry/organs.yaml": "- {name: x}",
        "outlines/a.yaml": "id: A\ntitle: T\n",
        "overrides.yaml": "VD04: {level: info, reason: ghi chú: sở}",
    }
    with pytest.raises(RulePackError) as error:
        load_rules([write_pack(tmp_path, files)])

    told = error.value.vi
    assert all(
        part in told
        for part in (
            "TD90.yaml:1",
            "“nặng”",
            "thiếu khóa “before”",
            "thiếu khóa “items”",
            "overrides.yaml:1",
        )
    )
