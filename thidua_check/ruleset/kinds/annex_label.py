"""Labels of annexes, and that the text points to them (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold

_NO_ANNEX: Final = NotApplicable(Words("văn bản không có phụ lục", "the document has no annex"))
# "Phụ lục I", "PHỤ LỤC 2", "Phụ lục số 01", "Phụ lục"
_LABEL: Final = re.compile(r"\W*phụ lục(?:\s+(?:số\s*)?([\divxlc]+))?\b")
# "Phụ lục kèm theo", "biểu kèm theo", "theo phụ lục", "các biểu mẫu"; not "tiêu biểu", "đại biểu", "phát biểu"
_POINTS: Final = re.compile(
    r"\bphụ lục\b|\bphụ biểu\b|\bkèm theo\b|\bđính kèm\b|(?<!tiêu )(?<!đại )(?<!phát )\bbiểu\b(?! dương)"
)


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report annexes that the text does not mention, and labels in capitals or with Arabic numbers."""
    labels = [
        passage
        for attachment in draft.anatomy.attachments
        for passage in attachment.title.passages[:1]
        if _LABEL.match(fold(passage.text)) and len(passage.text) < 60
    ]
    if not labels:
        return _NO_ANNEX
    return [*_unmentioned(draft, labels), *_forms(labels)]


def _unmentioned(draft: Draft, labels: Sequence[Passage]) -> Iterator[Hit]:
    if draft.anatomy.main and not any(_POINTS.search(fold(p.text)) for p in draft.anatomy.main):
        yield from (Hit(label, variant="unmentioned", fold="unmentioned") for label in labels)


def _forms(labels: Sequence[Passage]) -> Iterator[Hit]:
    numbers = [match.group(1) if (match := _LABEL.match(fold(p.text))) else None for p in labels]
    roman = any(number and not number.isdigit() for number in numbers)
    for label, number in zip(labels, numbers, strict=True):
        if label.text.lstrip(' *("').startswith("PHỤ LỤC"):
            yield Hit(label, variant="capitals", fold="capitals")
        bare = number is None and not roman
        if len(labels) > 1 and (bare or (number or "").isdigit()):
            yield Hit(label, variant="number", fold="number")


NONE: frozenset[str] = frozenset()
KIND = Kind(
    "annex_label", check, Params, dict.fromkeys(("default", "unmentioned", "capitals", "number"), NONE)
)
