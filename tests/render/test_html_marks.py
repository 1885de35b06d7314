"""A paragraph cut into pieces at marks, formatting and notes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from thidua_check.document import Paragraph, Run
from thidua_check.render.html.marks import Mark, Piece, pieces

TEXT = "Tổng số 9638 hộ, trong đó 1.200 hộ nghèo."


def cut(*marks: Mark, runs: tuple[Run, ...] = (), cuts: tuple[int, ...] = ()) -> list[Piece]:
    """The pieces of the sample sentence."""
    return list(pieces(Paragraph(TEXT, runs=runs), marks, cuts))


def words(found: list[Piece]) -> list[str]:
    """The words of each piece."""
    return [TEXT[p.start : p.end] for p in found]


def test_text_without_marks_is_one_piece() -> None:
    """Nothing to cut at."""
    assert words(cut()) == [TEXT]


def test_mark_is_cut_out() -> None:
    """Before, the words, and after."""
    found = cut(Mark(8, 12, 1, 1, "error"))

    assert words(found) == ["Tổng số ", "9638", " hộ, trong đó 1.200 hộ nghèo."]
    assert [[m.number for m in p.inside] for p in found] == [[], [1], []]
    assert [[m.number for m in p.opening] for p in found] == [[], [1], []]


def test_overlapping_marks_take_the_gravest_grade() -> None:
    """Where two marks lie on one another the piece has both and looks like the worse one."""
    found = cut(Mark(0, 12, 1, 1, "info"), Mark(8, 15, 2, 1, "error"))

    assert words(found)[:3] == ["Tổng số ", "9638", " hộ"]
    assert [[m.number for m in p.inside] for p in found] == [[1], [1, 2], [2], []]
    assert [p.grade for p in found[:3]] == ["info", "error", "error"]


def test_mark_without_words_is_not_lost() -> None:
    """A place between two words, or at the very end, still gets its number."""
    end = len(TEXT)
    found = cut(Mark(8, 8, 1, 1, "info"), Mark(end, end, 2, 1, "info"))

    assert [[m.number for m in p.opening] for p in found] == [[], [1], [2]]
    assert words(found)[-1] == ""


def test_formatting_cuts_too() -> None:
    """A piece lies in one run."""
    found = cut(runs=(Run(0, 8, bold=True), Run(8, 12, italic=True)))

    assert words(found) == ["Tổng số ", "9638", " hộ, trong đó 1.200 hộ nghèo."]
    assert [(p.run.bold, p.run.italic) if p.run else None for p in found] == [
        (True, False),
        (False, True),
        None,
    ]


offsets = st.integers(0, len(TEXT))
spans = st.tuples(offsets, offsets).map(lambda pair: (min(pair), max(pair)))


@given(st.lists(spans, max_size=8), st.lists(offsets, max_size=4))
def test_pieces_are_the_text_again(found: list[tuple[int, int]], cuts: list[int]) -> None:
    """However marks lie, no word is lost or doubled, and every mark opens once."""
    marks = [Mark(start, end, n, 1, "info") for n, (start, end) in enumerate(sorted(found))]
    result = cut(*marks, cuts=tuple(cuts))

    assert "".join(words(result)) == TEXT
    assert sorted(m.number for p in result for m in p.opening) == list(range(len(marks)))
    for mark in marks:
        inside = [p for p in result if mark in p.inside]
        assert "".join(words(inside)) == TEXT[mark.start : mark.end]
