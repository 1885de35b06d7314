"""Text typed for fonts of the time before Unicode, TCVN3 (``.VnTime``) and VNI, turned into Unicode.

Every function keeps the length of its text, so that places stay: where VNI writes one letter with two characters, the
second becomes a zero-width space, which later steps drop while they keep count. Sources: TCVN 5712:1993 (VN3), the
VNI Windows table; own tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal

from thidua_check.words.syllables import is_syllable

Typing = Literal["TCVN3", "VNI"]

_FILLER: Final = "\u200b"
# A letter, or a sign that one of the two fonts shows as a letter.
_WORD: Final = re.compile(r"[^\s\d.,;:!?()\[\]{}\"'“”‘’/…–—_+*=%&<>|\\-]+")
_FOREIGN: Final = re.compile(r"[\u0100-\u01b0\u1ea0-\u1ef9]")
_PLAIN: Final = re.compile(r"[\x00-\x7f]*")
_BULLET: Final = "·"


def _pairs(letters: str, codes: str) -> dict[str, str]:
    """Return the letters by their codes, which are written as two hexadecimal digits each."""
    return {chr(code): letter for letter, code in zip(letters.split(), bytes.fromhex(codes), strict=True)}


# TCVN 5712:1993, VN3: capitals with a tone have no codes of their own, a font of capitals shows them.
_TCVN3: Final[Mapping[str, str]] = {
    **_pairs("Ă Â Ê Ô Ơ Ư Đ ă â ê ô ơ ư đ", "A1A2A3A4A5A6A7A8A9AAABACADAE"),
    **_pairs("à ả ã á ạ ằ ẳ ẵ ắ ặ ầ ẩ ẫ ấ ậ", "B5B6B7B8B9BBBCBDBEC6C7C8C9CACB"),
    **_pairs("è ẻ ẽ é ẹ ề ể ễ ế ệ", "CCCECFD0D1D2D3D4D5D6"),
    **_pairs("ì ỉ ĩ í ị", "D7D8DCDDDE"),
    **_pairs("ò ỏ õ ó ọ ồ ổ ỗ ố ộ ờ ở ỡ ớ ợ", "DFE1E2E3E4E5E6E7E8E9EAEBECEDEE"),
    **_pairs("ù ủ ũ ú ụ ừ ử ữ ứ ự", "EFF1F2F3F4F5F6F7F8F9"),
    **_pairs("ỳ ỷ ỹ ý ỵ", "FAFBFCFDFE"),
}


def _vni() -> dict[str, str]:
    """Return the letters of VNI by their one or two characters."""
    rows = {
        # marks:  ù   ø   û   õ   ï   | â   á   à   å   ã   ä   | ê   é   è   ú   ü   ë
        "a": ("ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ"),
        "e": ("ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"),
        "o": ("ùøûõïâáàåãä", "óòỏõọôốồổỗộ"),
        "u": ("ùøûõï", "úùủũụ"),
        "y": ("ùøûõ", "ýỳỷỹ"),
        "ô": ("ùøûõï", "ớờởỡợ"),
        "ö": ("ùøûõï", "ứừửữự"),
    }
    single = {"ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
    table = dict(single)
    for base, (marks, letters) in rows.items():
        for mark, letter in zip(marks, letters, strict=True):
            table[base + mark] = letter
            table[base.upper() + mark] = letter.upper()
            table[base.upper() + mark.upper()] = letter.upper()
    table |= {code.upper(): letter.upper() for code, letter in single.items()}
    return table


_VNI: Final[Mapping[str, str]] = _vni()
# A vowel with its mark behind it, or a letter with one code: "aø", "ÖÙ", "ñ".
_VNI_LETTER: Final = re.compile(
    r"a[ùøûõïâáàåãäêéèúüë]|[eo][ùøûõïâáàåãä]|[uôö][ùøûõï]|y[ùøûõ]"
    r"|A[ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|[EO][ùøûõïâáàåãäÙØÛÕÏÂÁÀÅÃÄ]|[UÔÖ][ùøûõïÙØÛÕÏ]|Y[ùøûõÙØÛÕ]"
    r"|[ôÔöÖñÑíÍìÌæÆóÓòÒîÎ]"
)


def _from_tcvn3(word: str) -> str:
    return "".join(_TCVN3.get(char, char) for char in word)


def _from_vni(word: str) -> str:
    return _VNI_LETTER.sub(lambda m: _VNI[m.group()].ljust(len(m.group()), _FILLER), word)


_CONVERTERS: Final[Mapping[Typing, Callable[[str], str]]] = {"TCVN3": _from_tcvn3, "VNI": _from_vni}


def to_unicode(text: str, typing: Typing) -> str:
    """Return a text in Unicode, as long as it was; words that are Vietnamese as they stand are left alone.

    >>> to_unicode("B¸o c¸o kÕt qu¶ thùc hiÖn phong trµo thi ®ua", "TCVN3")
    'Báo cáo kết quả thực hiện phong trào thi đua'
    >>> to_unicode("chuû nghóa Vieät Nam", "VNI").replace("\\u200b", "")
    'chủ nghĩa Việt Nam'
    >>> to_unicode("CéNG HßA, tØnh Hµ Giang", "TCVN3")
    'CỘNG HÒA, tỉnh Hà Giang'
    """
    if text.isascii():
        return text
    convert = _CONVERTERS[typing]
    words = list(_WORD.finditer(text))
    cases = [_case(word.group()) for word in words] if typing == "TCVN3" else []
    out: list[str] = []
    last = 0
    for index, word in enumerate(words):
        old = word.group()
        new = _word(old, convert)
        if new != old and cases and _in_capitals(cases, index):
            new = _upper(new)
        out += (text[last : word.start()], new)
        last = word.end()
    return "".join([*out, text[last:]])


def is_better(text: str, converted: str) -> bool:
    """Tell whether a conversion made words of what was none: most of the words that it changed."""
    before, after = _WORD.findall(text), _WORD.findall(converted)
    changed = [(a, b) for a, b in zip(before, after, strict=False) if a != b]
    good = sum(is_syllable(b.replace(_FILLER, "")) for _, b in changed)
    bad = sum(is_syllable(a) for a, _ in changed)
    return bool(changed) and good * 10 >= len(changed) * 7 and good > bad


def pieces_to_unicode(pieces: Sequence[str], fonts: Sequence[str | None], typing: Typing) -> list[str]:
    """Return the pieces of a paragraph in Unicode, each as long as it was; some fonts show all as capitals."""
    whole = to_unicode("".join(pieces), typing)
    out: list[str] = []
    at = 0
    for piece, font in zip(pieces, fonts, strict=True):
        new = whole[at : at + len(piece)]
        at += len(piece)
        capitals = new != piece and (font or "").lower().startswith(".vn") and (font or "").endswith("H")
        out.append(_upper(new) if capitals else new)
    return out


def _upper(text: str) -> str:
    """Return a text in capitals, as long as it was."""
    return "".join(upper if len(upper := char.upper()) == 1 else char for char in text)


def _word(old: str, convert: Callable[[str], str]) -> str:
    """Return a word in Unicode, or as it is where it is Unicode already or becomes no word."""
    if _PLAIN.fullmatch(old) or old == _BULLET or _FOREIGN.search(old):
        return old
    new = convert(old)
    if is_syllable(new.replace(_FILLER, "")) or not is_syllable(old):
        return new
    return old


def _case(word: str) -> bool | None:
    """Tell whether a word is in capitals by its plain letters; None where they do not say."""
    if any("a" <= char <= "z" for char in word):
        return False
    capitals = [index for index, char in enumerate(word) if "A" <= char <= "Z"]
    return True if len(capitals) > 1 or any(capitals) else None


def _in_capitals(cases: Sequence[bool | None], index: int) -> bool:
    """Tell whether a word stands in capitals: by itself, else where its neighbours agree."""
    own = cases[index]
    if own is not None:
        return own
    before = next((c for c in cases[max(0, index - _REACH) : index][::-1] if c is not None), None)
    after = next((c for c in cases[index + 1 : index + 1 + _REACH] if c is not None), None)
    return before is not False and after is not False and (before or after or False)


_REACH: Final = 6
