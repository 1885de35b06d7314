"""The documents that the guidance letter cites, beside the draft's citations of the same ones."""

from __future__ import annotations

from thidua_check.document import Paragraph
from thidua_check.draft import Draft
from thidua_check.extract.bodies import body_of
from thidua_check.extract.citations import Citation, find_citations
from thidua_check.extract.dates import find_dates
from thidua_check.outline.model import Letter
from thidua_check.ruleset.document_types import bare
from thidua_check.ruleset.issuers import load_issuers, organ_codes
from thidua_check.text import fold


def given_letter(draft: Draft) -> Letter | None:
    """Return the letter that came with the outline that the user gave, None without one."""
    return next((m.outline.letter for m in draft.outlines if m.how == "given" and m.outline.letter), None)


def letters_citations(letter: Letter | None) -> tuple[Citation, ...]:
    """Return the citations of a letter."""
    paragraphs = [Paragraph(words) for words in (letter.cited if letter else ())]
    return tuple(c for p in paragraphs for c in find_citations(p, find_dates(p)))


def same_number(one: Citation, other: Citation) -> bool:
    """Whether two citations have one number, year and organ and may be of one body; their types are left out.

    A body that one of them does not name is the same only where the symbol tells it, as "TTg" does.
    """
    if (one.number.lstrip("0"), one.year, one.party) != (other.number.lstrip("0"), other.year, other.party):
        return False
    organs = organ_codes(one.symbol)
    if not organs or [fold(o) for o in organs] != [fold(o) for o in organ_codes(other.symbol)]:
        return False
    if one.issuer and other.issuer:
        return body_of(one.issuer).same(body_of(other.issuer))
    organ = load_issuers().get(bare(organs[0]))
    return organ is not None and organ.code not in _MANY


# Organs that exist at several levels, so that the symbol does not tell the body.
_MANY = ("UBND", "HĐND")


def same_day(one: Citation, other: Citation) -> bool:
    """Whether both are dated, and alike."""
    return one.date is not None and other.date is not None and one.date.value == other.date.value
