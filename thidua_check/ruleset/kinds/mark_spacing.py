"""Spaces around punctuation: before a mark, missing behind it, inside brackets, before an ellipsis, doubled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.prose import (
    SMALL_LETTER,
    UPPER_LETTER,
    addresses,
    covered,
    in_spans,
    prose,
    symbol_spans,
    with_word_before,
)
from thidua_check.ruleset.model import Hit, Kind

# Each pattern begins with the rarest sign and looks back from there, which keeps the scan short.
# "năm 2024 , Sở", "các xã ; phường", "kết quả ." but not " ...", " ./.", "tỷ lệ 1 : 2".
_BEFORE = re.compile(r"(?:,(?![.…])|[;:!?](?!\s?\d)|\.(?=\s+\D|\s*$)(?!\s*[./]))(?<=[ \u00a0].)(?![/)\w])")
_WORD_END = re.compile(r"[\w”\")%]")
# "tập thể,cá nhân", "năm 2024;Quyết định", "sau:Kế hoạch".
_BEHIND = re.compile(r"[,;](?=[^\W\d_]{2})(?<=[\w”)].)|:(?=[^\W\d_]{2})(?<=[^\W\d_][^\W\d_]:)")
# "kết quả.Sở".
_STOP = re.compile(rf"\.(?={UPPER_LETTER}{SMALL_LETTER})(?<={SMALL_LETTER}{SMALL_LETTER}\.)")
# "( 05 xã", "05 xã )", "“ Dân vận", "vận khéo ”".
_INSIDE = re.compile(
    r"\((?<![.…_]\()[ \u00a0]+(?=\w)|\)(?<=[\w,;!?][ \u00a0]\))|“[ \u00a0]+(?=\w)|”(?<=[\w.!?…][ \u00a0]”)"
)
# "đồng(bằng chữ", "mới(NTM)": no space before the bracket; "VB(1)" and "f(x)" are left alone.
_BRACKET = re.compile(rf"\((?=[^\W_]{{2}})(?<={SMALL_LETTER}{SMALL_LETTER}\()")
# "như:“Cả nước", "xây dựng“Chi bộ", "khéo”,“Bình dân": a letter or mark right before an opening sign.
_QUOTE = re.compile(r"“(?=\w)(?<=[\w:;,]“)")
# "báo chí, …", "nhà dột nát”, ..." but not "Zalo,...".
_ELLIPSIS = re.compile(r",[ \u00a0]+(?:…|\.{3})(?!\.)")
# Two or three spaces between words; more are somebody's alignment.
_DOUBLE = re.compile(r"(?<=[^\s.]) {2,3}(?=[^\s.])")


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report misplaced spaces, as one finding for each kind of slip."""
    paragraphs = prose(draft)
    symbols = symbol_spans(draft)
    for paragraph in paragraphs:
        text = paragraph.text
        skipped = addresses(text)
        for variant, pattern in _PATTERNS:
            for match in pattern.finditer(text):
                start, end = _widened(text, *match.span())
                if variant == "default" and not _WORD_END.match(text, start - 1):
                    continue
                if not covered(skipped, start, end) and not in_spans(symbols, paragraph, start, end):
                    yield _hit(variant, paragraph, start, end)
    if draft.document.has_layout:
        yield from _doubled(paragraphs)


_PATTERNS = (
    ("default", _BEFORE),
    ("behind", _BEHIND),
    ("behind", _STOP),
    ("inside", _INSIDE),
    ("bracket", _BRACKET),
    ("quote", _QUOTE),
    ("ellipsis", _ELLIPSIS),
)


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the spaces before it."""
    while start > 1 and text[start - 1] in " \u00a0" and text[start] not in "(“":
        start -= 1
    return start, end


def _hit(variant: str, paragraph: Paragraph, start: int, end: int) -> Hit:
    text = paragraph.text
    mark = text[start:end]
    if variant in ("behind", "bracket", "quote"):
        end = _word_end(text, end)
        written = text[start:end]
        repair = f" {written}" if variant in ("bracket", "quote") else f"{mark} {written[len(mark) :]}"
    elif variant == "ellipsis":
        repair = mark.lstrip(", \u00a0")
    else:
        repair = mark.strip(" \u00a0")
    if variant == "inside" and mark[0] in "(“":
        end = _word_end(text, end)
        repair += text[start + len(mark) : end]
        passage = Passage(paragraph, start, end)
    else:
        passage = with_word_before(paragraph, start, end)
    repair = text[passage.start : start] + repair
    return Hit(passage, {"repair": repair}, variant=variant, fold=variant, replacement=repair, safe=True)


def _word_end(text: str, at: int) -> int:
    end = at
    while end < len(text) and text[end].isalnum():
        end += 1
    return end


def _doubled(paragraphs: Sequence[Paragraph]) -> Iterator[Hit]:
    """Yield the double spaces of a Word file; in other formats they are an accident of the conversion."""
    text = [p for p in paragraphs if "  " in p.text and p.cell is None]
    found = [(p, match) for p in text for match in _DOUBLE.finditer(p.text)]
    for paragraph, match in found:
        wide = with_word_before(paragraph, match.start(), _word_end(paragraph.text, match.end()))
        values = {"repair": " ".join(wide.text.split()), "total": str(len(found))}
        yield Hit(wide, values, variant="double", fold="double", replacement=values["repair"], safe=True)


_PROVIDES = frozenset({"repair"})
_SLIPS = ("default", "behind", "inside", "bracket", "quote", "ellipsis")
KIND = Kind(
    "mark_spacing",
    check,
    Params,
    {**dict.fromkeys(_SLIPS, _PROVIDES), "double": frozenset({"repair", "total"})},
)
