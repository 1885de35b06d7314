"""Entries that a pack adds to each registry have an effect, and findings rest on the office's own source."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.packs import checked, found, write_pack
from thidua_check.cli import main
from thidua_check.errors import RulePackError
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.registries import REGISTRIES

OFFICE = """\
UBND TỈNH VÍ DỤ
SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 15/{code}-SNV
Ví Dụ, ngày 05 tháng 12 năm 2025
{type}
Kết quả phong trào thi đua năm 2025
Thực hiện kế hoạch của cấp trên, Sở Nội vụ báo cáo như sau:
I. Kết quả
Các đơn vị triển khai tốt.
Trên đây là báo cáo của Sở Nội vụ./.
"""

# For each registry: an entry, the rule that reads it, a text, and what the rule finds without and with the entry.
ENTRIES = {
    "abbreviations": (
        "common: [QLKKV]\nfull: {XHHT: xã hội học tập}",
        "CT18",
        "Chương trình QLKKV được quan tâm. Công tác XHHT đạt kết quả.",
        ["QLKKV", "XHHT"],
        ["XHHT"],
    ),
    "capitals": (
        "fixed:\n- {wrong: Ban Quản Lý, right: Ban Quản lý, level: warning, source: Quy chế của Ban}",
        "CT14",
        "Tại Ban Quản Lý dự án, các tổ đã họp.",
        [],
        ["Ban Quản Lý"],
    ),
    "confusions": (
        "- {key: bốc vác lúa, right: gặt lúa mùa}",
        "CT02",
        "Các hộ đã bốc vác lúa trên đồng.",
        [],
        ["bốc vác lúa"],
    ),
    "document_types": (
        "- {name: Thư ngỏ, state: [TNG]}",
        "VD01",
        "Thực hiện Thư ngỏ số 13/QĐ-SNV ngày 06/11/2025 của Sở Nội vụ.",
        [],
        ["Thư ngỏ số 13/QĐ-SNV"],
    ),
    "issuers": (
        "- {code: QPTDN, bodies: [Quỹ Phát triển doanh nghiệp], confidence: C2}",
        "VD10",
        "Theo Quyết định số 12/QĐ-QPTDN ngày 06/11/2025 của Bộ Tài chính về mức vay.",
        [],
        ["Bộ Tài chính"],
    ),
    "legal_instruments": (
        "- {key: 77/QĐ-UBND, type: Quyết định, name: Quy chế thi đua, issuers: [Ủy ban nhân dân tỉnh], issued: 2025-03-10,\n"
        "   confidence: C2, source: sổ công văn}",
        "VD08",
        "Theo Quyết định số 77/QĐ-UBND ngày 12/3/2025 của Ủy ban nhân dân tỉnh về Quy chế thi đua.",
        [],
        ["12/3/2025"],
    ),
    "loanwords": ("words: [tơrưngz]", "CT01", "Xã có đội tơrưngz của thôn.", ["tơrưngz"], []),
    "movement_forms": (
        "- {right: Ngày thứ Bảy vì dân phục vụ, former: [Ngày thứ Bảy tình nguyện vì dân], since: 2024-01-01, source: Kế hoạch 5}",
        "TD02",
        "Phong trào “Ngày thứ Bảy tình nguyện vì dân” được nhân rộng.",
        [],
        ["Ngày thứ Bảy tình nguyện vì dân"],
    ),
    "movements": (
        "- {id: CDSVD, name: Ví Dụ chung sức chuyển đổi số vì người dân phục vụ, cores: [chung sức chuyển đổi số vì người dân]}",
        "TD01",
        "Phong trào thi đua “Ví Dụ chung sức chuyển đổi số vì người dân phục vu” đạt kết quả tốt.",
        [],
        ["Ví Dụ chung sức chuyển đổi số vì người dân phục vu"],
    ),
    "organs": (
        "- {before: [Quỹ], name: Bảo vệ và Phát triển rừng}",
        "TD07",
        "Nguồn vốn của Quỹ Bảo vệ - Phát triển rừng tỉnh được giải ngân.",
        [],
        ["Quỹ Bảo vệ - Phát triển rừng"],
    ),
    "set_phrases": (
        "- {right: đúng quy định, wrong: một cách nghiêm túc, level: warning, source: 'Quy chế văn thư, Điều 7'}",
        "CT05",
        "Các đơn vị triển khai một cách nghiêm túc.",
        [],
        ["một cách nghiêm túc"],
    ),
    "terms": (
        "capitals: []\nspellings:\n- [trồng trọt, giồng giọt]",
        "CT21",
        "Việc trồng trọt do xã theo dõi, trồng trọt của thôn và giồng giọt của hộ.",
        [],
        ["giồng giọt"],
    ),
}  # fmt: skip


def excerpts(text: str, pack: Path, rule: str) -> list[str]:
    """The words that a rule marks in a text."""
    return [place.excerpt for finding in found(text, pack, rule) for place in finding.places]


@pytest.mark.parametrize("name", sorted(ENTRIES))
def test_entry_counts(name: str, tmp_path: Path) -> None:
    """With the office's entry the rule that reads the registry says something else of the same words."""
    entry, rule, text, without, with_it = ENTRIES[name]
    (tmp_path / "khong").mkdir()
    pack = write_pack(tmp_path, {f"registry/{name}.yaml": entry})

    assert excerpts(text, write_pack(tmp_path / "khong", {}), rule) == without
    assert excerpts(text, pack, rule) == with_it


