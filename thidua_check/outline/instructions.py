"""Bracketed instructions of an outline: taken out of titles, and turned into what a section must give.

``(nêu cụ thể số liệu tập thể, hộ gia đình, cá nhân ...)`` asks for a count of each of the three; ``từ 02 - 03 tập thể
hoặc cá nhân`` for that many; ``(số lượng, tên phong trào, mục đích, tiêu chí thi đua)`` for those four.
"""

from __future__ import annotations

import re

from attrs import frozen

from thidua_check.outline.model import Requirement
from thidua_check.outline.movements import bare
from thidua_check.text import fold

# Nouns that outlines ask to be counted or named, longer ones before those they begin with.
COUNTED = (
    "hộ gia đình",
    "tập thể",
    "cá nhân",
    "mô hình",
    "điển hình",
    "phong trào",
    "gương",
    "công trình",
    "sáng kiến",
    "văn bản",
    "hội nghị",
    "tin bài",
    "doanh nghiệp",
    "hộ nghèo",
    "hộ",
)
_OPEN, _CLOSE = "([", ")]"
# "(gọi tắt là Phong trào thi đua)", "(sau đây viết tắt là NTM)".
_SHORT_NAME = re.compile(r"^(?:sau đây\s+)?(?:gọi|viết)\s+(?:tắt|chung)\s+là\s*:?\s*(.+)$", re.IGNORECASE)
# A bracket that is part of the title: a period, a year, an abbreviation.
_PART_OF_TITLE = re.compile(r"^(?:[A-ZĐ&.\-]{2,10}|(?:giai đoạn |năm )?\d{4}(?:\s*[-–]\s*\d{4})?)$")
# What leads into an instruction and says nothing: "nêu cụ thể", "ghi rõ", "trong đó nêu".
_LEAD = re.compile(
    r"^(?:(?:trong đó|đề nghị|cần|phải|nêu|ghi|báo cáo|trình bày|làm|có|rõ|cụ thể|đánh giá|phân tích)\s+)+(?:về\s+)?"
)
_NUMBERS = re.compile(r"^(?:các\s+)?(?:số liệu|số lượng|tổng số|thống kê|số)\b(?:\s+(?:về|các))?")
_NAMES = re.compile(r"^(?:danh sách|họ tên|họ và tên|tên)\b")
# "từ 02 – 03 tập thể", "ít nhất 02 mô hình", "02-03 cá nhân".
_RANGE = re.compile(
    r"(?:\b(?:từ|ít nhất|tối thiểu)\s+)?\b(\d{1,2})(?:\s*(?:-|đến)\s*(\d{1,2}))?\s+(?=[^\W\d_])"
)
# What outlines ask to be enclosed.
ENCLOSED = tuple(
    map(
        fold,
        (
            "tóm tắt thành tích",
            "ảnh minh họa",
            "hình ảnh",
            "danh sách kèm",
            "phụ lục",
            "biểu mẫu",
            "biểu số liệu",
        ),
    )
)
_SENTENCE_END = re.compile(r"[.:]\s")
_PIECE = re.compile(r"[,;]|\bvà\b|\btrong đó\b")
_LONGEST_TOPIC = 6
_OPTIONAL = "nếu có"
# Whom a mark of "mỗi ...", "đối với các ..." speaks to; "thị xã" before "xã".
_WHOM = re.compile(
    r"\b(?:mỗi|từng|đối với|dành cho|riêng)\s+(?:các\s+|cấp\s+|ubnd\s+|uỷ ban nhân dân\s+)*"
    r"(huyện|quận|thị xã|thành phố|xã|phường|đặc khu|thị trấn|sở|ban|ngành|trường|doanh nghiệp|tỉnh)\b"
)
_LEVELS = {
    **dict.fromkeys(("huyện", "quận", "thị xã", "thành phố"), "district"),
    **dict.fromkeys(("xã", "phường", "đặc khu", "thị trấn"), "commune"),
    **dict.fromkeys(("sở", "ban", "ngành"), "department"),
    "trường": "school",
    "doanh nghiệp": "enterprise",
    "tỉnh": "province",
}
# An item that tells the office what to do and is no heading: "Để triển khai ..., đề nghị mỗi huyện ...", "Nêu rõ ...".
_INSTRUCTION = re.compile(
    r"^(?:để\s.*\bđề nghị\b|đề nghị\s|nêu\s|ghi\s|trình bày\s|liệt kê\s|lưu ý\b|yêu cầu\s+(?:các|mỗi)\b|báo cáo\s+(?:rõ|cụ thể)\b)"
)
_LONG_HINT = 14


@frozen
class Split:
    """A title freed from its instructions, the instructions, and the short name that the title defines."""

    title: str
    notes: tuple[str, ...]
    defines: str | None


