"""Documents cited in full again (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6, điểm b)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.extract.citations import Citation
from thidua_check.extract.ledger import ledger
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.text import fold


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report, as one finding, later mentions that repeat the date with the body or the title.

    What the bases above the text cite in full may be cited in full once more in the text.
    """
    attached = {(p.part, p.block) for a in draft.anatomy.attachments for p in a.paragraphs}
    for document in ledger(draft.facts.citations):
        complete = False
        for citation in document.mentions:
            paragraph = citation.passage.paragraph
            if (
                (paragraph.part, paragraph.block) in attached
                or paragraph.cell is not None
                or citation.in_title
            ):
                continue
            if not _is_full(citation) or fold(paragraph.text).lstrip("-*_ ").startswith("căn cứ"):
                continue
            if complete:
                yield Hit(citation.passage, {}, fold="full")
            complete = True


def _is_full(citation: Citation) -> bool:
    return citation.date is not None and bool(citation.issuer or citation.title)


KIND = Kind("repeated_citation", check, Params, {"default": frozenset()})
