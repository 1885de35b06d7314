"""Labels that leave a number out, repeat one, or break the row of numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from attrs import frozen

from thidua_check.anatomy.labels import LIST_LETTERS
from thidua_check.anatomy.model import Label, Numbered
from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Level, Words
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

_COUNTED = ("part", "chapter", "roman", "arabic", "decimal", "letter", "capital")
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
# d) is followed by đ) in Vietnamese; many write e).
_D, _E = 4, 6
_SECOND = 2
Slip = Literal["gap", "repeat", "order", "letter"]


@frozen
class Params:
    """``shortest`` is how many labels a row must have for a slip in it to be told."""

    shortest: int = 2


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report labels that do not go on from the one before them, row by row."""
    rows = _rows(draft)
    if not rows:
        return NotApplicable(Words("văn bản không có mục đánh số", "the draft has no numbered sections"))
    return [
        hit
        for row in rows
        if len(row) >= params.shortest
        for hit in _slips(draft, row)
        if not _is_filled(draft, row, hit)
    ]


def _is_filled(draft: Draft, row: Sequence[Numbered], hit: Hit) -> bool:
    """Tell whether a label in another form stands where a letter is missed, as ``(b)`` between ``a)`` and ``c)``."""
    places = [(n.passage.paragraph.part, n.passage.paragraph.block) for n in row]
    at = places.index((hit.passage.paragraph.part, hit.passage.paragraph.block))
    missed = row[at].label.numbers[-1] - 1
    part, first = places[at - 1]
    return row[at].label.scheme == "letter" and any(
        n.label.scheme == "letter"
        and n.label.numbers[-1] == missed
        and n.passage.paragraph.part == part
        and first < n.passage.paragraph.block < places[at][1]
        for n in draft.anatomy.numbered
        if n.label.numbers
    )


def _rows(draft: Draft) -> list[list[Numbered]]:
    """Return the labels that follow one another: the same parent, the same way of numbering, no table."""
    held = _holders(draft)
    rows: dict[tuple[object, ...], list[Numbered]] = {}
    for entry in draft.anatomy.numbered:
        label, paragraph = entry.label, entry.passage.paragraph
        if label.scheme not in _COUNTED or not label.numbers or paragraph.cell is not None:
            continue
        above = entry.section if entry.section is not None else held.get((paragraph.part, paragraph.block))
        key = (entry.parent, label.scheme, label.mark, label.numbers[:-1], _unlabelled(draft, above))
        rows.setdefault(key, []).append(entry)
    return list(rows.values())


def _holders(draft: Draft) -> dict[tuple[str, int], int]:
    """Return the section whose content each paragraph is."""
    return {(p.paragraph.part, p.paragraph.block): s.index for s in draft.anatomy.sections for p in s.content}


def _unlabelled(draft: Draft, section: int | None) -> int | None:
    """Return the nearest heading without a label at or above a section: it parts two lists that begin anew."""
    while section is not None and draft.anatomy.sections[section].heading.label:
        section = draft.anatomy.sections[section].parent
    return section


def _slips(draft: Draft, row: Sequence[Numbered]) -> Iterator[Hit]:
    numbers = [entry.label.numbers[-1] for entry in row]
    expected = numbers[0] + 1
    second = -1  # the place of the second of a swapped pair, which is told with the first
    for n in range(1, len(row)):
        number = numbers[n]
        following = numbers[n + 1] if n + 1 < len(row) else None
        if n == second:
            continue
        if number == expected + 1 and following == expected:
            yield _swapped(row[n], row[n + 1])
            second, expected = n + 1, number + 1
            continue
        if number == expected or (number == 1 and not _both_headings(row[n - 1 : n + 1], expected)):
            expected = number + 1
            continue
        slip = _slip(row[n].label, number, expected)
        yield _hit(row[n], row[n - 1], slip, expected)
        expected = expected + 1 if following == expected + 1 else number + 1


def _swapped(later: Numbered, earlier: Numbered) -> Hit:
    """Return the one finding on two neighbours of which the later stands first ("4." before "3.")."""
    printed = earlier.label.printed
    values = {"label": later.label.printed, "before": printed, "expected": printed}
    level = None if later.section is not None and earlier.section is not None else Level.INFO
    related = ((_label_of(earlier), Words("mục phải đứng trước", "the section that comes first")),)
    return Hit(_label_of(later), values, variant="swapped", level=level, related=related)


def _both_headings(pair: Sequence[Numbered], expected: int) -> bool:
    """Whether a second "1." is a heading right after a heading "1."; elsewhere a list simply begins anew."""
    return expected == _SECOND and all(entry.section is not None for entry in pair)


def _slip(label: Label, number: int, expected: int) -> Slip:
    if label.scheme == "letter" and number == _E and expected == _D + 1:
        return "letter"
    if number == expected - 1:
        return "repeat"
    return "gap" if number > expected else "order"


def _hit(entry: Numbered, before: Numbered, slip: Slip, expected: int) -> Hit:
    values = {
        "label": entry.label.printed,
        "before": before.label.printed,
        "expected": _printed(entry.label, expected),
    }
    heading = entry.section is not None
    return Hit(_label_of(entry), values, variant=_VARIANTS[slip], level=None if heading else Level.INFO)


def _label_of(entry: Numbered) -> Passage:
    """Return the label as typed; where Word numbers by itself, the words of the heading."""
    start, end = entry.passage.start, entry.passage.end
    typed = end if entry.label.automatic else min(end, start + len(entry.label.printed))
    return Passage(entry.passage.paragraph, start, typed)


_VARIANTS = {"gap": "default", "repeat": "repeat", "order": "default", "letter": "letter"}


def _printed(label: Label, number: int) -> str:
    """Return a number in the way a label is printed."""
    if label.scheme == "letter":
        text = LIST_LETTERS[number - 1] if number <= len(LIST_LETTERS) else str(number)
    elif label.scheme == "roman":
        text = _roman(number)
    elif label.scheme == "capital":
        text = chr(ord("A") + number - 1)
    else:
        text = ".".join(map(str, (*label.numbers[:-1], number)))
    return label.printed.replace(label.bare, text, 1) if label.bare else text


def _roman(number: int) -> str:
    return "X" * (number // 10) + _ROMAN[number % 10] if number % 10 or number > 10 else _ROMAN[number]


_PROVIDES = frozenset({"label", "before", "expected"})
KIND = Kind(
    "numbering_gap",
    check,
    Params,
    dict.fromkeys(("default", "repeat", "letter", "swapped"), _PROVIDES),
)
