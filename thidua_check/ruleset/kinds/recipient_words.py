"""Short titles among the recipients: ``GĐ``, ``PGĐ`` (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.looks import NO_COMPONENT
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

# "GD Sở Nội vụ", "GD, các PGD Sở", "- GD;" at the start of an item; not "GD&ĐT", "GD-ĐT", "GD ĐT", "GD và ĐT"
_DIRECTOR: Final = re.compile(
    r"""^\W*(?:BGD|GD|PGD|P\.\s?GD)(?!\w)(?!\s?[-&]|\s+(?:ĐT|và))
    (?:[\s,;]*(?:các\s)?(?:PGD|P\.\s?GD)(?!\w)(?!\s?[-&]))?""",
    re.VERBOSE,
)
# "GD &ĐT" is a field, not a person; "PGD" alone may be a branch of a bank or an office of education.
_ALONE: Final = re.compile(r"^\W*(?:PGD|P\.\s?GD)(?!\w)(?!\s+(?:Sở|sở))")
_CHAIR: Final = re.compile(r"(?<!\w)P\.\s?GĐ(?!\w)")


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report ``GD`` for ``GĐ``, and a dot or a semicolon inside an item that names a director and the deputies."""
    recipients = draft.anatomy.recipients
    if not recipients:
        return NO_COMPONENT
    return [hit for passage in recipients for hit in _hits(passage)]


def _hits(passage: Passage) -> Iterator[Hit]:
    text = passage.text
    match = _DIRECTOR.match(text)
    if match and not _ALONE.match(text):
        start = match.start() + len(match.group()) - len(match.group().lstrip(" \t-–+•*"))
        place = Passage(passage.paragraph, passage.start + start, passage.start + match.end())
        right = place.text.replace("GD", "GĐ")
        yield Hit(place, {"right": right}, replacement=right)
        return
    dotted = _CHAIR.search(text)
    if dotted:
        place = Passage(passage.paragraph, passage.start + dotted.start(), passage.start + dotted.end())
        yield Hit(place, {"right": "PGĐ"}, variant="dotted", replacement="PGĐ")


PROVIDES = frozenset({"right"})
KIND = Kind("recipient_words", check, Params, {"default": PROVIDES, "dotted": PROVIDES})
