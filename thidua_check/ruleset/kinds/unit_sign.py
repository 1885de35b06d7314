"""How units stand: close to their number, without the raised digit, or under a code no law knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.prose import addresses, covered, in_spans, matches, prose, symbol_spans
from thidua_check.ruleset.model import Hit, Kind

# "60km", "05ha", "1.200m2", "3,5tỷ": a number and its unit without a space.
_CLOSE = re.compile(
    r"(\d(?<![\w/.,-]\d)[\d.,]*)((?:km|m|cm|mm|dm)[23²³]?|ha|kg|tấn|tạ|yến|lít|kWh|kW|MW|kV|tỷ|tỉ|triệu|nghìn|đồng)(?![\w/²³])"
)
# "25 m2", "100 km2": a digit where a raised one stands.
_POWER = re.compile(r"(m(?<=[\d\s]m)|[kcdm]m(?<=[\d\s].m))([23])(?![\w²³])")
_CODE = re.compile(r"(?<!\w)VNĐ(?!\w)")
_RAISED = {"2": "²", "3": "³"}


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report units, as one finding for each sort."""
    symbols = symbol_spans(draft)
    for variant, pattern in _SORTS.items():
        sign = _SIGNS.get(variant)
        paragraphs = [p for p in prose(draft) if not sign or any(s in p.text for s in sign)]
        found = [(p, m) for p, m in matches(paragraphs, pattern) if not in_spans(symbols, p, *m.span())]
        for paragraph, match in found:
            if covered(addresses(paragraph.text), *match.span()):
                continue
            repair = _repair(variant, match)
            values = {"repair": repair, "total": str(len(found))}
            passage = Passage(paragraph, *match.span())
            yield Hit(passage, values, variant=variant, fold=variant, replacement=repair, safe=True)


def _repair(variant: str, match: re.Match[str]) -> str:
    if variant == "default":
        return f"{match.group(1)} {match.group(2)}"
    if variant == "power":
        return match.group(1) + _RAISED[match.group(2)]
    return "đồng"


_SORTS: Mapping[str, re.Pattern[str]] = {"default": _CLOSE, "power": _POWER, "code": _CODE}
_SIGNS: Mapping[str, tuple[str, ...]] = {"power": ("m2", "m3"), "code": ("VNĐ",)}
_PROVIDES = frozenset({"repair", "total"})
KIND = Kind("unit_sign", check, Params, dict.fromkeys(_SORTS, _PROVIDES))
