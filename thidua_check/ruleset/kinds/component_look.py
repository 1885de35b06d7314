"""The look of one component: size, bold, italic, capitals, alignment (NĐ 30/2020/NĐ-CP, Phụ lục I, Mục V)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Final, Literal

from attrs import evolve, frozen

from thidua_check.document import Passage, Run
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.looks import (
    NO_COMPONENT,
    NO_LAYOUT,
    Component,
    component,
    deviating,
    points,
    size_range,
)
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold

# Spaces at the start, a tab, three spaces in a row
_BY_HAND: Final = re.compile(r"^\s|\t|\s{3}")
_FAR: Final = 1000  # twips of indent with which a line is placed by hand
# A subject may be a short form alone, "PCTT và TKCN" without its small letters: so many letters and words
_SHORT_FORM: Final = 8
_SHORT_WORDS: Final = 2


@frozen
class Params:
    """What a component looks like; what is left out is not judged.

    ``component`` is a name from ``looks.COMPONENTS``; a document of the type ``needed_below`` is asked whether it has
    it below that type; sizes are points; ``underline`` false forbids underlined
    words, ``capitals`` false a line all in capitals; ``alignment`` is ``left``, ``center``, ``right`` or ``both``.
    """

    component: Component
    least_size: Decimal | None = None
    most_size: Decimal | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    capitals: bool | None = None
    alignment: Literal["left", "center", "right", "both"] | None = None
    needed_below: str | None = None


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report each property in which the component deviates, once, with its lines."""
    if not draft.document.has_layout:
        return NO_LAYOUT
    passages = component(draft.anatomy, params.component)
    if not passages:
        kind = draft.anatomy.type
        needed = (
            kind is not None and params.needed_below is not None and fold(kind.text) == params.needed_below
        )
        return (
            [Hit(kind.passages[0], _ABSENT, variant="missing", outcome="review")]
            if kind and needed
            else NO_COMPONENT
        )
    return [hit for passage in passages for hit in _hits(passage, params)]


def _hits(passage: Passage, params: Params) -> Iterator[Hit]:
    if params.least_size is not None and params.most_size is not None:
        yield from _size(passage, float(params.least_size), float(params.most_size))
    if params.bold is not None:
        wanted = params.bold
        yield from _toggled(passage, "bold" if wanted else "not_bold", lambda run: run.bold != wanted)
    if params.italic is not None:
        leaning = params.italic
        yield from _toggled(passage, "italic" if leaning else "upright", lambda run: run.italic != leaning)
    if params.underline is False:
        yield from _toggled(passage, "underlined", lambda run: run.underline)
    if params.capitals is not None:
        yield from _case(passage, params)
    if params.alignment is not None and _placed(passage) != params.alignment:
        yield _hit(passage, "alignment", _ALIGNED[_placed(passage)], _ALIGNED[params.alignment])


def _size(passage: Passage, least: float, most: float) -> Iterator[Hit]:
    def wrong(run: Run) -> bool:
        return run.size is not None and not least <= run.size <= most

    place = deviating(passage, wrong)
    if place is None:
        return
    size = next(
        r.size for r in place.paragraph.runs if r.end > place.start and r.size is not None and wrong(r)
    )
    right = size_range(least, most)
    found = Words(f"cỡ chữ {points(size)}", f"of size {size:g}")
    values = {
        "found": _of_part(found, place, passage),
        "wanted": Words(f"cỡ chữ {right}", f"size {right}"),
        "command": Words(
            f"thẻ Home, nhóm Font, ô Font Size, chọn cỡ {right}", f"Home tab, Font group, Font Size {right}"
        ),
    }
    yield Hit(place, values, variant="size", fold="size")


def _of_part(found: Words, place: Passage, passage: Passage) -> Words:
    """Return what was found, with the whole line where it is true of a part only."""
    line = " ".join(passage.text.split())
    if " ".join(place.text.split()) == line:
        return found
    return Words(f"{found.vi} (một phần của dòng “{line}”)", f'{found.en} (a part of the line "{line}")')


def _toggled(passage: Passage, variant: str, wrong: Callable[[Run], bool]) -> Iterator[Hit]:
    place = deviating(passage, wrong)
    if place is not None:
        found, wanted = _TOGGLES[variant]
        yield _hit(place, variant, _of_part(found, place, passage), wanted)


