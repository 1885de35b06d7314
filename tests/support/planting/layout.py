"""Mistakes planted in how a Word file looks: page, page number, running text, components, headings."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from attrs import evolve

from tests.support.editing import Key, changed, key, replaced
from tests.support.planting.model import Plant, Planted
from thidua_check.document import Document, Paragraph, Passage, Table
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.looks import component, running_text

# The rules on one component's look, with the component and whether it is bold, italic, centred.
_COMPONENTS: Mapping[str, tuple[str, str, bool, bool, bool]] = {
    "TT30": ("national", "13", True, False, False),
    "TT31": ("motto", "14", True, False, True),
    "TT32": ("parent", "13", False, False, False),
    "TT33": ("issuer", "13", True, False, True),
    "TT34": ("number_line", "13", False, False, False),
    "TT35": ("place_date", "14", False, True, False),
    "TT37": ("type", "14", True, False, True),
    "TT38": ("subject", "14", True, False, True),
    "TT45": ("authority", "14", True, False, True),
    "TT46": ("name", "14", True, False, True),
    "TT47": ("recipients_label", "12", True, True, False),
    "TT48": ("recipients", "11", False, False, False),
}
# Rules that may rightly speak as well when a line of the head or the running text looks otherwise.
_SIZES = ("TT24", "TT36")


def dressed(
    document: Document, keys: Sequence[Key], run: Mapping[str, Any], layout: Mapping[str, Any]
) -> Document:
    """Return the document with some paragraphs in another look: values of all their runs and of their layout."""

    def change(paragraph: Paragraph) -> Paragraph:
        if key(paragraph) not in keys:
            return paragraph
        runs = tuple(evolve(r, **run) for r in paragraph.runs)
        return evolve(paragraph, runs=runs, layout=evolve(paragraph.layout, **layout))

    return changed(document, change)


def _component(rule: str) -> Plant:
    """Return the plant that dresses one component wrongly: its size, its weight, its slant, its alignment."""
    name, size, bold, italic, centred = _COMPONENTS[rule]

    def plant(draft: Draft, rng: random.Random) -> Planted | None:
        passages = component(draft.anatomy, name)
        if not draft.document.has_layout or not passages:
            return None
        wrong: list[tuple[dict[str, Any], dict[str, Any]]] = [
            ({"size": float(size) + rng.choice([-3.0, 3.0, 4.0])}, {}),
            ({"bold": not bold}, {}),
            ({"italic": not italic}, {}),
        ]
        if centred:
            wrong.append(({}, {"alignment": rng.choice(["left", "right"])}))
        run, layout = rng.choice(wrong)
        keys = [key(p.paragraph) for p in passages]
        return Planted(dressed(draft.document, keys, run, layout), (rule,), "", tuple(keys), _SIZES)

    return plant


def _body(rule: str, wrong: Callable[[random.Random], tuple[dict[str, Any], dict[str, Any]]]) -> Plant:
    """Return the plant that dresses all running text, or most of it, wrongly."""

    def plant(draft: Draft, rng: random.Random) -> Planted | None:
        paragraphs = running_text(draft)
        if not draft.document.has_layout or len(paragraphs) < 2:
            return None
        keys = [key(p) for p in rng.sample(paragraphs, max(2, len(paragraphs) - rng.randint(0, 2)))]
        run, layout = wrong(rng)
        return Planted(dressed(draft.document, keys, run, layout), (rule,), "", tuple(keys), _SIZES)

    return plant


def body_close(draft: Draft, rng: random.Random) -> Planted | None:
    """Paragraphs with too little space between them, or with none where that between paragraphs of a style is dropped."""
    pairs = [(a, b) for a, b in pairwise(running_text(draft)) if b.block == a.block + 1]
    if not draft.document.has_layout or not pairs:
        return None
    keys = [key(p) for pair in rng.sample(pairs, rng.randint(1, len(pairs))) for p in pair]
    layout: dict[str, Any] = rng.choice(
        [
            {"before": 0, "after": 0},
            {"before": rng.choice([20, 40, 100]), "after": 0},
            {"before": 0, "after": rng.choice([20, 60, 80])},
            {"before": 40, "after": 60},
            {"contextual": True},
        ]
    )
    return Planted(dressed(draft.document, keys, {}, layout), ("TT27",), "", tuple(keys))


def _run_of_words(rule: str, wrong: Callable[[random.Random], dict[str, Any]]) -> Plant:
    """Return the plant that dresses some words of one paragraph otherwise."""

    def plant(draft: Draft, rng: random.Random) -> Planted | None:
        paragraphs = [p for p in running_text(draft) if p.runs]
        if not draft.document.has_layout or not paragraphs:
            return None
        paragraph = rng.choice(paragraphs)
        words = [i for i, c in enumerate(paragraph.text) if c == " "]
        start = rng.choice(words[: len(words) // 2]) + 1
        end = paragraph.text.index(" ", start + 6)
        look = wrong(rng)

        def change(other: Paragraph) -> Paragraph:
            if key(other) != key(paragraph):
                return other
            runs = []
            for run in other.runs:
                for low, high, mine in (
                    (run.start, min(run.end, start), False),
                    (max(run.start, start), min(run.end, end), True),
                    (max(run.start, end), run.end, False),
                ):
                    if low < high:
                        runs.append(evolve(run, start=low, end=high, **(look if mine else {})))
            return evolve(other, runs=tuple(runs))

        text = paragraph.text[start:end].strip(",;.:()“” ")
        return Planted(changed(draft.document, change), (rule,), text, (key(paragraph),))

    return plant


def _page(rule: str, wrong: Callable[[random.Random], dict[str, Any]]) -> Plant:
    """Return the plant that sets up every page wrongly."""

    def plant(draft: Draft, rng: random.Random) -> Planted | None:
        if not draft.document.sections:
            return None
        values = wrong(rng)
        sections = tuple(evolve(section, **values) for section in draft.document.sections)
        return Planted(evolve(draft.document, sections=sections), (rule,), "", ())

    return plant


def page_number(draft: Draft, rng: random.Random) -> Planted | None:
    """No page number, or one at the foot, at the side, on the first page, in another size."""
    numbers = draft.document.page_numbers
    if not numbers:
        return None
    number = numbers[0]
    small = evolve(
        number.paragraph,
        runs=tuple(evolve(r, size=rng.choice([10.0, 11.0, 16.0])) for r in number.paragraph.runs),
    )
    wrong = rng.choice(
        [
            (),
            (evolve(number, paragraph=evolve(number.paragraph, part="footer")),),
            (evolve(number, alignment=rng.choice(["left", "right"])),),
            (evolve(number, first=True),),
            (evolve(number, paragraph=small),),
        ]
    )
    return Planted(evolve(draft.document, page_numbers=wrong), ("TT29",), "", ())


def sizes_apart(draft: Draft, rng: random.Random) -> Planted | None:
    """Sizes of the head that are each right and do not go together."""
    names, sizes = rng.choice([(("national",), 12.0), (("motto",), 13.0), (("place_date",), 13.0)])
    passages = [p for name in names for p in component(draft.anatomy, name)]
    if not draft.document.has_layout or not passages:
        return None
    document = dressed(draft.document, [key(p.paragraph) for p in passages], {"size": sizes}, {})
    return Planted(document, ("TT36",), "", ())


def boxed_table(draft: Draft, rng: random.Random) -> Planted | None:
    """Lines round the table of the head or of the closing."""
    marks = [p for p in (draft.anatomy.national, draft.anatomy.recipients_label) if p and p.paragraph.cell]
    if not marks:
        return None
    chosen = rng.choice(marks)
    assert chosen.paragraph.cell is not None
    index = chosen.paragraph.cell[0]
    body = tuple(
        evolve(block, boxed=True) if isinstance(block, Table) and block.index == index else block
        for block in draft.document.body
    )
    return Planted(evolve(draft.document, body=body), ("TT49",), "", ())


def _headings(rule: str, schemes: tuple[str, ...], looks: Sequence[Mapping[str, Any]]) -> Plant:
    """Return the plant that dresses one heading wrongly."""

    def plant(draft: Draft, rng: random.Random) -> Planted | None:
        headings = [
            h
            for h in draft.anatomy.headings
            if h.scheme in schemes and not h.run_in and h.paragraph.share("bold") > 0
        ]
        if not draft.document.has_layout or len(headings) < 3:
            return None
        chosen = rng.choice(headings)
        document = dressed(draft.document, [key(chosen.paragraph)], rng.choice(looks), {})
        return Planted(document, (rule,), "", (key(chosen.paragraph),), _SIZES)

    return plant


def upright_basis(draft: Draft, rng: random.Random) -> Planted | None:
    """Lines of the legal basis before the opening, upright."""
    opening = draft.anatomy.main[0] if draft.anatomy.main else None
    if not draft.document.has_layout or opening is None or opening.part != "body":
        return None
    law = rng.choice(
        [
            "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
            "Luật Tổ chức chính quyền địa phương",
            "Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022",
            "Luật Phòng, chống tham nhũng ngày 20 tháng 11 năm 2018",
            "Luật Cán bộ, công chức ngày 13 tháng 11 năm 2008",
            "Luật Viên chức ngày 15 tháng 11 năm 2010",
        ]
    )
    document = _before(draft.document, opening, f"Căn cứ {law};")
    return Planted(document, ("TT40",), "", (), ("VD06", "VD09"))


def _before(document: Document, paragraph: Paragraph, text: str) -> Document:
    number = 1 + max(p.block for p in document.everything if p.part == paragraph.part)
    runs = tuple(evolve(run, start=0, end=len(text), italic=False) for run in paragraph.runs[:1])
    new = evolve(paragraph, text=text, block=number, runs=runs, lines=(), origin=None)
    body: list[Paragraph | Table] = []
    for block in document.body:
        if isinstance(block, Paragraph) and key(block) == key(paragraph):
            body.append(new)
        body.append(block)
    return evolve(document, body=tuple(body))


_ADDRESSEES = (
    "Sở Nội vụ",
    "Ủy ban nhân dân tỉnh",
    "Hội đồng Thi đua - Khen thưởng tỉnh",
    "Ban Thi đua - Khen thưởng tỉnh",
    "Đảng ủy các cơ quan tỉnh",
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
)


def addressee(draft: Draft, rng: random.Random) -> Planted | None:
    """An addressee in a wrong look, between title and opening."""
    subject = draft.anatomy.subject
    opening = draft.anatomy.main[0] if draft.anatomy.main else None
    if subject is None or opening is None or opening.part != "body" or not draft.document.has_layout:
        return None
    document = _before(draft.document, opening, f"Kính gửi: {rng.choice(_ADDRESSEES)}")
    new = next(p for p in document.paragraphs if p.text.startswith("Kính gửi:"))
    look: dict[str, Any] = rng.choice([{"bold": True}, {"italic": True}, {"size": 16.0}, {"size": 11.0}])
    document = dressed(document, [key(new)], look, {"alignment": "center", "first_line": 0})
    return Planted(document, ("TT39",), "", (key(new),), ("TT57",))


def no_as_above(draft: Draft, rng: random.Random) -> Planted | None:
    """An addressee, and no “Như trên” among the recipients."""
    opening = draft.anatomy.main[0] if draft.anatomy.main else None
    if opening is None or opening.part != "body" or not draft.anatomy.recipients:
        return None
    first = draft.anatomy.recipients[0]
    to = rng.choice(_ADDRESSEES)
    if "Như" in first.text:
        return None
    document = _before(draft.document, opening, f"Kính gửi: {to}")
    return Planted(document, ("TT57",), first.text, (key(first.paragraph),), ("TT39", "ND11"))


def parts_aside(draft: Draft, rng: random.Random) -> Planted | None:
    """Headings of parts that are not centred: the roman numbers become ``Phần I.``."""
    headings = [h for h in draft.anatomy.headings if h.scheme == "roman" and not h.paragraph.label]
    if not draft.document.has_layout or len(headings) < 2:
        return None
    document = draft.document
    for heading in headings:
        start = heading.passages[0].start
        spot = Passage(heading.paragraph, start, start + len(heading.label))
        document = replaced(document, spot, f"{rng.choice(['Phần', 'Chương'])} {heading.label}")
    document = dressed(
        document, [key(h.paragraph) for h in headings], {}, {"alignment": rng.choice(["left", "both"])}
    )
    also = ("BC01", "BC03", "BC04", "BC02", "ND01", "TT42", "TT58")
    return Planted(document, ("TT41",), "", (), also)


_BODY: Mapping[str, Plant] = {
    "body-size": _body("TT24", lambda r: ({"size": r.choice([11.0, 12.0, 15.0, 16.0])}, {})),
    "body-left": _body("TT25", lambda r: ({}, {"alignment": r.choice(["left", "right"])})),
    "body-indent": _body("TT26", lambda r: ({}, {"first_line": r.choice([0, 284, 1000, 1134])})),
    "body-close": body_close,
    "body-lines": _body(
        "TT28", lambda r: ({}, {"line": r.choice([180, 400, 480, 600]), "line_rule": "auto"})
    ),
    "other-font": _run_of_words(
        "TT22", lambda r: {"font": r.choice(["Arial", "Calibri", ".VnTime", "Tahoma"])}
    ),
    "colour": _run_of_words("TT23", lambda r: {"color": r.choice(["FF0000", "0070C0", "00B050", "C00000"])}),
}
_HEADS: Mapping[str, Plant] = {
    "roman-look": _headings(
        "TT42", ("roman",), [{"bold": False}, {"italic": True}, {"size": 16.0}, {"size": 12.0}]
    ),
    "arabic-look": _headings("TT43", ("arabic",), [{"bold": False}, {"size": 16.0}, {"size": 12.0}]),
}
# Width and height of American paper, in twips.
_LETTER, _LEGAL = (12240, 15840), (12240, 20160)

PLANTS: Mapping[str, Plant] = {
    "page-size": _page(
        "TT20",
        lambda r: dict(
            zip(("width", "height"), r.choice([_LETTER, _LEGAL, (8391, 11906), (16838, 23811)]), strict=True)
        ),
    ),
    "page-landscape": _page(
        "TT20",
        lambda r: dict(
            zip(
                ("height", "width", "landscape"),
                (*r.choice([_LETTER, _LEGAL, (11906, 16838)]), True),
                strict=True,
            )
        ),
    ),
    "margins": _page(
        "TT21",
        lambda r: r.choice(
            [{"left": 1440}, {"right": 1440}, {"top": 720}, {"bottom": 1700}, {"left": 2268}, {"right": 567}]
        ),
    ),
    "page-number": page_number,
    "sizes-apart": sizes_apart,
    "boxed-table": boxed_table,
    "upright-basis": upright_basis,
    "addressee": addressee,
    "parts-aside": parts_aside,
    "no-as-above": no_as_above,
    **_BODY,
    **_HEADS,
    **{f"look-of-{_COMPONENTS[rule][0].replace('_', '-')}": _component(rule) for rule in _COMPONENTS},
}
