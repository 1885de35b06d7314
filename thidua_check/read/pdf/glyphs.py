"""The visible characters of a page with their places, as pdfium gives them; lengths are points, y grows upwards."""

from __future__ import annotations

import ctypes
import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from attrs import evolve, frozen

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
    turns = Counter(turn for turn, *_ in found)
    main = turns.most_common(1)[0][0] if turns else 0
    upright = [(glyph, generated) for turn, glyph, generated in found if turn == main]
    glyphs = [glyph for glyph, generated in upright if not generated]
    return glyphs + _true_spaces(upright, glyphs)


def _true_spaces(found: Sequence[tuple[Glyph, bool]], glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return those of the spaces made up by pdfium that were in the file.

    Such a one begins well before the next character, and no other character begins there. Where a substitute font says
    that letters are wider than they stand, it is all that tells two words apart.
    """
    starts: dict[int, list[float]] = {}
    for glyph in glyphs:
        if not glyph.char.isspace():
            starts.setdefault(round(glyph.y), []).append(glyph.x0)
    for places in starts.values():
        places.sort()
    out: list[Glyph] = []
    for (space, generated), (after, other) in pairwise(found):
        width = after.x0 - space.x0
        if not generated or other or abs(space.y - after.y) >= 1 or not _SPACE <= width / after.size <= 1:
            continue
        low, high = space.x0 - after.size * _NEAR, after.x0 - after.size * _NEAR
        if not any(
            bisect_left(row, low) < bisect_left(row, high)
            for y in (-1, 0, 1)
            if (row := starts.get(round(space.y) + y))
        ):
            out.append(evolve(space, x1=after.x0, size=after.size))
    return out


def _walk(text_page: Any) -> Iterator[_Found]:
    """Yield each character with its direction in quarter turns (clockwise), and whether pdfium made it up."""
    import pypdfium2.raw as raw

    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    name, flags = ctypes.create_string_buffer(80), ctypes.c_int()
    for index in range(min(raw.FPDFText_CountChars(text_page), MAX_GLYPHS)):
        code = raw.FPDFText_GetUnicode(text_page, index)
        hyphen = code == _HYPHEN and bool(raw.FPDFText_IsHyphen(text_page, index))
        if not (hyphen or _is_visible(code)):
            continue
        generated = bool(raw.FPDFText_IsGenerated(text_page, index))
        if not raw.FPDFText_GetLooseCharBox(text_page, index, box):
            continue
        raw.FPDFText_GetCharOrigin(text_page, index, x, y)
        raw.FPDFText_GetFontInfo(text_page, index, name, len(name), flags)
        face = name.value.lower()
        bold = b"bold" in face or raw.FPDFText_GetFontWeight(text_page, index) >= _BOLD
        italic = b"italic" in face or b"oblique" in face
        turn = round(raw.FPDFText_GetCharAngle(text_page, index) / (math.pi / 2)) % 4
        x0, x1, base = _turned(turn, box, x.value, y.value)
        raw.FPDFText_GetMatrix(text_page, index, matrix)
        size = raw.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
        char = chr(code) if not hyphen else "\u00ad" if b".vn" in face else "-"
        yield turn, Glyph(char, x0, x1, base, size or _USUAL_SIZE, bold, italic), generated


def _is_visible(code: int) -> bool:
    """Tell whether a code is that of a character: no control, no half of a pair, in range."""
    return code >= 32 and not 0xD800 <= code < 0xE000 and code <= 0x10FFFF


def _turned(turn: int, box: Any, x: float, y: float) -> tuple[float, float, float]:
    """Return start, end and baseline of a character as if its page were turned upright."""
    if turn == 0:
        return box.left, box.right, y
    if turn == 3:
        return box.bottom, box.top, -x
    if turn == 2:
        return -box.right, -box.left, -y
    return -box.top, -box.bottom, x


_HYPHEN: Final = 2  # what pdfium makes of a hyphen that may end a row, and of the soft one (ư of TCVN3 fonts)
_BOLD: Final = 600
_USUAL_SIZE: Final = 13.0
_SPACE: Final = 0.15
_NEAR: Final = 0.08
_Found = tuple[int, Glyph, bool]
