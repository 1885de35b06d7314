"""The words that a finding on the structure marks: a heading's title, or the last words before a gap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from thidua_check.anatomy.model import Section
from thidua_check.document import Passage
from thidua_check.draft import Draft

_WORD = re.compile(r"\S+")
_LAST_WORDS = 10


def subtree(sections: Sequence[Section], section: Section) -> Iterator[Section]:
    """Yield a section and all under it in reading order."""
    yield section
    for child in section.children:
        yield from subtree(sections, sections[child])


def last_words(sections: Sequence[Section], section: Section) -> Passage:
    """Return the last words of a section's text with all under it; its title if it has no text."""
    texts = [p for s in subtree(sections, section) for p in s.content if p.text.strip()]
    if not texts:
        return section.heading.title_passage
    return _end_of(texts[-1])


def words_before(draft: Draft, section: Section) -> Passage:
    """Return the last words that stand before a section: of the text, else of the title; its own title without any."""
    heading = section.heading.title_passage
    texts = [Passage.whole(p) for p in draft.anatomy.main if p.part == heading.paragraph.part]
    above = [p for p in texts if p.paragraph.block < heading.paragraph.block and p.text.strip()]
    if not above and draft.anatomy.subject:
        above = list(draft.anatomy.subject.passages)
    return _end_of(above[-1]) if above else heading


def _end_of(passage: Passage) -> Passage:
    words = list(_WORD.finditer(passage.text))[-_LAST_WORDS:]
    return Passage(passage.paragraph, passage.start + words[0].start(), passage.start + words[-1].end())


def opening(draft: Draft) -> Passage | None:
    """Return the title's words, else the first words of the content, None in an empty draft."""
    if draft.anatomy.subject:
        return draft.anatomy.subject.passages[0]
    paragraph = next((p for p in (*draft.anatomy.main, *draft.document.paragraphs) if p.text.strip()), None)
    if paragraph is None:
        return None
    words = list(_WORD.finditer(paragraph.text))[:_LAST_WORDS]
    return Passage(paragraph, words[0].start(), words[-1].end())
