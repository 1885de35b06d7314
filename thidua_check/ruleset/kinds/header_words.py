"""The national header and the motto, word for word (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 1)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.frame import NO_HEAD, absence, has_head, opening
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold

_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


@frozen
class Params:
    """``line`` is ``national`` or ``motto``; ``forms`` are its right spellings, the usual one first."""

    line: Literal["national", "motto"]
    forms: tuple[str, ...]


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report the line where it is not spelt in one of the right forms, or is not there."""
    national, motto = draft.anatomy.national, draft.anatomy.motto
    passage = national if params.line == "national" else motto
    if passage is not None:
        return _compared(passage, params)
    if params.line == "motto" and national is None:
        return NO_HEAD
    if not (has_head(draft) or draft.anatomy.type):
        return NO_HEAD
    place = national if params.line == "motto" and national else opening(draft)
    return (
        [Hit(place, {"right": params.forms[0]}, variant="missing", outcome=absence(draft))]
        if place
        else NO_HEAD
    )


def _compared(passage: Passage, params: Params) -> list[Hit]:
    words = " ".join(passage.shown.split()).strip("*_")
    right = params.forms[0]
    if any(form == words or (" " in words and form.startswith(words + " ")) for form in params.forms):
        return []
    values = {"right": right}
    if words.translate(_DASHES) in params.forms:
        return [Hit(passage, values, variant="dash", replacement=right, safe=True)]
    safe = fold(words) == fold(right)
    return [Hit(passage, values, replacement=right, safe=safe)]


PROVIDES = frozenset({"right"})
KIND = Kind("header_words", check, Params, {"default": PROVIDES, "dash": PROVIDES, "missing": PROVIDES})
