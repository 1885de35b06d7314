"""Passages in their sentence and their section."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.render.samples import draft, paragraphs
from thidua_check.document import Location
from thidua_check.render.context import Atlas, Quote, quote


def test_sentence_ends_at_semicolon_and_stop() -> None:
    """The quote is the sentence, not the paragraph."""
    text = "Câu đầu. Họp ngày 31/4/2024; xong việc. Câu cuối."

    assert quote(text, 18, 27) == Quote("Họp ngày ", "31/4/2024", ";")


def test_long_sentences_are_cut_at_words() -> None:
    """Far words give way to an ellipsis."""
    text = "một " * 60 + "SAI" + " hai" * 60
    quoted = quote(text, 240, 243)

    assert quoted.words == "SAI"
    assert quoted.before.startswith("… một")
    assert quoted.after.endswith("hai …")
    assert max(len(quoted.before), len(quoted.after)) <= 112


def test_long_passages_keep_both_ends() -> None:
    """A passage of a whole paragraph is shortened in the middle."""
    text = "đầu " + "giữa " * 200 + "cuối"
    quoted = quote(text, 0, len(text))

    assert quoted.words.startswith("đầu giữa")
    assert quoted.words.endswith("giữa cuối")
    assert len(quoted.words) < 270


def test_unknown_paragraph_gives_the_excerpt() -> None:
    """A location that is not in the document shows the words of the finding."""
    atlas = Atlas.of(draft().document, draft().anatomy)

    assert atlas.quote(Location("body", 99, 0, 3), "ba chữ") == Quote("", "ba chữ", "")


def test_section_is_found_by_place() -> None:
    """A location belongs to the section whose heading stands before it in reading order."""
    atlas = Atlas.of(draft().document, draft().anatomy)
    inside = atlas.section_of(Location("body", 5, 0, 4))

    assert inside is not None
    assert inside.heading.title == "Kết quả"
    assert atlas.section_of(Location("body", 0, 0, 4)) is None
    assert (atlas.first_heading, atlas.last_content) == (2, len(paragraphs()) - 2)


@given(st.text(max_size=300), st.data())
def test_quote_never_fails(text: str, data: st.DataObject) -> None:
    """Any passage of any text can be quoted, on one line."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quoted = quote(text, start, end)

    assert "\n" not in quoted.before + quoted.words + quoted.after
