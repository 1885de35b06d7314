"""Capitals that Nghị định 30/2020/NĐ-CP, Phụ lục II, settles: names of laws and bodies, Điều and khoản, places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.registry import Source
from thidua_check.ruleset.capitals import load_capitals
from thidua_check.ruleset.kinds.prose import (
    SMALL_LETTER,
    UPPER_LETTER,
    addresses,
    covered,
    matches,
    prose,
    starts_sentence,
)
from thidua_check.ruleset.model import Hit, Kind

# "khoản 2 điều 141", "điểm a điều 5", "tại điều 6": a reference; "5 điều Bác Hồ dạy", "điều 1 người" and the cashew
# ("điều 297.000 ha") are none.
_ARTICLE = re.compile(
    r"(?<=\s)điều(?=\s\d{1,3}[a-zđ]?(?:\s(?:của\s)?(?:Luật|Nghị|Thông|Quyết|Quy|Hiến|Bộ|Pháp)|[,;.)](?!\d)))"
)
_ARTICLE_AFTER = re.compile(r"(?<=\s)điều(?=\s\d{1,3}(?![\d.,]\d))")
_BEFORE_ARTICLE = re.compile(r"(?:khoản\s\d{1,2}[a-zđ]?|điểm\s[a-zđ]|[Tt]ại|[Tt]heo)\s$")
# "theo Khoản 2 Điều 5", "tại Điểm a khoản 2": a capital inside a sentence.
_CLAUSE = re.compile(r"(?<=\s)(?:Khoản(?=\s\d{1,2}[a-zđ]?\b)|Điểm(?=\s[a-zđ]\)?,?\s[Kk]hoản))")
# "Tỉnh Quảng Ngãi", "Thành phố Quảng Ngãi": the word for the unit, and a name of two syllables or more.
_PLACE = re.compile(
    rf"(?:Thành phố|Tỉnh|Huyện|Thị xã)(?=\s{UPPER_LETTER}{SMALL_LETTER}+\s{UPPER_LETTER}{SMALL_LETTER}+)"
)
_NO_PLACE = re.compile(r"\s(?:Hồ Chí Minh|Đoàn|Đội|Hội|Ủy|Uỷ|Lộ|Hồ|Ban|Sở)\b")
_NAME = re.compile(rf"(?:\s{UPPER_LETTER}{SMALL_LETTER}+)+")
# "Sở ", "Phòng " at the head of an office's name
_OFFICE = re.compile(r"(?<!\w)(?:Sở|Bộ|Phòng)\s(?=\w)")
# Behind words that are not whole: "zalos", "zalo.me".
_GOES_ON = re.compile(r"\.?[^\W_]")
# "Quảng ngãi", "Hồ chí minh": a capital on the first of two or three syllables.
_HALF = re.compile(rf"({UPPER_LETTER}{SMALL_LETTER}+ {SMALL_LETTER}+)(?: {SMALL_LETTER}+)?")
# Before a word inside a sentence: "của ", ", ".
_INSIDE = re.compile(r"[\w,;]\s")
_INSIDE_SENTENCE = re.compile(r"[^\W_]|[,)”]")


@frozen
class Params:
    """No parameters: names are registry data."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report, as one finding for each form, the words with wrong capitals."""
    paragraphs = prose(draft)
    yield from _fixed(paragraphs)
    yield from _offices(paragraphs)
    yield from _provinces(paragraphs)
    yield from _references(paragraphs)
    for paragraph, match in matches(paragraphs, _PLACE):
        start, end = match.span()
        inside = _INSIDE.match(paragraph.text, start - 2) if start > 1 else None
        if not inside or _NO_PLACE.match(paragraph.text, end) or starts_sentence(paragraph.text, start):
            continue
        name = _NAME.match(paragraph.text, end)
        passage = Passage(paragraph, start, name.end() if name else end)
        yield _hit(
            passage, passage.text[0].lower() + passage.text[1:], "place", "Phụ lục II, Mục III, khoản 1"
        )


