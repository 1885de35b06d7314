"""Labels of headings and list items: ``Phần I``, ``IV.``, ``2.1.``, ``a)``, ``-``, typed or automatic.

The levels of NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6, điểm đ, and those that offices add to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import evolve

from thidua_check.anatomy.model import Label, Scheme
from thidua_check.document import Paragraph

# List letters in the order in which decrees number their điểm: no ă â ê ô ơ ư, no f j w z.
LIST_LETTERS = "abcdđeghiklmnopqrstuvxy"

# "2.1. Mục tiêu", "2.1.3 Mục tiêu", "1.1/ Mục tiêu"; not "15.2 về", "1.426,0m2", "2.586,2 triệu".
_DECIMAL = re.compile(r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,4})\s?(?P<m>[.)/:]?)(?:\s+|(?=[^\W\d_]))(?=\S)")
# "1. Mục tiêu", "1) Mục tiêu", "1/ Mục tiêu", "1: Mục tiêu", "1- Mục tiêu", "1.Mục tiêu"; not "1/5/2025", "03/QĐ".
_ARABIC = re.compile(
    r"(?P<n>\d{1,2})\s?(?P<m>[.)/:]{1,2}[-–]?|[-–—](?=\s))(?:\s+|(?=[^\W\d_][^\W\d_A-ZĐ]))(?=\D)"
)
# "(1) Mục tiêu", "(a) Mục tiêu", "(iv) Mục tiêu".
_BRACKETED = re.compile(r"\(\s?(?P<n>\d{1,2}|[ivx]{1,5}|[a-zđ])\s?\)\s*(?=\S)")
# "II.1. Kết quả", "II.1.2 Kết quả".
_ROMAN_DECIMAL = re.compile(r"(?P<r>[IVX]{1,5})\.(?P<n>\d{1,2}(?:\.\d{1,2}){0,3})(?P<m>[.)/:]?)\s+(?=\S)")
# "IV. ĐÁNH GIÁ", "IV/ ĐÁNH GIÁ", "IV - ĐÁNH GIÁ", "IV) ĐÁNH GIÁ", "IV: ĐÁNH GIÁ", "IV.Đánh giá"; not "V.I. Lênin", "V/v".
_ROMAN = re.compile(r"(?P<n>[IVXLC]{1,7})\s?(?P<m>[.)/:]{1,2}[-–]?|[-–—](?=\s))(?:\s+|(?=[^\W\d_]{2}))(?=\S)")
# "A. PHẦN CHUNG", "B/ KẾT QUẢ", "A - PHẦN CHUNG".
_CAPITAL = re.compile(r"(?P<n>[A-ZĐ])\s?(?P<m>[.)/]|[-–—](?=\s))\s+(?=\S)")
# "a) Ưu điểm", "a. Ưu điểm", "a/ Ưu điểm", "a)Ưu điểm", "a.1) Ưu điểm", "b2) Ưu điểm".
_LETTER = re.compile(r"(?P<n>[a-zđ])(?:\.?(?P<k>\d{1,2}))?\s?(?:(?P<m>[)/])\s*|(?P<d>\.)\s+)(?=\S)")
# "iv) Mục tiêu", "ii. Mục tiêu".
_SUBROMAN = re.compile(r"(?P<n>[ivx]{2,5})\s?(?P<m>[.)/])\s+(?=\S)")
# "Phần I", "PHẦN THỨ NHẤT", "Phần 2:", "Phần A.".
_PART = re.compile(
    r"phần\s+(?P<n>thứ\s+\w+|[ivx]+|\d{1,2}|[a-e])(?=$|\W)(?P<m>\s*[.:)\-–—/])?\s*",
    re.IGNORECASE,
)
# "Chương II", "CHƯƠNG 2."; "Mục 1", "MỤC 1."; "Tiểu mục 2".
_CHAPTER = re.compile(r"chương\s+(?P<n>[ivxl]+|\d{1,2})(?=$|\W)(?P<m>\s*[.:)\-–—/])?\s*", re.IGNORECASE)
_MUC = re.compile(r"(?:tiểu\s+)?mục\s+(?P<n>\d{1,2}|[ivx]+)(?=$|\W)(?P<m>\s*[.:)\-–—/])?\s*", re.IGNORECASE)
# "Điều 5. Hiệu lực", "Điều 5: Hiệu lực", "Điều 5" alone, "Điều 5a.".
_DIEU = re.compile(r"điều\s+(?P<n>\d{1,3}[a-zđ]?)(?:\s?(?P<m>[.:])\s*|\s*$)", re.IGNORECASE)
_ORDINALS = {
    word: n
    for n, words in enumerate(
        ("nhất", "hai nhì", "ba", "tư bốn", "năm", "sáu", "bảy bẩy", "tám", "chín", "mười"), start=1
    )
    for word in words.split()
}

_DASHES = "–—−•·●○▪■◦‣⁃∙➢✓✔►▶❖-"
_BULLET = re.compile(rf"(?P<m>[\uf000-\uf0ff{_DASHES}])\s*(?=[^\s_{_DASHES}])")
_PLUS = re.compile(r"(?P<m>\+)\s*(?=[^\s+\d])")
_STAR = re.compile(r"(?P<m>\(\*+\)|\*+)\s*(?=[^\s*])")
_ROMAN_VALUE = re.compile(r"(?=.)(X{0,3})(IX|IV|V?I{0,3})")
_OPENING = "\"“”«‘'*([ "

# A label from the list of numbering formats that is no sign anyone reads: Word's private bullets.
_SIGN_ONLY = re.compile(r"[^\w(]{1,2}|o|\(?\*+\)?")


def roman_value(text: str) -> int | None:
    """Return the value of a Roman numeral up to XXXIX, None if it is not one.

    >>> roman_value("XIV"), roman_value("IIX")
    (14, None)
    """
    match = _ROMAN_VALUE.fullmatch(text)
    if match is None:
        return None
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX").index(match.group(2))
    return 10 * len(match.group(1)) + ones


def label_of(paragraph: Paragraph) -> Label | None:
    """Return the label of a paragraph, automatic or typed; None if it has none."""
    if paragraph.label.strip():
        return _automatic(paragraph.label.strip())
    return typed_label(paragraph.text)


def typed_label(text: str, start: int = 0) -> Label | None:
    """Return the label with which a text begins.

    >>> typed_label("đ) Ưu điểm")
    Label(printed='đ)', scheme='letter', numbers=(5,), mark=')', end=3, bare='đ', automatic=False)
    >>> typed_label("15.2 về thông tin") is typed_label("1.426,0m2 đất") is typed_label("2024.") is None
    True
    """
    while start < len(text) and text[start].isspace():
        start += 1
    if start == len(text):
        return None
    first = text[start]
    if first.isdigit():
        return _digits(text, start)
    if first.isalpha():
        return _words(text, start) if first.isupper() or first in "pcmtđ" else _letters(text, start)
    if first == "(":
        return _bracketed(text, start) or _sign(text, start)
    return _sign(text, start)


def resolve(labels: Iterable[Label | None]) -> list[Label | None]:
    """Return the labels of successive paragraphs with the letters told from Roman numerals by what came before.

    ``I.`` after ``H.`` and ``i)`` after ``h)`` are letters; ``I.`` and ``i)`` elsewhere are numerals.
    """
    out: list[Label | None] = []
    capital = small = 0
    for label in labels:
        found = label
        if found is not None and len(found.bare) == 1 and found.bare in "CDILMVX":
            letter = LIST_LETTERS.index(found.bare.lower()) + 1
            if found.scheme == "roman" and (found.bare in "CDLM" or letter == capital + 1 > 3):
                found = evolve(found, scheme="capital", numbers=(letter,))
        elif found is not None and found.scheme == "letter" and found.bare in ("i", "v", "x"):
            value = roman_value(found.bare.upper())
            if found.numbers[0] != small + 1 and value is not None:
                found = evolve(found, scheme="subroman", numbers=(value,))
        if found is not None and found.scheme == "capital":
            capital = found.numbers[0]
        elif found is not None and found.scheme == "letter":
            small = found.numbers[0]
        out.append(found)
    return out


def capital_at(text: str, start: int) -> bool:
    """Tell whether the first character behind opening quotes and brackets is a capital letter or a digit."""
    while start < len(text) and text[start] in _OPENING:
        start += 1
    return start < len(text) and (text[start].isupper() or text[start].isdigit())


def _automatic(label: str) -> Label:
    found = None if _SIGN_ONLY.fullmatch(label) else typed_label(f"{label} X")
    if found is not None:
        return evolve(found, printed=label, end=0, automatic=True)
    scheme: Scheme = "plus" if label == "+" else "star" if "*" in label else "dash"
    return Label(label, scheme, mark=label, automatic=True)


def _made(match: re.Match[str], scheme: Scheme, numbers: tuple[int, ...], bare: str, mark: str) -> Label:
    return Label(match.group().strip(), scheme, numbers, mark.strip(), match.end(), bare)


def _digits(text: str, start: int) -> Label | None:
    match = _DECIMAL.match(text, start)
    if match is not None and (match["m"] or capital_at(text, match.end())):
        return _made(match, "decimal", tuple(map(int, match["n"].split("."))), match["n"], match["m"])
    match = _ARABIC.match(text, start)
    if match is None or (match["m"][0] in ":/-–—" and not capital_at(text, match.end())):
        return None
    return _made(match, "arabic", (int(match["n"]),), match["n"].lstrip("0") or "0", match["m"])


def _bracketed(text: str, start: int) -> Label | None:
    match = _BRACKETED.match(text, start)
    if match is None:
        return None
    name = match["n"]
    if name.isdigit():
        return _made(match, "arabic", (int(name),), name, "()")
    if len(name) == 1 and name in LIST_LETTERS:
        return _made(match, "letter", (LIST_LETTERS.index(name) + 1,), name, "()")
    value = roman_value(name.upper())
    return _made(match, "subroman", (value,), name, "()") if value is not None else None


def _letters(text: str, start: int) -> Label | None:
    match = _SUBROMAN.match(text, start)
    if match is not None and (value := roman_value(match["n"].upper())) is not None:
        return _made(match, "subroman", (value,), match["n"], match["m"])
    match = _LETTER.match(text, start)
    if match is None or match["n"] not in LIST_LETTERS:
        return None
    numbers: tuple[int, ...] = (LIST_LETTERS.index(match["n"]) + 1,)
    bare = match["n"]
    if match["k"]:
        numbers, bare = (*numbers, int(match["k"])), f"{bare}.{match['k']}"
    return _made(match, "letter", numbers, bare, match["m"] or ".")


def _words(text: str, start: int) -> Label | None:
    """Return the label that begins with a capital letter or with one of the words for a division."""
    word = text[start : start + 7].lower()
    if word.startswith(("phần", "chương", "mục", "tiểu mụ", "điều")):
        return _division(text, start)
    if not text[start].isupper():
        return _letters(text, start)
    match = _ROMAN_DECIMAL.match(text, start)
    if match is not None and (top := roman_value(match["r"])) is not None:
        numbers = (top, *map(int, match["n"].split(".")))
        return _made(match, "decimal", numbers, f"{match['r']}.{match['n']}", match["m"])
    match = _ROMAN.match(text, start)
    if match is not None and (match["n"] in ("C", "L") or roman_value(match["n"]) is not None):
        if match["m"][0] == "/" and not capital_at(text, match.end()):
            return None
        return _made(match, "roman", (roman_value(match["n"]) or 0,), match["n"], match["m"])
    match = _CAPITAL.match(text, start)
    if match is not None and (letter := match["n"].lower()) in LIST_LETTERS:
        return _made(match, "capital", (LIST_LETTERS.index(letter) + 1,), match["n"], match["m"])
    return None


def _division(text: str, start: int) -> Label | None:
    match = _DIEU.match(text, start)
    if match is not None and text[start].isupper():
        number = match["n"]
        return _made(match, "dieu", (int(number.rstrip("abcdđeghik")),), number, match["m"] or "")
    patterns: tuple[tuple[re.Pattern[str], Scheme], ...] = (
        (_PART, "part"),
        (_CHAPTER, "chapter"),
        (_MUC, "muc"),
    )
    for pattern, scheme in patterns:
        match = pattern.match(text, start)
        if match is None or not text[start].isupper():
            continue
        value = _ordinal(match["n"])
        rest_is_title = match["m"] or match.end() == len(text) or capital_at(text, match.end())
        if value is None or not rest_is_title:
            return None
        bare = str(value) if match["n"][:3].lower() == "thứ" else match["n"].upper()
        return _made(match, scheme, (value,), bare, match["m"] or "")
    return None


def _ordinal(text: str) -> int | None:
    lowered = text.lower()
    if lowered.startswith("thứ"):
        return _ORDINALS.get(lowered[3:].strip())
    if lowered.isdigit():
        return int(lowered)
    return roman_value(text.upper()) or (
        ord(lowered) - 96 if len(lowered) == 1 and "a" <= lowered <= "e" else None
    )


def _sign(text: str, start: int) -> Label | None:
    patterns: tuple[tuple[re.Pattern[str], Scheme], ...] = (
        (_BULLET, "dash"),
        (_PLUS, "plus"),
        (_STAR, "star"),
    )
    for pattern, scheme in patterns:
        match = pattern.match(text, start)
        if match is not None:
            return _made(match, scheme, (), "", match["m"])
    return None
