"""One word in two ways in one draft: its capitals (``Ban chỉ đạo``, ``Ban Chỉ đạo``) or its spelling (``hàng năm``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.registry import Source, load_registry, pack_source, per_pack
from thidua_check.ruleset.kinds.prose import covered, prose, quotations, starts_sentence
from thidua_check.ruleset.model import Hit, Kind

# "(sau đây gọi tắt là Phong trào thi đua)": a short form of three syllables or more that begins with a capital.
_SHORT_FORM = re.compile(r"gọi\s(?:tắt|chung)\slà:?\s[“\"]?((?:[^\W\d_]+\s){2,4}[^\W\d_]+)[”\"]?\s?[);,]")
# Words before a term in general use: "các phong trào thi đua", "đợt thi đua", "02 tiểu dự án".
_PLURAL = re.compile(r"(?:các|những|mọi|nhiều|số|đợt|từng|mỗi|hai|ba|\d+)\s$", re.IGNORECASE)
_NAMED = re.compile(r"\s[“\"]")

# A way met once beside another says nothing of which one the draft means.
_USUAL = 2


@frozen
class Term:
    """The ways a term is met; ``keep`` tells which one is right: the first, or the one used most.

    Behind one of the words ``except_after`` (lower case) it is another word. ``source`` is that of an office's own row.
    """

    forms: tuple[str, ...]
    keep: str
    except_after: tuple[str, ...] = ()
    source: Source | None = None


@frozen
class Registry:
    """Terms by their capitals, and pairs of spellings, all lower case, the one to prefer first."""

    capitals: tuple[Term, ...]
    spellings: tuple[tuple[str, ...], ...]


@frozen
class Params:
    """``spelling`` asks for spellings, else for capitals."""

    spelling: bool = False


@per_pack
def load_terms() -> Registry:
    """Return the registry of terms; raise RulePackError if its file is wrong."""
    root = load_registry("terms")
    root.keys(("capitals", "spellings"), ("capitals", "spellings"))
    root.faults.check()
    table = root.table()
    terms: list[Term] = []
    for entry in table["capitals"].items():
        entry.keys(("forms", "keep", "source", "except_after"), ("forms", "keep", "source"))
        row = entry.table()
        other = row["except_after"].texts() if "except_after" in row else ()
        terms.append(
            Term(row["forms"].texts(), row["keep"].choice(("first", "majority")), other, pack_source(entry))
        )
    registry = Registry(tuple(terms), tuple(node.texts() for node in table["spellings"].items()))
    root.faults.check()
    return registry


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report the way of each term that is not to be kept, as one finding for each term."""
    paragraphs = prose(draft)
    whole = "\n".join(p.text for p in paragraphs)
    if params.spelling:
        lowered = whole.lower()
        for pair in load_terms().spellings:
            if all(form in lowered for form in pair):
                yield from _spelled(paragraphs, pair)
        return
    for term in load_terms().capitals:
        if sum(form in whole for form in term.forms) > 1:
            yield from _capitals(paragraphs, term)
    yield from _short_forms(paragraphs)


def _spelled(paragraphs: Sequence[Paragraph], pair: Sequence[str]) -> Iterator[Hit]:
    places = {form: list(_places(paragraphs, form, any_case=True)) for form in pair}
    usual = pair[0]
    if places[usual]:
        odd = [p for form in pair[1:] for p in places[form]]
        yield from _hits(odd, usual, len(places[usual]))


def _capitals(paragraphs: Sequence[Paragraph], term: Term) -> Iterator[Hit]:
    """Yield the places with other capitals than those to keep; at the start of a sentence a capital proves nothing."""
    places = {form: [p for p in _places(paragraphs, form) if _tells(p, term)] for form in term.forms}
    usual = term.forms[0] if term.keep == "first" else max(term.forms, key=lambda form: len(places[form]))
    if len(places[usual]) < _USUAL:
        return
    odd = [p for form in term.forms if form != usual for p in places[form]]
    if term.keep == "first" or len(odd) * 2 <= len(places[usual]):
        yield from _hits(odd, usual, len(places[usual]), term.source)


def _tells(passage: Passage, term: Term) -> bool:
    text, start = passage.paragraph.text, passage.start
    if term.except_after and text[max(0, start - 24) : start].rstrip().lower().endswith(term.except_after):
        return False
    return not starts_sentence(text, start) and not _PLURAL.search(text, max(0, start - 12), start)


def _short_forms(paragraphs: Sequence[Paragraph]) -> Iterator[Hit]:
    """Yield small letters of a short form that the draft introduces with a capital."""
    for number, paragraph in enumerate(paragraphs):
        match = _SHORT_FORM.search(paragraph.text) if "gọi" in paragraph.text else None
        if match is None or not match.group(1)[0].isupper() or match.group(1).isupper():
            continue
        form = match.group(1)
        small = form[0].lower() + form[1:]
        later = paragraphs[number + 1 :]
        odd = [p for p in _places(later, small) if _short(p)]
        kept = [p for p in _places(later, form) if not starts_sentence(p.paragraph.text, p.start)]
        if kept and len(odd) <= 2 * len(kept):
            yield from _hits(odd, form, len(kept))


def _short(passage: Passage) -> bool:
    """Whether a small form stands for the named thing: not in general use, and no name follows."""
    text = passage.paragraph.text
    if _NAMED.match(text, passage.end):
        return False
    before = text[max(0, passage.start - 12) : passage.start]
    return not _PLURAL.search(before) and not re.match(r"\s(?:yêu nước|của cơ quan|do)", text[passage.end :])


def _places(paragraphs: Sequence[Paragraph], form: str, *, any_case: bool = False) -> Iterator[Passage]:
    for paragraph in paragraphs:
        text = paragraph.text.lower() if any_case else paragraph.text
        start = text.find(form) if len(text) == len(paragraph.text) else -1
        quoted = quotations(text) if start >= 0 else []
        while start >= 0:
            end = start + len(form)
            whole = not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
            if whole and not covered(quoted, start, end):
                yield Passage(paragraph, start, end)
            start = text.find(form, end)


def _hits(odd: Sequence[Passage], usual: str, count: int, source: Source | None = None) -> Iterator[Hit]:
    for passage in odd:
        repair = usual if passage.text[0].islower() or usual[0].isupper() else usual[0].upper() + usual[1:]
        values = {"repair": repair, "usual": str(count), "odd": str(len(odd))}
        yield Hit(passage, values, fold=usual, replacement=repair, source=source)


KIND = Kind("mixed_term", check, Params, {"default": frozenset({"repair", "usual", "odd"})})
