"""How the number and symbol of a cited document are typed (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.3.c)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.citations import Citation
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.text import fold


@frozen
class Params:
    """``party_organs`` are organs of the Party, whose symbols have the hyphen before the type."""

    party_organs: tuple[str, ...] = ()


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report symbols with spaces or a dash for the hyphen, Party symbols in the state's form, and a letter's type code."""
    for citation in draft.facts.citations:
        passage = citation.symbol_passage
        if passage is None or not citation.understood:
            continue
        head, _, organ = citation.symbol.rpartition("-")
        if not citation.party and citation.year is None and head.isalpha() and organ in params.party_organs:
            right = f"{citation.number}-{head}/{organ}"
            yield Hit(passage, {"repair": right}, variant="party", fold=right, replacement=right)
        elif _coded_letter(citation):
            right = f"{citation.number}/{citation.symbol.removeprefix('CV-')}"
            yield Hit(passage, {"repair": right}, variant="letter", fold=right)
        elif _loosely_typed(passage):
            right = printed(citation)
            # Text taken from a PDF has such gaps where a line once ended; a Word file has them where they were typed.
            gap = not draft.document.has_layout and not _has_dash(passage)
            variant = "gap" if gap else "default"
            yield Hit(passage, {"repair": right}, variant=variant, fold="form", replacement=right, safe=True)


def _coded_letter(citation: Citation) -> bool:
    """Whether a công văn of the state has a type code, which letters have none of: ``67/CV-UBND``."""
    named = bool(citation.types) and fold(citation.types[-1]) == "công văn"
    return named and not citation.party and citation.year is None and citation.symbol.startswith("CV-")


def _loosely_typed(passage: Passage) -> bool:
    """Whether there is a dash or a space in the symbol; a space where a line was wrapped is none of the writer's."""
    if _has_dash(passage):
        return True
    text, paragraph = passage.text, passage.paragraph
    wrapped = paragraph.line_at(passage.start) != paragraph.line_at(passage.end - 1)
    return not wrapped and any(c.isspace() for c in text)


def _has_dash(passage: Passage) -> bool:
    return "–" in passage.text or "—" in passage.text


def printed(citation: Citation) -> str:
    """Return number and symbol as they should be printed."""
    if citation.party:
        return f"{citation.number}-{citation.symbol}"
    year = f"{citation.year}/" if citation.year else ""
    return f"{citation.number}/{year}{citation.symbol}"


PROVIDES = frozenset({"repair"})
KIND = Kind("symbol_form", check, Params, dict.fromkeys(("default", "gap", "party", "letter"), PROVIDES))
