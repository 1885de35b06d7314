"""The reports of the corpus held against the outlines of their guidance letter: headings by line, absences by item."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from thidua_check.anatomy import analyse
from thidua_check.outline.choose import choose
from thidua_check.outline.model import OutlineMap, Verdict
from thidua_check.outline.source import load_outlines
from thidua_check.read import read

CORPUS = Path(__file__).parents[2] / "fixtures" / "corpus"
# The line of each heading and the item it answers; headings that stand for several items are told by their own one.
LINES = {
    ("001", 0): {
        "I": 13, "II": 21, "II.1": 23, "II.2": 33, "II.3": 49, "II.4": 57, "III": 67, "III.1": 69, "III.3": 87,
        "III.4": 93, "IV": 97,
    },
    ("000", 0): {
        "II": 13, "II.1": 17, "II.2": 57, "II.3": 133, "II.4": 219, "II.5": 257, "III.1": 273, "III.1.a": 275,
        "III.1.b": 307, "III.2": 311, "III.3": 317,
    },
    ("000", 1): {
        "II": 343, "II.1": 347, "II.2": 371, "II.3": 397, "II.4": 439, "III.1": 461, "III.1.a": 463, "III.2": 483,
        "III.3": 489, "IV": 507,
    },
}  # fmt: skip
# Items of which it is certain that the report lacks them.
ABSENT = {
    ("001", 0): "I.2 I.3 II.2.d II.4.b II.5 III.2 III.2.a III.2.b IV.voi-tinh IV.voi-trung-uong",
    ("000", 0): "I I.1 I.2 I.3 II.2.d II.6 III.2.b III.4",
    ("000", 1): "I I.1 I.2 I.3 II.2.d II.4.b II.5 II.6 III.2.a III.4",
}
# Items that the report answers in its text, or of which a reader may doubt it: they may never be errors for sure.
ANSWERED_IN_TEXT = {("001", 0): "I.1 II.2.b III.1.a III.1.b", ("000", 0): "II.2.b III", ("000", 1): "III"}


@cache
def maps(number: str) -> tuple[OutlineMap, ...]:
    document = read(str(next(CORPUS.glob(f"{number}_*.txt"))))
    given = load_outlines(str(next(CORPUS.glob("003_*.txt"))))
    return choose(document, analyse(document), given=given)[1]


def tail(item_id: str) -> str:
    return item_id.partition("/")[2]


@pytest.mark.parametrize(("number", "part"), LINES)
def test_every_heading_stands_on_its_item(number: str, part: int) -> None:
    """Each heading answers the item that a reader gives it."""
    got = {
        tail(m.item.id): [s.heading.paragraph.line_at(s.heading.passages[0].start) for s in m.sections]
        for m in maps(number)[part].matches
    }

    assert {item: got[item] for item in LINES[number, part]} == {
        i: [n] for i, n in LINES[number, part].items()
    }


@pytest.mark.parametrize(("number", "part"), ABSENT)
def test_every_certain_absence_is_said(number: str, part: int) -> None:
    """What is certainly absent is missing."""
    missing = {tail(m.item.id) for m in maps(number)[part].matches if m.verdict is Verdict.MISSING}

    assert set(ABSENT[number, part].split()) <= missing


@pytest.mark.parametrize(("number", "part"), ANSWERED_IN_TEXT)
def test_what_is_answered_in_the_text_is_not_missing(number: str, part: int) -> None:
    """An item without a heading whose matter is there is not missing."""
    missing = {tail(m.item.id) for m in maps(number)[part].matches if m.verdict is Verdict.MISSING}

    assert missing.isdisjoint(ANSWERED_IN_TEXT[number, part].split())


@pytest.mark.parametrize(("number", "part"), LINES)
def test_department_is_not_asked_what_districts_are(number: str, part: int) -> None:
    """The item for every district is not asked of a department."""
    verdicts = {tail(m.item.id): m.verdict for m in maps(number)[part].matches}

    assert verdicts["II.4.c"] is Verdict.NOT_APPLICABLE
