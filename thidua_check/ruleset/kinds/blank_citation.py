"""Documents cited with a blank where the number or the date belongs.

A note under the title of an annex names the document that it belongs to (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III,
khoản 1, điểm c), and may stay blank in an electronic document; a citation in running text may not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.forms import IS_FORM, is_form
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

# "(Kèm theo Công văn số /SNV-TĐKT ngày tháng 11 năm 2023", "(Ban hành kèm theo Quyết định số ..."
_NOTE: Final = re.compile(r"\W*(?:ban hành\s)?kèm theo\s", re.IGNORECASE)


@frozen
class Params:
    """``where`` is ``note`` for the bracketed note under an annex's title, ``text`` for running text."""

    where: Literal["note", "text"] = "text"


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report citations with a blank number or a blank date, each from its type to the end of its date."""
    if params.where == "text" and is_form(draft):
        return IS_FORM
    return list(_hits(draft, params.where))


def _hits(draft: Draft, where: str) -> Iterator[Hit]:
    main = {(p.part, p.block) for p in draft.anatomy.main}
    for citation in draft.facts.citations:
        paragraph = citation.passage.paragraph
        note = _NOTE.match(paragraph.text) is not None
        if note != (where == "note") or not (note or (paragraph.part, paragraph.block) in main):
            continue
        if citation.has_blank:
            yield Hit(citation.dated_passage)


KIND = Kind("blank_citation", check, Params, {"default": frozenset()})
