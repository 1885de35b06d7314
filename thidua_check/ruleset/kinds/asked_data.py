"""Figures, names, documents and enclosures that the outline asks a section to give, and that are not in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import frozen

from thidua_check.anatomy.model import Section
from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.letters import CAPITAL
from thidua_check.extract.quantities import Quantity
from thidua_check.findings import Confidence, Level, Words
from thidua_check.outline.case import ANSWERED, quoted
from thidua_check.outline.demands import COUNTED
from thidua_check.outline.met import has_figure, is_met
from thidua_check.outline.model import ItemMatch, OutlineMap, Requirement, Verdict
from thidua_check.ruleset.kinds.anchors import last_words, subtree
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
# A collective or place by name that is held up: "tiêu biểu như xã Ba Động", "Điển hình là Chi đoàn thôn Đông".
_HELD_UP = re.compile(
    r"(?i:tiêu biểu|điển hình|nổi bật|gương|mô hình|cách làm)(?:\s[^\W\d_]+){0,3}?(?:"
    rf"\s(?:là|như|gồm|có|tại|ở|của)\W[^.;]{{0,60}}?{CAPITAL}[^\W\d_]+\s{CAPITAL}|(?:\s(?:là|như|gồm)|:)\s*{CAPITAL})"
)
# A model by what it does: "Mô hình Hiến đất làm đường", "mô hình nuôi vịt thương phẩm"; not "các mô hình hay".
_MODEL = re.compile(r"(?P<many>[0-9]+|các|những|nhiều|số)?\s?mô hình\s(?P<word>[^\W\d_]+)")
_NO_MODEL = re.compile(
    r"(?:hay|mới|tiên|điển|tiêu|hiệu|cách|khác|này|đó|trong|của|trên|được|tại|và|có|ứng|sản|phát|đã|từ|với|cho|liên"
    r"|sáng|làm|tốt|để|ở|do|về|thi|nào|hoạt|xuất)"
)
# An entry of a list: "- Mô hình ...", "a) ...", "1. ..."; and those that running text counts off: "Một là", "Thứ hai".
_ENTRY = re.compile(r"\s*(?:[-–+•*]|\d{1,2}[.)]|[a-zđ][.)])\s")
_SPOKEN = re.compile(
    r"(?:Một|Hai|Ba|Bốn|Năm|Sáu|một|hai|ba|bốn|năm|sáu) là\b|[Tt]hứ (?:nhất|hai|ba|tư|năm|sáu)\b"
)
_IN_QUOTES = re.compile(r"[“\"«]([^“”\"«»]{3,120})[”\"»]")
# A person with the whole name: "Ông Nguyễn Văn Mẫu", "chị Tạ Thị Thử".
_FULL_PERSON = re.compile(
    rf"(?<!\w)(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Ee]m|[Cc]ô|[Tt]hầy|[Đđ]ồng chí|đ/c|[Bb]ác sĩ)(?:\s{CAPITAL}[^\W\d_]*){{2,5}}"
)
_ENCLOSED_WORDS = re.compile(r"kèm|phụ lục|phụ biểu|đính")
# What is told by a sign in the text alone, and what the message calls it.
_PLAIN = ("citation", "share", "money", "comparison", "figures")
_CALLED = {
    "citation": "số, ngày, tên văn bản",
    "share": "tỷ lệ",
    "money": "số tiền",
    "comparison": "so sánh",
    "figures": "số liệu",
}
# What a list of names counts as well as a figure.
_COUNTED_BY_NAME = ("phong trào", "mô hình", "điển hình", "gương", "công trình", "sáng kiến")
# Where a figure is each one's share, not the section's: "mỗi chi hội có 01 mô hình".
_EACH = re.compile(r"\b(?:mỗi|từng)\s[^.;,]{0,40}$")
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
        if match.verdict in ANSWERED:
            yield from _in_section(draft, found, match)
        names = [r for r in match.item.requires if r.kind == "name"]
        if names and match.item.is_heading and match.verdict is not Verdict.NOT_APPLICABLE:
            nouns = tuple(noun for requirement in names for noun in requirement.nouns)
            own = match if match.verdict in ANSWERED else verdicts.get(match.item.parent or "")
            if own is not None and own.verdict in ANSWERED and (own is match or nouns[0] in _HELD):
                yield from _names(draft, found, own.sections, nouns, _instruction(match))
    if found.how == "given":
        yield from _enclosures(draft, found)


def _in_section(draft: Draft, found: OutlineMap, match: ItemMatch) -> Iterator[Hit]:
    """Yield what a section lacks of the demands on it."""
    scope = _scope(draft, match.sections)
    if _is_elsewhere(scope) or _says_nothing(scope):
        return
    counts = [r for r in match.item.requires if r.kind == "count" and not r.bounded]
    if counts:
        yield from _counts(found, match, scope, counts)
    if found.how != "given":
        return
    lacking = [r for r in match.item.requires if r.kind in _PLAIN and not is_met(r, _words(scope))]
    if lacking:
        asked = ", ".join(dict.fromkeys(_asked(r) for r in lacking))
        yield _hit(scope, match, asked, variant="lacking")
    for requirement in match.item.requires:
        if requirement.bounded:
            yield from _examples(scope, match, requirement)


def _counts(
    found: OutlineMap, match: ItemMatch, scope: _Scope, asked: Sequence[Requirement]
) -> Iterator[Hit]:
    """Yield what lacks of the figures; of nouns that the checker does not know it only says that it saw none."""
    known = [n for r in asked for n in r.nouns if n in COUNTED]
    other = [r for r in asked if not set(r.nouns) & set(COUNTED)]
    lacking = [noun for noun in known if not _counted(scope, noun)]
    unseen = [r.nouns[0] for r in other if not is_met(r, _words(scope))]
    awarded = any(fold(q.noun).startswith(_AWARDS) for q in scope.quantities)
    if not (lacking or unseen) or (awarded and not unseen):
        return
    answered = len(lacking) < len(known) or len(unseen) < len(other)
    figures = any(q.noun for q in scope.quantities) or (unseen and has_figure(_words(scope)))
    if not answered and (known or not figures) and not awarded:
        sure = found.how == "given" and not figures and known
        level, confidence = (None, None) if sure else (Level.WARNING, Confidence.MEDIUM)
        yield _hit(scope, match, ", ".join([*lacking, *unseen]), level=level, confidence=confidence)
    elif found.how == "given":
        if lacking and not awarded:
            yield _hit(scope, match, ", ".join(lacking), variant="some")
        if unseen:
            yield _hit(scope, match, ", ".join(unseen), variant="unseen", outcome="review")


def _examples(scope: _Scope, match: ItemMatch, asked: Requirement) -> Iterator[Hit]:
    """Yield a section that gives fewer or more examples than asked for; sure only where it says so or has none."""
    said = [int(q.value) for q in scope.quantities if q.value is not None and _is_of(q, asked.nouns)]
    seen = max(_entries(scope), _named(scope))
    if any(_fits(asked, n) for n in (*said, sum(said), seen)):
        return
    most = max(sum(said), seen)
    few = asked.low is not None and most < asked.low
    nameable = bool(set(asked.nouns) & set(COUNTED))
    number = f"{most:02d} {asked.nouns[0]}"
    if few and said:
        yield _hit(scope, match, asked.text, variant="examples", said=number)
    elif few and not most and nameable and not _is_named(scope) and not has_figure(_words(scope)):
        none = Words(f"không {asked.nouns[0]} nào", f"no {asked.nouns[0]}")
        yield _hit(scope, match, asked.text, variant="examples", said=none)
    else:
        seen_words = Words(f"chương trình đếm được {number}", f"the checker counted {number}")
        unknown = Words("chương trình không đếm được có bao nhiêu", "the checker could not count them")
        said_words = seen_words if most else unknown
        yield _hit(scope, match, asked.text, variant="examples_unsure", outcome="review", said=said_words)


def _fits(asked: Requirement, number: int) -> bool:
    return number > 0 and (asked.low or 0) <= number <= (asked.high or number)


def _is_of(quantity: Quantity, nouns: tuple[str, ...]) -> bool:
    """Whether a figure counts one of the nouns for the section as a whole."""
    words = tuple(word for noun in nouns for word in (noun, *_SAME.get(noun, ())))
    before = fold_same_length(quantity.passage.paragraph.text[: quantity.start])
    return fold(quantity.noun).startswith(words) and not _EACH.search(before)


def _entries(scope: _Scope) -> int:
    """Return how many numbered or bulleted entries a section has, "Một là" and "Thứ hai" among them."""
    if scope.section.children:
        return len(scope.section.children)
    text = " ".join(p.text for p in scope.passages)
    lines = sum(bool(_ENTRY.match(p.text) or p.paragraph.label) for p in scope.passages)
    return max(lines, len(_SPOKEN.findall(text)))


def _named(scope: _Scope) -> int:
    """Return how many different names a section gives, of models in quotes or of persons, whichever are more."""
    text = " ".join(p.text for p in scope.passages)
    quoted_names = {m[1] for m in _IN_QUOTES.finditer(text)}
    persons = {m[0].split(maxsplit=1)[1] for m in _FULL_PERSON.finditer(text)}
    return max(len(quoted_names), len(persons))


def _enclosures(draft: Draft, found: OutlineMap) -> Iterator[Hit]:
    """Yield the enclosures that the outline asks for where no word of the report points to any."""
    answered = [m.item for m in found.matches if m.verdict in ANSWERED and m.item.is_heading]
    wanted = [*(r for item in answered for r in item.requires), *found.outline.requires]
    asked = [r for r in wanted if r.kind == "attachment"]
    text = fold(" ".join(p.text for p in draft.document.paragraphs))
    sections = draft.anatomy.sections
    if asked and sections and not _ENCLOSED_WORDS.search(text):
        values = {"asked": "; ".join(r.text for r in asked)}
        yield Hit(last_words(sections, sections[-1]), values, variant="enclosures", outcome="review")


def _asked(requirement: Requirement) -> str:
    """Return a demand as the message names it: what it is, and the outline's words."""
    name = _CALLED[requirement.kind]
    return f"{name} (“{requirement.text}”)" if name != requirement.text else name


