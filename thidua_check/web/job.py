"""One request for a check, and what came of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import frozen

from thidua_check.draft import Stage
from thidua_check.errors import ThiduaCheckError
from thidua_check.findings import Lang, Words
from thidua_check.web.frames import pack, unpack


@frozen
class Upload:
    """A file as it came: the name it had, for display only, and its bytes."""

    name: str
    data: bytes


@frozen
class Job:
    """Drafts to check, the guidance letter they are held against if one was given, and the choices."""

    drafts: tuple[Upload, ...]
    guidance: Upload | None = None
    stage: Stage = "draft"
    as_of: date | None = None
    lang: Lang = "vi"

    def packed(self) -> bytes:
        """Return the job as bytes."""
        files = (*self.drafts, *([self.guidance] if self.guidance else []))
        head = {
            "names": [file.name for file in files],
            "guidance": self.guidance is not None,
            "stage": self.stage,
            "as_of": self.as_of and self.as_of.isoformat(),
            "lang": self.lang,
        }
        return pack(head, [file.data for file in files])


def unpack_job(data: bytes) -> Job:
    """Return the job of ``Job.packed``."""
    head, files = unpack(data)
    uploads = tuple(map(Upload, head["names"], files))
    drafts, guidance = (uploads[:-1], uploads[-1]) if head["guidance"] else (uploads, None)
    as_of = date.fromisoformat(head["as_of"]) if head["as_of"] else None
    return Job(drafts, guidance, head["stage"], as_of, head["lang"])


@frozen
class Result:
    """The report as a page, and the commented copies by the number of their draft, counted from 1."""

    page: bytes
    copies: dict[int, Upload]

    @property
    def size(self) -> int:
        """The bytes it takes."""
        return len(self.page) + sum(len(copy.data) for copy in self.copies.values())

    def packed(self) -> bytes:
        """Return the result as bytes."""
        numbers, copies = list(self.copies), list(self.copies.values())
        head = {"numbers": numbers, "names": [copy.name for copy in copies]}
        return pack(head, [self.page, *(copy.data for copy in copies)])


def packed_refusal(error: ThiduaCheckError) -> bytes:
    """Return as bytes why there is no result."""
    return pack({"refused": [error.vi, error.en]}, [])


def unpack_answer(data: bytes) -> Result | Words:
    """Return the result, or the sentence of the refusal."""
    head: dict[str, Any]
    head, files = unpack(data)
    if "refused" in head:
        return Words(*head["refused"])
    page, *copies = files
    return Result(page, dict(zip(head["numbers"], map(Upload, head["names"], copies), strict=True)))
