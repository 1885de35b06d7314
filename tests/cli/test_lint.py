"""``lint-pack``: every fault of a pack at once, with examples run as far as they can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.packs import RULE, write_pack
from thidua_check.cli import main

Captured = pytest.CaptureFixture[str]


def lint(capsys: Captured, pack: Path) -> tuple[int, str, str]:
    """The exit code of lint-pack and what it wrote to both streams."""
    code = main(["lint-pack", str(pack)])
    out, err = capsys.readouterr()
    return code, out, err


def test_good_pack(tmp_path: Path, capsys: Captured) -> None:
    """A pack whose rule speaks or switches off every variant and whose examples behave is told as such."""
    code, out, err = lint(capsys, write_pack(tmp_path, {"TD/TD90.yaml": RULE}))

    assert (code, err) == (0, "")
    assert (
        out
        == "1 quy tắc riêng, 0 quy tắc được sửa đổi, 0 đề cương, 0 danh mục; 0 chỗ sai trong quy tắc riêng.\n"
    )


def test_unsaid_variant_is_asked_for(tmp_path: Path, capsys: Captured) -> None:
    """A variant that a rule neither speaks nor switches off is a fault, told with what a built-in rule says there."""
    text = RULE.replace("  no_such_class: off\n", "")
    code, out, _ = lint(capsys, write_pack(tmp_path, {"TD/TD90.yaml": text}))

    assert code == 1
    assert (
        "TD90: kiểu award_name còn biến thể “no_such_class” (như TD04: “{excerpt}”: huân chương này chỉ"
        in out
    )
    assert "ghi “no_such_class: off”" in out


def test_default_message_may_be_true_of_all(tmp_path: Path, capsys: Captured) -> None:
    """A kind whose default message speaks of what is there and what is wanted asks for no variants."""
    text = (
        RULE.replace("kind: award_name", "kind: component_look")
        .replace(RULE[RULE.index("  wrong:") : RULE.index("basis:")], "  component: motto\n  italic: true\n")
        .replace(RULE[RULE.index("variants:") : RULE.index("since:")], "")
        .replace("“{repair}”", "“{wanted}”")
    )
    _, out, _ = lint(capsys, write_pack(tmp_path, {"TD/TD90.yaml": text}))

    assert "biến thể" not in out


def test_faults_do_not_hide_examples(tmp_path: Path, capsys: Captured) -> None:
    """Where one file does not load, the examples of the others are run all the same; the exit code is 2."""
    files = {
        "TD/TD90.yaml": RULE.replace("⟦bằng khen cấp tỉnh⟧", "⟦giấy khen cấp tỉnh⟧"),
        "TD/TD91.yaml": "a: [\n---\n",
    }
    code, out, err = lint(capsys, write_pack(tmp_path, files))

    assert code == 2
    assert "TD90.yaml:22: ví dụ: không có phát hiện ở “giấy khen cấp tỉnh”" in out
    assert "TD91.yaml:2: không phải YAML đúng: " in err


def test_broken_examples_are_told_after_the_rule(tmp_path: Path, capsys: Captured) -> None:
    """A wrong key below the divider and a variant that the kind has not are told with their lines."""
    text = RULE.replace("      look_alike: true", "      look_alik: true").replace(
        "năm 2024.\n", "năm 2024.\n      variant: abc\n"
    )
    code, _, err = lint(capsys, write_pack(tmp_path, {"TD/TD90.yaml": text}))

    assert code == 2
    assert "khóa “look_alik” không có trong mẫu; có phải là “look_alike”?" in err
    assert "kiểu award_name không có biến thể “abc”" in err


@pytest.mark.parametrize(
    ("look", "said"),
    [
        ("{bodyy: bold}", "look: không đoạn nào có chữ “bodyy”; có phải là “body”?"),
        ("{body: boldd}", "look: không hiểu “boldd”; có phải là “bold”?"),
        ("{page: tall}", "look: không hiểu “tall” ở page"),
    ],
)
def test_looks_are_told_in_vietnamese(look: str, said: str, tmp_path: Path, capsys: Captured) -> None:
    """A look that means nothing is told in the user's language with the word that was meant."""
    text = RULE.replace("năm 2024.\n", f"năm 2024.\n      look: {look}\n")
    _, out, _ = lint(capsys, write_pack(tmp_path, {"TD/TD90.yaml": text}))

    assert said in out


