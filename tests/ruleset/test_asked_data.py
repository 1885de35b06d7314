"""Small letters and reports: what of an outline's instructions is told to be missing, and what never is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ruleset.test_structure_kinds import findings
from thidua_check.findings import Finding, Level
from thidua_check.outline.compile import compile_outline
from thidua_check.read import read

TITLE = "Kết quả phong trào “Tuổi trẻ xung kích”"


def told(note: str, text: str, title: str = "Kết quả cụ thể", closing: str = "") -> list[Finding]:
    """Return what ND01 says of a section whose item has an instruction."""
    asked = (
        f"ĐỀ CƯƠNG BÁO CÁO\n{TITLE}\n\nI. Tình hình\n\nII. {title} ({note})\n\nIII. Kiến nghị\n\n{closing}\n"
    )
    body = f"I. Tình hình\n\nThuận lợi.\n\nII. {title}\n\n{text}\n\nIII. Kiến nghị\n\nĐề nghị quan tâm."
    report = f"BÁO CÁO\n{TITLE}\n\nHuyện đoàn báo cáo như sau:\n\n{body}\n"
    outlines = compile_outline(read(asked.encode(), name="de-cuong.txt"))
    return findings("ND01", report.encode(), outlines)


def outcome(found: list[Finding]) -> list[tuple[str, Level]]:
    return [(f.outcome, f.level) for f in found]


def test_cadres_are_no_households() -> None:
    """A count is looked for with its own noun."""
    assert told("số lượng cán bộ, công chức, viên chức", "Sở có 88 cán bộ, công chức, viên chức.") == []


def test_fields_of_documents_that_are_cited_are_there() -> None:
    """A text that cites number, day and title answers; one that speaks of documents only does not."""
    note = "nêu rõ số, ngày, tháng, trích yếu văn bản"

    assert told(note, "Ban hành Kế hoạch số 12/KH-SNV ngày 05/9/2023 về hưởng ứng phong trào.") == []
    (found,) = told(note, "Đã ban hành đầy đủ các văn bản chỉ đạo, triển khai kịp thời.")
    assert (found.outcome, found.level) == ("fail", Level.WARNING)
    assert "số, ngày, tên văn bản" in found.message.vi


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có 03 điển hình được biểu dương.", []),
        ("Bà Lê Thị Thí nấu cháo từ thiện. Ông Hồ Văn Mẫn hiến đất làm đường.", []),
        ("Có 01 điển hình là tổ tự quản.", [("fail", Level.WARNING)]),
        ("Nhiều việc làm tốt được khen ngợi rộng rãi.", [("fail", Level.WARNING)]),
        ("Có 05 điển hình được biểu dương.", [("review", Level.INFO)]),
        ("Mỗi thôn chọn 01 điển hình để biểu dương.", [("review", Level.INFO)]),
        ("Điển hình là Chi đoàn thôn Đông; Chi đoàn thôn Tây.", [("review", Level.INFO)]),
    ],
)
def test_examples_are_counted(text: str, expected: list[tuple[str, Level]]) -> None:
    """Fewer than asked for is told where the text says so; what cannot be counted surely is for a person."""
    assert outcome(told("giới thiệu từ 02 - 03 điển hình", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Tuyên truyền.\n\n- Tập huấn.\n\n- Kiểm tra.", []),
        ("Một là, tuyên truyền. Hai là, tập huấn. Ba là, kiểm tra.", []),
        ("Thực hiện 04 giải pháp về tuyên truyền, tập huấn.", []),
        ("Thực hiện 02 giải pháp về tuyên truyền.", [("fail", Level.WARNING)]),
        ("Tuyên truyền sâu rộng; tập huấn kỹ năng.", [("review", Level.INFO)]),
    ],
)
def test_entries_are_counted(text: str, expected: list[tuple[str, Level]]) -> None:
    """Bullets, "Một là" and a number that is said are counted; running text is for a person."""
    assert outcome(told("từ 03 đến 05 giải pháp", text)) == expected


def test_other_figures_leave_an_unknown_noun_to_a_person() -> None:
    """Where figures stand but none with a noun that the checker has never seen, nothing is said to be missing."""
    found = told("số công dân học tập được công nhận", "Toàn Sở có 80 người đạt danh hiệu.")

    assert outcome(found) == [("review", Level.INFO)]


def test_section_without_any_figure_lacks_them() -> None:
    """Where no figure stands at all the finding is sure; of known nouns it is an error."""
    text = "Phong trào được các chi đoàn hưởng ứng nhiệt tình, sôi nổi."

    assert outcome(told("số buổi tuyên truyền, số lượt người dự", text)) == [("fail", Level.WARNING)]
    assert outcome(told("nêu số tập thể, cá nhân được khen", text)) == [("fail", Level.ERROR)]


@pytest.mark.parametrize(
    ("note", "word"),
    [
        ("so sánh với năm trước", "so sánh"),
        ("tỷ lệ hộ tham gia", "tỷ lệ"),
        ("tổng kinh phí", "số tiền"),
        ("có số liệu chứng minh", "số liệu"),
    ],
)
def test_lacking_share_amount_or_comparison(note: str, word: str) -> None:
    """What has a sign in the text of its own is told when no sign of it stands there."""
    (found,) = told(note, "Phong trào được các chi đoàn hưởng ứng nhiệt tình, sôi nổi.")

    assert (found.outcome, found.level) == ("fail", Level.WARNING)
    assert word in found.message.vi


def test_enclosures_are_for_a_person() -> None:
    """What the letter wants enclosed may lie beside the file: only asked about, and only where nothing points to it."""
    closing = "(Gửi kèm biểu số liệu)"

    assert outcome(told("nếu có", "Đã làm.", closing=closing)) == [("review", Level.INFO)]
    assert told("nếu có", "Đã làm. Biểu số liệu gửi kèm báo cáo.", closing=closing) == []


@pytest.mark.parametrize(
    "note", ["viết ngắn gọn, không quá 02 trang", "đối với trường học nêu số lớp", "nếu có"]
)
def test_what_is_not_understood_is_not_judged(note: str) -> None:
    """No finding rests on an instruction that was not understood."""
    assert told(note, "Phong trào được hưởng ứng nhiệt tình, sôi nổi.") == []


ANSWERS = {
    "số lớp tập huấn": "Mở 05 lớp tập huấn.",
    "số học viên": "Có 240 học viên dự.",
    "tỷ lệ hộ tham gia": "Có 94% số hộ tham gia.",
    "tổng kinh phí": "Kinh phí là 18 triệu đồng.",
    "so sánh với năm trước": "Kết quả tăng so với năm trước.",
    "số tập thể, cá nhân được khen": "Khen 04 tập thể, 11 cá nhân.",
    "tên mô hình": "Có mô hình “Chợ không tiền mặt”.",
    "từ 02 - 03 giải pháp": "Thực hiện 03 giải pháp.",
    "số, ký hiệu, ngày ban hành": "Theo Kế hoạch số 12/KH-HĐ ngày 05/9/2023 về chuyển đổi số.",
    "diện tích đất hiến": "Dân hiến 450 m2 đất.",
    "bao nhiêu buổi ra quân": "Ra quân 06 buổi.",
    "hiệu quả": "Hiệu quả rõ rệt.",
    "không quá 02 trang": "Báo cáo ngắn gọn.",
}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(sorted(ANSWERS)), min_size=1, max_size=5, unique=True), st.randoms())
def test_report_that_says_everything_is_told_nothing(asked: list[str], order: object) -> None:
    """Whatever is asked for together, a section that says it all in any order raises nothing, not even a doubt."""
    said = [ANSWERS[note] for note in asked]
    order.shuffle(said)  # type: ignore[attr-defined]

    assert told("; ".join(asked), " ".join(said)) == []


@settings(max_examples=15, deadline=None)
@given(st.sets(st.sampled_from(sorted(ANSWERS)[:-1]), min_size=1, max_size=4))
def test_finding_speaks_only_of_what_is_asked(asked: set[str]) -> None:
    """Of a section that says nothing, each finding quotes words of the instruction."""
    note = "; ".join(sorted(asked))
    words = set(re.findall(r"\w+", note.lower()))

    for found in told(note, "Phong trào được hưởng ứng nhiệt tình, sôi nổi."):
        assert words & set(re.findall(r"\w+", found.message.vi.lower()))
