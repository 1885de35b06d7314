"""``thidua-check batch FOLDER -o RESULTS``: every draft of a folder, and what they come to together."""

from __future__ import annotations

import argparse
import hashlib
import os
from collections.abc import Iterator, Sequence
from datetime import date

from attrs import evolve, frozen

from thidua_check.batch.as_xlsx import can_write
from thidua_check.batch.model import Row, Trouble
from thidua_check.batch.pool import Lost
from thidua_check.batch.pool import run as run_pool
from thidua_check.batch.records import digest_of, dump_record, load_record, record_path
from thidua_check.batch.rollup import RollUp, differing, roll_up
from thidua_check.batch.summary import written
from thidua_check.checking import chosen_rules
from thidua_check.cli import console
from thidua_check.cli.batch_folders import Folders, collect, folders, relative, result_names
from thidua_check.cli.batch_worker import Done, Task, Work, alone, begin
from thidua_check.cli.judging import Held, group_options, hold
from thidua_check.cli.progress import Progress
from thidua_check.cli.setup import Finder, given, prepare
from thidua_check.errors import UsageError
from thidua_check.findings import Lang, Level, Words
from thidua_check.version import VERSION

_DEFAULT_FORMATS = ("html",)
_NAMED = 3


@frozen
class _Plan:
    """The tasks of a run, the key that each draft is judged under, and where its results go."""

    tasks: tuple[Task, ...]
    keys: tuple[str, ...]
    names: tuple[dict[str, str], ...]


def run(args: argparse.Namespace, lang: Lang) -> int:
    """Check the drafts of a folder, write all results, and return the exit code."""
    folder = folders(args)
    finder = Finder(given(args), not args.no_config)
    drafts = collect(folder, finder.guidance, args.rollup)
    if not drafts:
        raise UsageError(
            f"Thư mục “{folder.source}” không có bản thảo nào.", f'There is no draft in "{folder.source}".'
        )
    judged = (*drafts, *((args.rollup,) if args.rollup else ()))
    setup = prepare(finder, judged)
    held = hold(args, setup)
    for group in setup.groups:
        chosen_rules(held.pack, group_options(group, args, held, lang))
    folder = evolve(folder, read=frozenset(map(os.path.realpath, (*judged, *setup.files(), *args.against))))
    work = Work(args, setup, lang, date.today())
    plan = _plan(args, folder, judged, work, held)
    rows = _rows(args, folder, plan, work)
    joint = rows.pop() if args.rollup else None
    sums = roll_up(joint, rows) if joint and joint.trouble is None else None
    for name, content in written(rows, joint, sums, lang):
        folder.write(name, content)
    return _conclude(rows, joint, sums, setup.fail_on, folder, lang)


def _plan(args: argparse.Namespace, folder: Folders, judged: Sequence[str], work: Work, held: Held) -> _Plan:
    chosen = tuple(dict.fromkeys(args.format or _DEFAULT_FORMATS))
    formats = tuple(name for name in chosen if name != "none")
    paths = list(relative(folder, judged))
    if args.rollup:
        paths[-1] = args.rollup
    own = [() if args.rollup and n == len(judged) - 1 else formats for n in range(len(judged))]
    tasks = tuple(Task(n, d, p, f) for n, (d, p, f) in enumerate(zip(judged, paths, own, strict=True)))
    keys = tuple(_key(task, work, held) for task in tasks)
    return _Plan(tasks, keys, result_names(paths, formats))


def _key(task: Task, work: Work, held: Held) -> str:
    """Return a digest of everything that decides what comes of a draft; "" for one that cannot be read."""
    own = digest_of(task.draft)
    if own is None:
        return ""
    setup = alone(work.setup, task.number)
    (group,) = setup.groups
    settings = sorted((key, repr(setting.value)) for key, setting in group.settings.items())
    decided = (
        *(VERSION, held.pack.version, held.pack.sha256, own, task.draft, task.formats, work.lang),
        *(settings, setup.settings_files, work.args.as_of, work.args.preview),
        *(setup.plans[0].suppressions(work.today), [other.sha256 for other in held.others]),
        repr(held.outlines.get(setup.value("outline"))),
    )
    return hashlib.sha256(repr(decided).encode("utf-8", "surrogatepass")).hexdigest()


