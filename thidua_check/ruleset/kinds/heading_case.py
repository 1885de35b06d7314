"""Headings of one level that part in their capitals from all the others (NĐ 30/2020/NĐ-CP, Phụ lục I, Mục V, ô 6)."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from thidua_check.anatomy.model import Heading, Section
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

_FEWER = NotApplicable(Words("không đủ đề mục cùng cấp để so", "too few headings of one level to compare"))


@frozen
class Params:
    """Which labels are looked at, and from how many headings of one level on."""

    schemes: tuple[str, ...] = ("roman",)
    least: int = 3


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report the one heading in small letters among brothers in capitals, or in capitals among others."""
    wholes = [draft.anatomy.sections, *(a.sections for a in draft.anatomy.attachments)]
    groups = [group for sections in wholes for group in _groups(sections, params.schemes)]
    compared = [group for group in groups if len(group) >= params.least]
    if not compared:
        return _FEWER
    return [
        Hit(heading.title_passage, variant=variant, fold=variant)
        for group in compared
        for heading, variant in _odd(group)
    ]


def _groups(sections: Iterable[Section], schemes: tuple[str, ...]) -> list[list[Section]]:
    """Return the headings of one parent and level together."""
    out: dict[tuple[int | None, int], list[Section]] = {}
    for section in sections:
        if section.heading.scheme in schemes and section.heading.title:
            out.setdefault((section.parent, section.heading.level), []).append(section)
    return list(out.values())


def _odd(group: list[Section]) -> list[tuple[Heading, str]]:
    capital = [s.heading for s in group if _is_capital(s.heading.title)]
    small = [s.heading for s in group if not _is_capital(s.heading.title)]
    if len(small) == 1 and len(capital) > 1:
        return [(small[0], "default")]
    if len(capital) == 1 and len(small) > 1:
        return [(capital[0], "capital")]
    return []


def _is_capital(title: str) -> bool:
    letters = [c for c in title if c.isalpha()]
    return 2 * sum(c.isupper() for c in letters) > len(letters)


NONE: frozenset[str] = frozenset()
KIND = Kind("heading_case", check, Params, {"default": NONE, "capital": NONE})
