"""The part that runs as a process of its own: from the bytes of a job to those of its result.

A file that makes the checker slow or fills the memory takes nothing else along; the server ends this process.
"""

from __future__ import annotations

import signal
import sys
from types import FrameType
from typing import Final

from thidua_check.checking import Options, check_all
from thidua_check.errors import OutlineError, ThiduaCheckError, UnreadableError
from thidua_check.outline.model import Outline
from thidua_check.render.html.page import render_html
from thidua_check.render.safe import one_line
from thidua_check.render.view import View
from thidua_check.report import Checked, Report
from thidua_check.web.job import Job, Result, Upload, packed_refusal, unpack_job
from thidua_check.web.top import Copy, top_html

MAX_MEMORY: Final = 4 * 1024**3


def main() -> int:
    """Read a job from standard input; write the result, or why there is none."""
    _bound()
    signal.signal(signal.SIGTERM, _leave)
    job = unpack_job(sys.stdin.buffer.read())
    try:
        answer = done(job).packed()
    except ThiduaCheckError as error:
        answer = packed_refusal(error)
    sys.stdout.buffer.write(answer)
    return 0


def done(job: Job) -> Result:
    """Check the drafts of a job.

    Raises OutlineError where no outline is in the guidance letter; a draft that cannot be read is in the result.
    """
    options = Options(outlines=_outlines(job.guidance), stage=job.stage, as_of=job.as_of, lang=job.lang)
    names = [draft.name for draft in job.drafts]
    report = check_all([draft.data for draft in job.drafts], options=options, names=names)
    copies = [_copy(draft, n, report, job) for n, draft in enumerate(job.drafts, 1)]
    page = render_html(report, View(lang=job.lang), top=top_html([c for c in copies if c is not None]))
    made = {copy.number: copy.file for copy in copies if copy and copy.file}
    return Result(page.encode("utf-8", "backslashreplace"), made)


def _outlines(guidance: Upload | None) -> tuple[Outline, ...]:
    if guidance is None:
        return ()
    from thidua_check.outline.compile import compile_outline
    from thidua_check.read import read

    try:
        return compile_outline(read(guidance.data, name=guidance.name))
    except UnreadableError as error:
        name = one_line(guidance.name)
        raise OutlineError(f"{name}: {error.vi}", f"{name}: {error.en}") from error


def _copy(draft: Upload, number: int, report: Report, job: Job) -> Copy | None:
    """Return the commented copy of a Word draft, or why there is none; None where there is nothing to comment."""
    document = report.documents[number - 1]
    if not isinstance(document, Checked) or document.draft.document.format != "docx" or not document.findings:
        return None
    from thidua_check.render.word import annotate

    try:
        data = annotate(draft.data, document.findings, lang=job.lang)
    except ThiduaCheckError as error:
        return Copy(number, draft.name, None, error)
    stem = draft.name[:-5] if draft.name.lower().endswith(".docx") else draft.name
    return Copy(number, draft.name, Upload(f"{stem}.nhan-xet.docx", data), None)


def _leave(number: int, frame: FrameType | None) -> None:
    """End in order: programs that were started are ended, their files removed."""
    sys.exit(1)


def _bound() -> None:
    """Bound the memory of this process, where the system knows how; the programs it starts have their own bound."""
    try:
        import resource
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    bound = MAX_MEMORY if most == resource.RLIM_INFINITY else min(MAX_MEMORY, most)
    resource.setrlimit(resource.RLIMIT_AS, (bound, most))
