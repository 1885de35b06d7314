"""Titles for persons given to collectives and the other way round (Luật Thi đua, khen thưởng, Điều 20 and 24)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.extract.clauses import frame_of
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
        if own and (
            "tiên tiến" in paragraph.text or "hi đua" in paragraph.text or "TIÊN TIẾN" in paragraph.text
        ):
            yield from _hits(paragraph, own, params)


def _hits(paragraph: Paragraph, counted: list[Quantity], params: Params) -> Iterator[Hit]:
    folded = fold_text(paragraph.text)
    frame = frame_of(paragraph.text)
    awards = list(_AWARD.finditer(folded))
    for index, match in enumerate(awards):
        wrong: Mapping[str, tuple[str, ...]] = {"person": params.groups, "group": params.persons}
        nouns = wrong.get(match.lastgroup or "")
        if nouns is not None and (before := _before(folded, match.start(), counted, nouns)) is not None:
            passage = Passage(paragraph, before.passage.start, match.end())
            title = " ".join(paragraph.text[match.start() : match.end()].split())
            yield Hit(passage, {"title": title}, variant=match.lastgroup or "default")
            continue
        shared = index > 0 and _SHARED.fullmatch(folded, awards[index - 1].end(), match.start())
        if nouns is None or shared or not _TO.match(folded, match.end()):
            continue
        stop = min(frame.sentence(match.start())[1], _semicolon(folded, match.end()))
        if index + 1 < len(awards):
            stop = min(stop, awards[index + 1].start())
        odd = next((q for q in counted if match.end() <= q.passage.start < stop and _is(q, nouns)), None)
        if odd is not None:
            end = _noun_end(folded, odd, nouns)
            passage = Passage(paragraph, match.start(), end)
            yield Hit(
                passage,
                {"title": " ".join(paragraph.text[match.start() : match.end()].split())},
                variant=match.lastgroup or "default",
            )


# Between those who receive and the award: "đạt danh hiệu “", "được công nhận danh hiệu ".
_REACHED = re.compile(
    r"\s*(?:cá nhân|người|đồng chí|tập thể|đơn vị)\s+(?:đạt|được công nhận|được tặng|nhận)\s+(?:danh hiệu\s+)?[“\"]?"
)


def _before(folded: str, start: int, counted: list[Quantity], nouns: tuple[str, ...]) -> Quantity | None:
    """Return the wrong ones counted right before an award: ``05 tập thể đạt danh hiệu Lao động tiên tiến``."""
    return next(
        (q for q in counted if _is(q, nouns) and _REACHED.fullmatch(folded, q.passage.end, start)), None
    )


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


def _semicolon(folded: str, start: int) -> int:
    found = folded.find(";", start)
    return len(folded) if found < 0 else found


KIND = Kind(
    "award_subject",
    check,
    Params,
    {"default": frozenset({"title"}), "person": frozenset({"title"}), "group": frozenset({"title"})},
)
