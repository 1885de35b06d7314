"""The rules on structure, beyond the examples in their files."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests.outline.drafts import DRAFT, outline
from thidua_check.checking import Options, analyse
from thidua_check.findings import Finding, Level
from thidua_check.outline.model import Outline
from thidua_check.outline.source import load_outlines
from thidua_check.read import read
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.run import run_rule

CORPUS = Path(__file__).parents[2] / "fixtures" / "corpus"
RULES = {rule.id: rule for rule in load_rules().rules}


@cache
def letter() -> tuple[Outline, ...]:
    return load_outlines(str(next(CORPUS.glob("003_*.txt"))))


def findings(rule: str, source: str | bytes, given: tuple[Outline, ...] = ()) -> list[Finding]:
    document = read(source, name="bao-cao.txt")
    _, pairs = run_rule(RULES[rule], analyse(document, Options(outlines=given, stage="issued")))
    return [finding for _, finding in pairs]


def corpus(rule: str, number: str, *, given: bool = True) -> list[Finding]:
    return findings(rule, next(CORPUS.glob(f"{number}_*.txt")).read_bytes(), letter() if given else ())


def report(body: str) -> bytes:
    lines = "\n\n".join(line for line in body.splitlines() if line)
    return f"BÁO CÁO\nCông tác thi đua năm 2024\n\nSở Ví Dụ báo cáo như sau:\n\n{lines}\n".encode()


def test_missing_sections_of_001() -> None:
    """The report on VNN lacks these, each told once where it belongs: line and level."""
    found = [(f.location.line, f.level) for f in corpus("BC01", "001")]

    assert (65, Level.ERROR) in found  # II.5
    assert (65, Level.WARNING) in found  # II.6, of which some words are there
    assert (85, Level.ERROR) in found  # III.2 with its two items
    assert (13, Level.ERROR) in found  # I.2 and I.3 in one finding
    assert (97, Level.ERROR) in found  # both addressees of part IV
    assert all(f.level < Level.ERROR for f in corpus("BC01", "001") if f.location.line == 33)


def test_topmost_missing_item_speaks_for_those_below() -> None:
    """000 lacks all of part I of the outline: one finding, which names what it should contain."""
    (found,) = [f for f in corpus("BC01", "000") if "KHÁI QUÁT" in f.message.vi]

    assert found.level is Level.ERROR
    assert found.location.line == 13
    assert found.suggestion is not None
    assert "Thuận lợi" in found.suggestion.text.vi


def test_part_without_guidance_is_judged_by_the_other_part() -> None:
    """Part II of 000 lacks the commendation that part I has: a warning; what both lack is told once."""
    parallel = [f for f in corpus("BC01", "000") if "Phần này thiếu" in f.message.vi]

    assert [f.level for f in parallel] == [Level.WARNING] * len(parallel)
    assert any("Công tác khen thưởng" in f.message.vi for f in parallel)
    assert sum("kiểm tra, giám sát" in f.message.vi for f in corpus("BC01", "000")) == 1


def test_guessed_outline_is_no_order() -> None:
    """Without a given outline nothing that is missing is an error, and the message says that it was guessed."""
    found = corpus("BC01", "001", given=False)

    assert found
    assert all(f.level <= Level.WARNING for f in found)
    assert all("suy đoán" in f.message.vi for f in found)


@pytest.mark.parametrize("number", ["002", "004"])
@pytest.mark.parametrize("rule", ["BC01", "BC02", "BC03", "BC04", "BC07"])
def test_other_documents_of_the_corpus_are_quiet(rule: str, number: str) -> None:
    """The plan and the five-year report are not measured by a report's outline, and their structure holds."""
    assert corpus(rule, number, given=False) == []


def test_consistent_renumbering_is_right() -> None:
    """001 leaves sections out and numbers the rest through: no gap."""
    assert corpus("BC04", "001") == []


def test_slip_in_the_middle_is_told_once() -> None:
    """One wrong number in a row that goes on rightly is one finding."""
    body = "".join(
        f"{n}. Nội dung thứ {word}\nĐã hoàn thành.\n" for n, word in ((1, "a"), (2, "b"), (7, "c"), (4, "d"))
    )

    assert [f.excerpt for f in findings("BC04", report(f"I. Kết quả\n{body}"))] == ["7."]


def test_lists_under_unlabelled_headings_begin_anew() -> None:
    """Numbers may begin again at 1 in another list."""
    body = "I. Kết quả\n1. Tuyên truyền\nĐã làm.\n2. Khen thưởng\nĐã làm.\nII. Nhiệm vụ\n1. Tuyên truyền\nSẽ làm.\n"

    assert findings("BC04", report(body)) == []


@pytest.mark.parametrize(
    ("body", "empty"),
    [
        (
            DRAFT.replace("Đã đăng 12 tin, bài.\n", ""),
            ["Công tác tuyên truyền, nhân rộng điển hình tiên tiến"],
        ),
        (DRAFT.replace("Không.\n", "").replace("kiến nghị", "kiến nghị: Không."), []),
        (DRAFT.replace("Đã đăng 12 tin, bài.", "Không."), []),
    ],
)
def test_empty_section_of_a_given_outline_is_an_error(body: str, empty: list[str]) -> None:
    """A heading that answers the outline and has nothing under it; "Không." is something."""
    found = findings("BC02", report(body), (outline(),))

    assert [f.excerpt for f in found] == empty
    assert all(f.level is Level.ERROR for f in found)


def test_section_before_a_table_is_not_empty() -> None:
    """A table is content."""
    from tests.support.word import bold, docx, table

    data = docx(
        [
            bold("BÁO CÁO"),
            bold("I. KẾT QUẢ"),
            "Đã làm.",
            bold("II. SỐ LIỆU"),
            table([["a", "b"]]),
            bold("III. KIẾN NGHỊ"),
            "Không.",
        ]
    )

    assert findings("BC02", data) == []


def test_same_name_in_two_parts_is_right() -> None:
    """000 uses the same headings for both movements."""
    assert corpus("BC07", "000") == []
