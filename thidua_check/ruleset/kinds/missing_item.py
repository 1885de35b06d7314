"""Required items of the outline that the draft surely lacks, the topmost ones only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from thidua_check.anatomy.model import Section
from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Confidence, Level, Words
from thidua_check.outline.case import ANSWERED, quoted
from thidua_check.outline.model import ItemMatch, OutlineItem, OutlineMap, Verdict
from thidua_check.ruleset.kinds.anchors import last_words, opening, words_before
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

_THERE = ANSWERED | {Verdict.COVERED}
_TITLE_WORDS = 16


@frozen
class Params:
    """``upper`` is the deepest level whose absence weighs as the rule says; what lies deeper weighs less.

    ``some`` is the share of an item's words or demands that are there from which its absence weighs less.
    """

    upper: int = 2
    some: Decimal = Decimal("0.3")


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report each topmost missing item; neighbours that are missing at one place make one finding."""
    if not draft.outlines:
        return NotApplicable(
            Words("không có đề cương để đối chiếu", "there is no outline to hold the draft against")
        )
    return [hit for found in draft.outlines for hit in _missing(draft, found, params)]


def _missing(draft: Draft, found: OutlineMap, params: Params) -> Iterator[Hit]:
    verdicts = {m.item.id: m for m in found.matches}
    groups: dict[tuple[str | None, int | None, bool], list[ItemMatch]] = {}
    for match in found.matches:
        parent = verdicts.get(match.item.parent or "")
        if match.verdict is Verdict.MISSING and not (parent and parent.verdict is Verdict.MISSING):
            key = (match.item.parent, match.after.index if match.after else None, match.score >= params.some)
            groups.setdefault(key, []).append(match)
    for group in groups.values():
        kept = [m for m in group if found.how != "parallel" or _elsewhere(draft, m.item)]
        if kept and (hit := _hit(draft, found, kept, verdicts, params)):
            yield hit


def _elsewhere(draft: Draft, item: OutlineItem) -> bool:
    """Whether another part of the draft, which the outline was made for, has the item."""
    return any(
        m.verdict in _THERE
        for each in draft.outlines
        if each.how != "parallel"
        for m in each.matches
        if m.item.id == item.id
    )


def _hit(
    draft: Draft,
    found: OutlineMap,
    group: Sequence[ItemMatch],
    verdicts: dict[str, ItemMatch],
    params: Params,
) -> Hit | None:
    passage, where = _anchor(draft, found, group[0], verdicts)
    if passage is None:
        return None
    values: dict[str, str | Words] = {
        "item": _items(group),
        "outline": found.outline.id,
        "where": where,
        "content": _content(found, group),
        "nearest": _nearest(group),
    }
    level, confidence = _weight(found, group, params)
    variant = {"parallel": "parallel", "given": "default"}.get(found.how, "guess")
    return Hit(passage, values, variant=variant, level=level, confidence=confidence, absent=True)


def _weight(found: OutlineMap, group: Sequence[ItemMatch], params: Params) -> tuple[Level, Confidence]:
    """How bad and how sure: as sure as the outline itself is, and less where some of the item's words do stand there."""
    upper = min(m.item.level for m in group) <= params.upper
    if found.how == "derived":
        return Level.INFO, Confidence.LOW
    if found.how == "parallel":
        return Level.WARNING, Confidence.MEDIUM
    if found.how == "chosen":
        return (Level.WARNING if upper else Level.INFO), Confidence.MEDIUM
    if any(m.score >= params.some for m in group):
        return Level.WARNING, Confidence.MEDIUM
    return (Level.ERROR if upper else Level.WARNING), Confidence.HIGH


def _anchor(
    draft: Draft, found: OutlineMap, match: ItemMatch, verdicts: dict[str, ItemMatch]
) -> tuple[Passage | None, Words]:
    """Return the words that the item should follow, and where that is in words."""
    parent = verdicts.get(match.item.parent or "")
    if match.after is None:
        first = _first(draft, found)
        if first is None:
            return opening(draft), Words("ở đầu phần nội dung", "at the beginning")
        if found.part is not None:
            where = Words(f"ở đầu phần {quoted(first)}", f"at the beginning of {quoted(first)}")
            return first.heading.title_passage, where
        where = Words(f"trước mục {quoted(first)}", f"before {quoted(first)}")
        return words_before(draft, first), where
    if parent and match.after in parent.sections:
        return match.after.heading.title_passage, Words(
            f"trong mục {quoted(match.after)}", f"in {quoted(match.after)}"
        )
    return last_words(draft.anatomy.sections, match.after), Words(
        f"sau mục {quoted(match.after)}", f"after {quoted(match.after)}"
    )


def _first(draft: Draft, found: OutlineMap) -> Section | None:
    sections = draft.anatomy.sections
    part = next((s for s in sections if found.part and s.heading.path == (found.part,)), None)
    return part or next(iter(sections), None)


def _items(group: Sequence[ItemMatch]) -> Words:
    names = ", ".join(f"“{_short(m.item)}”" for m in group)
    if len(group) == 1:
        return Words(f"mục {names}", names)
    return Words(f"các mục {names}", names)


def _short(item: OutlineItem) -> str:
    words = item.title.split()
    title = " ".join(words[:_TITLE_WORDS]) + ("…" if len(words) > _TITLE_WORDS else "")
    return f"{item.label} {title}".strip()


def _content(found: OutlineMap, group: Sequence[ItemMatch]) -> Words:
    """Say what the missing items should contain: their own items, else their instructions; nothing if neither."""
    parts = [_short(c) for m in group for c in found.outline.children(m.item) if c.is_heading]
    notes = [note for m in group for note in m.item.notes]
    said = "; ".join(parts or notes)
    return Words(f", gồm: {said}", f", with: {said}") if said else Words("")


def _nearest(group: Sequence[ItemMatch]) -> Words:
    near = next((m.nearest for m in group if m.nearest), None)
    if near is None:
        return Words("")
    return Words(f" Tiêu đề gần nhất trong bài: {quoted(near)}.", f" The closest heading is {quoted(near)}.")


_PROVIDES = frozenset({"item", "outline", "where", "content", "nearest"})
KIND = Kind("missing_item", check, Params, {"default": _PROVIDES, "guess": _PROVIDES, "parallel": _PROVIDES})
