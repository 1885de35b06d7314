"""Cited documents: type, number, symbol, date, issuer and title as written."""

from __future__ import annotations

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.extract.dates import DateMention


@frozen
class Citation:
    """One mention of a document. ``passage`` runs from the type word (or ``số``) to the end of the symbol.

    ``type`` is the type word as written (``Kế hoạch``), ``number`` the digits as written, ``year`` the year in a
    normative symbol (``98/2023/NĐ-CP``), ``symbol`` the code with organ, spaces removed (``QĐ-UBND``, ``CT/TW``),
    ``party`` whether it has the Party form (``34-CT/TW``), ``has_so`` whether the word ``số`` stands before the number.
    """

    passage: Passage
    type: str | None
    number: str
    year: int | None
    symbol: str
    party: bool = False
    has_so: bool = True
    type_passage: Passage | None = None
    symbol_passage: Passage | None = None
    date: DateMention | None = None
    issuer: str | None = None
    title: str | None = None

    @property
    def understood(self) -> bool:
        """Whether number and symbol were both read."""
        return bool(self.number and self.symbol)
