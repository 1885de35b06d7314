"""The running text of a draft: which paragraphs the rules on words and signs read, and what in them is not judged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.extract.letters import CAPITALS

# Inside a character class: "[" + SMALL + "]"; Python has no class for small letters.
SMALL = "a-z" + "".join(c.lower() for c in CAPITALS[3:])
UPPER_LETTER, SMALL_LETTER = f"[{CAPITALS}]", f"[{SMALL}]"

_WORD = re.compile(r"\S+")
# A quoted stretch with curly or straight signs: “Vì người nghèo”, "Dân vận khéo".
_QUOTED = re.compile(r"“[^“”]{0,300}”|\"[^\"“”]{0,300}\"")
# "https://qlvb.vn/a.b", "www.quangngai.gov.vn", "vanthu@xa.gov.vn".
_ADDRESS_MARKS = ("://", "www.", "@", ".vn", ".com", ".gov", ".edu", ".org", ".net")
_NEAR = 40


def prose(draft: Draft) -> tuple[Paragraph, ...]:
    """Return title, content, closing sentence, the content of attachments, and notes; head and tail are left out."""
    anatomy = draft.anatomy
    every = (
        *(anatomy.subject.passages if anatomy.subject else ()),
        *anatomy.main,
        *((anatomy.closing,) if anatomy.closing else ()),
        *(part for a in anatomy.attachments for part in (*a.title.passages, *a.body)),
        *(p for note in draft.document.notes for p in note.paragraphs),
    )
    paragraphs = (part.paragraph if isinstance(part, Passage) else part for part in every)
    return tuple({(p.part, p.block): p for p in paragraphs if p.text.strip()}.values())


def addresses(text: str) -> list[tuple[int, int]]:
    """Return where web and mail addresses stand.

    >>> addresses("xem quangngai.gov.vn nhé")
    [(4, 20)]
    """
    if not any(mark in text for mark in _ADDRESS_MARKS):
        return []
    words = _WORD.finditer(text)
    return [m.span() for m in words if any(mark in m.group() for mark in _ADDRESS_MARKS)]


def quotations(text: str) -> list[tuple[int, int]]:
    """Return where quoted words stand, their signs included.

    >>> quotations("thi đua “Dân vận khéo” năm")
    [(8, 22)]
    """
    if "“" not in text and '"' not in text:
        return []
    return [m.span() for m in _QUOTED.finditer(text)]


def covered(spans: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    """Return whether a stretch overlaps one of the spans."""
    return any(a < end and start < b for a, b in spans)


Spans = Mapping[tuple[str, int], list[tuple[int, int]]]


def symbol_spans(draft: Draft) -> Spans:
    """Return where cited documents stand, from the type word to the end of the symbol, by part and block."""
    return passage_spans(citation.passage for citation in draft.facts.citations)


def blank_citation_spans(draft: Draft) -> Spans:
    """Return where documents are cited with a blank for number or date, their dates included, by part and block."""
    return passage_spans(citation.dated_passage for citation in draft.facts.citations if citation.has_blank)


def passage_spans(passages: Iterable[Passage]) -> Spans:
    """Return where some passages stand, by part and block."""
    spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for passage in passages:
        key = (passage.paragraph.part, passage.paragraph.block)
        spans.setdefault(key, []).append((passage.start, passage.end))
    return spans


def in_spans(spans: Spans, paragraph: Paragraph, start: int, end: int) -> bool:
    """Return whether a stretch of a paragraph overlaps one of the spans."""
    return covered(spans.get((paragraph.part, paragraph.block), ()), start, end)


def matches(
    paragraphs: Iterable[Paragraph], pattern: re.Pattern[str]
) -> Iterator[tuple[Paragraph, re.Match[str]]]:
    """Yield each match of a pattern with its paragraph."""
    for paragraph in paragraphs:
        for match in pattern.finditer(paragraph.text):
            yield paragraph, match


def with_word_before(paragraph: Paragraph, start: int, end: int) -> Passage:
    """Return a passage widened to the beginning of the word that ends at or before its start."""
    text = paragraph.text
    at = len(text[:start].rstrip())
    begin = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at), text.rfind("\u00a0", 0, at)) + 1
    return Passage(paragraph, begin, end)


def last_words(paragraph: Paragraph, end: int, count: int) -> Passage:
    """Return the last words before an offset, at most ``count`` of them."""
    text = paragraph.text
    words = list(_WORD.finditer(text, max(0, end - _NEAR * 2), end))[-count:]
    return Passage(paragraph, words[0].start() if words else end, end)


def starts_sentence(text: str, at: int) -> bool:
    """Return whether a sentence, an item or a quotation begins at an offset.

    >>> starts_sentence("Xong. Tỉnh", 6), starts_sentence("- Tỉnh", 2), starts_sentence("của Tỉnh", 4)
    (True, True, False)
    """
    before = text[max(0, at - _NEAR) : at].rstrip(" \u00a0*_(")
    return not before or before[-1] in '.!?…:;\n“"-–+•/)'
