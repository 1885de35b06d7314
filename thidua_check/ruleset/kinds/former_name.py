"""Names of movements and drives that were given up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.extract.clauses import frame_of
from thidua_check.extract.periods import Period
from thidua_check.ruleset.kinds.folding import folded as fold_text
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.ruleset.movement_names import Former, former_names
from thidua_check.text import fold


@frozen
class Params:
    """``reach``: how many characters behind the name its period may stand."""

    reach: int = 40


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report former names; a sentence about the years when they held is left alone."""
    for former in former_names():
        last = former.words.split()[-1]
        for paragraph in draft.document.everything:
            if last not in paragraph.text.lower():
                continue
            for start, end in _places(paragraph, former.words):
                variant = _variant(draft, Passage(paragraph, start, end), former, params)
                if variant is not None:
                    hit = Passage(paragraph, start, end)
                    alike = f"{variant} {former.words}"
                    yield Hit(hit, {"right": former.right}, variant=variant, fold=alike, source=former.source)


def _places(paragraph: Paragraph, words: str) -> Iterator[tuple[int, int]]:
    """Yield where bare words stand in a text, whatever signs and spaces are between them."""
    folded = fold_text(paragraph.text)
    parts = words.split()
    start = folded.find(parts[0])
    while start >= 0:
        at = start
        for part in parts:
            while at < len(folded) and not folded[at].isalnum():
                at += 1
            if not folded.startswith(part, at):
                break
            at += len(part)
        else:
            yield start, at
        start = folded.find(parts[0], start + 1)


def _variant(draft: Draft, passage: Passage, former: Former, params: Params) -> str | None:
    """Return ``default`` where a name surely stands for a time when it was given up, ``unsure`` where it may."""
    if not former.period:
        return None if _of_its_time(draft, passage, former) else "default"
    near = [
        period
        for period in draft.facts.periods
        if period.passage.paragraph is passage.paragraph
        and passage.end <= period.passage.start <= passage.end + params.reach
    ]
    if near:
        return "default" if near[0].first >= former.since.year else None
    own = _own_periods(draft)
    if own and all(period.first >= former.since.year for period in own):
        return "default"
    late = any(period.first >= former.since.year - 1 and period.last > former.since.year for period in own)
    return "unsure" if late else None


def _own_periods(draft: Draft) -> list[Period]:
    """Return the periods that the title and the opening name."""
    opening = draft.anatomy.main[:_OPENING]
    subject = draft.anatomy.subject
    places = [*(p.paragraph for p in subject.passages), *opening] if subject else list(opening)
    return [period for period in draft.facts.periods if any(period.passage.paragraph is p for p in places)]


_OPENING = 3


def _of_its_time(draft: Draft, passage: Passage, former: Former) -> bool:
    """Whether the sentence cites a document of the former name, or gives a date of its time."""
    text = passage.paragraph.text
    low, high = frame_of(text).sentence(passage.start)
    sentence = fold(text[low:high])
    if any(fold(document) in sentence for document in former.documents):
        return True
    day = draft.as_of.date
    if (day is not None and day < former.since) or _speaks_of_its_time(draft, former):
        return True
    return any(
        mention.year is not None and dt.date(max(mention.year, 1), 12, 31) < former.since
        for mention in draft.facts.dates
        if mention.passage.paragraph is passage.paragraph and low <= mention.passage.start < high
    )


def _speaks_of_its_time(draft: Draft, former: Former) -> bool:
    """Whether the title or the opening names periods, and all of them end by the year of the change."""
    last = [period.last for period in _own_periods(draft)]
    return bool(last) and max(last) <= former.since.year


PROVIDES = frozenset({"right"})
KIND = Kind("former_name", check, Params, {"default": PROVIDES, "unsure": PROVIDES})
