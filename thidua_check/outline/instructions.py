"""Instructions of an outline told from its titles: in brackets, behind a colon, or as lines of their own."""

from __future__ import annotations

import re

from attrs import frozen

from thidua_check.text import fold

_OPEN, _CLOSE = "([", ")]"
# "(gọi tắt là Phong trào thi đua)", "(sau đây viết tắt là NTM)".
_SHORT_NAME = re.compile(r"^(?:sau đây\s+)?(?:gọi|viết)\s+(?:tắt|chung)\s+là\s*:?\s*(.+)$", re.IGNORECASE)
# A bracket that is part of the title: a period, a year, an abbreviation.
_PART_OF_TITLE = re.compile(r"^(?:[A-ZĐ&.\-]{2,10}|(?:giai đoạn |năm )?\d{4}(?:\s*[-–]\s*\d{4})?)$")
_OPTIONAL = "nếu có"
# "nếu có", "nếu có thì nêu rõ", "đơn vị nào không có thì không báo cáo phần này".
_NOT_OBLIGED = re.compile(
    r"nếu có(?:,? thì.*)?"
    r"|(?:đơn vị|cơ quan|địa phương|nơi)(?: nào)? không (?:có|phát sinh)(?:,? thì)? không (?:phải )?báo cáo.*"
)
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
# An item that tells the office what to do and is no heading: "Để triển khai ..., đề nghị mỗi huyện ...", "Nêu rõ ...";
# not "Đề nghị khen thưởng", which a report has as a heading.
_INSTRUCTION = re.compile(
    r"^(?:để\s.*\bđề nghị\b"
    r"|đề nghị\s+(?:các|mỗi|từng|quý|đơn vị|cơ quan|địa phương|báo cáo|nêu|ghi|gửi|cung cấp|giới thiệu)\b"
    r"|(?:nêu|ghi|trình bày|liệt kê)\s|lưu ý\b|yêu cầu\s+(?:các|mỗi)\b|báo cáo\s+(?:rõ|cụ thể)\b)"
)
_LONG_HINT = 14
# The first words of a request: "Nêu rõ ...", "số lượng tin, bài", "tỷ lệ hộ đạt", "mỗi đơn vị giới thiệu", "từ 02 - 03".
_REQUEST = re.compile(
    r"(?:(?:nêu|ghi|liệt kê|mô tả|thống kê|làm rõ|giới thiệu|rút ra|so sánh|so với|mỗi|cần nêu|cần ghi|đề nghị nêu"
    r"|có số liệu|số|tổng số|tổng kinh phí|tổng giá trị|tổng diện tích|tỷ lệ|tên|họ tên|họ và tên"
    r"|ít nhất|tối thiểu|không quá|tối đa)\b|(?:từ\s+)?\d)"
)
# One that judges and gives figures for it, or asks: "Đánh giá kết quả nổi bật, có số liệu chứng minh", "tổ chức bao nhiêu buổi".
_JUDGING = re.compile(r"(?:đánh giá|phân tích)\b.*\b(?:số liệu|so sánh|so với)\b|.*\bbao nhiêu\b")
_TITLE_COLON = re.compile(r"^(?P<title>[^:()\[\]]{3,100}):\s+(?P<rest>\S.*)$")
# A line at the end that speaks of the whole report: "Lưu ý: ...", "(Gửi kèm biểu số liệu)", "Báo cáo không quá 05 trang".
_CLOSING = re.compile(
    r"^[(\[*\s]*(?:lưu ý|ghi chú|gửi kèm|kèm theo|đính kèm|báo cáo (?:không quá|tối đa|dài|trình bày|(?:gửi |có )?kèm))\b"
)
_CLOSING_LEAD = re.compile(r"^(?:lưu ý|ghi chú)\s*:?\s*", re.IGNORECASE)
_WHOLE_BRACKET = re.compile(r"^[(\[].*[)\]]\W*$")


@frozen
class Split:
    """A title freed from its instructions, the instructions, and the short name that the title defines."""

    title: str
    notes: tuple[str, ...]
    defines: str | None


def split_notes(text: str) -> Split:
    """Take the instructions in brackets and behind a colon out of an item's words.

    >>> split_notes("Các phong trào (số lượng, tên phong trào).")
    Split(title='Các phong trào', notes=('số lượng, tên phong trào',), defines=None)
    >>> split_notes("Tuyên truyền: nêu rõ số buổi").notes
    ('nêu rõ số buổi',)
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
    colon = _TITLE_COLON.match(title)
    if colon and is_request(colon["rest"]):
        return Split(colon["title"].rstrip(), (colon["rest"], *notes), defines)
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
    return any(_NOT_OBLIGED.fullmatch(fold(note).strip(" .")) for note in notes) or fold(title).endswith(
        _OPTIONAL
    )


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


def is_request(text: str) -> bool:
    """Whether a line asks for something to be said, and names no section: all in brackets, or by its first words.

    >>> is_request("Số lượng tin, bài đã đăng"), is_request("(Nếu có)"), is_request("Với Trung ương")
    (True, True, False)
    """
    folded = fold(text).strip(" -+*")
    return bool(_WHOLE_BRACKET.match(folded) or _REQUEST.match(folded) or _JUDGING.match(folded))


def is_closing(text: str) -> bool:
    """Whether a line behind the last item speaks of the report as a whole.

    >>> is_closing("(Gửi kèm biểu số liệu theo Phụ lục 1)"), is_closing("(Nếu có)")
    (True, False)
    """
    return bool(_CLOSING.match(fold(text)))


def closing_words(text: str) -> str:
    """Return what a closing line says, without brackets and "Lưu ý:"."""
    return _CLOSING_LEAD.sub("", text.strip("()[]* ").strip())
