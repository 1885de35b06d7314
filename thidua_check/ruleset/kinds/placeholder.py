"""Places left to be filled in, and instructions of the outline left standing in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.forms import IS_FORM, is_form
from thidua_check.ruleset.kinds.prose import (
    addresses,
    blank_citation_spans,
    covered,
    prose,
    quotations,
    with_word_before,
)
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

# "đạt ........ triệu", "đạt ……%", "[...]", "(...)", "xxx", "XXXX", "TODO", "???", "ngày ... tháng", "số .../KH-UBND".
_BLANK = re.compile(
    r"""(?<![.…\w,;”)])(?:\.{4,}|…{2,}|\.{3}…|…\.{2,})(?![.…])
      | (?<![.…])(?:\.{8,}|…{4,})(?![.…])
      | \[\s?(?:\.{2,}|…)\s?\]
      | (?<![\w”])\(\s?(?:\.{3,}|…)\s?\)
      | (?<!\w)(?:x{3,}|X{4,}|TODO|FIXME|\?{3,})(?!\w)
      | (?<=\s)(?:\.{3}|…)\s?(?=%|/\d|/[A-ZĐ]{2})
      | (?<=\bngày\s)(?:\.{3}|…)(?=\s?(?:tháng|/))
      | (?<=\btháng\s)(?:\.{3}|…)(?=\s?(?:năm|/))
      | (?<=\bsố\s)(?:\.{3}|…)(?=\s?/)""",
    re.VERBOSE,
)
# "(ghi rõ họ tên)", "(nêu cụ thể số liệu)", "(điền số liệu)", "(kèm số liệu cụ thể)".
_INSTRUCTION = re.compile(
    r"""\(\s?(?:ghi\srõ(?!\shọ)|ghi\scụ\sthể|nêu\s(?:cụ\sthể|rõ|tóm\stắt|khái\squát|ngắn\sgọn|số\sliệu|tên|ví\sdụ)|điền|liệt\skê
      | trình\sbày\s(?:rõ|cụ\sthể|ngắn)|đề\snghị\s(?:nêu|ghi|báo\scáo)|đánh\sgiá\scụ\sthể|bổ\ssung\s(?:số\sliệu|thêm|sau)
      | cập\snhật\s(?:số\sliệu|sau)|số\sliệu\scụ\sthể|nếu\scó\sthì\s(?:ghi|nêu))[^()]{0,160}\)?""",
    re.VERBOSE | re.IGNORECASE,
)
# A dotted line, which no sentence has.
_DOTTED = re.compile(r"\.{5,}|…{3,}")
# At least two words: a row of dots or "…o0o…" alone is an ornament.
_WORDS = re.compile(r"[^\W\d_]{2,}[^\w\n]+[^\W\d_]{2,}")
_REFERENCE = re.compile(r"phụ lục|kèm theo|biểu", re.IGNORECASE)


@frozen
class Params:
    """More than ``form`` blanks make a document other than a report a form to be filled in."""

    form: int = 6
    report: str = "BÁO CÁO"


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report blanks and instructions in running text, as one finding for each sort."""
    if is_form(draft):
        return IS_FORM
    anatomy = draft.anatomy
    report = anatomy.type is not None and anatomy.type.text.upper() == params.report
    hits = list(_hits(draft))
    blanks = sum(hit.variant == "default" for hit in hits)
    if not report:
        hits = [hit for hit in hits if _DOTTED.search(hit.passage.text)]
        return [] if blanks > params.form else hits
    return hits


def _hits(draft: Draft) -> Iterator[Hit]:
    main = {(p.part, p.block) for p in draft.anatomy.main}
    cited = blank_citation_spans(draft)
    for paragraph in prose(draft):
        text = paragraph.text
        if (paragraph.part, paragraph.block) not in main or paragraph.cell is not None:
            continue
        skipped = [*quotations(text), *addresses(text), *cited.get((paragraph.part, paragraph.block), ())]
        for match in _BLANK.finditer(text) if any(mark in text for mark in _MARKS) else ():
            start, end = match.span()
            if not covered(skipped, start, end) and _WORDS.search(text):
                dotted = text[start] in ".…"
                passage = (
                    with_word_before(paragraph, start, end) if dotted else Passage(paragraph, start, end)
                )
                yield Hit(passage, fold="blank")
        for match in _INSTRUCTION.finditer(text) if "(" in text else ():
            if not covered(skipped, *match.span()) and not _REFERENCE.search(match.group()):
                yield Hit(Passage(paragraph, *match.span()), variant="instruction", fold="instruction")


_MARKS = ("...", "…", "[.", "xxx", "XXXX", "TODO", "FIXME", "???")
KIND = Kind("placeholder", check, Params, {"default": frozenset(), "instruction": frozenset()})