def test_every_registry_is_tried() -> None:
    """The test above has an entry for each registry; words of titles are tried on an outline below."""
    assert set(ENTRIES) | {"title_words"} == set(REGISTRIES)


def test_words_of_titles_count(tmp_path: Path) -> None:
    """Two phrases that an office uses for one another in headings answer the same item."""
    from thidua_check.outline.titles import title_words
    from thidua_check.registry import using_packs

    pack = write_pack(
        tmp_path,
        {"registry/title_words.yaml": "same:\n- [nhân tố mới, gương sáng]\ncues: {}\ngeneric: []\n"},
    )
    with using_packs([pack]):
        inside = title_words()

    assert inside != title_words()


@pytest.mark.parametrize("written", ["THƯ NGỎ", "Thư ngỏ"])
def test_new_type_is_recognised_in_the_title(written: str, tmp_path: Path) -> None:
    """A type that the pack names opens a document, its code is that of the number line, and rules may be for it."""
    pack = write_pack(tmp_path, {"registry/document_types.yaml": "- {name: Thư ngỏ, state: [TNG]}"})
    right, wrong = (checked(OFFICE.format(code=code, type=written), pack) for code in ("TNG", "BC"))

    kind = right.draft.anatomy.type
    assert kind is not None
    assert kind.text == written
    assert [f.rule for f in right.findings if f.rule == "TT05"] == []
    assert [f.excerpt for f in wrong.findings if f.rule == "TT05"] == ["BC"]


def test_own_wording_and_own_source_are_shown(tmp_path: Path) -> None:
    """A wording with other words is replaced by the office's, and the finding rests on what the office names."""
    pack = write_pack(tmp_path, {"registry/set_phrases.yaml": ENTRIES["set_phrases"][0]})
    small, capital = (
        found(text, pack, "CT05")[0]
        for text in ("Xã triển khai một cách nghiêm túc.", "Một cách nghiêm túc, xã triển khai.")
    )

    assert small.message.vi == "“một cách nghiêm túc”: cách viết được chọn là “đúng quy định”."
    assert capital.suggestion is not None
    assert (capital.suggestion.text.vi, capital.suggestion.kind) == ("Đúng quy định", "unsafe")
    assert small.basis is not None
    assert (small.basis.document, small.basis.clause) == (
        "Quy chế văn thư, Điều 7",
        "bo-quy-tac/registry/set_phrases.yaml",
    )


@pytest.mark.parametrize("name", ["capitals", "movement_forms", "movements", "organs", "set_phrases"])
def test_findings_rest_on_the_offices_entry(name: str, tmp_path: Path) -> None:
    """The basis of a finding from an office's entry names the office's file, never a law."""
    entry, rule, text, _, _ = ENTRIES[name]
    (finding,) = found(text, write_pack(tmp_path, {f"registry/{name}.yaml": entry}), rule)

    assert finding.basis is not None
    assert finding.basis.clause == f"bo-quy-tac/registry/{name}.yaml"
    assert "Luật" not in finding.basis.document


def test_pairs_with_one_right_form_stand_beside_each_other(tmp_path: Path) -> None:
    """A wrong form of an office's own does not push out a built-in one with the same right form."""
    entry = "fixed:\n- {wrong: Uỷ BAN nhân dân, right: Uỷ ban nhân dân, level: info, source: x}"
    pack = write_pack(tmp_path, {"registry/capitals.yaml": entry})

    assert excerpts("Báo cáo Uỷ BAN nhân dân tỉnh, Uỷ Ban Nhân Dân xã.", pack, "CT14") == [
        "Uỷ BAN nhân dân",
        "Uỷ Ban Nhân Dân",
    ]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("abbreviations", "full: {xã hội học tập: XHHT}", "viết ngược: “xã hội học tập” phải là chữ viết tắt"),
        ("set_phrases", "- {right: đúng quy định, level: info, source: x}", "không có dấu nào để mất"),
        ("set_phrases", "- {right: a b, wrong: b, level: lỗi, source: x}", "được dùng: info (lưu ý), warning"),
    ],
)  # fmt: skip
def test_fault_of_an_entry_is_told(name: str, text: str, said: str, tmp_path: Path) -> None:
    """An entry that cannot be meant is told with its file and line."""
    with pytest.raises(RulePackError) as error:
        load_rules([write_pack(tmp_path, {f"registry/{name}.yaml": text})])

    assert f"{name}.yaml:1: " in error.value.vi
    assert said in error.value.vi


def test_facts_read_an_extended_registry(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``facts --rules`` shows a cited document of the office's own type."""
    pack = write_pack(tmp_path, {"registry/document_types.yaml": "- {name: Thư ngỏ, state: [TNG]}"})
    draft = tmp_path / "a.txt"
    draft.write_text("Thực hiện Thư ngỏ số 13/TNG-SNV ngày 06/11/2025 của Sở Nội vụ.", encoding="utf-8")

    assert main(["facts", str(draft), "--ledger", "--rules", str(pack)]) == 0
    assert "Thư ngỏ" in capsys.readouterr().out
