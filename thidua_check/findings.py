"""What the checker says: findings, outcomes of rules, and coverage."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from enum import IntEnum, StrEnum
from typing import Literal

from attrs import frozen

from thidua_check.document import Location
from thidua_check.text import fold

Lang = Literal["vi", "en"]


class Level(IntEnum):
    """How bad it is: ``ERROR`` would be sent back, ``WARNING`` should be mended, ``INFO`` is worth a look."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @classmethod
    def named(cls, name: str) -> Level:
        """Return the level of a lower-case name; raise KeyError for any other."""
        return cls[name.upper()]

    def __str__(self) -> str:
        """Return the lower-case name."""
        return self.name.lower()


class Confidence(StrEnum):
    """How sure the checker is of the finding itself."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Outcome(StrEnum):
    """What came of one rule on one document."""

    PASS = "pass"
    FAIL = "fail"
    NOT_APPLICABLE = "not_applicable"
    REVIEW = "review"
    ERROR = "error"


@frozen
class Words:
    """One sentence or phrase in both languages; English falls back on Vietnamese.

    >>> Words("Không.").get("en")
    'Không.'
    """

    vi: str
    en: str = ""

    def get(self, lang: Lang) -> str:
        """Return the words in a language."""
        return (self.en or self.vi) if lang == "en" else self.vi

    def __str__(self) -> str:
        """Return the Vietnamese words."""
        return self.vi


@frozen
class Place:
    """A location with the words that stand there; ``repair`` is what may be written there unseen."""

    location: Location
    excerpt: str
    repair: str | None = None


@frozen
class Related:
    """Another place that the finding speaks of, and what it has to do with it."""

    location: Location
    note: Words


@frozen
class Suggestion:
    """What to write instead. ``safe`` may be applied unseen, ``unsafe`` wants a look, ``display`` is only advice."""

    text: Words
    kind: Literal["safe", "unsafe", "display"] = "display"


@frozen
class Basis:
    """The document and clause a rule rests on, whether it orders (``must``) or advises, and how sure the fact is."""

    document: str
    clause: str
    modality: Literal["must", "should", "usage"] = "must"
    confidence: str = "D"


@frozen
class Finding:
    """One thing to mend or to look at; ``places`` lists every place of a folded one, the first included.

    ``absent``: the excerpt is right as it stands, something is missing behind it.
    """

    rule: str
    name: str
    family: str
    outcome: Literal["fail", "review"]
    level: Level
    confidence: Confidence
    message: Words
    excerpt: str
    location: Location
    places: tuple[Place, ...] = ()
    related: tuple[Related, ...] = ()
    suggestion: Suggestion | None = None
    basis: Basis | None = None
    fingerprint: str = ""
    absent: bool = False

    @property
    def count(self) -> int:
        """How many places the finding has."""
        return max(1, len(self.places))


def fingerprint(rule: str, section: Iterable[str], excerpt: str, context: str, seen: int = 0) -> str:
    """Return a short name for a finding that survives moved lines and a file saved again.

    ``context`` is the text of the paragraph; ``seen`` numbers findings that are alike in all else.

    >>> fingerprint("NT01", ["I"], "15/9/25022", "ngày 15/9/25022") == fingerprint("NT01", ["I"], "15/9/25022", "Ngày  15/9/25022")
    True
    """
    parts = (rule, "/".join(section), fold(excerpt), fold(context)[:400], str(seen))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


@frozen
class RuleOutcome:
    """What came of one rule: its reason where it was not applied or crashed, and its number of findings.

    The reason of a rule that ran is what an office changed in it; ``off``: an office switched it off.
    """

    id: str
    outcome: Outcome
    reason: Words | None = None
    findings: int = 0
    off: bool = False


@frozen
class Coverage:
    """How many facts of one kind were found and how many of them were understood."""

    found: int
    understood: int


@frozen
class AsOf:
    """The date the draft is judged on: ``how`` is ``given``, ``document`` or ``none``; ``precision`` day, month or year."""

    date: date | None
    precision: Literal["day", "month", "year", "none"]
    how: Literal["given", "document", "none"]