def _hit(scope: _Scope, match: ItemMatch, asked: str, **more: Any) -> Hit:
    """Return a finding on the first words of a section; ``said`` is what stands there instead."""
    values = {"section": quoted(scope.section), "asked": asked, "note": _instruction(match)}
    if "said" in more:
        values["said"] = more.pop("said")
    return Hit(beginning(scope.passages[0], _MARKED), values, **more)


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
    """Return the text of sections with all under them, headings too; raise no error for an empty one."""
    under = {s.index: s for section in sections for s in subtree(draft.anatomy.sections, section)}
    own = {section.index for section in sections}
    passages = tuple(
        p
        for n in sorted(under)
        for p in (*(() if n in own else (under[n].heading.title_passage,)), *under[n].content)
        if p.text.strip()
    )
    spans: dict[tuple[str, int], list[Passage]] = {}
    for passage in passages:
        spans.setdefault((passage.paragraph.part, passage.paragraph.block), []).append(passage)
    inside = tuple(
        q
        for q in draft.facts.quantities
        if any(
            q.passage.within(home)
            for home in spans.get((q.passage.paragraph.part, q.passage.paragraph.block), ())
        )
    )
    return _Scope(sections[0], passages, inside)


def _counted(scope: _Scope, noun: str) -> bool:
    words = (noun, *_SAME.get(noun, ()))
    if noun in _COUNTED_BY_NAME and _is_named(scope):
        return True
    if noun == "cá nhân" and _FULL_PERSON.search(_words(scope)):
        return True
    if is_met(Requirement("count", (noun,)), _words(scope)):
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


def _words(scope: _Scope) -> str:
    return " ".join(p.text for p in scope.passages)


def _text(scope: _Scope) -> str:
    return fold(_words(scope))


_PROVIDED = frozenset({"section", "asked", "note"})
KIND = Kind(
    "asked_data",
    check,
    Params,
    {
        **dict.fromkeys(("default", "some", "unseen", "names", "lacking"), _PROVIDED),
        **dict.fromkeys(("examples", "examples_unsure"), _PROVIDED | {"said"}),
        "enclosures": frozenset({"asked"}),
    },
)
