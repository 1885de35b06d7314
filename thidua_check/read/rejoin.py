"""Which line goes on in the next one: one decision for each pair of neighbouring lines."""

from __future__ import annotations

import re
from typing import Literal

from attrs import frozen

from thidua_check.read.lines import Line
from thidua_check.read.wrapping import Wrapping, first_word

Joint = Literal["break", "space", "glue"]


@frozen
class Tail:
    """What is known of the paragraph so far: its first and last line, its length, and its open brackets."""

    first: Line
    last: Line
    length: int
    lines: int
    open: int
    closing: bool


# Sentence or item finished, quotes and brackets behind it allowed: "năm 2024.", "./.", "sau:", "mới”;", "...".
_FINISHED = re.compile(r"[.!?…;:]\s?[\"”’»)\]]{0,3}$")
# A sentence that ends inside a line.
_STOP = re.compile(r"[.!?…][\"”’»)\]]{0,3}\s[^\W\d_]")
# A label: "I.", "II.1.", "A.", "1.", "1.2.", "1.2 T", "2/", "a)", "(đ)", "c. ", "Phần I", "CHƯƠNG 2", "PHỤ LỤC".
_LABEL = re.compile(
    r"""(?:
        (?P<roman>[IVX]{1,6}(?:\.\d{1,2})?[.)/]\s|[IVX]{1,6}\s?[-–]\s|[A-ZĐ][.)/]\s)
      | (?P<arabic>\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)/]\s|\d{1,2}(?:\.\d{1,2}){1,3}\s(?=[A-ZĐÀÁÂẤẨẬẢẠÊẾÔỐỔÝÚÙƯỨỦỤÍỊÓƠỞ“"]))
      | (?P<letter>\(?[a-zđ]{1,2}\d?\)\s?|[a-zđ][./]\s)
      | (?P<word>(?:PHẦN|CHƯƠNG|MỤC|PHỤ\ LỤC|BIỂU|MẪU)\b|(?:Phần|Chương|Phụ\ lục)\s(?:[IVX]+|\d+|thứ)\b)
    )""",
    re.VERBOSE,
)
_LETTERS = re.compile(r"\(?(?:[a-zđ]|[a-z]{2})\d?\)|[a-zđ][./]\s")
# "Điều 5." heads an article; "Điều 5 Nghị định" is the rest of a citation.
_ARTICLE = re.compile(r"(?:Điều|ĐIỀU|Mục)\s\d{1,3}[a-z]?[.:]")
_LABEL_ALONE = re.compile(
    r"\(?(?:Điều\s)?(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,6}|[a-zđ])[.)/:]|Điều|Khoản|Số:?|[-+]"
)
_BULLET = re.compile(r"(?P<mark>[-–—+*•●▪◦])(?P<space>\s?)(?P<next>\S)")
# A code goes on after its hyphen: "QĐ" + "-UBND".
_CODE_REST = re.compile(r"[-–]\s?[A-ZĐ]{2,}(?![a-zà-ỹ])|/[A-ZĐ]{2,}")
_CODE = re.compile(r"\d/?\s?[A-ZĐ]{1,8}$|/[A-ZĐ]{1,8}$")
# The line was broken behind a dash: "220/KH-", "2021-", "thi đua -", "1016/QĐ –".
_DASH_END = re.compile(r"(?P<space>\s?)[-–—]$")
# Words that cannot end a phrase: "theo chỉ đạo của" + "Trung ương".
_NEEDS_MORE = re.compile(
    r"(?<!\w)(?:của|và|các|những|với|tại|cho|theo|do|để|là|được|bị|như|trên|bằng|hoặc|cùng|đã|đang|sẽ|vì|nhằm|gồm|bởi|mà|từng|mỗi)$",
    re.IGNORECASE,
)
# Words that a number or a name follows: "lần thứ" + "XX.", "đến năm" + "2024.", "tỉnh" + "Quảng Ngãi".
_NEEDS_NUMBER = re.compile(
    r"(?<!\w)(?:năm|tháng|ngày|số|thứ|kh[oó]á|khoá|quý|kỳ|khoản|điều|điểm|mục|hạng|lần|từ|đến|cấp|loại|nhóm|tiêu chí|giai đoạn"
    r"|tỉnh|huyện|xã|phường|thị trấn|thành phố|thôn|đạt|có|về|trong|thêm|hơn|khoảng)$",
    re.IGNORECASE,
)
# The first half of a pair that a dash holds together: "kinh tế - xã hội", "Thi đua - Khen thưởng".
_PAIR = re.compile(
    r"(?<!\w)(?:kinh tế|chính trị|văn hóa|văn hoá|thông tin|thi đua|tài chính|lao động|quốc phòng|thể thao|khoa học|kế hoạch"
    r"|nông|lâm|công nghiệp|tiểu thủ công nghiệp|thương mại|độc lập|tự do|hành chính|tổng hợp|dân chủ|xã hội|thương binh|dân số"
    r"|giáo dục|kỹ thuật|nông nghiệp|lâm nghiệp|truyền thông|tuyên truyền|tổ chức|an ninh|ẩm thực|du lịch|đầu tư)$",
    re.IGNORECASE,
)
# Where every line stands for itself: the recipients and the signature.
_RECIPIENTS = re.compile(r"(?:Nơi|NƠI)\s(?:nhận|NHẬN)\b")
_AUTHORITY = re.compile(r"(?:(?:TM|T/M|KT|TL|TUQ)\.\s?\S|Q\.\s[A-ZĐ]{2})")
# A signature title broken over two lines: "TM. ỦY BAN NHÂN" + "DÂN", "PHÓ CHỦ" + "TỊCH".
_BROKEN_TITLE = re.compile(r"(?:(?:ỦY|UỶ) BAN|HỘI ĐỒNG)\nNHÂN|NHÂN\nDÂN|CHỦ\nTỊCH|GIÁM\nĐỐC|PHÓ\n\S")
_NEW_DOCUMENT = re.compile(r"(?:CỘNG\s?H(?:ÒA|OÀ)|PHỤ LỤC|Phụ lục|ĐỀ CƯƠNG|[IVX]{1,5}\.\s)")
_LETTER = re.compile(r"[^\W\d_]")


