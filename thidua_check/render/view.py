"""How a result is to be shown: the choices that every renderer understands."""

from __future__ import annotations

from attrs import frozen

from thidua_check.findings import Lang, Level


@frozen
class View:
    """Language, thresholds and screen.

    ``fail_on`` None means that no finding fails the run. Findings below ``min_level`` are counted but not shown.
    ``left_out`` are the rules that were not run because of what was selected. ``suppressed`` shows findings that were
    set aside in formats that leave them out by themselves; ``settings`` are the files of settings that were read.
    ``width`` is in columns; ``color`` allows ANSI colours.
    """

    lang: Lang = "vi"
    fail_on: Level | None = Level.ERROR
    min_level: Level = Level.INFO
    width: int = 80
    color: bool = False
    left_out: tuple[str, ...] = ()
    suppressed: bool = False
    settings: tuple[str, ...] = ()
