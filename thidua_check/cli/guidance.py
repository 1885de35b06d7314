"""``FILE[#ID]``: the file that holds the outline, and the outlines in it."""

from __future__ import annotations

import os

from thidua_check.errors import OutlineError, UnreadableError
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
