"""The closing sentence against the title: what kind of report, what type of document, and of which year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold, fold_same_length

# "Trên đây là Báo cáo Tổng kết các Phong trào thi đua của Sở ...": the type, and what it calls itself.
_CLOSING = re.compile(
    r"trên đây là\s(?:nội dung\s|toàn bộ\s|dự thảo\s)?"
    r"(?P<self>(?P<type>báo cáo|kế hoạch|tờ trình|hướng dẫn|chương trình|đề án|phương án)(?!\w)(?P<rest>(?:\s[^\W\d_]+){0,8}))"
)
_KIND = re.compile(r"(?<!\w)(?:sơ kết|tổng kết)(?!\w)")
# Where the words that name the report end: at its author, its movement in quotes or its time.
_REST_END = re.compile(r"\s(?:của|do|năm|trong|giai|trên|tại|về|từ|kính|đề|xin)(?!\w)")


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report a closing sentence that calls a summing-up what the title does not, or names another type or year."""
    anatomy = draft.anatomy
    closing = anatomy.closing or anatomy.ending
    if anatomy.type is None or anatomy.subject is None or closing is None:
        return NotApplicable(Words("không đủ tên văn bản và câu kết", "title or closing sentence not found"))
    match = _CLOSING.search(fold_same_length(closing.text))
    if match is None:
        return ()
    own, title = fold(anatomy.type.text), fold(anatomy.subject.text)
    if not own.endswith(match["type"]):
        return [_hit(closing, match.span("type"), anatomy.type.text, "type")]
    other = _other_year(draft, closing)
    if other is not None:
        return [Hit(other, {"title": anatomy.subject.text}, variant="year")]
    said, meant = _KIND.search(match["rest"]), _KIND.search(f"{own} {title}")
    if said is None or (meant is not None and meant.group() == said.group()):
        return ()
    end = _REST_END.search(match["rest"])
    stop = match.start("rest") + (end.start() if end else len(match["rest"]))
    return [_hit(closing, (match.start("self"), stop), anatomy.subject.text, "default")]


def _other_year(draft: Draft, closing: Passage) -> Passage | None:
    """Return the first year that the closing sentence names, where it shares none with the title."""
    assert draft.anatomy.subject is not None
    title = [span for passage in draft.anatomy.subject.passages for _, span in _years(draft, passage)]
    said = list(_years(draft, closing))
    if not title or not said:
        return None
    shared = any(a <= last and first <= b for _, (a, b) in said for first, last in title)
    return None if shared else said[0][0]


def _years(draft: Draft, passage: Passage) -> Iterator[tuple[Passage, tuple[int, int]]]:
    """Yield the years and periods of a passage with their first and last year."""
    for period in draft.facts.periods:
        if period.passage.within(passage) and period.first <= period.last:
            yield period.passage, (period.first, period.last)
    for mention in draft.facts.dates:
        if mention.form == "year" and mention.year and mention.passage.within(passage):
            yield mention.passage, (mention.year, mention.year)


def _hit(closing: Passage, span: tuple[int, int], title: str, variant: str) -> Hit:
    passage = Passage(closing.paragraph, closing.start + span[0], closing.start + span[1])
    return Hit(passage, {"title": title}, variant=variant)


_PROVIDED = frozenset({"title"})
KIND = Kind("closing_kind", check, Params, {"default": _PROVIDED, "type": _PROVIDED, "year": _PROVIDED})
