"""A file typed for the fonts of the time before Unicode (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 4)."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.model import Hit, Kind


@frozen
class Params:
    """The kind takes no parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit]:
    """Report the first word of a file that had to be turned into Unicode to be read."""
    document = draft.document
    if document.converted is None:
        return []
    first = next(Passage.whole(p) for p in document.everything if p.text.strip())
    word = first.text.split(maxsplit=1)[0]
    place = Passage(first.paragraph, first.start, first.start + len(word))
    return [Hit(place, {"typing": document.converted})]


KIND = Kind("old_typing", check, Params, {"default": frozenset({"typing"})})
