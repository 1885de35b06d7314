"""The period of the draft's own movement against the one in its title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.extract.periods import Period
from thidua_check.findings import Words
from thidua_check.outline.movements import bare, identify
from thidua_check.ruleset.model import Hit, Kind, NotApplicable


@frozen
class Params:
    """``leads`` are the words before a period that name a phase of a movement, not any span of years."""

    leads: tuple[str, ...] = ()


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report periods of the movement that the title names, where they overlap the title's and differ."""
    own = _title_period(draft)
    if own is None:
        return NotApplicable(
            Words(
                "tên văn bản không nêu một phong trào với giai đoạn",
                "the title names no movement with a period",
            )
        )
    return list(_others(draft, own, params))


def _title_period(draft: Draft) -> Period | None:
    """Return the one period of the title that belongs to a named movement, None if there is none or several."""
    subject = draft.anatomy.subject
    places = {(p.paragraph.part, p.paragraph.block) for p in subject.passages} if subject else set()
    found = [
        p
        for p in draft.facts.periods
        if (p.passage.paragraph.part, p.passage.paragraph.block) in places
        and len(movement_name(p)) >= _SHORTEST
    ]
    if not found or len({(p.first, p.last) for p in found}) > 1:
        return None
    return found[0]


def _others(draft: Draft, own: Period, params: Params) -> Iterator[Hit]:
    name = movement_name(own)
    title = f"{own.first}-{own.last}"
    for period in draft.facts.periods:
        years = period.first, period.last
        if years == (own.first, own.last) or period.first > period.last:
            continue
        # An earlier or a later phase, which may begin in the year in which this one ends.
        if period.last <= own.first or period.first >= own.last or not period.lead.startswith(params.leads):
            continue
        other = movement_name(period)
        if other != name and not _same_by_registry(name, other, years):
            continue
        inside = own.first <= period.first and period.last <= own.last
        variant = "part" if inside else "default" if other == name else "known"
        named = period if variant == "known" else own
        yield Hit(
            period.passage,
            {"title": title, "movement": named.attached or ""},
            variant=variant,
            outcome="fail" if variant == "default" else "review",
            related=((own.passage, Words("tên văn bản", "title")),),
        )


def _same_by_registry(name: str, other: str, years: tuple[int, int]) -> bool:
    """Whether two names are of one known movement, and the years are not those that it has in the whole country."""
    return any(m in identify(other) and m.period != years for m in identify(name))


# A shorter name ("phong trào") may mean any movement.
_SHORTEST = 16


def movement_name(period: Period) -> str:
    """Return the movement's name for comparing: without its period and the words that lead to it."""
    return _without_period(bare(period.attached or ""), period)


def _without_period(name: str, period: Period) -> str:
    years = bare(period.passage.text)
    return name.removesuffix(years).rstrip().removesuffix(period.lead or " ").rstrip()


PROVIDES = frozenset({"title", "movement"})
KIND = Kind("own_period", check, Params, {"default": PROVIDES, "part": PROVIDES, "known": PROVIDES})
