"""The words of the program itself, in both languages; one table for all screens."""

from __future__ import annotations

from typing import Literal

from thidua_check.findings import Finding, Lang, Level, Words
from thidua_check.render.layout import Style

Grade = Literal["error", "warning", "info", "review"]
GRADES: tuple[Grade, ...] = ("error", "warning", "info", "review")

GRADE_WORDS: dict[Grade, Words] = {
    "error": Words("LỖI", "ERROR"),
    "warning": Words("CẢNH BÁO", "WARNING"),
    "info": Words("LƯU Ý", "NOTE"),
    "review": Words("CẦN XEM", "REVIEW"),
}
LEVEL_WORDS: dict[Level, Words] = {
    Level.ERROR: Words("lỗi", "error"),
    Level.WARNING: Words("cảnh báo", "warning"),
    Level.INFO: Words("lưu ý", "note"),
}
GRADE_COUNTS: dict[Grade, Words] = {
    "error": Words("{n} lỗi", "{n} error(s)"),
    "warning": Words("{n} cảnh báo", "{n} warning(s)"),
    "info": Words("{n} lưu ý", "{n} note(s)"),
    "review": Words("{n} chỗ cần xem", "{n} to review"),
}
GRADE_STYLES: dict[Grade, Style] = {
    "error": "error",
    "warning": "warning",
    "info": "info",
    "review": "review",
}

FACT_NAMES: dict[str, Words] = {
    "headings": Words("đề mục", "headings"),
    "dates": Words("ngày tháng", "dates"),
    "citations": Words("văn bản viện dẫn", "cited documents"),
    "quantities": Words("số liệu", "figures"),
    "relations": Words("phép tính", "calculations"),
}

PHRASES: dict[str, Words] = {
    "unreadable": Words("KHÔNG KIỂM TRA ĐƯỢC", "NOT CHECKED"),
    "nothing": Words(
        "Không thấy lỗi nào trong những điều đã kiểm tra.", "Nothing was found in what was checked."
    ),
    "nothing_shown": Words(
        "Không có phát hiện nào từ mức {level} trở lên.", "No finding at {level} level or above."
    ),
    "hidden": Words(
        "Còn {n} phát hiện dưới mức {level} không hiện ra (bỏ --min-level để xem).",
        "{n} finding(s) below {level} are not shown (leave out --min-level to see them).",
    ),
    "here": Words("thiếu ở đây", "missing here"),
    "top": Words("Phần đầu văn bản", "Top of the document"),
    "bottom": Words("Phần cuối văn bản", "End of the document"),
    "between": Words("Ngoài các đề mục", "Outside the headings"),
    "note": Words("Chú thích", "Notes"),
    "header": Words("Đầu trang", "Page header"),
    "footer": Words("Chân trang", "Page footer"),
    "where": Words("Ở:", "At:"),
    "basis": Words("Căn cứ:", "Basis:"),
    "repair": Words("Nên sửa:", "Repair:"),
    "also": Words("Cũng ở:", "Also at:"),
    "related": Words("Liên quan:", "Related:"),
    "unsure": Words("Chưa chắc:", "Unsure:"),
    "unsure_text": Words("người soạn đọc lại rồi quyết định.", "read the passage and decide for yourself."),
    "more_places": Words("và {n} chỗ nữa", "and {n} more"),
    "line": Words("dòng {n}", "line {n}"),
    "page": Words("trang {n}", "page {n}"),
    "block": Words("đoạn {n}", "paragraph {n}"),
    "cell": Words("bảng {t}, hàng {r}, cột {c}", "table {t}, row {r}, column {c}"),
    "in_note": Words("chú thích {n}", "note {n}"),
    "in_header": Words("đầu trang, đoạn {n}", "page header, paragraph {n}"),
    "in_footer": Words("chân trang, đoạn {n}", "page footer, paragraph {n}"),
    "section": Words("mục {n}", "section {n}"),
    "untitled": Words("(không có tên)", "(untitled)"),
}


def say(key: str, lang: Lang, **values: object) -> str:
    """Return a phrase with its values filled in."""
    return PHRASES[key].get(lang).format(**values)


def grade(finding: Finding) -> Grade:
    """Return how a finding is called: its level, or ``review`` where a person must look."""
    if finding.outcome == "review":
        return "review"
    name = str(finding.level)
    return "error" if name == "error" else "warning" if name == "warning" else "info"
