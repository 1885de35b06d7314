"""Names and classes of awards (Luật Thi đua, khen thưởng, Điều 9, 20, 33; NĐ 30/2020/NĐ-CP, Phụ lục II, mục V.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.folding import folded as fold_text
from thidua_check.ruleset.kinds.prose import covered
from thidua_check.ruleset.model import Hit, Kind

# An order with or without its class: "huân chương lao động hạng iii", "huân chương hồ chí minh".
_ORDER = re.compile(
    r"huân chương\s+(?P<name>độc lập|quân công|lao động|bảo vệ tổ quốc|chiến công"
    r"|hồ chí minh|sao vàng|đại đoàn kết dân tộc|dũng cảm|hữu nghị)\b"
    r"(?P<class>,?\s+hạng\s+(?P<which>iii|ii|iv|i|\d|nhất|nhì|hai|ba|một|tư|bốn)\b)?"
)
_WITH_CLASS = {
    "độc lập": "Độc lập",
    "quân công": "Quân công",
    "lao động": "Lao động",
    "bảo vệ tổ quốc": "Bảo vệ Tổ quốc",
    "chiến công": "Chiến công",
}
_CLASSES = {
    **dict.fromkeys(("i", "1", "nhất", "một"), "Nhất"),
    **dict.fromkeys(("ii", "2", "nhì", "hai"), "Nhì"),
    **dict.fromkeys(("iii", "3", "ba"), "Ba"),
}
# The act right before an order that is given: "tặng thưởng 02 ".
_GIVEN = re.compile(r"(?:tặng|tặng thưởng|đón nhận|trao tặng|trao)\s+(?:\d+\s+)?$")
_SPACES = re.compile(r"\s+")


@frozen
class Params:
    """``wrong`` are wordings that are no award, by folded words, with the right name; ``looser`` are usual ones."""

    wrong: Mapping[str, str]
    looser: Mapping[str, str]


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report orders with a wrong class or none, and titles that do not exist under that name."""
    for paragraph in draft.document.everything:
        text = paragraph.text
        if not any(cue in text for cue in _CUES):
            continue
        folded = fold_text(text)
        for match in _ORDER.finditer(folded):
            hit = _order(paragraph, folded, match)
            if hit is not None:
                yield hit
        yield from _wordings(paragraph, folded, params)


# Words of which an award's name holds one.
_CUES = ("uân chương", "UÂN CHƯƠNG", "ao động", "đua", "hen")


def _wordings(paragraph: Paragraph, folded: str, params: Params) -> Iterator[Hit]:
    """Yield the wrong and the looser wordings, the longest where several begin in one place."""
    words = {**params.wrong, **params.looser}
    taken: list[tuple[int, int]] = []
    for wrong in sorted(words, key=len, reverse=True):
        at = folded.find(wrong)
        while at >= 0:
            end = at + len(wrong)
            if not covered(taken, at, end):
                taken.append((at, end))
                variant = "default" if wrong in params.wrong else "looser"
                # of a wording that runs into a quotation only the quoted words are marked
                start = at + wrong.rfind('"') + 1
                repair = words[wrong].rpartition("“")[2]
                yield Hit(Passage(paragraph, start, end), {"repair": repair}, variant=variant, fold=wrong)
            at = folded.find(wrong, end)


def _order(paragraph: Paragraph, folded: str, match: re.Match[str]) -> Hit | None:
    name, which = match["name"], match["which"]
    passage = Passage(paragraph, *match.span())
    proper = _WITH_CLASS.get(name)
    if proper is None:
        return Hit(passage, variant="classless") if which else None
    if which is None:
        given = _GIVEN.search(folded, max(0, match.start() - 24), match.start())
        classed = "hạng" in folded[match.end() : match.end() + 60]
        return Hit(passage, variant="no_class", fold="no_class") if given and not classed else None
    if which not in _CLASSES:
        return Hit(passage, variant="no_such_class")
    right = f"Huân chương {proper} hạng {_CLASSES[which]}"
    written = _SPACES.sub(" ", passage.text)
    if written[1:] == right[1:] or written.isupper() or written[0] not in "Hh":
        return None
    return Hit(passage, {"repair": right}, variant="class", replacement=right, fold=right)


PROVIDES = frozenset({"repair"})
KIND = Kind(
    "award_name",
    check,
    Params,
    {
        **dict.fromkeys(("default", "looser", "class"), PROVIDES),
        **dict.fromkeys(("classless", "no_class", "no_such_class"), frozenset()),
    },
)
