"""Abbreviations that are never introduced, introduced late or twice, or written in two ways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.abbreviations import Use, defined, full_form, load_abbreviations, plain, uses
from thidua_check.ruleset.kinds.forms import IS_FORM, is_form
from thidua_check.ruleset.kinds.prose import (
    addresses,
    covered,
    in_spans,
    prose,
    quotations,
    symbol_spans,
)
from thidua_check.ruleset.model import Hit, Kind, NotApplicable


@frozen
class Params:
    """``judged`` is how many different abbreviations are looked at."""

    judged: int = 60


def check(draft: Draft, params: Params) -> Iterator[Hit] | NotApplicable:
    """Report each abbreviation once, at its first use."""
    if is_form(draft):
        return IS_FORM
    return _hits(draft, params)


def _hits(draft: Draft, params: Params) -> Iterator[Hit]:
    found = _found(draft)
    introduced = defined(found)
    listed = {p.text.strip(" :.") for p in draft.document.paragraphs if p.cell is not None}
    first: dict[str, Use] = {}
    for use in found:
        first.setdefault(use.text, use)
    open_ones = [word for word in first if word not in introduced and not _common(word)]
    body = plain(" ".join(p.text for p in prose(draft))) if open_ones else ""
    yield from _two_ways(first, "\n".join(p.text for p in prose(draft)))
    unknown: list[Use] = []
    for word, use in list(first.items())[: params.judged]:
        if word in introduced:
            yield from _order(use, introduced[word], found)
        elif not _common(word) and word not in listed:
            full = full_form(word, body, use.office)
            if full:
                yield Hit(_passage(use), {"full": full})
            else:
                unknown.append(use)
    words = ", ".join(f"“{use.text}”" for use in unknown[:_SHOWN]) + ("…" if len(unknown) > _SHOWN else "")
    yield from (Hit(_passage(use), {"words": words}, variant="unknown", fold="unknown") for use in unknown)


_SHOWN = 8


def _two_ways(first: Mapping[str, Use], text: str) -> Iterator[Hit]:
    """Yield abbreviations that also stand with a part written out: NTMNC beside "NTM nâng cao"."""
    full = load_abbreviations().full
    for word, use in first.items():
        for other in first:
            whole, part = full.get(word, ""), full.get(other, "")
            if part and whole.startswith(f"{part} "):
                mixed = f"{other}{whole[len(part) :]}"
                if mixed in text:
                    yield Hit(_passage(use), {"full": mixed}, variant="mixed")


def _found(draft: Draft) -> Sequence[Use]:
    """Return the uses in running text; tables and what is attached, often forms, are left alone."""
    symbols = symbol_spans(draft)
    attached = {(p.part, p.block) for a in draft.anatomy.attachments for p in a.paragraphs}
    found: list[Use] = []
    for paragraph in prose(draft):
        if paragraph.cell is not None or (paragraph.part, paragraph.block) in attached:
            continue
        skipped = [*addresses(paragraph.text), *quotations(paragraph.text)]
        for use in uses(paragraph):
            kept = use.defining or not covered(skipped, use.start, use.end)
            if kept and not in_spans(symbols, paragraph, use.start, use.end):
                found.append(use)
    return found


def _common(word: str) -> bool:
    registry = load_abbreviations()
    parts = word.split("-")
    return word in registry.common or (
        word not in registry.full and all(part in registry.common for part in parts)
    )


def _order(first: Use, introduced: Use, found: Sequence[Use]) -> Iterator[Hit]:
    """Yield what is wrong with an abbreviation that is introduced: too late, or a second time."""
    if first is not introduced and not _common(first.text):
        note = (_passage(introduced), Words("chỗ giải thích", "where it is explained"))
        yield Hit(_passage(first), {}, variant="late", related=(note,))
    again = [u for u in found if u.text == first.text and u.bracketed and u is not introduced]
    if again:
        note = (_passage(introduced), Words("chỗ giải thích đầu tiên", "the first explanation"))
        yield Hit(_passage(again[0]), {}, variant="twice", related=(note,))


def _passage(use: Use) -> Passage:
    return Passage(use.paragraph, use.start, use.end)


_FULL = frozenset({"full"})
KIND = Kind(
    "abbreviation",
    check,
    Params,
    {
        "default": _FULL,
        "unknown": frozenset({"words"}),
        "late": frozenset(),
        "twice": frozenset(),
        "mixed": _FULL,
    },
)
