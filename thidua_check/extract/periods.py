"""Periods of years: ``giai đoạn 2021-2025``, ``2020 -2025``, ``5 năm (2021 - 2025)``."""

from __future__ import annotations

from attrs import frozen

from thidua_check.document import Passage


@frozen
class Period:
    """A span of years as written; ``last`` may be before ``first``. ``lead`` is the word before it (``giai đoạn``)."""

    passage: Passage
    first: int
    last: int
    lead: str = ""
