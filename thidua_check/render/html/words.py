"""The words of the page, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_check.findings import Lang, Words
from thidua_check.outline.model import Verdict
from thidua_check.render.html.markup import both
from thidua_check.render.words import PHRASES, Grade

_WORDS: dict[str, Words] = {
    "title": Words("Kết quả kiểm tra báo cáo", "Report check"),
    "skip": Words("Tới kết quả", "Skip to the results"),
    "language": Words("Ngôn ngữ", "Language"),
    "drafts": Words("Các bản đã kiểm tra", "Drafts"),
    "draft": Words("Tệp", "File"),
    "items": Words("Mục của đề cương đã đáp ứng", "Outline items answered"),
    "contents": Words("Trong bản này", "On this draft"),
    "findings": Words("Phát hiện", "Findings"),
    "text": Words("Văn bản", "Text of the draft"),
    "outline": Words("Đối chiếu đề cương", "Against the outline"),
    "checked": Words("Đã kiểm tra thế nào", "How it was checked"),
    "coverage": Words("Số liệu, ngày tháng đã hiểu", "Facts understood"),
    "unchecked": Words("Chưa kiểm tra", "Not checked"),
    "aside": Words("Đã bỏ qua theo ý người soạn", "Set aside by the author"),
    "rules": Words("Các quy tắc nêu trên", "The rules named above"),
    "filter": Words("Lọc phát hiện", "Filter the findings"),
    "levels": Words("Mức:", "Level:"),
    "families": Words("Nhóm:", "Group:"),
    "search": Words("Tìm:", "Search:"),
    "clear": Words("Bỏ lọc", "Clear"),
    "showing": Words("Đang hiện", "Showing"),
    "of": Words("trong", "of"),
    "empty": Words("Không có phát hiện nào hợp với bộ lọc.", "No finding fits the filter."),
    "none": Words(
        "Không thấy lỗi nào trong những điều đã kiểm tra.", "Nothing was found in what was checked."
    ),
    "line": Words("Số ở lề là số dòng trong tệp.", "Numbers in the margin are lines of the file."),
    "page": Words("Số ở lề là số trang của tệp.", "Numbers in the margin are pages of the file."),
    "page_header": Words("Đầu trang", "Page header"),
    "page_footer": Words("Chân trang", "Page footer"),
    "notes": Words("Chú thích", "Notes"),
    "table": Words("Bảng", "Table"),
    "item": Words("Mục đề cương yêu cầu", "Item required"),
    "found": Words("Ở đâu trong bản thảo", "Where in the draft"),
    "verdict": Words("Kết luận", "Verdict"),
    "nearest": Words("Đề mục gần nhất, giải thích", "Closest heading, reasons"),
    "after": Words("nên đứng sau", "should follow"),
    "part": Words("phần", "part"),
    "extra": Words(
        "Đề mục không ứng với mục nào của đề cương", "Headings that answer no item of the outline"
    ),
    "no_outline": Words(
        "Không có đề cương phù hợp, nên chưa đối chiếu bố cục.",
        "No outline fits, so the structure was not compared.",
    ),
    "fact": Words("Loại", "Kind"),
    "understood": Words("Đã hiểu", "Understood"),
    "not_understood": Words("Chưa hiểu, nên không đem ra so", "Not understood and so not compared"),
    "nothing_left": Words("không có", "none"),
    "in_findings": Words("đã nêu trong phát hiện", "named in the findings"),
    "why": Words("Vì sao", "Why"),
    "not_run": Words("Quy tắc không chạy", "Rules not run"),
    "source": Words("Theo", "By"),
    "made_by": Words("Kiểm tra bằng thidua-check", "Checked with thidua-check"),
    "pack": Words("bộ quy tắc", "rule pack"),
}
VERDICTS: dict[Verdict, Words] = {
    Verdict.MATCHED: Words("có", "there"),
    Verdict.RENAMED: Words("có, tên khác", "there, renamed"),
    Verdict.REORDERED: Words("có, sai thứ tự", "there, out of order"),
    Verdict.MOVED: Words("có, đặt ở mục khác", "there, moved"),
    Verdict.MERGED: Words("có, gộp với mục khác", "there, merged"),
    Verdict.SPLIT: Words("có, tách thành nhiều mục", "there, split"),
    Verdict.COVERED: Words("có nội dung, không có đề mục", "covered, no heading"),
    Verdict.MISSING: Words("thiếu", "missing"),
    Verdict.UNCLEAR: Words("chưa kết luận được", "undecided"),
    Verdict.NOT_APPLICABLE: Words("không phải viết", "not asked of this unit"),
}
# Heads of columns of counts.
GRADE_NAMES: dict[Grade, Words] = {
    "error": Words("Lỗi", "Errors"),
    "warning": Words("Cảnh báo", "Warnings"),
    "info": Words("Lưu ý", "Notes"),
    "review": Words("Cần xem", "To review"),
}


def said(key: str) -> str:
    """Return a phrase of the page as markup in both languages."""
    return both(_WORDS[key])


def folded(items: Sequence[str], joint: str, shown: int) -> str:
    """Return markup for a list: the first few in a row, the others below a line that opens them.

    A row of thousands would be laid out in quadratic time.
    """
    row = joint.join(items[:shown])
    if len(items) <= shown:
        return row
    more = both(counted(PHRASES["more_places"], len(items) - shown))
    rest = "".join(f"<li>{item}</li>" for item in items[shown:])
    return f"{row}<details><summary>{more}</summary><ul>{rest}</ul></details>"


def title(lang: Lang) -> str:
    """Return the title of the page."""
    return _WORDS["title"].get(lang)


def counted(words: Words, n: int) -> Words:
    """Return words with a number filled in.

    >>> counted(Words("{n} lỗi", "{n} error(s)"), 2).vi
    '2 lỗi'
    """
    return Words(words.vi.format(n=n), words.get("en").format(n=n))
