"""The organ in the draft's own symbol against the name of its office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen
from rapidfuzz.distance import DamerauLevenshtein

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.document_types import bare
from thidua_check.ruleset.issuers import load_issuers, organ_codes
from thidua_check.ruleset.kinds.own_office import own_names
from thidua_check.ruleset.model import Hit, Kind


@frozen
class Params:
    """``shortest``: how many letters the organ must have; ``skipped`` are words that give no letter."""

    shortest: int = 4
    skipped: tuple[str, ...] = ("và", "của", "về")


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report an organ that is one letter away from the initials of the office and stands for nothing known."""
    line, symbol = draft.anatomy.number_line, draft.anatomy.symbol
    codes = organ_codes(symbol) if symbol else ()
    if line is None or symbol is None or not codes:
        return
    code = _LETTERS.sub("", codes[0])
    names = [
        initials
        for name in own_names(draft)
        for skipped in (params.skipped, (*params.skipped, "các"))
        if (initials := _initials(name, skipped))
    ]
    if len(code) < params.shortest or bare(code) in load_issuers() or code in names:
        return
    right = next((name for name in names if _one_off(code, name)), None)
    start = line.text.rfind(symbol)
    if right is None or start < 0:
        return
    passage = Passage(line.paragraph, line.start + start, line.start + start + len(symbol))
    yield Hit(passage, {"code": codes[0], "repair": symbol.replace(codes[0], right, 1)})


def _one_off(code: str, name: str) -> bool:
    """Whether the two differ in one letter, but not in Đ and D alone: offices write either."""
    same = code.replace("Đ", "D") == name.replace("Đ", "D")
    return not same and DamerauLevenshtein.distance(code, name) == 1


# What a code may hold between its letters: "SLĐTB&XH", "SNN.PTNT".
_LETTERS = re.compile(r"[^A-ZĐÂĂÊÔƠƯ]")
_WORD = re.compile(r"[^\W\d_]+")


def _initials(name: str, skipped: tuple[str, ...]) -> str:
    """Return the initials of an office's name without the unit it governs; a short form in it stays whole.

    >>> _initials("Sở Khoa học và Công nghệ", ("và",)), _initials("Văn phòng UBND tỉnh", ())
    ('SKHCN', 'VPUBND')
    """
    words = [word for word in _WORD.findall(name) if word.lower() not in skipped]
    stop = next((n for n, word in enumerate(words) if n and word.lower() in _TERRITORY), len(words))
    return "".join(word if word in _SHORT_FORMS else word[0].upper() for word in words[:stop])


# Short forms that stand in names of offices.
_SHORT_FORMS = ("UBND", "HĐND", "MTTQ", "LĐLĐ", "PTNT", "TNMT", "BQL", "KT", "XH")
_TERRITORY = ("tỉnh", "thành", "huyện", "xã", "phường", "quận", "thị")
KIND = Kind("own_symbol", check, Params, {"default": frozenset({"code", "repair"})})
