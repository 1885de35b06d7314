"""What a rule says of itself, for whoever shows results: no check and no parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from attrs import field, frozen

from thidua_check.findings import Basis, Confidence, Level, Words


def _nothing() -> Words:
    return Words("")


@frozen
class RuleCard:
    """A rule for display; ``level`` is by stage, ``guide`` reads the help of the rule when it is asked for."""

    id: str
    name: str
    title: Words
    family: str
    level: Mapping[Literal["draft", "issued"], Level]
    confidence: Confidence
    basis: Basis | None = None
    suppressible: bool = True
    guide: Callable[[], Words] = field(default=_nothing, repr=False, eq=False)