def test_example_without_a_date_is_told(tmp_path: Path, capsys: Captured) -> None:
    """An example of a rule with ``effective`` needs a date of its own."""
    text = RULE.replace("since:", "effective: {from: 2025-01-01, to: 2030-01-01}\nsince:")
    _, out, _ = lint(capsys, write_pack(tmp_path, {"TD/TD90.yaml": text}))

    assert "(không rõ ngày của văn bản; quy tắc có effective thì ví dụ cần as_of)" in out


def test_number_of_examples_is_told(tmp_path: Path, capsys: Captured) -> None:
    """Where examples are lacking, the sentence says how many of each sort there are."""
    text = RULE.replace("      look_alike: true\n", "")
    code, out, _ = lint(capsys, write_pack(tmp_path, {"TD/TD90.yaml": text}))

    assert code == 1
    assert "TD90: có 1 ví dụ sai, 2 ví dụ đúng, trong đó 0 ví dụ dễ nhầm; cần ít nhất" in out


def test_variant_of_a_new_kind_is_told_in_words(tmp_path: Path, capsys: Captured) -> None:
    """A variant that no built-in rule speaks is told by what it means."""
    text = (
        RULE.replace("kind: award_name", "kind: forbidden_phrase")
        .replace("  wrong: {", "  phrases: {")
        .replace("  looser: {}\n", "")
        .replace(RULE[RULE.index("variants:") : RULE.index("since:")], "")
    )
    _, out, _ = lint(capsys, write_pack(tmp_path, {"TD/TD90.yaml": text}))

    assert "biến thể “bare” (cụm từ không có cách viết thay thế); viết câu báo" in out


def test_changed_rule_asks_back(tmp_path: Path, capsys: Captured) -> None:
    """Where a built-in rule's examples no longer hold after a change, lint-pack names the line and one of them."""
    pack = write_pack(tmp_path, {"overrides.yaml": "SL07: {params: {point_units: [ha]}, reason: x}"})
    code, out, _ = lint(capsys, pack)

    assert code == 0
    assert "overrides.yaml:1: SL07: sau khi sửa, 1 ví dụ của quy tắc không còn đúng; có đúng ý không?" in out
    assert "Chẳng hạn: không có phát hiện ở “99.02%”\n" in out


def test_faulty_override_is_not_tried(tmp_path: Path, capsys: Captured) -> None:
    """Examples of rules changed in a file with faults are not run: only the fault is told."""
    text = "CT01:\n  params: {most: -5}\n  reason: thử\n"
    pack = write_pack(tmp_path, {"overrides.yaml": text})

    assert main(["lint-pack", str(pack)]) == 2
    told = "".join(capsys.readouterr())
    assert "tham số most không được nhỏ hơn 0" in told
    assert "ví dụ" not in told


def test_outline_is_checked(tmp_path: Path, capsys: Captured) -> None:
    """An outline that can be read and cannot be meant is told with its lines."""
    text = (
        "id: TINH\ntitle: T\ndocument_type: BÁO CAO\nperiod: 2025-2023\nitems:\n- {label: V., title: A}\n"
        "- {label: V., title: B, key: VI, requires: [{count: [hộ], low: 5, high: 2}]}\n"
    )
    code, _, err = lint(capsys, write_pack(tmp_path, {"outlines/tinh.yaml": text}))

    assert code == 2
    assert "tinh.yaml:3: không có loại văn bản “BÁO CAO”; có phải là “báo cáo”?" in err
    assert "tinh.yaml:4: giai đoạn 2025-2023 kết thúc trước khi bắt đầu." in err
    assert "tinh.yaml:7: hai mục cạnh nhau cùng có nhãn “V”." in err
    assert "tinh.yaml:7: high (2) nhỏ hơn low (5)." in err


def test_taken_outline_names_the_other_file(tmp_path: Path, capsys: Captured) -> None:
    """Two outlines with one id are told with both files."""
    text = "id: VNN\ntitle: T\nitems:\n- {label: V., title: A}\n"
    _, _, err = lint(capsys, write_pack(tmp_path, {"outlines/tinh.yaml": text}))

    assert "mã đề cương “VNN” đã có ở " in err
    assert "vnn.yaml; dùng mã khác." in err
