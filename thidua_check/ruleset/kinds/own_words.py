"""The running text of a draft without its headings, and how many of its words are the draft's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thidua_check.document import Passage
from thidua_check.draft import Draft

_WORD = re.compile(r"\w+")
# Names of movements, programmes and projects: “Cả nước chung sức xây dựng nông thôn mới”.
_QUOTED = re.compile(r"[“\"][^“”\"]{1,300}[”\"]")
_CLAUSE_END = re.compile(r"[;)]|\.\s|$")
_SHOWN = 8


def running_text(draft: Draft) -> Iterator[Passage]:
    """Yield the passages of the content proper that stand under headings or before the first, tables left out."""
    sections = draft.anatomy.sections
    titles = {(p.paragraph.part, p.paragraph.block): p.end for s in sections for p in s.heading.passages}
    for paragraph in draft.anatomy.main:
        if paragraph.cell is not None:
            continue
        start = titles.get((paragraph.part, paragraph.block), 0)
        if start < len(paragraph.text):
            yield Passage(paragraph, start, len(paragraph.text))


def own_words(draft: Draft, passage: Passage) -> int:
    """Return how many words of a passage are neither quoted names nor cited documents with their titles."""
    text = passage.paragraph.text
    taken = [m.span() for m in _QUOTED.finditer(text, passage.start, passage.end)]
    for citation in draft.facts.citations:
        cited = citation.passage
        if cited.paragraph is passage.paragraph and cited.start < passage.end:
            end = _CLAUSE_END.search(text, cited.end, passage.end)
            taken.append((cited.start, end.start() if end else passage.end))
    words = (m.start() for m in _WORD.finditer(text, passage.start, passage.end))
    return sum(not any(first <= word < last for first, last in taken) for word in words)


def beginning(passage: Passage, words: int) -> Passage:
    """Return the first words of a passage."""
    found = list(_WORD.finditer(passage.paragraph.text, passage.start, passage.end))[:words]
    return Passage(passage.paragraph, found[0].start(), found[-1].end()) if found else passage


def shown(passage: Passage) -> str:
    """Return the first words of a passage as a message quotes them."""
    first = beginning(passage, _SHOWN)
    return first.text + ("…" if first.end < passage.end else "")