def _fixed(paragraphs: Sequence[Paragraph]) -> Iterator[Hit]:
    """Yield the forms of the registry, the longest where one stands inside another."""
    whole = "\n".join(p.text for p in paragraphs)
    forms = [form for form in load_capitals().fixed if form.wrong in whole]
    forms.sort(key=lambda form: len(form.wrong), reverse=True)
    for paragraph in paragraphs if forms else ():
        taken = addresses(paragraph.text)
        for form in forms:
            for start in _places(paragraph.text, form.wrong):
                passage = Passage(paragraph, start, start + len(form.wrong))
                if not covered(taken, passage.start, passage.end):
                    taken.append((passage.start, passage.end))
                    variant = "default" if form.level == "warning" else "info"
                    yield _hit(passage, form.right, variant, form.source, form.own)


def _places(text: str, words: str) -> Iterator[int]:
    """Yield where whole words stand; those before a stop and a letter belong to an address (``zalo.me``)."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        if not (text[start - 1 : start].isalnum() or _GOES_ON.match(text, end)):
            yield start
        start = text.find(words, end)


def _offices(paragraphs: Sequence[Paragraph]) -> Iterator[Hit]:
    """Yield names of offices with other capitals than those of their field (``Sở nội vụ``, ``Sở Tài Chính``)."""
    for paragraph, match in matches(paragraphs, _OFFICE):
        text, start = paragraph.text, match.end()
        for field in load_capitals().fields:
            end = start + len(field)
            printed = text[start:end]
            if printed.lower() == field.lower() and not text[end : end + 1].isalnum():
                if printed != field and not printed.isupper():
                    right = f"{match.group()}{field}"
                    yield _hit(
                        Passage(paragraph, match.start(), end), right, "info", "Phụ lục II, Mục IV, khoản 1"
                    )
                break


def _provinces(paragraphs: Sequence[Paragraph]) -> Iterator[Hit]:
    """Yield names with a capital on the first syllable alone (``Quảng ngãi``)."""
    names = {name[0] + name[1:].lower(): name for name in load_capitals().provinces}
    for paragraph, match in matches(paragraphs, _HALF):
        for wrong in (match.group(), match.group(1)):
            if wrong not in names:
                continue
            start = match.start()
            if not paragraph.text[:start].rpartition(" ")[0].rpartition(" ")[2][:1].isupper():
                passage = Passage(paragraph, start, start + len(wrong))
                yield _hit(passage, names[wrong], "default", "Phụ lục II, Mục III, khoản 1")
                break


def _references(paragraphs: Sequence[Paragraph]) -> Iterator[Hit]:
    for paragraph in paragraphs:
        text = paragraph.text
        if "điều " in text:
            for match in _ARTICLE_AFTER.finditer(text):
                start, end = match.span()
                if _refers(text, start):
                    yield _hit(
                        Passage(paragraph, start, end), "Điều", "default", "Phụ lục II, Mục V, khoản 7"
                    )
        if "Khoản " in text or "Điểm " in text:
            for match in _CLAUSE.finditer(text):
                start, end = match.span()
                if _INSIDE_SENTENCE.match(text[:start].rstrip()[-1:]) and not starts_sentence(text, start):
                    right = match.group().lower()
                    yield _hit(Passage(paragraph, start, end), right, "default", "Phụ lục II, Mục V, khoản 7")


def _refers(text: str, start: int) -> bool:
    """Whether "điều" before a number speaks of an article: "điều 24 Luật", "khoản 2 điều 24"; not "19 điều"."""
    led = _BEFORE_ARTICLE.search(text, max(0, start - 14), start)
    counted = text[:start].rstrip()[-1:].isdigit() and "khoản" not in text[max(0, start - 12) : start]
    several = text[:start].endswith("các ")
    return not counted and not several and bool(led or _ARTICLE.match(text, start))


def _hit(passage: Passage, right: str, variant: str, source: str, own: Source | None = None) -> Hit:
    values = {"repair": right, "source": source}
    fold = f"{passage.text} {right}"
    return Hit(passage, values, variant=variant, fold=fold, replacement=right, safe=True, source=own)


_PROVIDES = frozenset({"repair", "source"})
KIND = Kind("fixed_capital", check, Params, {"default": _PROVIDES, "info": _PROVIDES, "place": _PROVIDES})