def opens_closing(text: str) -> bool:
    """Tell whether a line begins the recipients or the signature."""
    return bool(_RECIPIENTS.match(text) or _AUTHORITY.match(text))


def ends_closing(line: Line) -> bool:
    """Tell whether a line begins something new behind the signature: a heading, an annex, another document."""
    return line.heading is not None or bool(_NEW_DOCUMENT.match(line.text)) or len(line.text) > _BODY


def has_label(text: str) -> bool:
    """Tell whether a line begins with a label, a bullet not being one."""
    return bool(_LABEL.match(text) or _ARTICLE.match(text))


def is_caps(text: str) -> bool:
    """Tell whether a line is written in capitals."""
    return text == text.upper() and len(_LETTER.findall(text[:40])) >= 3


def joint(tail: Tail, line: Line, after: Line | None, wrapping: Wrapping, *, strict: bool) -> Joint:
    """Return how a line stands to the paragraph before it: apart, joined by a space, or joined without one.

    ``strict``: the two lines are parted by what usually parts paragraphs (an empty line, or a line end in a text
    that is not wrapped), so that only a paragraph cut through by a page is joined.
    """
    if (
        "\t" in line.text
        or "\t" in tail.last.text
        or line.heading is not None
        or tail.first.heading is not None
    ):
        return "break"
    goes_on = _cut_through(tail, line) if strict else _wraps(tail, line, after, wrapping)
    if not goes_on:
        return "break"
    return seam(tail.last, line, wrapping)


def seam(last: Line, line: Line, wrapping: Wrapping) -> Joint:
    """Return whether the halves of a broken line need a space between them."""
    found = _DASH_END.search(last.text)
    if found:
        if wrapping.trailing:
            return "space" if last.trail else "glue"
        if found["space"]:
            return "space"
        before = last.text[found.start() - 1 : found.start()]
        return "glue" if before.isdigit() or before.isupper() or line.text[0].isdigit() else "space"
    if last.text.endswith("/") and last.text[-2:-1].isalnum():
        return "glue"
    if _CODE_REST.match(line.text) and _CODE.search(last.text) and not line.text.startswith(("- ", "– ")):
        return "glue"
    return "space"


