"""The issuing body is named in full (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 2, điểm a)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.looks import NO_COMPONENT
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

_WORD: Final = re.compile(r"[\w&]+")


@frozen
class Params:
    """Short forms and what they stand for."""

    short: tuple[str, ...]


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report a short form in the name of the issuing body; the body above it may be shortened."""
    issuer = draft.anatomy.issuer
    if issuer is None:
        return NO_COMPONENT
    full = dict(pair.split("=", 1) for pair in params.short)
    for passage in issuer.passages:
        for match in _WORD.finditer(passage.text):
            word = match.group()
            if word in full:
                start = passage.start + match.start()
                place = Passage(passage.paragraph, start, start + len(word))
                return [Hit(place, {"full": full[word]}, replacement=full[word])]
    return []


KIND = Kind("issuer_name", check, Params, {"default": frozenset({"full"})})
