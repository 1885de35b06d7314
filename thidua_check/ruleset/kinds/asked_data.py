"""Figures and names that the outline asks a section to give, and that are not in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from thidua_check.anatomy.model import Section
from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.letters import CAPITAL
from thidua_check.extract.quantities import Quantity
from thidua_check.findings import Confidence, Level, Words
from thidua_check.outline.case import ANSWERED, quoted
from thidua_check.outline.model import ItemMatch, OutlineMap, Requirement, Verdict
from thidua_check.ruleset.kinds.anchors import subtree
from thidua_check.ruleset.kinds.own_words import beginning
from thidua_check.ruleset.kinds.reports import NO_REPORT, is_report
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold, fold_same_length

_MARKED = 10
# A section of no more words that says there is nothing: "Không.", "Chưa có mô hình tiêu biểu."
_NIL_WORDS = 16
_NIL = re.compile(r"(?<!\w)(?:không|chưa)(?!\w)")
_ELSEWHERE = re.compile(
    r"phụ lục|phụ biểu|biểu (?:số|mẫu|kèm|tổng hợp)|danh sách kèm|(?:đính|gửi) kèm|kèm theo"
)
# What else may be called by a noun that an outline asks to be counted.
_SAME = {
    "tập thể": (
        "đơn vị",
        "thôn",
        "xã",
        "trường",
        "khối",
        "cơ quan",
        "phòng",
        "chi bộ",
        "tổ chức",
        "doanh nghiệp",
    ),
    "cá nhân": (
        "đồng chí",
        "đ/c",
        "em",
        "giáo viên",
        "học sinh",
        "người",
        "công chức",
        "viên chức",
        "cán bộ",
        "chiến sĩ",
        "gương",
        "nông dân",
    ),
    "hộ gia đình": ("hộ", "gia đình", "nông hộ"),
}
_AWARDS = (
    "bằng khen",
    "giấy khen",
    "cờ",
    "huân chương",
    "danh hiệu",
    "kỷ niệm chương",
    "chiến sĩ thi đua",
    "lượt",
)
# A name in quotes after what it names: "mô hình “Hũ gạo tiết kiệm”", "phong trào thi đua: “Dân vận khéo”".
_QUOTED = re.compile(
    r"(?:mô hình|điển hình|gương|phong trào|công trình|cách làm|câu lạc bộ|sáng kiến|giải pháp|đề tài|phần việc|tổ|đội|nhóm|như)"
    r"(?:\s[^\W\d_]+){0,6}\s?[:,]?\s?[\"']"
)
# A person or household by name: "ông Nguyễn Văn A", "hộ anh Trần B", "đồng chí Lê Thị C".
_PERSON = re.compile(
    rf"(?<!\w)(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Ee]m|[Cc]ô|[Tt]hầy|[Đđ]ồng chí|đ/c|[Bb]ác sĩ|[Hh]ộ)\s{CAPITAL}[^\W\d_]*"
)
# A collective or place by name that is held up: "tiêu biểu như xã Ba Động", "điển hình là Trường Tiểu học Ba Lễ".
_HELD_UP = re.compile(
    r"(?:tiêu biểu|điển hình|nổi bật|gương|mô hình|cách làm)(?:\s[^\W\d_]+){0,3}?\s(?:là|như|gồm|có|tại|ở|của)\W"
    rf"[^.;]{{0,60}}?{CAPITAL}[^\W\d_]+\s{CAPITAL}"
)
# A model by what it does: "Mô hình Hiến đất làm đường", "mô hình nuôi vịt thương phẩm"; not "các mô hình hay".
_MODEL = re.compile(r"(?P<many>[0-9]+|các|những|nhiều|số)?\s?mô hình\s(?P<word>[^\W\d_]+)")
_NO_MODEL = re.compile(
    r"(?:hay|mới|tiên|điển|tiêu|hiệu|cách|khác|này|đó|trong|của|trên|được|tại|và|có|ứng|sản|phát|đã|từ|với|cho|liên"
    r"|sáng|làm|tốt|để|ở|do|về|thi|nào|hoạt|xuất)"
)
# Things that the item above a missing point is looked through for.
_HELD = ("mô hình", "điển hình", "gương")


@frozen
class Params:
    """No parameters."""


@frozen
class _Scope:
    """The text in which an item's data should stand: its sections, their passages and the quantities in these."""

    section: Section
    passages: tuple[Passage, ...]
    quantities: tuple[Quantity, ...]


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report sections without a single one of the figures, or without a single name, that the outline asks for."""
    if not is_report(draft):
        return NO_REPORT
    asked = [found for found in draft.outlines if found.how != "derived"]
    if not asked:
        return NotApplicable(Words("không có đề cương để đối chiếu", "there is no outline"))
    return [hit for found in asked for hit in _lacking(draft, found)]


def _lacking(draft: Draft, found: OutlineMap) -> Iterator[Hit]:
    verdicts = {match.item.id: match for match in found.matches}
    for match in found.matches:
        counts = [r for r in match.item.requires if r.kind == "count" and r.low is None]
        names = [r for r in match.item.requires if r.kind == "name"]
        if counts and match.verdict in ANSWERED:
            yield from _counts(draft, found, match, counts)
        if names and match.item.is_heading and match.verdict is not Verdict.NOT_APPLICABLE:
            nouns = tuple(noun for requirement in names for noun in requirement.nouns)
            own = match if match.verdict in ANSWERED else verdicts.get(match.item.parent or "")
            if own is not None and own.verdict in ANSWERED and (own is match or nouns[0] in _HELD):
                yield from _names(draft, found, own.sections, nouns, _instruction(match))


def _counts(draft: Draft, found: OutlineMap, match: ItemMatch, asked: Sequence[Requirement]) -> Iterator[Hit]:
    scope = _scope(draft, match.sections)
    nouns = [noun for requirement in asked for noun in requirement.nouns]
    lacking = [noun for noun in nouns if not _counted(scope, noun)]
    awarded = any(fold(q.noun).startswith(_AWARDS) for q in scope.quantities)
    if not lacking or awarded or _is_elsewhere(scope) or _says_nothing(scope):
        return
    values = {"section": quoted(scope.section), "asked": ", ".join(lacking), "note": _instruction(match)}
    mark = beginning(scope.passages[0], _MARKED)
    if len(lacking) == len(nouns):
        sure = found.how == "given" and not any(q.noun for q in scope.quantities)
        level, confidence = (None, None) if sure else (Level.WARNING, Confidence.MEDIUM)
        yield Hit(mark, values, level=level, confidence=confidence)
    elif found.how == "given":
        yield Hit(mark, values, variant="some")


def _instruction(match: ItemMatch) -> str:
    """Return the bracketed words that ask for the data."""
    return match.item.notes[0] if match.item.notes else match.item.requires[0].text


def _names(
    draft: Draft, found: OutlineMap, sections: Sequence[Section], nouns: tuple[str, ...], note: str
) -> Iterator[Hit]:
    scope = _scope(draft, sections)
    if _says_nothing(scope) or _is_named(scope) or _is_elsewhere(scope):
        return
    counted = [q for q in scope.quantities if fold(q.noun).startswith(nouns)]
    mark = counted[0].extent if counted and counted[0].extent else beginning(scope.passages[0], _MARKED)
    values = {"section": quoted(scope.section), "asked": ", ".join(nouns), "note": note}
    confidence = None if found.how == "given" else Confidence.LOW
    yield Hit(mark, values, variant="names", confidence=confidence)


def _scope(draft: Draft, sections: Sequence[Section]) -> _Scope:
    """Return the text of sections with all under them; raise no error for an empty one."""
    under = {s.index: s for section in sections for s in subtree(draft.anatomy.sections, section)}
    passages = tuple(p for n in sorted(under) for p in under[n].content if p.text.strip())
    spans = {(p.paragraph.part, p.paragraph.block): p for p in passages}
    inside = tuple(
        q
        for q in draft.facts.quantities
        if (home := spans.get((q.passage.paragraph.part, q.passage.paragraph.block)))
        and q.passage.within(home)
    )
    return _Scope(sections[0], passages, inside)


def _counted(scope: _Scope, noun: str) -> bool:
    words = (noun, *_SAME.get(noun, ()))
    if noun == "phong trào" and _is_named(scope):
        return True
    return any(fold(q.noun).startswith(words) or noun in fold(q.noun) for q in scope.quantities)


def _is_named(scope: _Scope) -> bool:
    """Tell whether anything in the text may be the name of a model, a person or a collective."""
    for passage in scope.passages:
        text = passage.text
        folded = fold_same_length(text)
        if _QUOTED.search(folded) or _PERSON.search(text) or _HELD_UP.search(text):
            return True
        if any(not m["many"] and not _NO_MODEL.fullmatch(m["word"]) for m in _MODEL.finditer(folded)):
            return True
    return False


def _is_elsewhere(scope: _Scope) -> bool:
    """Tell whether the data stand in a table of the section, or in an annex it points to."""
    return any(p.paragraph.cell is not None for p in scope.passages) or bool(_ELSEWHERE.search(_text(scope)))


def _says_nothing(scope: _Scope) -> bool:
    """Tell whether the section is empty (another rule's matter) or says that there is nothing to give."""
    text = _text(scope)
    return not text or (len(text.split()) <= _NIL_WORDS and bool(_NIL.search(text)))


def _text(scope: _Scope) -> str:
    return fold(" ".join(p.text for p in scope.passages))


_PROVIDED = frozenset({"section", "asked", "note"})
KIND = Kind("asked_data", check, Params, {"default": _PROVIDED, "some": _PROVIDED, "names": _PROVIDED})
