"""The draft's own symbol against its type (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3; Phụ lục III, Mục I)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from thidua_check.anatomy.model import Anatomy
from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.document_types import load_document_types
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold

_CODE = re.compile(r"[^\W\d_]+\d*")


@frozen
class Params:
    """``letter_codes`` are the codes that no office's own abbreviation begins with, so that a letter cannot have them."""

    letter_codes: tuple[str, ...]


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report a code that stands for another type than the title's, a letter with a type's code, a type with ``V/v``."""
    about = list(_about(draft.anatomy))
    found = _code(draft.anatomy, params)
    return found if isinstance(found, NotApplicable) and not about else [*about, *_hits(found)]


def _hits(found: list[Hit] | NotApplicable) -> list[Hit]:
    return [] if isinstance(found, NotApplicable) else found


def _about(anatomy: Anatomy) -> Iterator[Hit]:
    """Yield the ``V/v`` of a letter at the head of the subject of a document that has a type."""
    subject = anatomy.subject
    if anatomy.type is None or subject is None:
        return
    first = subject.passages[0]
    match = _ABOUT.match(first.text)
    if match is not None:
        passage = Passage(
            first.paragraph, first.start + match.start("words"), first.start + match.end("words")
        )
        values = {"code": "", "type": anatomy.type.text, "right": ""}
        yield Hit(passage, values, variant="about")


# "V/v tổng kết phong trào", "**V/v báo cáo".
_ABOUT = re.compile(r"\W*(?P<words>[Vv]\s?/\s?v)(?!\w)")


def _code(anatomy: Anatomy, params: Params) -> list[Hit] | NotApplicable:
    if anatomy.number_line is None or anatomy.symbol is None:
        return NotApplicable(Words("không có ký hiệu để so", "there is no symbol to compare"))
    code = re.split(r"[-–/]", anatomy.symbol)[0].strip()
    if anatomy.type is None:
        return _letter(anatomy, anatomy.number_line, code, params)
    types = load_document_types()
    name = types.name(anatomy.type.text)
    if name is None or not types.codes[name]:
        return NotApplicable(Words("loại văn bản này không có mã riêng", "this type has no code of its own"))
    if not _CODE.fullmatch(code) or types.fits(name, code):
        return []
    if not types.known(code) and types.begins(code):
        return []
    right = sorted(types.codes[name], key=len)[0].upper()
    values = {"code": code, "type": anatomy.type.text, "right": right}
    variant = "default" if types.known(code) else "no_code"
    return [Hit(_place(anatomy.number_line, code), values, variant=variant)]


def _letter(anatomy: Anatomy, line: Passage, code: str, params: Params) -> list[Hit]:
    """A công văn's symbol begins with its office: a type's code there is a slip."""
    about = anatomy.subject is not None and fold(anatomy.subject.text).startswith(("v/v", "về việc"))
    if not about or code not in params.letter_codes:
        return []
    return [Hit(_place(line, code), {"code": code, "type": "", "right": ""}, variant="letter")]


def _place(line: Passage, code: str) -> Passage:
    """Return the code's own characters: the first ones behind the number's slash."""
    slash = re.search(rf"[/–-]\s*(?={re.escape(code)})", line.text)
    start = line.start + (slash.end() if slash else 0)
    return Passage(line.paragraph, start, start + len(code)) if slash else line


PROVIDES = frozenset({"code", "type", "right"})
KIND = Kind(
    "own_type_code", check, Params, dict.fromkeys(("default", "no_code", "letter", "about"), PROVIDES)
)
