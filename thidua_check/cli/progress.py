"""How far a long run is, on stderr: one line that changes on a terminal, a line for each draft elsewhere."""

from __future__ import annotations

import sys

from attrs import define

from thidua_check.batch.model import Row
from thidua_check.findings import Lang
from thidua_check.render.safe import one_line

_BAR = 24
_NAME = 40
_CLEAR = "\r\x1b[K"


@define
class Progress:
    """``all`` drafts, of which ``done`` are done."""

    all: int
    done: int
    lang: Lang

    def step(self, row: Row) -> None:
        """Say that one more draft is done."""
        self.done += 1
        name = one_line(row.path)
        if not self._live:
            self._say(f"[{self.done}/{self.all}] {name}: {self._came(row)}\n")
            return
        full = _BAR * self.done // max(1, self.all)
        short = name if len(name) <= _NAME else "…" + name[1 - _NAME :]
        self._say(f"{_CLEAR}[{'#' * full}{'.' * (_BAR - full)}] {self.done}/{self.all} {short}")

    def end(self) -> None:
        """Take the changing line away."""
        if self._live:
            self._say(_CLEAR)

    @property
    def _live(self) -> bool:
        return sys.stderr is not None and sys.stderr.isatty()

    def _came(self, row: Row) -> str:
        english = self.lang == "en"
        if row.trouble is not None:
            return one_line(row.trouble.said.get(self.lang))
        if english:
            return f"{row.errors} error(s), {row.warnings} warning(s)"
        return f"{row.errors} lỗi, {row.warnings} cảnh báo"

    @staticmethod
    def _say(text: str) -> None:
        if sys.stderr is not None:
            sys.stderr.write(text)
            sys.stderr.flush()
