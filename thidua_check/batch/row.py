"""From the report on one draft to its row in the summary."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence

from attrs import evolve

from thidua_check.anatomy.model import PlaceDate
from thidua_check.batch.amounts import amounts_of
from thidua_check.batch.model import Compared, Deadline, ItemVerdict, Row, Trouble
from thidua_check.draft import Draft
from thidua_check.findings import Level, Outcome, Words
from thidua_check.outline.model import Outline, OutlineMap
from thidua_check.render.conclusion import grades
from thidua_check.render.safe import one_line
from thidua_check.render.tally import not_understood
from thidua_check.report import Checked, Report

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_UNCLEAR_KEPT = 50


def row_of(report: Report, path: str, given: Sequence[Outline], fail_on: Level | None) -> Row:
    """Return the row of a report on one draft; ``given`` are the outlines that the drafts were to be held against."""
    (document,) = report.documents
    code = report.exit_code(fail_on)
    if not isinstance(document, Checked):
        error = document.error
        return Row(path, document.sha256, code, Trouble(error.kind, Words(error.vi, error.en)))
    counts = grades(document)
    row = Row(
        path=path,
        sha256=document.draft.document.sha256,
        code=code,
        errors=counts["error"],
        warnings=counts["warning"],
        infos=counts["info"],
        reviews=counts["review"],
        crashed=tuple(o.id for o in document.outcomes if o.outcome is Outcome.ERROR),
        outlines=tuple(map(_compared, document.draft.outlines)),
        deadline=_deadline(document.draft, given),
    )
    return _with_facts(row, document.draft)


def _with_facts(row: Row, draft: Draft) -> Row:
    anatomy = draft.anatomy
    first, last = _span(anatomy.place_date)
    unclear = not_understood(draft)
    doubtful = [p.text for kind in ("quantities", "relations") for p in unclear[kind]]
    quantities, relations = (draft.facts.coverage()[kind] for kind in ("quantities", "relations"))
    subject = anatomy.subject.text if anatomy.subject else ""
    return evolve(
        row,
        unit=one_line(anatomy.issuer.text) if anatomy.issuer else "",
        first=first,
        last=last,
        figures=quantities.found + relations.found,
        understood=quantities.understood + relations.understood,
        unclear=tuple(one_line(text)[:200] for text in doubtful[:_UNCLEAR_KEPT]),
        years=tuple(sorted(set(map(int, _YEAR.findall(subject))))),
        amounts=amounts_of(draft),
    )


def _compared(mapped: OutlineMap) -> Compared:
    outline = mapped.outline
    items = (ItemVerdict(m.item.id, m.item.label, one_line(m.item.title), m.verdict) for m in mapped.matches)
    return Compared(outline.id, one_line(outline.title), outline.derived, tuple(items))


def _deadline(draft: Draft, given: Sequence[Outline]) -> Deadline | None:
    """Return the deadline of the guidance the draft follows; None where there is none or more than one."""
    own = [mapped.outline for mapped in draft.outlines if mapped.how == "given"]
    letters = [outline.letter for outline in own or given if outline.letter]
    found = {Deadline(x.deadline, x.deadline_strict) for x in letters if x.deadline}
    return found.pop() if len(found) == 1 else None


def _span(line: PlaceDate | None) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and the last day that a place-date line may mean; a blank day means any of its month."""
    if line is None or line.year is None or (line.month is None and line.day is not None):
        return None, None
    try:
        first = dt.date(line.year, line.month or 1, line.day or 1)
        month = line.month or 12
        day = line.day or calendar.monthrange(line.year, month)[1]
        return first, dt.date(line.year, month, day)
    except ValueError:
        return None, None
