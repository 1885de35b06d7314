"""How the rules on words choose: what counts as introduced, as odd, as a form, as running text."""

from __future__ import annotations

import pytest

from thidua_check.checking import Options, analyse
from thidua_check.document import Paragraph
from thidua_check.findings import Finding, Level
from thidua_check.read import read
from thidua_check.ruleset.abbreviations import full_form, uses
from thidua_check.ruleset.kinds.prose import addresses, prose, quotations, starts_sentence
from thidua_check.ruleset.kinds.set_phrase import in_case, load_phrases
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.run import run_rule

RULES = load_rules()


def findings(rule_id: str, text: str) -> list[Finding]:
    """Return what one rule finds in a text."""
    rule = RULES.rule(rule_id)
    assert rule is not None
    draft = analyse(read(text.encode(), name="thu.txt"), Options())
    return [finding for _, finding in run_rule(rule, draft)[1]]


@pytest.mark.parametrize(
    "text",
    [
        "nông thôn mới (NTM)",
        "nông thôn mới (sau đây viết tắt là NTM)",
        "nông thôn mới - NTM",
        "NTM (nông thôn mới)",
        "Ghi chú: NTM: nông thôn mới",
        "xã nông thôn mới (“NTM”)",
    ],
)
def test_abbreviation_is_introduced(text: str) -> None:
    """The full form beside an abbreviation, in whatever punctuation, introduces it."""
    [use] = uses(Paragraph(text))

    assert (use.text, use.defining) == ("NTM", True)


@pytest.mark.parametrize("text", ["đạt chuẩn NTM nâng cao", "đạt NTM: xã Bình Mẫu", "xã NTM (02 xã)"])
def test_abbreviation_is_only_used(text: str) -> None:
    """Other words beside an abbreviation do not introduce it."""
    [use] = uses(Paragraph(text))

    assert (use.text, use.defining) == ("NTM", False)


@pytest.mark.parametrize(
    "text", ["PHỤ LỤC KÈM THEO", "khóa XV, quý III", "Số 12/KH-UBND", "thư a@UBND.vn", "KHÔNG và NHÂN DÂN"]
)
def test_capitals_that_are_no_abbreviation(text: str) -> None:
    """Lines in capitals, Roman numerals, symbols, addresses and emphasised words are no abbreviations."""
    assert list(uses(Paragraph(text))) == []


def test_full_form_of_an_unlisted_abbreviation_must_return() -> None:
    """Four letters or more count as the initials of a phrase that stands in the draft twice."""
    assert full_form("QLDA", "quản lý dự án và quản lý dự án") == "quản lý dự án"
    assert full_form("QLDA", "quản lý dự án một lần") is None
    assert full_form("QLD", "quản lý dự án và quản lý dự án") is None


def test_late_introduction_names_the_place() -> None:
    """An abbreviation introduced after its first use is told at that use, with the place of its introduction."""
    [finding] = findings("CT18", "Công tác CĐS được quan tâm. Đẩy mạnh chuyển đổi số (CĐS) trong năm 2024.")

    assert (finding.excerpt, finding.level) == ("CĐS", Level.INFO)
    assert finding.related[0].location.start == 52


def test_every_set_phrase_differs_from_its_right_form() -> None:
    """A row of the registry changes something, in lower case, and is there once."""
    phrases = load_phrases()

    assert all(p.wrong != p.right and p.wrong == p.wrong.lower() for p in phrases)
    assert len({p.wrong for p in phrases}) == len(phrases)


@pytest.mark.parametrize("phrase", load_phrases(), ids=lambda phrase: phrase.wrong)
def test_right_form_of_a_set_phrase_is_quiet(phrase: object) -> None:
    """No row finds a fault with what another row calls right."""
    right = phrase.right  # type: ignore[attr-defined]

    assert [f.excerpt for f in findings("CT05", f"Các nội dung về {right} được triển khai.")] in ([], [right])


def test_case_is_kept_in_a_repair() -> None:
    """The signs are those of the right form, the letters those of the draft."""
    assert in_case("THI ĐUA KHEN THƯỞNG", "thi đua, khen thưởng") == "THI ĐUA, KHEN THƯỞNG"
    assert in_case("kinh tế-xã hội", "kinh tế - xã hội") == "kinh tế - xã hội"


