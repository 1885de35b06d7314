"""A copy of a draft with the findings as comments in its margin."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from lxml.etree import _Element

from thidua_check.errors import UsageError
from thidua_check.findings import Finding, Lang
from thidua_check.read.reading import Source
from thidua_check.read.refusals import refuse
from thidua_check.render.word.anchors import Anchor, anchor, place
from thidua_check.render.word.draft_file import DraftFile, open_draft
from thidua_check.render.word.edits import Edits
from thidua_check.render.word.parts import Entry, comment_parts, moment, next_id
from thidua_check.render.word.wording import comment_lines
from thidua_check.report import Checked, Report
from thidua_check.suppress import MARK


def annotate(
    source: Source,
    findings: Report | Iterable[Finding],
    *,
    lang: Lang = "vi",
    date: datetime | None = None,
) -> bytes:
    """Return a copy of a .docx with each finding as a Word comment on its words (ISO 29500-1, 17.13.4).

    ``source`` is the draft that was checked, as a path, bytes or an open binary file; it is only read. ``findings``
    is the report on it or some of its findings. Everything else in the file stays as it is: other parts byte for
    byte, the main part but for the anchors and the runs they divide. A finding that has its comment from an earlier
    time gets no second one. ``date`` is that of the comments, else now in local time, as Word has it; equal calls
    with a date give equal bytes.

    Raises UnreadableError for a file that cannot be read, UnwritableError for one that is no .docx or is signed,
    UsageError for a report that does not speak of the file.
    """
    file = open_draft(source)
    fresh = _fresh(findings_of(findings, file), file)
    if not fresh:
        return file.data
    anchors = [anchor(finding.location, file) for finding in fresh]
    placed = [at for at in anchors if at is not None]
    if len(placed) < len(anchors):
        raise refuse("blank")
    first = next_id(file)
    edits = Edits(file.main, file.spans(_ends(placed)))
    for number, at in enumerate(placed, first):
        place(at, number, edits, file)
    entries = [
        Entry(number, comment_lines(finding, lang, exact=at.exact))
        for number, (finding, at) in enumerate(zip(fresh, placed, strict=True), first)
    ]
    return file.written(edits.result(), comment_parts(file, entries, moment(date)))


def findings_of(given: Report | Iterable[Finding], file: DraftFile) -> Sequence[Finding]:
    """Return the findings that are meant: those of the report on the file, or the given ones."""
    if not isinstance(given, Report):
        return tuple(given)
    sha256 = hashlib.sha256(file.data).hexdigest()
    for document in given.documents:
        if isinstance(document, Checked) and document.draft.document.sha256 == sha256:
            return document.findings
    raise UsageError(
        "Kết quả kiểm tra không phải của tệp này (tệp có thể đã được sửa sau khi kiểm tra); hãy kiểm tra lại.",
        "The report is not on this file (it may have changed since the check); check it again.",
    )


def _fresh(findings: Iterable[Finding], file: DraftFile) -> list[Finding]:
    """Return the findings that have no comment in the file yet."""
    known = {
        (match["rule"], match["fingerprint"])
        for comment in file.comments
        for match in MARK.finditer(comment.text)
    }
    return [f for f in findings if (f.rule, f.fingerprint) not in known]


def _ends(anchors: Iterable[Anchor]) -> Iterator[_Element]:
    """Yield the elements at which the anchors begin and end."""
    for at in anchors:
        if at.mark is not None:
            yield at.mark
        else:
            yield at.trace.at(at.start)[0].element
            yield at.trace.at(at.end - 1)[0].element
