"""``--show-config``: every setting of each draft, as TOML, with where it came from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from thidua_check.cli.setup import Setup
from thidua_check.config.apply import Plan
from thidua_check.config.entries import Entry
from thidua_check.findings import Lang, Level
from thidua_check.render.safe import one_line


def config_text(setup: Setup, lang: Lang, today: date) -> str:
    """Return the settings of a run as lines of TOML, a block for each configuration and the entries of each draft."""
    return "\n".join(_lines(setup, lang, today)) + "\n"


def _lines(setup: Setup, lang: Lang, today: date) -> Iterator[str]:
    english = lang == "en"
    for number, group in enumerate(setup.groups):
        if number:
            yield ""
        file = group.config.file if group.config else ("(none)" if english else "(không có)")
        yield one_line(f"# {'Configuration' if english else 'Tệp cấu hình'}: {file}")
        for _, draft in group.drafts:
            yield one_line(f"# {'Draft' if english else 'Bản thảo'}: {draft}")
        for key, setting in group.settings.items():
            line = f"{key} = {_value(setting.value)}" if setting.value is not None else f"# {key}"
            yield f"{line}  # {one_line(setting.origin.get(lang))}"
        own = [setup.plans[place] for place, _ in group.drafts]
        for entry in dict.fromkeys(entry for plan in own for entry in plan.entries):
            yield from _entry(entry, lang, today)
        yield from (_known(plan, lang) for plan in own if plan.baseline)


def _value(value: Any) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(str(value) if isinstance(value, Level) else value, ensure_ascii=False)


def _entry(entry: Entry, lang: Lang, today: date) -> Iterator[str]:
    over = ""
    if entry.expired(today):
        over = " (expired)" if lang == "en" else " (đã hết hạn)"
    yield ""
    yield f"[[suppress]]  # {one_line(entry.by.source.get(lang))}{over}"
    yield f"rule = {_value(entry.by.rule)}"
    if entry.by.fingerprint:
        yield f"fingerprint = {_value(entry.by.fingerprint)}"
    if entry.by.section:
        yield f"section = {_value('.'.join(entry.by.section))}"
    yield f"reason = {_value(one_line(entry.by.reason))}"
    if entry.expires:
        yield f"expires = {entry.expires.isoformat()}"
    if entry.path:
        yield f"path = {_value(one_line(entry.path))}"


def _known(plan: Plan, lang: Lang) -> str:
    known = plan.baseline.suppressions(plan.draft) if plan.baseline else ()
    draft = one_line(plan.draft)
    if lang == "en":
        return f"# {draft}: {len(known)} known finding(s) in the baseline"
    return f"# {draft}: {len(known)} phát hiện trong tệp mức nền"
