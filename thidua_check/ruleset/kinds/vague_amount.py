"""Amounts that a report leaves vague: ``hàng trăm lượt``, ``hàng chục kỹ thuật viên``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.wording import noun_at
from thidua_check.findings import Level
from thidua_check.ruleset.kinds.own_words import running_text
from thidua_check.ruleset.kinds.reports import NO_REPORT, is_report
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold

# "hàng trăm", "vài chục", "hàng chục triệu", "hàng trăm ngàn".
_VAGUE = re.compile(
    r"(?i)(?<!\w)(?:h(?:à|ằ)ng|vài|mấy)\s(?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?:\s(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ))?(?!\w)"
)
# The exact figure stands beside it: "hàng trăm lượt người (356 lượt)", "hàng trăm hộ, cụ thể 312 hộ".
_EXACT = re.compile(r"(?:\s[^\W\d_]+){0,5}\s?(?:\(|,\s?cụ\sthể|:)[^.;()]{0,60}[0-9]")
_SHOWN = 3


@frozen
class Params:
    """``spans`` are nouns that measure time or distance: such an amount is a way of speaking."""

    spans: tuple[str, ...] = ()


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report each vague amount; only a warning where an outline that was given asks the report for its results."""
    if not is_report(draft):
        return NO_REPORT
    asked = any(found.how in ("given", "parallel") for found in draft.outlines)
    level = None if asked else Level.INFO
    return [Hit(passage, level=level, fold="vague") for passage in _vague(draft, params)]


def _vague(draft: Draft, params: Params) -> Iterator[Passage]:
    for passage in running_text(draft):
        text = passage.paragraph.text
        for match in _VAGUE.finditer(text, passage.start, passage.end):
            noun, end = _noun(text, match.end())
            if noun and not _is_span(noun, params.spans) and not _EXACT.match(text, match.end()):
                yield Passage(passage.paragraph, match.start(), end)


def _is_span(noun: str, spans: tuple[str, ...]) -> bool:
    """Tell whether a noun measures time or distance; work is counted in days: "hàng trăm ngày công"."""
    folded = fold(noun) + " "
    return folded.startswith(tuple(f"{span} " for span in spans)) and not folded.startswith("ngày công ")


def _noun(text: str, start: int) -> tuple[str, int]:
    """Return the first words of the counted noun and where they end."""
    noun, end = noun_at(text, start)
    words = list(re.finditer(r"\S+", text[start:end]))[:_SHOWN]
    return noun, start + words[-1].end() if words else end


KIND = Kind("vague_amount", check, Params, {"default": frozenset()})
