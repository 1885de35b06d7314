"""The verdicts of the mapper, one hypothesis at a time."""

from __future__ import annotations

import pytest

from tests.outline.drafts import DRAFT, OUTLINE, mapped, match, outline, sections, verdicts
from thidua_check.outline.match import map_outline


def cut(start: str, stop: str) -> str:
    """Return the draft without the lines from one that begins so up to one that begins otherwise."""
    head, _, rest = DRAFT.partition(f"\n{start}")
    return f"{head}\n{stop}{rest.partition(f'{chr(10)}{stop}')[2]}"


def test_faithful_draft_has_every_item() -> None:
    """A draft that follows its outline matches everywhere."""
    found = mapped(DRAFT)

    assert verdicts(found) == {}
    assert found.score > 0.95
    assert found.extra == ()


def test_verdict_names_its_section() -> None:
    """A matched item carries the draft's section."""
    found = match(mapped(DRAFT), "II.3")

    assert found.sections[0].heading.path == ("II", "3")


@pytest.mark.parametrize(
    ("start", "stop", "item", "after"),
    [
        ("4. Công tác kiểm tra", "III. Đánh giá", "II.4", ("II", "3")),
        ("3. Công tác khen", "4. Công tác kiểm", "II.3", ("II", "2")),
        ("3. Nguyên nhân", "IV. Đề xuất", "III.3", ("III", "2")),
        ("1. Thuận lợi", "2. Khó khăn", "I.1", ("I",)),
    ],
)
def test_removed_section_is_missing(start: str, stop: str, item: str, after: tuple[str, ...]) -> None:
    """A section that is gone is missing, and it is said what it should follow."""
    found = mapped(cut(start, stop))

    assert verdicts(found) == {item: "missing"}
    place = match(found, item).after
    assert place is not None
    assert place.heading.path == after


def test_missing_part_takes_its_items_along() -> None:
    """Where a whole part is gone, its items are missing too."""
    found = mapped(cut("III. Đánh giá", "IV. Đề xuất"))

    assert verdicts(found) == {"III": "missing", "III.1": "missing", "III.2": "missing", "III.3": "missing"}


def test_shifted_numbers_do_not_matter() -> None:
    """What follows a missing section keeps its item although its number moved."""
    draft = cut("3. Công tác khen", "4. Công tác kiểm").replace("4. Công tác kiểm", "3. Công tác kiểm")

    found = match(mapped(draft), "II.4")
    assert found.verdict == "matched"
    assert found.sections[0].heading.path == ("II", "3")


def test_synonym_is_a_renamed_section() -> None:
    """A heading in other words answers its item and is said to be renamed."""
    found = match(mapped(DRAFT.replace("2. Hạn chế", "2. Tồn tại")), "III.2")

    assert found.verdict == "renamed"


def test_swapped_sections_are_reordered() -> None:
    """Of two neighbours that changed places one is out of order, both keep their items."""
    one, two = "1. Ưu điểm\nĐơn vị hoàn thành nhiệm vụ.\n", "2. Hạn chế\nTiến độ còn chậm.\n"
    found = mapped(DRAFT.replace(one + two, two.replace("2.", "1.") + one.replace("1.", "2.")))

    assert verdicts(found) == {"III.1": "reordered"}
    assert match(found, "III.2").sections[0].heading.title == "Hạn chế"


def test_section_under_another_parent_is_moved() -> None:
    """A section that stands under another part is found there."""
    gone = "4. Công tác kiểm tra, giám sát\nĐã làm việc với 05 đơn vị.\n"
    draft = DRAFT.replace(gone, "").replace("IV. Đề xuất", f"{gone}IV. Đề xuất")

    assert verdicts(mapped(draft)) == {"II.4": "moved"}


def test_heading_that_lists_two_matters_answers_both() -> None:
    """ "Thuận lợi, khó khăn" stands for two items."""
    draft = DRAFT.replace(
        "1. Thuận lợi\nCấp trên thường xuyên quan tâm.\n2. Khó khăn\n", "1. Thuận lợi, khó khăn\n"
    )
    found = mapped(draft)

    assert list(verdicts(found).values()) == ["merged"]
    assert match(found, "I.1").sections == match(found, "I.2").sections


def test_parent_without_heading_is_merged_with_its_items() -> None:
    """Where the items of a part have headings, only the part's own heading is not there."""
    found = mapped(DRAFT.replace("III. Đánh giá chung\n", ""))

    assert match(found, "III").verdict == "merged"
    assert match(found, "III.3").verdict in ("matched", "moved")


def test_item_in_two_halves_is_split() -> None:
    """An item with two halves may have a heading for each."""
    asked = OUTLINE.replace(
        "2. Công tác tuyên truyền, nhân rộng điển hình tiên tiến",
        "2. Công tác tuyên truyền; đánh giá tác động đối với đời sống người dân",
    )
    draft = DRAFT.replace(
        "2. Công tác tuyên truyền, nhân rộng điển hình tiên tiến\nĐã đăng 12 tin, bài.\n",
        "2. Công tác tuyên truyền\nĐã đăng 12 tin, bài.\n3. Tác động đối với đời sống người dân\nThu nhập tăng.\n",
    )
    found = match(mapped(draft, asked), "II.2")

    assert found.verdict == "split"
    assert len(found.sections) == 2


def test_text_under_the_parent_covers_an_item() -> None:
    """An undivided section that speaks of an item covers it."""
    draft = cut("1. Thuận lợi", "II. Kết quả").replace(
        "I. Đặc điểm tình hình",
        "I. Đặc điểm tình hình\nĐơn vị có nhiều thuận lợi, song cũng gặp khó khăn về kinh phí.",
    )

    assert verdicts(mapped(draft)) == {"I.1": "covered", "I.2": "covered"}