def split_notes(text: str) -> Split:
    """Take the bracketed instructions out of an item's words.

    >>> split_notes("Các phong trào (số lượng, tên phong trào).")
    Split(title='Các phong trào', notes=('số lượng, tên phong trào',), defines=None)
    """
    kept: list[str] = []
    notes: list[str] = []
    defines, at, cut = None, 0, False
    for start, end in _brackets(text):
        inner = " ".join(text[start + 1 : end - 1].split())
        if _PART_OF_TITLE.match(inner):
            continue
        kept.append(text[at:start])
        at, cut = end, True
        if short := _SHORT_NAME.match(inner):
            defines = short[1].strip(' .“”"')
        elif inner:
            notes.append(inner)
    kept.append(text[at:])
    title = re.sub(r"\s+([,.;:])", r"\1", " ".join(" ".join(kept).split()))
    return Split(title.rstrip(" .;:,") if cut else title, tuple(notes), defines)


def _brackets(text: str) -> list[tuple[int, int]]:
    """Return the outermost brackets as half-open spans; one that is never closed runs to the end."""
    out: list[tuple[int, int]] = []
    depth, start = 0, 0
    for i, c in enumerate(text):
        if c in _OPEN:
            start = i if depth == 0 else start
            depth += 1
        elif c in _CLOSE and depth:
            depth -= 1
            if depth == 0:
                out.append((start, i + 1))
    return out


def is_optional(notes: tuple[str, ...], title: str) -> bool:
    """Whether the outline leaves the item to the office ("nếu có")."""
    return any(fold(note).strip(" .") == _OPTIONAL for note in notes) or fold(title).endswith(_OPTIONAL)


def whom(title: str, notes: tuple[str, ...]) -> str:
    """Return the unit level that an item is asked of, ``all`` if it names none.

    >>> whom("Đề nghị mỗi huyện, thị xã, thành phố giới thiệu từ 02 tập thể", ())
    'district'
    """
    for text in (title, *notes):
        match = _WHOM.search(fold(text))
        if match:
            return _LEVELS[match[1]]
    return "all"


def is_instruction(title: str, bullet: bool) -> bool:
    """Whether an item tells the office what to write and is no heading of a report."""
    folded = fold(title)
    return bool(_INSTRUCTION.match(folded)) or (bullet and len(folded.split()) > _LONG_HINT)


def requirements(title: str, notes: tuple[str, ...]) -> tuple[Requirement, ...]:
    """Return what an item's instructions ask for, in their order, each once.

    >>> [(r.kind, r.nouns) for r in requirements("Khen thưởng", ("nêu số liệu tập thể, cá nhân",))]
    [('count', ('tập thể',)), ('count', ('cá nhân',))]
    """
    found: list[Requirement] = list(_ranges(fold(title)))
    for note in notes:
        found.extend(_demands(_SENTENCE_END.split(fold(note))[0], fold(title)))
    return tuple({(r.kind, r.nouns): r for r in reversed(found)}.values())[::-1]


def _ranges(text: str) -> list[Requirement]:
    out = []
    for match in _RANGE.finditer(text):
        nouns = _nouns_at(text[match.end() :])
        if nouns:
            low, high = int(match[1]), int(match[2] or match[1])
            out.append(Requirement("count", nouns, f"{match[0].strip()} {' hoặc '.join(nouns)}", low, high))
    return out


def _nouns_at(text: str) -> tuple[str, ...]:
    """Return the counted nouns that a text begins with, joined by ``hoặc``, ``hay`` or a slash."""
    out: list[str] = []
    for piece in re.split(r"\s*(?:\bhoặc\b|\bhay\b|/)\s*", text):
        noun = _noun(piece)
        out.extend(noun)
        if not noun or piece.strip() != noun[0]:
            break
    return tuple(out)


def _demands(note: str, title: str) -> list[Requirement]:
    note, _, of = note.partition(" của các ")
    subject = _subject(of) or _subject(note) or _subject(title)
    out: list[Requirement] = []
    counting = False
    for raw in _PIECE.split(note):
        piece = _LEAD.sub("", raw.strip(" .-"))
        if not piece or piece == _OPTIONAL:
            continue
        found, counting = _demand(piece, subject or _subject(title), counting)
        out.extend(found)
    return [r for r in out if r.nouns]


def _demand(piece: str, subject: tuple[str, ...], counting: bool) -> tuple[list[Requirement], bool]:
    """Return what one piece of an instruction asks for, and whether a list of counted nouns goes on after it."""
    if name := _NAMES.match(piece):
        return [Requirement("name", _noun(piece[name.end() :]) or subject, piece)], False
    if any(word in piece for word in ENCLOSED):
        return [Requirement("attachment", tuple(w for w in ENCLOSED if w in piece), piece)], False
    if number := _NUMBERS.match(piece):
        return [Requirement("count", _noun(piece[number.end() :]) or subject, piece)], True
    if counting and (noun := _noun(piece)):
        return [Requirement("count", noun, piece)], True
    if ranges := _ranges(piece):
        return ranges, False
    if len(piece.split()) <= _LONGEST_TOPIC:
        return [Requirement("topic", (piece,), piece)], False
    return [], False


def _noun(text: str) -> tuple[str, ...]:
    """Return the counted noun that a text begins with."""
    words = f"{text.strip()} "
    return next(((n,) for n in COUNTED if words.startswith(f"{n} ")), ())


def _subject(text: str) -> tuple[str, ...]:
    """Return the counted nouns that a text speaks of, in the order of :data:`COUNTED`."""
    words = f" {bare(text)} "
    return tuple(n for n in COUNTED if f" {n} " in words)
