"""Figures, names, documents and enclosures that the outline asks a section to give, and that are not in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import frozen

from thidua_check.anatomy.model import Section
from thidua_check.draft import Draft
from thidua_check.extract.clauses import frame_of
from thidua_check.findings import Confidence, Level, Words
from thidua_check.outline.case import ANSWERED, quoted
from thidua_check.outline.demands import COUNTED
from thidua_check.outline.met import has_figure, is_met
from thidua_check.outline.model import ItemMatch, OutlineMap, Requirement, Verdict
from thidua_check.ruleset.kinds.anchors import last_words
from thidua_check.ruleset.kinds.asked_scope import (
    Scope,
    counted,
    entries,
    is_elsewhere,
    is_named,
    is_of,
    named,
    says_nothing,
    scope_of,
    words_of,
)
from thidua_check.ruleset.kinds.own_words import beginning
from thidua_check.ruleset.kinds.reports import NO_REPORT, is_report
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold, fold_same_length

_MARKED = 10
_AWARDS = (
    "bằng khen",
    "giấy khen",
    "cờ",
    "huân chương",
    "danh hiệu",
    "kỷ niệm chương",
    "chiến sĩ thi đua",
    "lượt",
)
_ENCLOSED_WORDS = re.compile(r"kèm|phụ lục|phụ biểu|đính")
# What is told by a sign in the text alone, and what the message calls it.
_PLAIN = ("citation", "share", "money", "comparison", "figures")
_CALLED = {
    "citation": "số, ngày, tên văn bản",
    "share": "tỷ lệ",
    "money": "số tiền",
    "comparison": "so sánh",
    "figures": "số liệu",
}
# Things that the item above a missing point is looked through for.
_HELD = ("mô hình", "điển hình", "gương")


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report sections without a single one of the figures, or without a single name, that the outline asks for."""
    if not is_report(draft):
        return NO_REPORT
    asked = [found for found in draft.outlines if found.how != "derived"]
    if not asked:
        return NotApplicable(Words("không có đề cương để đối chiếu", "there is no outline"))
    return [hit for found in asked for hit in _lacking(draft, found)]


def _lacking(draft: Draft, found: OutlineMap) -> Iterator[Hit]:
    verdicts = {match.item.id: match for match in found.matches}
    for match in found.matches:
        if match.verdict in ANSWERED:
            yield from _in_section(draft, found, match)
        names = [r for r in match.item.requires if r.kind == "name"]
        if names and match.item.is_heading and match.verdict is not Verdict.NOT_APPLICABLE:
            nouns = tuple(noun for requirement in names for noun in requirement.nouns)
            own = match if match.verdict in ANSWERED else verdicts.get(match.item.parent or "")
            if own is not None and own.verdict in ANSWERED and (own is match or nouns[0] in _HELD):
                yield from _names(draft, found, own.sections, nouns, _instruction(match, names))
    if found.how == "given":
        yield from _enclosures(draft, found)


def _in_section(draft: Draft, found: OutlineMap, match: ItemMatch) -> Iterator[Hit]:
    """Yield what a section lacks of the demands on it."""
    scope = scope_of(draft, match.sections)
    if is_elsewhere(scope) or says_nothing(scope):
        return
    counts = [r for r in match.item.requires if r.kind == "count" and not r.bounded]
    if counts:
        yield from _counts(found, match, scope, counts)
    if found.how != "given":
        return
    lacking = [r for r in match.item.requires if r.kind in _PLAIN and not is_met(r, words_of(scope))]
    if lacking:
        asked = ", ".join(dict.fromkeys(_asked(r) for r in lacking))
        yield _hit(scope, match, asked, lacking, variant="lacking")
    for requirement in match.item.requires:
        if requirement.bounded:
            yield from _examples(scope, match, requirement)


def _counts(found: OutlineMap, match: ItemMatch, scope: Scope, asked: Sequence[Requirement]) -> Iterator[Hit]:
    """Yield what lacks of the figures; of nouns that the checker does not know it only says that it saw none."""
    known = [n for r in asked for n in r.nouns if n in COUNTED]
    other = [r for r in asked if not set(r.nouns) & set(COUNTED)]
    lacking = [noun for noun in known if not counted(scope, noun)]
    missed = [r for r in other if not is_met(r, words_of(scope)) and not _under_its_words(scope, r.nouns)]
    unseen = [r.nouns[0] for r in missed]
    awarded = any(fold(q.noun).startswith(_AWARDS) for q in scope.quantities)
    if not (lacking or unseen) or (awarded and not unseen):
        return
    answered = len(lacking) < len(known) or len(unseen) < len(other)
    figures = any(q.noun for q in scope.quantities) or (unseen and has_figure(words_of(scope)))
    if not answered and (known or not figures) and not awarded:
        sure = found.how == "given" and not figures and known
        level, confidence = (None, None) if sure else (_unsure(found), Confidence.MEDIUM)
        yield _hit(scope, match, ", ".join([*lacking, *unseen]), asked, level=level, confidence=confidence)
    elif found.how == "given":
        if lacking and not awarded:
            short = [r for r in asked if set(r.nouns) & set(lacking)]
            yield _hit(scope, match, ", ".join(lacking), short, variant="some")
        if unseen:
            yield _hit(scope, match, ", ".join(unseen), missed, variant="unseen", outcome="review")


