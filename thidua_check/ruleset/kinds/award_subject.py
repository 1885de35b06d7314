"""Titles for persons given to collectives and the other way round (Luật Thi đua, khen thưởng, Điều 20 and 24)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.extract.quantities import Quantity
from thidua_check.ruleset.kinds.folding import folded as fold_text
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.text import fold

# Award words: each begins what is given to those that follow it.
_AWARD = re.compile(
    r"(?P<group>tập\s+thể\s+lao\s+động\s+(?:tiên\s+tiến|xuất\s+sắc))|(?P<person>lao\s+động\s+tiên\s+tiến|chiến\s+s[ĩỹ]\s+thi\s+đua)"
    r"|bằng\s+khen|giấy\s+khen|cờ\s+thi\s+đua|huân\s+chương|đơn\s+vị\s+quyết\s+thắng|đơn\s+vị\s+tiên\s+tiến"
)
# Between two awards that share what follows: ", ", " và ", "” và “".
_SHARED = re.compile(r"[\s,;“”\"']*(?:và|,)?[\s“”\"']*(?:danh hiệu)?[\s“”\"']*")
# Right behind an award that is given: " cho ", "” cho ", ": ".
_TO = re.compile(r"[”\"\s]*(?:cho|đối với|:)\s")


@frozen
class Params:
    """``persons`` and ``groups`` are the counted nouns of either kind."""

    persons: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report ``Lao động tiên tiến cho ... tập thể`` and ``Tập thể lao động tiên tiến cho ... cá nhân``."""
    counted: dict[tuple[str, int], list[Quantity]] = {}
    for quantity in draft.facts.quantities:
        paragraph = quantity.passage.paragraph
        counted.setdefault((paragraph.part, paragraph.block), []).append(quantity)
    for paragraph in draft.document.everything:
        own = counted.get((paragraph.part, paragraph.block))
        if own and any(cue in paragraph.text for cue in _CUES):
            yield from _hits(paragraph, own, params)


# Words of which a title for persons or collectives holds one.
_CUES = ("tiên tiến", "hi đua", "uất sắc", "TIÊN TIẾN", "XUẤT SẮC", "THI ĐUA")


def _hits(paragraph: Paragraph, counted: list[Quantity], params: Params) -> Iterator[Hit]:
    folded = fold_text(paragraph.text)
    awards = list(_AWARD.finditer(folded))
    wrong: Mapping[str, tuple[str, ...]] = {"person": params.groups, "group": params.persons}
    for index, match in enumerate(awards):
        kind = match.lastgroup or ""
        nouns = wrong.get(kind)
        if nouns is None:
            continue
        span = _reached(folded, match, counted, nouns)
        shared = index > 0 and _SHARED.fullmatch(folded, awards[index - 1].end(), match.start())
        if span is None and not shared:
            span = _given(folded, match, counted, nouns)
        if span is not None:
            title = " ".join(paragraph.text[match.start() : match.end()].split())
            yield Hit(Passage(paragraph, *span), {"title": title}, variant=kind)


def _given(
    folded: str, award: re.Match[str], counted: list[Quantity], nouns: tuple[str, ...]
) -> tuple[int, int] | None:
    """Return ``Lao động tiên tiến cho 5 cá nhân và 2 tập thể`` where the wrong ones stand in the list of receivers."""
    opening = _TO.match(folded, award.end())
    if opening is None:
        return None
    at = opening.end()
    for quantity in counted:
        if quantity.passage.start < at:
            continue
        if not _NEXT_ONE.fullmatch(folded, at, quantity.passage.start):
            return None
        if _is(quantity, nouns):
            return award.start(), _noun_end(folded, quantity, nouns)
        at = quantity.passage.end
    return None


# Between two receivers of a list, or before the first: " cá nhân và ", " người, ", "các ".
_NEXT_ONE = re.compile(
    r"\s*(?:lượt\s+)?(?:cá\s+nhân|người|đồng\s+chí|tập\s+thể|hộ(?:\s+gia\s+đình)?|đơn\s+vị)?[\s,]*(?:và|các)?\s*"
)


# Between those who receive and the award: "đạt danh hiệu “", "được công nhận danh hiệu ".
_REACHED = re.compile(
    r"\s*(?:cá nhân|người|đồng chí|tập thể|đơn vị)\s+(?:đạt|được công nhận|được tặng|nhận)\s+(?:danh hiệu\s+)?[“\"]?"
)


def _reached(
    folded: str, award: re.Match[str], counted: list[Quantity], nouns: tuple[str, ...]
) -> tuple[int, int] | None:
    """Return ``05 tập thể đạt danh hiệu Lao động tiên tiến`` where the wrong ones stand right before the award."""
    for quantity in counted:
        if _is(quantity, nouns) and _REACHED.fullmatch(folded, quantity.passage.end, award.start()):
            return quantity.passage.start, award.end()
    return None


def _is(quantity: Quantity, nouns: tuple[str, ...]) -> bool:
    return quantity.noun is not None and any(fold(quantity.noun).startswith(noun) for noun in nouns)


def _noun_end(folded: str, quantity: Quantity, nouns: tuple[str, ...]) -> int:
    """Return where the counted noun ends, the figure's end if other words stand between."""
    for noun in nouns:
        at = quantity.passage.end
        for word in noun.split():
            at += len(folded[at:]) - len(folded[at:].lstrip())
            if not folded.startswith(word, at):
                break
            at += len(word)
        else:
            return at
    return quantity.passage.end


KIND = Kind(
    "award_subject",
    check,
    Params,
    {"default": frozenset({"title"}), "person": frozenset({"title"}), "group": frozenset({"title"})},
)
