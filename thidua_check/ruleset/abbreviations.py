"""Abbreviations in offices, as ``rules/registry/abbreviations.yaml`` has them, and those that a draft uses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from thidua_check.document import Paragraph
from thidua_check.extract.letters import CAPITALS
from thidua_check.registry import load_registry, per_pack
from thidua_check.text import fold

# "MTQG", "KH&CN", "CNTT-VT", "LĐ-TB&XH", "TTg" is not one of them; "COVID-19" and "HIV/AIDS" are taken whole.
_TOKEN = re.compile(
    rf"[{CAPITALS}](?<![\w&/.\-–@].)[{CAPITALS}]+(?:[&-][{CAPITALS}]+|-\d+|/[{CAPITALS}]+)*(?![\w&/@]|[-–]\w|\.\w)"
)
# "XV", "IV-2025".
_ROMAN = re.compile(r"[IVXLCDM]+(?:-\d+)?$")
# A syllable without a tone mark: "NHÂN", "CÔNG", "BAN", but not "OCOP", "MTQG".
_SYLLABLE = re.compile(
    r"(?:NGH|NG|NH|CH|GH|GI|KH|PH|QU|TH|TR|[BCDĐGHKLMNPRSTVX])?[AEIOUYĂÂÊÔƠƯ]{1,3}(?:CH|NG|NH|[CMNPT])?"
)
# Vowels with which a word in capitals is a word and no abbreviation: "KHÔNG", "VÀ", "THÔN".
_MARKED = re.compile(r"[ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ]")
_WORD = re.compile(r"[^\W\d_]+")


@frozen
class Registry:
    """``common`` abbreviations, and the full form (folded) of those that have one."""

    common: frozenset[str]
    full: Mapping[str, str]


@frozen
class Use:
    """One use of an abbreviation; ``defining`` if its full form stands beside it or it is introduced there."""

    paragraph: Paragraph
    start: int
    end: int
    text: str
    defining: bool


@per_pack
def load_abbreviations() -> Registry:
    """Return the registry of abbreviations; raise RulePackError if its file is wrong."""
    root = load_registry("abbreviations")
    root.keys(("common", "full"), ("common", "full"))
    root.faults.check()
    table = root.table()
    for key, node in table["full"].table().items():
        if len(key) >= len(node.text()) or not any(c.isupper() for c in key):
            node.faults.add(node, f"viết ngược: “{key}” phải là chữ viết tắt, sau dấu “:” là tên đầy đủ.")
    full = {key: plain(node.text()) for key, node in table["full"].table().items()}
    registry = Registry(frozenset(table["common"].texts()), full)
    root.faults.check()
    return registry


def plain(text: str) -> str:
    """Return the words of a text, folded, for comparing full forms.

    >>> plain("Công nghệ thông tin - viễn thông")
    'công nghệ thông tin viễn thông'
    """
    return " ".join(re.findall(r"[^\W_]+", fold(text)))


def uses(paragraph: Paragraph) -> Iterator[Use]:
    """Yield the abbreviations of a paragraph that is not all in capitals.

    >>> [u.text for u in uses(Paragraph("Chương trình MTQG của Sở KH&CN, khóa XV, UBND TỈNH"))]
    ['MTQG', 'KH&CN']
    """
    text = paragraph.text
    if text.isupper():
        return
    for match in _TOKEN.finditer(text):
        word = match.group()
        plain_word = _ROMAN.match(word) or _MARKED.search(word) or _SYLLABLE.fullmatch(word)
        if plain_word or _among_capitals(text, *match.span()):
            continue
        yield Use(paragraph, *match.span(), word, _introduced(text, *match.span()))


def _among_capitals(text: str, start: int, end: int) -> bool:
    """Whether a neighbouring word is in capitals too: "UBND TỈNH", "PHỤ LỤC BC"."""
    before = _WORD.findall(text[max(0, start - 14) : start])[-1:]
    after = _WORD.findall(text[end : end + 14])[:1]
    registry = load_abbreviations()
    known = registry.common | registry.full.keys()
    return any(len(word) > 1 and word.isupper() and word not in known for word in (*before, *after))


# Words that introduce a short form: "(sau đây gọi tắt là", "(viết tắt:", "sau đây gọi là", "gọi chung là".
_INTRODUCED = re.compile(r"(?:gọi|viết|ghi)\s(?:tắt\s|chung\s)?(?:là|:)?\s*[:“\"]?\s*$")


def _introduced(text: str, start: int, end: int) -> bool:
    """Whether the draft says here what the abbreviation stands for: in brackets behind it, or before brackets."""
    before, after = text[max(0, start - 30) : start], text[end : end + 12].lstrip('”"')
    if _INTRODUCED.search(before.lower()):
        return True
    if before.rstrip('“"').endswith("(") and after[:1] in (")", ";", ",", ":", "-", " "):
        return True
    letters = _letters(text[start:end])
    if len(letters) < len("abc"):
        return after.startswith("(") and after[1:2].islower()
    ahead = _initials(text[end : end + _AROUND])
    return _initials(text[max(0, start - _AROUND) : start])[-len(letters) :] == letters or (
        bool(_EXPLAINS.match(text, end)) and ahead[: len(letters)] == letters
    )


# What stands between an abbreviation and its full form: "NTM: nông thôn mới", "NTM (nông thôn mới)", "NTM là".
_EXPLAINS = re.compile(r"\s?[(:=–-]|\s(?:là|viết tắt)\s")
_AROUND = 90


def _initials(text: str) -> list[str]:
    """Return the folded first letters of the words, "và" and words such as "viết tắt là" left out."""
    words = _WORD.findall(fold(text))
    return [_base(word[0]) for word in words if word not in ("và", "viết", "gọi", "tắt", "là")]


def _letters(word: str) -> list[str]:
    return [_base(c) for c in fold(word) if c.isalpha()]


def _base(letter: str) -> str:
    """Return a letter without its marks; đ has none."""
    return unicodedata.normalize("NFD", letter)[0]


# For a vowel, all letters that it is the base of: "quản lý dự án" has the initials QLDA.
_INITIAL = {
    vowel: "[" + "".join(c for c in map(chr, range(0x61, 0x1EFA)) if c.islower() and _base(c) == vowel) + "]"
    for vowel in "aeiouy"
}


def full_form(word: str, body: str) -> bool:
    """Return whether words with the initials of an abbreviation of four letters or more stand in a plain text twice.

    >>> full_form("QLDA", "ban quản lý dự án và ban quản lý dự án khác")
    True
    """
    known = load_abbreviations().full.get(word)
    if known is not None:
        return known in body
    letters = [_INITIAL.get(c, c) for c in _letters(word)]
    if len(letters) < len("qlda"):
        return False
    found = re.findall(r"(?<!\w)" + r"\w* ".join(letters) + r"\w*", body)
    return any(found.count(phrase) > 1 for phrase in found)


def defined(found: Sequence[Use]) -> Mapping[str, Use]:
    """Return for each abbreviation the use that introduces it first."""
    out: dict[str, Use] = {}
    for use in found:
        if use.defining:
            out.setdefault(use.text, use)
    return out
