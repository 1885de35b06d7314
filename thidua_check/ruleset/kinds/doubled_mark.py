"""Two punctuation marks where one stands: ``,,``, ``;.``, ``..``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.prose import addresses, covered, matches, prose, with_word_before
from thidua_check.ruleset.model import Hit, Kind

# "2024,, Sở", "thôn; ;", "xã;.", "kết quả.. Sở", "sau::", ".;" is left alone behind an abbreviation ("v.v.;").
_DOUBLED = re.compile(
    r"""(?<=[\w”)%"])(?:
        ,[ \u00a0]?,(?!\.)
      | ;[ \u00a0]?;
      | :[ \u00a0]?:(?!:)
      | [,;][ \u00a0]?\.(?![./]|[ \u00a0]?\.|/)
      | ,[ \u00a0]?;
      | ;[ \u00a0]?,
      | \.[ \u00a0]?\.(?=\s+[^\s.]|\s*$)(?<!\.\.\.)
    )(?![./…])""",
    re.VERBOSE,
)


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report the places where two marks follow one another."""
    for paragraph, match in matches(prose(draft), _DOUBLED):
        start, end = match.span()
        if paragraph.cell is not None or covered(addresses(paragraph.text), start, end):
            continue
        marks = match.group().replace(" ", "").replace("\u00a0", "")
        right = "." if "." in marks else ";" if ";" in marks else marks[0]
        passage = with_word_before(paragraph, start, end)
        repair = paragraph.text[passage.start : start] + right
        yield Hit(passage, {"repair": repair, "marks": match.group()}, fold="marks", replacement=repair)


KIND = Kind("doubled_mark", check, Params, {"default": frozenset({"repair", "marks"})})
