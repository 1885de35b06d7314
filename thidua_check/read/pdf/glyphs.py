"""The visible characters of a page with their places, as pdfium gives them; lengths are points, y grows upwards."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from attrs import frozen

MAX_GLYPHS: Final = 30_000  # of one page; a page of prose has some 3000


@frozen
class Glyph:
    """One character: where its advance begins and ends, the height of its baseline, and its type size."""

    char: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    italic: bool


def read_glyphs(text_page: Any) -> list[Glyph]:
    """Return the characters of a page in the order of its content; those that pdfium makes up are left out.

    Text that stands in another direction than most of the page (a stamp, a watermark) is left out; where all of it
    is turned (a table across), it is turned back.
    """
    found = list(_walk(text_page))
    turns = Counter(turn for turn, _ in found)
    main = turns.most_common(1)[0][0] if turns else 0
    return [glyph for turn, glyph in found if turn == main]


def _walk(text_page: Any) -> Iterator[tuple[int, Glyph]]:
    """Yield each character with its direction in quarter turns."""
    import pypdfium2.raw as raw

    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    name, flags = ctypes.create_string_buffer(80), ctypes.c_int()
    for index in range(min(raw.FPDFText_CountChars(text_page), MAX_GLYPHS)):
        code = raw.FPDFText_GetUnicode(text_page, index)
        hyphen = code == _HYPHEN and bool(raw.FPDFText_IsHyphen(text_page, index))
        if not (hyphen or _is_visible(code)) or raw.FPDFText_IsGenerated(text_page, index):
            continue
        if not raw.FPDFText_GetLooseCharBox(text_page, index, box):
            continue
        raw.FPDFText_GetCharOrigin(text_page, index, x, y)
        raw.FPDFText_GetFontInfo(text_page, index, name, len(name), flags)
        face = name.value.lower()
        bold = b"bold" in face or raw.FPDFText_GetFontWeight(text_page, index) >= _BOLD
        italic = b"italic" in face or b"oblique" in face
        turn = round(raw.FPDFText_GetCharAngle(text_page, index) / (math.pi / 2)) % 4
        x0, x1, base, height = _turned(turn, box, x.value, y.value)
        size = height if turn % 2 else raw.FPDFText_GetFontSize(text_page, index)
        char = chr(code) if not hyphen else "\u00ad" if b".vn" in face else "-"
        yield turn, Glyph(char, x0, x1, base, size if size > 1 else height, bold, italic)


def _is_visible(code: int) -> bool:
    """Tell whether a code is that of a character: no control, no half of a pair, in range."""
    return code >= 32 and not 0xD800 <= code < 0xE000 and code <= 0x10FFFF


def _turned(turn: int, box: Any, x: float, y: float) -> tuple[float, float, float, float]:
    """Return start, end, baseline and height of a character as if its page were turned upright."""
    across, up = (box.left, box.right), (box.bottom, box.top)
    if turn == 0:
        return *across, y, up[1] - up[0]
    if turn == 1:
        return *up, -x, across[1] - across[0]
    if turn == 2:
        return -across[1], -across[0], -y, up[1] - up[0]
    return -up[1], -up[0], x, across[1] - across[0]


_HYPHEN: Final = 2  # what pdfium makes of a hyphen that may end a row, and of the soft one (ư of TCVN3 fonts)
_BOLD: Final = 600