def test_explicit_nil_answers_the_items_below() -> None:
    """ "Không." under a part answers for its items."""
    asked = f"{OUTLINE}- Với tỉnh\n- Với Trung ương\n"

    found = verdicts(mapped(DRAFT, asked))
    assert found == {"IV.voi-tinh": "covered", "IV.voi-trung-uong": "covered"}


def test_proposal_to_nobody_lacks_its_addressees() -> None:
    """ "Với tỉnh" needs words that are addressed to the province."""
    asked = f"{OUTLINE}- Với tỉnh\n- Với Trung ương\n"
    nobody = DRAFT.replace("Không.", "Tăng cường công tác tuyên truyền trong thời gian tới.")
    named = DRAFT.replace("Không.", "Đề nghị UBND tỉnh và các cơ quan Trung ương quan tâm bố trí kinh phí.")

    assert verdicts(mapped(nobody, asked)) == {"IV.voi-tinh": "missing", "IV.voi-trung-uong": "missing"}
    assert verdicts(mapped(named, asked)) == {"IV.voi-tinh": "covered", "IV.voi-trung-uong": "covered"}


def test_demanded_figures_elsewhere_cover_an_item() -> None:
    """The counts an item asks for answer it, wherever they stand in its part; without them it is missing."""
    gone = cut("3. Công tác khen", "4. Công tác kiểm")
    there = gone.replace("Đã đăng 12 tin, bài.", "Đã đăng 12 tin, bài; khen 04 tập thể và 11 cá nhân.")
    loose = gone.replace("Đã đăng 12 tin, bài.", "Đã biểu dương các tập thể, cá nhân tiêu biểu.")

    assert verdicts(mapped(there)) == {"II.3": "covered"}
    assert verdicts(mapped(loose)) == {"II.3": "missing"}


def test_line_that_may_be_the_heading_forbids_missing() -> None:
    """A bullet line with the item's words is no heading, but it makes the matter unclear."""
    gone = cut("4. Công tác kiểm tra", "III. Đánh giá")
    lines = sections(gone.replace("11 cá nhân.", "11 cá nhân.\nKiểm tra, giám sát"))

    found = map_outline(outline(), lines, unit="department")
    assert verdicts(found) == {"II.4": "unclear"}


@pytest.mark.parametrize(
    ("unit", "verdict"),
    [("department", "not_applicable"), (None, "not_applicable"), ("district", "missing")],
)
def test_item_for_districts_is_asked_of_districts(unit: str | None, verdict: str) -> None:
    """What is asked of every district is not asked of a department, nor of an office of unknown level."""
    asked = OUTLINE.replace(
        "4. Công tác kiểm tra, giám sát", "4. Giới thiệu gương tiêu biểu (đối với các huyện)"
    )

    assert (
        match(mapped(cut("4. Công tác kiểm tra", "III. Đánh giá"), asked, unit=unit), "II.4").verdict
        == verdict
    )


def test_optional_item_is_never_missing() -> None:
    """ "(nếu có)" leaves an item to the office."""
    asked = OUTLINE.replace("IV. Đề xuất, kiến nghị", "IV. Đề xuất, kiến nghị (nếu có)")

    assert verdicts(mapped(DRAFT.partition("IV.")[0], asked)) == {"IV": "not_applicable"}


def test_outline_one_level_down() -> None:
    """A draft that holds the whole outline one level lower still answers every item."""
    lower = "I. Phần báo cáo\n" + DRAFT
    for upper, digit in (("I", 1), ("II", 2), ("III", 3), ("IV", 4)):
        lower = lower.replace(f"\n{upper}. ", f"\n@{digit}. ")
    lower = "\n".join(
        f"a) {line[3:]}" if line[:1].isdigit() else line.replace("@", "") for line in lower.splitlines()
    )

    assert verdicts(mapped(lower)) == {}


def test_extra_sections_are_told() -> None:
    """A section that answers nothing is extra, and takes no item."""
    found = mapped(DRAFT.replace("III. Đánh", "5. Công tác chuyển đổi số\nĐã cấp 20 chữ ký số.\nIII. Đánh"))

    assert verdicts(found) == {}
    assert [s.heading.title for s in found.extra] == ["Công tác chuyển đổi số"]


def test_outline_of_something_else_scores_low() -> None:
    """A document of quite another kind hardly fits."""
    plan = "I. Mục đích, yêu cầu\nBám sát nhiệm vụ.\nII. Nội dung\nTổ chức hội thi.\nIII. Tổ chức thực hiện\nGiao Văn phòng.\n"

    assert mapped(plan).score < 0.2


def test_figures_of_other_sections_cover_nothing() -> None:
    """An item is covered by a text that speaks of its title's own words, not by the same nouns counted for others."""
    without = DRAFT.replace(
        "3. Công tác khen thưởng tập thể, cá nhân\nĐã khen 04 tập thể và 11 cá nhân.\n", ""
    )
    others = without.replace("Đã đăng 12 tin, bài.", "Có 04 tập thể, 11 cá nhân đăng tin, bài.")
    praised = without.replace("Đã đăng 12 tin, bài.", "Khen thưởng 04 tập thể, 11 cá nhân tuyên truyền tốt.")

    assert verdicts(mapped(others)) == {"II.3": "missing"}
    assert verdicts(mapped(praised)) == {"II.3": "covered"}
