"""What stands above the report on the local page: the commented copies, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from thidua_check.errors import ThiduaCheckError
from thidua_check.render.html.markup import in_both, inline
from thidua_check.web.job import Upload

_BACK = in_both(
    '<a class="again" href="/">Kiểm tra bản khác</a>',
    '<a class="again" href="/?lang=en">Check another draft</a>',
)
_COPIES = in_both("Tải bản Word có nhận xét:", "Word copies with comments:")
_NO_COPY = in_both("không làm được bản có nhận xét", "no commented copy")


@frozen
class Copy:
    """The commented copy of a draft (its number counted from 1), or why there is none."""

    number: int
    draft: str
    file: Upload | None
    error: ThiduaCheckError | None


def top_html(copies: Sequence[Copy]) -> str:
    """Return the markup; its links lead to neighbours of the page, ``1.docx`` for the copy of the first draft."""
    links = "".join(f"<li>{_item(copy)}</li>" for copy in copies)
    shown = f"<li>{_COPIES}</li>{links}" if links else ""
    return f'<div class="contents"><ul><li>{_BACK}</li>{shown}</ul></div>'


def _item(copy: Copy) -> str:
    if copy.file is not None:
        return f'<a class="copy" href="{copy.number}.docx" download><bdi>{inline(copy.file.name)}</bdi></a>'
    error = copy.error
    why = in_both(inline(error.vi), inline(error.en)) if error else ""
    return f"<bdi>{inline(copy.draft)}</bdi>: {_NO_COPY} ({why})"
