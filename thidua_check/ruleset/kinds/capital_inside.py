"""Capitals on ordinary words after a comma or a semicolon, and sentences that begin with a small letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.capitals import load_capitals
from thidua_check.ruleset.kinds.prose import (
    SMALL_LETTER,
    UPPER_LETTER,
    addresses,
    covered,
    prose,
    quotations,
)
from thidua_check.ruleset.model import Hit, Kind

# ", Phát động phong", "; Ủng hộ “Tết": the first two words behind the mark, the second in small letters; what a number
# follows is the name of a mark or class ("Khá 419, Đạt 45").
_AFTER = re.compile(
    rf"(?<=[\w”)%])([,;])[ \u00a0]+({UPPER_LETTER}{SMALL_LETTER}*)(?!{SMALL_LETTER}|:?[ \u00a0]\d)((?:[ \u00a0]{SMALL_LETTER}+)?)"
)
# "01 Nhiệm vụ", "100% Công chức", "02 Hợp tác xã": a number, a word with a capital and up to two in small letters.
_COUNTED = re.compile(
    rf"(?<=[\d%u])[ \u00a0]({UPPER_LETTER}{SMALL_LETTER}+(?:[ \u00a0]{SMALL_LETTER}+){{0,2}})"
)
# A capital this far (characters) before a comma may begin a name that goes on behind it: "Trung tâm Tư vấn, Hỗ trợ".
_NAME_REACH = 50
_UPPER = re.compile(UPPER_LETTER)
_COUNTING = re.compile(r"(?:(?<![\w/.,-])\d[\d.,]*%?|nhiều)$")
# "cam kết. kết quả", "Sở. tích cực", "năm 2024. đồng thời": a full stop and a small letter, behind two small letters, a
# capital and a vowel (two consonants are an abbreviation: "Gv. dạy giỏi"), or a year.
_SMALL = re.compile(
    rf"(?:(?<={SMALL_LETTER}{SMALL_LETTER})|(?<={UPPER_LETTER}(?![bcdđfghjklmnpqrstvwxz]){SMALL_LETTER})|(?<=năm 20\d\d))"
    rf"[”)]?\.[ \u00a0]+(?=({SMALL_LETTER}{{2,}}))"
)
# What ends in a full stop without ending a sentence: "v.v.", "tr.", "TP.", "vd.", "tp.", "st.", "No.".
_ABBREVIATED = re.compile(
    r"(?:^|[\s(./])(?:v\.v|tr|vd|tp|tx|tt|ths|ts|bs|gs|pgs|ks|st|no|vv|cn|kts|đ/c|sđt|ttg|ltd|inc|corp|jsc|tel|fax|etc|ver)$",
    re.IGNORECASE,
)


@frozen
class Params:
    """``sentence`` asks for sentences that begin small, else for capitals after commas and semicolons."""

    sentence: bool = False


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report the words whose first letter has the wrong case."""
    if params.sentence:
        yield from _small(draft)
    else:
        yield from _capital(draft)
        yield from _counted(draft)


def _capital(draft: Draft) -> Iterator[Hit]:
    capitals = load_capitals()
    for paragraph in prose(draft):
        quoted = quotations(paragraph.text)
        for match in _AFTER.finditer(paragraph.text):
            mark, first, second = match.groups()
            pair = f"{first}{second}".lower().replace("\u00a0", " ")
            word = pair if pair in capitals.ordinary or not second else first.lower()
            if word not in capitals.ordinary or covered(quoted, match.start(2), match.end()):
                continue
            if mark == "," and word in capitals.named and _after_capital(paragraph.text, match.start()):
                continue
            passage = Passage(paragraph, match.start(2), match.end())
            repair = passage.text[0].lower() + passage.text[1:]
            variant, fold = ("default", None) if mark == "," else ("semicolon", "semicolon")
            yield Hit(passage, {"repair": repair}, variant=variant, fold=fold, replacement=repair, safe=True)


def _after_capital(text: str, at: int) -> bool:
    return _UPPER.search(text, max(0, at - _NAME_REACH), at) is not None


def _counted(draft: Draft) -> Iterator[Hit]:
    nouns = load_capitals().counted
    for paragraph in prose(draft):
        text = paragraph.text
        for match in _COUNTED.finditer(text):
            start = match.start(1)
            noun = _noun(match.group(1).lower().replace("\u00a0", " "), nouns)
            end = start + len(noun)
            if noun and _COUNTING.search(text, max(0, start - 12), start - 1):
                repair = text[start].lower() + text[start + 1 : end]
                passage = Passage(paragraph, start, end)
                yield Hit(
                    passage,
                    {"repair": repair},
                    variant="counted",
                    fold="counted",
                    replacement=repair,
                    safe=True,
                )


def _noun(words: str, nouns: frozenset[str]) -> str:
    """Return the noun that some words are or begin with, none for one of one syllable that goes on.

    >>> _noun("hợp tác xã", frozenset(["hợp tác xã"])), _noun("nhiệm vụ đã", frozenset(["nhiệm vụ"]))
    ('hợp tác xã', 'nhiệm vụ')
    >>> _noun("huyện ủy đã", frozenset(["huyện"]))
    ''
    """
    if words in nouns:
        return words
    pair = " ".join(words.split()[:2])
    return pair if pair in nouns and pair != words else ""


def _small(draft: Draft) -> Iterator[Hit]:
    for paragraph in prose(draft):
        text = paragraph.text
        skipped = addresses(text)
        for match in _SMALL.finditer(text):
            start, end = match.span()
            if not _ABBREVIATED.search(text, max(0, start - 8), start) and not covered(
                skipped, start, end + 1
            ):
                yield from _sentence_hit(paragraph, match)


def _sentence_hit(paragraph: Paragraph, match: re.Match[str]) -> Iterator[Hit]:
    text = paragraph.text
    start = max(text.rfind(" ", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
    passage = Passage(paragraph, start, match.end(1))
    word = match.group(1)
    repair = text[start : match.end()] + word[0].upper() + word[1:]
    yield Hit(passage, {"repair": repair}, variant="sentence")


_PROVIDES = frozenset({"repair"})
KIND = Kind(
    "capital_inside",
    check,
    Params,
    dict.fromkeys(("default", "semicolon", "counted", "sentence"), _PROVIDES),
)
