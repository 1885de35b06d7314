"""The text in which what an outline asks for should stand: what it counts, whom it names, how many entries it has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from thidua_check.anatomy.model import Section
from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.letters import CAPITAL
from thidua_check.extract.quantities import Quantity
from thidua_check.outline.met import is_met
from thidua_check.outline.model import Requirement
from thidua_check.ruleset.kinds.anchors import subtree
from thidua_check.text import fold, fold_same_length

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
# What a list of names counts as well as a figure.
_COUNTED_BY_NAME = ("phong trào", "mô hình", "điển hình", "gương", "công trình", "sáng kiến")
_NEAR = 60
# Where a figure is each one's share, not the section's: "mỗi chi hội có 01 mô hình".
_EACH = re.compile(r"\b(?:mỗi|từng)\s[^.;,]{0,40}$")


@frozen
class Scope:
    """The text in which an item's data should stand: its sections, their passages and the quantities in these."""

    section: Section
    passages: tuple[Passage, ...]
    quantities: tuple[Quantity, ...]


def scope_of(draft: Draft, sections: Sequence[Section]) -> Scope:
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
    return Scope(sections[0], passages, inside)


def counted(scope: Scope, noun: str) -> bool:
    """Tell whether a figure counts one of the known nouns, or what stands for it, or names do."""
    words = (noun, *_SAME.get(noun, ()))
    if noun in _COUNTED_BY_NAME and is_named(scope):
        return True
    if noun == "cá nhân" and _FULL_PERSON.search(words_of(scope)):
        return True
    if is_met(Requirement("count", (noun,)), words_of(scope)):
        return True
    return any(fold(q.noun).startswith(words) or noun in fold(q.noun) for q in scope.quantities)


def is_named(scope: Scope) -> bool:
    """Tell whether anything in the text may be the name of a model, a person or a collective."""
    for passage in scope.passages:
        text = passage.text
        folded = fold_same_length(text)
        if _QUOTED.search(folded) or _PERSON.search(text) or _HELD_UP.search(text):
            return True
        if any(not m["many"] and not _NO_MODEL.fullmatch(m["word"]) for m in _MODEL.finditer(folded)):
            return True
    return False


def is_elsewhere(scope: Scope) -> bool:
    """Tell whether the data stand in a table of the section, or in an annex it points to."""
    return any(p.paragraph.cell is not None for p in scope.passages) or bool(_ELSEWHERE.search(_text(scope)))


def says_nothing(scope: Scope) -> bool:
    """Tell whether the section is empty (another rule's matter) or says that there is nothing to give."""
    text = _text(scope)
    return not text or (len(text.split()) <= _NIL_WORDS and bool(_NIL.search(text)))


def words_of(scope: Scope) -> str:
    """Return the text of a scope in one piece."""
    return " ".join(p.text for p in scope.passages)


def _text(scope: Scope) -> str:
    return fold(words_of(scope))


def is_of(quantity: Quantity, nouns: tuple[str, ...]) -> bool:
    """Whether a figure counts one of the nouns for the section as a whole."""
    words = tuple(word for noun in nouns for word in (noun, *_SAME.get(noun, ())))
    before = fold_same_length(
        quantity.passage.paragraph.text[max(0, quantity.start - _NEAR) : quantity.start]
    )
    return fold(quantity.noun).startswith(words) and not _EACH.search(before)


def entries(scope: Scope) -> int:
    """Return how many numbered or bulleted entries a section has, "Một là" and "Thứ hai" among them."""
    if scope.section.children:
        return len(scope.section.children)
    text = words_of(scope)
    lines = sum(bool(_ENTRY.match(p.text) or p.paragraph.label) for p in scope.passages)
    return max(lines, len(_SPOKEN.findall(text)))


def named(scope: Scope) -> int:
    """Return how many different names a section gives, of models in quotes or of persons, whichever are more."""
    text = words_of(scope)
    quoted_names = {m[1] for m in _IN_QUOTES.finditer(text)}
    persons = {m[0].split(maxsplit=1)[1] for m in _FULL_PERSON.finditer(text)}
    return max(len(quoted_names), len(persons))
