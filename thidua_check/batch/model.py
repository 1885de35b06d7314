"""What is kept of each draft of a folder: everything the summary needs, small enough to be saved beside the results."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from attrs import frozen

from thidua_check.findings import Words
from thidua_check.outline.model import Verdict


@frozen
class ItemVerdict:
    """What became of one required item in one draft."""

    id: str
    label: str
    title: str
    verdict: Verdict


@frozen
class Compared:
    """One outline held against a draft; ``derived`` ones come from no guidance letter."""

    id: str
    title: str
    derived: bool
    items: tuple[ItemVerdict, ...]


@frozen
class Deadline:
    """The last day of the guidance letter; ``strict`` where the report must come before that day."""

    day: dt.date
    strict: bool


@frozen
class Amount:
    """A figure that may be added up over several drafts.

    ``heading`` is the title of its section, ``words`` what stands before it (in a table the names of row and
    column), ``unit`` its unit and counted noun with the words behind it, ``years`` the years named with it: two amounts are of one indicator
    where these four are equal. All are folded. ``step`` is the worth of one in the last printed place, 0 for an exact
    count; ``shown`` the words as printed.
    """

    heading: str
    words: str
    unit: str
    years: str
    value: Decimal
    step: Decimal
    shown: str


@frozen
class Trouble:
    """Why a draft was not checked: a short word for programs (those of UnreadableError, ``timeout``, ``died``)."""

    kind: str
    said: Words


@frozen
class Row:
    """One draft in the summary.

    ``path`` is relative to the folder, with slashes. ``first`` and ``last`` are the earliest and latest day that the
    date on the draft may mean, None where it has none. ``code`` is the exit code of the plain command on this draft
    alone; ``crashed`` are the rules that failed on it. ``figures`` and ``understood`` count its figures, ``unclear``
    are those that could not be checked. ``years`` are those of its subject. ``files`` are pairs of format and path
    under the folder of results; ``notes`` say which could not be made.
    """

    path: str
    sha256: str | None
    code: int
    trouble: Trouble | None = None
    unit: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    reviews: int = 0
    crashed: tuple[str, ...] = ()
    outlines: tuple[Compared, ...] = ()
    deadline: Deadline | None = None
    figures: int = 0
    understood: int = 0
    unclear: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    amounts: tuple[Amount, ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    notes: tuple[Words, ...] = ()

    def in_time(self) -> bool | None:
        """Return whether the date on the draft keeps the deadline; None without one of them or where it is not sure."""
        if self.deadline is None or self.first is None or self.last is None:
            return None
        latest = self.deadline.day - dt.timedelta(days=1) if self.deadline.strict else self.deadline.day
        if self.last <= latest:
            return True
        return False if self.first > latest else None
