"""Screens for people. ``UPDATE_SCREENS=1 pytest tests/render`` writes the golden screens anew: read the difference."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

import pytest
from attrs import evolve

from tests.render.samples import checked, clean, date_finding, draft, report, unreadable
from thidua_check.document import Document, Location, Paragraph
from thidua_check.findings import Level, Outcome, Place, RuleOutcome, Words
from thidua_check.outline.model import ItemMatch, Requirement, Verdict
from thidua_check.render.as_text import render_text
from thidua_check.render.layout import display_width
from thidua_check.render.view import View
from thidua_check.report import Report

SCREENS = Path(__file__).parent / "screens"
ANSI = re.compile(r"\x1b\[[0-9;]*m")
SAMPLES: dict[str, tuple[Report, View]] = {
    "findings_80": (report(checked()), View()),
    "findings_50": (report(checked()), View(width=50)),
    "findings_en": (report(checked()), View(lang="en")),
    "clean_80": (report(clean()), View()),
    "several_80": (report(clean(), unreadable(), checked()), View(min_level=Level.ERROR)),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_screen(name: str) -> None:
    """The whole screen is as it was read and approved."""
    text = render_text(*SAMPLES[name])
    golden = SCREENS / f"{name}.txt"
    if os.environ.get("UPDATE_SCREENS"):
        golden.write_text(text, encoding="utf-8")

    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 64, 80, 100])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    """Every line fits, at any width, in both languages."""
    for lang in ("vi", "en"):
        text = render_text(report(checked(), unreadable()), View(width=width, lang=lang))

        assert max(map(display_width, text.splitlines())) <= width


def test_colour_adds_codes_only() -> None:
    """Without its codes the coloured screen is the plain one, but for the marks round the words."""
    plain = render_text(report(checked()), View(width=100)).replace("«", "").replace("»", "")
    coloured = render_text(report(checked()), View(width=100, color=True))

    assert _letters(ANSI.sub("", coloured)) == _letters(plain)
    assert "\x1b[1;31m15/9/25022\x1b[0m" in coloured


def _letters(screen: str) -> str:
    """A screen without what wrapping changes."""
    return "".join(screen.replace("│", "").split())


def test_nothing_found_is_said() -> None:
    """An empty result names itself and lists what was not checked."""
    text = render_text(report(clean()), View())

    assert "Không thấy lỗi nào trong những điều đã kiểm tra." in text
    assert "Chưa kiểm tra\n  - " in text


def test_hidden_findings_are_counted() -> None:
    """What --min-level hides is still said to be there."""
    text = render_text(report(checked()), View(min_level=Level.ERROR))

    assert "SL07" not in text
    assert "Còn 2 phát hiện dưới mức lỗi không hiện ra" in text


def test_exit_meaning_follows_fail_on() -> None:
    """The last line says what the exit code means."""
    warning = evolve(date_finding(), level=Level.WARNING)
    last = {
        level: render_text(report(checked(warning)), View(fail_on=level)).splitlines()[-1]
        for level in (Level.ERROR, Level.WARNING, None)
    }

    assert last[Level.ERROR] == "Không có chỗ nào ở mức bắt buộc phải sửa (mã kết thúc 0)."
    assert last[Level.WARNING] == "Chưa nên gửi: còn 1 chỗ phải sửa (mã kết thúc 1)."
    assert last[None].startswith("Theo --fail-on never")


def test_crashed_rule_is_said() -> None:
    """A rule that crashed stands under what was not checked, and there is no verdict."""
    outcome = RuleOutcome("SL01", Outcome.ERROR, Words("ValueError"))
    text = render_text(report(checked(outcomes=(outcome,))), View())

    assert "  - SL01: quy tắc này không chạy được (ValueError)" in text
    assert text.splitlines()[-1].endswith("(mã kết thúc 2).")


def test_reasons_are_grouped() -> None:
    """Rules that were not applied for one reason share a line."""
    assert "  - NT03, VD06: không rõ ngày của văn bản\n" in render_text(report(checked()), View())


def test_undecided_outline_items_are_said() -> None:
    """Items whose verdict is unclear are counted among what was not checked."""
    mapped = draft().outlines[0]
    unclear = evolve(mapped, matches=(*mapped.matches, ItemMatch(mapped.outline.items[1], Verdict.UNCLEAR)))
    text = render_text(report(checked(outlines=(unclear,))), View())

    assert "1 mục của đề cương chưa kết luận được" in text
    assert "đáp ứng 2/3 mục" in text


def test_instructions_that_are_not_judged_are_listed() -> None:
    """What a given outline asks for and no rule judges stands under what was not checked; a chosen one's does not."""
    mapped = draft().outlines[0]
    first = mapped.matches[0]
    item = evolve(
        first.item,
        requires=(Requirement("topic", ("hiệu quả",), "hiệu quả"),),
        unchecked=("gọn trong 02 trang",),
    )
    told = evolve(mapped, how="given", matches=(evolve(first, item=item), *mapped.matches[1:]))
    words = f"cần người đối chiếu: {item.id} “hiệu quả; gọn trong 02 trang”"

    assert words in " ".join(render_text(report(checked(outlines=(told,))), View()).split())
    assert words not in " ".join(
        render_text(report(checked(outlines=(evolve(told, how="chosen"),))), View()).split()
    )


def test_many_places_are_cut() -> None:
    """A folded finding shows eight more places and counts the rest."""
    places = tuple(
        Place(Location("body", n, 0, 4, line=n + 1, line_end=n + 1), "15/9/25022") for n in range(30)
    )
    text = render_text(report(checked(evolve(date_finding(), places=places))), View(width=100))

    assert "dòng 9; và 21 chỗ nữa" in " ".join(text.split())


HOSTILE = "\x1b]0;x\x07\x9b2J\u202egnp.exe\u2066</script>[/b]\r{x}%s"


def test_hostile_words_are_written_out() -> None:
    """Escape sequences, bidi overrides and the like from document, message and path never reach the screen raw."""
    body = (Paragraph(f"Trước {HOSTILE} sau", block=0, lines=((0, 1),)),)
    finding = date_finding(
        message=Words(f"Thấy “{HOSTILE}”."),
        excerpt=HOSTILE,
        location=Location("body", 0, 6, 6 + len(HOSTILE), line=1, line_end=1, section=(HOSTILE,)),
    )
    document = Document(f"a\n{HOSTILE}.txt", "0" * 64, "txt", body)
    text = render_text(report(checked(finding, document=document)), View())

    assert {c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Cs")} == {"\n"}
    assert "\\x1b]0;x\\x07\\x9b2J\\u202egnp.exe" in text
    assert text.startswith("a\\n\\x1b]0;")