def test_set_phrase_inside_quotation_marks_is_left_alone() -> None:
    """What is quoted is another author's spelling."""
    assert findings("CT05", "Hội thi “Cán bộ công chức giỏi” năm 2024.") == []


def test_majority_decides_which_dash_is_odd() -> None:
    """The way written most often stays; a draft half of one and half of the other is left alone."""
    [finding] = findings("CT09", "Giai đoạn 2016 - 2020, 2021 - 2025, 2026 - 2030 và 2011-2015.")
    even = findings("CT09", "Giai đoạn 2016 - 2020, 2021 - 2025, giai đoạn 2026-2030 và 2011-2015.")

    assert (finding.excerpt, finding.places[0].excerpt) == ("2011-2015", "2011-2015")
    assert finding.suggestion is not None
    assert finding.suggestion.text.vi == "2011 - 2015"
    assert even == []


@pytest.mark.parametrize(
    ("text", "excerpts"),
    [
        ("Giai đoạn 2021-2025, kế hoạch 2021-2025 và giai đoạn 2021 – 2025.", ["2021 – 2025"]),
        ("Giai đoạn 2021-2025 và giai đoạn 2021 – 2025.", []),
        ("Giai đoạn 2021-2025, 2021-2025, 2021-2025, 2021 - 2025, 2016 - 2020, 2026 - 2030.", []),
    ],
)
def test_one_period_in_two_forms(text: str, excerpts: list[str]) -> None:
    """Three mentions of one period suffice, unless the draft writes other periods in the odd form."""
    assert [f.excerpt for f in findings("CT09", text)] == excerpts


def test_blanks_of_a_form_are_no_fault() -> None:
    """A plan with more blanks than a slip would leave is a form; a report with one blank is not finished."""
    blanks = "\n\n".join(f"Nội dung {n} đạt ........ triệu đồng." for n in range(1, 9))
    report = "BÁO CÁO\nKết quả năm 2024\n\nI. KẾT QUẢ\n\nĐạt ........ triệu đồng.\n\nSố hộ còn ….. hộ."

    assert findings("CT19", blanks) == []
    assert [f.count for f in findings("CT19", report)] == [2]


def test_running_text_leaves_head_and_tail_out() -> None:
    """The header, the recipients and the signature are not prose; the title and the closing sentence are."""
    text = (
        "SỞ MẪU\nSố: 05/BC-SM\n\nBÁO CÁO\nKết quả năm 2024\n\nI. KẾT QUẢ\n\nĐã hoàn thành.\n\n"
        "Trên đây là báo cáo kết quả năm 2024./.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nTrần Văn Mẫu"
    )
    draft = analyse(read(text.encode(), name="thu.txt"), Options())

    texts = [p.text for p in prose(draft)]

    assert texts[0] == "Kết quả năm 2024"
    assert "Trên đây là báo cáo kết quả năm 2024./." in texts
    assert not {"SỞ MẪU", "Số: 05/BC-SM", "- Lưu: VT.", "GIÁM ĐỐC", "Trần Văn Mẫu"} & set(texts)


def test_where_addresses_and_quotations_stand() -> None:
    """Addresses reach from space to space; straight and curly quotations include their signs."""
    assert addresses("gửi vanthu@xa.vn, xem https://a.b/c") == [(4, 17), (22, 35)]
    assert quotations('“Một” và "hai" và “ba') == [(0, 5), (9, 14)]


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [("Xong. Tỉnh", 6, True), ("như sau: Tỉnh", 9, True), ("của Tỉnh", 4, False), ("Tỉnh", 0, True)],
)
def test_start_of_a_sentence(text: str, at: int, expected: bool) -> None:
    """A sentence starts behind a stop or a colon and at the beginning of a paragraph."""
    assert starts_sentence(text, at) is expected


@pytest.mark.parametrize(
    ("text", "excerpts"),
    [
        ("Mở 05 lớp tập huấn về chuyển đổi số cho đông đảo cán bộ, Công chức của xã.", ["Công chức"]),
        ("Phòng Tổ chức cán bộ, Công chức của Sở.", []),
    ],
)
def test_word_of_names_behind_a_comma(text: str, excerpts: list[str]) -> None:
    """A word that stands in names of bodies is judged behind a comma where no capital stands closely before it."""
    assert [f.excerpt for f in findings("CT15", text)] == excerpts
