"""The summary as tables of words and numbers, which HTML, CSV and XLSX show alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal

from attrs import frozen

from thidua_check.batch.model import Compared, Deadline, ItemVerdict, Row
from thidua_check.batch.words import say
from thidua_check.findings import Lang
from thidua_check.outline.model import Verdict
from thidua_check.render.html.words import VERDICTS

Tone = Literal["", "good", "error", "warning", "review", "info"]

_TONES: dict[Verdict, Tone] = {
    Verdict.MISSING: "error",
    Verdict.UNCLEAR: "review",
    Verdict.NOT_APPLICABLE: "",
}


@frozen
class Cell:
    """One cell; ``links`` are names and paths, relative to the summary, of files to open."""

    value: str | int
    tone: Tone = ""
    links: tuple[tuple[str, str], ...] = ()


@frozen
class Sheet:
    """One table: ``key`` names its file, ``heads`` its columns; ``notes`` are said above it, ``hints`` behind heads."""

    key: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


def sheets(rows: Sequence[Row], lang: Lang) -> Iterator[Sheet]:
    """Yield the tables on the drafts: all drafts, items of each outline, who lacks what, figures, unread files."""
    yield _drafts(rows, lang)
    yield from _matrices(rows, lang)
    yield _lacking(rows, lang)
    figures = tuple((Cell(row.path), Cell(words)) for row in rows for words in row.unclear)
    yield Sheet("so-lieu", say("figures", lang), (say("file", lang), say("words", lang)), figures)
    unread = tuple((Cell(r.path), Cell(r.trouble.said.get(lang), "error")) for r in rows if r.trouble)
    yield Sheet("khong-doc-duoc", say("unread", lang), (say("file", lang), say("reason", lang)), unread)


_DRAFT_HEADS = (
    *("file", "unit", "state", "errors", "warnings", "infos", "reviews", "missing", "undecided"),
    *("counted", "unchecked", "date", "deadline", "in_time", "results"),
)


def _drafts(rows: Sequence[Row], lang: Lang) -> Sheet:
    heads = tuple(say(key, lang) for key in _DRAFT_HEADS)
    return Sheet("ban-thao", say("drafts", lang), heads, tuple(_draft(row, lang) for row in rows))


def _draft(row: Row, lang: Lang) -> tuple[Cell, ...]:
    if row.trouble is not None:
        state = Cell(say("failed", lang), "error")
        return (Cell(row.path), Cell(""), state, *[Cell("")] * (len(_DRAFT_HEADS) - 4), _links(row))
    seen = {Verdict.MISSING: 0, Verdict.UNCLEAR: 0}
    for item in _items(row).values():
        if item.verdict in seen:
            seen[item.verdict] += 1
    missing, undecided = seen[Verdict.MISSING], seen[Verdict.UNCLEAR]
    unchecked = row.figures - row.understood
    return (
        Cell(row.path),
        Cell(row.unit),
        Cell(say("partly", lang), "error") if row.crashed else Cell(say("done", lang)),
        Cell(row.errors, "error" if row.errors else ""),
        Cell(row.warnings, "warning" if row.warnings else ""),
        Cell(row.infos),
        Cell(row.reviews, "review" if row.reviews else ""),
        Cell(missing if row.outlines else "", "error" if missing else ""),
        Cell(undecided if row.outlines else "", "review" if undecided else ""),
        Cell(row.figures),
        Cell(unchecked, "review" if unchecked else ""),
        Cell(_dated(row)),
        Cell(_until(row.deadline, lang)),
        _in_time(row, lang),
        _links(row),
    )


def _items(row: Row) -> dict[tuple[str, str], ItemVerdict]:
    """Return the verdicts by outline and item; of parts that answer one outline apart, the one that is worst."""
    out: dict[tuple[str, str], ItemVerdict] = {}
    for compared in row.outlines:
        for item in compared.items:
            known = out.get((compared.id, item.id))
            if known is None or _WORST.get(item.verdict, 0) > _WORST.get(known.verdict, 0):
                out[compared.id, item.id] = item
    return out


_WORST = {Verdict.NOT_APPLICABLE: -1, Verdict.UNCLEAR: 1, Verdict.MISSING: 2}


def _links(row: Row) -> Cell:
    return Cell(", ".join(path for _, path in row.files), links=row.files)


def _day(day: dt.date) -> str:
    """Return a date as Vietnamese offices write it (NĐ 30/2020/NĐ-CP, Phụ lục I): 02/6/2022.

    >>> _day(dt.date(2022, 2, 6))
    '06/02/2022'
    """
    return f"{day.day:02}/{day.month:0{2 if day.month < 3 else 1}}/{day.year}"


def _dated(row: Row) -> str:
    if row.first is None or row.last is None:
        return ""
    if row.first == row.last:
        return _day(row.first)
    same = row.first.month == row.last.month
    return f"{row.first.month}/{row.first.year}" if same else str(row.first.year)


def _until(deadline: Deadline | None, lang: Lang) -> str:
    if deadline is None:
        return ""
    return say("before", lang, day=_day(deadline.day)) if deadline.strict else _day(deadline.day)


def _in_time(row: Row, lang: Lang) -> Cell:
    if row.deadline is None:
        return Cell("")
    kept = row.in_time()
    if kept is None:
        return Cell(say("unknown", lang), "review")
    return Cell(say("yes", lang), "good") if kept else Cell(say("no", lang), "error")


def outlines_of(rows: Sequence[Row]) -> dict[str, Compared]:
    """Return the outlines that any draft was held against, by id, in order of their first draft."""
    out: dict[str, Compared] = {}
    for row in rows:
        for compared in row.outlines:
            out.setdefault(compared.id, compared)
    return out


def _matrices(rows: Sequence[Row], lang: Lang) -> Iterator[Sheet]:
    for number, (name, outline) in enumerate(outlines_of(rows).items(), 1):
        found = [(row, _items(row)) for row in rows if any(c.id == name for c in row.outlines)]
        items = list(
            {i.id: i for row, _ in found for c in row.outlines if c.id == name for i in c.items}.values()
        )
        body = tuple(
            (Cell(row.path), *(_verdict(verdicts.get((name, item.id)), lang) for item in items))
            for row, verdicts in found
        )
        notes = [say("matrix_note", lang, title=outline.title)] + [say("derived", lang)] * outline.derived
        yield Sheet(
            f"muc-{number}",
            say("matrix", lang, id=name),
            (say("file", lang), *(_short(item) for item in items)),
            body,
            tuple(notes),
            ("", *(item.title for item in items)),
        )


def _short(item: ItemVerdict) -> str:
    """Return the labels of an item from the top, as its id has them behind the outline's."""
    return item.id.partition("/")[2] or item.id


def _verdict(item: ItemVerdict | None, lang: Lang) -> Cell:
    if item is None:
        return Cell("")
    return Cell(VERDICTS[item.verdict].get(lang), _TONES.get(item.verdict, "good"))


def _lacking(rows: Sequence[Row], lang: Lang) -> Sheet:
    lacking: dict[tuple[str, str], tuple[ItemVerdict, list[str]]] = {}
    for row in rows:
        for key, item in _items(row).items():
            if item.verdict is Verdict.MISSING:
                lacking.setdefault(key, (item, []))[1].append(row.path)
    order = {
        (c.id, item.id): place
        for place, (c, item) in enumerate((c, i) for row in rows for c in row.outlines for i in c.items)
    }
    body = tuple(
        (
            Cell(key[0]),
            Cell(_named(item)),
            Cell(len(paths), "error"),
            Cell("; ".join(paths)),
        )
        for key, (item, paths) in sorted(lacking.items(), key=lambda pair: order[pair[0]])
    )
    heads = tuple(say(key, lang) for key in ("outline", "item", "drafts_lacking", "who"))
    return Sheet("muc-thieu", say("lacking", lang), heads, body)


def _named(item: ItemVerdict) -> str:
    return f"{_short(item)}. {item.title}"
