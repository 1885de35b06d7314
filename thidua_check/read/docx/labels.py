"""Numbers and bullets as Word prints them (ST_NumberFormat, ISO 29500-1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

# Beyond this no list goes; a hostile start value must not make a label of a million letters.
MAX_ORDINARY: Final = 3999


def format_number(value: int, fmt: str, pattern: str | None = None) -> str:
    """Return a number in one of Word's formats; unknown formats and absurd numbers are printed as decimal.

    ``pattern`` is the example list of a ``custom`` format.

    >>> [format_number(4, f) for f in ("decimal", "upperRoman", "lowerLetter", "decimalZero", "none")]
    ['4', 'IV', 'd', '04', '']
    >>> format_number(7, "custom", "001, 002, 003, ...")
    '007'
    """
    if fmt == "none":
        return ""
    if fmt == "custom":
        width = len((pattern or "").split(",")[0].strip())
        return str(value).zfill(min(width, 10))
    if not 0 < value <= MAX_ORDINARY:
        return str(value).zfill(2) if fmt == "decimalZero" else str(value)
    return _FORMATS.get(fmt, str)(value)


def bullet(text: str, font: str | None) -> str:
    """Return a bullet as a character that text has: what stands in a symbol font becomes a dash or a dot.

    >>> bullet("\\uf0b7", "Symbol"), bullet("\\uf02d", "Symbol"), bullet("-", None), bullet("o", "Courier New")
    ('•', '-', '-', '•')
    """
    if len(text) == 1 and font in _BULLET_FONTS and text == "o":
        return "•"
    return "".join(symbol(c, font, unknown="•") if _is_symbol(c, font) else c for c in text)


def symbol(char: str, font: str | None, unknown: str = "•") -> str:
    """Return a character of a symbol font (U+F020 to U+F0FF, or its low byte) in Unicode.

    Fonts of the time before Unicode were symbol fonts too: their bytes are given back as they are.
    """
    code = ord(char) & 0xFF
    if (font or "").lower().startswith((".vn", "vni-")):
        return chr(code)
    return (_WINGDINGS if (font or "").startswith(("Wingdings", "Webdings")) else _SYMBOL).get(code, unknown)


def _is_symbol(char: str, font: str | None) -> bool:
    return "\uf000" <= char <= "\uf0ff" or (font in _SYMBOL_FONTS and not char.isspace())


def _roman(value: int) -> str:
    out = []
    for weight, letters in _ROMAN:
        count, value = divmod(value, weight)
        out.append(letters * count)
    return "".join(out)


def _letters(value: int) -> str:
    """Return a to z, then aa, bb to zz, then aaa: Word repeats the letter."""
    turns, index = divmod(value - 1, 26)
    return chr(ord("A") + index) * (turns + 1)


def _ordinal(value: int) -> str:
    if 10 <= value % 100 <= 20:
        return f"{value}th"
    return f"{value}{('th', 'st', 'nd', 'rd')[value % 10] if value % 10 < 4 else 'th'}"


def _chicago(value: int) -> str:
    turns, index = divmod(value - 1, 4)
    return "*†‡§"[index] * (turns + 1)


def _circled(value: int) -> str:
    return chr(0x2460 + value - 1) if value <= 20 else str(value)


def _vietnamese(value: int) -> str:
    """Return the number in words up to 99 (mười, mười một, hai mươi mốt, hai mươi lăm)."""
    if value > 99:
        return str(value)
    tens, unit = divmod(value, 10)
    if not tens:
        return _WORDS[unit]
    head = "mười" if tens == 1 else f"{_WORDS[tens]} mươi"
    if not unit:
        return head
    last = "mốt" if unit == 1 and tens > 1 else "lăm" if unit == 5 else _WORDS[unit]
    return f"{head} {last}"


_WORDS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_ROMAN: Final = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_FORMATS: Final[Mapping[str, Callable[[int], str]]] = {
    "decimalZero": lambda value: f"{value:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda value: _letters(value).lower(),
    "ordinal": _ordinal,
    "numberInDash": lambda value: f"- {value} -",
    "chicago": _chicago,
    "decimalEnclosedCircle": _circled,
    "vietnameseCounting": _vietnamese,
}

_SYMBOL_FONTS: Final = frozenset({"Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings"})
_BULLET_FONTS: Final = frozenset({"Courier New", "Courier"})
_SYMBOL: Final[Mapping[int, str]] = {
    **{code: chr(code) for code in b" !#%&()+,./0123456789:;<=>?[]_{|}"},
    0x2A: "*",
    0x2D: "-",
    0xA2: "′",
    0xA3: "≤",
    0xAE: "→",
    0xAC: "←",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xBC: "…",
    0xBE: "-",
    0xD7: "·",
    0xDE: "⇒",
    0xE5: "∑",
    0x44: "Δ",
    0x61: "α",
    0x62: "β",
    0x6D: "μ",
    0x70: "π",
}
_WINGDINGS: Final[Mapping[int, str]] = {
    0x20: " ",
    0xA8: "☐",
    0x6F: "☐",
    0x71: "☐",
    0x72: "☐",
    0xFE: "☑",
    0xFD: "☒",
    0x78: "☒",
    0xFC: "✓",
    0xFB: "✗",
    0xE0: "→",
    0xDF: "←",
    0xE8: "→",
    0xF0: "⇒",
}
