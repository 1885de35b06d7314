"""The order of the components on the page (NĐ 30/2020/NĐ-CP, Điều 8 and Phụ lục I, Mục IV)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.looks import NO_COMPONENT, NO_LAYOUT, component
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

_NAMES: Final = {
    "national": Words("Quốc hiệu", "the national name"),
    "motto": Words("Tiêu ngữ", "the motto"),
    "parent": Words("cơ quan chủ quản", "the parent body"),
    "issuer": Words("cơ quan ban hành", "the issuing body"),
    "number_line": Words("số, ký hiệu", "the number line"),
    "place_date": Words("địa danh, ngày tháng", "the place-date line"),
    "type": Words("tên loại", "the type"),
    "subject": Words("trích yếu", "the subject"),
    "to": Words("Kính gửi", "the addressee"),
}
# The two columns of the head from the top down, free between themselves, each with what stands below both.
_BELOW: tuple[str, ...] = ("type", "subject", "to")
_COLUMNS: tuple[tuple[str, ...], ...] = (
    ("national", "motto", "place_date", *_BELOW),
    ("parent", "issuer", "number_line", *_BELOW),
)


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report the components that stand above or below where they belong: the fewest that explain the order."""
    if not draft.document.has_layout:
        return NO_LAYOUT
    everything = (*draft.document.headers, *draft.document.paragraphs)
    order = {(p.part, p.block): i for i, p in enumerate(everything)}
    places: dict[str, tuple[tuple[int, int], Passage]] = {}
    for name in _NAMES:
        for passage in component(draft.anatomy, name)[:1]:
            paragraph = passage.paragraph
            places[name] = ((order[paragraph.part, paragraph.block], passage.start), passage)
    if len(places) < 2:
        return NO_COMPONENT
    turned = {
        (above, below)
        for column in _COLUMNS
        for above, below in combinations([name for name in column if name in places], 2)
        if places[above][0] > places[below][0]
    }
    return [*_blamed(turned, places), *_swapped(places)]


def _swapped(places: Mapping[str, tuple[tuple[int, int], Passage]]) -> Iterator[Hit]:
    """Yield the national name where it stands in a column to the left of the issuing body."""
    if "national" not in places or "issuer" not in places:
        return
    national, issuer = places["national"][1], places["issuer"][1]
    left, right = national.paragraph.cell, issuer.paragraph.cell
    if left is not None and right is not None and left[:2] == right[:2] and left[2] < right[2]:
        yield Hit(national, {"this": _NAMES["national"], "other": _NAMES["issuer"]}, variant="columns")


def _blamed(
    turned: set[tuple[str, str]], places: Mapping[str, tuple[tuple[int, int], Passage]]
) -> Iterator[Hit]:
    """Yield the component that most of the turned pairs have in common until no pair is left.

    Of two that are equal, it is the upper one on the page that is too high.
    """
    while turned:
        shared = Counter(name for pair in turned for name in pair)
        most = max(shared.values())
        wrong = min((n for n in shared if shared[n] == most), key=lambda name: places[name][0])
        above = [upper for upper, below in turned if below == wrong]
        below = [lower for upper, lower in turned if upper == wrong]
        if above:
            other = max(above, key=lambda name: places[name][0])
        else:
            other = min(below, key=lambda name: places[name][0])
        values = {"this": _NAMES[wrong], "other": _NAMES[other]}
        yield Hit(places[wrong][1], values, variant="high" if above else "default", fold=wrong)
        turned = {pair for pair in turned if wrong not in pair}


PROVIDES = frozenset({"this", "other"})
KIND = Kind("component_order", check, Params, dict.fromkeys(("default", "high", "columns"), PROVIDES))
