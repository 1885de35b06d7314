"""What was meant by a date that cannot exist: the slips of typing that lead to it, likeliest first."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import product

# The years a report on an emulation movement speaks of.
FIRST_YEAR, LAST_YEAR = 1990, 2035

_LIMIT = 5
_KEPT = 0.0
_LAST_DAY = 0.45
_DOUBLED = 0.5
_EXTRA_YEAR_DIGIT = 0.6
_EXTRA_DIGIT = 0.9
_SWAPPED = 0.8
_NEXT_VALUE = 0.7
_NEXT_KEY = 0.75
_MISSING = 0.8
_OTHER_KEY = 1.0
_TOO_FAR = 9.0
# Two parts are seldom mistyped at once.
_SECOND_SLIP = 1.0
# What costs this much more than the best is not worth naming.
_MARGIN = 0.6
# A year away from the neighbouring dates costs this much, up to the cap.
_YEAR_AWAY, _AWAY_CAP = 0.06, 0.6
# Without neighbours, equal slips are ordered by their distance from here.
_USUAL_YEAR = 2022
# A month away from the printed one costs this much, where that is a month.
_MONTH_AWAY = 0.03


def rank_repairs(day: str, month: str, year: str, near: Sequence[date] = ()) -> tuple[date, ...]:
    """Return the likeliest dates behind an impossible one, at most five, best first.

    ``day``, ``month`` and ``year`` are the digits as printed; an empty ``day`` or ``month`` stays the first. Without
    a year nothing can be named. ``near`` are dates that stand beside it: among equal slips the nearer year wins.

    >>> [str(d) for d in rank_repairs("15", "9", "25022")]
    ['2022-09-15']
    >>> [str(d) for d in rank_repairs("31", "11", "2024")][:3]
    ['2024-11-30', '2024-12-31', '2024-10-31']
    """
    if not year:
        return ()
    middle = sorted(d.year for d in near)[len(near) // 2] if near else None
    scored = [
        (cost + _away(d, middle) + _months_away(d, month), d) for cost, d in _candidates(day, month, year)
    ]
    best = min((cost for cost, _ in scored), default=0.0)
    kept = sorted((s for s in scored if s[0] <= best + _MARGIN), key=_order)
    return tuple(d for _, d in kept[:_LIMIT])


def _away(found: date, middle: int | None) -> float:
    return min(_AWAY_CAP, _YEAR_AWAY * abs(found.year - middle)) if middle is not None else 0.0


def _months_away(found: date, month: str) -> float:
    return _MONTH_AWAY * abs(found.month - int(month)) if month and 1 <= int(month) <= 12 else 0.0


def _order(scored: tuple[float, date]) -> tuple[float, int, int]:
    return round(scored[0], 3), abs(scored[1].year - _USUAL_YEAR), -scored[1].toordinal()


@lru_cache(maxsize=512)
def _candidates(day: str, month: str, year: str) -> tuple[tuple[float, date], ...]:
    days = _near_values(day, range(1, 32), _EXTRA_DIGIT) if day else [(_KEPT, 1)]
    months = _near_values(month, range(1, 13), _EXTRA_DIGIT) if month else [(_KEPT, 1)]
    years = _near_values(year, range(FIRST_YEAR, LAST_YEAR + 1), _EXTRA_YEAR_DIGIT)
    if len(year) == 4 and 1000 <= int(year) <= 2150 and not FIRST_YEAR <= int(year) <= LAST_YEAR:
        years.append((_KEPT, int(year)))
    best: dict[date, float] = {}
    for (dc, d), (mc, m), (yc, y) in product(days, months, years):
        cost = dc + mc + yc + _SECOND_SLIP * (sum(c > 0 for c in (dc, mc, yc)) - 1)
        _keep(best, cost, y, m, d)
    for cost, y, m, d in _calendar_slips(day, month, year):
        _keep(best, cost, y, m, d)
    return tuple((cost, d) for d, cost in best.items())


def _keep(best: dict[date, float], cost: float, year: int, month: int, day: int) -> None:
    if day <= monthrange(year, month)[1]:
        found = date(year, month, day)
        best[found] = min(cost, best.get(found, _TOO_FAR))


def _calendar_slips(day: str, month: str, year: str) -> Iterable[tuple[float, int, int, int]]:
    """Yield slips of counting rather than typing: one day past the month's end, or month before day."""
    if not day or not month or len(year) != 4 or not 1000 <= int(year) <= 2150:
        return
    d, m, y = int(day), int(month), int(year)
    if 1 <= m <= 12 and monthrange(y, m)[1] < d <= 31:
        yield _LAST_DAY, y, m, monthrange(y, m)[1]
    if 12 < m <= 31 and 1 <= d <= 12:
        yield _DOUBLED, y, d, m


def _near_values(written: str, values: Iterable[int], extra: float) -> list[tuple[float, int]]:
    """Return the possible values of one part with the cost of the slip that would lead to what is printed."""
    scored = ((min(_slip(written, form, extra) for form in {str(v), f"{v:02}"}), v) for v in values)
    return [(cost, v) for cost, v in scored if cost <= _OTHER_KEY]


def _slip(written: str, meant: str, extra: float) -> float:
    """Return the cost of one slip between two strings of digits, 0 for none, more than 1 for more than one."""
    if written == meant:
        return _KEPT
    if len(written) == len(meant) + 1:
        return _dropped(written, meant, extra)
    if len(written) + 1 == len(meant):
        return _MISSING if _dropped(meant, written, extra) < _TOO_FAR else _TOO_FAR
    if len(written) != len(meant):
        return _TOO_FAR
    wrong = [i for i in range(len(meant)) if written[i] != meant[i]]
    if len(wrong) == 1:
        return _changed(written, meant, wrong[0])
    first = wrong[0]
    if (
        wrong == [first, first + 1]
        and written[first] == meant[first + 1]
        and written[first + 1] == meant[first]
    ):
        return _SWAPPED
    return _TOO_FAR


def _dropped(longer: str, shorter: str, extra: float) -> float:
    """Return the cost of one digit too many: a key that was hit twice is the commonest slip."""
    for i in range(len(longer)):
        if longer[:i] + longer[i + 1 :] == shorter:
            return _DOUBLED if longer[i] in longer[max(0, i - 1) : i] + longer[i + 1 : i + 2] else extra
    return _TOO_FAR


def _changed(written: str, meant: str, index: int) -> float:
    """Return the cost of one wrong digit; the keys 1 to 9 and 0 stand in a row."""
    if abs(int(written) - int(meant)) == 1:
        return _NEXT_VALUE
    keys = "1234567890"
    beside = abs(keys.index(written[index]) - keys.index(meant[index])) == 1
    return _NEXT_KEY if beside else _OTHER_KEY
