"""Comments of a Word file are read with their threads."""

from __future__ import annotations

from tests.support.comments import answered, comment_lines, on, with_parts
from tests.support.word import docx, para
from thidua_check.read import read
from thidua_check.render.word import annotate

DRAFT = docx([para("Ngày 31/4/2024, Sở họp.")])


def commented() -> bytes:
    """Return a draft with one comment of the checker."""
    return annotate(DRAFT, on(DRAFT, "31/4/2024"))


def test_draft_without_comments_has_none() -> None:
    """Most drafts have no comments."""
    assert read(DRAFT).comments == ()


def test_comment_has_author_and_lines() -> None:
    """The paragraphs of a comment are lines."""
    (comment,) = read(commented()).comments

    assert comment.author == "thidua_check"
    assert comment.text.split("\n") == next(iter(comment_lines(commented()).values()))
    assert comment.parent is None


def test_answer_knows_what_it_answers() -> None:
    """The thread is in a part of its own."""
    data = answered(commented(), {"0": "BỎ QUA: đúng"})
    first, second = read(data).comments

    assert (first.parent, second.parent) == (None, 0)
    assert (second.author, second.text) == ("Lê Văn Mẫu", "BỎ QUA: đúng")


def test_decomposed_comment_is_composed() -> None:
    """Comments are NFC like all text."""
    (_, second) = read(answered(commented(), {"0": "BO\u0309 QUA"})).comments

    assert second.text == "BỎ QUA"


def test_damaged_comments_do_not_stop_a_check() -> None:
    """The draft is read where its comments cannot be."""
    data = with_parts(commented(), {"word/comments.xml": b"<w:comments"})

    assert read(data).comments == ()
    assert read(data).paragraphs[0].text == "Ngày 31/4/2024, Sở họp."