def _wraps(tail: Tail, line: Line, after: Line | None, wrapping: Wrapping) -> bool:
    """Decide inside a wrapped text."""
    last, text = tail.last.text, line.text
    word = first_word(text)
    if opens_closing(text) or tail.closing:
        return _goes_on_in_closing(tail, line)
    if wrapping.indented and line.indent >= wrapping.margin + 3 and not line.feed:
        return _forced(tail, line)
    if last.endswith(("-", "–")) and len(last) > 1:
        return True
    unfinished = not _FINISHED.search(last)
    room = wrapping.room(last, word, first=tail.lines == 1)
    bullet = _BULLET.match(text)
    if bullet:
        return unfinished and _bullet_goes_on(bullet, tail, line, wrapping)
    label = _LABEL.match(text) or _ARTICLE.match(text)
    if label:
        return unfinished and _label_goes_on(label, tail, line, fits=room < 1)
    if text[0].islower() or text[0] in _NEVER_FIRST or last[-1] in _NEVER_LAST or _is_label_alone(last):
        return True
    if _changes_face(tail, line):
        return False
    if is_caps(last) and len(last) > 3:
        return room >= 1 or has_label(tail.first.text) if is_caps(text) else room >= 1 and tail.length > _BODY
    if unfinished:
        return _reads_on(tail, line, after, wrapping, room)
    return _next_sentence(tail, line, after, wrapping, room)


def _next_sentence(tail: Tail, line: Line, after: Line | None, wrapping: Wrapping, room: float) -> bool:
    """Decide for a capital or a figure behind a finished sentence: the next one, or the next paragraph."""
    last = tail.last.text
    short = len(last) + len(first_word(line.text)) < wrapping.edge * _FULL_ENOUGH
    if room < 1 or (short and last[-1] in ".;"):
        return last.endswith(";") and tail.lines > 1 and _NEARLY <= room < 1
    if last.endswith(";"):
        return True
    if last.endswith(":"):
        return not has_label(tail.first.text) or tail.lines > 3
    return not wrapping.starts(line, after)


def _is_label_alone(text: str) -> bool:
    """Tell whether a line holds a label and nothing else: "1.", "Điều 2.", "Số:"."""
    return bool(_LABEL_ALONE.fullmatch(text))


def _changes_face(tail: Tail, line: Line) -> bool:
    """Tell whether a paragraph that is bold throughout stands before a line that is not, or the other way round."""
    before, here = _all_bold(tail.first) and _all_bold(tail.last), _all_bold(line)
    return (
        before != here and (before or here) and bool(tail.last.marks or line.marks) and line.text[0].isupper()
    )


def _all_bold(line: Line) -> bool:
    """Tell whether a line is bold but for its closing marks."""
    return sum(m.end - m.start for m in line.marks if m.bold) >= max(1, len(line.text) - 2)


_NEARLY = 0.95
_FULL_ENOUGH = 0.85
_HALF_FULL = 0.8
_REST_OF_HEADING = 0.8
_NEVER_FIRST = ",.;:)]}”’%…/"
_NEVER_LAST = ",(“/"


def _reads_on(tail: Tail, line: Line, after: Line | None, wrapping: Wrapping, room: float) -> bool:
    """Decide for a capital or a figure behind an unfinished line: rest of a sentence, or text under a heading.

    A first line may be indented or bold, so its width says less; the rest of a heading is short, while the first
    line of a new paragraph is full.
    """
    last, text = tail.last.text, line.text
    if _NEEDS_MORE.search(last) or tail.open > 0 or (text[0].isdigit() and _NEEDS_NUMBER.search(last)):
        return True
    inner = wrapping.room(last, first_word(text), first=False)
    if inner >= 1:
        return True
    if tail.lines > 1 or not has_label(tail.first.text):
        return room >= (1.0 if _BULLET.match(tail.first.text) and tail.lines == 1 else _NEARLY)
    if inner < _HALF_FULL or after is None or wrapping.starts(line, after):
        return False
    return wrapping.room(text, first_word(after.text), first=False) < _REST_OF_HEADING


