"""The shipped drafts: they are what their builder makes, and their mistakes are found where they stand."""

from __future__ import annotations

import pytest

from tests.support.draft_texts import MISTAKES, Mistake
from tests.support.drafts import FOLDER, drafts
from tests.support.word import unpack
from thidua_check import Finding, check
from thidua_check.cli import main
from thidua_check.outline.source import load_outlines

LETTER = FOLDER / "cong-van-huong-dan.docx"


def _members(data: bytes) -> dict[str, bytes]:
    return unpack(data) if data.startswith(b"PK") else {"": data}


def _found(name: str) -> tuple[Finding, ...]:
    return check(FOLDER / name, outline=LETTER, stage="issued").findings


@pytest.mark.parametrize(("name", "data"), drafts().items(), ids=drafts().keys())
def test_shipped_as_built(name: str, data: bytes) -> None:
    """A shipped draft holds what ``python -m tests.support.drafts`` writes."""
    assert _members((FOLDER / name).read_bytes()) == _members(data)


@pytest.mark.parametrize("name", ["bao-cao-dat.docx", "bao-cao-dat.md"])
def test_good_report(name: str) -> None:
    """The good report is clean, held against the guidance letter."""
    assert [(f.rule, f.excerpt) for f in _found(name) if f.outcome == "fail"] == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda m: m.wrong)
def test_mistakes_found(mistake: Mistake) -> None:
    """Each mistake is marked by its rule on the offending words."""
    marked = [f.excerpt for f in _found("bao-cao-co-loi.docx") if f.rule in mistake.rules]

    assert any(mistake.words in excerpt for excerpt in marked)


@pytest.mark.parametrize("name", ["bao-cao-co-loi.docx", "bao-cao-co-loi.txt"])
def test_left_out_sections(name: str) -> None:
    """The two sections left out are errors, since the letter asks for them."""
    missing = [f for f in _found(name) if f.rule == "BC01"]

    assert [str(f.level) for f in missing] == ["error", "error"]
    assert "5. Công tác khen thưởng tập thể" in missing[0].message.vi
    assert "2. Nguyên nhân của hạn chế" in missing[1].message.vi


def test_letter_holds_one_outline() -> None:
    """The guidance letter gives one outline of 29 items, with what it asks for in brackets."""
    (outline,) = load_outlines(str(LETTER))

    assert len(outline.items) == 29
    assert [item.label for item in outline.items if item.notes] == ["d)", "b)", "5."]


def test_letter_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """The outline is shown with its labels as they stand in the letter, dashes among them."""
    main(["outline", str(LETTER)])
    shown = capsys.readouterr().out.splitlines()

    assert shown[-4:] == ["    - Với tỉnh", "    - Với Trung ương", "", "29 mục."]
