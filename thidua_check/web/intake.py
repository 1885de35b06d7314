"""From the form that a browser sends to a job."""

from __future__ import annotations

import hmac
import re
from datetime import date
from typing import Final

from attrs import frozen
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from thidua_check.draft import Stage
from thidua_check.findings import Lang, Words
from thidua_check.web import words
from thidua_check.web.job import Job, Upload
from thidua_check.web.limits import Limits

_MAX_FIELDS: Final = 8
_MAX_FIELD: Final = 1024
_MAX_NAME: Final = 150
_FOLDERS: Final = re.compile(r".*[/\\]", re.DOTALL)
_STAGES: Final[dict[str, Stage]] = {"draft": "draft", "issued": "issued", "": "draft"}


@frozen
class Refused:
    """A request that is not taken: the status of HTTP and the sentence."""

    status: int
    words: Words


async def job_of(request: Request, key: str, lang: Lang, limits: Limits) -> Job | Refused:
    """Return the job that a form asks for. Its files are held in memory only."""
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        return Refused(415, words.BAD_FORM)
    parser = MultiPartParser(
        request.headers,
        request.stream(),
        max_files=limits.drafts + 2,
        max_fields=_MAX_FIELDS,
        max_part_size=_MAX_FIELD,
    )
    parser.spool_max_size = limits.request + 1
    try:
        form = await parser.parse()
    except MultiPartException as error:
        many = "Too many files" in error.message
        return Refused(400, words.filled(words.TOO_MANY, n=limits.drafts) if many else words.BAD_FORM)
    except ClientDisconnect:
        return Refused(400, words.BAD_FORM)
    try:
        if not hmac.compare_digest(_field(form, "key").encode(), key.encode()):
            return Refused(403, words.FOREIGN)
        return await _job(form, lang, limits)
    finally:
        await form.close()


async def _job(form: FormData, lang: Lang, limits: Limits) -> Job | Refused:
    drafts = await _uploads(form, "drafts")
    guidance = await _uploads(form, "guidance")
    stage = _STAGES.get(_field(form, "stage"))
    if not drafts:
        return Refused(400, words.NO_DRAFT)
    if len(drafts) > limits.drafts or len(guidance) > 1:
        return Refused(400, words.filled(words.TOO_MANY, n=limits.drafts))
    if stage is None:
        return Refused(400, words.BAD_FORM)
    try:
        as_of = date.fromisoformat(day) if (day := _field(form, "as_of").strip()) else None
    except ValueError:
        return Refused(400, words.BAD_DATE)
    return Job(drafts, guidance[0] if guidance else None, stage, as_of, lang)


def _field(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


async def _uploads(form: FormData, name: str) -> tuple[Upload, ...]:
    """Return the files of a field; a browser sends one without a name where none was chosen."""
    files = [value for value in form.getlist(name) if isinstance(value, UploadFile) and value.filename]
    return tuple([Upload(bare_name(file.filename or ""), await file.read()) for file in files])


def bare_name(name: str) -> str:
    r"""Return a file's name without folders, of a length that can be shown, its ending kept.

    >>> bare_name("C:\\Bao cao\\a.docx")
    'a.docx'
    """
    bare = _FOLDERS.sub("", name) or "-"
    half = _MAX_NAME // 2
    return bare if len(bare) <= _MAX_NAME else f"{bare[:half]}…{bare[-half:]}"