def _bullet_goes_on(bullet: re.Match[str], tail: Tail, line: Line, wrapping: Wrapping) -> bool:
    """Decide for a line that begins with a dash after an unfinished line: item, or "kinh tế" + "- xã hội"."""
    if bullet["mark"] not in "-–—":
        return False
    last, after = tail.last.text, bullet["next"]
    if not bullet["space"]:
        return bool(_CODE_REST.match(line.text) and _CODE.search(last)) or after.isdigit()
    pair = _PAIR.search(last)
    if pair:
        # The halves agree in case: "kinh tế" + "- xã hội", "Hội đồng Thi đua" + "- Khen thưởng".
        return after.islower() or pair.group()[0].isupper()
    words = line.text.split(" ", 2)
    if wrapping.room(last, " ".join(words[:2]), first=tail.lines == 1) < 1:
        return False
    if after.islower() or after.isdigit():
        return True
    return tail.open > 0 or last.rsplit(" ", 1)[-1][:1].isupper()


def _label_goes_on(label: re.Match[str], tail: Tail, line: Line, *, fits: bool) -> bool:
    """Decide for a line that begins like a label after an unfinished line: label, or "lần thứ" + "XX."."""
    last = tail.last.text
    if _LETTERS.match(line.text):
        return False
    rest = line.text[label.end() :].lstrip()
    if _NEEDS_MORE.search(last) or _NEEDS_NUMBER.search(last) or last.endswith("("):
        return not fits or not has_label(tail.first.text) or tail.lines > 1
    if last.endswith(","):
        return not fits
    return not fits and rest[:1].islower()


def _goes_on_in_closing(tail: Tail, line: Line) -> bool:
    """Decide among the recipients and in the signature, where lines stand for themselves."""
    last, text = tail.last.text, line.text
    if opens_closing(text) or _BULLET.match(text) or has_label(text):
        return False
    if _BROKEN_TITLE.search(f"{last[-10:]}\n{text[:6]}"):
        return True
    return text[0].islower() and not _FINISHED.search(last) and not _RECIPIENTS.match(last)


def _forced(tail: Tail, line: Line) -> bool:
    """Tell whether a line must go on whatever stands between: the one before ends in a dash or in mid-phrase."""
    last = tail.last.text
    return line.text[0].islower() and not _FINISHED.search(last) and not has_label(line.text)


_BODY = 150
_SHORT_BODY = 60
_HEADING = 300


def _cut_through(tail: Tail, line: Line) -> bool:
    """Decide across an empty line: only a paragraph that a page cut through goes on."""
    last, text = tail.last.text, line.text
    if _FINISHED.search(last) or tail.closing or opens_closing(text) or opens_closing(last):
        return False
    if last.endswith((" -", " –")) and tail.length > 40:
        return True
    if _BULLET.match(text) or has_label(text) or is_caps(text) or tail.length < 30:
        return False
    first = text[0]
    if first.islower() or first in ",;.)”":
        return True
    if _changes_face(tail, line):
        return False
    number = first.isdigit() and not text.isdigit()
    leads_on = last.endswith(",") or bool(_NEEDS_MORE.search(last) or (number and _NEEDS_NUMBER.search(last)))
    if tail.length < _least(tail, leads_on=leads_on):
        return False
    return leads_on or number or bool(_NEEDS_NUMBER.search(last)) or last.rsplit(" ", 1)[-1][:1].isupper()


def _least(tail: Tail, *, leads_on: bool) -> int:
    """Return how long a paragraph must be for a page to have cut it rather than its author to have ended it."""
    label = _LABEL.match(tail.first.text) or _ARTICLE.match(tail.first.text)
    if label and not _STOP.search(tail.first.text, label.end()):
        return _HEADING
    return _SHORT_BODY if leads_on else _BODY
