"""Two punctuation marks where one stands: ``,,``, ``;.``, ``..``, ``.,``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from thidua_check.document import Paragraph
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.prose import SMALL_LETTER, addresses, covered, prose, with_word_before
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.words.syllables import is_syllable

# "2024,, Sở", "thôn; ;", "xã;.", "kết quả.. Sở", "sau::", "nghèo., được"; ", ." before the ending of a file (".docx, .pdf").
_DOUBLED = re.compile(
    r"""(?<=[\w”)%"])(?:
        ,[ \u00a0]?,(?!\.)
      | ;[ \u00a0]?;
      | :[ \u00a0]?:(?!:)
      | [,;][ \u00a0]?\.(?![./]|[ \u00a0]?\.|/|[a-z]{2,4}\b)
      | ,[ \u00a0]?;
      | ;[ \u00a0]?,
      | \.[ \u00a0]?[,;](?=\s|$)
      | \.[ \u00a0]?\.(?=\s+[^\s.]|\s*$)(?<!\.\.\.)
    )(?![./…])""",
    re.VERBOSE,
)


# The word before a stop that a comma or semicolon follows: "v.v.,", "Co., Ltd", "st.;" are abbreviations.
_ENDING = re.compile(rf"(?<!\w){SMALL_LETTER}{{3,}}$")
_SMALL_NEXT = re.compile(rf"\s*{SMALL_LETTER}")
# "ngày.. tháng.. năm": a blank, which another rule tells.
_BLANK_LED = re.compile(r"(?:ngày|tháng|năm|số|lúc|là)$", re.IGNORECASE)


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report the places where two marks follow one another."""
    for paragraph in prose(draft):
        if paragraph.cell is not None:
            continue
        skipped = addresses(paragraph.text)
        for match in _DOUBLED.finditer(paragraph.text):
            start, end = match.span()
            led = _BLANK_LED.search(paragraph.text, max(0, start - 6), start)
            if led or covered(skipped, start, end) or _abbreviates(paragraph.text, match):
                continue
            yield _hit(paragraph, match)


def _abbreviates(text: str, match: re.Match[str]) -> bool:
    """Whether the stop of ".," or ".;" may belong to an abbreviation: no whole word of three letters stands before it."""
    if match.group()[0] != "." or match.group()[-1] not in ",;":
        return False
    word = _ENDING.search(text, max(0, match.start() - 12), match.start())
    return word is None or not is_syllable(word.group())


def _right(marks: str, text: str, end: int) -> str:
    """Return the mark to keep: of ".," the comma if the sentence goes on with a small letter."""
    if marks[0] == "." and marks[-1] in ",;" and _SMALL_NEXT.match(text, end):
        return marks[-1]
    return "." if "." in marks else ";" if ";" in marks else marks[0]


def _hit(paragraph: Paragraph, match: re.Match[str]) -> Hit:
    start, end = match.span()
    marks = match.group().replace(" ", "").replace("\u00a0", "")
    right = _right(marks, paragraph.text, end)
    passage = with_word_before(paragraph, start, end)
    repair = paragraph.text[passage.start : start] + right
    return Hit(passage, {"repair": repair, "marks": match.group()}, fold="marks", replacement=repair)


KIND = Kind("doubled_mark", check, Params, {"default": frozenset({"repair", "marks"})})