def _under_its_words(scope: Scope, nouns: Sequence[str]) -> bool:
    """Whether figures stand behind a noun in its sentence: "Kết quả rèn luyện: Tốt 1.262 em (90,0%)"."""
    for text in (p.text for p in scope.passages):
        folded = fold_same_length(text)
        for noun in nouns:
            at = folded.find(noun)
            if at >= 0 and has_figure(text[at : frame_of(text).sentence(at)[1]]):
                return True
    return False


def _unsure(found: OutlineMap) -> Level:
    """Return how hard what is not sure is judged: an outline that the checker chose itself only asks."""
    return Level.INFO if found.how == "chosen" else Level.WARNING


def _examples(scope: Scope, match: ItemMatch, asked: Requirement) -> Iterator[Hit]:
    """Yield a section that gives fewer or more examples than asked for; sure only where it says so or has none."""
    said = [int(q.value) for q in scope.quantities if q.value is not None and is_of(q, asked.nouns)]
    seen = max(entries(scope), named(scope))
    if any(_fits(asked, n) for n in (*said, sum(said), seen)):
        return
    most = max(sum(said), seen)
    few = asked.low is not None and most < asked.low
    nameable = bool(set(asked.nouns) & set(COUNTED))
    number = f"{most:02d} {asked.nouns[0]}"
    if few and said:
        yield _hit(scope, match, asked.text, [asked], variant="examples", said=number)
    elif few and not most and nameable and not is_named(scope) and not has_figure(words_of(scope)):
        none = Words(f"không {asked.nouns[0]} nào", f"no {asked.nouns[0]}")
        yield _hit(scope, match, asked.text, [asked], variant="examples", said=none)
    else:
        seen_words = Words(f"chương trình đếm được {number}", f"the checker counted {number}")
        unknown = Words("chương trình không đếm được có bao nhiêu", "the checker could not count them")
        said_words = seen_words if most else unknown
        yield _hit(
            scope, match, asked.text, [asked], variant="examples_unsure", outcome="review", said=said_words
        )


def _fits(asked: Requirement, number: int) -> bool:
    return number > 0 and (asked.low or 0) <= number <= (asked.high or number)


def _enclosures(draft: Draft, found: OutlineMap) -> Iterator[Hit]:
    """Yield the enclosures that the outline asks for where no word of the report points to any."""
    answered = [m.item for m in found.matches if m.verdict in ANSWERED and m.item.is_heading]
    wanted = [*(r for item in answered for r in item.requires), *found.outline.requires]
    asked = [r for r in wanted if r.kind == "attachment"]
    text = fold(" ".join(p.text for p in draft.document.paragraphs))
    sections = draft.anatomy.sections
    if asked and sections and not _ENCLOSED_WORDS.search(text):
        values = {"asked": "; ".join(r.text for r in asked)}
        yield Hit(last_words(sections, sections[-1]), values, variant="enclosures", outcome="review")


def _asked(requirement: Requirement) -> str:
    """Return a demand as the message names it: what it is, and the outline's words."""
    name = _CALLED[requirement.kind]
    return f"{name} (“{requirement.text}”)" if name != requirement.text else name


def _hit(scope: Scope, match: ItemMatch, asked: str, requires: Sequence[Requirement], **more: Any) -> Hit:
    """Return a finding on the first words of a section; ``said`` is what stands there instead."""
    values = {"section": quoted(scope.section), "asked": asked, "note": _instruction(match, requires)}
    if "said" in more:
        values["said"] = more.pop("said")
    return Hit(beginning(scope.passages[0], _MARKED), values, **more)


def _instruction(match: ItemMatch, asked: Sequence[Requirement]) -> str:
    """Return the instructions of an item that ask for something, each once."""
    notes = [next((n for n in match.item.notes if r.text in fold(n)), r.text) for r in asked]
    return "; ".join(dict.fromkeys(notes))


def _names(
    draft: Draft, found: OutlineMap, sections: Sequence[Section], nouns: tuple[str, ...], note: str
) -> Iterator[Hit]:
    scope = scope_of(draft, sections)
    if says_nothing(scope) or is_named(scope) or is_elsewhere(scope):
        return
    figures = [q for q in scope.quantities if fold(q.noun).startswith(nouns)]
    mark = figures[0].extent if figures and figures[0].extent else beginning(scope.passages[0], _MARKED)
    values = {"section": quoted(scope.section), "asked": ", ".join(nouns), "note": note}
    confidence = None if found.how == "given" else Confidence.LOW
    yield Hit(mark, values, variant="names", level=_unsure(found), confidence=confidence)


_PROVIDED = frozenset({"section", "asked", "note"})
KIND = Kind(
    "asked_data",
    check,
    Params,
    {
        **dict.fromkeys(("default", "some", "unseen", "names", "lacking"), _PROVIDED),
        **dict.fromkeys(("examples", "examples_unsure"), _PROVIDED | {"said"}),
        "enclosures": frozenset({"asked"}),
    },
)
