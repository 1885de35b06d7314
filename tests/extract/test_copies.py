"""Passages that stand word for word in two places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_check.document import Paragraph, Passage
from thidua_check.extract.copies import find_copies, find_repeats, find_twins

STOCK = "tích cực tham gia các hoạt động nhân đạo từ thiện hướng tới những hoàn cảnh khó khăn trong cộng đồng dân cư"
WORDS = STOCK.split()


def passages(*texts: str) -> list[Passage]:
    return [Passage.whole(Paragraph(text, block=n)) for n, text in enumerate(texts)]


def test_marks_the_second_place_exactly() -> None:
    """The later of two equal stretches is the copy; its ends are the first and last equal words."""
    found = list(
        find_repeats(passages(f"Năm 2023, {STOCK}.", f"Văn phòng luôn {STOCK} và nhiều việc khác."), 20)
    )

    assert [(c.passage.text, c.source.paragraph.block, c.words) for c in found] == [(STOCK, 0, len(WORDS))]


def test_finds_a_repeat_within_one_paragraph() -> None:
    """A sentence said twice in one paragraph counts as well."""
    [found] = find_repeats(passages(f"{STOCK}. Ngoài ra, {STOCK}."), 20)

    assert found.source.start == 0
    assert found.passage.start > found.source.end


def test_goes_over_a_changed_word() -> None:
    """A copy goes on where one word was changed; the changed word is not counted."""
    changed = STOCK.replace("nhân đạo", "thiện nguyện")
    [found] = find_repeats(passages(STOCK, changed), 15)

    assert found.passage.text == changed
    assert found.words == len(WORDS) - 2


def test_leaves_short_stretches_alone() -> None:
    """Fewer equal words than asked for are no copy."""
    assert list(find_repeats(passages(STOCK, STOCK), len(WORDS) + 1)) == []


def test_compares_case_dashes_and_tone_places_alike() -> None:
    """Capitals, kinds of dashes and the place of the tone mark make no difference."""
    other = STOCK.upper().replace("HOÀN", "HOÀN") + " – hoà"
    [found] = find_repeats(passages(STOCK + " - hòa", other), 20)

    assert found.passage.text == other


def test_finds_what_another_draft_holds() -> None:
    """Copies from elsewhere are found wherever they stand there; repeats inside the draft are not its business."""
    found = list(find_copies(passages("mở đầu", STOCK, STOCK), passages("Trước đó. " + STOCK), 20))

    assert [c.passage.paragraph.block for c in found] == [1, 2]


def test_a_long_monotone_text_is_no_copy_of_itself() -> None:
    """One word a thousand times overlaps itself everywhere and is read in linear time."""
    assert list(find_repeats(passages("nghiệp " * 50_000), 50_000)) == []


@given(st.integers(0, 6), st.integers(0, 6))
def test_every_stretch_of_enough_words_is_found(cut: int, keep: int) -> None:
    """Cutting words from both ends of the copy shortens what is found by just these."""
    piece = WORDS[cut : len(WORDS) - keep]
    [found] = find_repeats(passages(STOCK, "xyz " + " ".join(piece) + " abc"), len(piece))

    assert found.words == len(piece)


def twins(*texts: str, least: int = 8) -> list[str]:
    """Return the sentences said again in some paragraphs."""
    passages = [Passage.whole(Paragraph(text, block=n)) for n, text in enumerate(texts)]
    return [copy.passage.text for copy in find_twins(passages, least)]


@pytest.mark.parametrize(
    ("texts", "again"),
    [
        (
            (
                "Bà con phấn khởi hiến đất làm đường liên thôn. Bà con phấn khởi hiến đất làm đường liên thôn.",
            ),
            1,
        ),
        (
            (
                "Bà con phấn khởi hiến đất làm đường liên thôn.",
                "Bà con phấn khởi hiến đất làm đường liên thôn.",
            ),
            1,
        ),
        (("Bà con phấn khởi hiến đất làm đường; bà con phấn khởi hiến đất làm đường liên thôn.",), 1),
        (("Bà con phấn khởi làm đường; bà con phấn khởi.",), 0),
        (("Bà con hiến 12 m2 đất làm đường liên thôn. Bà con hiến 15 m2 đất làm đường liên thôn.",), 0),
        (
            (
                "Bà con hiến đất làm đường liên thôn Thượng. Hội vận động bà con hiến đất làm đường liên thôn Thượng.",
            ),
            0,
        ),
    ],
)
def test_twins(texts: tuple[str, ...], again: int) -> None:
    """A sentence or clause begins with all the words of an earlier one; other figures or another beginning are none."""
    assert len(twins(*texts)) == again


def test_twin_clauses_join() -> None:
    """Clauses that follow each other both times are one passage, short ones too."""
    said = "Diện mạo nông thôn đổi mới; an ninh được giữ vững"

    assert twins(f"{said}. Thu nhập tăng. {said}.") == [said]
