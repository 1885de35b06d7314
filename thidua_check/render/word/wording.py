"""What a comment says: message, basis, repair, other places, and how to answer it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from thidua_check.document import Location
from thidua_check.findings import Finding, Lang, Words
from thidua_check.render.places import section_path
from thidua_check.render.safe import one_line
from thidua_check.render.words import GRADE_WORDS, grade, say
from thidua_check.suppress import mark

_PLACES_SHOWN: Final = 30
_WORDS_SHOWN: Final = 60
_ANSWER: Final = Words(
    "Không phải lỗi? Trả lời: “BỎ QUA: lý do”.",
    "Right as it stands? Answer: “BỎ QUA: reason”.",
)


def comment_lines(finding: Finding, lang: Lang, *, exact: bool) -> tuple[str, ...]:
    """Return the paragraphs of the comment on a finding; where it is not anchored on the words, it says where they are.

    The last one is the mark by which the comment is known again.
    """
    return tuple(_legible(line) for line in _lines(finding, lang, exact))


def _lines(finding: Finding, lang: Lang, exact: bool) -> Iterator[str]:
    yield f"{GRADE_WORDS[grade(finding)].get(lang)} {finding.rule}: {one_line(finding.message.get(lang))}"
    if not exact:
        yield f"{say('where', lang)} {_where(finding.location, finding.excerpt, lang)}"
    if finding.suggestion:
        yield f"{say('repair', lang)} {one_line(finding.suggestion.text.get(lang))}"
    if finding.basis:
        words = filter(None, (finding.basis.document, finding.basis.clause))
        yield f"{say('basis', lang)} {one_line(', '.join(words))}"
    if finding.count > 1:
        yield f"{say('also', lang)} {_others(finding, lang)}"
    for related in finding.related:
        yield f"{say('related', lang)} {one_line(related.note.get(lang))} ({_where(related.location, '', lang)})"
    if finding.confidence == "low" and finding.outcome == "fail":
        yield f"{say('unsure', lang)} {say('unsure_text', lang)}"
    yield _ANSWER.get(lang)
    yield mark(finding)


def _others(finding: Finding, lang: Lang) -> str:
    others = finding.places[1:]
    words = [_where(p.location, p.excerpt, lang) for p in others[:_PLACES_SHOWN]]
    if len(others) > _PLACES_SHOWN:
        words.append(say("more_places", lang, n=len(others) - _PLACES_SHOWN))
    return "; ".join(words)


def _where(location: Location, excerpt: str, lang: Lang) -> str:
    """Return a place as a reader of the Word file can find it: by cell, section, and the words themselves."""
    words = []
    if location.cell:
        table, row, col = location.cell
        words.append(say("cell", lang, t=table + 1, r=row + 1, c=col + 1))
    if location.part in _BESIDE:
        words.append(say(_BESIDE[location.part], lang).lower())
    if location.section:
        words.append(say("section", lang, n=section_path(location.section)))
    if not words:
        words.append(say("block", lang, n=location.block + 1))
    text = one_line(excerpt).strip()
    short = text if len(text) <= _WORDS_SHOWN else text[: _WORDS_SHOWN - 1] + "…"
    return f"{', '.join(words)} “{short}”" if text else ", ".join(words)


def _legible(text: str) -> str:
    """Return the text without the characters that XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", text)


_BESIDE: Final = {"note": "note", "header": "header", "footer": "footer"}
# XML 1.0, production [2]
_ILLEGAL: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
