"""Citations without the word ``số`` between type and number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.extract.citations import Citation
from thidua_check.ruleset.kinds.symbol_form import printed
from thidua_check.ruleset.model import Hit, Kind


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report, as one finding, the citations whose type stands directly before the number."""
    for citation in draft.facts.citations:
        if citation.has_so or citation.in_title or not citation.adjacent:
            continue
        if not citation.understood or citation.type is None or _short_form(citation):
            continue
        yield Hit(citation.passage, {"repair": f"số {printed(citation)}"}, fold="so")


def _short_form(citation: Citation) -> bool:
    """Whether the draft says here what it will call the document: "(gọi tắt là Chỉ thị 30-CT/TU)"."""
    text = citation.passage.paragraph.text
    return _CALLED.search(text, max(0, citation.passage.start - _NEAR), citation.passage.start) is not None


_CALLED = re.compile(r"(?:gọi|viết)\s(?:tắt|chung)?\s?là:?\s?[“\"]?$")
_NEAR = 24
KIND = Kind("missing_so", check, Params, {"default": frozenset({"repair"})})
