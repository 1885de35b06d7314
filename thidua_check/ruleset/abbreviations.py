"""Abbreviations in offices, as ``rules/registry/abbreviations.yaml`` has them, and those that a draft uses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from thidua_check.document import Paragraph
from thidua_check.extract.letters import CAPITALS
from thidua_check.registry import load_registry, per_pack
from thidua_check.text import fold, fold_letters

# "MTQG", "KH&CN", "CNTT-VT", "LĐ-TB&XH", "TTg" is not one of them; "COVID-19", "HIV/AIDS", "KH, CN&ĐMST" are taken whole.
_TOKEN = re.compile(
    rf"[{CAPITALS}](?<![\w&/.\-–@].)[{CAPITALS}]+(?:[&-][{CAPITALS}]+|,\s[{CAPITALS}]+(?=&)|-\d+|/[{CAPITALS}]+)*(?![\w&/@]|[-–]\w|\.\w)"
)
# "Mẫu AK", "mẫu B2": the code of a form.
_FORM = re.compile(r"mẫu(?:\ssố)?\s$")
_OFFICE = re.compile(
    r"(?<!\w)(cục|chi cục|tổng cục|sở|bộ|vụ|phòng|ban|viện|trung tâm|tổng công ty|công ty)\s$"
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
    """One use of an abbreviation; ``defining`` if its full form stands beside it or it is introduced there.

    ``office`` is the folded noun before it where that names a sort of office ("Cục TTCS"), else empty.
    """

    paragraph: Paragraph
    start: int
    end: int
    text: str
    defining: bool
    office: str = ""

    @property
    def bracketed(self) -> bool:
        """Whether it is introduced in brackets of its own: "nông thôn mới (NTM)"."""
        return self.defining and self.paragraph.text[: self.start].rstrip('“"').endswith("(")


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

    What has a full form is an abbreviation even where its letters could be a number:

    >>> [u.text for u in uses(Paragraph("nộp hồ sơ qua cổng DVC trong quý IV"))]
    ['DVC']
    """
    text = paragraph.text
    if text.isupper():
        return
    full = load_abbreviations().full
    for match in _TOKEN.finditer(text):
        word = match.group()
        plain_word = _ROMAN.match(word) or _MARKED.search(word) or _SYLLABLE.fullmatch(word)
        before = fold_letters(text[max(0, match.start() - _NEAR) : match.start()])
        if (plain_word and word not in full) or _among_capitals(text, *match.span()) or _FORM.search(before):
            continue
        office = _OFFICE.search(before)
        yield Use(
            paragraph,
            *match.span(),
            word,
            _introduced(text, *match.span()),
            office=office[1] if office else "",
        )


_NEAR = 16


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
    if after[:1] == ")" and _same_noun(text[max(0, start - _AROUND) : start]):
        return True
    if _NAME_BEFORE.search(before) and after[:1] in ("", ")", ";", ",", "."):
        return True
    letters = _letters(text[start:end])
    if len(letters) < len("abc"):
        return after.startswith("(") and after[1:2].islower()
    ahead = _initials(text[end : end + _AROUND])
    behind = [] if _CLOSED.search(before) else _initials(text[max(0, start - _AROUND) : start])
    return (
        behind[-len(letters) :] == letters
        or (bool(_EXPLAINS.match(text, end)) and ahead[: len(letters)] == letters)
        or _in_brackets_behind(text, start, letters)
    )


def _in_brackets_behind(text: str, start: int, letters: list[str]) -> bool:
    """Whether an open bracket holds the abbreviation, and the words with its initials stand in front of the bracket."""
    opening = text.rfind("(", 0, start)
    if opening < 0 or ")" in text[opening:start]:
        return False
    initials = "".join(_initials(text[max(0, opening - 2 * _AROUND) : opening]))
    return len(letters) > len("abc") and "".join(letters) in initials


def _same_noun(before: str) -> bool:
    """Whether a bracket opens with the noun of what stands in front of it: "trạm phát sóng di động (trạm"."""
    opened = _NOUN_INSIDE.search(before)
    return opened is not None and fold(opened[1]) in _WORD.findall(fold(before[: opened.start()]))


# "(trạm ", "(Ban "
_NOUN_INSIDE = re.compile(r"\(([^\W\d_]+)\s$")
# "Đại hội Thể thao châu Á - ASIAD," with the dash spaced in any way.
_NAME_BEFORE = re.compile(r"[^\W\d_]{2,}\s[^\W\d_]+\s?[-–]\s?$")


# What stands between an abbreviation and its full form: "NTM: nông thôn mới", "NTM (nông thôn mới)", "NTM là".
_EXPLAINS = re.compile(r"\s?[(:=–-]|\s(?:là|viết tắt)\s")
# A bracket that was closed before it: "NTM (nông thôn mới), NTM nâng cao" introduces it once.
_CLOSED = re.compile(r"\)[\s,;.]*$")
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


def full_form(word: str, body: str, office: str = "") -> str | None:
    """Return the folded full form of an abbreviation that stands in a plain text, None if there is none.

    One that is not in the registry is known by words with its initials, for four letters or more, that stand there twice,
    behind the same noun where it is what an ``office`` is called.

    >>> full_form("QLDA", "ban quản lý dự án và ban quản lý dự án khác")
    'quản lý dự án'
    >>> full_form("TTCS", "truyền thanh cơ sở, truyền thanh cơ sở", office="cục")
    """
    known = load_abbreviations().full.get(word)
    if known is not None:
        return known if known in body else None
    letters = [_INITIAL.get(c, c) for c in _letters(word)]
    if len(letters) < len("qlda"):
        return None
    lead = f"{office} " if office else ""
    found = re.findall(r"(?<!\w)" + re.escape(lead) + "(" + r"\w* ".join(letters) + r"\w*)", body)
    return next((phrase for phrase in found if found.count(phrase) > 1), None)


def defined(found: Sequence[Use]) -> Mapping[str, Use]:
    """Return for each abbreviation the use that introduces it first."""
    out: dict[str, Use] = {}
    for use in found:
        if use.defining:
            out.setdefault(use.text, use)
    return out
