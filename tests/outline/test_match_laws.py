"""Laws of the mapper on drafts that are typed after the shipped outlines with changes that offices make."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.outline.drafts import DRAFT, mapped, sections, typed, without_notes
from thidua_check.outline.match import map_outline
from thidua_check.outline.model import Outline, OutlineMap, Verdict
from thidua_check.outline.source import builtin

OUTLINES = {o.id: o for o in builtin()}
KINDS = ("remove", "swap", "shorten", "rename", "slip", "capitals", "add", "flat")


def hold(asked: Outline, lines: tuple[str, ...]) -> OutlineMap:
    return map_outline(asked, sections("\n".join(lines)), unit="department")


def lines_of(found: OutlineMap) -> dict[str, list[int]]:
    """Return the lines of the headings that answer each item."""
    return {m.item.id: [s.heading.paragraph.block for s in m.sections] for m in found.matches}


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(OUTLINES)), st.integers(0, 10_000), st.sampled_from(KINDS))
def test_heading_stays_on_its_item(outline_id: str, seed: int, change: str) -> None:
    """Whatever one change is made, no heading answers a wrong item and no item that is there is missing."""
    draft = typed(OUTLINES[outline_id], seed, [change])
    found = hold(OUTLINES[outline_id], draft.lines)
    got = lines_of(found)

    assert [i for i, line in draft.truth.items() if got[i] and line not in got[i]] == []
    assert [
        m.item.id for m in found.matches if m.item.id in draft.truth and m.verdict is Verdict.MISSING
    ] == []


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(sorted(OUTLINES)), st.integers(0, 10_000))
def test_removed_items_have_no_heading_of_their_own(outline_id: str, seed: int) -> None:
    """What was left out is missing, in doubt, or told to be part of another section."""
    draft = typed(OUTLINES[outline_id], seed, ["remove"])
    found = {m.item.id: m.verdict for m in hold(OUTLINES[outline_id], draft.lines).matches}

    allowed = {Verdict.MISSING, Verdict.UNCLEAR, Verdict.COVERED, Verdict.MERGED}
    assert {found[i] for i in draft.removed} <= allowed


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(sorted(OUTLINES)), st.integers(0, 10_000))
def test_swapped_neighbours_keep_their_items(outline_id: str, seed: int) -> None:
    """Changing the order of sections changes the verdict, never the item."""
    draft = typed(OUTLINES[outline_id], seed, ["swap"])
    got = lines_of(hold(OUTLINES[outline_id], draft.lines))

    assert all(got[i] == [line] for i, line in draft.truth.items())


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_decomposed_draft_is_mapped_alike(form: str) -> None:
    """The Unicode form of the draft does not matter."""
    plain = mapped(DRAFT)
    other = mapped(unicodedata.normalize(form, DRAFT))  # type: ignore[arg-type]

    assert [(m.verdict, m.score) for m in other.matches] == [(m.verdict, m.score) for m in plain.matches]


@pytest.mark.parametrize("outline_id", sorted(OUTLINES))
def test_faithful_draft_fits_fully(outline_id: str) -> None:
    """A draft that is typed after an outline has every section of it."""
    asked = without_notes(OUTLINES[outline_id])
    found = hold(asked, typed(asked, 1, []).lines)

    assert {m.verdict for m in found.matches} <= {Verdict.MATCHED, Verdict.NOT_APPLICABLE}
    assert found.score > 0.95
