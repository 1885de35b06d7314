"""What one worker process of ``thidua-check batch`` does: judge a draft as the plain command does, and show it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date

from attrs import evolve, frozen

from thidua_check.batch.model import Row
from thidua_check.batch.row import row_of
from thidua_check.cli.judging import Held, Judged, Targets, hold, judge
from thidua_check.cli.setup import Setup
from thidua_check.errors import ThiduaCheckError
from thidua_check.findings import Lang, Words
from thidua_check.render.renderers import RENDERERS
from thidua_check.render.view import View
from thidua_check.report import Checked

WORD = "word"


@frozen
class Work:
    """What all workers of a run are told."""

    args: argparse.Namespace
    setup: Setup
    lang: Lang
    today: date


@frozen
class Task:
    """One draft: its number among those of the setup, its path under the folder, and the formats it is shown in."""

    number: int
    draft: str
    path: str
    formats: tuple[str, ...]


@frozen
class Done:
    """The row of a draft and its results by format; ``notes`` of the row say which could not be made."""

    row: Row
    results: tuple[tuple[str, bytes], ...]


def begin(work: Work) -> Callable[[Task], Done]:
    """Read rules, outlines and other drafts once; return what judges one draft."""
    held = hold(work.args, work.setup)

    def do(task: Task) -> Done:
        return judge_one(task, work, held)

    return do


def judge_one(task: Task, work: Work, held: Held) -> Done:
    """Judge a draft alone, by its own settings, and render it."""
    setup = alone(work.setup, task.number)
    judged = judge(work.args, Targets((task.draft,)), setup, work.lang, work.today, held)
    outline = setup.value("outline")
    row = row_of(judged.report, task.path, held.outlines.get(outline, ()), setup.fail_on)
    results: list[tuple[str, bytes]] = []
    notes: list[Words] = []
    for name in task.formats:
        try:
            data = _shown(name, judged, setup, work.lang)
        except ThiduaCheckError as error:
            notes.append(Words(f"{name}: {error.vi}", f"{name}: {error.en}"))
            continue
        if data is not None:
            results.append((name, data))
    return Done(evolve(row, notes=tuple(notes)), tuple(results))


def alone(setup: Setup, number: int) -> Setup:
    """Return the setup of one draft, as if the command were run on it alone."""
    group = next(g for g in setup.groups if any(place == number for place, _ in g.drafts))
    plan = setup.plans[number]
    return Setup((evolve(group, drafts=((0, plan.draft),)),), (plan,), setup.baseline)


def _shown(name: str, judged: Judged, setup: Setup, lang: Lang) -> bytes | None:
    """Return the result in one format, None for a commented copy of what could not be read."""
    view = View(
        lang=lang,
        fail_on=setup.fail_on,
        min_level=setup.value("min_level"),
        left_out=judged.left_out,
        settings=setup.settings_files,
    )
    if name != WORD:
        return RENDERERS[name](judged.report, view).encode("utf-8", "backslashreplace")
    (document,) = judged.report.documents
    if not isinstance(document, Checked):
        return None
    from thidua_check.render.word import annotate

    visible = tuple(f for f in document.findings if f.level >= view.min_level)
    seen = evolve(judged.report, documents=(evolve(document, findings=visible),))
    return annotate(document.path, seen, lang=lang)
