"""Results in memory: a few, for a short time, each under a name that nobody can guess."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable

from attrs import define, field

from thidua_check.web.job import Result
from thidua_check.web.limits import Limits


@define
class Shelf:
    """The results that can still be fetched. The oldest make room for new ones."""

    limits: Limits
    clock: Callable[[], float] = time.monotonic
    _kept: dict[str, tuple[float, Result]] = field(factory=dict, init=False)

    def put(self, result: Result) -> str:
        """Keep a result and return its name: 256 random bits."""
        self._drop_old()
        while self._kept and not self._has_room(result):
            del self._kept[next(iter(self._kept))]
        name = secrets.token_urlsafe(32)
        self._kept[name] = (self.clock(), result)
        return name

    def get(self, name: str) -> Result | None:
        """Return the result of a name, None where there is none or its time is over."""
        self._drop_old()
        kept = self._kept.get(name)
        return kept and kept[1]

    def drop(self, name: str) -> None:
        """Forget a result, if it is there."""
        self._kept.pop(name, None)

    def _has_room(self, result: Result) -> bool:
        size = result.size + sum(other.size for _, other in self._kept.values())
        return len(self._kept) < self.limits.kept and size <= self.limits.kept_size

    def _drop_old(self) -> None:
        now = self.clock()
        for name in [n for n, (since, _) in self._kept.items() if now - since > self.limits.kept_for]:
            del self._kept[name]
