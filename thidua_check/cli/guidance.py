"""The files that a draft is held against: ``FILE[#ID]`` with the outlines in it, and other drafts."""

from __future__ import annotations

import os
from collections.abc import Sequence

from thidua_check.document import Document
from thidua_check.errors import OutlineError, UnreadableError, UsageError
from thidua_check.outline.model import Outline


def guidance_file(spec: str) -> str:
    """Return the file of ``FILE[#ID]``; a file whose own name holds ``#`` comes first.

    >>> guidance_file("cong-van.docx#VNN")
    'cong-van.docx'
    """
    if os.path.exists(spec) or "#" not in spec:
        return spec
    return spec.rpartition("#")[0]


def read_outlines(spec: str) -> tuple[Outline, ...]:
    """Return the outlines of ``FILE[#ID]``.

    Raises OutlineError, naming the file, where it cannot be read or holds none.
    """
    from thidua_check.outline.source import load_outlines

    try:
        return load_outlines(spec)
    except UnreadableError as error:
        path = guidance_file(spec)
        raise OutlineError(f"{path}: {error.vi}", f"{path}: {error.en}") from error


def read_others(paths: Sequence[str]) -> tuple[Document, ...]:
    """Return the drafts of ``--against``.

    Raises UsageError, naming the file, where one cannot be read.
    """
    from thidua_check.read import read

    found: list[Document] = []
    for path in paths:
        try:
            found.append(read(path))
        except UnreadableError as error:
            raise UsageError(f"{path}: {error.vi}", f"{path}: {error.en}") from error
    return tuple(found)