def _rows(args: argparse.Namespace, folder: Folders, plan: _Plan, work: Work) -> list[Row]:
    """Return a row for each task, in order; those that a former run has left are taken over where asked."""
    rows: dict[int, Row] = {}
    if args.resume:
        for task, key in zip(plan.tasks, plan.keys, strict=True):
            kept = load_record(folder.out, task.path, key) if key else None
            if kept is not None:
                rows[task.number] = kept
    # The largest first, so that no process is left alone with it at the end.
    left = sorted((t for t in plan.tasks if t.number not in rows), key=lambda t: -_size(t.draft))
    progress = Progress(len(plan.tasks), len(rows), work.lang)
    jobs = min(args.jobs or _cores(), max(1, len(left)))
    results = run_pool(left, begin, work, processes=jobs, seconds=args.timeout)
    for number, result in results:
        task = left[number]
        rows[task.number] = row = _take(task, result, folder, plan)
        progress.step(row)
    progress.end()
    return [rows[number] for number in sorted(rows)]


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0


def _take(task: Task, result: Done | Lost, folder: Folders, plan: _Plan) -> Row:
    """Write the results of one draft and the record of it; return its row."""
    if isinstance(result, Lost):
        return Row(task.path, None, 2, _trouble(result))
    names, key = plan.names[task.number], plan.keys[task.number]
    files: list[tuple[str, str]] = []
    for name, data in result.results:
        folder.write(names[name], data)
        files.append((name, names[name]))
    row = evolve(result.row, files=tuple(files))
    if key and row.trouble is None and not row.crashed:
        record = record_path(folder.out, task.path).relative_to(folder.out)
        folder.write(str(record), dump_record(key, row))
    return row


def _trouble(lost: Lost) -> Trouble:
    said = {
        "timeout": Words("Quá thời gian cho phép.", "It took too long."),
        "died": Words(
            "Tiến trình kiểm tra dừng đột ngột (có thể do hết bộ nhớ).",
            "The checking process died (perhaps it ran out of memory).",
        ),
        "failed": Words(
            f"Chương trình bị lỗi với tệp này ({lost.detail}); xin báo cho nhóm phát triển.",
            f"The checker failed on this file ({lost.detail}); please report it.",
        ),
    }
    return Trouble(lost.why, said[lost.why])


def _cores() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _conclude(
    rows: Sequence[Row],
    joint: Row | None,
    sums: RollUp | None,
    fail_on: Level | None,
    folder: Folders,
    lang: Lang,
) -> int:
    """Say what came of it and return the exit code; a sum that differs counts as a warning."""
    unread = [row for row in (*rows, *((joint,) if joint else ())) if row.trouble]
    for row in unread:
        if row.trouble:
            said = row.trouble.said
            console.complain(f"{row.path}: {said.vi}", f"{row.path}: {said.get('en')}", lang)
    for note in _notes(rows):
        console.complain(note.vi, note.get("en"), lang)
    if not can_write():
        console.complain(
            "Chưa cài gói ghi tệp XLSX nên không có tong-hop.xlsx; cài bằng: pip install thidua-check[xlsx].",
            "No workbook was written, its package is missing: pip install thidua-check[xlsx].",
            lang,
        )
    lacking = sum(row.code == 2 for row in rows) + bool(joint and joint.trouble)
    failing = sum(row.code == 1 for row in rows)
    console.complain(
        f"{len(rows)} bản thảo: {failing} bản có lỗi, {lacking} bản có điều không kiểm tra được. Bảng tổng hợp:"
        f" {folder.out / 'tong-hop.html'}",
        f"{len(rows)} draft(s): {failing} with errors, {lacking} not wholly checked. Summary:"
        f" {folder.out / 'tong-hop.html'}",
        lang,
    )
    if lacking:
        return 2
    wrong = fail_on is not None and fail_on <= Level.WARNING and any(differing(sums))
    return int(bool(failing) or wrong)


def _notes(rows: Sequence[Row]) -> Iterator[Words]:
    """Yield what could not be made, once for all drafts of which the same is to be said."""
    drafts: dict[Words, list[str]] = {}
    for row in rows:
        for note in row.notes:
            drafts.setdefault(note, []).append(row.path)
    for note, paths in drafts.items():
        more = len(paths) - _NAMED
        named = ", ".join(paths[:_NAMED]) + (f", … (+{more})" if more > 0 else "")
        yield Words(f"{named}: {note.vi}", f"{named}: {note.get('en')}")