def _case(passage: Passage, params: Params) -> Iterator[Hit]:
    if params.capitals:
        if any(c.islower() for c in passage.shown):
            yield _hit(passage, "capitals", *_TOGGLES["capitals"])
        return
    letters = [c for c in passage.shown if c.isalpha()]
    is_short = len(letters) <= _SHORT_FORM and len(passage.text.split()) <= _SHORT_WORDS
    may_be_short = params.component == "subject" and is_short
    if letters and not may_be_short and all(c.isupper() for c in letters):
        hit = _hit(passage, "small_letters", *_TOGGLES["small_letters"])
        yield evolve(hit, values={**hit.values, "command": _EACH_WORD}) if params.component == "name" else hit


def _placed(passage: Passage) -> str:
    """Return where a line stands; one that is placed by spaces, tabs or a wide indent counts as centred."""
    paragraph = passage.paragraph
    layout = paragraph.layout
    by_hand = _BY_HAND.search(paragraph.text) is not None or layout.left + layout.first_line >= _FAR
    placed = layout.alignment or "left"
    return "center" if by_hand and placed in ("left", "both") else placed


def _hit(passage: Passage, variant: str, found: Words, wanted: Words) -> Hit:
    values = {"found": found, "wanted": wanted, "command": _COMMANDS[variant]}
    return Hit(passage, values, variant=variant, fold=variant)


_ALIGNED: Final = {
    "left": Words("canh lề trái", "aligned left"),
    "center": Words("canh giữa", "centred"),
    "right": Words("canh lề phải", "aligned right"),
    "both": Words("canh đều hai lề", "justified"),
}
# For each property, what is there and what is wanted.
_TOGGLES: Final = {
    "bold": (Words("chữ không đậm", "not bold"), Words("chữ đậm", "bold")),
    "not_bold": (Words("chữ đậm", "bold"), Words("chữ không đậm", "not bold")),
    "italic": (Words("chữ đứng", "upright"), Words("chữ nghiêng", "italic")),
    "upright": (Words("chữ nghiêng", "italic"), Words("chữ đứng", "upright")),
    "underlined": (Words("chữ gạch chân", "underlined"), Words("chữ không gạch chân", "not underlined")),
    "capitals": (Words("có chữ thường", "partly in small letters"), Words("chữ in hoa", "capitals")),
    "small_letters": (Words("toàn chữ in hoa", "all in capitals"), Words("chữ in thường", "small letters")),
}
_COMMANDS: Final = {
    "bold": Words("thẻ Home, nhóm Font, bật nút B (Ctrl+B)", "Home tab, Font group, switch B on (Ctrl+B)"),
    "not_bold": Words(
        "thẻ Home, nhóm Font, tắt nút B (Ctrl+B)", "Home tab, Font group, switch B off (Ctrl+B)"
    ),
    "italic": Words("thẻ Home, nhóm Font, bật nút I (Ctrl+I)", "Home tab, Font group, switch I on (Ctrl+I)"),
    "upright": Words(
        "thẻ Home, nhóm Font, tắt nút I (Ctrl+I)", "Home tab, Font group, switch I off (Ctrl+I)"
    ),
    "underlined": Words(
        "thẻ Home, nhóm Font, tắt nút U (Ctrl+U), rồi vẽ đường kẻ ở dưới",
        "Home tab, Font group, switch U off (Ctrl+U), and draw a line below",
    ),
    "capitals": Words(
        "thẻ Home, nhóm Font, nút Aa, chọn UPPERCASE", "Home tab, Font group, Aa button, UPPERCASE"
    ),
    "small_letters": Words(
        "thẻ Home, nhóm Font, nút Aa, chọn Sentence case", "Home tab, Font group, Aa button, Sentence case"
    ),
    "alignment": Words(
        "thẻ Home, nhóm Paragraph, các nút canh lề (Ctrl+E là canh giữa)",
        "Home tab, Paragraph group, alignment buttons (Ctrl+E centres)",
    ),
}

_ABSENT: Final = {
    "found": Words("chưa có", "absent"),
    "wanted": Words("có", "there"),
    "command": Words("thêm một dòng ngay dưới tên loại", "add a line right below the type"),
}
_EACH_WORD: Final = Words(
    "thẻ Home, nhóm Font, nút Aa, chọn Capitalize Each Word",
    "Home tab, Font group, Aa button, Capitalize Each Word",
)

PROVIDES = frozenset({"found", "wanted", "command"})
KIND = Kind(
    "component_look",
    check,
    Params,
    dict.fromkeys(("default", "size", "missing", *_COMMANDS), PROVIDES),
    general=True,
)
