"""The colour of letters: black (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I, khoản 4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.looks import NO_LAYOUT
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold

_WHITE = "FFFFFF"
# The marks that are stamped in red: "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC", "MẬT", "TỐI MẬT", "TUYỆT MẬT".
_MARK = re.compile(r"\W*(?:(?:thượng )?khẩn|hoả tốc|(?:tối |tuyệt )?mật)\W*")


@frozen
class Params:
    """The brightest that a part of a colour (0 to 255) may be and still be seen as black."""

    brightest: int = 80


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report letters in colour, all places as one; links apart, for Word colours them by itself.

    The red marks of urgency and secrecy are left alone (Phụ lục I, Phần I, Mục III, khoản 2).
    """
    document = draft.document
    if not document.has_layout:
        return NO_LAYOUT
    found = [
        (passage, "link" if _is_link(passage) else "default")
        for paragraph in document.everything
        for passage in _coloured(paragraph, params.brightest)
    ]
    return [Hit(passage, variant=variant, fold=variant) for passage, variant in found]


def _coloured(paragraph: Paragraph, brightest: int) -> Iterator[Passage]:
    last: Passage | None = None
    for run in paragraph.runs:
        if (
            run.color is None
            or run.color == "000000"
            or run.color == _WHITE
            or _is_dark(run.color, brightest)
            or (_MARK.fullmatch(fold(paragraph.text)) and _is_red(run.color))
        ):
            continue
        seen = [i for i in range(run.start, run.end) if paragraph.text[i].isalnum()]
        if not seen:
            continue
        start = seen[0]
        if last is not None and not any(c.isalnum() for c in paragraph.text[last.end : start]):
            start = last.start
        elif last is not None:
            yield last
        last = Passage(paragraph, start, seen[-1] + 1)
    if last is not None:
        yield last


def _is_red(color: str) -> bool:
    try:
        red, green, blue = bytes.fromhex(color)
    except ValueError:
        return False
    return red > 2 * max(green, blue)


def _is_dark(color: str, brightest: int) -> bool:
    try:
        return len(color) != 6 or max(bytes.fromhex(color)) <= brightest
    except ValueError:
        return True


def _is_link(passage: Passage) -> bool:
    text = passage.text.lower()
    return "://" in text or "www." in text or "@" in text


NONE: frozenset[str] = frozenset()
KIND = Kind("text_color", check, Params, {"default": NONE, "link": NONE})
