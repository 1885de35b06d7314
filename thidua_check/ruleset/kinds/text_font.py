"""The font of what is seen, run by run (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.findings import Level
from thidua_check.ruleset.kinds.looks import NO_LAYOUT
from thidua_check.ruleset.model import Hit, Kind, NotApplicable


@frozen
class Params:
    """How the right font begins, other names of it and fonts of signs, and the share below which it is only worth a look."""

    font: str = "Times New Roman"
    signs: tuple[str, ...] = (
        "TimesNewRoman",
        "Symbol",
        "Wingdings",
        "Webdings",
        "Cambria Math",
        "MS Gothic",
        "Segoe UI Symbol",
    )
    few: int = 2


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report letters in another font, all places as one, with the fonts and their share in per cent."""
    document = draft.document
    if not document.has_layout:
        return NO_LAYOUT
    passed = (params.font.lower(), *(sign.lower() for sign in params.signs))
    fonts: Counter[str] = Counter()
    places: list[Passage] = []
    total = 0
    for paragraph in (*document.headers, *document.everything, *document.footers):
        total += len(paragraph.text)
        for passage, font in _other(paragraph, passed):
            fonts[font] += passage.end - passage.start
            if places and places[-1].paragraph is paragraph:
                places[-1] = Passage(paragraph, places[-1].start, passage.end)
            else:
                places.append(passage)
    if not places:
        return []
    share = 100 * sum(fonts.values()) / total
    values = {"fonts": ", ".join(name for name, _ in fonts.most_common(4)), "share": _per_cent(share)}
    level = Level.INFO if share < params.few else None
    return [Hit(place, values, level=level, fold="all") for place in places]


def _other(paragraph: Paragraph, passed: tuple[str, ...]) -> Iterator[tuple[Passage, str]]:
    """Yield the stretches of letters or digits in a font that does not begin with a passed name."""
    for run in paragraph.runs:
        font = run.font
        if font is None or font.lower().startswith(passed):
            continue
        seen = [i for i in range(run.start, run.end) if paragraph.text[i].isalnum()]
        if seen:
            yield Passage(paragraph, seen[0], seen[-1] + 1), font


def _per_cent(share: float) -> str:
    return "dưới 1" if share < 1 else f"{share:.0f}"


KIND = Kind("text_font", check, Params, {"default": frozenset({"fonts", "share"})})
