"""Answers to comments set findings aside, each for its reason."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from attrs import evolve

from thidua_check.checking import check
from thidua_check.document import Comment, Document
from thidua_check.findings import Finding, Outcome, RuleOutcome, Words
from thidua_check.suppress import Suppression, answers, mark, settle


def finding() -> Finding:
    """Return a finding on an invented text."""
    return check("Ngày 31/4/2024, Sở họp.".encode(), name="a.txt", select=["NT01"]).findings[0]


def document(*comments: Comment) -> Document:
    """Return an empty document with these comments."""
    return Document("a.docx", "0" * 64, "docx", (), comments=comments)


def said(*comments: Comment) -> list[str]:
    """Return the reasons that were understood."""
    return [s.reason for s in answers(document(*comments))]


OURS = Comment("thidua_check", "LỖI NT01: ngày này không có.\n[NT01 · 0123456789abcdef]")


def test_answer_with_a_reason_counts() -> None:
    """An answer to a comment of the checker suppresses what the comment is on, and says who answered."""
    (found,) = answers(document(OURS, Comment("Lê Mẫu", "BỎ QUA: trích nguyên văn", parent=0)))

    assert (found.rule, found.fingerprint, found.reason) == ("NT01", "0123456789abcdef", "trích nguyên văn")
    assert found.source.vi == "trả lời nhận xét của Lê Mẫu trong tệp"


def test_answer_to_an_answer_counts() -> None:
    """A thread may be several answers deep."""
    thread = (OURS, Comment("B", "Có đúng không?", parent=0), Comment("A", "Bỏ qua - đã hỏi Sở", parent=1))

    assert said(*thread) == ["đã hỏi Sở"]


@pytest.mark.parametrize(
    "text",
    [
        "LỖI NT01: sai.\nBỎ QUA: đúng theo mẫu\n[NT01 · 0123456789abcdef]",
        "LỖI NT01: sai.\n[NT01 · 0123456789abcdef]\nbỏ qua: đúng theo mẫu",
        "LỖI NT01: sai.\n[NT01 · 0123456789abcdef] BỎ QUA: đúng theo mẫu",
    ],
)
def test_reason_written_into_the_comment_counts(text: str) -> None:
    """Programs without answers let people write into the comment itself."""
    assert said(Comment("thidua_check", text)) == ["đúng theo mẫu"]


@pytest.mark.parametrize(
    "answer",
    [
        "BỎ QUA",
        "BỎ QUA:",
        "BỎ QUA: ",
        "BỎ QUA: lý do",
        "BỎ QUA: …",
        "Không thể BỎ QUA: phải sửa",
        "Đã sửa",
        "",
    ],
)
def test_answer_without_a_reason_does_not_count(answer: str) -> None:
    """No reason, the words of the instruction, or another sentence suppress nothing."""
    assert said(OURS, Comment("A", answer, parent=0)) == []


def test_comment_on_the_same_words_answers_where_threads_are_lost() -> None:
    """Some programs keep no threads; two comments of the checker on the same words leave it open which is meant."""
    ours, other = evolve(OURS, span=(5, 9)), evolve(OURS, text="[NT02 · 0123456789abcdef]", span=(5, 9))
    answer = Comment("A", "BỎ QUA: trích nguyên văn", span=(5, 9))

    assert said(answer, ours) == ["trích nguyên văn"]
    assert said(evolve(answer, span=(5, 8)), ours) == []
    assert said(evolve(answer, span=None), evolve(ours, span=None)) == []
    assert said(answer, ours, other) == []


def test_comment_between_people_does_not_count() -> None:
    """The same words under somebody else's comment speak of something else."""
    assert said(Comment("A", "Xem lại chỗ này"), Comment("B", "BỎ QUA: không cần", parent=0), OURS) == []


def test_finding_is_moved_and_its_rule_passes() -> None:
    """What was set aside is kept apart with its reason; a rule without other findings passes."""
    one = finding()
    by = Suppression("NT01", "trích nguyên văn", Words("tệp"), fingerprint=one.fingerprint)
    settled = settle([RuleOutcome("NT01", Outcome.FAIL, findings=1)], [one], [by])

    assert settled.findings == ()
    assert [(s.finding, s.by) for s in settled.suppressed] == [(one, by)]
    assert settled.outcomes == (RuleOutcome("NT01", Outcome.PASS, findings=0),)


@pytest.mark.parametrize(
    ("rule", "mark_of", "section", "covered"),
    [
        ("NT01", "same", None, True),
        ("NT02", "same", None, False),
        ("NT01", "other", None, False),
        ("NT01", None, ("II",), True),
        ("NT01", None, ("II", "1"), True),
        ("NT01", None, ("I",), False),
        ("NT01", None, ("II", "1", "a"), False),
        ("NT01", None, None, False),
    ],
)
def test_rule_and_fingerprint_or_section_must_fit(
    rule: str, mark_of: str | None, section: Sequence[str] | None, covered: bool
) -> None:
    """A suppression names a rule with one finding of it or with a section."""
    one = finding()
    one = evolve(one, location=evolve(one.location, section=("II", "1")))
    wanted = {"same": one.fingerprint, "other": "f" * 16, None: None}[mark_of]
    by = Suppression(rule, "r", Words("x"), wanted, None if section is None else tuple(section))

    assert by.covers(one) is covered


def test_mark_names_rule_and_fingerprint() -> None:
    """The mark of a finding is read back from a comment."""
    one = finding()
    (found,) = answers(document(Comment("x", f"{mark(one)}\nBỎ QUA: có lý do riêng")))

    assert found.covers(one)
