"""Two punctuation marks where one stands: ``,,``, ``;.``, ``..``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from thidua_check.document import Paragraph
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.prose import addresses, covered, prose, with_word_before
from thidua_check.ruleset.model import Hit, Kind

# "2024,, Sở", "thôn; ;", "xã;.", "kết quả.. Sở", "sau::", ".;" is left alone behind an abbreviation ("v.v.;"),
# ", ." before the ending of a file (".docx, .pdf").
_DOUBLED = re.compile(
    r"""(?<=[\w”)%"])(?:
        ,[ \u00a0]?,(?!\.)
      | ;[ \u00a0]?;
      | :[ \u00a0]?:(?!:)
      | [,;][ \u00a0]?\.(?![./]|[ \u00a0]?\.|/|[a-z]{2,4}\b)
      | ,[ \u00a0]?;
      | ;[ \u00a0]?,
      | \.[ \u00a0]?\.(?=\s+[^\s.]|\s*$)(?<!\.\.\.)
    )(?![./…])""",
    re.VERBOSE,
)


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
            if not led and not covered(skipped, start, end):
                yield _hit(paragraph, match)


def _hit(paragraph: Paragraph, match: re.Match[str]) -> Hit:
    start, end = match.span()
    marks = match.group().replace(" ", "").replace("\u00a0", "")
    right = "." if "." in marks else ";" if ";" in marks else marks[0]
    passage = with_word_before(paragraph, start, end)
    repair = paragraph.text[passage.start : start] + right
    return Hit(passage, {"repair": repair, "marks": match.group()}, fold="marks", replacement=repair)


KIND = Kind("doubled_mark", check, Params, {"default": frozenset({"repair", "marks"})})
